public import Records

extension Comparison {
  /// What a comparison is made from, besides the data set.
  public struct Sources {
    /// The figures of an agency's submission of a quarter that is in force; nil if none is accepted.
    public var figures: (_ agency: String, _ quarter: FederalQuarter) -> [FigureName: Int64]?
    /// SHA-256 of that submission.
    public var digest: (_ agency: String, _ quarter: FederalQuarter) -> String?
    /// The target agreed for a measure and the year of the report.
    public var target: (_ agency: String, _ measure: String) -> ExactFigure?
    public var national: [NationalFigure]

    public init(
      figures: @escaping (_ agency: String, _ quarter: FederalQuarter) -> [FigureName: Int64]?,
      digest: @escaping (_ agency: String, _ quarter: FederalQuarter) -> String?,
      target: @escaping (_ agency: String, _ measure: String) -> ExactFigure?, national: [NationalFigure]
    ) {
      self.figures = figures
      self.digest = digest
      self.target = target
      self.national = national
    }
  }

  /// The comparison of a quarter. A figure of a quarter is taken from the submission of that very quarter.
  ///
  /// - Parameter agencies: codes and shown names.
  public init(
    of quarter: FederalQuarter, dataSet: DataSet, agencies: [(code: String, name: String)], sources: Sources
  ) {
    let rules = Rules(
      smallest: dataSet.comparison.smallestDenominator, trendChanges: dataSet.comparison.trendChanges,
      deviations: dataSet.comparison.deviations)
    var quarters = [quarter]
    while quarters.count < dataSet.comparison.pastQuarters, let previous = quarters[0].previous {
      quarters.insert(previous, at: 0)
    }
    let codes = agencies.sorted { Positions.isBefore($0.code, $1.code) }
    var submitted: [String: [[FigureName: Int64]?]] = [:]
    for agency in codes { submitted[agency.code] = quarters.map { sources.figures(agency.code, $0) } }
    func cases(_ agency: String, _ index: Int) -> Int64? {
      guard let element = dataSet.element(dataSet.caseload), let figures = submitted[agency]?[index],
        let period = element.periods(through: quarters[index]).last
      else { return nil }
      return figures[FigureName(element: element.code, period: period)]
    }
    let compared = codes.map { agency in
      let cases = cases(agency.code, quarters.count - 1)
      return ComparedAgency(
        code: agency.code, name: Self.line(agency.name), cases: cases,
        group: cases.flatMap { dataSet.group(ofCases: $0) }?.code ?? "",
        submission: sources.digest(agency.code, quarter) ?? "")
    }
    let measures = dataSet.measures.map { measure in
      let counted = dataSet.countsItsDenominator(measure)
      return ComparedMeasure(
        code: measure.code, number: measure.number, title: Self.line(measure.title), origin: measure.origin,
        kind: measure.kind, direction: measure.direction,
        isCounted: counted, isShare: measure.kind == .percent && counted && !measure.mayExceedWhole,
        countsToDate: dataSet.countsToDate(measure),
        thresholds: dataSet.thresholds(of: measure, in: quarter).map {
          .init(title: Self.line($0.title), value: $0.value)
        },
        bands: dataSet.bands(of: measure, in: quarter).map { .init(against: $0.against, by: $0.by) },
        national: Self.national(sources.national, measure, quarter), quarters: quarters,
        rows: compared.map { agency in
          ComparedMeasure.Row(
            agency: agency.code, target: sources.target(agency.code, measure.code),
            figures: quarters.indices.map { index in
              guard let own = submitted[agency.code]?[index],
                let value = dataSet.value(of: measure, through: quarters[index], figures: { own[$0] })
              else { return .missing }
              let size = counted ? value.denominator : cases(agency.code, index) ?? 0
              return Self.figure(value, size: size, rules)
            })
        })
    }
    self.init(
      quarter: quarter, dataSet: "\(dataSet.name)", rules: rules, groups: dataSet.groups, agencies: compared,
      measures: measures)
  }

  /// Nothing out of nothing names nobody, and is shown as not computable.
  private static func figure(_ value: MeasureValue, size: Int64, _ rules: Rules) -> ComparedFigure {
    let fits = -ComparedFigure.largest...ComparedFigure.largest
    guard fits.contains(value.numerator), fits.contains(value.denominator) else { return .missing }
    if size > 0, size < rules.smallest { return .tooSmall }
    return .figure(numerator: value.numerator, denominator: value.denominator)
  }

  /// Of each place the newest year that is not after the report's.
  private static func national(
    _ figures: [NationalFigure], _ measure: Measure, _ quarter: FederalQuarter
  ) -> [ComparedMeasure.NationalLine] {
    let lines = figures.filter { $0.measure == measure.code && $0.year <= quarter.year }.compactMap { figure in
      ExactFigure(decimal: figure.value).map { value in
        ComparedMeasure.NationalLine(
          place: line(figure.place), year: figure.year, value: value, source: line(figure.source))
      }
    }
    return Dictionary(grouping: lines, by: \.place).values.compactMap { $0.max { $0.year < $1.year } }
      .sorted { Positions.isBefore($0.place, $1.place) }
  }

  /// On one line, without what cannot be seen: tabs part the fields of a part.
  private static func line(_ text: String) -> String { RecordText.shown(text) }
}

extension DataSet {
  /// Whether the denominator of a measure counts something; else it is money.
  func countsItsDenominator(_ measure: Measure) -> Bool {
    measure.denominator.allSatisfy { element($0.element)?.unit != .cents }
  }
}
