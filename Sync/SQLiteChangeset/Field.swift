/// One field of a record: the type byte and what follows it. These functions are for fields that `FieldReader` has
/// passed; every access is still checked against the bounds.
enum Field {
  static let undefined: UInt8 = 0

  /// The offset behind the field that starts at `offset`.
  @inline(__always)
  static func end(in bytes: Span<UInt8>, at offset: Int) -> Int {
    switch bytes[offset] {
    case 1:
      return offset + 9
    case 3, 4:
      var position = offset + 1
      let count = Varint.readChecked(bytes, at: &position)
      return position + count
    default:
      return offset + 1
    }
  }

  /// Where the content of a text or blob lies; empty for other types.
  @inline(__always)
  static func content(in bytes: Span<UInt8>, at offset: Int) -> Range<Int> {
    guard bytes[offset] == 3 || bytes[offset] == 4 else { return offset + 1..<offset + 1 }
    var position = offset + 1
    let count = Varint.readChecked(bytes, at: &position)
    return position..<position + count
  }

  @inline(__always)
  static func integer(in bytes: Span<UInt8>, at offset: Int) -> Int64 {
    Int64(bitPattern: word(bytes, offset + 1))
  }

  static func value(in bytes: Span<UInt8>, at offset: Int) -> SQLiteValue {
    switch bytes[offset] {
    case 1:
      return .integer(integer(in: bytes, at: offset))
    case 3:
      return .text(copy(of: bytes, content(in: bytes, at: offset)))
    case 4:
      return .blob(copy(of: bytes, content(in: bytes, at: offset)))
    default:
      return .null
    }
  }

  static func copy(of bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe [UInt8]($0) }
  }

  /// Eight bytes, the first the most significant. The load checks its bounds; it is called unsafe for types other than
  /// integers.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ offset: Int) -> UInt64 {
    unsafe UInt64(bigEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Compares two runs of bytes, unsigned from the left; a run that is the start of another comes first.
  /// - Returns: below 0, 0 or above 0.
  @inline(__always)
  static func compare(_ a: Span<UInt8>, _ left: Range<Int>, _ b: Span<UInt8>, _ right: Range<Int>) -> Int {
    let common = min(left.count, right.count)
    var index = 0
    while index &+ 8 <= common {
      let x = word(a, left.lowerBound + index)
      let y = word(b, right.lowerBound + index)
      if x != y { return x < y ? -1 : 1 }
      index &+= 8
    }
    while index < common {
      let x = a[left.lowerBound + index]
      let y = b[right.lowerBound + index]
      if x != y { return x < y ? -1 : 1 }
      index &+= 1
    }
    return left.count - right.count
  }
}
