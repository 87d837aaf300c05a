public import Records

extension DataSet {
  /// Reads a data set document: YAML, strictly.
  ///
  /// - Throws: ``DocumentError`` with the line and the place: the first of ``read(_:)``.
  public init(document: String) throws(DocumentError) {
    let (set, problems) = Self.read(document)
    guard let set else { throw problems[0] }
    self = set
  }

  /// Reads a data set document, and says everything that is wrong with it.
  ///
  /// - Returns: the data set, nil if there is a problem; the problems in the order of their lines.
  public static func read(_ document: String) -> (set: DataSet?, problems: [DocumentError]) {
    let problems = DocumentProblems()
    let set = read(document, problems)
    return (problems.isEmpty ? set : nil, problems.inOrder)
  }

  static let keys = [
    "data_set", "version", "title", "source", "ours", "edition", "caseload", "largest_change", "elements", "measures",
    "relations", "thresholds", "bands", "groups", "incentives", "penalties", "comparison", "submission",
  ]

  private static func read(_ document: String, _ problems: DocumentProblems) -> DataSet? {
    let root = DocumentPath(root: "data set")
    guard let node = problems.attempt(try DocumentNode(reading: document, at: root)),
      let top = MappingReader(node, at: root, keys: keys, problems)
    else { return nil }
    let id = problems.attempt(try top.identifier("data_set"))
    let version = problems.attempt(try top.integer("version", in: 1...9999))
    let title = problems.attempt(try top.line("title"))
    let source = problems.attempt(try top.line("source"))
    let ours = problems.attempt(try top.text("ours"))
    let edition = problems.attempt(try top.line("edition"))
    let caseload = problems.attempt(try top.identifier("caseload"))
    let largestChange = problems.attempt(try top.integer("largest_change", in: 2...1000))
    let elements = problems.entries("elements", of: top, eachReading: DataElement.init(reading:))
    let measures = problems.entries("measures", of: top, eachReading: Measure.init(reading:))
    let relations = problems.entries("relations", of: top, eachReading: Relation.init(reading:))
    let thresholds = problems.entries("thresholds", of: top, eachReading: Threshold.init(reading:))
    let bands = problems.entries("bands", of: top, eachReading: ToleranceBand.init(reading:))
    let groups = problems.entries("groups", of: top, eachReading: CaseloadGroup.init(reading:))
    let incentives = problems.entries("incentives", of: top, eachReading: IncentiveTable.init(reading:))
    let penalties = problems.entries("penalties", of: top, eachReading: PenaltyTable.init(reading:))
    let comparison = problems.attempt(try ComparisonRules(reading: top.required("comparison")))
    let submission = problems.attempt(try SubmissionRules(reading: top.required("submission")))
    guard let id, let version, let title, let source, let ours, let edition, let caseload, let largestChange,
      let elements, let measures, let relations, let thresholds, let bands, let groups, let incentives, let penalties,
      let comparison, let submission
    else { return nil }
    let set = DataSet(
      name: Name(id: id, version: version), title: title, source: source, ours: ours, edition: edition,
      caseload: caseload, elements: elements, measures: measures, relations: relations, thresholds: thresholds,
      bands: bands, groups: groups, incentives: incentives, penalties: penalties, comparison: comparison,
      submission: submission, largestChange: largestChange)
    set.refuseContradictions(top, problems)
    return set
  }
}

extension MappingReader {
  fileprivate func figure(_ key: String) throws(DocumentError) -> ExactFigure {
    guard let figure = ExactFigure(decimal: try line(key)) else {
      throw error(at: key, "this is not a decimal number", next: "write it like 90 or 2.00")
    }
    return figure
  }

  fileprivate func optionalFigure(_ key: String) throws(DocumentError) -> ExactFigure? {
    guard has(key) else { return nil }
    return try figure(key)
  }

  fileprivate func validity() throws(DocumentError) -> Validity {
    let from = try optionalDay("from")
    let until = try optionalDay("until")
    if let from, let until, until < from {
      throw error(at: "until", "this is before \"from\"", next: "write a later day")
    }
    return Validity(from: from, until: until)
  }

  fileprivate func weight(_ key: String) throws(DocumentError) -> Relation.Weight {
    try has(key) ? word(key, of: Relation.Weight.self) : .error
  }

  /// The entries of a list that stop at their first problem.
  fileprivate func each<Entry>(
    _ key: String, _ read: (Place) throws(DocumentError) -> Entry
  ) throws(DocumentError) -> [Entry] {
    var entries: [Entry] = []
    for place in try list(key) { entries.append(try read(place)) }
    return entries
  }

  /// Elements of a sum: `157-1`, `- 396-1c` (taken off), `157-5 of the prior year`.
  fileprivate func terms(_ key: String) throws(DocumentError) -> [Measure.Term] {
    _ = try required(key)
    var terms: [Measure.Term] = []
    for written in try lines(key) {
      var words = written.split(separator: " ").map(String.init)
      let isTakenOff = words.first == "minus"
      if isTakenOff { words.removeFirst() }
      let isOfPriorYear = words.dropFirst() == ["of", "the", "prior", "year"]
      guard let code = words.first, RecordText.isName(code), isOfPriorYear || words.count == 1 else {
        throw error(
          at: key, "this is not an element of a sum",
          next: "write its code, with \"minus\" in front, or \"of the prior year\" behind, where that is meant")
      }
      terms.append(Measure.Term(element: code, isTakenOff: isTakenOff, isOfPriorYear: isOfPriorYear))
    }
    guard !terms.isEmpty else { throw error(at: key, "this must not be empty", next: "list the elements") }
    return terms
  }
}

extension DataElement {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path,
      keys: [
        "element", "title", "definition", "unit", "calendar", "frequency", "cumulation", "form", "line", "standard",
      ])
    self.init(
      code: try reader.identifier("element"), title: try reader.line("title"),
      definition: try reader.text("definition"), unit: try reader.word("unit", of: Unit.self),
      calendar: try reader.has("calendar") ? reader.word("calendar", of: Calendar.self) : .federal,
      frequency: try reader.has("frequency") ? reader.word("frequency", of: Frequency.self) : .monthly,
      cumulation: try reader.word("cumulation", of: Cumulation.self), form: try reader.text("form", oneLine: true),
      line: try reader.text("line", oneLine: true), isStandard: try reader.flag("standard", whenMissing: true))
  }
}

extension Measure {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path,
      keys: [
        "measure", "number", "origin", "title", "kind", "direction", "numerator", "denominator", "may_exceed_whole",
        "link", "linked_to", "source", "ours",
      ])
    self.init(
      code: try reader.identifier("measure"), number: try reader.identifier("number"),
      origin: try reader.word("origin", of: Origin.self), title: try reader.line("title"),
      kind: try reader.word("kind", of: Kind.self),
      direction: try reader.has("direction") ? reader.word("direction", of: Direction.self) : .higher,
      numerator: try reader.terms("numerator"), denominator: try reader.terms("denominator"),
      mayExceedWhole: try reader.flag("may_exceed_whole", whenMissing: false),
      link: try reader.has("link") ? reader.integer("link", in: 1...3) : 0,
      linkedTo: try reader.has("linked_to") ? reader.identifier("linked_to") : "",
      source: try reader.text("source", oneLine: true), ours: try reader.text("ours", oneLine: true))
  }
}

extension Relation {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["rule", "part", "whole", "weight", "reason"])
    self.init(
      rule: try reader.identifier("rule"), part: try reader.identifier("part"), whole: try reader.lines("whole"),
      weight: try reader.weight("weight"), reason: try reader.line("reason"))
  }
}

extension Threshold {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["measure", "title", "value", "from", "until", "source", "ours"])
    self.init(
      measure: try reader.identifier("measure"), title: try reader.line("title"), value: try reader.figure("value"),
      validity: try reader.validity(), source: try reader.text("source", oneLine: true),
      ours: try reader.text("ours", oneLine: true))
  }
}

extension ToleranceBand {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["measure", "against", "by", "from", "until"])
    self.init(
      measure: try reader.identifier("measure"), against: try reader.word("against", of: Basis.self),
      by: try reader.figure("by"), validity: try reader.validity())
  }
}

extension CaseloadGroup {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["group", "title", "from", "below"])
    let limit = 0...100_000_000
    self.init(
      code: try reader.identifier("group"), title: try reader.line("title"),
      from: Int64(try reader.integer("from", in: limit)),
      below: try reader.has("below") ? Int64(reader.integer("below", in: limit)) : nil)
  }
}

extension IncentiveTable {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["measure", "from", "until", "source", "rows", "rescue"])
    var rescue: Rescue?
    if reader.has("rescue") {
      let place = try reader.required("rescue")
      let inner = try MappingReader(place.node, at: place.path, keys: ["below", "gain", "percent"])
      rescue = Rescue(
        below: try inner.figure("below"), gain: try inner.figure("gain"),
        percent: try inner.integer("percent", in: 0...100))
    }
    self.init(
      measure: try reader.identifier("measure"), validity: try reader.validity(),
      rows: try reader.each("rows") { place throws(DocumentError) in try Row(reading: place) }, rescue: rescue,
      source: try reader.text("source", oneLine: true))
  }
}

extension IncentiveTable.Row {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["at_least", "percent", "per_point"])
    self.init(
      atLeast: try reader.figure("at_least"), percent: try reader.integer("percent", in: 0...100),
      perPoint: try reader.has("per_point") ? reader.integer("per_point", in: 0...100) : 0)
  }
}

extension PenaltyTable {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["measure", "from", "until", "source", "whole_points", "rows"])
    self.init(
      measure: try reader.identifier("measure"), validity: try reader.validity(),
      roundsToWholePoint: try reader.flag("whole_points", whenMissing: false),
      rows: try reader.each("rows") { place throws(DocumentError) in try Row(reading: place) },
      source: try reader.text("source", oneLine: true))
  }
}

extension PenaltyTable.Row {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["at_least", "gain", "otherwise"])
    self.init(
      atLeast: try reader.figure("at_least"), gain: try reader.optionalFigure("gain"),
      otherwise: try reader.has("otherwise") ? reader.word("otherwise", of: PenaltyTable.Otherwise.self) : .penalty)
  }
}

extension DataSet.ComparisonRules {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["smallest_denominator", "past_quarters", "trend_changes", "deviations"])
    self.init(
      smallestDenominator: Int64(try reader.integer("smallest_denominator", in: 1...1_000_000)),
      pastQuarters: try reader.integer("past_quarters", in: 1...40),
      trendChanges: try reader.integer("trend_changes", in: 2...20),
      deviations: try reader.integer("deviations", in: 1...6))
  }
}

extension SubmissionRules {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["days", "source", "steps", "holidays", "weekday_holidays"])
    var holidays: [Holiday] = []
    for written in try reader.lines("holidays") {
      guard let day = Day("2024-\(written)") else {
        throw reader.error(at: "holidays", "this is not a day of the year", next: "write it like 07-04")
      }
      holidays.append(.fixed(month: day.month, day: day.day))
    }
    holidays += try reader.each("weekday_holidays") { place throws(DocumentError) in
      let inner = try MappingReader(place.node, at: place.path, keys: ["month", "weekday", "which"])
      return .weekday(
        month: try inner.integer("month", in: 1...12), weekday: try inner.integer("weekday", in: 0...6),
        which: try inner.integer("which", in: 1...4))
    }
    self.init(
      days: try reader.integer("days", in: 1...365), holidays: holidays,
      steps: try reader.each("steps") { place throws(DocumentError) in
        let inner = try MappingReader(place.node, at: place.path, keys: ["step", "days_late", "times"])
        return Step(
          title: try inner.line("step"), daysLate: try inner.integer("days_late", in: 1...3650),
          times: try inner.has("times") ? inner.integer("times", in: 1...100) : nil)
      }, source: try reader.line("source"))
  }
}
