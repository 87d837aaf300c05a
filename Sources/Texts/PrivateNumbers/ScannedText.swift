/// A text as a search for numbers reads it: digits of every script are digits, hyphens of every kind are hyphens, and
/// characters that nobody sees are not there.
struct ScannedText {
  enum Sign: Hashable {
    case digit(UInt8)
    case letter(Unicode.Scalar)
    case hyphen
    case space
    case lineEnd
    case other(Unicode.Scalar)

    var isDigit: Bool { if case .digit = self { true } else { false } }
    var isLetter: Bool { if case .letter = self { true } else { false } }
  }

  private(set) var signs: [Sign] = []
  /// Offset in UTF-8 of each sign, and behind the last.
  private var offsets: [Int] = []
  private var ends: [Int] = []

  init(_ text: String) {
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      if let sign = Self.sign(scalar) {
        signs.append(sign)
        offsets.append(offset)
        ends.append(offset + length)
      }
      offset += length
    }
  }

  /// Where some signs stand in the text, in UTF-8.
  func place(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<ends[range.upperBound - 1] }

  /// The sign at an index; nil outside the text.
  subscript(index: Int) -> Sign? { signs.indices.contains(index) ? signs[index] : nil }

  func isDigit(_ index: Int) -> Bool { self[index]?.isDigit == true }

  /// Nil for what is not seen.
  static func sign(_ scalar: Unicode.Scalar) -> Sign? {
    switch scalar {
    case "0"..."9": return .digit(UInt8(scalar.value) - 48)
    case "A"..."Z": return .letter(Unicode.Scalar(scalar.value + 32) ?? scalar)
    case "a"..."z": return .letter(scalar)
    case "-", "\u{AD}", "\u{2010}"..."\u{2015}", "\u{2043}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}":
      return .hyphen
    case " ", "\u{A0}", "\u{1680}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}": return .space
    case "\n", "\r", "\u{2028}", "\u{2029}": return .lineEnd
    default: break
    }
    if scalar.isASCII { return .other(scalar) }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return nil }
    if properties.numericType == .decimal, let value = properties.numericValue { return .digit(UInt8(value)) }
    if properties.isAlphabetic { return .letter(scalar) }
    return .other(scalar)
  }
}
