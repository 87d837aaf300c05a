/// Text from people or other machines, made safe to print: what could steer a terminal or hide something stands as
/// `\u{…}`.
enum Shown {
  /// On one line: line ends and tabs become spaces.
  static func line(_ text: String, limit: Int = .max) -> String {
    var result = ""
    for (count, character) in text.enumerated() {
      if count == limit { return result + "…" }
      append(character, to: &result) { $0 == "\n" || $0 == "\t" ? " " : nil }
    }
    return result
  }

  /// On as many lines as it has.
  static func text(_ text: String) -> String {
    var result = ""
    for character in text {
      append(character, to: &result) { $0 == "\n" ? "\n" : $0 == "\t" ? "    " : nil }
    }
    return result
  }

  /// More scalars than any written language stacks on one another; the rest would run over other lines.
  private static let scalarsPerCharacter = 12

  private static func append(
    _ character: Character, to result: inout String, replacing: (Unicode.Scalar) -> String?
  ) {
    for (count, scalar) in character.unicodeScalars.enumerated() {
      if count == scalarsPerCharacter {
        result += "…"
        return
      }
      if let replacement = replacing(scalar) {
        result += replacement
      } else if isHidden(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Control characters (so every escape sequence), bidi overrides, zero-width and other invisible characters.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Columns that a terminal takes for a text on one line.
  static func width(_ text: String) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      switch first.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return 0
      default: return 1
      }
    }
  }
}
