import CSQLite
import Foundation
import SQLiteChangeset

/// An SQLite database for one test: in memory, or in a file that other programs can open.
@safe final class Database {
  let connection: OpaquePointer

  init(_ path: String = ":memory:") {
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open(path, &opened)
    precondition(code == SQLITE_OK, "the test database does not open: \(code)")
    unsafe connection = opened!
  }

  deinit {
    unsafe sqlite3_close(connection)
  }

  struct Refused: Error {
    let message: String
  }

  func run(_ sql: String) throws {
    guard unsafe sqlite3_exec(connection, sql, nil, nil, nil) != SQLITE_OK else { return }
    throw unsafe Refused(message: String(cString: sqlite3_errmsg(connection)))
  }

  /// Runs one statement with arguments; nil stands for NULL.
  func run(_ sql: String, _ arguments: [SQLiteValue]) throws {
    var statement: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
      throw unsafe Refused(message: String(cString: sqlite3_errmsg(connection)))
    }
    defer { unsafe sqlite3_finalize(statement) }
    let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, argument) in arguments.enumerated() {
      let position = Int32(index + 1)
      switch argument {
      case .null:
        unsafe sqlite3_bind_null(statement, position)
      case .integer(let number):
        unsafe sqlite3_bind_int64(statement, position, number)
      case .text(let bytes):
        unsafe bytes.withUnsafeBytes { buffer in
          let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
          if let start = unsafe start {
            unsafe sqlite3_bind_text(statement, position, start, Int32(bytes.count), copies)
          } else {
            unsafe sqlite3_bind_text(statement, position, "", 0, copies)
          }
        }
      case .blob(let bytes):
        if bytes.isEmpty {
          unsafe sqlite3_bind_zeroblob(statement, position, 0)
        } else {
          unsafe bytes.withUnsafeBytes { buffer in
            _ = unsafe sqlite3_bind_blob(statement, position, buffer.baseAddress, Int32(bytes.count), copies)
          }
        }
      }
    }
    let code = unsafe sqlite3_step(statement)
    guard code == SQLITE_DONE || code == SQLITE_ROW else {
      throw unsafe Refused(message: String(cString: sqlite3_errmsg(connection)))
    }
  }

  /// The rows of a query, each as text in which types can be told apart.
  func rows(_ sql: String) throws -> [String] {
    var statement: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
      throw unsafe Refused(message: String(cString: sqlite3_errmsg(connection)))
    }
    defer { unsafe sqlite3_finalize(statement) }
    var rows: [String] = []
    while unsafe sqlite3_step(statement) == SQLITE_ROW {
      let count = unsafe sqlite3_column_count(statement)
      rows.append(
        (0..<count).map { unsafe show(value(of: sqlite3_column_value(statement, $0))) }.joined(separator: "|"))
    }
    return rows
  }

  /// Runs `body` in one transaction and returns what the session extension captured of it.
  func capture(_ tables: [String], _ body: () throws -> Void) throws -> [UInt8] {
    try run("BEGIN IMMEDIATE")
    let session = try unsafe CaptureSession(connection: connection, tables: tables)
    try body()
    let bytes = try session.changeset()
    try run("COMMIT")
    return bytes
  }
}

/// Copies a value out of SQLite.
func value(of raw: OpaquePointer?) -> SQLiteValue {
  switch unsafe sqlite3_value_type(raw) {
  case SQLITE_INTEGER:
    return .integer(unsafe sqlite3_value_int64(raw))
  case SQLITE_NULL:
    return .null
  case let type:
    let start = unsafe sqlite3_value_blob(raw)
    let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(raw))))
    return type == SQLITE_TEXT ? .text(bytes) : .blob(bytes)
  }
}

func show(_ value: SQLiteValue?) -> String {
  switch value {
  case nil: "-"
  case .null: "NULL"
  case .integer(let number): "\(number)"
  case .text(let bytes): "t\(bytes)"
  case .blob(let bytes): "b\(bytes)"
  }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Seed: RandomNumberGenerator {
  var state: UInt64

  init(_ state: UInt64) {
    self.state = state
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

struct Outcome {
  let status: Int32
  let errors: String
}

/// Runs a stock program and waits for it.
func runTool(_ arguments: [String]) throws -> Outcome {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = arguments
  let errors = Pipe()
  process.standardError = errors
  process.standardOutput = FileHandle.nullDevice
  try process.run()
  let text = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Outcome(status: process.terminationStatus, errors: String(decoding: text, as: UTF8.self))
}

/// Calls `body` with the path of a database file that is gone afterwards.
func withFile<Result>(_ name: String, _ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "changeset-\(ProcessInfo.processInfo.processIdentifier)-\(name)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.appending(path: "test.sqlite").path)
}
