import Changesets
import GRDB
import Merge
import SQLiteChangeset

/// Writes the rows of one synced table, by column name, through prepared statements. Names come from the configuration,
/// never from a changeset.
final class TableWriter {
  private let db: Database
  private let table: SchemaTable
  private let condition: String
  private var inserts: [Int: RawStatement] = [:]
  private var updates: [Int: RawStatement] = [:]
  private var select: RawStatement?
  private var delete: RawStatement?

  init(_ table: SchemaTable, on db: Database) {
    self.table = table
    self.db = db
    condition = table.key.enumerated().map { position, column in
      "\(SQLiteValue.quoted(table.columns[column].name)) = ?\(position + 1)"
    }.joined(separator: " AND ")
  }

  /// Inserts a row from an insert record; columns that the record does not have get their default.
  func insert(_ record: Int, columnCount: Int, of changes: SQLiteChangeset.Pinned) throws {
    let statement = try insertStatement(columnCount: columnCount)
    statement.bindRow(record, of: changes)
    _ = try statement.run()
  }

  /// Inserts a row with a value for each column.
  func insert(_ values: [SQLiteValue]) throws {
    let statement = try insertStatement(columnCount: values.count)
    for (column, value) in values.enumerated() { statement.bind(column + 1, value) }
    _ = try statement.run()
  }

  /// Sets one column of a row.
  func set(_ column: Int, to value: SQLiteValue, key: [SQLiteValue]) throws {
    let statement = try updates[column] ?? prepareUpdate(column)
    for (position, part) in key.enumerated() { statement.bind(position + 1, part) }
    statement.bind(key.count + 1, value)
    _ = try statement.run()
  }

  /// Sets one column of a row to what an update record makes of it.
  func set(_ column: Int, from record: Int, of changes: SQLiteChangeset.Pinned) throws {
    let statement = try updates[column] ?? prepareUpdate(column)
    statement.bindKeyValues(record, of: changes)
    statement.bindNew(table.key.count + 1, column, record, of: changes)
    _ = try statement.run()
  }

  /// Deletes a row.
  func delete(key: [SQLiteValue]) throws {
    let name = SQLiteValue.quoted(table.name)
    let statement = try self.delete ?? RawStatement("DELETE FROM \(name) WHERE \(condition)", on: db)
    self.delete = statement
    for (position, part) in key.enumerated() { statement.bind(position + 1, part) }
    _ = try statement.run()
  }

  /// The values of a row in the order of the schema; nil when it does not show.
  func row(key: [SQLiteValue]) throws -> [SQLiteValue]? {
    let statement = try select ?? prepareSelect()
    for (position, part) in key.enumerated() { statement.bind(position + 1, part) }
    return try statement.first { row in (0..<table.columns.count).map { row.value($0) } }
  }

  /// Every row, in the order of the key.
  func eachRow(_ body: ([SQLiteValue]) throws -> Void) throws {
    let order = table.key.map { SQLiteValue.quoted(table.columns[$0].name) }.joined(separator: ", ")
    let statement = try RawStatement(
      "SELECT \(columnList(table.columns.count)) FROM \(SQLiteValue.quoted(table.name)) ORDER BY \(order)", on: db)
    try statement.each { row in try body((0..<table.columns.count).map { row.value($0) }) }
  }

  private func insertStatement(columnCount: Int) throws -> RawStatement {
    if let statement = inserts[columnCount] { return statement }
    let places = (1...columnCount).map { "?\($0)" }.joined(separator: ", ")
    let statement = try RawStatement(
      "INSERT INTO \(SQLiteValue.quoted(table.name)) (\(columnList(columnCount))) VALUES (\(places))", on: db)
    inserts[columnCount] = statement
    return statement
  }

  private func prepareUpdate(_ column: Int) throws -> RawStatement {
    let name = SQLiteValue.quoted(table.columns[column].name)
    let statement = try RawStatement(
      "UPDATE \(SQLiteValue.quoted(table.name)) SET \(name) = ?\(table.key.count + 1) WHERE \(condition)", on: db)
    updates[column] = statement
    return statement
  }

  private func prepareSelect() throws -> RawStatement {
    let statement = try RawStatement(
      "SELECT \(columnList(table.columns.count)) FROM \(SQLiteValue.quoted(table.name)) WHERE \(condition)", on: db)
    select = statement
    return statement
  }

  private func columnList(_ count: Int) -> String {
    table.columns.prefix(count).map { SQLiteValue.quoted($0.name) }.joined(separator: ", ")
  }
}
