/// The integers of the format: SQLite's varint, 7 bits a byte, most significant first, the high bit set on all but the
/// last. Only the shortest form is canonical. No number here reaches 2^28, so four bytes are the longest form.
enum Varint {
  static let limit = 1 << 28

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    precondition(number >= 0 && number < limit, "a length of \(number) does not fit the changeset format")
    if number >= 1 << 21 { bytes.append(UInt8(truncatingIfNeeded: number >> 21 | 0x80)) }
    if number >= 1 << 14 { bytes.append(UInt8(truncatingIfNeeded: number >> 14 | 0x80)) }
    if number >= 1 << 7 { bytes.append(UInt8(truncatingIfNeeded: number >> 7 | 0x80)) }
    bytes.append(UInt8(number & 0x7F))
  }

  static func encoding(of number: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return bytes
  }

  /// Reads the varint at `position` and moves `position` behind it.
  @inline(__always)
  static func read(_ bytes: Span<UInt8>, at position: inout Int) throws(ChangesetError) -> Int {
    guard position < bytes.count else { throw ChangesetError(.truncated, at: position) }
    let first = bytes[position]
    if first < 0x80 {
      position += 1
      return Int(first)
    }
    return try readLong(bytes, at: &position)
  }

  private static func readLong(_ bytes: Span<UInt8>, at position: inout Int) throws(ChangesetError) -> Int {
    let start = position
    guard bytes[start] != 0x80 else { throw ChangesetError(.nonCanonicalVarint, at: start) }
    var number = 0
    for offset in start..<start + 4 {
      guard offset < bytes.count else { throw ChangesetError(.truncated, at: offset) }
      number = number << 7 | Int(bytes[offset] & 0x7F)
      if bytes[offset] < 0x80 {
        position = offset + 1
        return number
      }
    }
    throw ChangesetError(.valueTooLong, at: start)
  }

  /// Reads a varint that was checked before.
  @inline(__always)
  static func readChecked(_ bytes: Span<UInt8>, at position: inout Int) -> Int {
    var number = 0
    while true {
      let byte = bytes[position]
      position += 1
      number = number << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return number }
    }
  }
}
