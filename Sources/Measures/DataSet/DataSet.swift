public import Records

/// The data elements and measures of a time, with the lines they are held against: what the department publishes so that all
/// agencies count alike (IOP.2.1, 2.3, 2.6). A published version is never changed; a correction is a new one.
public struct DataSet: Hashable, Sendable {
  public let name: Name
  public let title: String
  public let source: String
  /// What of it no source states.
  public let ours: String
  /// Edition of the federal form whose lines the figures are.
  public let edition: String
  /// Code of the element that says how large an agency is.
  public let caseload: String
  public let elements: [DataElement]
  public let measures: [Measure]
  public let relations: [Relation]
  public let thresholds: [Threshold]
  public let bands: [ToleranceBand]
  public let groups: [CaseloadGroup]
  public let incentives: [IncentiveTable]
  public let penalties: [PenaltyTable]
  public let comparison: ComparisonRules
  public let submission: SubmissionRules
  /// A figure that is more than this many times the one before, or less than one part in so many, is looked at.
  public let largestChange: Int

  private let elementPlaces: [String: Int]

  public struct Name: Hashable, Sendable, CustomStringConvertible {
    public let id: String
    public let version: Int

    public init(id: String, version: Int) {
      self.id = id
      self.version = version
    }

    /// `standard version 1`.
    public var description: String { "\(id) version \(version)" }
  }

  /// Settings of the comparative report.
  public struct ComparisonRules: Hashable, Sendable {
    /// A denominator below this is too small for limits, outliers and bands.
    public let smallestDenominator: Int64
    /// Quarters of an agency's own past that are shown.
    public let pastQuarters: Int
    /// So many changes in one direction, one after the other, are a trend.
    public let trendChanges: Int
    /// Standard deviations between the centre and a control limit.
    public let deviations: Int
  }

  init(
    name: Name, title: String, source: String, ours: String, edition: String, caseload: String, elements: [DataElement],
    measures: [Measure], relations: [Relation], thresholds: [Threshold], bands: [ToleranceBand],
    groups: [CaseloadGroup], incentives: [IncentiveTable], penalties: [PenaltyTable], comparison: ComparisonRules,
    submission: SubmissionRules, largestChange: Int
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.ours = ours
    self.edition = edition
    self.caseload = caseload
    self.elements = elements
    self.measures = measures
    self.relations = relations
    self.thresholds = thresholds
    self.bands = bands
    self.groups = groups
    self.incentives = incentives
    self.penalties = penalties
    self.comparison = comparison
    self.submission = submission
    self.largestChange = largestChange
    elementPlaces = Dictionary(elements.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func element(_ code: String) -> DataElement? { elementPlaces[code].map { elements[$0] } }

  /// The measure of a code or a number: `current-support` and `3` are the same.
  public func measure(_ name: String) -> Measure? {
    measures.first { $0.code == name } ?? measures.first { $0.number == name.lowercased() }
  }

  /// The lines that hold for a measure on the last day of a quarter.
  public func thresholds(of measure: Measure, in quarter: FederalQuarter) -> [Threshold] {
    guard let day = quarter.lastDay else { return [] }
    return thresholds.filter { $0.measure == measure.code && $0.validity.holds(on: day) }
  }

  public func bands(of measure: Measure, in quarter: FederalQuarter) -> [ToleranceBand] {
    guard let day = quarter.lastDay else { return [] }
    return bands.filter { $0.measure == measure.code && $0.validity.holds(on: day) }
  }

  /// The group of an agency with so many cases.
  public func group(ofCases cases: Int64) -> CaseloadGroup? { groups.first { $0.holds(cases) } }
}

/// Two figures of which one cannot be more than the other, in the same period.
public struct Relation: Hashable, Sendable {
  /// Name of the rule: `part-above-whole`.
  public let rule: String
  public let part: String
  /// Codes of the elements whose sum the part is held against.
  public let whole: [String]
  public let weight: Weight
  /// Why, in words.
  public let reason: String

  public enum Weight: String, CaseIterable, Hashable, Sendable {
    /// The figures cannot be submitted.
    case error
    /// Someone must look at it.
    case warning
    /// Good to know.
    case note
  }
}

/// When the figures of a quarter are due, and what follows if they are not there (22 CCR 111920).
public struct SubmissionRules: Hashable, Sendable {
  /// Calendar days after the end of the quarter.
  public let days: Int
  /// Days of each year, as `01-01`, that are no business days, besides Saturdays and Sundays.
  public let holidays: [Holiday]
  /// The mildest first.
  public let steps: [Step]
  public let source: String

  /// One step of what follows.
  public struct Step: Hashable, Sendable {
    public let title: String
    /// Days after the due day from which it may be taken.
    public let daysLate: Int
    /// Which late submission of the agency in one federal fiscal year it follows at once; nil if it follows none.
    public let times: Int?
  }

  public enum Holiday: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    /// The first, second, third, fourth Monday or other weekday of a month; 0 is Sunday, 1 Monday, 6 Saturday.
    case weekday(month: Int, weekday: Int, which: Int)
  }
}
