public import Records

/// One number that agencies collect (IOP.2.1): its definition, and how its figures add up.
public struct DataElement: Hashable, Sendable {
  /// a-z, 0-9 and hyphens: `157-1`.
  public let code: String
  public let title: String
  public let definition: String
  public let unit: Unit
  public let calendar: Calendar
  public let frequency: Frequency
  public let cumulation: Cumulation
  /// Form and line that it is reported on: "CS 157", "1"; empty if none.
  public let form: String
  public let line: String
  /// Whether it is of the standard set, collected statewide; else an agency keeps it for itself.
  public let isStandard: Bool

  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// Of cases, children, or anything else that is counted.
    case count
    /// Money in whole cents.
    case cents
    /// A number out of another.
    case share
  }

  /// 1 October to 30 September, or 1 July to 30 June.
  public enum Calendar: String, CaseIterable, Hashable, Sendable {
    case federal = "FFY"
    case state = "SFY"
  }

  public enum Frequency: String, CaseIterable, Hashable, Sendable { case monthly, quarterly, yearly }

  /// What the figures of the periods of one year are to each other.
  public enum Cumulation: String, CaseIterable, Hashable, Sendable {
    /// How many there are at the end of the period: the last one counts.
    case last
    /// How many came in the period: they are added.
    case sum
    /// Everything that counts once in the year, counted from the year's first day to the end of the period. It cannot be added,
    /// never falls within a year, and says less at mid-year than at its end.
    case toDate = "to-date"
  }

  public init(
    code: String, title: String, definition: String, unit: Unit, calendar: Calendar, frequency: Frequency,
    cumulation: Cumulation, form: String, line: String, isStandard: Bool
  ) {
    self.code = code
    self.title = title
    self.definition = definition
    self.unit = unit
    self.calendar = calendar
    self.frequency = frequency
    self.cumulation = cumulation
    self.form = form
    self.line = line
    self.isStandard = isStandard
  }

  /// "CS 157 line 1"; empty if it is on no form.
  public var place: String { form.isEmpty ? "" : "\(form) line \(line)" }
}

extension DataElement {
  /// The periods of this element that lie in a quarter, in order: three months, the quarter, or, in the fourth, the year. None
  /// of an element of state fiscal years that is not monthly.
  public func periods(in quarter: FederalQuarter) -> [String] {
    switch (frequency, calendar) {
    case (.monthly, _): quarter.months
    case (.quarterly, .federal): [quarter.description]
    case (.yearly, .federal): quarter.number == 4 ? ["FFY \(quarter.year)"] : []
    case (_, .state): []
    }
  }

  /// The periods whose figures make the value of the federal fiscal year up to the end of a quarter: all of them, where they
  /// are added, else the last one. None if there is none yet.
  public func periods(through quarter: FederalQuarter) -> [String] {
    let all = quarter.toDate.flatMap(periods(in:))
    return cumulation == .sum ? all : all.suffix(1)
  }

  /// Whether a period is of the calendar and frequency of this element: `2024-01`, `FFY 2024 Q2`, `SFY 2023-24`.
  public func takes(_ period: Period) -> Bool {
    let text = period.description
    let words = text.utf8.count { $0 == UInt8(ascii: " ") }
    switch frequency {
    case .monthly: return words == 0
    case .quarterly: return words == 2 && text.hasPrefix(calendar.rawValue)
    case .yearly: return words == 1 && text.hasPrefix(calendar.rawValue)
    }
  }

  /// How a period of this element is written, for a message.
  public var periodExample: String {
    switch (frequency, calendar) {
    case (.monthly, _): "2024-01"
    case (.quarterly, .federal): "FFY 2024 Q2"
    case (.yearly, .federal): "FFY 2024"
    case (.quarterly, .state): "SFY 2023-24 Q2"
    case (.yearly, .state): "SFY 2023-24"
    }
  }
}
