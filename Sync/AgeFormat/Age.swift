/// age v1 files in their binary form, to and from X25519 keys and passphrases.
///
/// Files are whole in memory: this is for records, not for disks. Randomness is handed in; every function asks for it in
/// the order that its comment gives, so that the same random bytes give the same file.
public enum Age {
  /// A file is written to at most this many recipients.
  public static let maximumRecipientCount = AgeHeader.maximumStanzaCount

  /// The work factors that are written and read at all: 2^n KiB of memory, so 2 KiB to 4 GiB.
  ///
  /// `age` itself writes 18 and reads up to 22.
  public static let workFactors = 1...22

  // MARK: X25519

  /// Encrypts to one or more recipients: each of them can read the file.
  ///
  /// - Parameters:
  ///   - plaintext: any number of bytes.
  ///   - recipients: 1 to 128; each costs two scalar multiplications and about 98 bytes.
  ///   - randomBytes: gives as many bytes from a cryptographic source as it is asked for. It is asked for the file key
  ///     (16), an ephemeral secret for each recipient (32), the payload nonce (16).
  /// - Returns: the file.
  /// - Throws: `AgeError.recipientCount`, `AgeError.lowOrderRecipient`.
  /// - Source: age-encryption.org/v1.
  public static func encrypt(
    _ plaintext: [UInt8], to recipients: [X25519Recipient], randomBytes: (_ count: Int) -> [UInt8]
  ) throws(AgeError) -> [UInt8] {
    guard 1...maximumRecipientCount ~= recipients.count else {
      throw .recipientCount(recipients.count, limit: maximumRecipientCount)
    }
    let fileKey = SecretBytes(count: FileKey.byteCount, from: randomBytes)
    var stanzas: [AgeStanza] = []
    for (index, recipient) in recipients.enumerated() {
      let ephemeral = SecretBytes(count: Primitives.keyByteCount, from: randomBytes)
      guard let stanza = X25519Stanza.wrap(fileKey, for: recipient, ephemeral: ephemeral) else {
        throw .lowOrderRecipient(index: index)
      }
      stanzas.append(stanza)
    }
    return write(plaintext, stanzas, fileKey: fileKey, randomBytes: randomBytes)
  }

  /// Decrypts a file with whichever of the identities fits.
  ///
  /// - Parameters:
  ///   - file: the whole file, binary.
  ///   - identities: tried in turn on each stanza; one that fits the first stanza costs one scalar multiplication.
  /// - Returns: the plaintext, all of it or none.
  /// - Throws: `AgeError.header`, `.unsupportedVersion`, `.lowOrderShare`, `.noMatch`, `.headerMAC`, `.payload`.
  /// - Source: age-encryption.org/v1.
  public static func decrypt(_ file: [UInt8], with identities: [X25519Identity]) throws(AgeError) -> [UInt8] {
    let (header, payloadOffset) = try AgeHeader.parse(file)
    guard let fileKey = try unwrapFileKey(header, with: identities) else { throw .noMatch }
    return try read(file, header, payloadOffset: payloadOffset, fileKey: fileKey)
  }

  private static func unwrapFileKey(
    _ header: AgeHeader, with identities: [X25519Identity]
  ) throws(AgeError) -> SecretBytes? {
    for (index, stanza) in header.stanzas.enumerated() where stanza.type == X25519Stanza.type {
      guard let wrapped = X25519Stanza(stanza) else {
        throw .header(offset: header.offset(ofStanza: index), .x25519Stanza)
      }
      for identity in identities {
        switch wrapped.unwrap(with: identity) {
        case .fileKey(let fileKey): return fileKey
        case .notForThisIdentity: continue
        case .lowOrderShare: throw .lowOrderShare(offset: header.offset(ofStanza: index))
        }
      }
    }
    return nil
  }

  // MARK: Passphrase

  /// Encrypts under a passphrase.
  ///
  /// - Parameters:
  ///   - plaintext: any number of bytes.
  ///   - passphrase: 1 byte or more; the caller overwrites it.
  ///   - workFactor: 1 to 22; both sides need 2^`workFactor` KiB of memory and, with 18, about a second.
  ///   - randomBytes: gives as many bytes from a cryptographic source as it is asked for. It is asked for the file key
  ///     (16), the salt (16), the payload nonce (16).
  /// - Returns: the file.
  /// - Throws: `AgeError.emptyPassphrase`, `.workFactorOutOfRange`, `.outOfMemory`.
  /// - Source: age-encryption.org/v1.
  public static func encrypt(
    _ plaintext: [UInt8], passphrase: [UInt8], workFactor: Int, randomBytes: (_ count: Int) -> [UInt8]
  ) throws(AgeError) -> [UInt8] {
    guard !passphrase.isEmpty else { throw .emptyPassphrase }
    guard workFactors.contains(workFactor) else { throw .workFactorOutOfRange(workFactor) }
    let fileKey = SecretBytes(count: FileKey.byteCount, from: randomBytes)
    let salt = draw(ScryptStanza.saltByteCount, from: randomBytes)
    guard let stanza = ScryptStanza.wrap(fileKey, passphrase: passphrase, salt: salt, workFactor: workFactor) else {
      throw .outOfMemory(workFactor: workFactor)
    }
    return write(plaintext, [stanza], fileKey: fileKey, randomBytes: randomBytes)
  }

  /// Decrypts a file with a passphrase.
  ///
  /// - Parameters:
  ///   - file: the whole file, binary.
  ///   - passphrase: the caller overwrites it.
  ///   - maximumWorkFactor: files that ask for more are refused before any work; values over 22 count as 22.
  /// - Returns: the plaintext, all of it or none.
  /// - Throws: `AgeError.header`, `.unsupportedVersion`, `.workFactorOverLimit`, `.outOfMemory`, `.noMatch`,
  ///   `.headerMAC`, `.payload`.
  /// - Source: age-encryption.org/v1.
  public static func decrypt(
    _ file: [UInt8], passphrase: [UInt8], maximumWorkFactor: Int
  ) throws(AgeError) -> [UInt8] {
    let (header, payloadOffset) = try AgeHeader.parse(file)
    // The reader has seen to it that an scrypt stanza stands alone.
    guard let stanza = header.stanzas.first, stanza.type == ScryptStanza.type, let wrapped = ScryptStanza(stanza) else {
      throw .noMatch
    }
    let limit = min(maximumWorkFactor, workFactors.upperBound)
    guard wrapped.workFactor <= limit else { throw .workFactorOverLimit(found: wrapped.workFactor, limit: limit) }
    guard let fileKey = try wrapped.unwrap(with: passphrase) else { throw .noMatch }
    return try read(file, header, payloadOffset: payloadOffset, fileKey: fileKey)
  }

  // MARK: Both

  private static func write(
    _ plaintext: [UInt8], _ stanzas: [AgeStanza], fileKey: SecretBytes, randomBytes: (Int) -> [UInt8]
  ) -> [UInt8] {
    let header = AgeHeader.encode(stanzas, fileKey: fileKey)
    let nonce = draw(Payload.nonceByteCount, from: randomBytes)
    return Payload.seal(plaintext, fileKey: fileKey, nonce: nonce, behind: header)
  }

  private static func read(
    _ file: [UInt8], _ header: AgeHeader, payloadOffset: Int, fileKey: SecretBytes
  ) throws(AgeError) -> [UInt8] {
    // Over the bytes of the file, not over an encoding of what was read: the MAC judges what was sent.
    let mac = AgeHeader.mac(of: file[..<(payloadOffset - AgeHeader.macLineRest)], fileKey: fileKey)
    guard Primitives.areEqual(mac, header.mac) else { throw .headerMAC }
    return try Payload.open(file, from: payloadOffset, fileKey: fileKey)
  }

  private static func draw(_ count: Int, from randomBytes: (Int) -> [UInt8]) -> [UInt8] {
    let drawn = randomBytes(count)
    precondition(drawn.count == count, "randomBytes gave another number of bytes than it was asked for")
    return drawn
  }
}
