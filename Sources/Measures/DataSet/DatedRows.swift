public import Records

/// From which day until which something holds; a day that is nil is open.
public struct Validity: Hashable, Sendable {
  public let from: Day?
  /// The last day.
  public let until: Day?

  public init(from: Day? = nil, until: Day? = nil) {
    self.from = from
    self.until = until
  }

  public func holds(on day: Day) -> Bool {
    if let from, day < from { return false }
    if let until, day > until { return false }
    return true
  }
}

/// A line that a measure is held against.
public struct Threshold: Hashable, Sendable {
  /// Code of the measure.
  public let measure: String
  /// In words: "federal minimum threshold (state measure) applied to this LCSA".
  public let title: String
  /// In the unit of the measure. A value that equals it has reached it.
  public let value: ExactFigure
  public let validity: Validity
  public let source: String
  public let ours: String
}

/// How far a figure may be from something before it asks for a look (IOP.2.6).
public struct ToleranceBand: Hashable, Sendable {
  /// Code of the measure.
  public let measure: String
  public let against: Basis
  /// In the unit of the measure (percentage points): worse than the basis by more than this is outside.
  public let by: ExactFigure
  public let validity: Validity

  public enum Basis: String, CaseIterable, Hashable, Sendable {
    /// The agencies of its caseload group.
    case peers
    case statewide
    /// Its own figure of the same quarter of the year before.
    case yearBefore = "year-before"
    /// The threshold of the measure.
    case threshold
  }
}

/// Agencies of similar caseload.
public struct CaseloadGroup: Hashable, Sendable {
  public let code: String
  public let title: String
  /// Cases, this many or more.
  public let from: Int64
  /// Fewer cases than this; nil without end.
  public let below: Int64?

  public func holds(_ cases: Int64) -> Bool { cases >= from && (below.map { cases < $0 } ?? true) }
}

/// How large the applicable percentage of an incentive is by the value of a measure (45 CFR 305.33, 42 USC 658a(b)(6)).
public struct IncentiveTable: Hashable, Sendable {
  /// Code of the measure.
  public let measure: String
  public let validity: Validity
  /// The highest first.
  public let rows: [Row]
  public let rescue: Rescue?
  public let source: String

  public struct Row: Hashable, Sendable {
    /// The value is this or more, exactly; nothing is rounded.
    public let atLeast: ExactFigure
    /// Applicable percentage.
    public let percent: Int
    /// Added to the percentage for each whole point above `atLeast`.
    public let perPoint: Int
  }

  /// What a low value earns if it is that much better than the year before.
  public struct Rescue: Hashable, Sendable {
    public let below: ExactFigure
    public let gain: ExactFigure
    public let percent: Int
  }
}

/// What a value must reach, or by how much it must be better than the year before, so that there is no penalty (45 CFR 305.40, 305.61).
public struct PenaltyTable: Hashable, Sendable {
  /// Code of the measure.
  public let measure: String
  public let validity: Validity
  /// Whether the value and that of the year before are rounded to whole points first (42 USC 652(g)(1)).
  public let roundsToWholePoint: Bool
  /// The highest first.
  public let rows: [Row]
  public let source: String

  public struct Row: Hashable, Sendable {
    /// The value is this or more.
    public let atLeast: ExactFigure
    /// Points over the year before that are needed; nil if none.
    public let gain: ExactFigure?
    /// What it means not to have them.
    public let otherwise: Otherwise
  }

  public enum Otherwise: String, CaseIterable, Hashable, Sendable {
    case penalty
    /// Neither an incentive nor a penalty.
    case neither
  }
}
