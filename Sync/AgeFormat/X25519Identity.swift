/// The secret half of an X25519 key: who can read an age file.
///
/// The secret is overwritten with zeros when the last copy of the identity goes.
public struct X25519Identity: Sendable {
  /// The public half. It is computed once, here: reading a file takes one scalar multiplication, not two.
  public let recipient: X25519Recipient

  let secret: SecretBytes

  private init(_ secret: SecretBytes) {
    self.secret = secret
    recipient = X25519Recipient(rawBytes: Primitives.publicKey(of: secret))
  }

  /// Reads an identity from its one text form.
  ///
  /// - Parameter encoded: Bech32 with the prefix `AGE-SECRET-KEY-`, 74 characters, upper case: `AGE-SECRET-KEY-1…`.
  /// - Throws: `AgeError.identity` for any text that `encoded` would not give.
  /// - Source: age-encryption.org/v1, section The X25519 recipient type.
  public init(_ encoded: String) throws(AgeError) {
    var text = Array(encoded.utf8)
    defer { wipe(&text) }
    guard !text.contains(where: isLowercase) else { throw .identity(.character) }
    for index in text.indices where isUppercase(text[index]) { text[index] |= 0x20 }
    do {
      var bytes = try Bech32.decode(text, prefix: Self.prefix)
      self.init(SecretBytes(taking: &bytes))
    } catch {
      throw .identity(error)
    }
  }

  /// Makes a new identity.
  ///
  /// - Parameter randomBytes: gives as many bytes from a cryptographic source as it is asked for; asked once, for 32.
  public static func generate(randomBytes: (_ count: Int) -> [UInt8]) -> X25519Identity {
    X25519Identity(SecretBytes(count: 32, from: randomBytes))
  }

  /// `AGE-SECRET-KEY-1…`, 74 characters. The text is secret, and a `String` cannot be overwritten: keep it short-lived.
  public var encoded: String {
    var bytes = unsafe secret.withBytes { unsafe Array(UnsafeBufferPointer(start: $0, count: 32)) }
    var text = Bech32.encode(bytes, prefix: Self.prefix)
    defer {
      wipe(&bytes)
      wipe(&text)
    }
    for index in text.indices where isLowercase(text[index]) { text[index] ^= 0x20 }
    return String(decoding: text, as: UTF8.self)
  }

  private static let prefix = Array("age-secret-key-".utf8)
}

extension X25519Identity: CustomStringConvertible {
  /// Names the public half only: an identity that is printed by mistake stays secret.
  public var description: String { "the identity of \(recipient)" }
}

private func isLowercase(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }
private func isUppercase(_ byte: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte }
