internal import Records

/// A state fiscal year: 1 July to 30 June, `SFY 2024-25`.
public struct StateFiscalYear: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year in which it begins, 1900 to 2199.
  public let first: Int

  public init?(first: Int) {
    guard (1900...2199).contains(first) else { return nil }
    self.first = first
  }

  /// Reads `SFY 2024-25`; nil for every other text.
  public init?(_ text: String) {
    guard Period(text) != nil, text.hasPrefix("SFY "), text.utf8.count == 11,
      let first = Int(text.dropFirst(4).prefix(4))
    else { return nil }
    self.init(first: first)
  }

  public var description: String {
    let second = (first + 1) % 100
    return "SFY \(first)-\(second < 10 ? "0" : "")\(second)"
  }

  public static func < (left: StateFiscalYear, right: StateFiscalYear) -> Bool { left.first < right.first }
}
