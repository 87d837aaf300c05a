import Changesets
import GRDB
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine
import Texts
import Trust

/// Which rows a history is asked of.
enum LogRows {
  /// The rows of a plan, also those that were removed from it.
  static func ofPlan(_ found: AgencyPlan, of node: OpenNode) throws -> [RowName] {
    let agency = FieldValue.text(found.agency)
    let records = found.plan.records.map { RowName(table: $0.kind.table.name, key: [agency] + $0.key) }
    let known = Set(records)
    return records + (try below(found, of: node)) + (try removed(from: found, of: node)).filter { !known.contains($0) }
  }

  /// What was handed in, decided and said of the plan.
  private static func below(_ found: AgencyPlan, of node: OpenNode) throws -> [RowName] {
    let tables = [
      Schema.planApproval, Schema.planSubmission, Schema.planDecision, Schema.planComment, Schema.planAnswer,
      Schema.contact,
    ]
    return try node.engine.queue.read { db in
      try tables.flatMap { table in
        try String.fetchAll(
          db, sql: "SELECT id FROM \(table.name) WHERE agency = ? AND plan = ? ORDER BY id",
          arguments: [found.agency, found.plan.id]
        ).map { RowName(table: table.name, key: [.text(found.agency), .text($0)]) }
      }
    }
  }

  /// Entries that stood in the plan once: their rows are gone, and their history tells which plan they were of.
  private static func removed(from found: AgencyPlan, of node: OpenNode) throws -> [RowName] {
    let plan = SQLiteValue.text(found.plan.id)
    return try PlanRecord.Kind.allCases.filter { $0 != .plan }.map(\.table).flatMap { table in
      try node.engine.removedRows(of: table.name).filter { key in
        guard key.first?.string == found.agency else { return false }
        if let place = table.primaryKey.firstIndex(of: "plan") { return key[place] == plan }
        return try node.engine.log(table: table.name, key: key, column: "plan").contains { $0.after == plan }
      }.map { RowName(table: table.name, key: $0.map(\.field)) }
    }
  }

  static func row(_ table: SyncedTable, typed key: String) throws -> RowName {
    let parts = key.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let columns = table.primaryKey.compactMap { table.column(named: $0) }
    let values = zip(columns, parts).compactMap { column, text -> FieldValue? in
      column.type == .integer ? Int64(text).map { .integer($0) } : .text(text)
    }
    guard parts.count == columns.count, values.count == columns.count else {
      throw Failure.usage(
        "the key of \(table.name) is not of this form", next: "write \(table.primaryKey.joined(separator: ","))")
    }
    return RowName(table: table.name, key: values)
  }
}

/// The history of some rows in words, newest first.
struct LogView {
  let report: Report

  init(rows: [RowName], field: String?, of node: OpenNode) throws {
    let engine = node.engine
    // Times are for people; the order is that of the node's history.
    let known = try engine.recentTransactions(limit: .max).map(\.origin.transaction)
    let places = Dictionary(known.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [(row: RowName, label: String, entry: LogEntry)] = []
    for row in rows {
      let label = try engine.queue.read { db in try RowLabel.describe(table: row.table, key: row.key, in: db) }
      entries += try engine.log(table: row.table, key: row.key.map(\.value), column: field).map { (row, label, $0) }
    }
    func place(_ entry: LogEntry) -> Int { places[entry.origin.transaction] ?? .max }
    entries = Self.withoutEchoes(entries)
    let ordered = entries.enumerated().sorted { left, right in
      (place(left.element.entry), left.offset) < (place(right.element.entry), right.offset)
    }.map(\.element)
    report = Report(
      lines: ordered.isEmpty ? ["no history"] : Self.lines(ordered),
      json: ["entries": .list(ordered.map { Self.json($0.row, $0.label, $0.entry) })])
  }

  /// Who resolves a field says with it that the row is there; that is no line of its own.
  private static func withoutEchoes(
    _ entries: [(row: RowName, label: String, entry: LogEntry)]
  ) -> [(row: RowName, label: String, entry: LogEntry)] {
    struct Place: Hashable {
      let row: RowName
      let transaction: String
    }
    let resolved = Set(
      entries.filter { $0.entry.column != nil && $0.entry.kind == .resolution }
        .map { Place(row: $0.row, transaction: $0.entry.origin.transaction) })
    return entries.filter { row, _, entry in
      entry.column != nil || entry.kind != .resolution || entry.after != .integer(1)
        || !resolved.contains(Place(row: row, transaction: entry.origin.transaction))
    }
  }

  private static func lines(_ entries: [(row: RowName, label: String, entry: LogEntry)]) -> [String] {
    var lines: [String] = []
    var transaction: String?
    var previous: RowName?
    for (row, label, entry) in entries {
      let origin = entry.origin
      if transaction != origin.transaction {
        if transaction != nil { lines.append("") }
        transaction = origin.transaction
        previous = nil
        lines.append(Terminal.strong("\(Shown.line(origin.time))  \(origin.person.shown)  \(origin.standing)"))
        lines.append("  transaction \(origin.transaction)")
        if let fingerprint = entry.fingerprint { lines.append("  signed by \(fingerprint)") }
        if !origin.message.isEmpty { lines += Layout.wrapped("why: \(Shown.line(origin.message))", margin: "  ") }
      }
      let place = "\(Shown.line(row.key.first?.text ?? "")): \(label)"
      if row != previous {
        lines += Layout.wrapped(place, margin: "  ", hanging: "    ")
        previous = row
      }
      lines += Layout.wrapped(words(row, entry), margin: "    ", hanging: "      ")
    }
    return lines
  }

  private static func words(_ row: RowName, _ entry: LogEntry) -> String {
    guard let column = entry.column else {
      let deed =
        switch entry.kind {
        case .insert: "made"
        case .delete: "deleted"
        case .update: "brought back"
        case .resolution: entry.after == .integer(0) ? "resolved: deleted" : "resolved: kept"
        }
      return deed
    }
    let known = Schema.table(named: row.table)?.column(named: column)
    let name = known?.label.split(separator: " · ").last.map(String.init) ?? column
    let after = shown(entry.after, in: known)
    switch entry.kind {
    case .resolution: return "\(name): resolved as \(after)"
    case .insert: return "\(name): \(after)"
    case .update, .delete:
      // In a long text the change itself is what people look for.
      if let old = entry.before?.string, let new = entry.after?.string, old.count > 60,
        let marked = WordDifference.marked(from: old, to: new)
      {
        return "\(name): \(Shown.line(marked, limit: 600))"
      }
      return "\(name): \(shown(entry.before, in: known)) -> \(after)"
    }
  }

  private static func shown(_ value: SQLiteValue?, in column: SyncedTable.Column?) -> String {
    guard let value else { return "(nothing)" }
    guard let text = value.string else { return value.shownText(in: column) }
    return "\"\(Shown.line(text, limit: 200))\""
  }

  private static func json(_ row: RowName, _ label: String, _ entry: LogEntry) -> JSON {
    guard case .object(let origin) = JSON(origin: entry.origin) else { return .null }
    let isCounted = entry.origin.verdict == .counted || entry.origin.verdict == nil
    let own: [JSON.Member] = [
      .init(key: "table", value: .text(row.table)), .init(key: "key", value: JSON(row.key.map(\.text))),
      .init(key: "label", value: .text(label)), .init(key: "field", value: JSON(entry.column)),
      .init(key: "kind", value: .text(entry.kind.rawValue)),
      .init(key: "before", value: entry.before.map(JSON.init(value:)) ?? .null),
      .init(key: "after", value: entry.after.map(JSON.init(value:)) ?? .null),
      .init(key: "fingerprint", value: JSON(entry.fingerprint)), .init(key: "counted", value: .boolean(isCounted)),
    ]
    return .object(own + origin)
  }
}
