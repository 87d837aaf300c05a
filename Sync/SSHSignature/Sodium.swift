import CSodium

/// libsodium asks to be initialised once before it is used; it then chooses the fastest code for this processor.
private let libraryIsReady: Bool = {
  guard sodium_init() >= 0 else { fatalError("sodium_init failed: the library cannot work on this machine") }
  return true
}()

/// Call before any other function of libsodium.
@inline(__always)
func readyLibrary() {
  _ = libraryIsReady
}

/// Overwrites secret bytes in a way that the compiler does not take out.
func wipe(_ bytes: inout [UInt8]) {
  unsafe bytes.withUnsafeMutableBytes { bytes in
    unsafe sodium_memzero(bytes.baseAddress, bytes.count)
  }
}

func sha256(_ bytes: [UInt8]) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: Int(crypto_hash_sha256_BYTES)) { digest, count in
    count = digest.count
    _ = unsafe crypto_hash_sha256(digest.baseAddress!, bytes, UInt64(bytes.count))
  }
}

func sha512(_ bytes: [UInt8]) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: Int(crypto_hash_sha512_BYTES)) { digest, count in
    count = digest.count
    _ = unsafe crypto_hash_sha512(digest.baseAddress!, bytes, UInt64(bytes.count))
  }
}
