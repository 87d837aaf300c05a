internal import Records

extension PlanCheck {
  /// Goals, and the cells of the form.
  ///
  /// 1. A plan with nothing in it is an error: agencies submit their plan on the form (CSSP Letter 23-01, page 3).
  /// 2. A goal or an objective that the template does not have is an error: the plan contradicts its own form (ours). A
  ///    goal whose list of objectives is empty takes any.
  /// 3. No source says that each cell of the form must be filled, so an empty one is a warning (ours), and so is a section
  ///    without a measurement or a tactic where the form has a table for them.
  /// 4. Entries that lost their goal to a deletion elsewhere are a warning (ours): they are in no submission.
  ///    A plan that is handed in as a narrative does not use the form's cells, and hears nothing of them.
  /// 5. A period or a format that the template does not have is an error (ours); so is, of a kind of plan, a period that is
  ///    no year of its calendar.
  static func blocks(_ plan: Plan, _ template: PlanTemplate) -> [PlanCheckItem] {
    var items: [PlanCheckItem] = []
    func contradiction(_ rule: String, _ place: String, _ message: String) {
      items.append(
        PlanCheckItem(rule: rule, severity: .error, place: place, message: message, source: template.source))
    }
    if plan.blocks.isEmpty, plan.format != PlanFormat.narrative.rawValue {
      contradiction("plan-empty", "plan", "the plan has no goal yet")
    }
    if let kind = template.kind {
      if template.opened(for: plan.period) == nil {
        let example = kind.fiscalYear.map { "such a plan is for one \($0.words), like \($0.example)" }
        contradiction("plan-period", "plan", example ?? "such a plan is for no year: empty its period")
      }
    } else if !plan.period.isEmpty, !template.periods.contains(plan.period) {
      contradiction(
        "plan-period", "plan", "the template has no such period: \(template.periods.joined(separator: ", "))")
    }
    if !template.formats.contains(where: { $0.rawValue == plan.format }) {
      contradiction(
        "plan-format", "plan",
        "the template has no such format: \(template.formats.map(\.rawValue).joined(separator: ", "))")
    }
    let usesForm = plan.format != PlanFormat.narrative.rawValue
    for (index, entry) in plan.targets.enumerated() where usesForm {
      let columns = template.part(of: entry)?.columns ?? []
      items += cells(of: entry, columns, rule: "target", place: "target \(index + 1)")
    }
    for (index, block) in plan.blocks.enumerated() {
      items += goal(of: block, at: "block \(index + 1)", template)
      if usesForm { items += section(block, at: "block \(index + 1)", template) }
    }
    if !plan.lostBlocks.isEmpty {
      items.append(
        .ours("lost-entries", "plan", "there are entries whose goal was removed elsewhere: move or delete them"))
    }
    return items
  }

  private static func section(_ block: Block, at place: String, _ template: PlanTemplate) -> [PlanCheckItem] {
    var items: [PlanCheckItem] = []
    func columns(_ kind: PlanTemplate.Kind) -> [PlanTemplate.Column] {
      let demanded = template.demands.filter { $0.needs == (kind == .tactics ? .tacticField : .outcomeField) }.map(
        \.name)
      return template.form.parts.filter { $0.kind == kind }.flatMap(\.columns)
        .filter { column in kind == .measurements || !demanded.contains { column.fields.contains($0) } }
    }
    if block.measurements.isEmpty, template.hasPart(.measurements, inGoal: block.goal),
      !template.demands.contains(where: { $0.needs == .measurement && $0.ofEachSection })
    {
      items.append(.ours("block-measurement", place, "there is no measurement"))
    }
    if block.tactics.isEmpty, template.hasPart(.tactics, inGoal: block.goal) || !template.hasTactics,
      !template.demands.contains(where: { $0.needs == .tactic && $0.ofEachSection })
    {
      items.append(.ours("block-tactic", place, "there is no tactic"))
    }
    for (index, entry) in block.measurements.enumerated() {
      items += cells(
        of: entry, columns(.measurements), rule: "measurement", place: "\(place) · measurement \(index + 1)")
    }
    for (index, entry) in block.tactics.enumerated() where entry.continued == 0 {
      items += cells(of: entry, columns(.tactics), rule: "tactic", place: "\(place) · tactic \(index + 1)")
    }
    for (index, entry) in block.outcomes.enumerated() {
      items += cells(of: entry, columns(.outcomes), rule: "outcome", place: "\(place) · outcome \(index + 1)")
    }
    return items
  }

  private static func goal(of block: Block, at place: String, _ template: PlanTemplate) -> [PlanCheckItem] {
    let problem: String
    if let goal = template.goal(block.goal) {
      guard block.objective != 0, !goal.objectives.isEmpty,
        template.objective(block.objective, ofGoal: block.goal) == nil
      else { return [] }
      problem = "goal \(block.goal) has no objective \(block.objective) in the template"
    } else {
      problem = "goal \(block.goal) is not in the template"
    }
    return [
      PlanCheckItem(rule: "block-goal", severity: .error, place: place, message: problem, source: template.source)
    ]
  }

  /// A warning for each cell of the form that the entry leaves empty.
  private static func cells<Entry: PlanEntry>(
    of entry: Entry, _ columns: [PlanTemplate.Column], rule: String, place: String
  ) -> [PlanCheckItem] {
    var seen: Set<String> = []
    return columns.filter { !$0.mayBeEmpty }.compactMap { column in
      let fields = Entry.fields.filter { column.fields.contains($0.name) }
      guard let first = fields.first, fields.allSatisfy({ $0.written(entry).isEmpty }), seen.insert(first.name).inserted
      else { return nil }
      return .ours("\(rule)-\(first.name)", place, "the \(rule) has no \(first.label)")
    }
  }
}

extension PlanCheckItem {
  /// A warning that no source asks for in words.
  static func ours(_ rule: String, _ place: String, _ message: String) -> PlanCheckItem {
    PlanCheckItem(rule: rule, severity: .warning, place: place, message: message, source: "")
  }
}
