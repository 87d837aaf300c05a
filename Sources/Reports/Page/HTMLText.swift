internal import Plans
internal import Records

/// Texts of people, made safe for HTML: what they wrote is shown as they wrote it, and nothing in it becomes markup.
enum HTMLText {
  /// For one line, and for the value of an attribute in double quotes.
  static func line(_ text: String) -> String { escaped(RecordText.shown(text)) }

  /// For a place of its own, such as a cell: lines stay lines.
  static func lines(_ text: String) -> String { split(text).map { line($0) }.joined(separator: "<br>\n") }

  /// For a text that stands by itself: a blank line separates paragraphs.
  ///
  /// - Parameter lead: markup in front of the first paragraph.
  static func paragraphs(_ text: String, lead: String = "") -> String {
    var paragraphs = split(text).split { $0.allSatisfy { $0 == " " || $0 == "\t" } }
      .map { $0.map { line($0) }.joined(separator: "<br>\n") }
    if !lead.isEmpty {
      if paragraphs.isEmpty { paragraphs = [lead] } else { paragraphs[0] = lead + " " + paragraphs[0] }
    }
    return paragraphs.map { "<p>\($0)</p>\n" }.joined()
  }

  private static func split(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
