internal import Records

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
  /// 5. An outcome that names no action is expected of all actions of its section: one may serve several (the letter's
  ///    samples). A tactic that was given up owes nothing.
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
      if isNarrative, !Self.asksNarratives(demand.needs) { continue }
      if isAmendment, !demand.ofAmendments { continue }
      items += missing(demand, plan, template).map { place, message in
        PlanCheckItem(
          rule: rule(of: demand), severity: severity(of: demand.demand), place: place, message: message,
          source: template.source)
      }
    }
    return items
  }

  private static func asksNarratives(_ need: PlanTemplate.Need) -> Bool {
    switch need {
    case .tactic, .measurement, .figure, .outcome, .target: true
    case .section, .objective, .strategy, .text, .tacticField, .tacticOnce, .outcomeField, .outcomeFigure,
      .outcomeOfEachTactic:
      false
    }
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

  private typealias Missing = [(place: String, message: String)]

  /// Where the demand is not met, and what is missing, in words.
  private static func missing(_ demand: PlanTemplate.Demanded, _ plan: Plan, _ template: PlanTemplate) -> Missing {
    let blocks = plan.blocks.enumerated().filter { demand.goal == nil || $1.goal == demand.goal }
      .map { (place: "block \($0 + 1)", block: $1) }
    func has(_ kind: PlanTemplate.Kind, in block: Block) -> Bool { template.hasPart(kind, inGoal: block.goal) }
    let goal = demand.goal.flatMap(template.goal)
    let scope = goal.map { "goal \($0.number)" } ?? "plan"
    let heading = goal?.title ?? "the plan"
    func each(_ message: String, where isMissing: (Block) -> Bool) -> Missing {
      blocks.filter { isMissing($0.block) }.map { ($0.place, message) }
    }
    func whole(_ message: String, unless isThere: Bool) -> Missing { isThere ? [] : [(scope, message)] }
    /// Asked of each section, or once.
    func somewhere(_ message: String, isThere: (Block) -> Bool) -> Missing {
      demand.ofEachSection
        ? each(message) { !isThere($0) }
        : whole((goal == nil ? "" : "\(heading): ") + message, unless: blocks.contains { isThere($0.block) })
    }
    switch demand.needs {
    case .section: return whole("there is no section for \(heading)", unless: !blocks.isEmpty)
    case .objective: return each("no objective is named") { $0.objective == 0 && $0.objectiveText.isEmpty }
    case .strategy: return each("no strategy is named") { $0.strategy == 0 && $0.strategyText.isEmpty }
    case .tactic:
      return somewhere("there is no tactic") { block in
        block.tactics.contains { $0.status != .dropped } || (demand.ofEachSection && !has(.tactics, in: block))
      }
    case .measurement:
      return somewhere(
        template.kind == nil ? "there is no practice indicator or other measurement" : "there is no measurement"
      ) { block in
        !block.measurements.isEmpty || (demand.ofEachSection && !has(.measurements, in: block))
      }
    case .figure:
      return somewhere("there is no practice indicator with a target that can be measured") {
        $0.measurements.contains { ExactFigure(written: $0.target) != nil }
      }
    case .outcome: return somewhere("there is no expected outcome") { !$0.outcomes.isEmpty }
    case .text:
      let title = template.form.parts.first { $0.kind == .text && $0.text == demand.name }?.title ?? demand.name
      if template.planTexts.contains(where: { $0.text == demand.name }) {
        return plan.text(demand.name).isEmpty ? [("plan", "\"\(title)\" is empty")] : []
      }
      return each("\"\(title)\" is empty") { block in
        block.text(demand.name).isEmpty
          && template.parts(ofGoal: block.goal).contains { $0.kind == .text && $0.text == demand.name }
      }
    case .target:
      let title = template.measure(demand.name)?.title ?? demand.name
      let isThere = plan.targets.contains {
        $0.indicator == demand.name && $0.origin != "local" && !($0.increase.isEmpty && $0.target.isEmpty)
      }
      return whole("there is no target for \(title) (a target whose indicator is \(demand.name))", unless: isThere)
    case .tacticField, .tacticOnce, .outcomeField, .outcomeFigure, .outcomeOfEachTactic:
      return missingInEntries(demand, blocks.map(\.block), places: blocks.map(\.place))
    }
  }

  private static func missingInEntries(
    _ demand: PlanTemplate.Demanded, _ blocks: [Block], places: [String]
  ) -> Missing {
    func tactics(_ message: (Tactic, Block) -> String?) -> Missing {
      zip(places, blocks).flatMap { place, block in
        block.tactics.enumerated().compactMap { index, tactic in
          tactic.status == .dropped
            ? nil : message(tactic, block).map { (place: "\(place) · tactic \(index + 1)", message: $0) }
        }
      }
    }
    func outcomes(_ message: (Outcome) -> String?) -> Missing {
      zip(places, blocks).flatMap { place, block in
        block.outcomes.enumerated().compactMap { index, outcome in
          message(outcome).map { (place: "\(place) · outcome \(index + 1)", message: $0) }
        }
      }
    }
    switch demand.needs {
    case .tacticField:
      guard let field = Tactic.fields.first(where: { $0.name == demand.name }) else { return [] }
      return tactics { tactic, _ in
        let isOwed = field.value(tactic) == field.content.empty && (demand.ofContinued || tactic.continued == 0)
        return isOwed ? "the tactic has no \(field.label)" : nil
      }
    case .tacticOnce:
      var sections: [String: String] = [:]
      return tactics { tactic, block in
        let title = tactic.title.lowercased()
        let first = sections[title] ?? block.id
        sections[title] = first
        return first == block.id || title.isEmpty
          ? nil : "this activity stands in another section too; name it once, with what it does for both measures"
      }
    case .outcomeOfEachTactic:
      return tactics { tactic, block in
        let isServed = block.outcomes.contains { outcome in
          outcome.actions.isEmpty || (!tactic.number.isEmpty && outcome.actionNumbers.contains(tactic.number))
        }
        return isServed || block.outcomes.isEmpty ? nil : "no expected outcome names this action"
      }
    case .outcomeField:
      guard let field = Outcome.fields.first(where: { $0.name == demand.name }) else { return [] }
      return outcomes { field.value($0) == field.content.empty ? "the outcome has no \(field.label)" : nil }
    case .outcomeFigure:
      return outcomes { outcome in
        let isQuantity =
          outcome.cases != 0 || outcome.statedCents != 0 || outcome.pointsHundredths != 0
          || outcome.text.contains(where: \.isNumber)
        return isQuantity ? nil : "the outcome is no quantity: there is no number in it"
      }
    case .section, .objective, .strategy, .tactic, .measurement, .figure, .text, .outcome, .target: return []
    }
  }
}
