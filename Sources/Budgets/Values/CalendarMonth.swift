public import Records

/// A calendar month, `2024-07`.
public struct CalendarMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let firstDay: Day

  /// The month of a day.
  public init(of day: Day) { firstDay = Day(day.year, day.month, 1) ?? day }

  /// Reads `2024-07`; nil for every other text.
  public init?(_ text: String) {
    guard text.utf8.count == 7, let day = Day(text + "-01") else { return nil }
    firstDay = day
  }

  public var lastDay: Day { firstDay.monthEnd }
  public var description: String { String("\(firstDay)".prefix(7)) }

  public static func < (left: CalendarMonth, right: CalendarMonth) -> Bool { left.firstDay < right.firstDay }
}
