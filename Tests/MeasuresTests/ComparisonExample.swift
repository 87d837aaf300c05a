import Measures
import Records

/// A report with one measure, for whoever wants to say what is in it.
enum ComparisonExample {
  static let quarter = "FFY 2024 Q4"

  static func quarters(_ count: Int, ending last: String) -> [FederalQuarter] {
    var quarters = [FederalQuarter(last)].compactMap(\.self)
    while quarters.count < count, let previous = quarters.first?.previous { quarters.insert(previous, at: 0) }
    return quarters
  }

  /// - Parameter rows: agency, group, figures as they are written in a part; of as many quarters each.
  static func comparison(
    _ rows: [(agency: String, group: String, figures: [String])], quarter: String = quarter,
    kind: Measure.Kind = .percent, direction: Measure.Direction = .higher, isShare: Bool = true,
    countsToDate: Bool = false, thresholds: [String] = [], bands: [(ToleranceBand.Basis, String)] = [],
    trendChanges: Int = 3
  ) -> Comparison {
    let quarters = quarters(rows.first?.figures.count ?? 1, ending: quarter)
    let measure = ComparedMeasure(
      code: "orders", number: "2", title: "Cases with a support order", origin: .federal, kind: kind,
      direction: direction, isCounted: true, isShare: isShare, countsToDate: countsToDate,
      thresholds: thresholds.compactMap(ExactFigure.init(decimal:)).map { .init(title: "a line", value: $0) },
      bands: bands.compactMap { basis, by in ExactFigure(decimal: by).map { .init(against: basis, by: $0) } },
      national: [], quarters: quarters,
      rows: rows.map { row in
        .init(agency: row.agency, target: nil, figures: row.figures.compactMap(ComparedFigure.init(written:)))
      })
    return Comparison(
      quarter: quarters[quarters.count - 1], dataSet: "standard version 1",
      rules: .init(smallest: 30, trendChanges: trendChanges, deviations: 3),
      groups: DataSet.standard.groups,
      agencies: rows.map { row in
        ComparedAgency(
          code: row.agency, name: "Invented County \(row.agency)", cases: 100, group: row.group, submission: "00")
      }, measures: [measure])
  }

  static func computed(_ comparison: Comparison) -> MeasureComparison {
    MeasureComparison(comparison.measures[0], in: comparison)
  }
}
