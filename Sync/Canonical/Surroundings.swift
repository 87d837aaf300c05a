/// The clock and the randomness of a run, handed in at the top so that tests can fix both.
public struct Surroundings: Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var now: @Sendable () -> Int64
  /// Milliseconds of the same clock; ids of things that are made one after another ascend by them.
  public var nowMilliseconds: @Sendable () -> Int64
  /// Bytes that nobody can guess.
  public var randomBytes: @Sendable (_ count: Int) -> [UInt8]

  /// - Parameter nowMilliseconds: nil where the clock has whole seconds only.
  public init(
    now: @escaping @Sendable () -> Int64, nowMilliseconds: (@Sendable () -> Int64)? = nil,
    randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8]
  ) {
    self.now = now
    self.nowMilliseconds = nowMilliseconds ?? { now() * 1000 }
    self.randomBytes = randomBytes
  }

  /// A UUIDv7 in lowercase text form, drawn from this clock and this randomness.
  ///
  /// - Source: RFC 9562, section 5.7.
  public func newID() -> String { uuid(at: UInt64(bitPattern: nowMilliseconds())) }

  /// An id that sorts after another, also where this clock is behind the one that the other was drawn from: what was made
  /// in the knowledge of something else comes after it.
  ///
  /// - Parameter id: a UUIDv7 in lowercase text form; of any other text, and of nil, nothing is known.
  public func laterID(than id: String?) -> String {
    let drawn = newID()
    guard let id, drawn <= id else { return drawn }
    guard let known = UInt64(id.prefix(13).replacing("-", with: ""), radix: 16), known < 1 << 48 - 1 else {
      return drawn
    }
    return uuid(at: known + 1)
  }

  private func uuid(at milliseconds: UInt64) -> String {
    var bytes = randomBytes(16)
    for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> UInt64(40 - 8 * index)) }
    bytes[6] = 0x70 | (bytes[6] & 0x0f)
    bytes[8] = 0x80 | (bytes[8] & 0x3f)
    let hex = Hex.string(bytes)
    let cuts = [0, 8, 12, 16, 20, 32]
    return zip(cuts, cuts.dropFirst()).map { from, to in
      String(hex.dropFirst(from).prefix(to - from))
    }.joined(separator: "-")
  }
}
