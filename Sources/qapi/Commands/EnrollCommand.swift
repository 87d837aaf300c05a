import ArgumentParser
import Foundation
import SSHSignature
import SyncEngine
import Trust

struct EnrollCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enroll", abstract: "Ask to be listed in the roster, and approve who asks.",
    subcommands: [RequestCommand.self, ApproveCommand.self])

  struct RequestCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "request", abstract: "Print the request of this node, to be sent to the department.",
      discussion: "JSON: request, node, fingerprint.")
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let engine = try node.open(unlocking: true).engine
      let text = try engine.enrolmentRequest()
      let fingerprint = engine.keys?.signing.publicKey.fingerprint ?? ""
      return Report(
        lines: text.split(separator: "\n").map(String.init),
        json: ["request": .text(text), "node": .text(engine.identity.node), "fingerprint": .text(fingerprint)],
        notes: [
          "fingerprint: \(fingerprint)",
          "next:  send the request, and read the fingerprint out by another way, by telephone for instance",
        ])
    }
  }

  struct ApproveCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve", abstract: "List a node that asked (on the node that started the network).",
      discussion: """
        The fingerprint is what the node's owner read out to you, not what came with the request.

        JSON: node, member, member_name, fingerprint, roster_version.
        """)
    @Argument(help: "File with the request (- for standard input).")
    var request: String
    @Option(help: "SHA256:… as the node's owner read it from `qapi whoami`.")
    var fingerprint: String
    @Option(help: "What people call the agency, if it is new, like \"Alameda County\".")
    var name: String?
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let request = try EnrolmentRequest(text: try Terminal.readText(request, limit: 1 << 16))
      let engine = try node.open(unlocking: true).engine
      let member = request.node.member
      let fingerprint = fingerprint.trimmingCharacters(in: .whitespacesAndNewlines)
      if let roster = try engine.roster(), roster.member(member) == nil, name == nil,
        request.node.signingKey.fingerprint == fingerprint
      {
        throw Failure.usage(
          "\(member) is a new agency, and has no name yet; nothing was approved",
          next: "repeat with --name, for instance --name \"Alameda County\"")
      }
      if try engine.roster()?.node(request.node.id) == request.node, request.node.signingKey.fingerprint == fingerprint
      {
        throw Failure.usage("\(request.node.id) is listed already; nothing was changed", next: "qapi merge")
      }
      let roster = try engine.approve(request, fingerprint: fingerprint, memberName: name)
      let memberName = roster.member(member)?.name ?? member
      return Report(
        lines: ["approved \(request.node.id) of \(Shown.line(memberName)) in roster \(roster.version)"],
        json: [
          "node": .text(request.node.id), "member": .text(member), "member_name": .text(memberName),
          "fingerprint": .text(fingerprint), "roster_version": .number(roster.version),
        ], notes: ["next:  qapi merge, which publishes the roster; then the node can sync"])
    }
  }
}
