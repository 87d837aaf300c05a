import Foundation

/// What a text of a record may hold, and the one spelling in which it is kept.
public enum RecordText {
  /// 256 KiB: the limit of one value in a changeset.
  public static let byteLimit = 256 * 1024

  /// The spelling in which an entered text is kept: Unicode normal form C, LF as the end of a line, no byte order marks, no
  /// blank lines in front, no white space at the end.
  public static func normalised(_ text: String) -> String {
    let unmarked = String(text.unicodeScalars.filter { $0 != "\u{FEFF}" })
    var scalars = Array(unmarked.precomposedStringWithCanonicalMapping.unicodeScalars)
    if scalars.contains("\r") {
      var unix: [Unicode.Scalar] = []
      for scalar in scalars {
        // All of them, so that the second time finds nothing to do.
        while scalar == "\n", unix.last == "\r" { unix.removeLast() }
        unix.append(scalar)
      }
      scalars = unix
    }
    while let last = scalars.last, last == "\n" || last == " " || last == "\t" { scalars.removeLast() }
    var first = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n" { first = index + 1 } else if scalar != " " && scalar != "\t" { break }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[first...])
    return String(result)
  }

  /// Why a normalised text cannot be kept; nil if it can.
  public static func problem(in text: String, oneLine: Bool) -> String? {
    if text.utf8.count > byteLimit { return "this text is longer than 256 KiB" }
    if text.unicodeScalars.contains(where: { isControl($0) && $0 != "\n" && $0 != "\t" }) {
      return "this text has a control character in it"
    }
    if oneLine && text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\t" }) {
      return "this text must stand on one line, without tabs"
    }
    return nil
  }

  /// Whether a text is a name, of a text as of everything that templates name: a-z, 0-9 and hyphens, 64 at most. A-Z are
  /// not in it: names are compared byte by byte everywhere.
  public static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
      && (1...64).contains(text.utf8.count)
  }

  /// C0 and C1 control characters and DEL.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// Characters that are not seen as what they are: marks of writing direction, separators of lines and paragraphs, the
  /// byte order mark, and code points that are no characters. Documents show them as escapes.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

extension RecordText {
  /// A text on one line, safe to print: what cannot be seen as what it is stands as `\u{…}`.
  ///
  /// - Parameter limit: at most this many characters, then an ellipsis.
  public static func shown(_ text: String, limit: Int = .max) -> String {
    var result = ""
    for (count, character) in text.enumerated() {
      if count == limit { return result + "…" }
      for scalar in character.unicodeScalars {
        if isControl(scalar) || isInvisible(scalar) {
          result += scalar == "\n" || scalar == "\t" ? " " : "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
