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

extension FederalQuarter: Comparable {
  /// A quarter of the years 1901 to 9998; nil for every other.
  public init?(year: Int, number: Int) {
    guard (1901...9998).contains(year), (1...4).contains(number) else { return nil }
    self.year = year
    self.number = number
  }

  public static func < (left: FederalQuarter, right: FederalQuarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }

  public var next: FederalQuarter? {
    FederalQuarter(year: number == 4 ? year + 1 : year, number: number == 4 ? 1 : number + 1)
  }

  public var previous: FederalQuarter? {
    FederalQuarter(year: number == 1 ? year - 1 : year, number: number == 1 ? 4 : number - 1)
  }

  /// The same quarter of the federal fiscal year before.
  public var yearBefore: FederalQuarter? { FederalQuarter(year: year - 1, number: number) }

  /// The quarters of the federal fiscal year from the first to this one.
  public var toDate: [FederalQuarter] { (1...number).compactMap { FederalQuarter(year: year, number: $0) } }

  /// Its three months as periods, in order: `2023-10`, `2023-11`, `2023-12`.
  public var months: [String] {
    (1...3).map { place in
      let month = (number * 3 + 5 + place) % 12 + 1
      return "\(number == 1 ? year - 1 : year)-\(month < 10 ? "0" : "")\(month)"
    }
  }

  public var firstDay: Day? { Day("\(months[0])-01") }

  public var lastDay: Day? { Period(description)?.lastDay }
}
