/// Reads the document of one plan, against the plan that was shown.
struct PlanDocumentReader {
  private let shown: Plan
  private let shownBlocks: [String: Block]
  private let shownLostBlocks: [String: Block]
  private let shownMeasurements: [String: (entry: Measurement, block: String)]
  private let shownTactics: [String: (entry: Tactic, block: String)]
  private var usedIDs: Set<String> = []

  init(shown: Plan) {
    self.shown = shown
    let all = shown.blocks + shown.lostBlocks
    shownBlocks = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    shownLostBlocks = Dictionary(shown.lostBlocks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    shownMeasurements = Dictionary(
      all.flatMap { block in block.measurements.map { ($0.id, ($0, block.id)) } },
      uniquingKeysWith: { first, _ in first })
    shownTactics = Dictionary(
      all.flatMap { block in block.tactics.map { ($0.id, ($0, block.id)) } }, uniquingKeysWith: { first, _ in first })
  }

  mutating func plan(from yaml: String, newID: () -> String) throws(DocumentError) -> Plan {
    let root = DocumentPath(root: "plan")
    let top = try MappingReader(try DocumentNode(reading: yaml, at: root), at: root, keys: PlanDocument.planKeys)
    guard try top.line("plan") == shown.id else {
      throw top.error(
        at: "plan", "this is not the document of the plan that is being edited", next: "put the plan's own id back")
    }
    var plan = Plan(id: shown.id, template: try template(top), title: "")
    plan.title = try top.text("title", oneLine: true, shown: shown.title)
    for (node, path) in try top.list("blocks") {
      plan.blocks.append(try block(node, at: path, lost: false, newID: newID))
    }
    for (node, path) in try top.list("lost_blocks") {
      plan.lostBlocks.append(try block(node, at: path, lost: true, newID: newID))
    }
    let wasPlaced = Dictionary(shown.blocks.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    let places = Positions.assigned(to: plan.blocks.map { ($0.id, wasPlaced[$0.id]) })
    for index in plan.blocks.indices { plan.blocks[index].position = places[index] }
    return plan
  }

  private func template(_ top: MappingReader) throws(DocumentError) -> Plan.TemplateName {
    let words = try top.line("template").split(separator: " ").map(String.init)
    if words.count == 3, words[1] == "version", let version = Int(words[2]), (1...9999).contains(version) {
      return Plan.TemplateName(id: words[0], version: version)
    }
    throw top.error(at: "template", "this does not name a template", next: "write it like \"\(shown.template)\"")
  }

  private mutating func block(
    _ node: DocumentNode, at path: DocumentPath, lost: Bool, newID: () -> String
  ) throws(DocumentError) -> Block {
    let reader = try MappingReader(
      node, at: path, keys: lost ? PlanDocument.lostBlockKeys : PlanDocument.blockKeys)
    let given = try id(reader, among: lost ? shownLostBlocks : shownBlocks)
    if lost && given == nil {
      throw DocumentError(
        line: reader.line, place: path.description, problem: "an entry of lost_blocks has no id",
        next: "move it to \"blocks\" and give it a goal and an objective")
    }
    var block = Block(id: given ?? newID(), goal: 0, objective: 0, position: 0)
    if !lost {
      let before = shownLostBlocks[block.id] != nil ? nil : shownBlocks[block.id]
      block.goal = try number("goal", reader, shown: before?.goal)
      block.objective = try number("objective", reader, shown: before?.objective)
    }
    for (node, path) in try reader.list("measurements") {
      block.measurements.append(try measurement(node, at: path, newID: newID))
    }
    for (node, path) in try reader.list("tactics") {
      block.tactics.append(try tactic(node, at: path, newID: newID))
    }
    block.quarters = try quarters(reader, of: block.id)
    place(&block)
    return block
  }

  /// A block's goal or objective. A number out of range that came from elsewhere stays until it is changed.
  private func number(_ key: String, _ reader: MappingReader, shown: Int?) throws(DocumentError) -> Int {
    if let shown, try reader.line(key) == "\(shown)" { return shown }
    return try reader.integer(key, in: 1...99)
  }

  private mutating func measurement(
    _ node: DocumentNode, at path: DocumentPath, newID: () -> String
  ) throws(DocumentError) -> Measurement {
    let reader = try MappingReader(node, at: path, keys: PlanDocument.measurementKeys)
    let given = try id(reader, among: shownMeasurements)
    let before = given.flatMap { shownMeasurements[$0]?.entry }
    return Measurement(
      id: given ?? newID(),
      title: try reader.text("title", oneLine: true, shown: before?.title),
      baseline: try reader.text("baseline", shown: before?.baseline),
      target: try reader.text("target", shown: before?.target),
      unit: try reader.text("unit", oneLine: true, shown: before?.unit),
      position: 0)
  }

  private mutating func tactic(
    _ node: DocumentNode, at path: DocumentPath, newID: () -> String
  ) throws(DocumentError) -> Tactic {
    let reader = try MappingReader(node, at: path, keys: PlanDocument.tacticKeys)
    let given = try id(reader, among: shownTactics)
    let before = given.flatMap { shownTactics[$0]?.entry }
    return Tactic(
      id: given ?? newID(),
      initiative: try initiative(reader, shown: before?.initiative),
      topic: try reader.text("topic", oneLine: true, shown: before?.topic),
      title: try reader.text("title", oneLine: true, shown: before?.title),
      leads: try reader.text("leads", shown: before?.leads),
      strategy: try reader.text("strategy", shown: before?.strategy),
      status: try status(reader, shown: before?.status),
      position: 0)
  }

  private func initiative(_ reader: MappingReader, shown: Int?) throws(DocumentError) -> Int? {
    let text = try reader.text("initiative", oneLine: true)
    if text.isEmpty { return nil }
    if let shown, text == "\(shown)" { return shown }
    return try reader.integer("initiative", in: 1...99)
  }

  private func status(_ reader: MappingReader, shown: TacticStatus?) throws(DocumentError) -> TacticStatus {
    let status = TacticStatus(rawValue: try reader.text("status", oneLine: true, shown: shown?.rawValue))
    if let shown, FieldValue.text(PlanText.normalised(shown.rawValue)) == .text(status.rawValue) { return shown }
    if status.rawValue.isEmpty { return .planned }
    guard TacticStatus.known.contains(status) else {
      let known = TacticStatus.known.map(\.rawValue).joined(separator: ", ")
      throw reader.error(at: "status", "this is not a status", next: "use one of: \(known)")
    }
    return status
  }

  private func quarters(_ reader: MappingReader, of block: String) throws(DocumentError) -> [QuarterlyText] {
    guard reader.has("quarters") else { return [] }
    let (node, path) = try reader.required("quarters")
    if case .text("", _) = node { return [] }
    let inner = try MappingReader(node, at: path, keys: PlanDocument.quarterKeys)
    var texts: [QuarterlyText] = []
    for (index, key) in PlanDocument.quarterKeys.enumerated() {
      let before = shownBlocks[block]?.quarters.first { $0.quarter == index + 1 }?.text
      let text = try inner.text(key, shown: before)
      if !text.isEmpty { texts.append(QuarterlyText(quarter: index + 1, text: text)) }
    }
    // A quarter that this form does not show, written by a newer program, stays.
    let others = shownBlocks[block]?.quarters.filter { !(1...4).contains($0.quarter) } ?? []
    return texts + others
  }

  /// The id that stands in an entry; nil for a new entry.
  private mutating func id<Shown>(
    _ reader: MappingReader, among known: [String: Shown]
  ) throws(DocumentError) -> String? {
    let id = try reader.text("id", oneLine: true)
    if id.isEmpty { return nil }
    guard known[id] != nil else {
      throw reader.error(
        at: "id", "no such entry of this kind was in the plan when this document was opened",
        next: "delete the id's line for a new entry, or put the entry's own id back")
    }
    guard usedIDs.insert(id).inserted else {
      throw reader.error(
        at: "id", "this id stands on two entries", next: "delete the id's line of the one that is a copy")
    }
    return id
  }

  private func place(_ block: inout Block) {
    let here = block.id
    let measurementPlaces = Positions.assigned(
      to: block.measurements.map { entry in
        let before = shownMeasurements[entry.id]
        return (entry.id, before?.block == here ? before?.entry.position : nil)
      })
    for index in block.measurements.indices { block.measurements[index].position = measurementPlaces[index] }
    let tacticPlaces = Positions.assigned(
      to: block.tactics.map { entry in
        let before = shownTactics[entry.id]
        return (entry.id, before?.block == here ? before?.entry.position : nil)
      })
    for index in block.tactics.indices { block.tactics[index].position = tacticPlaces[index] }
  }
}
