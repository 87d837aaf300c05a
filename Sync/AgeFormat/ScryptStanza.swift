/// A file key wrapped under a passphrase.
///
/// - Source: age-encryption.org/v1, section scrypt recipient stanza.
struct ScryptStanza {
  static let type = "scrypt"
  static let saltByteCount = 16

  /// 16 bytes.
  let salt: [UInt8]
  /// The base-two logarithm of the number of rounds; `Int.max` if it has more than nine digits.
  let workFactor: Int
  /// The file key encrypted, 16 bytes and a tag of 16. Its length is fixed: that defeats partitioning oracles.
  let body: [UInt8]

  /// Nil for any other form than a 16-byte salt, a positive decimal number and 32 bytes of body.
  init?(_ stanza: AgeStanza) {
    guard stanza.arguments.count == 2, stanza.body.count == FileKey.wrappedByteCount,
      stanza.arguments[0].utf8.count == 22, let salt = Base64.decode(Array(stanza.arguments[0].utf8)[...]),
      let workFactor = Self.readWorkFactor(stanza.arguments[1])
    else { return nil }
    self.salt = salt
    self.workFactor = workFactor
    body = stanza.body
  }

  /// Wraps a file key. Nil if scrypt did not get its memory.
  static func wrap(_ fileKey: SecretBytes, passphrase: [UInt8], salt: [UInt8], workFactor: Int) -> AgeStanza? {
    guard let key = Primitives.scrypt(passphrase, salt: label + salt, workFactor: workFactor) else { return nil }
    return AgeStanza(
      type: type, arguments: [String(decoding: Base64.encode(salt), as: UTF8.self), String(workFactor)],
      body: FileKey.wrap(fileKey, under: key))
  }

  /// The file key; nil if the passphrase is another one.
  func unwrap(with passphrase: [UInt8]) throws(AgeError) -> SecretBytes? {
    guard let key = Primitives.scrypt(passphrase, salt: Self.label + salt, workFactor: workFactor) else {
      throw .outOfMemory(workFactor: workFactor)
    }
    return FileKey.unwrap(body, under: key)
  }

  /// Digits without a leading zero, and nothing else: no sign, no space.
  private static func readWorkFactor(_ text: String) -> Int? {
    let digits = text.utf8
    guard digits.first != UInt8(ascii: "0"), !digits.isEmpty,
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return digits.count > 9 ? .max : Int(text)
  }

  private static let label = Array("age-encryption.org/v1/scrypt".utf8)
}
