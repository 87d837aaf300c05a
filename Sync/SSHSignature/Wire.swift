/// Reads the fields of an SSH blob in order: numbers are big-endian, a string has its length in four bytes before it.
///
/// - Source: RFC 4251, section 5.
struct WireReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Where the next field begins, counted from the first byte of the whole blob.
  var offset: Int { position }

  mutating func number() throws(SSHError) -> UInt32 {
    try take(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func string() throws(SSHError) -> ArraySlice<UInt8> {
    let start = position
    let count = Int(try number())
    guard count <= bytes.endIndex - position else { throw .wire(offset: start) }
    return try take(count)
  }

  mutating func string(of count: Int) throws(SSHError) -> ArraySlice<UInt8> {
    let start = position
    let value = try string()
    guard value.count == count else { throw .wire(offset: start) }
    return value
  }

  mutating func expect(_ expected: [UInt8]) throws(SSHError) {
    let start = position
    guard try take(expected.count).elementsEqual(expected) else { throw .wire(offset: start) }
  }

  /// Reads a key type name, and goes on only if it is Ed25519's.
  mutating func expectEd25519() throws(SSHError) {
    let name = try string()
    guard name.elementsEqual(WireName.ed25519) else { throw .unsupportedKeyType(SSHKeyType(name: name)) }
  }

  func expectEnd() throws(SSHError) {
    guard position == bytes.endIndex else { throw .wire(offset: position) }
  }

  private mutating func take(_ count: Int) throws(SSHError) -> ArraySlice<UInt8> {
    guard count <= bytes.endIndex - position else { throw .wire(offset: position) }
    defer { position += count }
    return bytes[position..<position + count]
  }
}

/// The names that the wire formats spell out.
enum WireName {
  static let ed25519 = [UInt8]("ssh-ed25519".utf8)
  static let none = [UInt8]("none".utf8)
  static let signatureMagic = [UInt8]("SSHSIG".utf8)
  static let privateKeyMagic = [UInt8]("openssh-key-v1\0".utf8)
}

extension [UInt8] {
  mutating func appendWire(_ number: UInt32) {
    append(UInt8(truncatingIfNeeded: number >> 24))
    append(UInt8(truncatingIfNeeded: number >> 16))
    append(UInt8(truncatingIfNeeded: number >> 8))
    append(UInt8(truncatingIfNeeded: number))
  }

  mutating func appendWire(_ string: some Collection<UInt8>) {
    appendWire(UInt32(string.count))
    append(contentsOf: string)
  }
}
