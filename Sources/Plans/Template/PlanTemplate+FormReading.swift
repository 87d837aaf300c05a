internal import Records

extension PlanTemplate.Form {
  init?(reading entry: MappingReader.Place, _ problems: DocumentProblems) {
    guard
      let reader = MappingReader(
        entry.node, at: entry.path,
        keys: ["plan_title", "plan", "sections_title", "block", "goal", "end", "blank_sections"], problems)
    else { return nil }
    let planTitle = problems.attempt(try reader.text("plan_title", oneLine: true))
    let plan = problems.entries("plan", of: reader, read: PlanTemplate.Part.init(reading:_:))
    let sectionsTitle = problems.attempt(try reader.text("sections_title", oneLine: true))
    let block = problems.entries("block", of: reader, read: PlanTemplate.Part.init(reading:_:))
    let goal = problems.entries("goal", of: reader, read: PlanTemplate.Part.init(reading:_:))
    let end = problems.entries("end", of: reader, read: PlanTemplate.Part.init(reading:_:))
    let blankSections =
      reader.has("blank_sections") ? problems.attempt(try reader.integer("blank_sections", in: 1...20)) : 1
    guard let planTitle, let plan, let sectionsTitle, let block, let goal, let end, let blankSections else {
      return nil
    }
    for (key, parts) in [("plan", plan), ("end", end)]
    where parts.contains(where: { ![.text, .targets].contains($0.kind) }) {
      problems.add(
        reader.error(
          at: key, "only texts and targets are of the plan as a whole", next: "move the part to \"block\" or \"goal\""))
    }
    for (key, parts) in [("block", block), ("goal", goal)] where parts.contains(where: { $0.kind == .targets }) {
      problems.add(
        reader.error(at: key, "targets are of the plan as a whole", next: "move the part to \"plan\""))
    }
    self.init(
      planTitle: planTitle, plan: plan, sectionsTitle: sectionsTitle, block: block, goal: goal, end: end,
      blankSections: blankSections)
  }
}

extension PlanTemplate.Part {
  fileprivate init?(reading entry: MappingReader.Place, _ problems: DocumentProblems) {
    let keys = ["part", "title", "note", "text", "origin", "rows", "columns", "goals", "ours"]
    guard let reader = MappingReader(entry.node, at: entry.path, keys: keys, problems),
      let kind = problems.attempt(try reader.word("part", of: PlanTemplate.Kind.self))
    else { return nil }
    let title = problems.attempt(try reader.text("title", oneLine: true))
    let note = problems.attempt(try reader.text("note", oneLine: true))
    let text = kind == .text ? problems.attempt(try reader.identifier("text")) : ""
    let origin = problems.attempt(try reader.text("origin", oneLine: true))
    let rows = problems.attempt(try reader.lines("rows"))
    let columns = problems.entries("columns", of: reader, read: PlanTemplate.Column.init(reading:_:))
    let goals = problems.attempt(try reader.numbers("goals"))
    let isOurs = problems.attempt(try reader.flag("ours", whenMissing: false))
    guard let title, let note, let text, let origin, let rows, let columns, let goals, let isOurs else { return nil }
    self.init(
      kind: kind, title: title, note: note, text: text, origin: origin, rows: rows, columns: columns,
      goals: goals, isOurs: isOurs)
    refuseContradictions(reader, problems)
  }

  private func refuseContradictions(_ reader: MappingReader, _ problems: DocumentProblems) {
    if kind == .targets, !goals.isEmpty {
      problems.add(
        reader.error(at: "goals", "targets are of the plan as a whole, and of no goal", next: "delete the line"))
    }
    let known: [String] =
      switch kind {
      case .text, .quarters: []
      case .targets, .measurements: Measurement.fields.map(\.name) + PlanItem.quarterNames
      case .tactics: Tactic.fields.map(\.name)
      case .outcomes: Outcome.fields.map(\.name)
      }
    if columns.isEmpty != known.isEmpty {
      problems.add(
        reader.error(
          at: "columns", known.isEmpty ? "this part has no columns" : "this part has no columns yet",
          next: known.isEmpty ? "delete them" : "name a column for each field that the form shows"))
    } else if !columns.flatMap(\.fields).allSatisfy(known.contains) {
      problems.add(
        reader.error(
          at: "columns", "a column names a field that the part does not have",
          next: "use one of: \(known.joined(separator: ", "))"))
    }
    let origins = ["", "agreed", "local"]
    if !origins.contains(origin) || (kind != .targets && !origin.isEmpty) {
      problems.add(
        reader.error(
          at: "origin", "this is no origin of targets", next: "write agreed or local in a part of targets, or delete it"
        ))
    }
    if kind != .targets, !rows.isEmpty {
      problems.add(reader.error(at: "rows", "only targets have printed lines", next: "delete the line"))
    }
  }
}

extension PlanTemplate.Column {
  fileprivate init?(reading entry: MappingReader.Place, _ problems: DocumentProblems) {
    let keys = ["label", "group", "field", "fields", "may_be_empty", "ours"]
    guard let reader = MappingReader(entry.node, at: entry.path, keys: keys, problems) else { return nil }
    let label = problems.attempt(try reader.line("label"))
    let group = problems.attempt(try reader.text("group", oneLine: true))
    let fields = problems.attempt(try reader.has("fields") ? reader.lines("fields") : [reader.line("field")])
    let mayBeEmpty = problems.attempt(try reader.flag("may_be_empty", whenMissing: false))
    let isOurs = problems.attempt(try reader.flag("ours", whenMissing: false))
    guard let label, let group, let fields, let mayBeEmpty, let isOurs else { return nil }
    self.init(label: label, group: group, fields: fields, mayBeEmpty: mayBeEmpty, isOurs: isOurs)
  }
}

extension MappingReader {
  /// A list of numbers of goals, like `[1, 2]`; none if the key is missing.
  fileprivate func numbers(_ key: String) throws(DocumentError) -> [Int] {
    var numbers: [Int] = []
    for line in try lines(key) {
      guard let number = Int(line), (1...99).contains(number) else {
        throw error(at: key, "this is no number of a goal", next: "write numbers from 1 to 99, like [1, 2]")
      }
      numbers.append(number)
    }
    return numbers
  }
}
