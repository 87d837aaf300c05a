import CZlib

/// One gzip member with a fixed header: deflate, no flags, no time, no name, unknown operating system.
///
/// - Source: RFC 1952, section 2.3.
enum Gzip {
  static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
  /// CRC-32, then length modulo 2^32, both little-endian.
  static let trailerByteCount = 8
  static let level: Int32 = 6

  /// Compresses what `content` writes.
  ///
  /// - Parameter byteCount: how many bytes `content` writes in all.
  static func deflate(byteCount: Int, content: (inout Deflater) -> Void) -> [UInt8] {
    var deflater = Deflater(byteCount: byteCount)
    content(&deflater)
    return deflater.finish()
  }

  /// - Returns: the content of the one member, never more than `maximumByteCount` bytes and never more memory.
  static func inflate(_ bytes: [UInt8], maximumByteCount: Int) throws(ArchiveError) -> ByteBuffer {
    for (offset, byte) in header.enumerated() {
      guard offset < bytes.count else { throw .truncated }
      guard bytes[offset] == byte else { throw .gzipHeader(offset: offset) }
    }
    guard bytes.count > header.count + trailerByteCount else { throw .truncated }

    let statedByteCount = Int(littleEndian(bytes, at: bytes.count - 4))
    var inflater = Inflater(bytes, from: header.count)
    let content = try inflater.inflate(expectedByteCount: statedByteCount, maximumByteCount: maximumByteCount)
    let trailer = inflater.offset
    guard bytes.count >= trailer + trailerByteCount else { throw .truncated }
    guard bytes.count == trailer + trailerByteCount else {
      throw .trailingBytes(offset: trailer + trailerByteCount)
    }
    let sum = unsafe content.withBytes { content in unsafe checksum(content, after: 0) }
    guard littleEndian(bytes, at: trailer) == UInt32(truncatingIfNeeded: sum) else { throw .checksum }
    guard statedByteCount == content.count else { throw .length }
    return content
  }

  /// The CRC-32 of `bytes` after bytes whose CRC-32 is `sum`.
  static func checksum(_ bytes: UnsafeRawBufferPointer, after sum: UInt) -> UInt {
    guard let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress else { return sum }
    return unsafe crc32_z(sum, start, bytes.count)
  }

  private static func littleEndian(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
  }
}
