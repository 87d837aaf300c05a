extension PlanTemplate.Form {
  init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["plan", "sections_title", "block", "goal", "end"])
    plan = try reader.entries("plan", read: PlanTemplate.Part.init(reading:))
    sectionsTitle = try reader.text("sections_title", oneLine: true)
    block = try reader.entries("block", read: PlanTemplate.Part.init(reading:))
    goal = try reader.entries("goal", read: PlanTemplate.Part.init(reading:))
    end = try reader.entries("end", read: PlanTemplate.Part.init(reading:))
    for (key, parts) in [("plan", plan), ("end", end)] {
      guard parts.allSatisfy({ [.text, .targets].contains($0.kind) }) else {
        throw reader.error(
          at: key, "only texts and targets are of the plan as a whole", next: "move the part to \"block\" or \"goal\"")
      }
    }
    guard (block + goal).allSatisfy({ $0.kind != .targets }) else {
      throw reader.error(at: "block", "targets are of the plan as a whole", next: "move the part to \"plan\"")
    }
  }
}

extension PlanTemplate.Part {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["part", "title", "note", "text", "origin", "columns", "ours"])
    kind = try reader.word("part", of: PlanTemplate.Kind.self)
    title = try reader.text("title", oneLine: true)
    note = try reader.text("note", oneLine: true)
    text = kind == .text ? try reader.identifier("text") : ""
    origin = try reader.text("origin", oneLine: true)
    columns = try reader.entries("columns", read: PlanTemplate.Column.init(reading:))
    isOurs = try reader.flag("ours", whenMissing: false)
    let known: [String] =
      switch kind {
      case .text, .quarters: []
      case .targets, .measurements: Measurement.fields.map(\.name) + PlanDocument.quarterKeys
      case .tactics: Tactic.fields.map(\.name)
      case .outcomes: Outcome.fields.map(\.name)
      }
    guard columns.isEmpty == known.isEmpty else {
      throw reader.error(
        at: "columns", known.isEmpty ? "this part has no columns" : "this part has no columns yet",
        next: known.isEmpty ? "delete them" : "name a column for each field that the form shows")
    }
    guard columns.flatMap(\.fields).allSatisfy(known.contains) else {
      throw reader.error(
        at: "columns", "a column names a field that the part does not have",
        next: "use one of: \(known.joined(separator: ", "))")
    }
  }
}

extension PlanTemplate.Column {
  fileprivate init(reading entry: (node: DocumentNode, path: DocumentPath)) throws(DocumentError) {
    let reader = try MappingReader(
      entry.node, at: entry.path, keys: ["label", "group", "field", "fields", "may_be_empty", "ours"])
    label = try reader.line("label")
    group = try reader.text("group", oneLine: true)
    fields = try reader.has("fields") ? reader.lines("fields") : [reader.line("field")]
    mayBeEmpty = try reader.flag("may_be_empty", whenMissing: false)
    isOurs = try reader.flag("ours", whenMissing: false)
  }
}
