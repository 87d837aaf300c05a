/// Writes the YAML that people edit: plain where that is safe, literal blocks for long texts, quotes with escapes for the
/// rest. What it writes reads back as the normalised text (``RecordText``), whatever the text holds.
package struct YAMLWriter {
  package private(set) var text = ""
  private var entryIsOpen = false

  package init() {}

  package mutating func blankLine() { text += "\n" }

  package mutating func comment(_ line: String, indent: Int = 0) {
    let shown = line.unicodeScalars.contains(where: { !Self.isShowable($0) }) ? Self.quoted(line) : line
    text += String(repeating: " ", count: indent) + (shown.isEmpty ? "#" : "# \(shown)") + "\n"
  }

  /// The next field stands behind a dash.
  package mutating func beginEntry(indent: Int) {
    text += String(repeating: " ", count: indent) + "- "
    entryIsOpen = true
  }

  /// A list entry that is a text, in quotes.
  package mutating func item(_ value: String, indent: Int) {
    text += String(repeating: " ", count: indent) + "- " + Self.quoted(value) + "\n"
  }

  package mutating func key(_ key: String, indent: Int) { text += lead(indent) + key + ":\n" }

  /// - Parameter long: a text that grows: always a literal block.
  package mutating func field(_ key: String, _ value: String, indent: Int, long: Bool = false) {
    let value = RecordText.normalised(value)
    let start = lead(indent) + key + ":"
    if value.isEmpty {
      text += start + "\n"
    } else if !value.unicodeScalars.allSatisfy({ Self.isShowable($0) || $0 == "\n" || $0 == "\t" }) {
      text += start + " " + Self.quoted(value) + "\n"
    } else if long || value.unicodeScalars.contains("\n") || value.unicodeScalars.count > 100 {
      text += start + Self.literal(value, indent: indent + 2)
    } else {
      text += start + " " + (Self.isPlain(value) ? value : Self.quoted(value)) + "\n"
    }
  }

  private mutating func lead(_ indent: Int) -> String {
    defer { entryIsOpen = false }
    return entryIsOpen ? "" : String(repeating: " ", count: indent)
  }

  private static func literal(_ value: String, indent: Int) -> String {
    // The indent of a block is that of its first line, unless the header says it.
    let first = value.unicodeScalars.first
    let header = first == " " || first == "\t" ? " |2\n" : " |\n"
    let margin = String(repeating: " ", count: indent)
    let lines = value.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return header + lines.map { ($0.isEmpty ? "" : margin + String($0)) + "\n" }.joined()
  }

  /// Whether a text on one line needs no quotes: it begins with a letter or digit, and holds nothing that YAML reads as a
  /// key or a comment.
  private static func isPlain(_ value: String) -> Bool {
    let scalars = Array(value.unicodeScalars)
    guard let first = scalars.first, first.properties.isAlphabetic || ("0"..."9").contains(first) else { return false }
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\t": return false
      case ":": if index + 1 == scalars.count || scalars[index + 1] == " " { return false }
      case "#": if scalars[index - 1] == " " { return false }
      default: continue
      }
    }
    return true
  }

  /// Whether a character may stand in the document as it is.
  private static func isShowable(_ scalar: Unicode.Scalar) -> Bool {
    !RecordText.isControl(scalar) && !RecordText.isInvisible(scalar)
  }

  /// In double quotes, on one line, with the escapes that YAML and JSON share (all that is escaped is below U+10000).
  package static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where isShowable(scalar): result.unicodeScalars.append(scalar)
      default:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      }
    }
    return result + "\""
  }
}
