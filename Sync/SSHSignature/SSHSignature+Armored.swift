/// The armored form of a signature, as `ssh-keygen -Y sign` writes it.
///
/// - Source: PROTOCOL.sshsig, sections 1 and 2.
extension SSHSignature {
  private static let version: UInt32 = 1

  /// The signature as a text file: lines of 70 characters, each with its newline, the last one too.
  public var armored: [UInt8] {
    var blob = WireName.signatureMagic
    blob.reserveCapacity(192 + namespace.utf8.count)
    blob.appendWire(Self.version)
    blob.appendWire(publicKey.blob)
    blob.appendWire(namespace.utf8)
    blob.appendWire([])
    blob.appendWire(hashAlgorithm.rawValue.utf8)
    var inner: [UInt8] = []
    inner.reserveCapacity(83)
    inner.appendWire(WireName.ed25519)
    inner.appendWire(signature)
    blob.appendWire(inner)
    return Armor.signature.encode(blob)
  }

  /// Reads a signature, and refuses whatever ``armored`` would not write. It verifies nothing.
  ///
  /// - Throws: `SSHError.armor`, `.wire`, `.unsupportedVersion`, `.unsupportedKeyType`, `.namespace`,
  ///   `.reservedNotEmpty` or `.unsupportedHash`.
  public init(armored: [UInt8]) throws(SSHError) {
    let blob = try Armor.signature.decode(armored)
    var reader = WireReader(blob[...])
    try reader.expect(WireName.signatureMagic)
    let version = try reader.number()
    guard version == Self.version else { throw .unsupportedVersion(version) }
    var keyReader = WireReader(try reader.string())
    publicKey = try SSHPublicKey(unchecked: SSHPublicKey.rawKey(in: &keyReader))
    try keyReader.expectEnd()
    let namespace = try reader.string()
    guard SSHName.isValid(namespace) else { throw .namespace }
    self.namespace = String(decoding: namespace, as: UTF8.self)
    guard try reader.string().isEmpty else { throw .reservedNotEmpty }
    guard let hashAlgorithm = HashAlgorithm(rawValue: String(decoding: try reader.string(), as: UTF8.self)) else {
      throw .unsupportedHash
    }
    self.hashAlgorithm = hashAlgorithm
    var signatureReader = WireReader(try reader.string())
    try signatureReader.expectEd25519()
    signature = [UInt8](try signatureReader.string(of: Ed25519.signatureByteCount))
    try signatureReader.expectEnd()
    try reader.expectEnd()
  }
}
