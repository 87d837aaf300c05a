import Changesets
import Foundation
import GRDB
public import SQLiteChangeset

extension Engine {
  /// The keys of the rows that a table once showed and shows no more: deleted, or never inserted. Their values and their
  /// history are kept (``log(table:key:column:)``).
  ///
  /// The cost follows the number of rows that the table ever had.
  public func removedRows(of table: String) throws -> [[SQLiteValue]] {
    guard let index = configuration.tables.firstIndex(where: { $0.name == table }) else {
      throw EngineError.usage("there is no table \(table)")
    }
    let schema = configuration.tables[index]
    let columns = schema.key.map { schema.columns[$0].name }.joined(separator: ", ")
    return try reportingBusy {
      try queue.write { db in
        try absorb(in: db)
        let shown = try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table)").map { row in
          SQLiteValue.encoding(of: row.databaseValues.map(Self.value))
        }
        let known = Set(shown)
        let all = try Row.fetchAll(db, sql: "SELECT key FROM sync_row WHERE tbl = ? ORDER BY key", arguments: [index])
        return try all.compactMap { row in
          let key: [UInt8] = row.bytes("key")
          return known.contains(key) ? nil : try SQLiteValue.values(decoding: key)
        }
      }
    }
  }
}

extension Engine {
  private static func value(_ value: DatabaseValue) -> SQLiteValue {
    switch value.storage {
    case .null, .double: .null
    case .int64(let number): .integer(number)
    case .string(let text): .text(text)
    case .blob(let data): .blob([UInt8](data))
    }
  }
}
