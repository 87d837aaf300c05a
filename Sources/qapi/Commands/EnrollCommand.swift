import ArgumentParser
import Foundation
import GRDB
import SSHSignature
import Store
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
      let node = try node.open(unlocking: true)
      let engine = node.engine
      let text = try engine.enrolmentRequest()
      let fingerprint = engine.keys?.signing.publicKey.fingerprint ?? ""
      return Report(
        lines: text.split(separator: "\n").map(String.init),
        json: ["request": .text(text), "node": .text(engine.identity.node), "fingerprint": .text(fingerprint)],
        notes: [
          "fingerprint: \(fingerprint)",
          "next:  send the request, and read the fingerprint out by another way, by telephone for instance",
        ]
          + (node.isRunByDepartment
            ? ["the department runs this node: it approves it with `qapi enroll approve --run-by-department`"] : []))
    }
  }

  struct ApproveCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve", abstract: "List a node that asked (on the node that started the network).",
      discussion: """
        The fingerprint is what the node's owner read out to you, not what came with the request.

        JSON: node, member, member_name, fingerprint, roster_version, run_by_department.
        """)
    @Argument(help: "File with the request (- for standard input).")
    var request: String
    @Option(help: "SHA256:… as the node's owner read it from `qapi whoami`.")
    var fingerprint: String
    @Option(help: "What people call the agency, if it is new, like \"Alameda County\".")
    var name: String?
    @Flag(help: "The department runs the node for the agency; from now on everybody sees it.")
    var runByDepartment = false
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let request = try EnrolmentRequest(text: try Terminal.readText(request, limit: 1 << 16))
      let node = try node.open(unlocking: true)
      let engine = node.engine
      try Entered.checkHoldsNoNumber(name, "the agency's name (--name)")
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
        if runByDepartment {
          try mark(request, of: node)
          return Report(
            lines: ["\(request.node.id) is run by the department for \(member)"],
            json: ["node": .text(request.node.id), "member": .text(member), "run_by_department": .boolean(true)],
            notes: ["next:  qapi merge"])
        }
        throw Failure.usage("\(request.node.id) is listed already; nothing was changed", next: "qapi merge")
      }
      let roster = try engine.approve(request, fingerprint: fingerprint, memberName: name)
      if runByDepartment { try mark(request, of: node) }
      let memberName = roster.member(member)?.name ?? member
      return Report(
        lines: ["approved \(request.node.id) of \(Shown.line(memberName)) in roster \(roster.version)"],
        json: [
          "node": .text(request.node.id), "member": .text(member), "member_name": .text(memberName),
          "fingerprint": .text(fingerprint), "roster_version": .number(roster.version),
          "run_by_department": .boolean(runByDepartment),
        ], notes: ["next:  qapi merge, which publishes the roster; then the node can sync"])
    }

    /// Publishes that the department runs the node.
    private func mark(_ request: EnrolmentRequest, of node: OpenNode) throws {
      let person = node.settings.person ?? .ofAccount
      try node.engine.write(as: person, message: "the department runs this node for \(request.node.member)") { db in
        try CycleStore.markRunByDepartment(node: request.node.id, agency: request.node.member, in: db)
      }
    }
  }
}
