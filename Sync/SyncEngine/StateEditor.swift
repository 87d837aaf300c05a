internal import CSQLite
import GRDB
import Merge
import SQLiteChangeset

/// Enters plain updates into `sync_row`: one statement finds a row's state, edits it and stores it, through a function
/// that SQLite calls with the state in place.
@safe final class StateEditor {
  /// What the next `run` enters.
  var edit = RowEdit()
  private let update: RawStatement
  private var values = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var output: [UInt8] = []
  private var isDone = false

  /// Makes the function known to a connection, once when it is opened.
  static func register(on connection: OpaquePointer) throws {
    let code = unsafe sqlite3_create_function_v2(
      connection, "sync_edited", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, nil,
      { context, _, arguments in
        guard let arguments = unsafe arguments,
          let editor = unsafe sqlite3_value_pointer(arguments[1], RawStatement.name(StateEditor.pointerType))
        else { return unsafe sqlite3_result_error(context, "sync_edited is called by the engine alone", -1) }
        unsafe Unmanaged<StateEditor>.fromOpaque(editor).takeUnretainedValue().answer(context, arguments[0])
      }, nil, nil, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  init(on db: Database) throws {
    update = try RawStatement(
      "UPDATE sync_row SET state = sync_edited(state, ?1) WHERE tbl = ?2 AND key = ?3", on: db)
  }

  /// Enters `edit`, an update of a record's row.
  ///
  /// - Returns: false when the row's state asks for more than an edit in place; nothing is changed then.
  func run(table: Int, record: Int, of changes: SQLiteChangeset.Pinned) throws -> Bool {
    isDone = false
    unsafe values = changes.buffer
    unsafe update.bind(1, pointer: Unmanaged.passUnretained(self).toOpaque(), type: Self.pointerType)
    update.bind(2, Int64(table))
    update.bindKey(3, record, of: changes)
    _ = try update.run()
    return isDone
  }

  private func answer(_ context: OpaquePointer?, _ state: OpaquePointer?) {
    let count = unsafe Int(sqlite3_value_bytes(state))
    let start = unsafe sqlite3_value_blob(state)?.assumingMemoryBound(to: UInt8.self)
    let bytes = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    output.removeAll(keepingCapacity: true)
    isDone = unsafe edit.append(
      appliedTo: Span(_unsafeElements: bytes), values: Span(_unsafeElements: values), to: &output)
    guard isDone else { return unsafe sqlite3_result_value(context, state) }
    unsafe output.withUnsafeBytes { bytes in
      unsafe sqlite3_result_blob(context, bytes.baseAddress, Int32(bytes.count), RawStatement.copied)
    }
  }

  // SQLite keeps the name's address with the pointer, so it must live as long as the process.
  private static let pointerType: StaticString = "qapi-state-editor"
}
