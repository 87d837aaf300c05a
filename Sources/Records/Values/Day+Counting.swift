extension Day {
  /// The day that stands so many days after 1 January 1900 (``ordinal``); nil outside the years 1900 to 9999.
  public init?(ordinal: Int) {
    guard (0..<3_000_000).contains(ordinal) else { return nil }
    // 400 years are 146,097 days: the division is never more than one year too high.
    var year = 1900 + ordinal * 400 / 146_097
    while year > 1900, let first = Day(year, 1, 1), first.ordinal > ordinal { year -= 1 }
    while let next = Day(year + 1, 1, 1), next.ordinal <= ordinal { year += 1 }
    guard let first = Day(year, 1, 1) else { return nil }
    var rest = ordinal - first.ordinal
    var month = 1
    while month < 12, rest >= Self.length(ofMonth: month, in: year) {
      rest -= Self.length(ofMonth: month, in: year)
      month += 1
    }
    self.init(year, month, rest + 1)
  }

  /// So many days later, or earlier; nil outside the years 1900 to 9999.
  public func adding(days: Int) -> Day? {
    let (sum, overflow) = ordinal.addingReportingOverflow(days)
    return overflow ? nil : Day(ordinal: sum)
  }

  /// The last day of the month that this day is in.
  public var monthEnd: Day { Day(year, month, Self.length(ofMonth: month, in: year)) ?? self }

  /// The last day of the quarter that this day is in. Quarters of the calendar year, of federal and of state fiscal years
  /// end on the same days.
  public var quarterEnd: Day { (Day(year, (month + 2) / 3 * 3, 1) ?? self).monthEnd }

  /// 0 is Sunday, 6 is Saturday. 1 January 1900 was a Monday.
  public var weekday: Int { (ordinal + 1) % 7 }

  /// This day, or the Monday after it if it is a Saturday or a Sunday. Holidays are not known here.
  public var nextWeekday: Day {
    switch weekday {
    case 6: adding(days: 2) ?? self
    case 0: adding(days: 1) ?? self
    default: self
    }
  }
}
