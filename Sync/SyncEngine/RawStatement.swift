internal import CSQLite
import GRDB
import SQLiteChangeset

/// A prepared statement of the paths that run once for each row; GRDB serves all others.
///
/// It belongs to one connection and must not outlive it: the `Applier` that owns it lives within one transaction.
@safe final class RawStatement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ sql: String, on db: Database) throws {
    guard let connection = unsafe db.sqliteConnection else { throw EngineError.failed("the database is closed") }
    unsafe self.connection = connection
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared = unsafe prepared else {
      throw unsafe DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
    }
    unsafe handle = prepared
  }

  deinit { unsafe sqlite3_finalize(handle) }

  func bind(_ position: Int, _ value: Int64) {
    unsafe sqlite3_bind_int64(handle, Int32(position), value)
  }

  /// Binds a blob; the bytes are copied.
  func bind(_ position: Int, _ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe bindBlob(position, $0) }
  }

  func bind(_ position: Int, _ value: SQLiteValue) {
    switch value {
    case .null: unsafe sqlite3_bind_null(handle, Int32(position))
    case .integer(let number): bind(position, number)
    case .blob(let bytes): bind(position, bytes)
    case .text(let bytes): unsafe bytes.withUnsafeBytes { unsafe bindText(position, $0) }
    }
  }

  /// Binds a value of a changeset without making a value of it first.
  func bind(_ position: Int, _ cell: SQLiteChangeset.Cell) {
    switch cell.type {
    case .null: unsafe sqlite3_bind_null(handle, Int32(position))
    case .integer: bind(position, cell.integer ?? 0)
    case .blob: cell.withBytes { span in unsafe span.withUnsafeBytes { unsafe bindBlob(position, $0) } }
    case .text: cell.withBytes { span in unsafe span.withUnsafeBytes { unsafe bindText(position, $0) } }
    }
  }

  /// Binds the row of an insert, the first column to parameter 1. Nothing is copied: run or bind anew before the changeset
  /// is let go.
  func bindRow(_ record: Int, of changes: SQLiteChangeset.Pinned) {
    unsafe changes.bindRow(record, to: handle)
  }

  /// Binds a record's key as one blob; nothing is copied.
  func bindKey(_ position: Int, _ record: Int, of changes: SQLiteChangeset.Pinned) {
    unsafe changes.bindKey(record, to: handle, at: position)
  }

  /// Binds the values of a record's key from parameter 1; nothing is copied.
  func bindKeyValues(_ record: Int, of changes: SQLiteChangeset.Pinned) {
    unsafe changes.bindKeyValues(record, to: handle)
  }

  /// Binds what an update makes of one column; nothing is copied.
  func bindNew(_ position: Int, _ column: Int, _ record: Int, of changes: SQLiteChangeset.Pinned) {
    unsafe changes.bindNew(column, of: record, to: handle, at: position)
  }

  /// Binds an address for a function of ours; SQL sees NULL.
  func bind(_ position: Int, pointer: UnsafeMutableRawPointer, type: StaticString) {
    unsafe sqlite3_bind_pointer(handle, Int32(position), pointer, Self.name(type), nil)
  }

  static func name(_ type: StaticString) -> UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(type.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  // An empty buffer may have no address, and a null pointer would bind NULL.
  private func bindBlob(_ position: Int, _ buffer: UnsafeRawBufferPointer) {
    if let start = buffer.baseAddress, unsafe !buffer.isEmpty {
      unsafe sqlite3_bind_blob(handle, Int32(position), start, Int32(buffer.count), Self.copied)
    } else {
      unsafe sqlite3_bind_zeroblob(handle, Int32(position), 0)
    }
  }

  private func bindText(_ position: Int, _ buffer: UnsafeRawBufferPointer) {
    if let start = buffer.baseAddress, unsafe !buffer.isEmpty {
      let text = unsafe start.assumingMemoryBound(to: CChar.self)
      unsafe sqlite3_bind_text(handle, Int32(position), text, Int32(buffer.count), Self.copied)
    } else {
      unsafe sqlite3_bind_text(handle, Int32(position), "", 0, Self.copied)
    }
  }

  /// Runs a statement that returns no row.
  ///
  /// - Returns: how many rows it changed.
  func run() throws -> Int {
    let code = unsafe sqlite3_step(handle)
    guard code == SQLITE_DONE else {
      let failure = error(code)
      unsafe sqlite3_reset(handle)
      throw failure
    }
    let count = unsafe sqlite3_changes(connection)
    unsafe sqlite3_reset(handle)
    return Int(count)
  }

  /// Runs a statement and reads its first row, if there is one.
  func first<Value>(_ read: (RawStatement) throws -> Value) throws -> Value? {
    defer { unsafe sqlite3_reset(handle) }
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return try read(self)
    case SQLITE_DONE: return nil
    case let code: throw error(code)
    }
  }

  /// Runs a statement and reads each of its rows.
  func each(_ read: (RawStatement) throws -> Void) throws {
    defer { unsafe sqlite3_reset(handle) }
    while true {
      switch unsafe sqlite3_step(handle) {
      case SQLITE_ROW: try read(self)
      case SQLITE_DONE: return
      case let code: throw error(code)
      }
    }
  }

  var columnCount: Int { unsafe Int(sqlite3_column_count(handle)) }

  func integer(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(handle, Int32(column)) }

  func bytes(_ column: Int) -> [UInt8] {
    let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
    guard count > 0, let start = unsafe sqlite3_column_blob(handle, Int32(column)) else { return [] }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  func value(_ column: Int) -> SQLiteValue {
    switch unsafe sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: return .integer(integer(column))
    case SQLITE_TEXT: return .text(bytes(column))
    case SQLITE_BLOB: return .blob(bytes(column))
    default: return .null
    }
  }

  private func error(_ code: Int32) -> any Error {
    unsafe DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }

  // SQLITE_TRANSIENT: SQLite copies what is bound.
  static let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

extension SQLiteValue {
  /// SQL text never holds a value; names come from the configuration alone, and are quoted all the same.
  static func quoted(_ name: String) -> String { "\"\(name)\"" }
}
