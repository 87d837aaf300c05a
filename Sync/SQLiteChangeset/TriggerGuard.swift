internal import CSQLite

/// Keeps writers other than ours away from synced tables. Each table has three triggers that abort a write with a
/// message; our own connections switch triggers off, so they pay nothing. The `sqlite3` shell and scripts, which go
/// unseen by capture, are refused instead of losing their change.
///
/// It protects against accidents, not against an attacker: whoever can write the file can drop the triggers.
public struct TriggerGuard: Hashable, Sendable {
  /// What the other writer is told.
  public let message: String

  /// - Parameter message: plain words: what happened, and which command to use; without NUL.
  public init(message: String) {
    self.message = message
  }

  /// The `CREATE TRIGGER` statements of one table, without semicolons.
  public func statements(for table: String) -> [String] {
    Self.operations.map { operation in
      """
      CREATE TRIGGER \(Self.name(operation, table)) BEFORE \(operation) ON \(SQL.identifier(table)) \
      BEGIN SELECT RAISE(ABORT, \(SQL.literal(message))); END
      """
    }
  }

  /// Installs the triggers, or replaces them where the message differs. Run it inside a transaction of the caller.
  public func install(on connection: OpaquePointer, tables: [String]) throws(SQLiteFailure) {
    for table in tables {
      for (operation, statement) in zip(Self.operations, statements(for: table)) {
        try unsafe Query.run(connection, "DROP TRIGGER IF EXISTS \(Self.name(operation, table))", "replace a guard")
        try unsafe Query.run(connection, statement, "guard a synced table")
      }
    }
  }

  private static let operations = ["INSERT", "UPDATE", "DELETE"]

  private static func name(_ operation: String, _ table: String) -> String {
    SQL.identifier("guard_\(table)_\(operation.lowercased())")
  }
}

/// How our own connections differ from those of other programs.
public enum ConnectionRules {
  /// Switches triggers off on this connection only, and with them the guards. Synced rows written by triggers could not
  /// be told from what a person wrote, so no trigger may fire here in any case.
  public static func openGuards(of connection: OpaquePointer) throws(SQLiteFailure) {
    try unsafe set(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, on: connection, "switch triggers off")
  }

  /// Makes SQLite distrust the file: no writes to its internal tables, no functions with side effects from the schema,
  /// and a size check on every cell that is read. Capture works under all three.
  public static func harden(_ connection: OpaquePointer) throws(SQLiteFailure) {
    try unsafe set(SQLITE_DBCONFIG_DEFENSIVE, 1, on: connection, "switch defensive mode on")
    try unsafe set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, on: connection, "switch trust in the schema off")
    try unsafe Query.run(connection, "PRAGMA cell_size_check = ON", "switch the cell size check on")
  }

  private static func set(
    _ option: Int32, _ value: Int32, on connection: OpaquePointer, _ operation: String
  ) throws(SQLiteFailure) {
    try SQLiteFailure.check(operation, unsafe qapi_sqlite3_db_config_flag(connection, option, value))
  }
}
