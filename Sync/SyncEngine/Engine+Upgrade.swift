import Changesets
import GRDB
import SQLiteChangeset

extension Engine {
  /// Brings the synced tables of an older program's database up to this program: creates the tables that are new, and adds
  /// the columns that are new, with their constant defaults. No value of a row changes, and nothing is captured.
  ///
  /// One transaction: after an interruption the tables are as before, and the next opening begins again.
  ///
  /// - Throws: `EngineError.newerSchema` when a newer program brought them up already.
  func bringTablesUp() throws {
    let program = configuration.schemaVersion
    let version = try queue.read { db in try Documents(db: db).tablesVersion() }
    guard version <= program else {
      throw EngineError.newerSchema(
        "the tables in \(folder.database) are of schema \(version), and this program knows schema \(program); upgrade it"
      )
    }
    guard version < program else { return }
    try reportingBusy {
      try queue.write { db in
        // Another process may have done it meanwhile.
        guard try Documents(db: db).tablesVersion() < program else { return }
        try checkOrder(in: db)
        for (table, statement) in zip(configuration.tables, configuration.createStatements) {
          let columns = try columns(of: table.name, in: db)
          if columns.isEmpty {
            try db.execute(sql: statement)
          } else {
            try addColumns(to: table, behind: columns, in: db)
          }
        }
        try unsafe TriggerGuard(message: configuration.guardMessage).install(
          on: Self.connection(of: db), tables: configuration.tables.map(\.name))
        try Documents(db: db).setTablesVersion(program)
      }
    }
  }

  /// Row states name a table by its place, so no table may come before one that is there. SQLite lists tables in the order
  /// in which they were created.
  private func checkOrder(in db: Database) throws {
    let names = configuration.tables.map(\.name)
    let there = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
      .filter(names.contains)
    guard Array(names.prefix(there.count)) == there else {
      throw EngineError.failed(
        "this program lists its tables in another order than the one that made \(folder.database); use that one")
    }
  }

  private func columns(of table: String, in db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [table])
  }

  private func addColumns(to table: SchemaTable, behind columns: [String], in db: Database) throws {
    guard table.columns.prefix(columns.count).map(\.name) == columns else {
      throw EngineError.failed(
        "table \(table.name) in \(folder.database) has other columns than this program knows; use the program that made it"
      )
    }
    let added = table.columns.dropFirst(columns.count)
    guard let last = added.last else { return }
    for column in added {
      try db.execute(sql: "ALTER TABLE \(SQLiteValue.quoted(table.name)) ADD COLUMN \(column.definition)")
    }
    // A row that was stored before does not hold the new columns, and SQLite 3.40 tells the session extension that they are
    // NULL instead of their default. Storing each row again, with the values that it has, puts them in.
    let name = SQLiteValue.quoted(last.name)
    try db.execute(sql: "UPDATE \(SQLiteValue.quoted(table.name)) SET \(name) = \(name)")
  }
}

extension Documents {
  /// The schema version of the synced tables in the database. Those that name none are of the first.
  func tablesVersion() throws -> Int64 { try setting("tables_version").flatMap { Int64($0) } ?? 1 }

  func setTablesVersion(_ version: Int64) throws { try set("tables_version", String(version)) }
}

extension SchemaColumn {
  /// As SQL: name, type, NOT NULL, constant default.
  fileprivate var definition: String {
    let words = [SQLiteValue.quoted(name), type.rawValue.uppercased()] + (isNotNull ? ["NOT NULL"] : [])
    switch defaultValue {
    case .null, .blob: return words.joined(separator: " ")
    case .integer(let number): return (words + ["DEFAULT \(number)"]).joined(separator: " ")
    case .text:
      let text = (defaultValue.string ?? "").replacing("'", with: "''")
      return (words + ["DEFAULT '\(text)'"]).joined(separator: " ")
    }
  }
}
