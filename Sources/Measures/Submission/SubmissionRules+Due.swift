public import Records

extension SubmissionRules {
  /// The day by which a quarter's figures are due: so many calendar days after its end, or the next business day.
  public func due(of quarter: FederalQuarter) -> Day? {
    guard let end = quarter.lastDay, var day = end.adding(days: days) else { return nil }
    while !isBusinessDay(day) {
      guard let next = day.adding(days: 1) else { return nil }
      day = next
    }
    return day
  }

  /// Not a Saturday, a Sunday or a holiday.
  public func isBusinessDay(_ day: Day) -> Bool {
    guard (1...5).contains(day.weekday) else { return false }
    return !holidays.contains { holiday in
      switch holiday {
      case .fixed(let month, let date): day.month == month && day.day == date
      case .weekday(let month, let weekday, let which):
        day.month == month && day.weekday == weekday && (day.day + 6) / 7 == which
      }
    }
  }

  /// The furthest step that may be taken.
  ///
  /// - Parameters:
  ///   - daysLate: days after the due day; 0 or less is not late.
  ///   - times: how many submissions of the federal fiscal year were late, this one included.
  public func step(daysLate: Int, times: Int) -> Step? {
    guard daysLate > 0 else { return nil }
    return steps.last { step in daysLate >= step.daysLate || step.times.map { times >= $0 } ?? false }
  }
}
