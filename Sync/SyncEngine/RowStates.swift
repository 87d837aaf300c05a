import GRDB
import Merge
import SQLiteChangeset

/// Names a row of a synced table: the table's place in the configuration and the canonical encoding of the key.
public struct RowKey: Hashable, Sendable {
  public var table: Int
  public var key: [UInt8]

  public init(table: Int, key: [UInt8]) {
    self.table = table
    self.key = key
  }
}

/// Reads and writes `sync_row`.
final class RowStates {
  private let select: RawStatement
  private let upsert: RawStatement
  private let insert: RawStatement
  private let remove: RawStatement

  init(on db: Database) throws {
    select = try RawStatement("SELECT state FROM sync_row WHERE tbl = ?1 AND key = ?2", on: db)
    upsert = try RawStatement(
      """
      INSERT INTO sync_row (tbl, key, conflicts, state) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (tbl, key) DO UPDATE SET conflicts = excluded.conflicts, state = excluded.state
      """, on: db)
    insert = try RawStatement(
      "INSERT INTO sync_row (tbl, key, state) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", on: db)
    remove = try RawStatement("DELETE FROM sync_row WHERE tbl = ?1 AND key = ?2", on: db)
  }

  func state(_ row: RowKey) throws -> RowState? {
    select.bind(1, Int64(row.table))
    select.bind(2, row.key)
    guard let bytes = try select.first({ $0.bytes(0) }) else { return nil }
    guard let state = RowState(encoded: bytes) else {
      throw EngineError.failed("a row state in the database is damaged; run `doctor`, and restore a backup")
    }
    return state
  }

  func store(_ state: RowState, _ row: RowKey) throws {
    upsert.bind(1, Int64(row.table))
    upsert.bind(2, row.key)
    // Rows that no counting insert covers are marked, so that they are found without a scan.
    upsert.bind(3, state.hasInsert ? Int64(state.conflicts.count) : -1)
    upsert.bind(4, state.encoded)
    _ = try upsert.run()
  }

  /// Stores the state of a freshly inserted row.
  ///
  /// - Returns: false when the row has a state already; nothing is changed then.
  func storeFresh(table: Int, key: [UInt8], state: [UInt8]) throws -> Bool {
    insert.bind(1, Int64(table))
    insert.bind(2, key)
    insert.bind(3, state)
    return try insert.run() == 1
  }

  /// As above, for the row of a record.
  func storeFresh(table: Int, record: Int, of changes: SQLiteChangeset.Pinned, state: [UInt8]) throws -> Bool {
    insert.bind(1, Int64(table))
    insert.bindKey(2, record, of: changes)
    insert.bind(3, state)
    return try insert.run() == 1
  }

  func remove(_ row: RowKey) throws {
    remove.bind(1, Int64(row.table))
    remove.bind(2, row.key)
    _ = try remove.run()
  }
}
