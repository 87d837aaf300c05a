import CSQLite
import SQLiteChangeset

/// SQLite's own reader of changesets, used as a judge of bytes that this test process has made itself. It must never
/// see bytes of another origin.
enum Judge {
  /// Every change in order, one line each: table, operation, old fields, new fields.
  static func lines(_ bytes: [UInt8]) -> [String] {
    var copy = bytes
    return unsafe copy.withUnsafeMutableBytes { buffer in
      var iterator: OpaquePointer?
      guard unsafe sqlite3changeset_start(&iterator, Int32(buffer.count), buffer.baseAddress) == SQLITE_OK else {
        return ["unreadable"]
      }
      var lines: [String] = []
      while unsafe sqlite3changeset_next(iterator) == SQLITE_ROW {
        var name: UnsafePointer<CChar>?
        var count: Int32 = 0
        var operation: Int32 = 0
        var indirect: Int32 = 0
        unsafe sqlite3changeset_op(iterator, &name, &count, &operation, &indirect)
        let table = unsafe String(cString: name!)
        let old = unsafe fields(iterator, count, operation != SQLITE_INSERT, sqlite3changeset_old)
        let new = unsafe fields(iterator, count, operation != SQLITE_DELETE, sqlite3changeset_new)
        lines.append("\(table) \(operation) \(old) \(new)")
      }
      let code = unsafe sqlite3changeset_finalize(iterator)
      return code == SQLITE_OK ? lines : lines + ["error \(code)"]
    }
  }

  private typealias Reader = (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Int32

  private static func fields(_ iterator: OpaquePointer?, _ count: Int32, _ present: Bool, _ read: Reader) -> [String] {
    (0..<count).map { column in
      var raw: OpaquePointer?
      guard present, unsafe read(iterator, column, &raw) == SQLITE_OK, let raw = unsafe raw else { return "-" }
      return unsafe show(value(of: raw))
    }
  }

  /// Applies a changeset with SQLite's own code. Returns its result code.
  static func apply(_ bytes: [UInt8], to database: Database) -> Int32 {
    var copy = bytes
    return unsafe copy.withUnsafeMutableBytes { buffer in
      unsafe sqlite3changeset_apply(
        database.connection, Int32(buffer.count), buffer.baseAddress, nil, { _, _, _ in SQLITE_CHANGESET_ABORT }, nil)
    }
  }
}

extension SQLiteChangeset {
  /// The same lines as the judge's, from our reader.
  var lines: [String] {
    (0..<recordCount).map { index in
      let record = record(at: index)
      let old = (0..<record.columnCount).map { show(record.old($0)?.value) }
      let new = (0..<record.columnCount).map { show(record.new($0)?.value) }
      return "\(record.table.name) \(record.kind.rawValue) \(old) \(new)"
    }
  }

  /// Every value copied out and written again: what the law of the codec compares with `bytes`.
  func rewritten() throws -> [UInt8] {
    var writer = ChangesetWriter(tables: tables.map(\.name))
    for index in (0..<recordCount).reversed() {
      let record = record(at: index)
      let old = (0..<record.columnCount).map { record.old($0)?.value }
      let new = (0..<record.columnCount).map { record.new($0)?.value }
      switch record.kind {
      case .insert: try writer.insert(into: record.table, new.map { $0! })
      case .delete: try writer.delete(from: record.table, old.map { $0! })
      case .update: try writer.update(record.table, old: old, new: new)
      }
    }
    return try writer.finish().bytes
  }
}
