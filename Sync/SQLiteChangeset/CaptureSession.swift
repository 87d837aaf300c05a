internal import CSQLite

/// Captures the row changes of one local transaction on one connection. It only captures: no bytes of another node are
/// ever given to the session extension, which is not safe against them.
///
/// Open it before the transaction's first write, take `changeset()` before COMMIT, and let it go before the connection
/// is closed. One session serves one transaction: over two commits it would keep only the first old and the last new
/// values. Never run ALTER TABLE inside.
@safe public final class CaptureSession {
  private let raw: OpaquePointer
  // SQLite holds its address until the session is deleted.
  private let names: NameFilter

  /// Starts to capture.
  ///
  /// - Parameters:
  ///   - connection: the `sqlite3 *` of an open connection, which must outlive the session.
  ///   - tables: the synced tables of the main database; changes of others are not looked at.
  public init(connection: OpaquePointer, tables: [String]) throws(SQLiteFailure) {
    names = NameFilter(tables)
    var created: OpaquePointer?
    try SQLiteFailure.check("start to capture changes", unsafe sqlite3session_create(connection, "main", &created))
    guard let session = unsafe created else {
      throw SQLiteFailure(operation: "start to capture changes", code: SQLITE_NOMEM)
    }
    unsafe raw = session
    // All tables, filtered at the first change of each: to attach forty by name cost 12 microseconds a transaction
    // and a longer search for every row; this costs nothing that depends on the number of tables.
    let context = unsafe Unmanaged.passUnretained(names).toOpaque()
    unsafe sqlite3session_table_filter(
      session,
      { context, name in
        guard let context = unsafe context, let name = unsafe name else { return 0 }
        let filter = unsafe Unmanaged<NameFilter>.fromOpaque(context).takeUnretainedValue()
        return unsafe filter.contains(name) ? 1 : 0
      }, context)
    try SQLiteFailure.check("watch the synced tables", unsafe sqlite3session_attach(session, nil))
  }

  deinit {
    unsafe sqlite3session_delete(raw)
  }

  /// Whether no synced row has been written yet. A write that was undone by another may still count.
  public var isEmpty: Bool {
    unsafe sqlite3session_isempty(raw) != 0
  }

  /// What the transaction has changed so far, as the session extension writes it: tables and records in no order.
  ///
  /// - Returns: bytes for `SQLiteChangeset.normalised`; empty if nothing changed.
  public func changeset() throws(SQLiteFailure) -> [UInt8] {
    var count: Int32 = 0
    var buffer: UnsafeMutableRawPointer?
    let code = unsafe sqlite3session_changeset(raw, &count, &buffer)
    defer { unsafe sqlite3_free(buffer) }
    try SQLiteFailure.check("write down the captured changes", code)
    return unsafe [UInt8](UnsafeRawBufferPointer(start: buffer, count: Int(count)))
  }
}

/// Sorted names, searched without making a `String`: it is asked about every row of every table that is not synced.
private final class NameFilter {
  private let names: [[UInt8]]

  init(_ names: [String]) {
    self.names = names.map { [UInt8]($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  func contains(_ name: UnsafePointer<CChar>) -> Bool {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      let order = unsafe Self.compare(name, names[middle])
      if order == 0 { return true }
      if order < 0 { high = middle } else { low = middle + 1 }
    }
    return false
  }

  private static func compare(_ name: UnsafePointer<CChar>, _ other: [UInt8]) -> Int {
    for index in other.indices {
      let byte = unsafe UInt8(bitPattern: name[index])
      // The NUL at the end of `name` is below every byte of `other`, so nothing behind it is read.
      if byte != other[index] { return Int(byte) - Int(other[index]) }
    }
    return unsafe Int(UInt8(bitPattern: name[other.count]))
  }
}
