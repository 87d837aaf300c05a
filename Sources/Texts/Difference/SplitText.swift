/// A text taken apart for comparison: tokens, and the spaces and tabs between them.
///
/// Tokens are words (whatever stands between white space, with its punctuation) and line ends (LF, CR LF or CR, each a token
/// of its own). Places are offsets in UTF-8, and words are compared by their bytes: `==` of `String` would take two
/// spellings of é for one.
struct SplitText {
  /// How much of a text one token is.
  enum Level: CaseIterable {
    case words
    /// Up to a word that ends with a full stop, a question mark or an exclamation mark.
    case sentences
    case lines
  }

  let bytes: [UInt8]
  /// Words and line ends, in order; no token is empty.
  let words: [Range<Int>]

  init(_ text: String) {
    bytes = Array(text.utf8)
    words = Self.words(in: bytes)
  }

  private static func words(in bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where isSpace(bytes[index]) || isLineEnd(bytes[index]) {
      if start < index { words.append(start..<index) }
      start = index + 1
      guard isLineEnd(bytes[index]) else { continue }
      if bytes[index] == 10, index > 0, bytes[index - 1] == 13 {
        words[words.count - 1] = index - 1..<start
      } else {
        words.append(index..<start)
      }
    }
    if start < bytes.count { words.append(start..<bytes.count) }
    return words
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  func isLineEnd(_ word: Range<Int>) -> Bool { Self.isLineEnd(bytes[word.lowerBound]) }

  /// The tokens of a level, as ranges of `words`.
  func tokens(_ level: Level) -> [Range<Int>] {
    if level == .words { return words.indices.map { $0..<$0 + 1 } }
    var tokens: [Range<Int>] = []
    var start = 0
    for (index, word) in words.enumerated() {
      let isEnd = isLineEnd(word)
      if isEnd, start < index { tokens.append(start..<index) }
      if isEnd || (level == .sentences && endsSentence(word)) {
        tokens.append(isEnd ? index..<index + 1 : start..<index + 1)
        start = index + 1
      }
    }
    if start < words.count { tokens.append(start..<words.count) }
    return tokens
  }

  private func endsSentence(_ word: Range<Int>) -> Bool {
    let closing: Set<UInt8> = [0x22, 0x27, 0x29, 0x5D]  // " ' ) ]
    guard let last = bytes[word].last(where: { !closing.contains($0) }) else { return false }
    return last == 0x2E || last == 0x3F || last == 0x21
  }

  /// Where the words of a range stand, from the first byte of the first to behind the last byte of the last.
  func place(_ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].lowerBound..<words[range.upperBound - 1].upperBound
  }

  /// The bytes from behind the word before a range of words to the word after it: the words with all spaces around them.
  func surroundings(_ range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound == 0 ? 0 : words[range.lowerBound - 1].upperBound
    return start..<(range.upperBound == words.count ? bytes.count : words[range.upperBound].lowerBound)
  }

  func text(_ place: Range<Int>) -> String { String(decoding: bytes[place], as: UTF8.self) }
}
