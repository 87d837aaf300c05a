import CSodium

/// libsodium looks for the fastest code that this processor runs, once per process.
private let libraryIsReady: Bool = {
  // 0: done now, 1: was done before.
  guard sodium_init() >= 0 else { fatalError("sodium_init: libsodium cannot be used on this system") }
  return true
}()

/// The functions that the age format is built of: the one place where libsodium's cryptography is called.
enum Primitives {
  static let keyByteCount = 32
  static let tagByteCount = 16
  static let nonceByteCount = 12

  // MARK: X25519 (RFC 7748)

  /// The public key of a secret scalar, 32 bytes.
  static func publicKey(of scalar: SecretBytes) -> [UInt8] {
    precondition(scalar.count == keyByteCount && libraryIsReady)
    var point = [UInt8](repeating: 0, count: keyByteCount)
    _ = unsafe scalar.withBytes { unsafe crypto_scalarmult_base(&point, $0) }
    return point
  }

  /// The secret that `scalar` and the holder of `point` share; nil if it would be all zeros (a point of low order).
  static func sharedSecret(_ scalar: SecretBytes, _ point: [UInt8]) -> SecretBytes? {
    precondition(scalar.count == keyByteCount && point.count == keyByteCount && libraryIsReady)
    var status: Int32 = -1
    let shared = unsafe SecretBytes(count: keyByteCount) { place in
      status = unsafe scalar.withBytes { unsafe crypto_scalarmult(place, $0, point) }
    }
    return status == 0 ? shared : nil
  }

  // MARK: HKDF-SHA-256 (RFC 5869) and HMAC-SHA-256 (RFC 2104)

  /// 32 bytes of key: one round of HKDF-Expand, as every age key needs.
  static func deriveKey(from material: SecretBytes, salt: [UInt8], info: [UInt8]) -> SecretBytes {
    let extracted = unsafe SecretBytes(count: keyByteCount) { place in
      unsafe material.withBytes {
        unsafe hmac(key: salt, salt.count, message: UnsafeBufferPointer(start: $0, count: material.count), into: place)
      }
    }
    let block = info + [1]
    return unsafe SecretBytes(count: keyByteCount) { place in
      unsafe extracted.withBytes { key in
        unsafe block.withUnsafeBufferPointer { unsafe hmac(key: key, keyByteCount, message: $0, into: place) }
      }
    }
  }

  /// The MAC of a message, 32 bytes.
  static func mac(of message: ArraySlice<UInt8>, key: SecretBytes) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: 32)
    unsafe key.withBytes { keyBytes in
      unsafe message.withUnsafeBufferPointer {
        unsafe hmac(key: keyBytes, key.count, message: $0, into: &result)
      }
    }
    return result
  }

  private static func hmac(
    key: UnsafePointer<UInt8>, _ keyByteCount: Int, message: UnsafeBufferPointer<UInt8>,
    into result: UnsafeMutablePointer<UInt8>
  ) {
    precondition(libraryIsReady)
    var state = crypto_auth_hmacsha256_state()
    unsafe crypto_auth_hmacsha256_init(&state, key, keyByteCount)
    unsafe crypto_auth_hmacsha256_update(&state, message.baseAddress, UInt64(message.count))
    // This also overwrites the state: nothing of the key stays on the stack.
    unsafe crypto_auth_hmacsha256_final(&state, result)
  }

  /// Compares in a time that does not depend on where two MACs differ.
  static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe sodium_memcmp(left, right, left.count) == 0
  }

  // MARK: ChaCha20-Poly1305 (RFC 8439), without associated data

  /// Writes `plaintext` encrypted, and a 16-byte tag behind it.
  static func seal(
    _ plaintext: UnsafeBufferPointer<UInt8>, nonce: [UInt8], key: SecretBytes,
    into ciphertext: UnsafeMutablePointer<UInt8>
  ) {
    precondition(nonce.count == nonceByteCount && key.count == keyByteCount && libraryIsReady)
    _ = unsafe key.withBytes { keyBytes in
      unsafe crypto_aead_chacha20poly1305_ietf_encrypt(
        ciphertext, nil, plaintext.baseAddress, UInt64(plaintext.count), nil, 0, nil, nonce, keyBytes)
    }
  }

  /// Writes the `ciphertext.count` - 16 bytes of the plaintext, or nothing and gives false: it was altered.
  static func open(
    _ ciphertext: UnsafeBufferPointer<UInt8>, nonce: [UInt8], key: SecretBytes,
    into plaintext: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    precondition(nonce.count == nonceByteCount && key.count == keyByteCount && libraryIsReady)
    return unsafe key.withBytes { keyBytes in
      unsafe crypto_aead_chacha20poly1305_ietf_decrypt(
        plaintext, nil, nil, ciphertext.baseAddress!, UInt64(ciphertext.count), nil, 0, nonce, keyBytes) == 0
    }
  }

  // MARK: scrypt (RFC 7914)

  /// 32 bytes of key, with N = 2^`workFactor`, r = 8, p = 1; nil if 2^`workFactor` KiB of memory were not to be had.
  static func scrypt(_ passphrase: [UInt8], salt: [UInt8], workFactor: Int) -> SecretBytes? {
    precondition(Age.workFactors.contains(workFactor) && libraryIsReady)
    var status: Int32 = -1
    let key = unsafe SecretBytes(count: keyByteCount) { place in
      status = unsafe crypto_pwhash_scryptsalsa208sha256_ll(
        passphrase, passphrase.count, salt, salt.count, UInt64(1) << UInt64(workFactor), 8, 1, place, keyByteCount)
    }
    return status == 0 ? key : nil
  }
}
