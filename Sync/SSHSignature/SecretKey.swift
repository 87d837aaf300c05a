import CSodium

/// The 64 bytes that libsodium signs with, seed and public key, in memory that is kept out of swap where the system
/// allows it, guarded against overruns, and overwritten when the last owner lets go.
@safe final class SecretKey: @unchecked Sendable {  // The bytes never change after init.
  private let bytes: UnsafeMutablePointer<UInt8>
  let publicKey: [UInt8]

  /// - Parameter seed: 32 bytes.
  init(seed: [UInt8]) {
    precondition(seed.count == Ed25519.seedByteCount)
    readyLibrary()
    guard let memory = unsafe sodium_malloc(Int(crypto_sign_ed25519_SECRETKEYBYTES)) else {
      fatalError("sodium_malloc failed: no memory for 64 bytes")
    }
    let bytes = unsafe memory.assumingMemoryBound(to: UInt8.self)
    publicKey = unsafe [UInt8](unsafeUninitializedCapacity: Ed25519.publicKeyByteCount) { publicKey, count in
      count = publicKey.count
      _ = unsafe crypto_sign_ed25519_seed_keypair(publicKey.baseAddress!, bytes, seed)
    }
    unsafe self.bytes = bytes
    _ = unsafe sodium_mprotect_readonly(bytes)
  }

  deinit { unsafe sodium_free(bytes) }

  var seed: [UInt8] {
    unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: Ed25519.seedByteCount))
  }

  /// - Returns: 64 bytes, the same for the same message.
  func sign(_ message: [UInt8]) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: Ed25519.signatureByteCount) { signature, count in
      count = signature.count
      _ = unsafe crypto_sign_ed25519_detached(
        signature.baseAddress!, nil, message, UInt64(message.count), bytes)
    }
  }
}
