import Changesets
import GRDB
import SQLiteChangeset
import SyncEngine

/// The table that all measurements write: of the size that rows of people's documents have.
enum Note {
  static let columns = ["member", "id", "title", "body", "status", "position"]

  static let createStatement = """
    CREATE TABLE note (
      member TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '',
      status TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (member, id)
    ) STRICT
    """

  static var table: SchemaTable {
    SchemaTable(
      name: "note",
      columns: columns.map { name in
        name == "position"
          ? SchemaColumn(name: name, type: .integer, isNotNull: true, defaultValue: .integer(0))
          : SchemaColumn(name: name, type: .text, isNotNull: true, defaultValue: .text(""))
      }, key: [0, 1], audience: .keyed(prefix: "member/"), owner: .member, roles: [Role.writer])
  }

  /// The id of a row: of the form, and in the order, of a UUIDv7.
  static func id(_ number: Int) -> String {
    let hex = String(number, radix: 16)
    return "0193e0d2-7c00-7000-8000-" + String(repeating: "0", count: 12 - hex.count) + hex
  }

  /// Inserts rows as an application does with GRDB: one prepared statement, arguments for each row.
  static func insert(_ numbers: Range<Int>, in db: Database) throws {
    let statement = try db.makeStatement(
      sql: "INSERT INTO note (member, id, title, body, status, position) VALUES (?, ?, ?, ?, ?, ?)")
    for number in numbers {
      try statement.execute(arguments: [
        World.member, id(number), "Note \(number)",
        "What was agreed on about item \(number), and who follows it up.", "open", number,
      ])
    }
  }

  /// A database with this table and the settings that a node's database has, and nothing else.
  static func plainDatabase(at path: String) throws -> DatabaseQueue {
    var settings = GRDB.Configuration()
    settings.foreignKeysEnabled = false
    settings.journalMode = .wal
    let queue = try DatabaseQueue(path: path, configuration: settings)
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA cache_size = -65536")
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 4096")
      try db.execute(sql: createStatement)
    }
    return queue
  }
}
