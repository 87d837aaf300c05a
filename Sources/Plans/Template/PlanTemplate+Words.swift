internal import Records

extension PlanTemplate {
  /// What the template asks of a plan, a line each, in the order of its demands: "required: a tactic for goal 1 (…)".
  public var asks: [String] {
    initiatives.map(words) + demands.map(words)
      + (due.map { ["required: submission by \($0)"] } ?? [dueNote].filter { !$0.isEmpty }.map { "submission: \($0)" })
      + quarters.filter { _ in hasQuarterlyTexts }.map { quarter in
        "should: \(quarter.label)\(quarter.due.map { " due \($0)" } ?? " no day is set")"
      }
  }

  private func words(_ initiative: Initiative) -> String {
    let asked = "\(initiative.demand.rawValue): a tactic for key initiative \(initiative.number) (\(initiative.title))"
    switch initiative.condition {
    case .always: return asked
    case .below(let id, let threshold):
      guard let measure = measure(id) else { return asked }
      let unit = measure.unit.isEmpty ? "" : " \(measure.unit)"
      return
        "\(asked), of an agency whose \(measure.title) is below \(threshold.written(atLeast: measure.places))\(unit)"
    }
  }

  private func words(_ demand: Demanded) -> String {
    let goal = demand.goal.flatMap(self.goal).map { " for goal \($0.number) (\($0.title))" } ?? ""
    let scope = demand.ofEachSection ? " in each section" : goal
    func field<Entry>(_ fields: [EntryField<Entry>]) -> String {
      fields.first { $0.name == demand.name }?.label ?? demand.name
    }
    let what =
      switch demand.needs {
      case .section: "a section\(goal)"
      case .objective: "an objective in each section\(goal)"
      case .strategy: "a strategy in each section\(goal)"
      case .tactic: "a tactic\(scope)"
      case .measurement: "a measurement\(scope)"
      case .figure: "a measurement with a target that is a figure\(scope)"
      case .text: "the text \"\(form.parts.first { $0.text == demand.name }?.title ?? demand.name)\"\(goal)"
      case .outcome: "an expected outcome\(scope)"
      case .target: "a target for \(measure(demand.name)?.title ?? demand.name)"
      case .tacticField: "\"\(field(Tactic.fields))\" of each tactic\(goal)"
      case .tacticOnce: "an activity in one section only"
      case .outcomeOfEachTactic: "an expected outcome of each tactic\(goal)"
      case .outcomeField: "\"\(field(Outcome.fields))\" of each expected outcome\(goal)"
      case .outcomeFigure: "a quantity in each expected outcome\(goal)"
      }
    return "\(demand.demand.rawValue): \(what)"
      + (demand.ofAmendments ? "" : ", not of a plan that is amended")
      + (demand.ofContinued ? "" : ", not where it is continued from the year before")
  }
}
