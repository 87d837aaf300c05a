public import Records

/// When something is due, as a rule: the same words in the catalogue, in settings and on the screen.
///
/// | text | days |
/// | --- | --- |
/// | `2024-09-15` | that day, once |
/// | `15 days after month end` | the 15th calendar day after each month (days are counted: 30 after January is 1 or 2 March) |
/// | `30 days after quarter end` | after each quarter; federal, state and calendar quarters end on the same days |
/// | `15 days after FFY end`, `… SFY end` | after 30 September, after 30 June |
/// | `at month end`, `at quarter end` | the last day |
/// | `before FFY`, `before SFY` | 30 September, 30 June: the last day before the year begins |
/// | `monthly on 1` | that day of each month, 1 to 28 |
/// | `yearly on 09-15` | that day of each year |
/// | `every 2 years from 2024-09-15` | that day, and every second year (2 to 10) |
///
/// Each but the single day may end in `, next business day`: a Saturday or a Sunday becomes the Monday after it. Without
/// that, the day stands as the source has it, on whatever weekday. **Holidays are not known**: they are the department's to
/// announce, and none are shipped.
///
/// Source: AS.2.6, FM.2.2 and CSS.1.5 (calendar days), 22 CCR 111920 (the next business day).
public struct DueRule: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    case day(Day)
    case after(days: Int, span: Span)
    /// The last day before a year begins.
    case before(Span)
    case monthly(day: Int)
    case yearly(month: Int, day: Int)
    case every(years: Int, from: Day)
  }

  /// What a rule counts from the end of.
  public enum Span: String, CaseIterable, Sendable {
    case month, quarter
    case federalYear = "FFY"
    case stateYear = "SFY"
  }

  public let form: Form
  public let onBusinessDay: Bool

  /// One time that something is due.
  public struct Occurrence: Hashable, Sendable {
    public let day: Day
    /// What it is due for, in a form that stays when the rule is changed: a period (``Period``) where the rule counts from
    /// one, else the year; the day itself for a single day.
    public let key: String
    /// The same for people: `Oct-Dec 2023`, `Jan 2024`, `FFY 2025`; empty where the day says it.
    public let label: String
  }
}

extension DueRule {
  /// The times that fall into a span of days, in order.
  public func occurrences(in days: ClosedRange<Day>) -> [Occurrence] {
    candidates(in: days).filter { days.contains($0.day) }
  }

  /// All times in the years around a span: a rule may count from the year before, and a weekend may move a day out of it.
  private func candidates(in days: ClosedRange<Day>) -> [Occurrence] {
    let years = (days.lowerBound.year - 2)...(days.upperBound.year + 1)
    switch form {
    case .day(let day): return [Occurrence(day: day, key: "\(day)", label: "")]
    case .after(let count, let span):
      return years.flatMap { Self.ends(of: span, in: $0) }.compactMap { end in
        end.adding(days: count).map { occurrence($0, Self.key(of: span, endingAt: end), span, end) }
      }
    case .before(let span):
      return years.flatMap { Self.ends(of: span, in: $0) }.compactMap { end in
        guard let next = Day(end.year + 1, end.month, end.day) else { return nil }
        return occurrence(end, Self.key(of: span, endingAt: next), span, next)
      }
    case .monthly(let number):
      return years.flatMap { Self.ends(of: .month, in: $0) }.compactMap { end in
        Day(end.year, end.month, number).map { occurrence($0, Self.key(of: .month, endingAt: end), .month, end) }
      }
    case .yearly(let month, let number):
      return years.compactMap { year in
        Day(year, month, number).map { Occurrence(day: moved($0), key: "\(year)", label: "") }
      }
    case .every(let count, let first):
      return years.filter { $0 >= first.year && ($0 - first.year).isMultiple(of: count) }.compactMap { year in
        Day(year, first.month, first.day).map { Occurrence(day: moved($0), key: "\(year)", label: "") }
      }
    }
  }

  private func occurrence(_ day: Day, _ key: String, _ span: Span, _ end: Day) -> Occurrence {
    Occurrence(day: moved(day), key: key, label: Self.label(of: span, endingAt: end))
  }

  private func moved(_ day: Day) -> Day { onBusinessDay ? day.nextWeekday : day }

  private static func ends(of span: Span, in year: Int) -> [Day] {
    switch span {
    case .month: (1...12).compactMap { Day(year, $0, 1)?.monthEnd }
    case .quarter: [3, 6, 9, 12].compactMap { Day(year, $0, 1)?.monthEnd }
    case .federalYear: [Day(year, 9, 30)].compactMap(\.self)
    case .stateYear: [Day(year, 6, 30)].compactMap(\.self)
    }
  }

  private static func key(of span: Span, endingAt end: Day) -> String {
    switch span {
    case .month: String("\(end)".prefix(7))
    case .quarter: FederalQuarter(of: end).description
    case .federalYear: "FFY \(end.year)"
    case .stateYear: "SFY \(end.year - 1)-\("\(end.year)".suffix(2))"
    }
  }

  private static func label(of span: Span, endingAt end: Day) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    switch span {
    case .month: return "\(names[end.month - 1]) \(end.year)"
    case .quarter: return "\(names[end.month - 3])-\(names[end.month - 1]) \(end.year)"
    case .federalYear, .stateYear: return key(of: span, endingAt: end)
    }
  }
}
