/// The key of one file: 16 random bytes, wrapped once in every stanza.
enum FileKey {
  static let byteCount = 16
  /// A wrapped file key: 16 bytes encrypted, 16 bytes of tag.
  static let wrappedByteCount = byteCount + Primitives.tagByteCount

  /// A wrap key encrypts one thing once, so its nonce is fixed: 12 zeros.
  private static let nonce = [UInt8](repeating: 0, count: Primitives.nonceByteCount)

  static func wrap(_ fileKey: SecretBytes, under key: SecretBytes) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: wrappedByteCount) { place, count in
      unsafe fileKey.withBytes {
        unsafe Primitives.seal(
          UnsafeBufferPointer(start: $0, count: byteCount), nonce: nonce, key: key, into: place.baseAddress!)
      }
      count = wrappedByteCount
    }
  }

  /// The file key; nil if it was not wrapped under this key.
  static func unwrap(_ body: [UInt8], under key: SecretBytes) -> SecretBytes? {
    precondition(body.count == wrappedByteCount, "FileKey: the stanza's reader checks the length of its body")
    var isAuthentic = false
    let fileKey = unsafe SecretBytes(count: byteCount) { place in
      isAuthentic = unsafe body.withUnsafeBufferPointer {
        unsafe Primitives.open($0, nonce: nonce, key: key, into: place)
      }
    }
    return isAuthentic ? fileKey : nil
  }
}
