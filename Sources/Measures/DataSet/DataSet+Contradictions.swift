internal import Records

extension DataSet {
  /// What a document says against itself: a code that stands twice, something named that it does not have, a measure that
  /// cannot be computed.
  func refuseContradictions(_ top: MappingReader, _ problems: DocumentProblems) {
    func refuse(_ key: String, _ problem: String, _ next: String) {
      problems.add(top.error(at: key, problem, next: next))
    }
    for code in Self.twice(elements.map(\.code)) {
      refuse("elements", "the element \(code) stands twice", "give each element its own code")
    }
    for name in Self.twice(measures.flatMap { Set([$0.code, $0.number]) }) {
      refuse("measures", "the code or number \(name) names two measures", "give each measure its own")
    }
    if element(caseload) == nil { refuse("caseload", "there is no element \(caseload)", "name one of the elements") }
    for measure in measures {
      for term in measure.terms {
        guard let element = element(term.element) else {
          refuse(
            "measures", "the measure \(measure.code) names an element \(term.element) that is not there",
            "name one of the elements")
          continue
        }
        if element.calendar == .state && element.frequency != .monthly {
          refuse(
            "measures",
            "the measure \(measure.code) is of federal fiscal years, and \(element.code) is counted by state fiscal years",
            "collect the element monthly, or by federal fiscal years")
        }
        if element.unit == .share {
          refuse(
            "measures", "the measure \(measure.code) names \(element.code), which is a share",
            "name an element for each of its two numbers")
        }
      }
      if !measure.linkedTo.isEmpty, self.measure(measure.linkedTo)?.code != measure.linkedTo {
        refuse(
          "measures", "the measure \(measure.code) is linked to \(measure.linkedTo), which is not there",
          "name one of the measures by its code")
      }
    }
    for code in relations.flatMap({ [$0.part] + $0.whole }) where element(code) == nil {
      refuse("relations", "there is no element \(code)", "name one of the elements")
    }
    let named: [(key: String, codes: [String])] = [
      ("thresholds", thresholds.map(\.measure)), ("bands", bands.map(\.measure)),
      ("incentives", incentives.map(\.measure)), ("penalties", penalties.map(\.measure)),
    ]
    for (key, codes) in named {
      for code in codes where measure(code)?.code != code {
        refuse(key, "there is no measure \(code)", "name one of the measures by its code")
      }
    }
    refuseDisorder(refuse)
  }

  /// Rows of tables go from the highest to the lowest; groups follow one another without a gap.
  private func refuseDisorder(_ refuse: (String, String, String) -> Void) {
    func falls(_ values: [ExactFigure]) -> Bool { zip(values, values.dropFirst()).allSatisfy { $0 > $1 } }
    if !incentives.allSatisfy({ falls($0.rows.map(\.atLeast)) }) {
      refuse("incentives", "the rows of a table do not fall", "begin with the highest \"at_least\"")
    }
    if !penalties.allSatisfy({ falls($0.rows.map(\.atLeast)) && $0.rows.last?.atLeast.numerator == 0 }) {
      refuse("penalties", "the rows of a table do not fall to 0", "begin with the highest \"at_least\", and end with 0")
    }
    let isWhole = zip(groups, groups.dropFirst()).allSatisfy { $0.below == $1.from } && groups.first?.from == 0
    if !groups.isEmpty, !isWhole || groups.last?.below != nil {
      refuse(
        "groups", "the groups leave a gap, or overlap",
        "begin with 0, go on where the one before ends, end without \"below\"")
    }
  }

  private static func twice(_ codes: [String]) -> [String] {
    var seen: Set<String> = []
    return codes.filter { !seen.insert($0).inserted }
  }
}
