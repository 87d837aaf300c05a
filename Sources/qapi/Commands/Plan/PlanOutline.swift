import Plans

/// A plan as plain text on 80 columns.
enum PlanOutline {
  /// - Parameter standing: its life, and what is due.
  static func lines(of plan: Plan, agency: String, template: PlanTemplate, standing: PlanStanding) -> [String] {
    var lines = [Terminal.strong(Shown.line(plan.title)), "\(Shown.line(agency)) · \(template.year) · plan \(plan.id)"]
    lines += standing.lines
    for text in plan.texts {
      let title = template.planTexts.first { $0.text == text.name }?.title ?? text.name
      lines += ["", "\(Shown.line(title)):"] + Layout.wrapped(Shown.text(text.text), margin: "  ")
    }
    for entry in plan.targets {
      lines += headed("Target", entry.title)
      let step = entry.increase.isEmpty ? "" : "by \(Shown.line(entry.increase)) "
      lines += Layout.wrapped(
        "from \(Shown.line(orNothing(entry.baseline))) \(step)to \(Shown.line(orNothing(entry.target)))", margin: "    "
      )
    }
    if plan.blocks.isEmpty { lines += ["", "The plan has no goal yet."] }
    for block in plan.blocks {
      let goal = template.goal(block.goal)?.title ?? ""
      lines.append("")
      lines += Layout.wrapped("Goal \(block.goal): \(Shown.line(goal))").map(Terminal.strong)
      let objective = template.objective(block.objective, ofGoal: block.goal)?.title ?? block.objectiveText
      if block.objective != 0 || !objective.isEmpty {
        lines += Layout.wrapped("Objective \(number(block.objective)): \(Shown.line(objective))")
      }
      if block.strategy != 0 || !block.strategyText.isEmpty {
        lines += Layout.wrapped("Strategy \(number(block.strategy)): \(Shown.line(block.strategyText))")
      }
      lines += content(of: block, template)
    }
    for block in plan.lostBlocks {
      lines += ["", "Entries whose goal was removed elsewhere:"] + content(of: block, template)
    }
    return lines
  }

  private static func content(of block: Block, _ template: PlanTemplate) -> [String] {
    var lines: [String] = []
    for text in block.texts {
      let title = template.blockTexts.first { $0.text == text.name }?.title ?? text.name
      lines += ["  \(Shown.line(title)):"] + Layout.wrapped(Shown.text(text.text), margin: "    ")
    }
    for entry in block.measurements {
      let unit = entry.unit.isEmpty ? "" : " \(entry.unit)"
      lines += headed("Measurement", entry.title)
      lines += Layout.wrapped(
        "from \(Shown.line(orNothing(entry.baseline))) to \(Shown.line(orNothing(entry.target)))\(Shown.line(unit))",
        margin: "    ")
      if !entry.progress.isEmpty {
        let figures = entry.progress.map { "quarter \($0.quarter): \(Shown.line($0.figure))" }
        lines += Layout.wrapped(figures.joined(separator: ", "), margin: "    ")
      }
    }
    for tactic in block.tactics {
      let topic = tactic.topic.isEmpty ? "elective" : "elective, \(tactic.topic)"
      let kind = tactic.initiative == 0 ? topic : "initiative \(tactic.initiative)"
      // Where the template has no key initiatives, no tactic is elective.
      let words = [template.initiatives.isEmpty ? tactic.topic : kind, tactic.status.rawValue].filter { !$0.isEmpty }
      lines += headed("Tactic", "\(tactic.title) (\(words.joined(separator: "; ")))")
      if !tactic.leads.isEmpty { lines += Layout.wrapped("Leads: \(Shown.text(tactic.leads))", margin: "    ") }
      lines += Layout.wrapped(Shown.text(tactic.strategy), margin: "    ").filter { !$0.isEmpty }
    }
    for outcome in block.outcomes { lines += headed("Expected outcome", outcome.text) }
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

  private static func number(_ number: Int) -> String { number == 0 ? "(none)" : "\(number)" }

  private static func orNothing(_ text: String) -> String { text.isEmpty ? "(nothing)" : text }
}
