internal import Plans
internal import Records

extension Findings {
  /// `lost-entry`: a measurement, tactic or quarterly text whose goal and objective is gone: one node removed the goal
  /// while another wrote below it. The entry is kept, and stands at the end of the plan's document.
  static func lostEntries(_ state: MergedState) -> [Finding] {
    let plans = Set(state.plans.map { PlanRows.PlanName(agency: $0.agency, plan: $0.plan.id) })
    let blocks = Set(state.rows.blocks.map(\.parent))
    func finding(_ table: SyncedTable, _ parent: PlanRows.Parent, _ key: [FieldValue]) -> Finding? {
      let hasPlan = plans.contains(PlanRows.PlanName(parent))
      if hasPlan && blocks.contains(parent) { return nil }
      return Finding(
        rule: "lost-entry", weight: .attention, agency: parent.agency,
        row: RowName(table: table.name, key: [.text(parent.agency)] + key),
        message: "the \(hasPlan ? "goal" : "plan") of this \(table.title) was removed while it was written elsewhere",
        next: hasPlan
          ? "open the plan with `qapi plan edit` and move it from \"lost_blocks\" under a goal, or delete it there"
          : "see `qapi log` for what it says, and enter it in another plan if it is needed")
    }
    let measurements = Set(state.rows.measurements.map { [$0.parent.agency, $0.entry.id] })
    let figures = state.rows.progress.filter { row in
      !row.entry.figure.isEmpty && !measurements.contains([row.parent.agency, row.measurement])
    }.map { row in
      Finding(
        rule: "lost-entry", weight: .attention, agency: row.parent.agency,
        row: RowName(
          table: Schema.planProgress.name,
          key: [.text(row.parent.agency), .text(row.measurement), .integer(Int64(row.entry.quarter))]),
        message: "the measurement of this figure was removed while it was written elsewhere",
        next: "open the plan with `qapi plan edit` and move it from \"lost_blocks\" under a goal, or delete it there")
    }
    return figures
      + state.rows.texts.filter { !$0.entry.text.isEmpty && !$0.parent.block.isEmpty }.compactMap { row in
        finding(
          Schema.planText, row.parent, [.text(row.parent.plan), .text(row.parent.block), .text(row.entry.name)])
      }
      + state.rows.measurements.filter { !$0.parent.block.isEmpty }.compactMap {
        finding(Schema.planMeasurement, $0.parent, [.text($0.entry.id)])
      }
      + state.rows.outcomes.compactMap { finding(Schema.planOutcome, $0.parent, [.text($0.entry.id)]) }
      + state.rows.tactics.compactMap { finding(Schema.planTactic, $0.parent, [.text($0.entry.id)]) }
      + state.rows.quarters.filter { !$0.entry.text.isEmpty }.compactMap { row in
        finding(Schema.planUpdate, row.parent, [.text(row.parent.block), .integer(Int64(row.entry.quarter))])
      }
  }

  /// `goal-without-plan`: a goal and objective whose plan is gone.
  static func goalsWithoutPlan(_ state: MergedState) -> [Finding] {
    let plans = Set(state.plans.map { PlanRows.PlanName(agency: $0.agency, plan: $0.plan.id) })
    return state.rows.blocks.filter { !plans.contains(PlanRows.PlanName($0.parent)) }.map { row in
      Finding(
        rule: "goal-without-plan", weight: .attention, agency: row.parent.agency,
        row: RowName(table: Schema.planBlock.name, key: [.text(row.parent.agency), .text(row.parent.block)]),
        message: "the plan of this goal and objective was removed while the goal was written elsewhere",
        next: "see `qapi log` for what it says, and enter it in another plan if it is needed")
    }
  }

  /// `same-goal-twice`: two blocks of one plan with the same goal and objective; most likely two people began the same one.
  /// The form allows it, so it is a finding and no more. Shown on each but the first.
  static func sameGoalTwice(_ state: MergedState) -> [Finding] {
    state.plans.flatMap { agency, plan in
      var seen: Set<[Int]> = []
      return plan.blocks.filter { !seen.insert([$0.goal, $0.objective, $0.strategy]).inserted && $0.strategy == 0 }.map
      { block in
        Finding(
          rule: "same-goal-twice", weight: .attention, agency: agency,
          row: RowName(table: Schema.planBlock.name, key: [.text(agency), .text(block.id)]),
          message: "\(block.heading) stands twice in one plan",
          next: "if both are the same, move the entries of one under the other with `qapi plan edit`, and delete it")
      }
    }
  }

  /// `unknown-template`: a plan that names a template which is neither published nor shipped.
  static func unknownTemplates(_ state: MergedState) -> [Finding] {
    state.plans.filter { entry in !state.templates.contains { $0.name == entry.plan.template } }.map { agency, plan in
      Finding(
        rule: "unknown-template", weight: .attention, agency: agency,
        row: RowName(table: Schema.plan.name, key: [.text(agency), .text(plan.id)]),
        message: "the plan's template is not known here",
        next: "run `qapi sync`; if it stays, correct the template's name with `qapi plan edit`, or upgrade")
    }
  }

  /// `unknown-initiative`: a tactic for a key initiative that the plan's template does not have.
  static func unknownInitiatives(_ state: MergedState) -> [Finding] {
    state.plans.flatMap { agency, plan -> [Finding] in
      guard let template = state.template(of: plan) else { return [] }
      return plan.blocks.flatMap(\.tactics).compactMap { tactic in
        guard tactic.initiative != 0, template.initiative(tactic.initiative) == nil else { return nil }
        return Finding(
          rule: "unknown-initiative", weight: .attention, agency: agency,
          row: RowName(table: Schema.planTactic.name, key: [.text(agency), .text(tactic.id)]),
          message: "the tactic names key initiative \(tactic.initiative), which the template does not have",
          next: "correct the number with `qapi plan edit`, or leave it empty for an elective tactic")
      }
    }
  }

  /// `altered-submission`: a submission whose digest is not that of its text. Submissions are written once.
  static func alteredSubmissions(_ state: MergedState, sha256: (String) -> String) -> [Finding] {
    state.submissions.filter { sha256($0.submission.snapshot) != $0.submission.digest }.map { agency, submission in
      Finding(
        rule: "altered-submission", weight: .attention, agency: agency,
        row: RowName(table: Schema.planSubmission.name, key: [.text(agency), .text(submission.id)]),
        message: "the submission's text does not have the digest that it was submitted with",
        next: "see `qapi log` for who changed it, and submit the plan again")
    }
  }
}
