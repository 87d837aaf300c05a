/// The private key file of OpenSSH, `openssh-key-v1`, without passphrase.
///
/// - Source: openssh/openssh-portable, PROTOCOL.key, sections 1, 3 and 5.
extension SSHSigningKey {
  /// The file as `ssh-keygen` writes and reads it: secret.
  ///
  /// - Parameters:
  ///   - comment: shown by `ssh-keygen -l`; control characters are written as spaces.
  ///   - checkInt: any number, usually random. It keeps no secret and protects nothing when there is no passphrase.
  public func openSSHPrivateKey(comment: String, checkInt: UInt32) -> String {
    var section: [UInt8] = []
    section.reserveCapacity(256 + comment.utf8.count)
    section.appendWire(checkInt)
    section.appendWire(checkInt)
    section.appendWire(WireName.ed25519)
    section.appendWire(publicKey.raw)
    section.appendWire(seed + publicKey.raw)
    section.appendWire(comment.utf8.map { $0 < 0x20 || $0 == 0x7f ? 0x20 : $0 })
    let padding = (8 - section.count % 8) % 8
    section += (0..<padding).map { UInt8($0 + 1) }

    var blob = WireName.privateKeyMagic
    blob.reserveCapacity(128 + section.count)
    blob.appendWire(WireName.none)
    blob.appendWire(WireName.none)
    blob.appendWire([])
    blob.appendWire(1)
    blob.appendWire(publicKey.blob)
    blob.appendWire(section)

    var armored = Armor.privateKey.encode(blob)
    defer {
      wipe(&section)
      wipe(&blob)
      wipe(&armored)
    }
    return String(decoding: armored, as: UTF8.self)
  }

  /// Reads a private key file. Its comment is not kept.
  ///
  /// - Throws: `SSHError.encryptedPrivateKey`, `.unsupportedKeyType`, `.privateKeyCount`, `.privateKeyMismatch`, or
  ///   `.armor` and `.wire` for a file that `ssh-keygen` would not have written.
  public init(openSSHPrivateKey text: String) throws(SSHError) {
    var armored = [UInt8](text.utf8)
    defer { wipe(&armored) }
    var blob = try Armor.privateKey.decode(armored)
    defer { wipe(&blob) }

    var reader = WireReader(blob[...])
    try reader.expect(WireName.privateKeyMagic)
    let cipher = try reader.string()
    let derivation = try reader.string()
    guard cipher.elementsEqual(WireName.none), derivation.elementsEqual(WireName.none) else {
      throw .encryptedPrivateKey
    }
    _ = try reader.string(of: 0)
    let keyCount = try reader.number()
    guard keyCount == 1 else { throw .privateKeyCount(keyCount) }
    var publicReader = WireReader(try reader.string())
    let publicKey = try SSHPublicKey.rawKey(in: &publicReader)
    try publicReader.expectEnd()
    let section = try reader.string()
    try reader.expectEnd()
    try self.init(section: section, publicKey: publicKey)
  }

  private init(section: ArraySlice<UInt8>, publicKey: [UInt8]) throws(SSHError) {
    guard section.count % 8 == 0 else { throw .wire(offset: section.startIndex) }
    var reader = WireReader(section)
    let checks = (try reader.number(), try reader.number())
    guard checks.0 == checks.1 else { throw .privateKeyMismatch }
    let innerKey = try SSHPublicKey.rawKey(in: &reader)
    let pair = try reader.string(of: Ed25519.seedByteCount + Ed25519.publicKeyByteCount)
    _ = try reader.string()
    let paddingStart = reader.offset
    let padding = section[paddingStart...]
    guard padding.count < 8, padding.elementsEqual((0..<padding.count).map { UInt8($0 + 1) }) else {
      throw .wire(offset: paddingStart)
    }
    var seed = [UInt8](pair.prefix(Ed25519.seedByteCount))
    defer { wipe(&seed) }
    try self.init(seed: seed)
    guard self.publicKey.raw == publicKey, innerKey == publicKey,
      pair.dropFirst(Ed25519.seedByteCount).elementsEqual(publicKey)
    else { throw .privateKeyMismatch }
  }
}
