/// Bytes that grow without being filled with zeros first. It owns its memory and frees it when the value ends.
@safe struct ByteBuffer: ~Copyable {
  private var memory: UnsafeMutableRawBufferPointer
  /// How many bytes are written; the rest of the capacity is not initialised.
  private(set) var count = 0

  init(capacity: Int) {
    unsafe memory = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { unsafe memory.deallocate() }

  var capacity: Int { unsafe memory.count }

  /// Hands out the free part of the memory to be written from its start.
  ///
  /// - Parameter body: says how many bytes it wrote.
  mutating func fill(_ body: (UnsafeMutableRawBufferPointer) -> Int) {
    let written = unsafe body(UnsafeMutableRawBufferPointer(rebasing: memory[count...]))
    precondition(written >= 0 && written <= capacity - count)
    count += written
  }

  mutating func grow(toCapacity capacity: Int) {
    precondition(capacity >= count)
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
    unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
    unsafe memory.deallocate()
    unsafe memory = larger
  }

  func copy(_ range: Range<Int>) -> [UInt8] {
    unsafe [UInt8](bytes(range))
  }

  func firstNonZero(in range: Range<Int>) -> Int? {
    unsafe bytes(range).firstIndex { $0 != 0 }.map { range.lowerBound + $0 }
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(bytes(0..<count))
  }

  private func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe UnsafeRawBufferPointer(rebasing: memory[range])
  }
}
