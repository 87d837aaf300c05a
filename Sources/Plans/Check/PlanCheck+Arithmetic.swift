internal import Records

extension PlanCheck {
  /// The arithmetic of targets and outcomes, done again. What is stated stands; ours is said beside it (CSS Letter 03-24;
  /// the check is ours), as a note.
  ///
  /// 1. Baseline and increase make the target: the increase is in percentage points.
  /// 2. Cases times a monthly amount make the stated amount, and a sum is the sum of the others in its list.
  /// 3. Percentage points of the cases in all make the stated number of cases, to the next whole case.
  /// 4. An outcome names actions that are there.
  static func arithmetic(_ plan: Plan) -> [PlanCheckItem] {
    targets(plan) + plan.blocks.enumerated().flatMap { index, block in outcomes(block, at: "block \(index + 1)") }
  }

  private static func targets(_ plan: Plan) -> [PlanCheckItem] {
    plan.targets.enumerated().compactMap { index, entry in
      guard let baseline = ExactFigure(written: entry.baseline), let increase = ExactFigure(written: entry.increase),
        let target = ExactFigure(written: entry.target), let ours = baseline.adding(increase), ours != target
      else { return nil }
      return note(
        "target-arithmetic", "target \(index + 1)",
        "baseline \(baseline) and an increase of \(increase) make \(ours); the stated target is \(target)")
    }
  }

  private static func outcomes(_ block: Block, at place: String) -> [PlanCheckItem] {
    let numbers = Set(block.tactics.map(\.number).filter { !$0.isEmpty })
    return block.outcomes.enumerated().flatMap { index, outcome -> [PlanCheckItem] in
      let place = "\(place) · outcome \(index + 1)"
      let arithmetic = OutcomeArithmetic(of: outcome, among: block.outcomes)
      var items: [PlanCheckItem] = []
      if arithmetic.amountDiffers, let ours = arithmetic.monthlyCents, let stated = arithmetic.statedCents {
        let amounts = [ours, stated].map { FieldContent.cents.written(.integer($0)) }
        items.append(
          note(
            "outcome-amount", place,
            "the inputs make $\(amounts[0]) a month; the stated amount is $\(amounts[1])"))
      }
      if arithmetic.casesDiffer, let ours = arithmetic.cases, let stated = arithmetic.statedCases {
        items.append(
          note("outcome-cases", place, "the percentage points make \(ours) cases; the stated number is \(stated)"))
      }
      let missing = outcome.actionNumbers.filter { !numbers.contains($0) }
      if !missing.isEmpty {
        items.append(
          .ours("outcome-action", place, "no action of this section has the number \(missing.joined(separator: ", "))"))
      }
      return items
    }
  }

  private static func note(_ rule: String, _ place: String, _ message: String) -> PlanCheckItem {
    PlanCheckItem(rule: rule, severity: .note, place: place, message: message, source: "")
  }
}
