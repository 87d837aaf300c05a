/// The strict reader of one field, and the only place that decides what a field may be.
struct FieldReader {
  let valueByteCount: Int

  enum Undefined {
    case allowed
    case refused
  }

  /// - Returns: the offset behind the field at `offset`.
  @inline(__always)
  func field(in bytes: Span<UInt8>, at offset: Int, undefined: Undefined) throws(ChangesetError) -> Int {
    guard offset >= 0, offset < bytes.count else { throw ChangesetError(.truncated, at: offset) }
    switch bytes[offset] {
    case SQLiteType.integer.rawValue:
      guard bytes.count &- offset >= 9 else { throw ChangesetError(.truncated, at: bytes.count) }
      return offset &+ 9
    case SQLiteType.text.rawValue:
      let content = try content(in: bytes, at: offset)
      try TextRule.check(bytes, content)
      return content.upperBound
    case SQLiteType.blob.rawValue:
      return try content(in: bytes, at: offset).upperBound
    case SQLiteType.null.rawValue:
      return offset &+ 1
    case Field.undefined:
      guard undefined == .allowed else { throw ChangesetError(.undefinedField, at: offset) }
      return offset &+ 1
    case 2:
      throw ChangesetError(.real, at: offset)
    default:
      throw ChangesetError(.fieldType, at: offset)
    }
  }

  @inline(__always)
  private func content(in bytes: Span<UInt8>, at offset: Int) throws(ChangesetError) -> Range<Int> {
    var position = offset + 1
    let count = try Varint.read(bytes, at: &position)
    guard count <= valueByteCount else { throw ChangesetError(.valueTooLong, at: offset + 1) }
    guard bytes.count &- position >= count else { throw ChangesetError(.truncated, at: bytes.count) }
    return position..<position &+ count
  }
}

/// Text is valid UTF-8 without NUL: SQLite stores anything, and its functions stop at a NUL.
enum TextRule {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  static func check(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(ChangesetError) {
    var index = range.lowerBound
    // Eight bytes at a time while they are ASCII: no high bit, and no borrow from a zero byte.
    while index &+ 8 <= range.upperBound {
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard (word | (word &- ones)) & highs == 0 else { return try checkSlowly(bytes, index..<range.upperBound) }
      index &+= 8
    }
    while index < range.upperBound {
      guard bytes[index] &- 1 < 0x7F else { return try checkSlowly(bytes, index..<range.upperBound) }
      index &+= 1
    }
  }

  /// What stands before `range` is ASCII, so no character is cut by it.
  @inline(never)
  private static func checkSlowly(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(ChangesetError) {
    for index in range where bytes[index] == 0 { throw ChangesetError(.textWithNUL, at: index) }
    do {
      _ = try UTF8Span(validating: bytes.extracting(range))
    } catch {
      throw ChangesetError(.textNotUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }
}
