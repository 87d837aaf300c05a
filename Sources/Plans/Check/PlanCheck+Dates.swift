internal import Records

extension PlanCheck {
  /// Quarterly texts: the plan *should* be updated quarterly (CSSP Letter 23-01, page 2), so a text that is missing after
  /// its due date is a warning, one for each block and quarter. Due today is not late.
  static func quarters(_ plan: Plan, _ template: PlanTemplate, _ dates: DueDates, _ today: Day) -> [PlanCheckItem] {
    template.quarters.flatMap { quarter -> [PlanCheckItem] in
      guard template.hasQuarterlyTexts, let due = dates.quarters[quarter.number], due < today else { return [] }
      return plan.blocks.enumerated().compactMap { index, block in
        guard template.hasPart(.quarters, inGoal: block.goal),
          !block.quarters.contains(where: { $0.quarter == quarter.number && !$0.text.isEmpty })
        else { return nil }
        return PlanCheckItem(
          rule: "quarter-\(quarter.number)", severity: .warning, place: "block \(index + 1)",
          message: "\(quarter.label) was due \(due) and is empty", source: template.source)
      }
    }
  }

  /// Submission.
  ///
  /// 1. Agencies *shall* submit by the due date. Being late is shown and never blocked (ours), and the only remedy is to
  ///    submit: a warning.
  /// 2. What is submitted is one value, so it must fit into one: an error (ours).
  static func submission(
    _ plan: Plan, _ template: PlanTemplate, _ dates: DueDates, _ today: Day, _ firstSubmitted: Day?
  ) -> [PlanCheckItem] {
    var items: [PlanCheckItem] = []
    func late(_ message: String) {
      items.append(
        PlanCheckItem(
          rule: "submission-late", severity: .warning, place: "plan", message: message, source: template.source))
    }
    if let due = dates.plan {
      if let firstSubmitted {
        if min(firstSubmitted, today) > due { late("the plan was due \(due) and was submitted \(firstSubmitted)") }
      } else if today > due {
        late("the plan was due \(due) and is not submitted yet")
      }
    }
    let size = PlanSnapshot.json(of: plan).utf8.count
    if size > RecordText.byteLimit {
      items.append(
        PlanCheckItem(
          rule: "plan-size", severity: .error, place: "plan",
          message:
            "the plan has \(size) bytes as submitted, and \(RecordText.byteLimit) is the limit: shorten its texts",
          source: ""))
    }
    return items
  }
}
