import Canonical
import Foundation
import GRDB
import SQLiteChangeset
import SyncEngine

// Short words for what the tests do to a node.
extension Engine {
  /// Runs SQL as one transaction of a person.
  func run(_ sql: String, _ arguments: SQLiteValue..., because message: String = "a test", shown: ShownRows? = nil)
    throws
  {
    try write(as: World.person, message: message, shown: shown) { db in
      try db.execute(sql: sql, arguments: StatementArguments(arguments.map(\.databaseValue)))
    }
  }

  func insertNote(_ id: String, title: String = "", body: String? = nil, rank: Int64 = 0) throws {
    try run(
      "INSERT INTO note (member, id, title, body, rank) VALUES (?, ?, ?, ?, ?)", .text(identity.member), .text(id),
      .text(title), body.map { .text($0) } ?? .null, .integer(rank))
  }

  func setNote(_ id: String, _ column: String, _ value: SQLiteValue, shown: ShownRows? = nil) throws {
    try run(
      "UPDATE note SET \(column) = ? WHERE member = ? AND id = ?", value, .text(identity.member), .text(id),
      shown: shown)
  }

  func deleteNote(_ id: String, shown: ShownRows? = nil) throws {
    try run("DELETE FROM note WHERE member = ? AND id = ?", .text(identity.member), .text(id), shown: shown)
  }

  /// Fixes what a person is shown of some notes now.
  func openNotes(_ ids: String...) throws -> ShownRows {
    try open { _ in ((), ids.map { rowKey("note", [.text(identity.member), .text($0)]) }) }.1
  }

  /// One field of a note; nil when the note does not show.
  func note(_ id: String, _ column: String, of member: String? = nil) throws -> SQLiteValue? {
    try queue.read { db in
      try Row.fetchOne(
        db, sql: "SELECT \(column) AS value FROM note WHERE member = ? AND id = ?",
        arguments: [member ?? identity.member, id]
      ).map { SQLiteValue($0["value"] as DatabaseValue) }
    }
  }

  /// Every row of a table, in the order of its key.
  func rows(_ table: String) throws -> [[SQLiteValue]] {
    try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2").map { row in
        row.databaseValues.map(SQLiteValue.init)
      }
    }
  }

  /// The digest of one audience; nil when nothing of it is here.
  func digest(_ audience: String) throws -> Digest? {
    try digests().first { $0.audience == audience }?.digest
  }

  /// Values of each conflict's sides, the shown one first, by column (`presence` for the row).
  func sides() throws -> [String: [SQLiteValue]] {
    try conflicts().reduce(into: [:]) { result, conflict in
      switch conflict.subject {
      case .column(let name): result[name] = conflict.sides.map(\.value)
      case .presence: result["presence"] = conflict.sides.map(\.value)
      }
    }
  }
}

extension SQLiteValue {
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let value): value.databaseValue
    case .text(let bytes): String(decoding: bytes, as: UTF8.self).databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    }
  }

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .blob([UInt8](data))
    case .double: preconditionFailure("no synced table has a REAL column")
    }
  }
}
