internal import CSQLite

// The busiest path of all: from a record into a prepared statement, without a copy and without a value in between.
extension SQLiteChangeset {
  /// Calls `body` with the changeset held at one place in memory, so that SQLite can read values where they lie.
  public func withPinned<Result>(_ body: (Pinned) throws -> Result) rethrows -> Result {
    let bytes = storage.bytes
    return unsafe try bytes.withUnsafeBufferPointer { buffer in
      try body(unsafe Pinned(storage: storage, buffer: buffer))
    }
  }

  /// A changeset at one place in memory. It must not leave the closure that it was handed to, and what it has bound must
  /// be run or bound anew before that closure ends: SQLite keeps addresses, not copies.
  @safe public struct Pinned {
    let storage: Storage
    /// All its bytes.
    public let buffer: UnsafeBufferPointer<UInt8>

    /// Binds the new value of each column of an insert, the first to parameter 1.
    public func bindRow(_ index: Int, to statement: OpaquePointer) {
      let entry = storage.records[index]
      for column in 0..<storage.tables[Int(entry.table)].columnCount {
        unsafe bind(Int(storage.fields[Int(entry.firstField) + column]), to: statement, at: column + 1)
      }
    }

    /// Binds the values of a record's key, the first to parameter 1.
    public func bindKeyValues(_ index: Int, to statement: OpaquePointer) {
      let entry = storage.records[index]
      for (position, column) in storage.tables[Int(entry.table)].keyColumns.enumerated() {
        unsafe bind(Int(storage.fields[Int(entry.firstField) + column]), to: statement, at: position + 1)
      }
    }

    /// Binds the new value of one column of an update.
    public func bindNew(_ column: Int, of index: Int, to statement: OpaquePointer, at position: Int) {
      let entry = storage.records[index]
      let columnCount = storage.tables[Int(entry.table)].columnCount
      unsafe bind(
        Int(storage.fields[Int(entry.firstField) + columnCount + column]), to: statement, at: position)
    }

    /// Binds the canonical encoding of a record's key as one blob.
    public func bindKey(_ index: Int, to statement: OpaquePointer, at position: Int) {
      let record = Record(storage: storage, entry: storage.records[index])
      if storage.tables[record.tableIndex].keyLeads {
        let place = record.leadingKeyRange
        unsafe sqlite3_bind_blob(
          statement, Int32(position), buffer.baseAddress! + place.lowerBound, Int32(place.count), nil)
      } else {
        let key = record.key
        let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        unsafe sqlite3_bind_blob(statement, Int32(position), key, Int32(key.count), copied)
      }
    }

    private func bind(_ offset: Int, to statement: OpaquePointer, at position: Int) {
      let bytes = unsafe Span(_unsafeElements: buffer)
      let position = Int32(position)
      switch bytes[offset] {
      case SQLiteType.integer.rawValue:
        unsafe sqlite3_bind_int64(statement, position, Field.integer(in: bytes, at: offset))
      case SQLiteType.text.rawValue:
        let content = Field.content(in: bytes, at: offset)
        let start = unsafe UnsafeRawPointer(buffer.baseAddress! + content.lowerBound)
        unsafe sqlite3_bind_text(
          statement, position, start.assumingMemoryBound(to: CChar.self), Int32(content.count), nil)
      case SQLiteType.blob.rawValue:
        let content = Field.content(in: bytes, at: offset)
        unsafe sqlite3_bind_blob(
          statement, position, buffer.baseAddress! + content.lowerBound, Int32(content.count), nil)
      default:
        unsafe sqlite3_bind_null(statement, position)
      }
    }
  }
}

extension SQLiteChangeset.Record {
  /// The columns that an update changes, each with the place of its new value's encoding in the changeset's bytes,
  /// appended in ascending order.
  public func appendChangedColumns(to changes: inout [(register: Int, value: Range<Int>)]) {
    guard entry.kind == .update else { return }
    let columnCount = columnCount
    let first = Int(entry.firstField) + columnCount
    let bytes = storage.bytes
    for column in 0..<columnCount {
      let offset = Int(storage.fields[first + column])
      if bytes[offset] == Field.undefined { continue }
      changes.append((column, offset..<Field.end(in: bytes.span, at: offset)))
    }
  }
}
