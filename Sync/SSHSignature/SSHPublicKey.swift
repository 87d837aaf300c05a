/// An Ed25519 public key in the forms of OpenSSH.
public struct SSHPublicKey: Hashable, Sendable {
  /// 32 bytes: the encoded point.
  public let raw: [UInt8]

  /// - Parameter raw: 32 bytes.
  /// - Throws: `SSHError.keyByteCount`, or `SSHError.weakPublicKey` unless the bytes are the canonical encoding of a
  ///   point of prime order.
  public init(raw: [UInt8]) throws(SSHError) {
    try self.init(unchecked: raw)
    guard Ed25519.isOfPrimeOrder(raw) else { throw .weakPublicKey }
  }

  /// A key whose point is judged later, when a signature is verified, or that was just derived from a seed.
  init(unchecked raw: [UInt8]) throws(SSHError) {
    guard raw.count == Ed25519.publicKeyByteCount else {
      throw .keyByteCount(expected: Ed25519.publicKeyByteCount, found: raw.count)
    }
    self.raw = raw
  }

  /// Reads the line of a `.pub` file, without its newline.
  ///
  /// - Parameter line: `ssh-ed25519`, one space, 68 characters of base64, and optionally one space and a comment
  ///   without control characters.
  /// - Throws: `SSHError.unsupportedKeyType` for other kinds of keys, `.publicKeyLine`, `.wire`, `.weakPublicKey`.
  public init(openSSH line: String) throws(SSHError) {
    let line = [UInt8](line.utf8)
    let space = UInt8(ascii: " ")
    guard let nameEnd = line.firstIndex(of: space) else { throw .publicKeyLine(offset: line.count) }
    guard line[..<nameEnd].elementsEqual(WireName.ed25519) else {
      throw .unsupportedKeyType(SSHKeyType(name: line[..<nameEnd]))
    }
    let keyStart = nameEnd + 1
    let keyEnd = line[keyStart...].firstIndex(of: space) ?? line.count
    guard let blob = Base64.decode([UInt8](line[keyStart..<keyEnd])) else { throw .publicKeyLine(offset: keyStart) }
    if let control = line[keyEnd...].firstIndex(where: { $0 < space || $0 == 0x7f }) {
      throw .publicKeyLine(offset: control)
    }
    var reader = WireReader(blob[...])
    try self.init(raw: Self.rawKey(in: &reader))
    try reader.expectEnd()
  }

  /// The line of a `.pub` file, without comment and newline.
  public var openSSH: String {
    "ssh-ed25519 " + String(decoding: Base64.encode(blob), as: UTF8.self)
  }

  /// `SHA256:` and 43 characters of base64 without padding, as `ssh-keygen -l` shows it.
  public var fingerprint: String {
    readyLibrary()
    return "SHA256:" + String(decoding: Base64.encode(sha256(blob), padded: false), as: UTF8.self)
  }

  /// 51 bytes: the key type and the key.
  ///
  /// - Source: RFC 8709, section 4.
  var blob: [UInt8] {
    var blob: [UInt8] = []
    blob.reserveCapacity(51)
    blob.appendWire(WireName.ed25519)
    blob.appendWire(raw)
    return blob
  }

  /// Reads the two fields of ``blob``.
  static func rawKey(in reader: inout WireReader) throws(SSHError) -> [UInt8] {
    try reader.expectEd25519()
    return [UInt8](try reader.string(of: Ed25519.publicKeyByteCount))
  }
}
