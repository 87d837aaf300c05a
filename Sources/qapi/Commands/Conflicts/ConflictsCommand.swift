import ArgumentParser
import GRDB
import Store
import SyncEngine

struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "See and resolve what was written differently in two places.",
    discussion: "Conflicts never stop work: one side stands in the plan until somebody resolves them.",
    subcommands: [List.self, Show.self, Resolve.self, Walk.self], defaultSubcommand: List.self)

  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the open conflicts.", discussion: "JSON: conflicts, as `conflicts show` has one.")
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open(unlocking: true)
      let views = try ConflictView.all(of: node)
      let lines = views.flatMap { view in
        Layout.wrapped("\(view.conflict.name)  \(view.title)", hanging: "          ")
          + Layout.wrapped(view.writers, margin: "          ")
      }
      return Report(
        lines: views.isEmpty ? ["no conflicts"] : lines, json: ["conflicts": .list(views.map(\.json))],
        notes: next(views, node).map { ["next:  " + $0] } ?? [],
        status: views.isEmpty ? .done : .open)
    }

    private func next(_ views: [ConflictView], _ node: OpenNode) -> String? {
      if views.isEmpty { return nil }
      if views.contains(where: { $0.isResolvable(by: node) }) {
        return "qapi conflicts show NAME, or qapi conflicts walk"
      }
      return "let \(ConflictView.owners(of: views)) resolve \(views.count == 1 ? "it" : "them")"
    }
  }

  struct Show: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one conflict: what it was, both sides, who, when and why.",
      discussion: """
        JSON: name, agency, table, key, subject (a column, or "presence"), label, field, base, sides (number, value, \
        shown, mine, origins: person, person_id, time, message, node, changeset, sequence).
        """)
    @Argument(help: "Name of the conflict, as `qapi conflicts` lists it.")
    var name: String
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open(unlocking: true)
      let view = try ConflictView.named(name, of: node)
      guard case .object(let members) = view.json else { return Report() }
      let values = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
      return Report(
        lines: view.lines,
        json: [
          "name": values["name"] ?? .null, "agency": values["agency"] ?? .null, "table": values["table"] ?? .null,
          "key": values["key"] ?? .null, "subject": values["subject"] ?? .null, "label": values["label"] ?? .null,
          "field": values["field"] ?? .null, "base": values["base"] ?? .null, "sides": values["sides"] ?? .null,
        ], notes: ["next:  " + view.advice(to: node)], status: .open)
    }
  }
}
