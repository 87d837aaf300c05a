internal import Records

/// Reads the document of one plan, against the plan that was shown.
struct PlanDocumentReader {
  private let shown: Plan
  /// Whether ids are taken as they stand, and every text exactly: a frozen copy is read, and nothing was shown.
  private let isRestoring: Bool
  private var shownBlocks: [String: Block] = [:]
  private var shownLostBlocks: [String: Block] = [:]
  private var shownMeasurements = ShownEntries<Measurement>()
  private var shownTactics = ShownEntries<Tactic>()
  private var shownOutcomes = ShownEntries<Outcome>()
  private var usedIDs: Set<String> = []
  /// What is wrong so far.
  private var errors: [DocumentError] = []

  init(shown: Plan) {
    self.shown = shown
    isRestoring = false
    for block in shown.blocks { shownBlocks[block.id] = block }
    for block in shown.lostBlocks {
      shownBlocks[block.id] = block
      shownLostBlocks[block.id] = block
    }
    shownMeasurements.add(shown.targets, of: "")
    for block in shown.blocks + shown.lostBlocks {
      shownMeasurements.add(block.measurements, of: block.id)
      shownTactics.add(block.tactics, of: block.id)
      shownOutcomes.add(block.outcomes, of: block.id)
    }
  }

  /// For a frozen copy.
  init(restoring plan: Plan) {
    shown = plan
    isRestoring = true
  }

  mutating func plan(from yaml: String, newID: () -> String) throws(DocumentErrors) -> Plan {
    let top: MappingReader
    do {
      let root = DocumentPath(root: "plan")
      top = try MappingReader(try DocumentNode(reading: yaml, at: root), at: root, keys: PlanDocument.planKeys)
    } catch {
      throw DocumentErrors([error])
    }
    return try plan(from: top, newID: newID)
  }

  mutating func plan(from top: MappingReader, newID: () -> String) throws(DocumentErrors) -> Plan {
    do {
      let plan = try content(of: top, newID: newID)
      if errors.isEmpty { return plan }
    } catch {
      errors.append(error)
    }
    throw DocumentErrors(errors)
  }

  private mutating func content(of top: MappingReader, newID: () -> String) throws(DocumentError) -> Plan {
    guard try top.line("plan") == shown.id else {
      throw top.error(
        at: "plan", "this is not the document of the plan that is being edited", next: "put the plan's own id back")
    }
    var plan = Plan(id: shown.id, template: try top.template(example: shown.template), title: "")
    try read(Plan.fields, of: &plan, shown: isRestoring ? nil : shown, from: top)
    plan.texts = try texts(top, shown: shown.texts)
    plan.targets = try measurements("targets", top, of: "", lost: false, newID: newID)
    plan.blocks = collecting(try top.list("blocks")) { (reader, node, path) throws(DocumentError) in
      try reader.block(node, at: path, lost: false, newID: newID)
    }
    plan.lostBlocks = collecting(try top.list("lost_blocks")) { (reader, node, path) throws(DocumentError) in
      try reader.block(node, at: path, lost: true, newID: newID)
    }
    let wasPlaced = Dictionary(shown.blocks.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    let places = Positions.assigned(to: plan.blocks.map { ($0.id, wasPlaced[$0.id]) })
    for index in plan.blocks.indices { plan.blocks[index].position = places[index] }
    return plan
  }

  private mutating func block(
    _ node: DocumentNode, at path: DocumentPath, lost: Bool, newID: () -> String
  ) throws(DocumentError) -> Block {
    let reader = try MappingReader(
      node, at: path, keys: lost ? PlanDocument.lostBlockKeys : PlanDocument.blockKeys)
    let known = lost ? shownLostBlocks : shownBlocks
    let given = try id(reader, isKnown: { known[$0] != nil })
    if lost && given == nil {
      throw DocumentError(
        line: reader.line, place: path.description, problem: "an entry of lost_blocks has no id",
        next: "move it to \"blocks\" and give it a goal")
    }
    var block = Block(id: given ?? newID(), goal: 0, objective: 0, position: 0)
    if !lost {
      if !isRestoring { _ = try reader.required("goal") }
      let before = shownLostBlocks[block.id] != nil ? nil : shownBlocks[block.id]
      try read(Block.fields, of: &block, shown: before, from: reader)
      if block.goal == 0, before?.goal != 0, !isRestoring, try reader.text("goal", unchecked: true).isEmpty {
        throw reader.error(at: "goal", "this must not be empty", next: "write the number of a goal of the template")
      }
    }
    block.texts = try texts(reader, shown: shownBlocks[block.id]?.texts ?? [])
    block.measurements = try measurements("measurements", reader, of: block.id, lost: lost, newID: newID)
    block.tactics = try entries(
      "tactics", reader, of: block.id, keys: PlanDocument.tacticKeys, shown: shownTactics, newID: newID)
    block.outcomes = try entries(
      "outcomes", reader, of: block.id, keys: PlanDocument.outcomeKeys, shown: shownOutcomes, newID: newID)
    block.quarters = try Self.quarters(
      "quarters", reader, shown: shownBlocks[block.id]?.quarters.map { ($0.quarter, $0.text) } ?? [],
      isRestoring: isRestoring
    ).map { QuarterlyText(quarter: $0.quarter, text: $0.text) }
    return block
  }

  // MARK: Lists

  private mutating func measurements(
    _ key: String, _ reader: MappingReader, of block: String, lost: Bool, newID: () -> String
  ) throws(DocumentError) -> [Measurement] {
    let before = shownMeasurements
    let isRestoring = isRestoring
    return try entries(
      key, reader, of: block, keys: PlanDocument.measurementKeys, shown: before, newID: newID
    ) { (entry: inout Measurement, inner: MappingReader) throws(DocumentError) in
      let old = before[entry.id]
      entry.isGone = old?.isGone == true && lost
      entry.progress = try Self.quarters(
        "progress", inner, shown: old?.progress.map { ($0.quarter, $0.figure) } ?? [], oneLine: true,
        isRestoring: isRestoring
      ).map { Progress(quarter: $0.quarter, figure: $0.text) }
    }
  }

  /// The entries of one list, with their fields, in order and with their positions.
  private mutating func entries<Entry: PlanEntry>(
    _ key: String, _ reader: MappingReader, of block: String, keys: [String], shown: ShownEntries<Entry>,
    newID: () -> String, also: (inout Entry, MappingReader) throws(DocumentError) -> Void = { _, _ in }
  ) throws(DocumentError) -> [Entry] {
    var result = collecting(try reader.list(key)) { (reader, node, path) throws(DocumentError) in
      let inner = try MappingReader(node, at: path, keys: keys)
      let given = try reader.id(inner, isKnown: { shown[$0] != nil })
      var entry = Entry(id: given ?? newID(), position: 0)
      try reader.read(Entry.fields, of: &entry, shown: given.flatMap { shown[$0] }, from: inner)
      try also(&entry, inner)
      return entry
    }
    let places = Positions.assigned(to: result.map { ($0.id, shown.position(of: $0.id, in: block)) })
    for index in result.indices { result[index].position = places[index] }
    return result
  }

  /// Reads the entries of a list. One that cannot be read is an error, and the others are read all the same.
  private mutating func collecting<Entry>(
    _ list: [(node: DocumentNode, path: DocumentPath)],
    read: (inout PlanDocumentReader, DocumentNode, DocumentPath) throws(DocumentError) -> Entry
  ) -> [Entry] {
    var result: [Entry] = []
    for (node, path) in list {
      do throws(DocumentError) { result.append(try read(&self, node, path)) } catch { errors.append(error) }
    }
    return result
  }

  // MARK: Values

  /// Reads the fields of an entry. A value that stands as it was shown stays what it was, whatever it is; what a person
  /// changed is judged.
  private mutating func read<Entry>(
    _ fields: [EntryField<Entry>], of entry: inout Entry, shown: Entry?, from reader: MappingReader
  ) throws(DocumentError) {
    for field in fields {
      let text = isRestoring ? try reader.raw(field.name) : try reader.text(field.name, unchecked: true)
      if isRestoring, !field.content.isInteger {
        field.assign(&entry, text.isEmpty ? field.content.empty : .text(text))
        continue
      }
      do throws(FieldProblem) {
        try field.take(text, into: &entry, shown: shown)
      } catch {
        errors.append(reader.error(at: field.name, error.problem, next: error.next))
      }
    }
  }

  private func texts(_ reader: MappingReader, shown: [NamedText]) throws(DocumentError) -> [NamedText] {
    guard let inner = try reader.optionalMapping("texts") else { return [] }
    var result: [NamedText] = []
    for name in inner.keys.sorted(by: Positions.isBefore) {
      let before = shown.first { $0.name == name }?.text
      let text = Self.kept(isRestoring ? try inner.raw(name) : try inner.text(name, shown: before), shown: before)
      if !text.isEmpty { result.append(NamedText(name: name, text: text)) }
    }
    return result
  }

  private static func quarters(
    _ key: String, _ reader: MappingReader, shown: [(quarter: Int, text: String)], oneLine: Bool = false,
    isRestoring: Bool
  ) throws(DocumentError) -> [(quarter: Int, text: String)] {
    // A quarter that no form has, written by a newer program, stays.
    let others = shown.filter { !PlanItem.quarterNumbers.contains($0.quarter) }
    guard reader.has(key) else { return others }
    let (node, path) = try reader.required(key)
    if case .text("", _) = node { return others }
    let inner = try MappingReader(node, at: path, keys: PlanItem.quarterNames)
    var texts: [(quarter: Int, text: String)] = []
    for (index, key) in PlanItem.quarterNames.enumerated() {
      let before = shown.first { $0.quarter == index + 1 }?.text
      let text = Self.kept(
        isRestoring ? try inner.raw(key) : try inner.text(key, oneLine: oneLine, shown: before), shown: before)
      if !text.isEmpty { texts.append((index + 1, text)) }
    }
    return texts + others
  }

  /// A text of blanks alone stays what it was: reading respells it to none.
  private static func kept(_ text: String, shown: String?) -> String {
    guard text.isEmpty, let shown, RecordText.normalised(shown).isEmpty else { return text }
    return shown
  }

  /// The id that stands in an entry; nil for a new entry.
  private mutating func id(_ reader: MappingReader, isKnown: (String) -> Bool) throws(DocumentError) -> String? {
    let id = try reader.text("id", oneLine: true)
    if isRestoring { return id }
    if id.isEmpty { return nil }
    guard isKnown(id) else {
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
}

/// The entries of one kind that were shown, with the blocks in which they stood.
private struct ShownEntries<Entry: PlanEntry> {
  private var entries: [String: (entry: Entry, block: String)] = [:]

  mutating func add(_ list: [Entry], of block: String) {
    for entry in list { entries[entry.id] = (entry, block) }
  }

  subscript(id: String) -> Entry? { entries[id]?.entry }

  /// An entry that moved to another block has no place in it yet.
  func position(of id: String, in block: String) -> Int64? {
    entries[id].flatMap { $0.block == block ? $0.entry.position : nil }
  }
}
