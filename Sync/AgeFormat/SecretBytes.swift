import CSodium

/// Bytes that are overwritten with zeros when their last owner lets go of them.
///
/// An array would be copied on write, and the copies would stay in freed memory. These bytes have one place, are
/// written once, in `init`, and are only read after it: that is what makes sharing them between threads safe.
@safe final class SecretBytes: @unchecked Sendable {
  private let storage: UnsafeMutableBufferPointer<UInt8>

  var count: Int { unsafe storage.count }

  /// - Parameter fill: writes all `count` bytes, which are zero before.
  init(count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    precondition(count > 0, "SecretBytes: a secret has at least one byte")
    unsafe storage = .allocate(capacity: count)
    unsafe storage.initialize(repeating: 0)
    unsafe fill(storage.baseAddress!)
  }

  /// Copies `bytes` and overwrites them, unless someone else holds them too.
  convenience init(taking bytes: inout [UInt8]) {
    unsafe self.init(count: bytes.count) { place in
      for index in bytes.indices { unsafe place[index] = bytes[index] }
    }
    wipe(&bytes)
  }

  /// Draws `count` fresh random bytes.
  convenience init(count: Int, from randomBytes: (Int) -> [UInt8]) {
    var drawn = randomBytes(count)
    precondition(drawn.count == count, "randomBytes gave another number of bytes than it was asked for")
    self.init(taking: &drawn)
  }

  deinit {
    unsafe sodium_memzero(storage.baseAddress, storage.count)
    unsafe storage.deallocate()
  }

  /// Hands out the bytes for the length of one call; the pointer must not leave it.
  func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
    withExtendedLifetime(self) { unsafe body(UnsafePointer(storage.baseAddress!)) }
  }
}

/// Overwrites an array with zeros and empties it. Copies that someone else holds stay as they are.
func wipe(_ bytes: inout [UInt8]) {
  unsafe bytes.withUnsafeMutableBytes { buffer in unsafe sodium_memzero(buffer.baseAddress, buffer.count) }
  bytes = []
}
