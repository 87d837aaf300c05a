public import Records

/// What a report has of one agency, measure and quarter.
public enum ComparedFigure: Hashable, Sendable {
  /// No submission of the quarter is accepted, or a figure is not in it. Never zero.
  case missing
  /// So few that it is not published (``Comparison/Rules``): from so few cases somebody might be recognised, and a share of
  /// them says more of chance than of work.
  case tooSmall
  /// Federal fiscal year to date up to the quarter's end; counts or whole cents.
  case figure(numerator: Int64, denominator: Int64)

  /// What a report takes as a figure at most, so that no sum or product leaves its integers.
  public static let largest: Int64 = 1_000_000_000_000_000

  /// In the unit of the measure, exactly; nil if there is none, or if it is not computable.
  public func value(_ kind: Measure.Kind) -> ExactFigure? {
    guard case .figure(let numerator, let denominator) = self else { return nil }
    return MeasureValue(numerator: numerator, denominator: denominator, kind: kind, isToDate: false).value
  }

  /// `12/34`; `-` if missing; `*` if too small.
  public var written: String {
    switch self {
    case .missing: "-"
    case .tooSmall: "*"
    case .figure(let numerator, let denominator): "\(numerator)/\(denominator)"
    }
  }

  /// Reads what `written` writes; nil for every other text.
  public init?(written text: String) {
    switch text {
    case "-": self = .missing
    case "*": self = .tooSmall
    default:
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let numerator = Int64(parts[0]), let denominator = Int64(parts[1]),
        (-Self.largest...Self.largest).contains(numerator), (-Self.largest...Self.largest).contains(denominator),
        "\(numerator)/\(denominator)" == text
      else { return nil }
      self = .figure(numerator: numerator, denominator: denominator)
    }
  }
}

/// The figures of several agencies as one: the sum of the numerators over the sum of the denominators, so that each case counts
/// the same, wherever it is. The average of percentages would let 200 cases weigh as much as 300,000.
public struct ComparedAverage: Hashable, Sendable {
  public private(set) var numerator: Int64 = 0
  public private(set) var denominator: Int64 = 0
  /// Of how many agencies; what is missing, too small or not computable is not in it.
  public private(set) var count = 0
  public let kind: Measure.Kind

  public init(_ kind: Measure.Kind, _ figures: [ComparedFigure]) {
    self.kind = kind
    for figure in figures {
      guard case .figure(let over, let under) = figure, figure.value(kind) != nil else { continue }
      numerator += over
      denominator += under
      count += 1
    }
  }

  /// nil if it is of nothing.
  public var value: ExactFigure? {
    ComparedFigure.figure(numerator: numerator, denominator: denominator).value(kind)
  }
}
