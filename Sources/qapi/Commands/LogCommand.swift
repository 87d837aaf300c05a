import ArgumentParser
import Changesets
import GRDB
import Plans
import SQLiteChangeset
import Store
import SyncEngine
import Trust

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "See who changed what, when, from what to what, and why.",
    subcommands: [Recent.self, OfPlan.self, OfRecord.self, OfRow.self], defaultSubcommand: Recent.self)

  struct Recent: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the last transactions that this node knows of.",
      discussion: """
        JSON: transactions (audience, writes, person, person_id, time, message, transaction, node, changeset, sequence, \
        verdict).
        """)
    @Option(name: .shortAndLong, help: "How many at most.")
    var number = 20
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (1...1_000_000).contains(number) else { throw ValidationError("--number is 1 to 1000000.") }
    }

    func report() throws -> Report {
      let entries = try node.open().engine.recentTransactions(limit: number)
      return Report(
        lines: entries.isEmpty ? ["no transactions"] : entries.flatMap(words),
        json: [
          "transactions": .list(
            entries.map { entry in
              guard case .object(let origin) = JSON(origin: entry.origin) else { return .null }
              let own: [JSON.Member] = [
                .init(key: "audience", value: .text(entry.audience)),
                .init(key: "writes", value: JSON(entry.writeCount)),
              ]
              return .object(own + origin)
            })
        ])
    }

    private func words(_ entry: TransactionEntry) -> [String] {
      let origin = entry.origin
      let size = "\(Layout.count(entry.writeCount, "write")) in \(entry.audience), \(origin.standing)"
      return ["\(Shown.line(origin.time))  \(origin.person.shown)", "  \(size)", "  transaction \(origin.transaction)"]
        + (origin.message.isEmpty ? [] : Layout.wrapped("why: \(Shown.line(origin.message))", margin: "  "))
    }
  }

  struct OfPlan: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan", abstract: "The history of a plan and everything in it.",
      discussion: "JSON: entries, as `log row` has them, each with label, table and key besides.")
    @OptionGroup var selection: PlanSelection
    @Option(help: "Only this field, by the name of its column, like strategy.")
    var field: String?
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open(unlocking: true)
      let found = try node.engine.queue.read { db in try selection.find(in: db, of: node) }
      let rows = try LogRows.ofPlan(found, of: node)
      let known = rows.filter { row in field.map { Schema.table(named: row.table)?.column(named: $0) != nil } ?? true }
      guard !known.isEmpty else {
        throw Failure.usage(
          "a plan has no field \(Shown.line(field ?? ""))",
          next: "use the name of a column, like title, strategy, target, text")
      }
      return try LogView(rows: known, field: field, of: node).report
    }
  }

  struct OfRow: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "row", abstract: "The history of one row, by table and key.",
      discussion: """
        JSON: entries (table, key, label, field as the column's name or null for the row as a whole, kind, before, after, \
        fingerprint, counted, person, person_id, time, message, transaction, node, changeset, sequence, verdict).
        """)
    @Option(help: "Table, like plan_tactic.")
    var table: String
    @Option(help: "Values of the key, with commas between them.")
    var key: String
    @Option(help: "Only this field, by the name of its column.")
    var field: String?
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      guard let schema = Schema.table(named: table) else {
        throw Failure.usage(
          "there is no table \(Shown.line(table))",
          next: "use one of: \(Schema.tables.map(\.name).joined(separator: ", "))")
      }
      if let field, schema.column(named: field) == nil {
        throw Failure.usage(
          "table \(table) has no field \(Shown.line(field))",
          next: "use one of: \(schema.columns.map(\.name).joined(separator: ", "))")
      }
      let row = try LogRows.row(schema, typed: key)
      let node = try node.open(unlocking: true)
      return try LogView(rows: [row], field: field, of: node).report
    }
  }
}

extension WriteOrigin {
  /// Where a write stands, in a word or two.
  var standing: String {
    guard let node else { return "here, not sealed" }
    return switch verdict {
    case .counted?, nil: node
    default: "\(node), does not count"
    }
  }
}
