public import Records

/// The value of a measure, with what it is computed from.
public struct MeasureValue: Hashable, Sendable {
  /// Count or cents.
  public let numerator: Int64
  /// Count or cents.
  public let denominator: Int64
  /// In the unit of the measure, exactly; nil if it is not computable: the denominator is not above zero, or the numerator is
  /// below it. Never 0 and never 100 instead.
  public let value: ExactFigure?
  /// Whether a figure in it counts from the first day of the year and cannot be added: at mid-year, it is not what the year
  /// will come to, and must not be held against a standard of the whole year without saying so.
  public let isToDate: Bool

  public init(numerator: Int64, denominator: Int64, kind: Measure.Kind, isToDate: Bool) {
    self.numerator = numerator
    self.denominator = denominator
    self.isToDate = isToDate
    value = Self.value(numerator, denominator, kind)
  }

  private static func value(_ numerator: Int64, _ denominator: Int64, _ kind: Measure.Kind) -> ExactFigure? {
    guard denominator > 0 else { return nil }
    switch kind {
    case .ratio: return ExactFigure(numerator, over: denominator)
    case .percent:
      let (scaled, overflow) = numerator.multipliedReportingOverflow(by: 100)
      return overflow ? nil : ExactFigure(scaled, over: denominator)
    case .dollars:
      let (scaled, overflow) = denominator.multipliedReportingOverflow(by: 100)
      return overflow ? nil : ExactFigure(numerator, over: scaled)
    }
  }
}

/// A figure that a measure needs.
public struct FigureName: Hashable, Sendable {
  /// Code of the data element.
  public let element: String
  /// As it is written: `2024-01`.
  public let period: String

  public init(element: String, period: String) {
    self.element = element
    self.period = period
  }
}

extension DataSet {
  /// The figures that the value of a measure is computed from, federal fiscal year to date up to the end of a quarter.
  public func needed(for measure: Measure, through quarter: FederalQuarter) -> [FigureName] {
    measure.terms.flatMap { term in names(of: term, through: quarter) ?? [] }
  }

  /// The value of a measure, federal fiscal year to date up to the end of a quarter; each element as its ``DataElement/Cumulation``
  /// says. A figure of the year before is that of the whole year.
  ///
  /// - Parameter figures: the figure of an element and period, as the period is written; nil if there is none.
  /// - Returns: nil if a figure is missing, or if there is none yet: an element that is counted yearly, at mid-year.
  public func value(
    of measure: Measure, through quarter: FederalQuarter, figures: (FigureName) -> Int64?
  ) -> MeasureValue? {
    guard let numerator = sum(measure.numerator, through: quarter, figures),
      let denominator = sum(measure.denominator, through: quarter, figures)
    else { return nil }
    return MeasureValue(
      numerator: numerator, denominator: denominator, kind: measure.kind,
      isToDate: quarter.number < 4 && countsToDate(measure))
  }

  /// Whether a measure says less at mid-year than at the year's end: an element of this year in it counts each case once in the year, or one
  /// side is of this year's flow and the other a number of the whole year before.
  public func countsToDate(_ measure: Measure) -> Bool {
    let current = measure.terms.filter { !$0.isOfPriorYear }.compactMap { element($0.element)?.cumulation }
    if current.contains(.toDate) { return true }
    func flows(_ terms: [Measure.Term]) -> Bool {
      terms.contains { !$0.isOfPriorYear && element($0.element)?.cumulation == .sum }
    }
    return flows(measure.numerator) != flows(measure.denominator)
  }

  private func names(of term: Measure.Term, through quarter: FederalQuarter) -> [FigureName]? {
    guard let element = element(term.element),
      let end = term.isOfPriorYear ? FederalQuarter(year: quarter.year - 1, number: 4) : quarter
    else { return nil }
    let periods = element.periods(through: end)
    return periods.isEmpty ? nil : periods.map { FigureName(element: term.element, period: $0) }
  }

  private func sum(
    _ terms: [Measure.Term], through quarter: FederalQuarter, _ figures: (FigureName) -> Int64?
  ) -> Int64? {
    var sum: Int64 = 0
    for term in terms {
      guard let names = names(of: term, through: quarter) else { return nil }
      for name in names {
        guard let figure = figures(name) else { return nil }
        let (next, overflow) =
          term.isTakenOff ? sum.subtractingReportingOverflow(figure) : sum.addingReportingOverflow(figure)
        guard !overflow else { return nil }
        sum = next
      }
    }
    return sum
  }
}
