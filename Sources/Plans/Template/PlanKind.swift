public import Records

/// What makes a template a kind of plan: not the form of one letter for one year, but a plan that the QAPI work breakdown
/// structure names, to be written whenever its element asks for it.
public struct PlanKind: Hashable, Sendable {
  /// The elements that ask for the plan: "CSS.1.5".
  public let elements: [String]
  /// Ids of the rows of the calendar's catalogue that are fulfilled with it.
  public let obligations: [String]
  public let often: Often
  /// The year that one plan is for; nil for a plan that holds until the next takes its place.
  public let fiscalYear: FiscalYear?
  public let goesTo: Recipient

  /// How often the element asks for it, in the words of the catalogue.
  public enum Often: String, Hashable, Sendable, CaseIterable {
    case ongoing, annual, once
    case onEvent = "on event"
  }

  /// As a ``Period`` begins.
  public enum FiscalYear: String, Hashable, Sendable, CaseIterable {
    case federal = "FFY"
    case state = "SFY"

    public var words: String { self == .federal ? "federal fiscal year" : "state fiscal year" }

    /// How a year is written: "SFY 2024-25".
    public var example: String { self == .federal ? "FFY 2025" : "SFY 2024-25" }
  }

  /// Who has to do with it beside its writers.
  public enum Recipient: String, Hashable, Sendable, CaseIterable {
    /// It is submitted, and the department accepts or returns it.
    case department
    /// It is the agency's own: submitting it puts it in force, and nobody else decides.
    case agency
  }

  /// "ongoing, one for each state fiscal year, goes to DCSS".
  public var words: String {
    [
      often.rawValue, fiscalYear.map { "one for each \($0.words)" },
      goesTo == .department ? "goes to DCSS" : "the agency's own",
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// Which years it is for, where none is chosen yet: "each SFY", "ongoing".
  var years: String { fiscalYear.map { "each \($0.rawValue)" } ?? often.rawValue }
}

extension PlanKind {
  init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["elements", "obligations", "often", "fiscal_year", "goes_to"])
    elements = try reader.lines("elements")
    obligations = try reader.lines("obligations")
    often = try reader.word("often", of: Often.self)
    fiscalYear = try reader.has("fiscal_year") ? reader.word("fiscal_year", of: FiscalYear.self) : nil
    goesTo = try reader.word("goes_to", of: Recipient.self)
  }
}

extension PlanTemplate {
  /// The first and the last day of a plan that is of no year.
  public static let firstDay = Day(1900, 1, 1)!
  public static let lastDay = Day(9999, 12, 31)!

  /// Whether the plan is the agency's own: submitting it puts it in force.
  public var isInternal: Bool { kind?.goesTo == .agency }

  /// The name under which days are set for all agencies: that of the template, and of a kind that of its year too.
  public var cycle: String { kind?.fiscalYear == nil || periods.isEmpty ? name.id : "\(name.id) \(year)" }

  /// The template of a kind with the days of one year.
  ///
  /// - Parameter period: "SFY 2024-25". Empty where the kind has no year.
  /// - Returns: the template of a letter as it is; nil for a period that is no year of the kind's calendar.
  public func opened(for period: String) -> PlanTemplate? {
    guard let kind else { return self }
    guard let fiscalYear = kind.fiscalYear else { return period.isEmpty ? self : nil }
    guard period.hasPrefix("\(fiscalYear.rawValue) "), !period.contains("Q"), let year = Period(period),
      let first = Day(year.lastDay.year - 1, year.lastDay.month + 1, 1)
    else { return nil }
    var template = self
    template.year = period
    template.begins = first
    template.ends = year.lastDay
    template.periods = [period]
    for (index, quarter) in quarters.enumerated() {
      template.quarters[index].due = quarter.dueAfterDays.flatMap { days in
        template.end(ofQuarter: quarter.number).flatMap { Day(ordinal: $0.ordinal + days) }
      }
    }
    return template
  }

  /// The template as a plan of it has it: with the days of its year, or without any if the plan names no year of the
  /// kind's calendar.
  public func opened(for plan: Plan) -> PlanTemplate { opened(for: plan.period) ?? self }

  /// The period of the kind's calendar that a day is in; empty for a kind without a year.
  public func period(containing day: Day) -> String {
    switch kind?.fiscalYear {
    case nil: return ""
    case .federal: return "FFY \(day.month >= 10 ? day.year + 1 : day.year)"
    case .state:
      let first = day.month >= 7 ? day.year : day.year - 1
      let second = (first + 1) % 100
      return "SFY \(first)-\(second < 10 ? "0" : "")\(second)"
    }
  }

  /// The sections that a plan of the kind begins with: one for each goal that is not optional, with nothing in it.
  public func blankBlocks(newID: () -> String) -> [Block] {
    goals.filter { !$0.isOptional }.enumerated().map { index, goal in
      Block(id: newID(), goal: goal.number, objective: 0, position: Int64(index + 1) * Positions.step)
    }
  }

  private func end(ofQuarter number: Int) -> Day? {
    let months = begins.month - 2 + number * 3
    let (year, month) = (begins.year + months / 12, months % 12 + 1)
    return [31, 30, 29, 28].lazy.compactMap { Day(year, month, $0) }.first
  }

  /// What a kind of plan leaves to the plans of it.
  static func refuseYear(of top: MappingReader, _ problems: DocumentProblems) {
    for key in ["year", "begins", "ends", "due", "periods"] where top.has(key) {
      problems.add(
        top.error(at: key, "a kind of plan is of no one year", next: "delete the line; a plan of it names its year"))
    }
  }
}
