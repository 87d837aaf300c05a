internal import CSodium

/// The SHA-256 of some bytes: 32 bytes, compared and ordered as bytes.
///
/// - Source: FIPS 180-4, through libsodium's `crypto_hash_sha256`.
public struct Digest: Hashable, Sendable {
  // Four big-endian words take no memory of their own, and their order is the order of the bytes.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// How many bytes a digest has.
  public static let byteCount = 32

  /// Hashes `bytes`.
  public init(of bytes: [UInt8]) {
    _ = sodiumIsReady
    var output = [UInt8](repeating: 0, count: Self.byteCount)
    _ = unsafe crypto_hash_sha256(&output, bytes, UInt64(bytes.count))
    self.init(unchecked: output[...])
  }

  /// Takes a digest that was computed elsewhere. Nil unless there are exactly 32 bytes.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self.init(unchecked: ArraySlice(bytes))
  }

  /// Reads 64 lowercase hexadecimal digits; nil for anything else, capitals included.
  public init?(hex: some Collection<UInt8>) {
    guard hex.count == 2 * Self.byteCount, let bytes = Hex.decode(hex) else { return nil }
    self.init(unchecked: bytes[...])
  }

  /// Reads 64 lowercase hexadecimal digits; nil for anything else, capitals included.
  public init?(hex: String) {
    self.init(hex: Array(hex.utf8))
  }

  private init(unchecked bytes: ArraySlice<UInt8>) {
    var words: [UInt64] = [0, 0, 0, 0]
    for (position, byte) in bytes.enumerated() {
      words[position / 8] = words[position / 8] << 8 | UInt64(byte)
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(Self.byteCount)
    for word in [words.0, words.1, words.2, words.3] {
      for index in 0..<8 { output.append(UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * index))) }
    }
    return output
  }

  /// 64 lowercase hexadecimal digits.
  public var hex: String { String(decoding: Hex.encode(bytes), as: UTF8.self) }

  /// The first 12 hexadecimal digits: enough for a person to tell two apart, never enough to trust.
  public var short: String { String(hex.prefix(12)) }

  public static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.3)
  }
}

extension Digest: Comparable {
  public static func < (left: Digest, right: Digest) -> Bool { left.words < right.words }
}

extension Digest: CustomStringConvertible {
  public var description: String { hex }
}

/// libsodium asks to be initialised once per process, before anything else.
private let sodiumIsReady: Bool = {
  precondition(sodium_init() >= 0, "libsodium could not be initialised")
  return true
}()
