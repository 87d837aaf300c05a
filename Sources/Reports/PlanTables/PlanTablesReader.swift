public import Plans
internal import Records

extension PlanTableFiles {
  /// One plan as the tables have it.
  ///
  /// - Parameters:
  ///   - shown: the plan that the tables were exported from. Ids in the tables must be its ids; an empty id, or one that
  ///     begins with `new`, is that of a new record, and other rows may name a section by it.
  ///   - removing: whether what has no row any more is removed; else it stays.
  ///   - newID: draws a UUIDv7 for each new record.
  /// - Returns: the plan, and everything that is wrong with its rows. With a problem, nothing of it may be used.
  public func plan(
    editing shown: Plan, removing: Bool, newID: () -> String
  ) -> (plan: Plan, problems: [TableProblem]) {
    var reader = PlanTablesReader(files: self, shown: shown, removing: removing)
    let plan = reader.plan(newID)
    return (plan, reader.problems)
  }
}

/// Reads the rows of one plan against the plan that was shown.
struct PlanTablesReader {
  let files: PlanTableFiles
  let shown: Plan
  let removing: Bool
  var problems: [TableProblem] = []
  /// Real ids of new sections, by the names that the tables give them.
  private var newBlocks: [String: String] = [:]
  private var usedIDs: Set<String> = []

  init(files: PlanTableFiles, shown: Plan, removing: Bool) {
    self.files = files
    self.shown = shown
    self.removing = removing
  }

  mutating func plan(_ newID: () -> String) -> Plan {
    if removing {
      for name in PlanTables.Name.allCases where !files.has(name) {
        problems.append(
          TableProblem(
            file: "\(name.rawValue).csv", row: nil, column: nil, problem: "the file is missing",
            next: "put it back: what has no row is to be removed"))
      }
    }
    var plan = Plan(id: shown.id, template: shown.template, title: "")
    plan.lostBlocks = shown.lostBlocks
    fields(into: &plan)
    plan.blocks = blocks(newID)
    var known = Set(plan.blocks.map(\.id))
    let targets = entries(.targets, [("", shown.targets)], into: ["": ""], newID) { $0.figures($1, &$2, $3) }
    plan.targets = targets[""] ?? []
    var places = Dictionary(known.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
    for (name, id) in newBlocks { places[name] = id }
    for block in shown.lostBlocks { places[block.id] = block.id }
    let all = shown.blocks + shown.lostBlocks
    let measurements = entries(.measurements, all.map { ($0.id, $0.measurements) }, into: places, newID) {
      $0.figures($1, &$2, $3)
    }
    let tactics = entries(.tactics, all.map { ($0.id, $0.tactics) }, into: places, newID) { _, _, _, _ in }
    let outcomes = entries(.outcomes, all.map { ($0.id, $0.outcomes) }, into: places, newID) { _, _, _, _ in }
    let texts = texts(into: places)
    let quarters = quarters(into: places)
    func fill(_ block: Block) -> Block {
      var block = block
      block.measurements = measurements[block.id] ?? []
      block.tactics = tactics[block.id] ?? []
      block.outcomes = outcomes[block.id] ?? []
      block.texts = texts[block.id] ?? []
      block.quarters = quarters[block.id] ?? []
      return block
    }
    plan.texts = texts[""] ?? []
    plan.blocks = plan.blocks.map(fill)
    known = Set(plan.blocks.map(\.id))
    // A lost section whose entries have all gone elsewhere is no more.
    plan.lostBlocks = shown.lostBlocks.filter { !known.contains($0.id) }.map(fill).filter { block in
      !(block.measurements.isEmpty && block.tactics.isEmpty && block.outcomes.isEmpty && block.texts.isEmpty
        && block.quarters.isEmpty)
    }
    return plan
  }

  // MARK: The plan and its sections

  private mutating func fields(into plan: inout Plan) {
    let rows = files.rows(.plans, of: shown.id)
    guard let row = rows.first else {
      for field in Plan.fields { field.assign(&plan, field.value(shown)) }
      return
    }
    for other in rows.dropFirst() { problems.append(Self.twice(other)) }
    if row["template"] != "\(shown.template)" {
      problems.append(
        row.problem("template", "an import does not change the template", next: "write \(shown.template)"))
    }
    read(Plan.fields, row, shown, into: &plan)
  }

  private mutating func blocks(_ newID: () -> String) -> [Block] {
    var placed: [Placed<Block>] = []
    let shownPlaces = Dictionary(
      shown.blocks.enumerated().map { ($1.id, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
    let lost = Set(shown.lostBlocks.map(\.id)).subtracting([Plan.lostFigures])
    for row in files.rows(.blocks, of: shown.id) {
      guard let given = id(row, isKnown: { shownPlaces[$0] != nil || lost.contains($0) }) else { continue }
      let id = given.isEmpty || given.hasPrefix("new") ? newID() : given
      if given.hasPrefix("new") { newBlocks[given] = id }
      let before = shownPlaces[id]
      var block = Block(id: id, goal: 0, objective: 0, position: before?.1.position ?? 0)
      read(Block.fields, row, before?.1, into: &block)
      if row["goal"].isEmpty, before?.1.goal != 0 {
        problems.append(
          row.problem("goal", "this must not be empty", next: "write the number of a goal of the template"))
      }
      placed.append(Placed(block, row.number, place(row), before?.0))
    }
    if !removing {
      let found = Set(placed.map(\.entry.id))
      placed += shown.blocks.enumerated().filter { !found.contains($1.id) }.map { Placed($1, 0, nil, $0) }
    }
    var blocks = Placed.inOrder(placed)
    let positions = Positions.assigned(to: blocks.map { ($0.id, shownPlaces[$0.id]?.1.position) })
    for index in blocks.indices { blocks[index].position = positions[index] }
    return blocks
  }

  // MARK: Lists

  /// The entries of one table by the ids of their sections, each list in its order.
  ///
  /// - Parameters:
  ///   - lists: as they were shown.
  ///   - blocks: the ids of the sections that a row may name, by the names that it may use.
  private mutating func entries<Entry: PlanEntry>(
    _ name: PlanTables.Name, _ lists: [(block: String, entries: [Entry])], into blocks: [String: String],
    _ newID: () -> String,
    also: (inout PlanTablesReader, PlanTableFiles.Row, inout Entry, Entry?) -> Void
  ) -> [String: [Entry]] {
    var known: [String: (block: String, place: Int, entry: Entry)] = [:]
    for list in lists {
      for (place, entry) in list.entries.enumerated() { known[entry.id] = (list.block, place, entry) }
    }
    var found: [String: [Placed<Entry>]] = [:]
    var seen: Set<String> = []
    for row in files.rows(name, of: shown.id) {
      guard let given = id(row, isKnown: { known[$0] != nil }) else { continue }
      seen.insert(given)
      let before = known[given]
      guard let block = blocks[row["block"]], isOpen(block, to: before?.block) else {
        problems.append(
          row.problem("block", "the plan has no such section", next: "write the id of a row of blocks.csv"))
        continue
      }
      let isNew = given.isEmpty || given.hasPrefix("new")
      var entry = Entry(id: isNew ? newID() : given, position: 0)
      read(Entry.fields, row, before?.entry, into: &entry)
      also(&self, row, &entry, before?.block == block ? before?.entry : nil)
      found[block, default: []].append(
        Placed(entry, row.number, place(row), before?.block == block ? before?.place : nil))
    }
    if !removing {
      for (id, before) in known where !seen.contains(id) && blocks.values.contains(before.block) {
        found[before.block, default: []].append(Placed(before.entry, 0, nil, before.place))
      }
    }
    return found.reduce(into: [:]) { result, list in
      var entries = Placed.inOrder(list.value)
      let positions = Positions.assigned(
        to: entries.map { entry in
          (entry.id, known[entry.id].flatMap { $0.block == list.key ? $0.entry.position : nil })
        })
      for index in entries.indices { entries[index].position = positions[index] }
      result[list.key] = entries
    }
  }

  /// Nothing moves into a lost section; what is there may stay.
  private func isOpen(_ block: String, to before: String?) -> Bool {
    before == block || !shown.lostBlocks.contains { $0.id == block } || usedIDs.contains("blocks.csv \(block)")
  }

  private mutating func figures(
    _ row: PlanTableFiles.Row, _ entry: inout Measurement, _ stayed: Measurement?
  ) {
    entry.isGone = stayed?.isGone == true
    let old = (shown.targets + (shown.blocks + shown.lostBlocks).flatMap(\.measurements)).first { $0.id == entry.id }
    let others = old?.progress.filter { !PlanItem.quarterNumbers.contains($0.quarter) } ?? []
    entry.progress =
      PlanItem.quarterNames.enumerated().compactMap { index, column in
        let before = old?.progress.first { $0.quarter == index + 1 }?.figure
        let figure = text(row, column, .line, shown: before)
        return figure.isEmpty ? nil : Progress(quarter: index + 1, figure: figure)
      } + others
  }

  // MARK: Texts

  private mutating func texts(into blocks: [String: String]) -> [String: [NamedText]] {
    let lists = [("", shown.texts)] + (shown.blocks + shown.lostBlocks).map { ($0.id, $0.texts) }
    return named(
      .texts, lists.map { block, texts in (block, texts.map { ($0.name, $0.text) }) },
      into: blocks.merging(["": ""]) { first, _ in first }, column: "name", isName: RecordText.isName
    ).mapValues { texts in
      texts.map { NamedText(name: $0.name, text: $0.text) }.sorted { Positions.isBefore($0.name, $1.name) }
    }
  }

  private mutating func quarters(into blocks: [String: String]) -> [String: [QuarterlyText]] {
    let all = shown.blocks + shown.lostBlocks
    let found = named(
      .quarters, all.map { block in (block.id, block.quarters.map { ("\($0.quarter)", $0.text) }) }, into: blocks,
      column: "quarter", isName: PlanItem.quarterNumbers.map { "\($0)" }.contains)
    return found.mapValues { texts in
      texts.compactMap { text in Int(text.name).map { QuarterlyText(quarter: $0, text: text.text) } }
        .sorted { $0.quarter < $1.quarter }
    }
  }

  /// Texts by section and name. One that has no row stays, unless what has none is to be removed; an emptied one goes.
  private mutating func named(
    _ table: PlanTables.Name, _ lists: [(block: String, texts: [(name: String, text: String)])],
    into blocks: [String: String], column: String, isName: (String) -> Bool
  ) -> [String: [(name: String, text: String)]] {
    let before = Dictionary(lists.map { ($0.block, $0.texts) }, uniquingKeysWith: { first, _ in first })
    var found: [String: [(name: String, text: String)]] = [:]
    var seen: Set<[String]> = []
    for row in files.rows(table, of: shown.id) {
      let name = row[column]
      guard let block = blocks[row["block"]] else {
        problems.append(
          row.problem("block", "the plan has no such section", next: "write the id of a row of blocks.csv"))
        continue
      }
      let old = before[block]?.first { $0.name == name }?.text
      guard old != nil || isName(name) else {
        problems.append(
          row.problem(
            column, "this is no name", next: column == "quarter" ? "write 1, 2, 3 or 4" : "use a-z, 0-9 and hyphens"))
        continue
      }
      guard seen.insert([block, name]).inserted else {
        problems.append(Self.twice(row))
        continue
      }
      let text = text(row, "text", .text, shown: old)
      if !text.isEmpty { found[block, default: []].append((name, text)) }
    }
    for (block, texts) in before where blocks.values.contains(block) {
      for text in texts where !seen.contains([block, text.name]) && (!removing || !isName(text.name)) {
        found[block, default: []].append(text)
      }
    }
    return found
  }

  // MARK: Cells

  private mutating func read<Entry>(
    _ fields: [EntryField<Entry>], _ row: PlanTableFiles.Row, _ shown: Entry?, into entry: inout Entry
  ) {
    for field in fields {
      let written = shown.map { field.written($0) }
      do throws(FieldProblem) {
        try field.take(try typed(row[field.name], shown: written), into: &entry, shown: shown)
      } catch {
        problems.append(row.problem(field.name, error.problem, next: error.next))
      }
    }
  }

  private mutating func text(
    _ row: PlanTableFiles.Row, _ column: String, _ content: FieldContent, shown: String?
  ) -> String {
    do throws(FieldProblem) {
      let text = try typed(row[column], shown: shown)
      if let shown, FieldValue.text(text) == .text(RecordText.normalised(shown)) { return shown }
      guard case .text(let value) = try content.value(of: text) else { return "" }
      return value
    } catch {
      problems.append(row.problem(column, error.problem, next: error.next))
      return ""
    }
  }

  /// What stands in a cell, normalised; as it was shown if nobody changed it.
  private func typed(_ cell: String, shown: String?) throws(FieldProblem) -> String {
    let text = RecordText.normalised(cell)
    guard let shown else { return text }
    let before = RecordText.normalised(PlanTables.cell(shown))
    if FieldValue.text(text) == .text(before) { return RecordText.normalised(shown) }
    let limit = 32_767
    if text.utf16.count >= limit - 1, text.utf16.count <= limit, before.utf8.starts(with: text.utf8) {
      throw FieldProblem(
        problem: "a spreadsheet program has cut this text at \(limit) characters",
        next: "put the whole text back, or change it with `qapi plan edit`")
    }
    return text
  }

  /// The id of a row, empty or a name for a new record; nil if there is something wrong with it.
  private mutating func id(_ row: PlanTableFiles.Row, isKnown: (String) -> Bool) -> String? {
    let id = row["id"]
    if id.isEmpty { return id }
    guard isKnown(id) || id.hasPrefix("new") else {
      problems.append(
        row.problem(
          "id", "the plan has no such record of this kind",
          next: "put the id back; leave it empty, or begin it with \"new\", for a new record"))
      return nil
    }
    guard usedIDs.insert("\(row.file) \(id)").inserted else {
      problems.append(Self.twice(row))
      return nil
    }
    return id
  }

  private static func twice(_ row: PlanTableFiles.Row) -> TableProblem {
    row.problem("id", "this record stands on two rows", next: "delete one; a new record has no id")
  }

  private mutating func place(_ row: PlanTableFiles.Row) -> Int? {
    let text = row["place"]
    if text.isEmpty { return nil }
    guard text.utf8.count <= 6, let place = Int(text), place > 0 else {
      problems.append(row.problem("place", "this is no place in a list", next: "write 1, 2, 3 …, or leave it empty"))
      return nil
    }
    return place
  }
}
