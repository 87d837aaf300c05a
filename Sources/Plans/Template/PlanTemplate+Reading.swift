extension PlanTemplate {
  /// Reads a template document: YAML, every key below required unless it is marked optional, no other key allowed.
  ///
  /// - Throws: ``DocumentError`` with the line and the place, for an unknown or missing key, a wrong type, a number that
  ///   stands twice, a condition on a measure that the document does not describe, a column of a field that is none.
  public init(document: String) throws(DocumentError) {
    let root = DocumentPath(root: "template")
    let top = try MappingReader(
      try DocumentNode(reading: document, at: root), at: root,
      keys: [
        "template", "version", "heading", "year", "begins", "ends", "source", "ours", "due", "due_note", "periods",
        "formats", "reviewer", "labels", "sections", "form", "goals", "measures", "indicators", "initiatives",
        "demands",
        "elective_topics", "quarters",
      ])
    name = Plan.TemplateName(id: try top.identifier("template"), version: try top.integer("version", in: 1...9999))
    heading = try top.lines("heading")
    year = try top.line("year")
    begins = try top.day("begins")
    ends = try top.day("ends")
    source = try top.line("source")
    ours = try top.text("ours")
    due = try top.optionalDay("due")
    dueNote = try top.text("due_note", oneLine: true)
    periods = try top.has("periods") ? top.lines("periods") : [year]
    formats = try top.has("formats") ? top.words("formats", of: PlanFormat.self) : [.form]
    reviewer = try top.line("reviewer")
    labels = try Labels(reading: top.required("labels"))
    sections = try top.word("sections", of: Sections.self)
    form = try Form(reading: top.required("form"))
    goals = try top.entries("goals", read: Goal.init(reading:))
    measures = try top.entries("measures", read: Measure.init(reading:))
    indicators = try top.entries("indicators", read: Indicator.init(reading:))
    initiatives = try top.entries("initiatives", read: Initiative.init(reading:))
    demands = try top.entries("demands", read: Demanded.init(reading:))
    electiveTopics = try top.lines("elective_topics")
    quarters = try top.entries("quarters", read: Quarter.init(reading:))
    try refuseContradictions(top)
  }

  private func refuseContradictions(_ top: MappingReader) throws(DocumentError) {
    guard begins <= ends else {
      throw top.error(at: "ends", "the year ends before it begins", next: "correct one of the two days")
    }
    try top.refuseRepeats(in: goals.map { "\($0.number)" }, of: "goals")
    for goal in goals {
      try top.refuseRepeats(in: goal.objectives.map { "\($0.number)" }, of: "goals")
      try top.refuseRepeats(in: goal.strategies.map { "\($0.number)" }, of: "goals")
    }
    try top.refuseRepeats(in: measures.map(\.id), of: "measures")
    try top.refuseRepeats(in: indicators.map(\.id), of: "indicators")
    try top.refuseRepeats(in: initiatives.map { "\($0.number)" }, of: "initiatives")
    try top.refuseRepeats(in: quarters.map { "\($0.number)" }, of: "quarters")
    try top.refuseRepeats(in: form.parts.filter { $0.kind == .text }.map(\.text), of: "form")
    for initiative in initiatives {
      guard case .below(let measure, _) = initiative.condition, self.measure(measure) == nil else { continue }
      throw top.error(
        at: "initiatives", "initiative \(initiative.number) looks at a measure that \"measures\" does not describe",
        next: "describe the measure, or correct its name")
    }
    for (index, demand) in demands.enumerated() {
      func refusal(_ problem: String, next: String) -> DocumentError {
        top.error(at: "demands", "demand \(index + 1): \(problem)", next: next)
      }
      if let goal = demand.goal, self.goal(goal) == nil {
        throw refusal("goal \(goal) is not in \"goals\"", next: "correct the number")
      }
      if demand.needs == .tacticField, !Tactic.fields.contains(where: { $0.name == demand.name }) {
        throw refusal(
          "a tactic has no such field", next: "use one of: \(Tactic.fields.map(\.name).joined(separator: ", "))")
      }
      if demand.needs == .text, !form.parts.contains(where: { $0.kind == .text && $0.text == demand.name }) {
        throw refusal("the form has no such text", next: "name the text of a part of the form")
      }
    }
  }
}

extension PlanTemplate.Labels {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["agency", "goal", "objective", "strategy"])
    agency = try reader.line("agency")
    goal = try reader.text("goal", oneLine: true)
    objective = try reader.text("objective", oneLine: true)
    strategy = try reader.text("strategy", oneLine: true)
  }
}

extension PlanTemplate.Goal {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["goal", "title", "objectives", "strategies", "optional"])
    number = try reader.integer("goal", in: 1...99)
    title = try reader.line("title")
    objectives = try reader.entries("objectives") { entry throws(DocumentError) in
      try PlanTemplate.Objective(reading: entry, key: "objective")
    }
    strategies = try reader.entries("strategies") { entry throws(DocumentError) in
      try PlanTemplate.Objective(reading: entry, key: "strategy")
    }
    isOptional = try reader.flag("optional", whenMissing: false)
  }
}

extension PlanTemplate.Objective {
  fileprivate init(
    reading entry: (node: DocumentNode, path: DocumentPath), key: String
  ) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: [key, "title"])
    number = try reader.integer(key, in: 1...99)
    title = try reader.line("title")
  }
}

extension PlanTemplate.Measure {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["measure", "title", "unit", "places"])
    id = try reader.identifier("measure")
    title = try reader.line("title")
    unit = try reader.text("unit", oneLine: true)
    places = try reader.integer("places", in: 0...6)
  }
}

extension PlanTemplate.Indicator {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["indicator", "title"])
    id = try reader.line("indicator")
    title = try reader.line("title")
  }
}

extension PlanTemplate.Initiative {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
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
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["quarter", "label", "due"])
    number = try reader.integer("quarter", in: 1...4)
    label = try reader.line("label")
    due = try reader.optionalDay("due")
  }
}

extension PlanTemplate.Demanded {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["needs", "goal", "name", "demand", "of_amendments", "of_continued"])
    needs = try reader.word("needs", of: PlanTemplate.Need.self)
    goal = try reader.has("goal") ? reader.integer("goal", in: 1...99) : nil
    switch needs {
    case .text, .target, .tacticField: name = try reader.line("name")
    default: name = ""
    }
    demand = try reader.word("demand", of: PlanTemplate.Demand.self)
    ofAmendments = try reader.flag("of_amendments", whenMissing: true)
    ofContinued = try reader.flag("of_continued", whenMissing: true)
  }
}
