import CZlib

/// Writes one gzip member. It owns the `z_stream` and ends it when the value ends.
@safe struct Deflater: ~Copyable {
  /// zlib keeps a pointer back to its stream: the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var output: ByteBuffer
  private var sum: UInt = 0
  private let byteCount: Int
  private var writtenByteCount = 0

  /// - Parameter byteCount: how many bytes will be written in all.
  init(byteCount: Int) {
    self.byteCount = byteCount
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe qapi_deflate_init(stream, Gzip.level, -Self.windowBits(for: byteCount))
    guard status == Z_OK else { fatalError("deflateInit2 failed with \(status): no memory, or another zlib") }
    let bound = unsafe Int(deflateBound(stream, UInt(byteCount)))
    output = ByteBuffer(capacity: Gzip.header.count + bound + Gzip.trailerByteCount)
    append(Gzip.header)
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  mutating func write(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { bytes in unsafe write(bytes) }
  }

  private mutating func write(_ bytes: UnsafeRawBufferPointer) {
    sum = unsafe Gzip.checksum(bytes, after: sum)
    writtenByteCount += bytes.count
    // zlib counts input in 32 bits.
    var rest = unsafe bytes[...]
    while unsafe !rest.isEmpty {
      let piece = unsafe UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: piece.bindMemory(to: UInt8.self).baseAddress)
      unsafe stream.pointee.avail_in = UInt32(piece.count)
      while unsafe stream.pointee.avail_in > 0 {
        let status = run(Z_NO_FLUSH)
        precondition(status == Z_OK, "deflate failed with \(status)")
      }
      unsafe rest = rest.dropFirst(piece.count)
    }
  }

  mutating func finish() -> [UInt8] {
    precondition(writtenByteCount == byteCount, "the content is not as long as was said")
    while true {
      let status = run(Z_FINISH)
      if status == Z_STREAM_END { break }
      precondition(status == Z_OK, "deflate failed with \(status)")
    }
    let numbers = [UInt32(truncatingIfNeeded: sum), UInt32(truncatingIfNeeded: byteCount)]
    append(numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } })
    return output.copy(0..<output.count)
  }

  /// The smallest window that covers the content, from 512 bytes to 32 KiB: zlib clears it for every stream.
  private static func windowBits(for byteCount: Int) -> Int32 {
    var bits: Int32 = 9
    while bits < 15 && 1 << Int(bits) < byteCount { bits += 1 }
    return bits
  }

  private mutating func run(_ flush: Int32) -> Int32 {
    var status = Z_OK
    unsafe output.fill { free in
      // The memory for the trailer is kept free; deflateBound promised that the rest suffices.
      let space = min(free.count - Gzip.trailerByteCount, 1 << 30)
      unsafe stream.pointee.next_out = free.bindMemory(to: UInt8.self).baseAddress
      unsafe stream.pointee.avail_out = UInt32(space)
      unsafe status = deflate(stream, flush)
      return unsafe space - Int(stream.pointee.avail_out)
    }
    return status
  }

  private mutating func append(_ bytes: [UInt8]) {
    unsafe output.fill { free in
      unsafe free.copyBytes(from: bytes)
      return bytes.count
    }
  }
}
