internal import CSQLite

/// A few rows from the catalogue of a database: names and flags, which are all small.
enum Query {
  static func rows(
    _ connection: OpaquePointer, _ sql: String, _ arguments: [String] = []
  ) throws(SQLiteFailure) -> [[SQLiteValue]] {
    var prepared: OpaquePointer?
    try SQLiteFailure.check("read the schema", unsafe sqlite3_prepare_v2(connection, sql, -1, &prepared, nil))
    defer { unsafe sqlite3_finalize(prepared) }
    for (index, argument) in arguments.enumerated() {
      // nil for the destructor means that SQLite does not copy, so the bytes must stay; -1 makes it copy.
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      try SQLiteFailure.check(
        "read the schema", unsafe sqlite3_bind_text(prepared, Int32(index + 1), argument, -1, transient))
    }
    var rows: [[SQLiteValue]] = []
    while true {
      let code = unsafe sqlite3_step(prepared)
      if code == SQLITE_DONE { return rows }
      guard code == SQLITE_ROW else { throw SQLiteFailure(operation: "read the schema", code: code) }
      let count = unsafe sqlite3_column_count(prepared)
      rows.append((0..<count).map { unsafe value(prepared, $0) })
    }
  }

  static func run(_ connection: OpaquePointer, _ sql: String, _ operation: String) throws(SQLiteFailure) {
    try SQLiteFailure.check(operation, unsafe sqlite3_exec(connection, sql, nil, nil, nil))
  }

  private static func value(_ statement: OpaquePointer?, _ column: Int32) -> SQLiteValue {
    switch unsafe sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER:
      return .integer(unsafe sqlite3_column_int64(statement, column))
    case SQLITE_NULL:
      return .null
    default:
      // Everything else that a catalogue holds is text.
      let start = unsafe sqlite3_column_text(statement, column)
      let count = unsafe Int(sqlite3_column_bytes(statement, column))
      return .text(unsafe [UInt8](UnsafeBufferPointer(start: start, count: count)))
    }
  }
}
