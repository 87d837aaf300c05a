import ArgumentParser
import GRDB
import SSHSignature
import Store
import SyncEngine
import Trust

struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Show who takes part, and end a node's right.",
    subcommands: [Show.self, Revoke.self, CutCommand.self], defaultSubcommand: Show.self)

  struct Show: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "List agencies, nodes and rights.",
      discussion: """
        JSON: roster_version, members (id, name), nodes (id, member, fingerprint, roles, run_by_department, cut as null \
        or an object of version and heads), audiences (id, readers, epoch).
        """)
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      guard let roster = try node.engine.roster() else {
        throw Failure(
          .error, "the roster has not come yet", next: "run `qapi sync` once the department has approved this node")
      }
      return try RosterCommand.report(roster, node)
    }
  }

  struct Revoke: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke", abstract: "End a node's right, and give what it could read new keys.",
      discussion: """
        What the node wrote counts up to where its streams stand here now, or up to the positions that --at names. A \
        stream that --at does not name is cut at its beginning.

        JSON: as `roster show`.
        """)
    @Argument(help: "Id of the node, like alameda-1a2b3c4d.")
    var nodeID: String
    @OptionGroup var positions: Positions
    @Flag(help: "Do not ask whether to go on; needed where nobody can be asked.")
    var yes = false
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open(unlocking: true)
      let engine = node.engine
      if !yes {
        guard Terminal.isInteractive else {
          throw Failure.usage(
            "a right that is ended cannot be given back, and nobody is here to be asked; nothing was changed",
            next: "say --yes")
        }
        let answer = Terminal.ask("End the right of \(Shown.line(nodeID))? It cannot be given back to this node. [y/N]")
        guard answer?.lowercased().hasPrefix("y") == true else { return Report(notes: ["nothing was changed"]) }
      }
      let roster = try engine.revoke(nodeID, heads: try positions.heads(of: nodeID, in: engine))
      return try RosterCommand.report(
        roster, node, notes: ["\(nodeID) holds no right from roster \(roster.version) on", published])
    }
  }

  struct CutCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "cut",
      abstract: "Move the end of a right that has ended: up for late honest work, down after a theft.",
      discussion: "JSON: as `roster show`.")
    @Argument(help: "Id of the node.")
    var nodeID: String
    @OptionGroup var positions: Positions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open(unlocking: true)
      let engine = node.engine
      guard let heads = try positions.heads(of: nodeID, in: engine) else {
        throw Failure.usage(
          "no position is named; nothing was changed", next: "name one with --at, like --at statewide=4")
      }
      let roster = try engine.moveCut(of: nodeID, heads: heads)
      return try RosterCommand.report(
        roster, node, notes: ["the right of \(nodeID) ends elsewhere from roster \(roster.version) on", published])
    }
  }

  private static let published = "next:  qapi merge, which publishes the roster"

  /// Where streams end.
  struct Positions: ParsableArguments {
    @Option(
      name: .customLong("at"),
      help: "The last changeset of an audience that counts, like agency/alameda=12 (0: none); may be repeated.")
    var positions: [String] = []

    /// nil if nothing was named.
    func heads(of node: String, in engine: Engine) throws -> [StreamHead]? {
      guard !positions.isEmpty else { return nil }
      return try positions.compactMap { text in
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, Names.isAudience(String(parts[0])), let sequence = Int64(parts[1]), sequence >= 0 else {
          throw Failure.usage(
            "'\(text)' names no position; nothing was changed", next: "write it like agency/alameda=12")
        }
        if sequence == 0 { return nil }
        guard let head = try engine.head(of: node, audience: String(parts[0]), sequence: sequence) else {
          throw Failure.usage(
            "\(node) has no changeset \(sequence) of \(parts[0]) here; nothing was changed",
            next: "see `qapi status` and `qapi roster`, and `qapi sync` first")
        }
        return head
      }
    }
  }

  private static func report(_ roster: Roster, _ node: OpenNode, notes: [String] = []) throws -> Report {
    let runByDepartment = try node.engine.queue.read { db in try CycleStore.nodesRunByDepartment(in: db) }
    var lines = ["roster \(roster.version)", ""]
    for member in roster.members.sorted(by: { $0.id < $1.id }) {
      lines.append("\(member.id)  \(Shown.line(member.name))")
      for node in roster.nodes(of: member.id) {
        let runner = runByDepartment[node.id] == nil ? "" : ", run by the department"
        lines += [
          "  \(node.id)  \(standing(of: node, in: roster))\(runner)", "    \(node.signingKey.fingerprint)",
        ]
      }
    }
    return Report(
      lines: lines,
      json: [
        "roster_version": .number(roster.version),
        "members": .list(roster.members.map { .object(["id": .text($0.id), "name": .text($0.name)]) }),
        "nodes": .list(
          roster.nodes
            .map { json($0, in: roster, isRunByDepartment: runByDepartment[$0.id] != nil) }),
        "audiences": .list(
          roster.audiences.map { audience in
            .object([
              "id": .text(audience.id), "readers": JSON(audience.readers),
              "epoch": JSON(roster.newestEpoch(of: audience.id)?.number),
            ])
          }),
      ], notes: notes)
  }

  private static func standing(of node: Node, in roster: Roster) -> String {
    if let tenure = roster.tenure(of: node.id) { return tenure.roles.joined(separator: "+") }
    guard let cut = roster.tenures.last(where: { $0.node == node.id })?.cut else { return "no right" }
    return "revoked in \(cut.version)"
  }

  private static func json(_ node: Node, in roster: Roster, isRunByDepartment: Bool) -> JSON {
    let cut = roster.tenures.last { $0.node == node.id }?.cut
    return .object([
      "id": .text(node.id), "member": .text(node.member), "fingerprint": .text(node.signingKey.fingerprint),
      "roles": JSON(roster.tenure(of: node.id)?.roles ?? []),
      "run_by_department": .boolean(isRunByDepartment),
      "cut": cut.map { cut in
        .object([
          "version": .number(cut.version),
          "heads": .list(
            cut.heads.map { .object(["audience": .text($0.audience), "sequence": .number($0.sequence)]) }),
        ])
      } ?? .null,
    ])
  }
}
