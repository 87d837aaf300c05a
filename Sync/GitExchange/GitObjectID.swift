/// The name that git gives to an object: 20 bytes of SHA-1.
///
/// It names things only. Trust rests on SHA-256 over the content, which this target does not know about.
public struct GitObjectID: Hashable, Sendable {
  public static let byteCount = 20

  // Inline rather than an array: walks through history keep many thousands of these in sets.
  private let words: (first: UInt64, second: UInt64, third: UInt32)

  /// - Returns: `nil` unless there are exactly 20 bytes.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    let rest = bytes.dropFirst(8)
    words = (
      bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
      rest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
      rest.dropFirst(8).reduce(0) { $0 << 8 | UInt32($1) }
    )
  }

  /// Exactly 20 bytes.
  public var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: words.first >> (56 - 8 * $0)) }
      + (0..<8).map { UInt8(truncatingIfNeeded: words.second >> (56 - 8 * $0)) }
      + (0..<4).map { UInt8(truncatingIfNeeded: words.third >> (24 - 8 * $0)) }
  }

  public static func == (left: GitObjectID, right: GitObjectID) -> Bool { left.words == right.words }

  public func hash(into hasher: inout Hasher) {
    // The name is a hash already: part of it spreads well enough.
    hasher.combine(words.first)
  }

  /// - Returns: `nil` unless the text is exactly 40 lowercase hexadecimal digits.
  public init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 2 * Self.byteCount else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(of: digits[index]), let low = Self.value(of: digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
  }

  /// 40 lowercase hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension GitObjectID: CustomStringConvertible {
  public var description: String { hex }
}

extension GitObjectID: Comparable {
  public static func < (left: GitObjectID, right: GitObjectID) -> Bool {
    left.words < right.words
  }
}
