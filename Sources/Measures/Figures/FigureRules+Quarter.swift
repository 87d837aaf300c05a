public import Records

extension FigureRules {
  /// The standard figures of a quarter: every period of every standard element that lies in it.
  public func names(in quarter: FederalQuarter) -> [FigureName] {
    set.elements.filter(\.isStandard).flatMap { element in
      element.periods(in: quarter).map { FigureName(element: element.code, period: $0) }
    }
  }

  /// What a submission of a quarter holds: its standard figures, and what the measures need besides, of the year to date and of
  /// the year before.
  public func submitted(in quarter: FederalQuarter) -> [FigureName] {
    let needed = set.measures.flatMap { set.needed(for: $0, through: quarter) }
    return Array(Set(names(in: quarter) + needed))
  }

  /// Everything that stands against submitting a quarter's figures (errors), that someone must look at (warnings) or may want to know (notes): the rules
  /// on each figure and on figures beside one another, `missing-figure`, `missing-year-before`, `percent-above-100`, `not-computable`.
  public func problems(
    inQuarter quarter: FederalQuarter, in book: FigureBook, today: Day?
  ) -> [FigureProblem] {
    let own = names(in: quarter)
    let needed = submitted(in: quarter).sorted { ($0.element, $0.period) < ($1.element, $1.period) }
    let ownNames = Set(own)
    var problems: [FigureProblem] = []
    for name in own {
      if let entry = book[name] { problems += self.problems(of: name, entry, today: today) }
    }
    problems += missing(own + needed.filter { !ownNames.contains($0) }, quarter, book)
    problems += self.problems(of: own.filter { book[$0] != nil }, in: book)
    return problems + measureProblems(quarter, book)
  }

  /// `missing-figure`: a figure of this federal fiscal year. `missing-year-before`: one of the year before, without which some
  /// measures have no value yet; one line for each element.
  private func missing(_ names: [FigureName], _ quarter: FederalQuarter, _ book: FigureBook) -> [FigureProblem] {
    let missing = names.filter { book[$0] == nil }
    func isEarlier(_ name: FigureName) -> Bool {
      Period(name.period).map { FederalQuarter(of: $0.lastDay).year < quarter.year } ?? false
    }
    var elements: [String] = []
    for name in missing where !elements.contains(name.element) { elements.append(name.element) }
    return elements.flatMap { code -> [FigureProblem] in
      [false, true].compactMap { earlier -> FigureProblem? in
        let periods = missing.filter { $0.element == code && isEarlier($0) == earlier }.map(\.period).sorted()
        guard let first = periods.first, let last = periods.last else { return nil }
        let span = periods.count == 1 ? first : "\(periods.count) periods from \(first) to \(last)"
        return FigureProblem(
          rule: earlier ? "missing-year-before" : "missing-figure", weight: earlier ? .note : .error, element: code,
          period: first, column: "value",
          problem: "\(code) has no figure of \(span)"
            + (earlier ? "; measures that need it have no value" : ""),
          next: "enter it with `qapi measure enter \(code)`, or import it")
      }
    }
  }

  /// `percent-above-100`, where the measure cannot be above; `not-computable` for a denominator that is not above zero.
  private func measureProblems(_ quarter: FederalQuarter, _ book: FigureBook) -> [FigureProblem] {
    set.measures.compactMap { measure -> FigureProblem? in
      guard let value = set.value(of: measure, through: quarter, figures: book.value) else { return nil }
      func problem(_ rule: String, _ weight: Relation.Weight, _ words: String, _ next: String) -> FigureProblem {
        FigureProblem(
          rule: rule, weight: weight, element: measure.numerator[0].element, period: quarter.description,
          column: "value", problem: "measure \(measure.number) (\(measure.code)) \(words)", next: next)
      }
      if value.value == nil {
        return problem(
          "not-computable", .note, "is not computable: \(value.numerator) over \(value.denominator)",
          "look whether there was nothing to count")
      }
      if measure.kind == .percent, !measure.mayExceedWhole, value.numerator > value.denominator {
        return problem(
          "percent-above-100", .error,
          "is more than 100 percent: \(value.numerator) over \(value.denominator)", "correct one of the figures")
      }
      return nil
    }
  }
}
