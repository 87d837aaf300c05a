import CSodium

/// Standard base64 without padding (RFC 4648, section 4), in its canonical form only (section 3.5).
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    // The length that libsodium counts includes a final NUL.
    let capacity = sodium_base64_encoded_len(bytes.count, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { place, count in
      unsafe place.withMemoryRebound(to: CChar.self) {
        _ = unsafe sodium_bin2base64(
          $0.baseAddress!, capacity, bytes, bytes.count, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)
      }
      count = capacity - 1
    }
  }

  /// The bytes, or nil for anything that `encode` would not have written.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    // libsodium 1.0.18 takes every byte from 0x80 up for a '/'.
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    var isCanonical = false
    let capacity = text.count / 4 * 3 + 2
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { place, count in
      unsafe text.withUnsafeBufferPointer { source in
        unsafe source.withMemoryRebound(to: CChar.self) { characters in
          // Without an end pointer it wants every character used; it refuses padding and bits left over.
          isCanonical =
            unsafe sodium_base642bin(
              place.baseAddress!, capacity, characters.baseAddress!, characters.count, nil, &count, nil,
              sodium_base64_VARIANT_ORIGINAL_NO_PADDING) == 0
        }
      }
      if !isCanonical { count = 0 }
    }
    return isCanonical ? bytes : nil
  }
}
