/// A quarter of a federal fiscal year: 1 is October to December of the year before the one that names it.
public struct FederalQuarter: Hashable, Sendable, CustomStringConvertible {
  public let year: Int
  /// 1 to 4.
  public let number: Int

  /// The quarter that a day is in.
  public init(of day: Day) {
    year = day.month >= 10 ? day.year + 1 : day.year
    number = (day.month + 2) / 3 % 4 + 1
  }

  /// Reads `FFY 2004 Q1` (``Period``); nil for every other text, other periods among them.
  public init?(_ text: String) {
    guard text.hasPrefix("FFY "), text.utf8.count == 11, let period = Period(text) else { return nil }
    self.init(of: period.lastDay)
  }

  public func contains(_ day: Day) -> Bool { FederalQuarter(of: day) == self }

  /// `FFY 2004 Q1`.
  public var description: String { "FFY \(year) Q\(number)" }
}
