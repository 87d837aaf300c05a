internal import Records

/// Writes the document of one plan: comments on top, then every entry with the fields that its form has and what else is
/// filled, ids last.
struct PlanDocumentWriter {
  private let template: PlanTemplate?
  private var out = YAMLWriter()

  init(template: PlanTemplate?) { self.template = template }

  mutating func document(of plan: Plan) -> String {
    for line in PlanDocumentHelp.lines(for: template) { out.comment(line) }
    out.blankLine()
    out.field("plan", plan.id, indent: 0)
    out.field("template", "\(plan.template)", indent: 0)
    write(Plan.fields, of: plan, shown: template?.documentFields.plan, indent: 0)
    write(plan.texts, shown: template?.planTexts ?? [], indent: 0)
    if template?.hasTargets ?? true || !plan.targets.isEmpty {
      out.blankLine()
      out.key("targets", indent: 0)
      for entry in plan.targets { write(entry, indent: 0, fields: template?.documentFields.target, progress: false) }
    }
    out.blankLine()
    out.key("blocks", indent: 0)
    for block in plan.blocks { write(block, lost: false) }
    if !plan.lostBlocks.isEmpty {
      out.blankLine()
      out.comment("The goals of these entries were removed on one node while the entries were written on another.")
      out.comment("Move an entry under \"blocks\" (or a whole one, with a goal), or delete it.")
      out.key("lost_blocks", indent: 0)
      for block in plan.lostBlocks { write(block, lost: true) }
    }
    return out.text
  }

  private mutating func write(_ block: Block, lost: Bool) {
    out.blankLine()
    if !lost, let goal = template?.goal(block.goal) {
      let objective = template?.objective(block.objective, ofGoal: block.goal)
      out.comment(([goal.title] + (objective.map { [$0.title] } ?? [])).joined(separator: ": "))
    }
    out.beginEntry(indent: 0)
    if !lost { write(Block.fields, of: block, shown: template?.documentFields.block, indent: 2) }
    func has(_ kind: PlanTemplate.Kind) -> Bool { template?.hasPart(kind, inGoal: block.goal) ?? true }
    let texts = template?.parts(ofGoal: block.goal).filter { $0.kind == .text }
    write(block.texts, shown: texts ?? [], indent: 2)
    if has(.measurements) || !block.measurements.isEmpty {
      out.key("measurements", indent: 2)
      for entry in block.measurements { write(entry, indent: 2, fields: template?.documentFields.measurement) }
    }
    if has(.tactics) || !(template?.hasTactics ?? true) || !block.tactics.isEmpty {
      out.key("tactics", indent: 2)
      for entry in block.tactics { write(entry, indent: 2, fields: template?.documentFields.tactic) }
    }
    if has(.outcomes) || !block.outcomes.isEmpty {
      out.key("outcomes", indent: 2)
      for entry in block.outcomes { write(entry, indent: 2, fields: template?.documentFields.outcome) }
    }
    if has(.quarters) || !block.quarters.isEmpty {
      out.key("quarters", indent: 2)
      for part in template?.parts(ofGoal: block.goal).filter({ $0.kind == .quarters && !$0.title.isEmpty }) ?? [] {
        out.comment(part.title, indent: 4)
      }
      for (index, key) in PlanItem.quarterNames.enumerated() {
        if let quarter = template?.quarter(index + 1) {
          out.comment("\(quarter.label)\(quarter.due.map { " (due \($0))" } ?? "")", indent: 4)
        }
        out.field(key, block.quarter(index + 1), indent: 4, long: true)
      }
    }
    out.field("id", block.id, indent: 2)
  }

  private mutating func write<Entry: PlanEntry>(_ entry: Entry, indent: Int, fields: Set<String>?) {
    out.beginEntry(indent: indent)
    write(Entry.fields, of: entry, shown: fields, indent: indent + 2)
    out.field("id", entry.id, indent: indent + 2)
  }

  private mutating func write(_ entry: Measurement, indent: Int, fields: Set<String>?, progress: Bool = true) {
    out.beginEntry(indent: indent)
    write(Measurement.fields, of: entry, shown: fields, indent: indent + 2)
    if progress || !entry.progress.isEmpty {
      out.key("progress", indent: indent + 2)
      for (index, key) in PlanItem.quarterNames.enumerated() {
        out.field(key, entry.figure(index + 1), indent: indent + 4)
      }
    }
    out.field("id", entry.id, indent: indent + 2)
  }

  /// - Parameter shown: names of the fields that stand there even when they are empty; nil for all.
  private mutating func write<Entry>(
    _ fields: [EntryField<Entry>], of entry: Entry, shown: Set<String>?, indent: Int
  ) {
    var isFirst = true
    for field in fields {
      let value = field.value(entry)
      // Something must stand behind the dash: the first field always does.
      guard isFirst || shown?.contains(field.name) ?? true || value != field.content.empty else { continue }
      isFirst = false
      out.field(field.name, field.content.written(value), indent: indent, long: field.content == .text && isLong(field))
    }
  }

  /// Texts that grow stand below their key, whatever their length.
  private func isLong<Entry>(_ field: EntryField<Entry>) -> Bool {
    ["strategy", "text", "milestones", "barriers"].contains(field.name)
  }

  private mutating func write(_ texts: [NamedText], shown: [PlanTemplate.Part], indent: Int) {
    let others = texts.filter { text in !shown.contains { $0.text == text.name } }
    guard !shown.isEmpty || !others.isEmpty else { return }
    out.key("texts", indent: indent)
    for part in shown {
      out.comment(part.title, indent: indent + 2)
      if template?.kind != nil, !part.note.isEmpty { out.comment(part.note, indent: indent + 2) }
      out.field(part.text, texts.first { $0.name == part.text }?.text ?? "", indent: indent + 2, long: true)
    }
    for text in others { out.field(text.name, text.text, indent: indent + 2, long: true) }
  }
}
