/// One value of a synced column, with exactly the types that a synced column may have; there is no REAL.
///
/// Values are equal when their SQLite type and their bytes are equal. Text is kept as UTF-8 bytes, because Swift's
/// `String` takes two spellings of the same letter for one, and SQLite's BINARY collation does not.
public enum SQLiteValue: Hashable, Sendable {
  case null
  case integer(Int64)
  /// UTF-8 bytes, without NUL.
  case text([UInt8])
  case blob([UInt8])

  /// Text from a string, byte for byte as its UTF-8 is; no normalisation.
  public static func text(_ string: String) -> SQLiteValue {
    .text([UInt8](string.utf8))
  }

  /// The text as a string, or nil for another type. For display; compare the values themselves.
  public var string: String? {
    guard case .text(let bytes) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  public var integer: Int64? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  public var type: SQLiteType {
    switch self {
    case .null: .null
    case .integer: .integer
    case .text: .text
    case .blob: .blob
    }
  }
}

/// The type of a value; the raw value is SQLite's fundamental type code and the type byte of the encoding.
public enum SQLiteType: UInt8, Hashable, Sendable {
  case integer = 1
  case text = 3
  case blob = 4
  case null = 5
}
