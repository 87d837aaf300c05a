/// Writes the document of one plan: comments on top, every key of every entry, ids last.
struct PlanDocumentWriter {
  private let template: PlanTemplate?
  private var out = YAMLWriter()

  init(template: PlanTemplate?) { self.template = template }

  mutating func document(of plan: Plan) -> String {
    explain()
    out.field("plan", plan.id, indent: 0)
    out.field("template", "\(plan.template)", indent: 0)
    out.field("title", plan.title, indent: 0)
    out.blankLine()
    out.key("blocks", indent: 0)
    for block in plan.blocks { write(block, lost: false) }
    if !plan.lostBlocks.isEmpty {
      out.blankLine()
      out.comment("The goals of these entries were removed on one node while the entries were written on another.")
      out.comment("Move an entry under \"blocks\" (or a whole one, with a goal and an objective), or delete it.")
      out.key("lost_blocks", indent: 0)
      for block in plan.lostBlocks { write(block, lost: true) }
    }
    return out.text
  }

  private mutating func write(_ block: Block, lost: Bool) {
    out.blankLine()
    if lost {
      out.beginEntry(indent: 0)
    } else {
      if let goal = template?.goal(block.goal) {
        let objective = template?.objective(block.objective, ofGoal: block.goal)
        out.comment(([goal.title] + (objective.map { [$0.title] } ?? [])).joined(separator: ": "))
      }
      out.beginEntry(indent: 0)
      out.field("goal", "\(block.goal)", indent: 2)
      out.field("objective", "\(block.objective)", indent: 2)
    }
    out.key("measurements", indent: 2)
    for entry in block.measurements { write(entry) }
    out.key("tactics", indent: 2)
    for entry in block.tactics { write(entry) }
    out.key("quarters", indent: 2)
    for (index, key) in PlanDocument.quarterKeys.enumerated() {
      if let quarter = template?.quarters.first(where: { $0.number == index + 1 }) {
        out.comment("\(quarter.label) (due \(quarter.due))", indent: 4)
      }
      out.field(key, block.quarters.first { $0.quarter == index + 1 }?.text ?? "", indent: 4, long: true)
    }
    out.field("id", block.id, indent: 2)
  }

  private mutating func write(_ entry: Measurement) {
    out.beginEntry(indent: 2)
    out.field("title", entry.title, indent: 4)
    out.field("baseline", entry.baseline, indent: 4)
    out.field("target", entry.target, indent: 4)
    out.field("unit", entry.unit, indent: 4)
    out.field("id", entry.id, indent: 4)
  }

  private mutating func write(_ entry: Tactic) {
    out.beginEntry(indent: 2)
    out.field("initiative", entry.initiative.map { "\($0)" } ?? "", indent: 4)
    out.field("topic", entry.topic, indent: 4)
    out.field("title", entry.title, indent: 4)
    out.field("leads", entry.leads, indent: 4)
    out.field("strategy", entry.strategy, indent: 4, long: true)
    out.field("status", entry.status.rawValue, indent: 4)
    out.field("id", entry.id, indent: 4)
  }

  private mutating func explain() {
    let known = TacticStatus.known.map(\.rawValue).joined(separator: ", ")
    var lines = [
      "Change what you like, save, and close the editor. Only what you changed is written.",
      "A long text stands below its key, indented, after \"|\". A text with \": \" or \" #\" in it needs quotes.",
      "A new entry has no id. A moved entry takes its id along. A deleted entry leaves the plan, not the history.",
      "Nothing is written if you delete everything, or if something cannot be read.",
      "",
      "blocks:",
      "- goal: 1",
      "  objective: 1",
      "  measurements:",
      "  - title: what is measured",
      "    baseline: where it stands",
      "    target: where it shall stand",
      "    unit: percent",
      "  tactics:",
      "  - initiative: 1      # number of a key initiative, or nothing, and then a topic:",
      "    topic:",
      "    title: what is done",
      "    leads: who leads it",
      "    strategy: |",
      "      how it is done",
      "    status: planned    # \(known)",
      "  quarters:",
      "    q1: |",
      "      the quarterly update",
    ]
    if let template { lines += choices(of: template) }
    for line in lines { out.comment(line) }
    out.blankLine()
  }

  private func choices(of template: PlanTemplate) -> [String] {
    var lines = ["", "Goals and objectives (\(template.source)):"]
    for goal in template.goals {
      lines.append("  goal \(goal.number)  \(goal.title)")
      lines += goal.objectives.map { "    objective \($0.number)  \($0.title)" }
    }
    lines += ["Key initiatives:"]
    lines += template.initiatives.map { "  initiative \($0.number)  \($0.title)" }
    if !template.electiveTopics.isEmpty {
      lines += ["Elective topics, for example:"] + template.electiveTopics.map { "  \($0)" }
    }
    return lines
  }
}
