import CSodium

/// Standard base64 by libsodium: constant time, because private keys pass through it, and strict: padding must be
/// there and the bits that carry nothing must be zero. Some bytes outside the alphabet pass libsodium's decoder (those
/// of 128 and above, read as negative numbers), so what was decoded is encoded again and compared.
enum Base64 {
  static func encode(_ bytes: [UInt8], padded: Bool = true) -> [UInt8] {
    let variant = padded ? sodium_base64_VARIANT_ORIGINAL : sodium_base64_VARIANT_ORIGINAL_NO_PADDING
    let capacity = sodium_base64_encoded_len(bytes.count, variant)
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { text, count in
      unsafe text.withMemoryRebound(to: CChar.self) { text in
        _ = unsafe sodium_bin2base64(text.baseAddress!, capacity, bytes, bytes.count, variant)
      }
      // The encoded length counts the NUL that ends a C string. Without padding it is exact as well.
      count = capacity - 1
    }
  }

  /// - Returns: the bytes, or nil if `text` is empty, or not what ``encode(_:padded:)`` gives for any bytes.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard !text.isEmpty else { return nil }
    var isValid = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 3) { bytes, count in
      unsafe text.withUnsafeBytes { text in
        let characters = unsafe text.bindMemory(to: CChar.self)
        isValid =
          unsafe sodium_base642bin(
            bytes.baseAddress!, bytes.count, characters.baseAddress, characters.count, nil, &count, nil,
            sodium_base64_VARIANT_ORIGINAL) == 0
        if !isValid { count = 0 }
      }
    }
    return isValid && encode(bytes) == text ? bytes : nil
  }
}
