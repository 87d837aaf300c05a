internal import Records

extension PlanTemplate {
  /// What a template names must be in it, and a number or name is given once.
  func refuseContradictions(_ top: MappingReader, _ problems: DocumentProblems) {
    func problem(_ key: String, _ words: String, next: String) { problems.add(top.error(at: key, words, next: next)) }
    if begins > ends { problem("ends", "the year ends before it begins", next: "correct one of the two days") }
    refuseRepeats(top, problems)
    if formats.contains(.narrative), !planTexts.contains(where: { $0.text == Plan.narrative }) {
      problem(
        "form", "a plan may be a narrative, and the form has no text \"\(Plan.narrative)\" in \"plan\"",
        next: "add {part: text, text: \(Plan.narrative), title: Narrative}")
    }
    for initiative in initiatives {
      guard case .below(let measure, _) = initiative.condition, self.measure(measure) == nil else { continue }
      problem(
        "initiatives", "initiative \(initiative.number) looks at a measure that \"measures\" does not describe",
        next: "describe the measure, or correct its name")
    }
    let strangers = form.parts.flatMap(\.rows).filter { measure($0) == nil }
    if !strangers.isEmpty {
      problem(
        "form", "\"rows\" names a measure that \"measures\" does not describe",
        next: "describe the measure, or correct its name")
    }
    if form.parts.flatMap(\.goals).contains(where: { goal($0) == nil }) {
      problem("form", "a part is for a goal that \"goals\" does not have", next: "correct the number")
    }
    if kind?.fiscalYear == nil, quarters.contains(where: { $0.dueAfterDays != nil }) {
      problem(
        "quarters", "\"due_after_days\" is for a kind of plan that is of a fiscal year",
        next: "name the year in \"kind\", or write a day with \"due\"")
    }
    let shown = form.parts.flatMap(\.columns).flatMap(\.fields).compactMap {
      PlanItem.quarterNames.firstIndex(of: $0)
    }
    if shown.contains(where: { quarter($0 + 1) == nil }) || (hasQuarterlyTexts && quarters.isEmpty) {
      problem(
        "form", "the form shows a quarter that \"quarters\" does not have", next: "list the quarter under \"quarters\"")
    }
    for (index, demand) in demands.enumerated() {
      guard let (words, next) = contradiction(in: demand) else { continue }
      problem("demands", "demand \(index + 1): \(words)", next: next)
    }
  }

  private func refuseRepeats(_ top: MappingReader, _ problems: DocumentProblems) {
    func once(_ names: [String], of key: String) {
      guard Set(names).count != names.count else { return }
      problems.add(
        top.error(at: key, "a number or name stands twice in this list", next: "give each entry its own"))
    }
    once(goals.map { "\($0.number)" }, of: "goals")
    for goal in goals {
      once(goal.objectives.map { "\($0.number)" }, of: "goals")
      once(goal.strategies.map { "\($0.number)" }, of: "goals")
    }
    once(measures.map(\.id), of: "measures")
    once(indicators.map(\.id), of: "indicators")
    once(initiatives.map { "\($0.number)" }, of: "initiatives")
    once(quarters.map { "\($0.number)" }, of: "quarters")
    once(form.parts.filter { $0.kind == .text }.map(\.text), of: "form")
    once(targetParts.map(\.origin), of: "form")
  }

  /// What a demand names and the template does not have.
  private func contradiction(in demand: Demanded) -> (words: String, next: String)? {
    if let goal = demand.goal, self.goal(goal) == nil {
      return ("goal \(goal) is not in \"goals\"", "correct the number")
    }
    func unless(_ isThere: Bool, _ what: String) -> (words: String, next: String)? {
      isThere ? nil : ("the form has no \(what)", "add it to \"form\", or take the demand out")
    }
    func field(_ names: [String], of what: String) -> (words: String, next: String)? {
      names.contains(demand.name) ? nil : ("\(what) has no such field", "use one of: \(names.joined(separator: ", "))")
    }
    switch demand.needs {
    case .section:
      return demand.goal == nil ? ("a section is asked of a goal", "name the goal") : nil
    case .objective: return labels.objective.isEmpty ? ("\"labels\" has no objective", "add the form's word") : nil
    case .strategy: return labels.strategy.isEmpty ? ("\"labels\" has no strategy", "add the form's word") : nil
    case .tactic, .tacticOnce: return unless(hasTactics, "part of tactics")
    case .tacticField: return unless(hasTactics, "part of tactics") ?? field(Tactic.fields.map(\.name), of: "a tactic")
    case .measurement, .figure: return unless(hasMeasurements, "part of measurements")
    case .text:
      return form.parts.contains { $0.kind == .text && $0.text == demand.name }
        ? nil : ("the form has no such text", "name the text of a part of the form")
    case .target:
      return measure(demand.name) == nil
        ? ("\"measures\" does not describe it", "describe the measure, or correct its name")
        : unless(hasTargets, "part of targets")
    case .outcome, .outcomeFigure, .outcomeOfEachTactic: return unless(hasOutcomes, "part of outcomes")
    case .outcomeField:
      return unless(hasOutcomes, "part of outcomes") ?? field(Outcome.fields.map(\.name), of: "an outcome")
    }
  }
}
