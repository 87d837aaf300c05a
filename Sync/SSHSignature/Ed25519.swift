import CSodium

/// Ed25519 by libsodium, with one verification rule whatever the version of the library.
///
/// A signature `(R, S)` of a key `A` verifies when all of this holds:
/// 1. `S < L`, so `S + L` is refused;
/// 2. `A` is canonically encoded, and neither `A` nor `R` is of small order;
/// 3. the encoding of `S·B − h·A` equals the bytes of `R` (the equation without the cofactor).
///
/// That is `crypto_sign_verify_detached` of libsodium 1.0.18. A build that multiplies by the cofactor would accept an
/// `R` with a component of small order, and nodes would disagree; such a build is recognised by a signature that only
/// it accepts, and `R` is then checked besides. For keys that ``SSHPublicKey`` accepted the two are the same rule.
enum Ed25519 {
  static let publicKeyByteCount = Int(crypto_sign_ed25519_PUBLICKEYBYTES)
  static let seedByteCount = Int(crypto_sign_ed25519_SEEDBYTES)
  static let signatureByteCount = Int(crypto_sign_ed25519_BYTES)

  static func verifies(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
    precondition(signature.count == signatureByteCount && publicKey.count == publicKeyByteCount)
    readyLibrary()
    guard libraryVerifies(signature, of: message, by: publicKey) else { return false }
    return !libraryUsesCofactor || isOfPrimeOrder([UInt8](signature[..<publicKeyByteCount]))
  }

  /// Whether 32 bytes are the canonical encoding of a point whose order is `L`.
  static func isOfPrimeOrder(_ point: [UInt8]) -> Bool {
    precondition(point.count == publicKeyByteCount)
    readyLibrary()
    guard unsafe crypto_core_ed25519_is_valid_point(point) == 1 else { return false }
    // In releases before 2025-12-30 that function lets a component of order 2 pass: see CVE-2025-69277. `L` times the
    // point is the neutral element, encoded as 1, exactly when there is none. The result code says something else.
    var product = [UInt8](repeating: 0, count: publicKeyByteCount)
    _ = unsafe crypto_scalarmult_ed25519_noclamp(&product, groupOrder, point)
    return product == neutralElement
  }

  private static func libraryVerifies(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
    unsafe crypto_sign_ed25519_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
  }

  private static let libraryUsesCofactor = libraryVerifies(
    CofactorProbe.signature, of: CofactorProbe.message, by: CofactorProbe.publicKey)

  private static let neutralElement: [UInt8] = [1] + [UInt8](repeating: 0, count: 31)

  /// `L` of RFC 8032, section 5.1, little-endian.
  private static let groupOrder: [UInt8] =
    [0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14]
    + [UInt8](repeating: 0, count: 15) + [0x10]
}
