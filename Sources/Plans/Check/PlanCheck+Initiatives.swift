internal import Records

extension PlanCheck {
  /// Key initiatives (CSSP Letter 23-01, page 2).
  ///
  /// 1. An initiative without a condition *should* be in every plan: a warning if no tactic names it.
  /// 2. A conditional one is *required* of an agency below the threshold: an error if no tactic names it.
  /// 3. The letter does not say of which period. The figure taken is that of the latest period that ends by the last day
  ///    of the plan's year; later figures judge later plans (ours).
  /// 4. Without such a figure the answer is "not known", never "not required", unless a tactic is there anyway.
  /// 5. The figure is compared exactly; the rounded one stands beside it.
  /// 6. A tactic that was given up (`dropped`) does not answer; a completed one does. A tactic whose goal was removed is
  ///    not in the plan (ours).
  /// 7. A tactic that names an initiative which the template does not have is an error: it answers for nothing (ours).
  static func initiatives(
    _ plan: Plan, _ template: PlanTemplate, _ figures: [PublishedFigure]
  ) -> [PlanCheckItem] {
    let answered = Set(plan.blocks.flatMap(\.tactics).filter { $0.status != .dropped }.map(\.initiative))
    return template.initiatives.compactMap { initiative in
      answered.contains(initiative.number) ? nil : item(for: initiative, template, figures)
    } + strangers(plan, template)
  }

  private static func item(
    for initiative: PlanTemplate.Initiative, _ template: PlanTemplate, _ figures: [PublishedFigure]
  ) -> PlanCheckItem? {
    let rule = "initiative-\(initiative.number)"
    let missing = "no tactic for key initiative \(initiative.number) (\(initiative.title))"
    let severity = severity(of: initiative.demand)
    func item(_ severity: PlanCheckItem.Severity, _ message: String) -> PlanCheckItem {
      PlanCheckItem(rule: rule, severity: severity, place: "plan", message: message, source: template.source)
    }
    switch initiative.condition {
    case .always:
      return item(severity, missing)
    case .below(let id, let threshold):
      guard let measure = template.measure(id) else { return nil }
      guard let (figure, value) = deciding(figures, of: id, by: template.ends) else {
        return item(
          .notKnown,
          "whether key initiative \(initiative.number) (\(initiative.title)) is required: "
            + "no usable figure of \(measure.title) is published for a period up to \(template.ends)")
      }
      guard value < threshold else { return nil }
      return item(severity, "\(missing): \(words(value, below: threshold, measure)), \(figure.period)")
    }
  }

  /// The figure that decides, with its value: that of the latest period that ends by a day.
  static func deciding(
    _ figures: [PublishedFigure], of measure: String, by day: Day
  ) -> (PublishedFigure, ExactFigure)? {
    let usable = figures.compactMap { figure -> (PublishedFigure, ExactFigure, Day)? in
      guard figure.measure == measure, let value = figure.value, let period = Period(figure.period),
        period.lastDay <= day
      else { return nil }
      return (figure, value, period.lastDay)
    }
    // Two periods may end on one day (a year and its last quarter): the shorter name is the longer period.
    let latest = usable.max { left, right in
      left.2 == right.2 ? left.0.period.utf8.count > right.0.period.utf8.count : left.2 < right.2
    }
    return latest.map { ($0.0, $0.1) }
  }

  /// "89.6 percent is below 90 (rounds to 90)".
  static func words(_ value: ExactFigure, below threshold: ExactFigure, _ measure: PlanTemplate.Measure) -> String {
    let unit = measure.unit.isEmpty ? "" : " \(measure.unit)"
    return "\(value.written(atLeast: measure.places))\(unit) is below \(threshold.written(atLeast: measure.places)) "
      + "(rounds to \(value.rounded(to: measure.places)))"
  }

  private static func strangers(_ plan: Plan, _ template: PlanTemplate) -> [PlanCheckItem] {
    eachTactic(of: plan).compactMap { place, tactic in
      guard tactic.initiative != 0, template.initiative(tactic.initiative) == nil else { return nil }
      return PlanCheckItem(
        rule: "initiative-unknown", severity: .error, place: place,
        message: "the tactic names key initiative \(tactic.initiative), which the template does not have", source: "")
    }
  }

  static func eachTactic(of plan: Plan) -> [(place: String, tactic: Tactic)] {
    plan.blocks.enumerated().flatMap { index, block in
      block.tactics.enumerated().map { ("block \(index + 1) · tactic \($0 + 1)", $1) }
    }
  }
}
