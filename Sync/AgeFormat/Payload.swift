/// The payload of an age file: 16 bytes of nonce, then the plaintext in encrypted chunks.
///
/// Each chunk has its number in its nonce, and the last one says that it is the last: chunks cannot be swapped, dropped
/// or added unseen.
///
/// - Source: age-encryption.org/v1, section Payload.
enum Payload {
  static let nonceByteCount = 16
  static let chunkByteCount = 65_536
  static let sealedChunkByteCount = chunkByteCount + Primitives.tagByteCount

  /// Encrypts a plaintext and writes it behind `header`; no memory is taken besides that of the file.
  static func seal(_ plaintext: [UInt8], fileKey: SecretBytes, nonce: [UInt8], behind header: [UInt8]) -> [UInt8] {
    let key = payloadKey(fileKey, nonce[...])
    let prefix = header + nonce
    let chunkCount = max(1, (plaintext.count + chunkByteCount - 1) / chunkByteCount)
    let fileCount = prefix.count + plaintext.count + chunkCount * Primitives.tagByteCount
    return unsafe [UInt8](unsafeUninitializedCapacity: fileCount) { place, count in
      _ = unsafe place.initialize(fromContentsOf: prefix)
      unsafe plaintext.withUnsafeBufferPointer { source in
        for index in 0..<chunkCount {
          let start = index * chunkByteCount
          let chunk = unsafe source[start..<min(start + chunkByteCount, source.count)]
          unsafe Primitives.seal(
            UnsafeBufferPointer(rebasing: chunk), nonce: chunkNonce(index, isLast: index == chunkCount - 1), key: key,
            into: place.baseAddress! + prefix.count + index * sealedChunkByteCount)
        }
      }
      count = fileCount
    }
  }

  /// Decrypts the payload that starts at byte `start` of the file.
  ///
  /// - Returns: the plaintext, all of it or none.
  /// - Throws: `AgeError.header` if the nonce is cut short (as the test kit counts it), `AgeError.payload` with the
  ///   offset of the first chunk that does not authenticate.
  static func open(_ file: [UInt8], from start: Int, fileKey: SecretBytes) throws(AgeError) -> [UInt8] {
    let chunksStart = start + nonceByteCount
    guard file.count >= chunksStart else { throw .header(offset: start, .nonce) }
    let sealedCount = file.count - chunksStart
    let chunkCount = max(1, (sealedCount + sealedChunkByteCount - 1) / sealedChunkByteCount)
    // Only the last chunk may be short, and it may be empty only when it is the first.
    let lastStart = chunksStart + (chunkCount - 1) * sealedChunkByteCount
    let leastLastCount = Primitives.tagByteCount + (chunkCount == 1 ? 0 : 1)
    guard file.count - lastStart >= leastLastCount else { throw .payload(offset: lastStart) }

    let key = payloadKey(fileKey, file[start..<chunksStart])
    let plaintextCount = sealedCount - chunkCount * Primitives.tagByteCount
    var failedChunk: Int?
    let plaintext = unsafe [UInt8](unsafeUninitializedCapacity: max(1, plaintextCount)) { place, count in
      failedChunk = unsafe file.withUnsafeBufferPointer { source in
        (0..<chunkCount).first { index in
          let chunkStart = chunksStart + index * sealedChunkByteCount
          let chunk = unsafe source[chunkStart..<min(chunkStart + sealedChunkByteCount, source.count)]
          return unsafe !Primitives.open(
            UnsafeBufferPointer(rebasing: chunk), nonce: chunkNonce(index, isLast: index == chunkCount - 1), key: key,
            into: place.baseAddress! + index * chunkByteCount)
        }
      }
      count = plaintextCount
      if let failedChunk {
        // Chunks before this one are plaintext already, and nobody may have it: the file as a whole is not authentic.
        unsafe place.prefix(failedChunk * chunkByteCount).update(repeating: 0)
        count = 0
      }
    }
    if let failedChunk { throw .payload(offset: chunksStart + failedChunk * sealedChunkByteCount) }
    return plaintext
  }

  private static func payloadKey(_ fileKey: SecretBytes, _ nonce: ArraySlice<UInt8>) -> SecretBytes {
    Primitives.deriveKey(from: fileKey, salt: Array(nonce), info: keyInfo)
  }

  /// 11 bytes of chunk number, big endian, and 1 for the last chunk, 0 for all others.
  private static func chunkNonce(_ index: Int, isLast: Bool) -> [UInt8] {
    var nonce = [UInt8](repeating: 0, count: Primitives.nonceByteCount)
    for byte in 0..<8 { nonce[10 - byte] = UInt8(truncatingIfNeeded: index >> (8 * byte)) }
    nonce[11] = isLast ? 1 : 0
    return nonce
  }

  private static let keyInfo = Array("payload".utf8)
}
