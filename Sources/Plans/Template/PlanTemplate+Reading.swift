public import Records

extension PlanTemplate {
  /// Reads a template document: YAML, strictly. The article on the letters describes every key.
  ///
  /// - Throws: ``DocumentError`` with the line and the place: the first of ``read(_:)``.
  public init(document: String) throws(DocumentError) {
    let (template, problems) = Self.read(document)
    guard let template else { throw problems[0] }
    self = template
  }

  /// Reads a template document, and says everything that is wrong with it.
  ///
  /// - Returns: the template, nil if there is a problem; the problems in the order of their lines: an unknown or missing
  ///   key, a wrong type, a number that stands twice, something named that the document does not have.
  public static func read(_ document: String) -> (template: PlanTemplate?, problems: [DocumentError]) {
    let problems = DocumentProblems()
    let template = read(document, problems)
    return (problems.isEmpty ? template : nil, problems.inOrder)
  }

  static let keys = [
    "template", "version", "title", "kind", "heading", "year", "begins", "ends", "source", "ours", "due", "due_note",
    "periods",
    "formats", "reviewer", "labels", "sections", "form", "goals", "measures", "indicators", "initiatives", "demands",
    "elective_topics", "quarters",
  ]

  private static func read(_ document: String, _ problems: DocumentProblems) -> PlanTemplate? {
    let root = DocumentPath(root: "template")
    guard let node = problems.attempt(try DocumentNode(reading: document, at: root)),
      let top = MappingReader(node, at: root, keys: keys, problems)
    else { return nil }
    let id = problems.attempt(try top.identifier("template"))
    let version = problems.attempt(try top.integer("version", in: 1...9999))
    let heading = problems.attempt(try top.lines("heading"))
    let title = top.has("title") ? problems.attempt(try top.line("title")) : heading?.joined(separator: " · ")
    let kind = top.has("kind") ? problems.attempt(try PlanKind(reading: top.required("kind"))) : nil
    let isKind = top.has("kind")
    if isKind { refuseYear(of: top, problems) }
    let year = isKind ? kind.map(\.years) : problems.attempt(try top.line("year"))
    let begins = isKind ? firstDay : problems.attempt(try top.day("begins"))
    let ends = isKind ? lastDay : problems.attempt(try top.day("ends"))
    let source = problems.attempt(try top.line("source"))
    let ours = problems.attempt(try top.text("ours"))
    let due = problems.attempt(try top.optionalDay("due"))
    let dueNote = problems.attempt(try top.text("due_note", oneLine: true))
    let periods =
      top.has("periods") ? problems.attempt(try top.lines("periods")) : isKind ? [] : year.map { [$0] }
    let formats =
      top.has("formats") ? problems.attempt(try top.words("formats", of: PlanFormat.self)) : [PlanFormat.form]
    let reviewer = problems.attempt(try top.line("reviewer"))
    let labels = problems.attempt(try Labels(reading: top.required("labels")))
    let sections = problems.attempt(try top.word("sections", of: Sections.self))
    let form = problems.attempt(try top.required("form")).flatMap { Form(reading: $0, problems) }
    let goals = problems.entries("goals", of: top, read: Goal.init(reading:_:))
    let measures = problems.entries("measures", of: top, eachReading: Measure.init(reading:))
    let indicators = problems.entries("indicators", of: top, eachReading: Indicator.init(reading:))
    let initiatives = problems.entries("initiatives", of: top, eachReading: Initiative.init(reading:))
    let demands = problems.entries("demands", of: top, eachReading: Demanded.init(reading:))
    let electiveTopics = problems.attempt(try top.lines("elective_topics"))
    let quarters = problems.entries("quarters", of: top, eachReading: Quarter.init(reading:))
    guard let id, let version, let heading, let title, let year, let begins, let ends, let source, let ours, let due,
      let dueNote, let periods, let formats, let reviewer, let labels, let sections, let form, let goals, let measures,
      let indicators, let initiatives, let demands, let electiveTopics, let quarters
    else { return nil }
    let template = PlanTemplate(
      name: Plan.TemplateName(id: id, version: version), title: title, heading: heading, kind: kind, year: year,
      begins: begins,
      ends: ends, source: source, ours: ours, due: due, dueNote: dueNote, periods: periods, formats: formats,
      reviewer: reviewer, labels: labels, sections: sections, form: form, goals: goals, measures: measures,
      indicators: indicators, initiatives: initiatives, demands: demands, electiveTopics: electiveTopics,
      quarters: quarters)
    template.refuseContradictions(top, problems)
    return template
  }
}

extension PlanTemplate.Labels {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["agency", "goal", "objective", "strategy"])
    agency = try reader.line("agency")
    goal = try reader.text("goal", oneLine: true)
    objective = try reader.text("objective", oneLine: true)
    strategy = try reader.text("strategy", oneLine: true)
  }
}

extension PlanTemplate.Goal {
  fileprivate init?(reading entry: MappingReader.Place, _ problems: DocumentProblems) {
    let keys = ["goal", "title", "objectives", "strategies", "optional"]
    guard let reader = MappingReader(entry.node, at: entry.path, keys: keys, problems) else { return nil }
    let number = problems.attempt(try reader.integer("goal", in: 1...99))
    let title = problems.attempt(try reader.line("title"))
    let objectives = problems.entries(
      "objectives", of: reader,
      eachReading: { entry throws(DocumentError) in
        try PlanTemplate.Objective(reading: entry, key: "objective")
      })
    let strategies = problems.entries(
      "strategies", of: reader,
      eachReading: { entry throws(DocumentError) in
        try PlanTemplate.Objective(reading: entry, key: "strategy")
      })
    let isOptional = problems.attempt(try reader.flag("optional", whenMissing: false))
    guard let number, let title, let objectives, let strategies, let isOptional else { return nil }
    self.init(number: number, title: title, objectives: objectives, strategies: strategies, isOptional: isOptional)
  }
}

extension PlanTemplate.Objective {
  fileprivate init(
    reading entry: MappingReader.Place, key: String
  ) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: [key, "title"])
    number = try reader.integer(key, in: 1...99)
    title = try reader.line("title")
  }
}

extension PlanTemplate.Measure {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["measure", "title", "unit", "places"])
    id = try reader.identifier("measure")
    title = try reader.line("title")
    unit = try reader.text("unit", oneLine: true)
    places = try reader.integer("places", in: 0...6)
  }
}

extension PlanTemplate.Indicator {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["indicator", "title"])
    id = try reader.line("indicator")
    title = try reader.line("title")
  }
}

extension PlanTemplate.Initiative {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["initiative", "title", "demand", "when"])
    number = try reader.integer("initiative", in: 1...99)
    title = try reader.line("title")
    demand = try reader.word("demand", of: PlanTemplate.Demand.self)
    guard reader.has("when") else {
      condition = .always
      return
    }
    let when = try reader.required("when")
    let inner = try MappingReader(when.node, at: when.path, keys: ["measure", "below"])
    guard let threshold = ExactFigure(decimal: try inner.line("below")) else {
      throw inner.error(at: "below", "this is not a decimal number", next: "write it like 90 or 2.00")
    }
    condition = .below(measure: try inner.identifier("measure"), threshold: threshold)
  }
}

extension PlanTemplate.Quarter {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["quarter", "label", "due", "due_after_days"])
    number = try reader.integer("quarter", in: PlanItem.quarterNumbers)
    label = try reader.line("label")
    due = try reader.optionalDay("due")
    dueAfterDays = try reader.has("due_after_days") ? reader.integer("due_after_days", in: 0...366) : nil
  }
}

extension PlanTemplate.Demanded {
  fileprivate init(reading entry: MappingReader.Place) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path,
      keys: ["needs", "goal", "name", "each_section", "demand", "of_amendments", "of_continued"])
    needs = try reader.word("needs", of: PlanTemplate.Need.self)
    goal = try reader.has("goal") ? reader.integer("goal", in: 1...99) : nil
    switch needs {
    case .text, .target, .tacticField, .outcomeField: name = try reader.line("name")
    default: name = ""
    }
    ofEachSection = try reader.flag("each_section", whenMissing: false)
    demand = try reader.word("demand", of: PlanTemplate.Demand.self)
    ofAmendments = try reader.flag("of_amendments", whenMissing: true)
    ofContinued = try reader.flag("of_continued", whenMissing: true)
  }
}
