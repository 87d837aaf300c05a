internal import CSQLite

/// A call of SQLite that failed. It carries no SQL and no value.
public struct SQLiteFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was being done.
  public let operation: String
  /// SQLite's result code; 1 (`SQLITE_ERROR`) where it gives none.
  public let code: Int32

  public var description: String {
    let meaning = unsafe sqlite3_errstr(code).map { unsafe String(cString: $0) } ?? "unknown"
    return "SQLite could not \(operation): \(meaning) (\(code)); \(whatNext)"
  }

  private var whatNext: String {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: "wait for the other program, then try again"
    case SQLITE_FULL, SQLITE_IOERR: "look at the disk, then try again"
    case SQLITE_NOMEM, SQLITE_TOOBIG: "write less in one transaction"
    case SQLITE_CORRUPT, SQLITE_NOTADB: "check the database file, and restore it if it is damaged"
    default: "nothing was changed by this step"
    }
  }

  static func check(_ operation: @autoclosure () -> String, _ code: Int32) throws(SQLiteFailure) {
    guard code == SQLITE_OK else { throw SQLiteFailure(operation: operation(), code: code) }
  }
}
