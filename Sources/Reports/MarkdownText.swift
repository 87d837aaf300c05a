internal import Plans
internal import Records

/// Texts of people, made safe for Markdown: what they wrote is shown as they wrote it, and nothing in it becomes a heading,
/// a link, HTML, or a cell of a table.
enum MarkdownText {
  /// For one line, or a cell of a table: line ends become `<br>`.
  static func inline(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(separator: "<br>")
  }

  /// For a text that stands by itself: lines stay lines, a blank line separates paragraphs.
  static func paragraphs(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      escaped(String(line.drop { $0 == " " || $0 == "\t" }))
    }
    var result = ""
    for (index, line) in lines.enumerated() {
      // Two spaces at its end keep a line apart from the next one.
      let breaks = index + 1 < lines.count && !line.isEmpty && !lines[index + 1].isEmpty
      result += line + (breaks ? "  " : "") + (index + 1 < lines.count ? "\n" : "")
    }
    return result
  }

  private static func escaped(_ line: String) -> String {
    var result = ""
    for scalar in RecordText.shown(line).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!", "$": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return escapedStart(result)
  }

  /// What begins a list, a heading underline or a rule only at the start of a line.
  private static func escapedStart(_ line: String) -> String {
    let lead = line.prefix { $0 == " " }
    let rest = line.dropFirst(lead.count)
    if let first = rest.first, "-+=".contains(first) { return lead + "\\" + rest }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let tail = rest.dropFirst(digits.count)
    if !digits.isEmpty, let mark = tail.first, mark == "." || mark == ")", [nil, " "].contains(tail.dropFirst().first) {
      return lead + digits + "\\" + tail
    }
    return line
  }
}
