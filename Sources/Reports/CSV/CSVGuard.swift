internal import Plans
internal import Records

/// An apostrophe in front of a field that a spreadsheet program would otherwise take for something else than its text.
///
/// 1. Guarded is what begins, after white space, with `=`, `+`, `-` or `@` (also in their full-width forms), and what
///    begins with a tab or a line end: it could be taken for a formula. A plain number such as `-5.2` is not guarded.
/// 2. Guarded is what reads like a number, date, time, fraction or truth value and would come back in another spelling:
///    `00123`, `1-2`, `1/2`, `1e5`, `Oct-23`, `12:30`, `$5`, `5%`, `1,234`, `TRUE`, a number of more than 15 digits.
///    A plain number and a day (`2024-01-31`) are not guarded: they are meant to be read as what they are. Nor is a code of one
///    letter and digits (`E00123`).
/// 3. Guarded is what begins with an apostrophe before something that 1 or 2 guards, so that nothing is lost: the reader
///    takes one apostrophe away where one of these follows it, and no other (`'tis` is not touched either way).
///
/// A tab, which LibreOffice drops from a cell, is written as its picture ␉, and ␉ and ␛ themselves with a ␛ in front.
///
/// The guard keeps texts whole in a program that guesses. What it does not guess, or guesses by another language's month
/// names, is kept whole by opening the file with all columns as text, as `Examples/Judges/run` does with LibreOffice.
enum CSVGuard {
  static func added(to text: String) -> String { withPictures(isNeeded(text) ? "'" + text : text) }

  static func removed(from field: String) -> String {
    let text = withoutPictures(field)
    guard text.utf8.first == UInt8(ascii: "'") else { return text }
    let rest = String(text.unicodeScalars.dropFirst())
    return isNeeded(rest) ? rest : text
  }

  private static let tab: Unicode.Scalar = "\t"
  private static let pictureOfTab: Unicode.Scalar = "\u{2409}"
  private static let pictureOfEscape: Unicode.Scalar = "\u{241B}"

  private static func withPictures(_ text: String) -> String {
    let special = [tab, pictureOfTab, pictureOfEscape]
    guard text.unicodeScalars.contains(where: special.contains) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == pictureOfTab || scalar == pictureOfEscape { result.append(pictureOfEscape) }
      result.append(scalar == tab ? pictureOfTab : scalar)
    }
    return String(result)
  }

  private static func withoutPictures(_ field: String) -> String {
    guard field.unicodeScalars.contains(where: { $0 == pictureOfTab || $0 == pictureOfEscape }) else { return field }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in field.unicodeScalars {
      switch scalar {
      case pictureOfTab, pictureOfEscape:
        if isEscaped || scalar == pictureOfTab { result.append(isEscaped ? scalar : tab) }
        isEscaped = !isEscaped && scalar == pictureOfEscape
      default:
        // An escape before anything else was not written by us, and stays.
        if isEscaped { result.append(pictureOfEscape) }
        isEscaped = false
        result.append(scalar)
      }
    }
    if isEscaped { result.append(pictureOfEscape) }
    return String(result)
  }

  private static func isNeeded(_ text: String) -> Bool {
    let core = text.unicodeScalars.drop { $0 == "'" }
    guard let first = core.first else { return false }
    if "\t\r\n".unicodeScalars.contains(first) { return true }
    let words = core.drop { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" || $0 == "\u{A0}" }
    guard let start = words.first else { return false }
    if isPlainNumber(core) || Day(String(core)) != nil || isCode(core) { return false }
    return "=+-@＝＋－＠".unicodeScalars.contains(start) || readsLikeAValue(words)
  }

  /// `E00123`: one letter, then digits alone. It reads like nothing else, though the letter stands in numbers and times too.
  private static func isCode(_ text: Substring.UnicodeScalarView) -> Bool {
    guard let first = text.first, ("a"..."z").contains(first) || ("A"..."Z").contains(first) else { return false }
    return text.count > 1 && text.dropFirst().allSatisfy(isDigit)
  }

  /// `0`, `-12.50`: no leading zeros, no exponent, at most 15 digits, which is what a spreadsheet program keeps.
  private static func isPlainNumber(_ text: Substring.UnicodeScalarView) -> Bool {
    let digits = text.first == "-" ? text.dropFirst() : text
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return false }
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    let count = parts.reduce(0) { $0 + $1.count }
    return (whole.first != "0" || whole.count == 1) && count <= 15 && !(isZero && text.first == "-")
  }

  /// Digits, the signs that stand in numbers, dates and times, and no words but those of dates and times.
  private static func readsLikeAValue(_ text: Substring.UnicodeScalarView) -> Bool {
    var word = ""
    var hasDigit = false
    var words: [String] = []
    for scalar in text.prefix(longestValue + 1) {
      if isDigit(scalar) { hasDigit = true }
      let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      if isLetter { word.unicodeScalars.append(scalar) }
      if !isLetter && !word.isEmpty {
        words.append(word.lowercased())
        word = ""
      }
      if !isLetter && !isDigit(scalar) && !signs.contains(scalar) { return false }
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    guard text.prefix(longestValue + 1).count <= longestValue else { return false }
    if !hasDigit { return words == ["true"] || words == ["false"] }
    return words.allSatisfy(dateWords.contains)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let longestValue = 64
  private static let signs = Set(" \u{A0}/-.,:%()$€£+'".unicodeScalars)
  private static let dateWords: Set<String> = [
    "e", "a", "p", "am", "pm", "t", "z", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
  ]
}
