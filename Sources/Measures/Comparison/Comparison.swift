public import Records

/// Everything that a comparative report says, as it was when it was published (IOP.2.3): the figures of each agency, and the
/// lines, bands, groups and rules of the data set that they are held against. All that is shown is computed from it, by
/// ``MeasureComparison``.
public struct Comparison: Hashable, Sendable {
  public var quarter: FederalQuarter
  /// `standard version 1`.
  public var dataSet: String
  public var rules: Rules
  public var groups: [CaseloadGroup]
  /// In the order of their codes.
  public var agencies: [ComparedAgency]
  /// In the order of the data set.
  public var measures: [ComparedMeasure]

  public init(
    quarter: FederalQuarter, dataSet: String, rules: Rules, groups: [CaseloadGroup], agencies: [ComparedAgency],
    measures: [ComparedMeasure]
  ) {
    self.quarter = quarter
    self.dataSet = dataSet
    self.rules = rules
    self.groups = groups
    self.agencies = agencies
    self.measures = measures
  }

  public struct Rules: Hashable, Sendable {
    /// A figure out of fewer than this (of cases or children; of the agency's cases, where the denominator is money) is not
    /// published.
    public var smallest: Int64
    /// So many changes in one direction, one after the other, are a trend.
    public var trendChanges: Int
    /// Standard deviations between the centre and a control limit.
    public var deviations: Int

    public init(smallest: Int64, trendChanges: Int, deviations: Int) {
      self.smallest = smallest
      self.trendChanges = trendChanges
      self.deviations = deviations
    }
  }

  public func agency(_ code: String) -> ComparedAgency? { agencies.first { $0.code == code } }
  public func measure(_ code: String) -> ComparedMeasure? { measures.first { $0.code == code } }
  public func group(_ code: String) -> CaseloadGroup? { groups.first { $0.code == code } }
}

/// An agency of a comparative report.
public struct ComparedAgency: Hashable, Sendable {
  public var code: String
  public var name: String
  /// Cases at the end of the quarter; nil if its figures are missing.
  public var cases: Int64?
  /// Code of its group; empty if it is in none.
  public var group: String
  /// SHA-256 of the submission that its figures of the quarter are of; empty if none is accepted.
  public var submission: String

  public init(code: String, name: String, cases: Int64?, group: String, submission: String) {
    self.code = code
    self.name = name
    self.cases = cases
    self.group = group
    self.submission = submission
  }

  public var isMissing: Bool { submission.isEmpty }
}

/// One measure of a comparative report, with the figures of all agencies.
public struct ComparedMeasure: Hashable, Sendable {
  public var code: String
  public var number: String
  public var title: String
  public var origin: Measure.Origin
  public var kind: Measure.Kind
  public var direction: Measure.Direction
  /// Whether the denominator counts cases, children or parents; else it is money.
  public var isCounted: Bool
  /// Whether it is a share of what is counted, so that chance has limits (``ControlLimits``): a percentage of cases or children that cannot
  /// be over 100, not of money.
  public var isShare: Bool
  /// Whether it says less at mid-year than at the year's end (``DataSet/countsToDate(_:)``).
  public var countsToDate: Bool
  public var thresholds: [Line]
  public var bands: [Band]
  public var national: [NationalLine]
  /// The oldest first; the last is the report's quarter.
  public var quarters: [FederalQuarter]
  public var rows: [Row]

  public init(
    code: String, number: String, title: String, origin: Measure.Origin, kind: Measure.Kind,
    direction: Measure.Direction, isCounted: Bool, isShare: Bool, countsToDate: Bool, thresholds: [Line], bands: [Band],
    national: [NationalLine], quarters: [FederalQuarter], rows: [Row]
  ) {
    self.code = code
    self.number = number
    self.title = title
    self.origin = origin
    self.kind = kind
    self.direction = direction
    self.isCounted = isCounted
    self.isShare = isShare
    self.countsToDate = countsToDate
    self.thresholds = thresholds
    self.bands = bands
    self.national = national
    self.quarters = quarters
    self.rows = rows
  }

  public struct Line: Hashable, Sendable {
    public var title: String
    public var value: ExactFigure

    public init(title: String, value: ExactFigure) {
      self.title = title
      self.value = value
    }
  }

  public struct Band: Hashable, Sendable {
    public var against: ToleranceBand.Basis
    public var by: ExactFigure

    public init(against: ToleranceBand.Basis, by: ExactFigure) {
      self.against = against
      self.by = by
    }
  }

  public struct NationalLine: Hashable, Sendable {
    public var place: String
    public var year: Int
    public var value: ExactFigure
    public var source: String

    public init(place: String, year: Int, value: ExactFigure, source: String) {
      self.place = place
      self.year = year
      self.value = value
      self.source = source
    }
  }

  public struct Row: Hashable, Sendable {
    /// Code of the agency.
    public var agency: String
    /// Agreed for the year of the report (Plan of Cooperation); nil if there is none.
    public var target: ExactFigure?
    /// As many as there are quarters.
    public var figures: [ComparedFigure]

    public init(agency: String, target: ExactFigure?, figures: [ComparedFigure]) {
      self.agency = agency
      self.target = target
      self.figures = figures
    }
  }

  /// Whether the figures of the report's quarter are of a year that is not over, of a measure that says less then.
  public var isToDate: Bool { countsToDate && (quarters.last?.number ?? 4) < 4 }

  public func isBetter(_ value: ExactFigure, than other: ExactFigure) -> Bool {
    direction == .higher ? value > other : value < other
  }

  /// Decimals with which a value is shown.
  public var places: Int { 2 }
}
