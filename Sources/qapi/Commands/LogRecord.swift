import ArgumentParser
import GRDB
import Plans
import SQLiteChangeset
import Store
import SyncEngine

extension LogCommand {
  struct OfRecord: ReportingCommand {
    static let configuration = CommandConfiguration(
      commandName: "record", abstract: "The history of a record and of what hangs on it, also of one that was removed.",
      discussion: """
        A corrective action with its steps, a case review with its counts: whatever is named by an id. JSON: entries, as \
        `log row` has them, each with label, table and key besides.
        """)
    @Argument(help: "Its id, or the beginning of it.")
    var id: String
    @Option(help: "Only this field, by the name of its column, like status.")
    var field: String?
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open(unlocking: true)
      let found = try LogRows.records(beginning: id, of: node)
      guard let row = found.first, found.count == 1 else {
        throw Failure.usage(
          found.isEmpty
            ? "there is no record \(Shown.line(id, limit: 40))"
            : "\(found.count) records begin with \(Shown.line(id, limit: 40))",
          next: found.isEmpty ? "see `qapi log`, or the list of its kind" : "give more of the id")
      }
      let rows = try [row] + LogRows.hanging(on: row, of: node)
      let known = rows.filter { row in field.map { Schema.table(named: row.table)?.column(named: $0) != nil } ?? true }
      guard !known.isEmpty else {
        throw Failure.usage(
          "the record has no field \(Shown.line(field ?? "", limit: 40))",
          next: "use the name of a column, as `log` shows it")
      }
      return try LogView(rows: known, field: field, of: node).report
    }
  }
}

extension LogRows {
  /// The rows that are named by an id of this beginning, or by this code, those that were removed included.
  static func records(beginning id: String, of node: OpenNode) throws -> [RowName] {
    guard !id.isEmpty else { return [] }
    return try Schema.tables.flatMap { table in
      switch table.primaryKey.last {
      case "id": try rows(of: table, node) { key in key.last?.string?.hasPrefix(id) == true }
      case "code": try rows(of: table, node) { key in key.last?.string == id }
      default: [RowName]()
      }
    }
  }

  /// What hangs on a row, and on that: the counts of a review, the answers to the findings of another.
  static func hanging(on row: RowName, of node: OpenNode) throws -> [RowName] {
    guard row.key.count == 2, let agency = row.key.first?.value, let id = row.key.last?.value else { return [] }
    var found: [RowName] = []
    for reference in Schema.references where reference.target.name == row.table && !reference.isOptional {
      let table = reference.table
      let place = table.primaryKey.firstIndex(of: reference.column)
      found += try rows(of: table, node) { key in
        guard key.first == agency else { return false }
        if let place { return key[place] == id }
        return try node.engine.log(table: table.name, key: key, column: reference.column).contains { $0.after == id }
      }
    }
    return try found + found.flatMap { try hanging(on: $0, of: node) }
  }

  private static func rows(
    of table: SyncedTable, _ node: OpenNode, where isWanted: ([SQLiteValue]) throws -> Bool
  ) throws -> [RowName] {
    let columns = table.primaryKey
    let standing = try node.engine.queue.read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table.name) ORDER BY \(columns.joined(separator: ", "))")
    }.map { row in
      columns.map { name -> SQLiteValue in
        table.column(named: name)?.type == .integer ? .integer(row[name]) : .text(row[name])
      }
    }
    let removed = try node.engine.removedRows(of: table.name).filter { !standing.contains($0) }
    return try (standing + removed).filter(isWanted).map { key in RowName(table: table.name, key: key.map(\.field)) }
  }
}
