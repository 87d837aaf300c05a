/// Texts and edits drawn from a seed, alike in every run.
struct Drawn: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// Few different pieces, so that repeats, bare spaces and line ends of every kind meet often.
  static let pieces = [
    "we", "call", "call", "days.", "é", "e\u{301}", "漢", " ", " ", " ", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r",
    ".",
  ]

  mutating func text(pieces count: Int) -> String {
    (0..<number(below: count + 1)).map { _ in Self.pieces[number(below: Self.pieces.count)] }.joined()
  }

  /// The text with some pieces of it taken out, put in or replaced, and at last a mark put in.
  mutating func edited(_ text: String, with mark: String = "") -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...number(below: 4) {
      let start = number(below: scalars.count + 1)
      let end = min(scalars.count, start + number(below: 5))
      let came = number(below: 3) == 0 ? "" : self.text(pieces: 4)
      scalars.replaceSubrange(start..<end, with: Array(came.unicodeScalars))
    }
    scalars.insert(contentsOf: Array(mark.unicodeScalars), at: number(below: scalars.count + 1))
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}

/// Equal to the byte; `==` of `String` is not.
func same(_ one: String?, _ other: String) -> Bool { one.map { Array($0.utf8) == Array(other.utf8) } ?? false }
