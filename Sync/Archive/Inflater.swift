import CZlib

/// Reads one raw deflate stream. It owns the `z_stream` and ends it when the value ends.
///
/// Bits that carry no information are checked to be zero, which zlib does not do: those after the last block, and those
/// before the content of a stored block. So it stops at each block to look at them.
///
/// - Source: RFC 1951, section 3.2.
@safe struct Inflater: ~Copyable {
  /// zlib keeps a pointer back to its stream: the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: [UInt8]
  /// The next byte of `input` that zlib has not taken.
  private(set) var offset: Int

  init(_ input: [UInt8], from offset: Int) {
    self.input = input
    self.offset = offset
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe qapi_inflate_init(stream, -MAX_WBITS)
    guard status == Z_OK else { fatalError("inflateInit2 failed with \(status): no memory, or another zlib") }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// - Parameters:
  ///   - expectedByteCount: a hint that nobody vouches for. It is believed only as far as deflate can compress.
  ///   - maximumByteCount: no more memory than this is taken.
  mutating func inflate(expectedByteCount: Int, maximumByteCount: Int) throws(ArchiveError) -> ByteBuffer {
    let possibleByteCount = min(input.count * Self.maximumRatio, maximumByteCount)
    let isPlausible = expectedByteCount > 0 && expectedByteCount <= possibleByteCount
    var output = ByteBuffer(capacity: isPlausible ? expectedByteCount : max(0, min(4 * input.count, possibleByteCount)))
    try checkStoredBlock(atBit: 8 * offset)
    while true {
      let status = step(into: &output)
      if status == Z_STREAM_END { return output }
      if try checkBlockBoundary() { continue }
      switch status {
      case Z_OK: continue
      case Z_BUF_ERROR where output.count < output.capacity: throw .truncated
      case Z_BUF_ERROR where output.capacity < maximumByteCount:
        output.grow(toCapacity: min(max(2 * output.capacity, 1024), maximumByteCount))
      case Z_BUF_ERROR: throw .inflatedLimit(maximumByteCount)
      default: throw .damaged(offset: offset)
      }
    }
  }

  /// No deflate stream grows more than this: 258 bytes in two bits.
  private static let maximumRatio = 1032

  /// Inflates until the next block, the end of the input or the end of the memory.
  private mutating func step(into output: inout ByteBuffer) -> Int32 {
    var status = Z_OK
    let start = offset
    var taken = 0
    unsafe input.withUnsafeBufferPointer { input in
      // zlib counts in 32 bits.
      let available = min(input.count - start, 1 << 30)
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress! + start)
      unsafe stream.pointee.avail_in = UInt32(available)
      unsafe output.fill { free in
        let space = min(free.count, 1 << 30)
        unsafe stream.pointee.next_out = free.bindMemory(to: UInt8.self).baseAddress
        unsafe stream.pointee.avail_out = UInt32(space)
        unsafe status = CZlib.inflate(stream, Z_BLOCK)
        return unsafe space - Int(stream.pointee.avail_out)
      }
      taken = unsafe available - Int(stream.pointee.avail_in)
    }
    offset += taken
    return status
  }

  /// - Returns: whether zlib stands between two blocks, or after the last one.
  private func checkBlockBoundary() throws(ArchiveError) -> Bool {
    // Documented with inflate(): 128 at the end of a block, 64 in the last one, and how many bits of the last byte
    // are not used yet.
    let state = unsafe stream.pointee.data_type
    guard state & 128 != 0 else { return false }
    let bit = 8 * offset - Int(state & 63)
    if state & 64 != 0 {
      try checkZeros(fromBit: bit)
    } else {
      try checkStoredBlock(atBit: bit)
    }
    return true
  }

  /// A block begins with three bits, last or not and its type; type 0 is stored, and its content begins with a byte.
  private func checkStoredBlock(atBit bit: Int) throws(ArchiveError) {
    guard self.bit(bit + 1) == 0, self.bit(bit + 2) == 0 else { return }
    try checkZeros(fromBit: bit + 3)
  }

  private func checkZeros(fromBit start: Int) throws(ArchiveError) {
    var bit = start
    while bit % 8 != 0 {
      guard self.bit(bit) == 0 else { throw .damaged(offset: bit / 8) }
      bit += 1
    }
  }

  private func bit(_ index: Int) -> UInt8 {
    index / 8 < input.count ? input[index / 8] >> UInt8(index % 8) & 1 : 0
  }
}
