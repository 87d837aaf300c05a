/// A file key wrapped for one X25519 recipient.
///
/// - Source: age-encryption.org/v1, section X25519 recipient stanza.
struct X25519Stanza {
  static let type = "X25519"

  /// The ephemeral share, 32 bytes.
  let share: [UInt8]
  /// The file key encrypted, 16 bytes and a tag of 16. Its length is fixed: that defeats partitioning oracles.
  let body: [UInt8]

  /// Nil for any other form than one 32-byte share and 32 bytes of body. The type was looked at before.
  init?(_ stanza: AgeStanza) {
    guard stanza.arguments.count == 1, stanza.arguments[0].utf8.count == 43,
      stanza.body.count == FileKey.wrappedByteCount,
      let share = Base64.decode(Array(stanza.arguments[0].utf8)[...])
    else { return nil }
    self.share = share
    body = stanza.body
  }

  /// Wraps a file key. Nil if the recipient is a point of low order.
  static func wrap(_ fileKey: SecretBytes, for recipient: X25519Recipient, ephemeral: SecretBytes) -> AgeStanza? {
    guard let shared = Primitives.sharedSecret(ephemeral, recipient.rawBytes) else { return nil }
    let share = Primitives.publicKey(of: ephemeral)
    let body = FileKey.wrap(fileKey, under: wrapKey(shared: shared, share: share, recipient: recipient))
    return AgeStanza(type: type, arguments: [String(decoding: Base64.encode(share), as: UTF8.self)], body: body)
  }

  /// What came of trying one identity on one stanza.
  enum Unwrapped {
    case fileKey(SecretBytes)
    case notForThisIdentity
    case lowOrderShare
  }

  func unwrap(with identity: X25519Identity) -> Unwrapped {
    guard let shared = Primitives.sharedSecret(identity.secret, share) else { return .lowOrderShare }
    let key = Self.wrapKey(shared: shared, share: share, recipient: identity.recipient)
    guard let fileKey = FileKey.unwrap(body, under: key) else { return .notForThisIdentity }
    return .fileKey(fileKey)
  }

  private static func wrapKey(shared: SecretBytes, share: [UInt8], recipient: X25519Recipient) -> SecretBytes {
    Primitives.deriveKey(from: shared, salt: share + recipient.rawBytes, info: info)
  }

  private static let info = Array("age-encryption.org/v1/X25519".utf8)
}
