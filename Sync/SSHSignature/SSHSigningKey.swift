/// An Ed25519 private key that makes SSH signatures.
public struct SSHSigningKey: Sendable, CustomStringConvertible {
  private let secret: SecretKey
  public let publicKey: SSHPublicKey

  /// - Parameter seed: 32 random bytes.
  /// - Throws: `SSHError.keyByteCount`.
  public init(seed: [UInt8]) throws(SSHError) {
    guard seed.count == Ed25519.seedByteCount else {
      throw .keyByteCount(expected: Ed25519.seedByteCount, found: seed.count)
    }
    secret = SecretKey(seed: seed)
    publicKey = try SSHPublicKey(unchecked: secret.publicKey)
  }

  /// 32 bytes, secret: a copy that the caller has to keep safe.
  public var seed: [UInt8] { secret.seed }

  /// Names the key by its fingerprint and shows nothing secret.
  public var description: String { "SSHSigningKey(\(publicKey.fingerprint))" }

  /// - Returns: 64 bytes.
  func sign(_ message: [UInt8]) -> [UInt8] { secret.sign(message) }
}
