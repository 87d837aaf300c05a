public import Measures
internal import Records

/// The comparative report as tables for spreadsheet programs, and for whoever wants to compute it anew: numerators and
/// denominators beside every rounded value. Values are percent, dollars per dollar, or dollars, as the measure's kind says; what
/// is not there is an empty field.
public enum ComparisonTable {
  /// One row for each measure and agency.
  public static func standings(_ comparison: Comparison) -> CSVTable {
    let columns = [
      "quarter", "measure", "kind", "agency", "agency_name", "group", "cases", "state", "numerator", "denominator",
      "value", "to_date", "group_place", "group_count", "state_place", "state_count", "peers_numerator",
      "peers_denominator", "peers_count", "peers_value", "peers_difference", "statewide_numerator",
      "statewide_denominator", "statewide_count", "statewide_value", "statewide_difference", "year_before_value",
      "year_before_difference", "threshold", "threshold_reached", "target", "target_reached", "trend",
      "own_mean_numerator", "own_mean_denominator", "own_limits", "statewide_limits", "outlier", "triggers",
    ]
    let rows = comparison.measures.flatMap { measure -> [[String]] in
      let one = MeasureComparison(measure, in: comparison)
      return one.standings.map { row(one, $0) }
    }
    return CSVTable(columns: columns, rows: rows)
  }

  /// One row for each measure, agency and quarter, with the control limits that are drawn.
  public static func past(_ comparison: Comparison) -> CSVTable {
    let rows = comparison.measures.flatMap { measure -> [[String]] in
      let one = MeasureComparison(measure, in: comparison)
      return one.standings.flatMap { standing in
        zip(measure.quarters, standing.figures).map { quarter, figure in
          var limits: (lower: Int, centre: Int, upper: Int)?
          if case .figure(_, let size) = figure { limits = standing.ownLimits?.shown(size: size) }
          return ["\(comparison.quarter)", measure.code, standing.agency.code, "\(quarter)"] + fraction(figure)
            + [figure.value(measure.kind).map(written) ?? ""]
            + [limits?.lower, limits?.centre, limits?.upper].map { $0.map(hundredths) ?? "" }
        }
      }
    }
    return CSVTable(
      columns: [
        "report", "measure", "agency", "quarter", "state", "numerator", "denominator", "value", "lower_limit", "centre",
        "upper_limit",
      ], rows: rows)
  }

  /// One row for each measure: the state, and the fences of outliers.
  public static func measures(_ comparison: Comparison) -> CSVTable {
    let rows = comparison.measures.map { measure -> [String] in
      let one = MeasureComparison(measure, in: comparison)
      return [
        "\(comparison.quarter)", measure.code, measure.number, measure.title, measure.kind.rawValue,
        measure.direction.rawValue, measure.isToDate ? "yes" : "no", "\(one.statewide.numerator)",
        "\(one.statewide.denominator)", "\(one.statewide.count)", one.statewide.value.map(written) ?? "",
        one.statewideYearBefore.value.map(written) ?? "",
        difference(one.statewide.value, one.statewideYearBefore.value),
        one.fences.map { written($0.firstQuartile) } ?? "", one.fences.map { written($0.thirdQuartile) } ?? "",
        "\(one.standings.count { !$0.triggers.isEmpty })",
      ]
    }
    return CSVTable(
      columns: [
        "quarter", "measure", "number", "title", "kind", "direction", "to_date", "numerator", "denominator", "count",
        "value", "year_before_value", "year_before_difference", "first_quartile", "third_quartile", "asking",
      ], rows: rows)
  }

  private static func row(_ one: MeasureComparison, _ standing: MeasureComparison.Standing) -> [String] {
    let measure = one.measure
    let value = standing.value
    let threshold = measure.thresholds.first?.value
    func reached(_ line: ExactFigure?) -> String {
      guard let value, let line, !measure.isToDate else { return "" }
      return measure.isBetter(line, than: value) ? "no" : "yes"
    }
    func average(_ average: ComparedAverage) -> [String] {
      ["\(average.numerator)", "\(average.denominator)", "\(average.count)", average.value.map(written) ?? ""]
        + [difference(value, average.value)]
    }
    let identity = [
      "\(one.quarter)", measure.code, measure.kind.rawValue, standing.agency.code, standing.agency.name,
      standing.agency.group, standing.agency.cases.map { "\($0)" } ?? "",
    ]
    let own = fraction(standing.figure) + [value.map(written) ?? "", measure.isToDate ? "yes" : "no"]
    let places = [standing.groupRank, standing.statewideRank].flatMap { rank in
      [rank.map { "\($0.place)" } ?? "", rank.map { "\($0.of)" } ?? ""]
    }
    let lines = [
      standing.yearBefore.map(written) ?? "", difference(value, standing.yearBefore), threshold.map(written) ?? "",
      reached(threshold), standing.target.map(written) ?? "", reached(standing.target), standing.trend.rawValue,
    ]
    let limits = [
      standing.ownLimits.map { "\($0.centre.numerator)" } ?? "",
      standing.ownLimits.map { "\($0.centre.denominator)" } ?? "", standing.ownVerdict?.rawValue ?? "",
      standing.statewideVerdict?.rawValue ?? "", standing.outlier?.rawValue ?? "",
      standing.triggers.map(\.against.rawValue).joined(separator: " "),
    ]
    return identity + own + places + average(standing.peers) + average(one.statewide) + lines + limits
  }

  /// State, numerator, denominator.
  private static func fraction(_ figure: ComparedFigure) -> [String] {
    switch figure {
    case .missing: ["missing", "", ""]
    case .tooSmall: ["too few", "", ""]
    case .figure(let numerator, let denominator):
      [denominator > 0 && numerator >= 0 ? "value" : "not computable", "\(numerator)", "\(denominator)"]
    }
  }

  private static func written(_ value: ExactFigure) -> String { value.rounded(to: 4) }

  private static func difference(_ value: ExactFigure?, _ other: ExactFigure?) -> String {
    guard let value, let other else { return "" }
    let text = FigureDifference(value, less: other).rounded(to: 4)
    return text.hasPrefix("+") ? String(text.dropFirst()) : text
  }

  private static func hundredths(_ number: Int) -> String {
    let part = number % 100
    return "\(number / 100).\(part < 10 ? "0" : "")\(part)"
  }
}
