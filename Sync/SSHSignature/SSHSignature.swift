/// A detached signature in the SSHSIG format, by an Ed25519 key.
///
/// Decoding is strict: what ``init(armored:)`` accepts, ``armored`` writes again byte for byte.
///
/// - Source: openssh/openssh-portable, PROTOCOL.sshsig.
public struct SSHSignature: Hashable, Sendable {
  /// How the message is hashed before it is signed.
  public enum HashAlgorithm: String, Hashable, Sendable {
    case sha256
    case sha512
  }

  /// The key that the signature names. Whether it may sign is for the caller to decide: compare it with a known one.
  public let publicKey: SSHPublicKey
  /// What the signature is for: a name as ``SSHName`` has it.
  public let namespace: String
  /// SHA-512 in every signature made here; SHA-256 is read as well.
  public let hashAlgorithm: HashAlgorithm
  /// 64 bytes: `R`, then `S`.
  public let signature: [UInt8]

  /// Signs a message with SHA-512. The same input always gives the same signature.
  ///
  /// - Parameters:
  ///   - message: any bytes.
  ///   - namespace: what the signature is for, so that it cannot be shown for something else.
  /// - Throws: `SSHError.namespace` if it is not an ``SSHName``.
  public static func sign(
    _ message: [UInt8], namespace: String, with key: SSHSigningKey
  ) throws(SSHError) -> SSHSignature {
    guard SSHName.isValid(namespace) else { throw .namespace }
    let signed = signedData(message, namespace: namespace, hashAlgorithm: .sha512)
    return SSHSignature(
      publicKey: key.publicKey, namespace: namespace, hashAlgorithm: .sha512, signature: key.sign(signed))
  }

  /// Whether this is a signature of `message` for `namespace` by ``publicKey``.
  ///
  /// One fixed rule, libsodium 1.0.18's: `S` is below the group order, the key is canonically encoded, neither the key
  /// nor `R` is of small order, and the verification equation holds without the cofactor.
  public func verifies(_ message: [UInt8], namespace: String) -> Bool {
    // By bytes: as Swift strings, K and the Kelvin sign are equal.
    guard namespace.utf8.elementsEqual(self.namespace.utf8) else { return false }
    let signed = Self.signedData(message, namespace: namespace, hashAlgorithm: hashAlgorithm)
    return Ed25519.verifies(signature, of: signed, by: publicKey.raw)
  }

  /// The bytes under the Ed25519 signature. They hold a hash of the message, never the message.
  ///
  /// - Source: PROTOCOL.sshsig, section 3.
  private static func signedData(_ message: [UInt8], namespace: String, hashAlgorithm: HashAlgorithm) -> [UInt8] {
    readyLibrary()
    let digest =
      switch hashAlgorithm {
      case .sha256: sha256(message)
      case .sha512: sha512(message)
      }
    var data = WireName.signatureMagic
    data.reserveCapacity(96 + namespace.utf8.count)
    data.appendWire(namespace.utf8)
    data.appendWire([])
    data.appendWire(hashAlgorithm.rawValue.utf8)
    data.appendWire(digest)
    return data
  }
}
