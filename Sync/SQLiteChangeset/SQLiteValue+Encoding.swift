// The canonical encoding of one value is its field in SQLite's changeset record, so keys are cut out of changesets
// without being translated: a type byte, then 8 big-endian bytes (INTEGER), or a varint length and the bytes (TEXT,
// BLOB), or nothing (NULL). Each encoding ends by itself, so encodings that stand one after another are injective too.
extension SQLiteValue: Comparable {
  /// The canonical order: that of the encoded bytes, compared unsigned from the left. It is total and the same in
  /// every implementation, and it is not an order for people (negative integers come after positive ones).
  public static func < (left: SQLiteValue, right: SQLiteValue) -> Bool {
    if left.type != right.type { return left.type.rawValue < right.type.rawValue }
    switch (left, right) {
    case (.integer(let a), .integer(let b)):
      return UInt64(bitPattern: a) < UInt64(bitPattern: b)
    case (.text(let a), .text(let b)), (.blob(let a), .blob(let b)):
      if a.count == b.count { return a.lexicographicallyPrecedes(b) }
      return Varint.encoding(of: a.count).lexicographicallyPrecedes(Varint.encoding(of: b.count))
    default:
      return false
    }
  }

  /// Appends the canonical encoding.
  ///
  /// - Parameter bytes: text and blobs must be shorter than 2^28 bytes.
  public func encode(into bytes: inout [UInt8]) {
    bytes.append(type.rawValue)
    switch self {
    case .null:
      break
    case .integer(let number):
      let pattern = UInt64(bitPattern: number)
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: pattern >> UInt64(shift)))
      }
    case .text(let content), .blob(let content):
      Varint.append(content.count, to: &bytes)
      bytes.append(contentsOf: content)
    }
  }

  /// The canonical encoding of some values, one after another: a row's key when given the key's values in key order.
  public static func encoding(of values: [SQLiteValue]) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in values { value.encode(into: &bytes) }
    return bytes
  }

  /// Decodes the one value that starts at `position`, and moves `position` behind it.
  ///
  /// - Throws: `ChangesetError` with the offset in `bytes` where the encoding is not the canonical one of a value.
  public static func decode(
    _ bytes: [UInt8], at position: inout Int, limits: SQLiteChangeset.Limits = .init()
  ) throws(ChangesetError) -> SQLiteValue {
    let span = bytes.span
    let reader = FieldReader(valueByteCount: limits.valueByteCount)
    let end = try reader.field(in: span, at: position, undefined: .refused)
    let value = Field.value(in: span, at: position)
    position = end
    return value
  }

  /// Decodes bytes that hold the encodings of values and nothing else.
  public static func values(
    decoding bytes: [UInt8], limits: SQLiteChangeset.Limits = .init()
  ) throws(ChangesetError) -> [SQLiteValue] {
    var values: [SQLiteValue] = []
    var position = 0
    while position < bytes.count {
      values.append(try decode(bytes, at: &position, limits: limits))
    }
    return values
  }
}

extension SQLiteValue {
  /// Where the encoding that starts at `position` ends, for bytes of this node's own; nil when they are not one.
  public static func end(of bytes: Span<UInt8>, at position: Int) -> Int? {
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case SQLiteType.integer.rawValue:
      return bytes.count - position >= 9 ? position + 9 : nil
    case SQLiteType.text.rawValue, SQLiteType.blob.rawValue:
      var start = position + 1
      guard let count = try? Varint.read(bytes, at: &start), bytes.count - start >= count else { return nil }
      return start + count
    case SQLiteType.null.rawValue:
      return position + 1
    default:
      return nil
    }
  }
}
