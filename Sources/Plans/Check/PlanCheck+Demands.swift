extension PlanCheck {
  /// What the template's source demands (``PlanTemplate/Demanded``), each with the source's word: *must*, *shall*,
  /// *required* are errors, *should* is a warning, a heading that nobody must fill is a note.
  ///
  /// 1. A plan that is handed in as a narrative owes its text, and the tactics, measurements and targets that the source
  ///    demands; it owes no section texts, objectives or strategies of a form that it does not use (CSSP Letter 18-08).
  /// 2. What is asked of new plans only is not asked of an amendment (CSSP Letter 18-08).
  /// 3. A tactic that is continued from the year before is excused from the detail of a workplan, and not from its expected
  ///    outcome (CSS Letter 03-24).
  /// 4. A text, an objective, a strategy, a field is asked of each section that the plan has; a section is asked for itself.
  static func demands(_ plan: Plan, _ template: PlanTemplate, isAmendment: Bool) -> [PlanCheckItem] {
    let isNarrative = plan.format == PlanFormat.narrative.rawValue
    var items: [PlanCheckItem] = []
    if isNarrative, plan.text(Plan.narrative).isEmpty {
      items.append(
        PlanCheckItem(
          rule: "narrative", severity: .error, place: "plan",
          message: "the plan is handed in as a narrative, and its text is empty", source: template.source))
    }
    for demand in template.demands {
      if isNarrative, [.section, .text, .objective, .strategy, .tacticField].contains(demand.needs) { continue }
      if isAmendment, !demand.ofAmendments { continue }
      items += missing(demand, plan, template).map { place, message in
        PlanCheckItem(
          rule: rule(of: demand), severity: severity(of: demand.demand), place: place, message: message,
          source: template.source)
      }
    }
    return items
  }

  static func severity(of demand: PlanTemplate.Demand) -> PlanCheckItem.Severity {
    switch demand {
    case .required: .error
    case .should: .warning
    case .note: .note
    }
  }

  private static func rule(of demand: PlanTemplate.Demanded) -> String {
    let words =
      [demand.needs.rawValue.replacing(" ", with: "-"), demand.name] + (demand.goal.map { ["goal-\($0)"] } ?? [])
    return words.filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// Where the demand is not met, and what is missing, in words.
  private static func missing(
    _ demand: PlanTemplate.Demanded, _ plan: Plan, _ template: PlanTemplate
  ) -> [(place: String, message: String)] {
    let blocks = plan.blocks.enumerated().filter { demand.goal == nil || $1.goal == demand.goal }
      .map { (place: "block \($0 + 1)", block: $1) }
    let goal = demand.goal.flatMap(template.goal)
    let scope = goal.map { "goal \($0.number)" } ?? "plan"
    let heading = goal.map { "\($0.title)" } ?? "the plan"
    func each(_ message: String, where isMissing: (Block) -> Bool) -> [(place: String, message: String)] {
      blocks.filter { isMissing($0.block) }.map { ($0.place, message) }
    }
    func whole(_ message: String, unless isThere: Bool) -> [(place: String, message: String)] {
      isThere ? [] : [(scope, message)]
    }
    let measurements = blocks.flatMap(\.block.measurements)
    switch demand.needs {
    case .section:
      return whole("there is no section for \(heading)", unless: !blocks.isEmpty)
    case .objective:
      return each("no objective is named") { $0.objective == 0 && $0.objectiveText.isEmpty }
    case .strategy:
      return each("no strategy is named") { $0.strategy == 0 && $0.strategyText.isEmpty }
    case .tactic:
      return whole(
        "\(heading): there is no tactic",
        unless: blocks.contains { $0.block.tactics.contains { $0.status != .dropped } })
    case .measurement:
      return whole("\(heading): there is no practice indicator or other measurement", unless: !measurements.isEmpty)
    case .figure:
      return whole(
        "there is no practice indicator with a target that can be measured",
        unless: measurements.contains { ExactFigure(written: $0.target) != nil })
    case .outcome:
      return whole("\(heading): there is no expected outcome", unless: blocks.contains { !$0.block.outcomes.isEmpty })
    case .text:
      let title = template.form.parts.first { $0.kind == .text && $0.text == demand.name }?.title ?? demand.name
      if template.planTexts.contains(where: { $0.text == demand.name }) {
        return plan.text(demand.name).isEmpty ? [("plan", "\"\(title)\" is empty")] : []
      }
      return each("\"\(title)\" is empty") { $0.text(demand.name).isEmpty }
    case .target:
      let title = template.measure(demand.name)?.title ?? demand.name
      let target = plan.targets.first { $0.indicator == demand.name }
      let isThere = target.map { !$0.increase.isEmpty || !$0.target.isEmpty } ?? false
      return whole("there is no target for \(title) (a target whose indicator is \(demand.name))", unless: isThere)
    case .tacticField:
      guard let field = Tactic.fields.first(where: { $0.name == demand.name }) else { return [] }
      return blocks.flatMap { place, block in
        block.tactics.enumerated().compactMap { index, tactic in
          guard field.value(tactic) == field.content.empty, demand.ofContinued || tactic.continued == 0,
            tactic.status != .dropped
          else { return nil }
          return ("\(place) · tactic \(index + 1)", "the tactic has no \(field.label)")
        }
      }
    }
  }
}
