public import Records

extension Day {
  /// The same day so many months later, or the last day of that month if it is shorter.
  public func adding(months: Int) -> Day {
    guard (0...120_000).contains(months) else { return .distantFuture }
    let index = year * 12 + month - 1 + months
    guard let first = Day(index / 12, index % 12 + 1, 1) else { return .distantFuture }
    return Day(first.year, first.month, min(day, first.monthEnd.day)) ?? first.monthEnd
  }

  /// Later than every day that anything falls due on.
  public static let distantFuture: Day = {
    guard let day = Day(9999, 12, 31) else { preconditionFailure("the calendar has this day") }
    return day
  }()

  /// Whether it lies between two days, both included; the last one may be empty: there is no end.
  func isWithin(_ first: String, _ last: String) -> Bool {
    guard let first = Day(first), first <= self else { return false }
    return Day(last).map { self <= $0 } ?? last.isEmpty
  }
}
