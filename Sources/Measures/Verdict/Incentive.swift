public import Records

/// The applicable percentage that a value of a measure earns (45 CFR 305.33, 42 USC 658a(b)(6)). A state earns it; for an agency it
/// says where it would stand.
public struct Incentive: Hashable, Sendable {
  /// 0 to 100.
  public let percent: Int
  public let basis: Basis

  public enum Basis: String, Hashable, Sendable {
    /// The row of the table.
    case table
    /// Too low for the table, but enough better than the year before.
    case gain
    /// Too low for the table; the value of the year before, which might rescue it, is not known.
    case yearBeforeNotKnown = "year before not known"
  }
}

extension IncentiveTable {
  /// Nothing is rounded: 79.99 percent is in the row of 79.
  ///
  /// - Parameter yearBefore: the value of the same measure, a federal fiscal year earlier; nil if it is not known.
  public func incentive(of value: ExactFigure, yearBefore: ExactFigure?) -> Incentive {
    let row = rows.first { value >= $0.atLeast }
    let percent = row.map { row in
      let points = value.numerator / value.denominator - row.atLeast.numerator / row.atLeast.denominator
      return Int(min(100, Int64(row.percent) + Int64(row.perPoint) * points))
    }
    guard let rescue, value < rescue.below, percent ?? 0 < rescue.percent else {
      return Incentive(percent: percent ?? 0, basis: .table)
    }
    guard let yearBefore else { return Incentive(percent: percent ?? 0, basis: .yearBeforeNotKnown) }
    return value.isAbove(yearBefore, by: rescue.gain)
      ? Incentive(percent: rescue.percent, basis: .gain) : Incentive(percent: percent ?? 0, basis: .table)
  }
}

extension ExactFigure {
  /// Whether this is at least so much more than another, exactly. What does not fit into 128 bits is not.
  public func isAbove(_ other: ExactFigure, by gain: ExactFigure) -> Bool {
    // value - other >= gain, all over one denominator.
    let left = Int128(numerator) * Int128(other.denominator) - Int128(other.numerator) * Int128(denominator)
    let (scaled, leftOverflow) = left.multipliedReportingOverflow(by: Int128(gain.denominator))
    let below = Int128(denominator) * Int128(other.denominator)
    let (needed, rightOverflow) = below.multipliedReportingOverflow(by: Int128(gain.numerator))
    return !leftOverflow && !rightOverflow && scaled >= needed
  }

  /// The nearest whole number, half up.
  public var wholePoint: ExactFigure {
    let units = (Int128(numerator) * 2 + Int128(denominator)) / (2 * Int128(denominator))
    return ExactFigure(Int64(clamping: units), over: 1) ?? self
  }
}

extension DataSet {
  /// What a value of a quarter's measure earns; nil if no table holds for the measure then.
  public func incentive(
    of measure: Measure, value: ExactFigure, yearBefore: ExactFigure?, in quarter: FederalQuarter
  ) -> Incentive? {
    guard let day = quarter.lastDay else { return nil }
    return incentives.first { $0.measure == measure.code && $0.validity.holds(on: day) }?
      .incentive(of: value, yearBefore: yearBefore)
  }

  /// What a value of a quarter's measure means for the penalty; nil if no table holds for the measure then.
  public func penalty(
    of measure: Measure, value: ExactFigure, yearBefore: ExactFigure?, in quarter: FederalQuarter
  ) -> Penalty? {
    guard let day = quarter.lastDay else { return nil }
    return penalties.first { $0.measure == measure.code && $0.validity.holds(on: day) }?
      .penalty(of: value, yearBefore: yearBefore)
  }
}
