/// The 512-byte header of one file, in the only form that is written and read.
///
/// Reading compares: a header is accepted if writing its name and size gives the same 512 bytes.
///
/// - Source: POSIX.1-2017, pax, ustar Interchange Format.
struct TarHeader {
  static let byteCount = 512
  /// The largest size that eleven octal digits hold: 8 GiB less one byte.
  static let maximumFileByteCount = 0o777_7777_7777

  var name: String
  var byteCount: Int

  /// Where a field begins, and how many bytes it has.
  enum Field {
    static let name = (offset: 0, byteCount: 100)
    static let size = (offset: 124, byteCount: 12)
    static let checksum = (offset: 148, byteCount: 8)
    static let type = (offset: 156, byteCount: 1)
  }

  /// Every byte but name, size and checksum: mode 0644, owner, group and time 0, a regular file, no owner names.
  private static let fixedFields: [UInt8] = {
    var header = [UInt8](repeating: 0, count: byteCount)
    func put(_ text: String, at offset: Int) {
      header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
    }
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put("00000000000", at: 136)
    put("        ", at: Field.checksum.offset)
    put("0", at: Field.type.offset)
    put("ustar\u{0}00", at: 257)
    put("0000000", at: 329)
    put("0000000", at: 337)
    return header
  }()

  /// The 512 bytes. The name is valid and the size within eleven octal digits.
  var bytes: [UInt8] {
    var header = Self.fixedFields
    for (index, byte) in name.utf8.enumerated() {
      header[Field.name.offset + index] = byte
    }
    Self.putOctal(byteCount, digits: 11, at: Field.size.offset, in: &header)
    let sum = Self.checksum(of: header[...])
    // Six digits, NUL, space: the form that every historic tar wrote.
    Self.putOctal(sum, digits: 6, at: Field.checksum.offset, in: &header)
    header[Field.checksum.offset + 6] = 0
    return header
  }

  /// Reads the header that begins at `offset` of the tar layer.
  ///
  /// - Parameter header: 512 bytes, not all zero.
  init(_ header: [UInt8], at offset: Int) throws(ArchiveError) {
    let name = header[..<Field.name.byteCount].prefix { $0 != 0 }
    let size = Self.octal(header[Field.size.offset..<Field.size.offset + 11])
    if let size, ArchiveFile.isValid(name: name) {
      self.init(name: String(decoding: name, as: UTF8.self), byteCount: size)
      if bytes == header { return }
    }
    throw Self.reasonToRefuse(header, name: name, size: size, at: offset)
  }

  init(name: String, byteCount: Int) {
    self.name = name
    self.byteCount = byteCount
  }

  /// Says why a header is not one of ours: first damage, then what kind of entry it is, then its fields.
  private static func reasonToRefuse(
    _ header: [UInt8], name: ArraySlice<UInt8>, size: Int?, at offset: Int
  ) -> ArchiveError {
    let sumField = header[Field.checksum.offset..<Field.checksum.offset + Field.checksum.byteCount]
    guard octal(sumField.prefix(6)) == checksum(of: header[...]) else { return .headerChecksum(offset: offset) }
    switch header[Field.type.offset] {
    case UInt8(ascii: "0"): break
    case UInt8(ascii: "1"), UInt8(ascii: "2"): return .link(offset: offset)
    case UInt8(ascii: "x"), UInt8(ascii: "g"), UInt8(ascii: "L"), UInt8(ascii: "K"):
      return .extendedHeader(offset: offset)
    default: return .entryType(offset: offset)
    }
    guard ArchiveFile.isValid(name: name) else { return .name(offset: offset) }
    guard size != nil else { return .fileSize(offset: offset) }
    return .header(offset: offset)
  }

  /// The sum of all bytes, with spaces in place of the checksum itself.
  private static func checksum(of header: ArraySlice<UInt8>) -> Int {
    var sum = 8 * 0x20
    for (index, byte) in header.enumerated() where index < 148 || index >= 156 {
      sum += Int(byte)
    }
    return sum
  }

  private static func octal(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= 0x30, digit < 0x38 else { return nil }
      value = value << 3 | Int(digit - 0x30)
    }
    return value
  }

  private static func putOctal(_ value: Int, digits: Int, at offset: Int, in header: inout [UInt8]) {
    var rest = value
    for index in (offset..<offset + digits).reversed() {
      header[index] = 0x30 + UInt8(rest & 7)
      rest >>= 3
    }
  }
}
