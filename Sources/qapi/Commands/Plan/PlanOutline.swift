import Plans

/// A plan as plain text on 80 columns.
enum PlanOutline {
  /// - Parameter submission: the last one of the plan.
  static func lines(of plan: Plan, agency: String, template: PlanTemplate, submission: Submission?) -> [String] {
    var lines = [Terminal.strong(Shown.line(plan.title)), "\(Shown.line(agency)) · \(template.year) · plan \(plan.id)"]
    lines += Layout.wrapped(
      submission.map { "submitted \(Shown.line($0.submittedAt)) by \(Shown.line($0.submittedBy))" }
        ?? "not submitted yet")
    if plan.blocks.isEmpty { lines += ["", "The plan has no goal yet."] }
    for block in plan.blocks {
      let goal = template.goal(block.goal)?.title ?? ""
      let objective = template.objective(block.objective, ofGoal: block.goal)?.title ?? ""
      lines.append("")
      lines += Layout.wrapped("Goal \(block.goal): \(Shown.line(goal))").map(Terminal.strong)
      lines += Layout.wrapped("Objective \(block.objective): \(Shown.line(objective))")
      lines += content(of: block, template)
    }
    for block in plan.lostBlocks {
      lines += ["", "Entries whose goal was removed elsewhere:"] + content(of: block, template)
    }
    return lines
  }

  private static func content(of block: Block, _ template: PlanTemplate) -> [String] {
    var lines: [String] = []
    for entry in block.measurements {
      let unit = entry.unit.isEmpty ? "" : " \(entry.unit)"
      lines += headed("Measurement", entry.title)
      lines += Layout.wrapped(
        "from \(Shown.line(orNothing(entry.baseline))) to \(Shown.line(orNothing(entry.target)))\(Shown.line(unit))",
        margin: "    ")
    }
    for tactic in block.tactics {
      let topic = tactic.topic.isEmpty ? "elective" : "elective, \(tactic.topic)"
      let kind = tactic.initiative.map { "initiative \($0)" } ?? topic
      lines += headed("Tactic", "\(tactic.title) (\(kind); \(tactic.status.rawValue))")
      if !tactic.leads.isEmpty { lines += Layout.wrapped("Leads: \(Shown.text(tactic.leads))", margin: "    ") }
      lines += Layout.wrapped(Shown.text(tactic.strategy), margin: "    ").filter { !$0.isEmpty }
    }
    for quarter in block.quarters {
      let label = template.quarters.first { $0.number == quarter.quarter }?.label ?? "Quarter \(quarter.quarter):"
      lines.append("  \(Shown.line(label))")
      lines += Layout.wrapped(Shown.text(quarter.text), margin: "    ")
    }
    return lines
  }

  private static func headed(_ kind: String, _ title: String) -> [String] {
    Layout.wrapped("\(kind): \(Shown.line(title))", margin: "  ")
  }

  private static func orNothing(_ text: String) -> String { text.isEmpty ? "(nothing)" : text }
}
