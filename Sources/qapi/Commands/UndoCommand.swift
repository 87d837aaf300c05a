import ArgumentParser
import GRDB
import SQLiteChangeset
import Store
import SyncEngine
import Texts

struct UndoCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Undo your last change, or one that you name.",
    discussion: """
      The undo is a signed change like every other: nothing goes out of the log. It is made as a whole or not at all, and \
      not where a field that it would set back was written again since; later changes of other fields stay.

      Each further `undo` goes one change further back. To bring a change back, undo the undo by its id.

      Submissions, approvals, decisions, allocation letters and what the department publishes are written once. They can be undone until they are \
      sealed, which the next `sync` or `merge` does; from then on they stand, and a further one answers them. What entry \
      refuses is not undone either: a line of a claim that was handed in, an entry of a closed month, a record on which others hang.

      JSON: undone (person, person_id, time, message, transaction, node, changeset, sequence, verdict), transaction (of the \
      undo; null with --dry-run), message, rows (agency, table, key, label, deed (delete, insert or update), fields (field, \
      label, before, after)).
      """)
  @Argument(help: "Id of a transaction of the log, or its first 6 digits or more; else your last change here.")
  var transaction: String?
  @Flag(help: "Show what would be undone, and change nothing.")
  var dryRun = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open(unlocking: true)
    try node.checkWrites()
    let person = try writing.person(of: node)
    do {
      // Rows that are about to go are named while they are there, rows that come back once they are.
      let preview = try writing.confirmed(on: node, as: person) {
        try node.engine.inverse(
          of: transaction?.lowercased(), as: person, message: writing.message, checking: UndoRules.check)
      }
      let before = try UndoView.labels(of: preview, in: node)
      guard !dryRun else {
        return UndoView(preview, labels: before).report(notes: ["nothing was changed: --dry-run only shows"])
      }
      let undo = try writing.confirmed(on: node, as: person) {
        try node.engine.undo(
          preview.undone.transaction, as: person, message: writing.message, checking: UndoRules.check)
      }
      let after = try UndoView.labels(of: undo, in: node)
      let labels = undo.rows.indices.map { undo.rows[$0].deed == .delete ? before[$0] : after[$0] }
      return UndoView(undo, labels: labels).report(notes: [node.nextExchange])
    } catch let error as MovedOn {
      throw try UndoView.failure(error, in: node)
    }
  }
}

/// What must not be undone, though no row has moved on.
enum UndoRules {
  /// 1. What is written once (``Schema/writtenOnce``) and sealed: it was signed, and others may have read it. Neither is it
  ///    taken away nor, where an undo took it away that is sealed itself, brought back.
  /// 2. What entry refuses since (``UndoLocks``): a claim that was handed in, a month that is closed.
  /// 3. What would bring the number of a person back that nobody has confirmed.
  static func check(_ undo: Undo, in db: Database) throws {
    if undo.undone.changeset != nil,
      let table = Schema.writtenOnce.first(where: { table in undo.rows.contains { $0.table == table.name } })
    {
      throw Failure.usage(
        "transaction \(undo.undone.transaction) wrote \(table.article) \(table.title), which is written once and was "
          + "signed since; nothing was changed", next: advice(on: table))
    }
    try UndoLocks(undo, in: db).check()
    for row in undo.rows where row.deed != .delete {
      let texts = row.fields.compactMap { field in field.after?.string.map { (field.column, $0) } }
      try FreeText.check(texts, of: RowName(table: row.table, key: row.key.map(\.field)), in: db)
    }
  }

  private static func advice(on table: SyncedTable) -> String {
    let more = "to undo an earlier change, name it by its id"
    return switch table {
    case Schema.planApproval: "edit the plan: the approval is of the text as it was; \(more)"
    case Schema.planSubmission: "hand in again with `qapi plan submit --note`; \(more)"
    case Schema.planDecision, Schema.figureDecision: "let the agency submit again, and decide on that; \(more)"
    case Schema.figureSubmission: "submit again with `qapi measure submit --reason`; \(more)"
    case Schema.dataSet: "import the national results anew with `qapi comparison national`; \(more)"
    case Schema.comparativeReport, Schema.comparativePart: "publish another with `qapi comparison publish`; \(more)"
    case Schema.allocationLetter, Schema.allocationLine:
      "issue a letter that takes its place with `qapi allocation issue --supersedes`; \(more)"
    case Schema.fiscalSubmission, Schema.fiscalCopyPart:
      "the department returns it, or what follows it is handed in: a revised claim, another budget; \(more)"
    case Schema.fiscalDecision: "let the agency hand in again, and decide on that; \(more)"
    case Schema.closedMonth: "correct what is wrong with an entry in an open month; \(more)"
    default: "publish a new version; \(more)"
    }
  }
}

extension SyncedTable {
  fileprivate var article: String { "aeiou".contains(title.prefix(1)) ? "an" : "a" }
}

/// An undo in words.
struct UndoView {
  private let undo: Undo
  private let labels: [String]

  /// - Parameter labels: one for each row.
  init(_ undo: Undo, labels: [String]) {
    self.undo = undo
    self.labels = labels
  }

  /// What the rows are called, as they stand now.
  static func labels(of undo: Undo, in node: OpenNode) throws -> [String] {
    try node.engine.queue.read { db in try undo.rows.map { try label($0.table, $0.key, in: db) } }
  }

  private static func label(_ table: String, _ key: [SQLiteValue], in db: Database) throws -> String {
    try RowLabel.describe(table: table, key: key.map(\.field), in: db)
  }

  func report(notes: [String]) -> Report {
    let origin = undo.undone
    var lines = [Terminal.strong("\(undo.transaction == nil ? "would undo" : "undone"): \(origin.transaction)")]
    lines += Layout.wrapped("\(origin.person.shown), \(Shown.line(origin.time))", margin: "  ")
    if !origin.message.isEmpty { lines += Layout.wrapped("why: \(Shown.line(origin.message))", margin: "  ") }
    for (row, label) in zip(undo.rows, labels) {
      lines += Layout.wrapped("\(Shown.line(row.key.first?.string ?? "")): \(label)", margin: "  ", hanging: "    ")
      lines += words(row).flatMap { Layout.wrapped($0, margin: "    ", hanging: "      ") }
    }
    if let transaction = undo.transaction { lines.append("as \(transaction)") }
    return Report(
      lines: lines,
      json: [
        "undone": JSON(origin: origin), "transaction": JSON(undo.transaction), "message": .text(undo.message),
        "rows": .list(zip(undo.rows, labels).map(Self.json)),
      ], notes: notes)
  }

  private func words(_ row: Undo.Row) -> [String] {
    let isDone = undo.transaction != nil
    switch row.deed {
    case .delete: return [isDone ? "deleted" : "is deleted"]
    case .insert:
      // What is empty says nothing.
      let fields = row.fields.filter { $0.after != .text("") && $0.after != .integer(0) }
      return [isDone ? "brought back" : "is brought back"]
        + fields.map { "\(Self.name($0.column, in: row)): \(Self.shown($0.after, $0.column, in: row))" }
    case .update: return row.fields.map { "\(Self.name($0.column, in: row)): \(Self.words($0, in: row))" }
    }
  }

  /// In a long text the change itself is what people look for.
  private static func words(_ field: Undo.Field, in row: Undo.Row) -> String {
    if let old = field.before?.string, let new = field.after?.string, old.count > 60,
      let marked = WordDifference.marked(from: old, to: new)
    {
      return Shown.line(marked, limit: 600)
    }
    return "\(shown(field.before, field.column, in: row)) -> \(shown(field.after, field.column, in: row))"
  }

  private static func shown(_ value: SQLiteValue?, _ column: String, in row: Undo.Row) -> String {
    guard let value else { return "(nothing)" }
    let column = Schema.table(named: row.table)?.column(named: column)
    return value.string.map { "\"\(Shown.line($0, limit: 120))\"" } ?? value.shownText(in: column)
  }

  /// What people call a field, without the name of its record.
  private static func name(_ column: String, in row: Undo.Row) -> String {
    label(column, in: row.table).split(separator: " · ").last.map(String.init) ?? column
  }

  private static func label(_ column: String, in table: String) -> String {
    Schema.table(named: table)?.column(named: column)?.label ?? column
  }

  private static func json(_ row: Undo.Row, _ label: String) -> JSON {
    .object([
      "agency": JSON(row.key.first?.string), "table": .text(row.table),
      "key": .list(row.key.map(JSON.init(value:))), "label": .text(label), "deed": .text(row.deed.rawValue),
      "fields": .list(
        row.fields.map { field in
          .object([
            "field": .text(field.column), "label": .text(Self.label(field.column, in: row.table)),
            "before": field.before.map(JSON.init(value:)) ?? .null,
            "after": field.after.map(JSON.init(value:)) ?? .null,
          ])
        }),
    ])
  }

  // MARK: Refusals

  private static let shownRowCount = 5

  /// Which rows moved on, in people's words.
  static func failure(_ error: MovedOn, in node: OpenNode) throws -> Failure {
    let rows = try node.engine.queue.read { db in
      try error.rows.prefix(shownRowCount).map { row in
        "\(Shown.line(row.key.first?.string ?? "")): \(try label(row.table, row.key, in: db)) \(words(row))"
      }
    }
    let more = error.rows.count - rows.count
    let place =
      rows.joined(separator: "; ") + (more > 0 ? "; and \(Layout.count(more, "more record", "more records"))" : "")
    let isOne = error.rows.count == 1
    return Failure(
      .error,
      "\(isOne ? "a record that the change wrote was" : "\(error.rows.count) records that the change wrote were") changed "
        + "again since, so nothing was undone",
      at: place, next: "see `qapi log`; undo the later change first, or enter the old values anew")
  }

  private static func words(_ row: MovedOn.Row) -> String {
    switch row.change {
    case .gone: return "was deleted"
    case .there: return "is there again"
    case .written(let columns):
      let names = columns.map { column in
        label(column, in: row.table).split(separator: " · ").last.map(String.init) ?? column
      }
      return names.isEmpty ? "was written again" : "(\(names.joined(separator: ", ")))"
    }
  }
}
