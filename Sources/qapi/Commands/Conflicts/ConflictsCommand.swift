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
        In a long text `[-what went-]` and `{+what came+}` are marked. Where both edits can stand together, a merged text is \
        suggested; nothing takes it unasked.

        JSON: name, agency, table, key, subject (a column, or "presence"), label, field, base, sides (number, value, \
        shown, mine, origins: person, person_id, time, message, node, changeset, sequence), suggestion (a text with both \
        edits in it where they do not overlap, else null).
        """)
    @Argument(help: "Name of the conflict, as `qapi conflicts` lists it.")
    var name: String
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open(unlocking: true)
      let view = try ConflictView.named(name, of: node)
      return Report(
        lines: view.lines(), json: view.members, notes: ["next:  " + view.advice(to: node)], status: .open)
    }
  }
}
