internal import Measures
internal import Records

/// The drawings of a comparative report.
struct ComparisonCharts {
  let comparison: MeasureComparison
  let words: ComparisonWords

  init(_ comparison: MeasureComparison) {
    self.comparison = comparison
    words = ComparisonWords(measure: comparison.measure)
  }

  private var measure: ComparedMeasure { comparison.measure }

  /// Agencies with a value, the best first; equal ones by their codes.
  func sorted(_ standings: [MeasureComparison.Standing]) -> [(standing: MeasureComparison.Standing, value: ExactFigure)]
  {
    standings.enumerated().compactMap { index, standing in standing.value.map { (index, standing, $0) } }
      .sorted { left, right in left.2 == right.2 ? left.0 < right.0 : measure.isBetter(left.2, than: right.2) }
      .map { ($0.1, $0.2) }
  }

  /// A point for each agency that has a value, the best on top.
  ///
  /// - Parameter own: code of the agency that is marked.
  func dots(
    _ standings: [MeasureComparison.Standing], title: String, own: String? = nil, references: [Page.Chart.Target]
  ) -> Page.Chart {
    let sorted = sorted(standings)
    return Page.Chart(
      .dots, title: title, categoryHeader: "Agency",
      categories: sorted.map(\.standing.agency.name),
      series: [.init(words.title, sorted.map { words.figure($0.value) })], references: references,
      marked: Set(sorted.indices.filter { sorted[$0].standing.agency.code == own }), markedWord: "this agency",
      scale: words.scale)
  }

  var statewideLine: [Page.Chart.Target] {
    comparison.statewide.value.map { [.init("Statewide", words.figure($0))] } ?? []
  }

  /// Of a measure that counts to date, the threshold of the whole year is not drawn before the year is over.
  var thresholdLines: [Page.Chart.Target] {
    measure.isToDate ? [] : measure.thresholds.map { .init("Threshold", words.figure($0.value)) }
  }

  /// Values quarter by quarter: a line for each federal fiscal year of a measure that counts to date, as only the same quarters
  /// of two years can be held against each other; one line of every other.
  func past(_ values: [ExactFigure?], name: String, title: String, limits: ControlLimits? = nil, sizes: [Int64?] = [])
    -> Page.Chart
  {
    guard !measure.countsToDate else { return years(values, title: title) }
    var series = [Page.Chart.Series(name, values.map { $0.map(words.figure) })]
    if let limits {
      let shown = sizes.map { size in size.flatMap { limits.shown(size: $0) } }
      func line(_ name: String, _ value: (Int, Int, Int) -> Int) -> Page.Chart.Series {
        .init(
          name,
          shown.map { limit in
            limit.flatMap { ExactFigure(Int64(value($0.lower, $0.centre, $0.upper)), over: 100) }.map(words.figure)
          })
      }
      series += [
        line("Upper limit") { _, _, upper in upper }, line("Own mean") { _, centre, _ in centre },
        line("Lower limit") { lower, _, _ in lower },
      ]
    }
    return Page.Chart(
      .lines, title: title, categoryHeader: "Quarter", categories: measure.quarters.map(\.description), series: series,
      scale: words.scale, missing: "none")
  }

  private func years(_ values: [ExactFigure?], title: String) -> Page.Chart {
    let years = Set(measure.quarters.map(\.year)).sorted()
    let series = years.map { year in
      Page.Chart.Series(
        "FFY \(year)",
        (1...4).map { number in
          measure.quarters.firstIndex { $0.year == year && $0.number == number }.flatMap { values[$0] }
            .map(words.figure)
        })
    }
    return Page.Chart(
      .lines, title: title, categoryHeader: "Year to date", categories: (1...4).map { "through Q\($0)" },
      series: series.filter { line in line.values.contains { $0 != nil } }, scale: words.scale, missing: "none")
  }
}
