public import Records

/// A state fiscal year: 1 July to 30 June, `SFY 2024-25`.
public struct StateFiscalYear: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year in which it begins, 1900 to 2199.
  public let first: Int

  public init?(first: Int) {
    guard (Self.known.lowerBound.first...Self.known.upperBound.first).contains(first) else { return nil }
    self.first = first
  }

  private init(_ first: Int) { self.first = first }

  public static let known = StateFiscalYear(1900)...StateFiscalYear(2199)

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

  /// The first days of its twelve months, July first.
  public var months: [Day] {
    (0..<12).compactMap { index in Day(first + (index + 6) / 12, (index + 6) % 12 + 1, 1) }
  }

  public var days: ClosedRange<Day> { months[0]...months[11].monthEnd }

  /// The year in which a day lies; nil outside of the years that are known.
  public init?(of day: Day) { self.init(first: day.month < 7 ? day.year - 1 : day.year) }

  /// 1 to 12, July is 1; nil outside of the year.
  public func month(of day: Day) -> Int? {
    months.firstIndex { $0.year == day.year && $0.month == day.month }.map { $0 + 1 }
  }

  public var quarters: [StateQuarter] { (1...4).compactMap { StateQuarter(year: self, number: $0) } }
}

/// A quarter of a state fiscal year, for which costs are claimed: `SFY 2024-25 Q1` is July to September 2024.
public struct StateQuarter: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let year: StateFiscalYear
  /// 1 to 4.
  public let number: Int

  public init?(year: StateFiscalYear, number: Int) {
    guard (1...4).contains(number) else { return nil }
    self.year = year
    self.number = number
  }

  /// Reads `SFY 2024-25 Q1`; nil for every other text.
  public init?(_ text: String) {
    guard Period(text) != nil, text.utf8.count == 14, let year = StateFiscalYear(String(text.prefix(11))),
      let number = text.last?.wholeNumberValue
    else { return nil }
    self.init(year: year, number: number)
  }

  public var description: String { "\(year) Q\(number)" }

  public static func < (left: StateQuarter, right: StateQuarter) -> Bool {
    (left.year.first, left.number) < (right.year.first, right.number)
  }

  public var firstDay: Day { year.months[number * 3 - 3] }
  public var lastDay: Day { year.months[number * 3 - 1].monthEnd }
  /// Of the year, 1 to 12.
  public var months: ClosedRange<Int> { (number * 3 - 2)...(number * 3) }

  /// Costs are claimed by the day on which they were paid (AS.2.6 task 7).
  public func contains(_ day: Day) -> Bool { firstDay <= day && day <= lastDay }
}
