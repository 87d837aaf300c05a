extension PlanCheck {
  /// Goals, measurements and tactics.
  ///
  /// 1. A plan with nothing in it is an error: agencies *shall* submit their plan on the form (CSSP Letter 23-01, page 3).
  /// 2. A goal or an objective that the template does not have is an error: the plan contradicts its own form (ours).
  /// 3. The form has columns for title, baseline and target, and for tactic, leads and strategy. No source says that each
  ///    cell must be filled, so an empty one is a warning (ours), and so is a goal without a measurement or a tactic.
  /// 4. There is no duty to address every goal: none is asked for.
  /// 5. Entries that lost their goal to a deletion elsewhere are a warning (ours): they are in no submission.
  static func blocks(_ plan: Plan, _ template: PlanTemplate) -> [PlanCheckItem] {
    var items: [PlanCheckItem] = []
    if plan.blocks.isEmpty {
      items.append(
        PlanCheckItem(
          rule: "plan-empty", severity: .error, place: "plan", message: "the plan has no goal and objective yet",
          source: template.source))
    }
    for (index, block) in plan.blocks.enumerated() {
      let place = "block \(index + 1)"
      items += goal(of: block, at: place, template)
      if block.measurements.isEmpty { items.append(.ours("block-measurement", place, "there is no measurement")) }
      if block.tactics.isEmpty { items.append(.ours("block-tactic", place, "there is no tactic")) }
      for (index, entry) in block.measurements.enumerated() {
        items += cells(
          [("title", entry.title), ("baseline", entry.baseline), ("target", entry.target)],
          rule: "measurement", place: "\(place) · measurement \(index + 1)")
      }
      for (index, entry) in block.tactics.enumerated() {
        items += cells(
          [("title", entry.title), ("lead", entry.leads), ("strategy", entry.strategy)],
          rule: "tactic", place: "\(place) · tactic \(index + 1)")
      }
    }
    if !plan.lostBlocks.isEmpty {
      items.append(
        .ours("lost-entries", "plan", "there are entries whose goal was removed elsewhere: move or delete them"))
    }
    return items
  }

  private static func goal(of block: Block, at place: String, _ template: PlanTemplate) -> [PlanCheckItem] {
    let problem: String
    if template.goal(block.goal) == nil {
      problem = "goal \(block.goal) is not in the template"
    } else if template.objective(block.objective, ofGoal: block.goal) == nil {
      problem = "goal \(block.goal) has no objective \(block.objective) in the template"
    } else {
      return []
    }
    return [
      PlanCheckItem(rule: "block-goal", severity: .error, place: place, message: problem, source: template.source)
    ]
  }

  private static func cells(_ cells: [(name: String, text: String)], rule: String, place: String) -> [PlanCheckItem] {
    cells.filter(\.text.isEmpty).map { cell in
      .ours("\(rule)-\(cell.name)", place, "the \(rule) has no \(cell.name)")
    }
  }
}

extension PlanCheckItem {
  /// A warning that no source asks for in words.
  static func ours(_ rule: String, _ place: String, _ message: String) -> PlanCheckItem {
    PlanCheckItem(rule: rule, severity: .warning, place: place, message: message, source: "")
  }
}
