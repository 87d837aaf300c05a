/// The grammars of the names that appear in refs, headers and documents.
///
/// All are lowercase ASCII, so that no two names are equal under case folding or Unicode normalisation, and none can
/// climb out of a folder or be taken for an option.
public enum Names {
  /// A member or a node: `[a-z][a-z0-9]*(-[a-z0-9]+)*`, 2 to 48 characters.
  public static func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (2...48).contains(bytes.count), isLetter(bytes[0]), bytes.last != hyphen else { return false }
    var previous: UInt8 = 0
    for byte in bytes {
      guard isLetter(byte) || isDigit(byte) || (byte == hyphen && previous != hyphen) else { return false }
      previous = byte
    }
    return true
  }

  /// An audience: a name, or two names with a slash between them.
  public static func isAudience(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { isName(String($0)) }
  }

  /// An incarnation: 32 lowercase hexadecimal digits.
  public static func isIncarnation(_ text: String) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "f")
    return text.utf8.count == 32 && text.utf8.allSatisfy { isDigit($0) || letters.contains($0) }
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
