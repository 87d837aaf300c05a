/// The rule for namespaces and principals: 1 to 128 bytes of `A-Z a-z 0-9 . - _ @ + / :`, a letter or digit first.
///
/// OpenSSH allows more, but gives spaces, quotes, commas, `*`, `?`, `!` and `#` a meaning in an allowed-signers file. A
/// name of this rule means itself there, and two names are equal exactly when their bytes are.
public enum SSHName {
  public static func isValid(_ name: some StringProtocol) -> Bool {
    isValid(name.utf8)
  }

  static func isValid(_ name: some Collection<UInt8>) -> Bool {
    guard let first = name.first, name.count <= 128, isLetterOrDigit(first) else { return false }
    return name.allSatisfy { byte in
      isLetterOrDigit(byte) || punctuation.contains(byte)
    }
  }

  private static let punctuation = [UInt8](".-_@+/:".utf8)

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
