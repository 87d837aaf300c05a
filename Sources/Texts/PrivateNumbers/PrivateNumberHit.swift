/// A place in a text that looks like the number of a person. It says where and why, and never which number.
public struct PrivateNumberHit: Sendable, Hashable, CustomStringConvertible {
  public enum Rule: Sendable, Hashable {
    /// Three, two and four digits: the form of Social Security and taxpayer numbers.
    case socialSecurityNumber
    /// Nine digits in a row, a few words from a label such as `SSN`.
    case labelledNineDigits
    /// The department's pattern of a case number.
    case caseNumber(pattern: String)

    /// A word for programs.
    public var name: String {
      switch self {
      case .socialSecurityNumber: "social-security-number"
      case .labelledNineDigits: "nine-digits-beside-a-label"
      case .caseNumber: "case-number"
      }
    }
  }

  /// Offsets in the text's UTF-8.
  public let range: Range<Int>
  public let rule: Rule

  public init(_ rule: Rule, at range: Range<Int>) {
    self.rule = rule
    self.range = range
  }

  public var description: String { "\(rule.name) at bytes \(range.lowerBound) to \(range.upperBound)" }
}
