import ArgumentParser
import Canonical
import Foundation
import SyncEngine

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Check the whole history, and let an auditor read.",
    subcommands: [Verify.self, Identity.self])

  struct Verify: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every signature, chain, right and receipt of an exchange, without any secret.",
      discussion: """
        Needs no node: name the network and the exchange, or a clone of it. On a node, both are known. Exits with 4 when \
        something does not hold.

        One copy of an exchange cannot show that all of it went back together: compare the central merge's commit with what \
        somebody else saw.

        JSON: network, passed, commits, documents, changesets, receipts, without_receipt, heads (branch, commit), findings \
        (branch, commit, name, code, detail).
        """)
    @Option(help: "Id of the network: 64 hexadecimal digits; else that of the node.")
    var network: String?
    @OptionGroup var remote: RemoteOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let network = try network.map(InitCommand.networkID)
      let needsNode = network == nil || remote.exchange == nil
      if needsNode, node.path == nil, try !node.folder().exists {
        let lack = network == nil ? "network" : "exchange"
        throw Failure.usage(
          "there is no node here that knows the \(lack)",
          next: network == nil ? "name the network with --network ID" : "name the exchange with --exchange URL")
      }
      let known = needsNode ? try node.open() : nil
      guard let id = network ?? known?.engine.identity.network else { return Report() }
      let scratch = FileManager.default.temporaryDirectory.path + "/qapi-audit-\(UUID().uuidString)"
      let remote = try remote.remote(with: known?.settings ?? NodeSettings())
      let audit = try Interruption.cleaningUp(
        { try? FileManager.default.removeItem(atPath: scratch) },
        after: {
          do {
            return try Engine.audit(
              id, at: remote, scratch: NodeFolder(path: scratch), configuration: Deployment.configuration)
          } catch {
            throw Self.failure(error)
          }
        })
      return report(audit, network: id.hex)
    }

    /// An auditor has no node to repair and no work to lose.
    private static func failure(_ error: any Error) -> Failure {
      var failure = Failure(describing: error)
      for remark in [". Local work is saved", "; local work is saved"] {
        failure.what = failure.what.replacing(remark, with: "")
      }
      if failure.status == .unreachable {
        failure.next = "check the address with --exchange, or try again later"
      } else if failure.next.contains("qapi doctor") {
        failure.next = "check the exchange, or audit a fresh mirror of it"
      }
      return failure
    }

    private func report(_ audit: AuditReport, network: String) -> Report {
      let passed = audit.findings.isEmpty
      let advice =
        audit.findings.contains { $0.code == "no-root" }
        ? "check the id of the network first, and that this is its exchange"
        : "show this to the department and to the agencies that it names"
      let counts = Layout.table([
        ["commits:", "\(audit.commits)"], ["documents:", "\(audit.documents)"],
        ["changesets:", "\(audit.changesets), \(audit.withoutReceipt) without receipt yet"],
        ["receipts:", "\(audit.receipts)"], ["main:", audit.heads["main"] ?? "none"],
        ["verdict:", passed ? "everything holds" : "\(Layout.count(audit.findings.count, "doubt")), see below"],
      ])
      return Report(
        lines: counts + audit.findings.flatMap(words),
        json: [
          "network": .text(network), "passed": .boolean(passed), "commits": JSON(audit.commits),
          "documents": JSON(audit.documents), "changesets": JSON(audit.changesets), "receipts": JSON(audit.receipts),
          "without_receipt": JSON(audit.withoutReceipt),
          "heads": .list(
            audit.heads.sorted { $0.key < $1.key }.map {
              .object(["branch": .text($0.key), "commit": .text($0.value)])
            }), "findings": .list(audit.findings.map(json)),
        ],
        notes: passed ? [] : ["next:  \(advice)"],
        status: passed ? .done : .refused)
    }

    private func words(_ finding: AuditFinding) -> [String] {
      let commit = finding.commit.isEmpty ? "" : " at \(finding.commit.prefix(10))"
      let place = finding.branch.isEmpty ? "" : " on \(finding.branch)\(commit)"
      return ["", Shown.line("\(finding.code)\(place)\(finding.name.isEmpty ? "" : ": \(finding.name)")")]
        + Layout.wrapped(Shown.line(finding.detail), margin: "  ")
    }

    private func json(_ finding: AuditFinding) -> JSON {
      .object([
        "branch": .text(finding.branch), "commit": .text(finding.commit), "name": .text(finding.name),
        "code": .text(finding.code), "detail": .text(finding.detail),
      ])
    }
  }

  struct Identity: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what lets somebody read an audience, and write nothing.",
      discussion: """
        The text is a list of age identities: `qapi init --reader --identity FILE` takes it, and so does `age -d -i FILE`.

        JSON: audience, identity.
        """)
    @Option(help: "Audience, like agency/alameda or statewide.")
    var audience: String
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let text = try node.open(unlocking: true).engine.readingIdentity(of: audience)
      return Report(
        lines: text.split(separator: "\n").map(String.init),
        json: ["audience": .text(audience), "identity": .text(text)],
        notes: [
          "This is secret. Whoever has it reads everything of \(audience) that was written so far, and cannot be made to "
            + "forget it. What is written after the next revocation is not opened by it."
        ])
    }
  }
}
