/// The form of a case number, as the department publishes it.
///
/// `#` is a digit, `@` a letter; a letter or digit stands for itself, in upper or lower case; so do the point, the slash and
/// the underscore; a hyphen stands for any hyphen, a space for any space. Nothing repeats and nothing is left out at will, so
/// that a pattern is compared with each place of a text once, whatever it says. A match is never part of a longer word or
/// number.
public struct CaseNumberPattern: Sendable, Hashable {
  /// Of characters.
  static let lengthLimit = 40
  /// Letters and digits, so that no pattern forbids years, ZIP codes or plain words.
  static let fewestSigns = 6
  static let fewestDigits = 4

  private enum Piece: Hashable {
    case digit
    case letter
    case sign(ScannedText.Sign)
  }

  public let text: String
  private let pieces: [Piece]
  let digitCount: Int

  /// - Throws: `CaseNumberPatternError` when it is too short, too long, or has a character with no meaning here.
  public init(_ text: String) throws(CaseNumberPatternError) {
    guard text.unicodeScalars.count <= Self.lengthLimit else {
      throw CaseNumberPatternError(
        "the pattern has more than \(Self.lengthLimit) characters", next: "give a shorter one")
    }
    var pieces: [Piece] = []
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "#": pieces.append(.digit)
      case "@": pieces.append(.letter)
      case "0"..."9", "A"..."Z", "a"..."z", "-", " ", ".", "/", "_":
        if let sign = ScannedText.sign(scalar) { pieces.append(.sign(sign)) }
      default:
        throw CaseNumberPatternError(
          "character \(index + 1) of the pattern has no meaning there",
          next:
            "use # for a digit, @ for a letter, and plain letters, digits, hyphens, spaces, points, slashes, underscores"
        )
      }
    }
    let digits = pieces.count { if case .sign(.digit) = $0 { true } else { $0 == .digit } }
    let letters = pieces.count { if case .sign(.letter) = $0 { true } else { $0 == .letter } }
    guard digits >= Self.fewestDigits, digits + letters >= Self.fewestSigns else {
      throw CaseNumberPatternError(
        "the pattern is so short that it would forbid ordinary numbers",
        next: "give at least \(Self.fewestSigns) letters and digits, \(Self.fewestDigits) of them digits")
    }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      ![first, last].contains(where: { "- ./_".unicodeScalars.contains($0) })
    else {
      throw CaseNumberPatternError(
        "the pattern begins or ends between words", next: "begin and end it with a letter or a digit")
    }
    self.text = text
    self.pieces = pieces
    digitCount = digits
  }

  /// Behind the match that begins at a place; nil if none does.
  func end(at start: Int, in text: ScannedText) -> Int? {
    let end = start + pieces.count
    guard end <= text.signs.count, !Self.isWord(text[start - 1]), !Self.isWord(text[end]) else { return nil }
    for (piece, sign) in zip(pieces, text.signs[start..<end]) {
      let fits =
        switch piece {
        case .digit: sign.isDigit
        case .letter: sign.isLetter
        case .sign(let wanted): sign == wanted
        }
      guard fits else { return nil }
    }
    return end
  }

  private static func isWord(_ sign: ScannedText.Sign?) -> Bool { sign?.isDigit == true || sign?.isLetter == true }
}

/// Why a pattern cannot be used.
public struct CaseNumberPatternError: Error, Sendable, Equatable, CustomStringConvertible {
  public let problem: String
  public let next: String

  init(_ problem: String, next: String) {
    self.problem = problem
    self.next = next
  }

  public var description: String { "\(problem); \(next)" }
}
