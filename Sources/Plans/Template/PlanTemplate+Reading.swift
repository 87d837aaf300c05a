extension PlanTemplate {
  /// Reads a template document: YAML, every key below required unless it is marked optional, no other key allowed.
  ///
  /// - Throws: ``DocumentError`` with the line and the place, for an unknown or missing key, a wrong type, a number that
  ///   stands twice, a condition on a measure that the document does not describe.
  public init(document: String) throws(DocumentError) {
    let root = DocumentPath(root: "template")
    let top = try MappingReader(
      try DocumentNode(reading: document, at: root), at: root,
      keys: [
        "template", "version", "heading", "year", "begins", "ends", "source", "due", "labels", "goals", "measures",
        "initiatives", "elective_topics", "quarters",
      ])
    name = Plan.TemplateName(id: try top.identifier("template"), version: try top.integer("version", in: 1...9999))
    heading = try top.lines("heading")
    year = try top.line("year")
    begins = try top.day("begins")
    ends = try top.day("ends")
    source = try top.line("source")
    due = try top.day("due")
    labels = try Labels(reading: top.required("labels"))
    goals = try top.entries("goals", read: Goal.init(reading:))
    measures = try top.entries("measures", read: Measure.init(reading:))
    initiatives = try top.entries("initiatives", read: Initiative.init(reading:))
    electiveTopics = try top.lines("elective_topics")
    quarters = try top.entries("quarters", read: Quarter.init(reading:))
    try refuseRepeats(top)
    try refuseUnknownMeasures(top)
  }

  private func refuseRepeats(_ top: MappingReader) throws(DocumentError) {
    try top.refuseRepeats(in: goals.map { "\($0.number)" }, of: "goals")
    for goal in goals { try top.refuseRepeats(in: goal.objectives.map { "\($0.number)" }, of: "goals") }
    try top.refuseRepeats(in: measures.map(\.id), of: "measures")
    try top.refuseRepeats(in: initiatives.map { "\($0.number)" }, of: "initiatives")
    try top.refuseRepeats(in: quarters.map { "\($0.number)" }, of: "quarters")
  }

  private func refuseUnknownMeasures(_ top: MappingReader) throws(DocumentError) {
    for initiative in initiatives {
      guard case .below(let measure, _) = initiative.condition, self.measure(measure) == nil else { continue }
      throw top.error(
        at: "initiatives", "initiative \(initiative.number) looks at a measure that \"measures\" does not describe",
        next: "describe the measure, or correct its name")
    }
  }
}

extension PlanTemplate.Labels {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["agency", "goal", "objective", "measurements", "tactics"])
    agency = try reader.line("agency")
    goal = try reader.line("goal")
    objective = try reader.line("objective")
    measurementColumns = try reader.lines("measurements", count: 3)
    tacticColumns = try reader.lines("tactics", count: 3)
  }
}

extension PlanTemplate.Goal {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["goal", "title", "objectives"])
    number = try reader.integer("goal", in: 1...99)
    title = try reader.line("title")
    objectives = try reader.entries("objectives", read: PlanTemplate.Objective.init(reading:))
  }
}

extension PlanTemplate.Objective {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["objective", "title"])
    number = try reader.integer("objective", in: 1...99)
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

extension PlanTemplate.Initiative {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(entry.node, at: entry.path, keys: ["initiative", "title", "demand", "when"])
    number = try reader.integer("initiative", in: 1...99)
    title = try reader.line("title")
    guard let demand = PlanTemplate.Demand(rawValue: try reader.line("demand")) else {
      throw reader.error(at: "demand", "this is neither \"should\" nor \"required\"", next: "write one of the two")
    }
    self.demand = demand
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
    due = try reader.day("due")
  }
}
