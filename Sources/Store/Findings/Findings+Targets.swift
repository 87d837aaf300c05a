internal import GRDB
internal import Measures
internal import Plans
internal import Records

extension Findings {
  /// `agreed-target` and `agreed-target-missing`: a plan that was handed in, and says another target than the one that is agreed
  /// upon, or none where its form has a place for targets. That two sides do not agree yet is no finding: the target's state
  /// shows it.
  static func targets(_ state: MergedState, in db: Database) throws -> [Finding] {
    let submitted = Set(state.submissions.map { [$0.agency, $0.submission.plan] })
    let agreed = Dictionary(grouping: try TargetStore.agreed(in: db), by: \.agency)
    guard !agreed.isEmpty else { return [] }
    return state.plans.flatMap { agency, plan -> [Finding] in
      guard submitted.contains([agency, plan.id]),
        let template = state.templates.first(where: { $0.name == plan.template })
      else { return [] }
      let year = template.targetYear(of: plan)
      let values = (agreed[agency] ?? []).filter { $0.target.year == year }.compactMap { $0.target.asAgreedValue }
      return PlanTargets.differences(of: plan, template, agreed: values).map { difference in
        finding(difference, plan, agency, year)
      }
    }
  }

  private static func finding(
    _ difference: PlanTargets.Difference, _ plan: Plan, _ agency: String, _ year: Int
  ) -> Finding {
    let row =
      difference.measurement.map { RowName(table: Schema.planMeasurement.name, key: [.text(agency), .text($0)]) }
      ?? RowName(table: Schema.plan.name, key: [.text(agency), .text(plan.id)])
    let isMissing = difference.measurement == nil
    return Finding(
      rule: isMissing ? "agreed-target-missing" : "agreed-target", weight: .attention, agency: agency, row: row,
      message: isMissing
        ? "the plan was handed in without the target that is agreed for \(difference.agreed.title), FFY \(year)"
        : "the plan was handed in with another target than the one that is agreed for "
          + "\(difference.agreed.title), FFY \(year)",
      next: "see `qapi target show --ffy \(year)`; correct the plan with `qapi plan edit`, or agree anew with "
        + "`qapi target propose`")
  }
}

extension AgreedTarget {
  /// As a plan is compared with it; nil unless both sides agree.
  var asAgreedValue: PlanTargets.AgreedValue? {
    figure.map {
      PlanTargets.AgreedValue(
        measure: measure, title: TargetStore.dataSet.measure(measure)?.title ?? measure, figure: $0,
        value: value, unit: unit, baseline: baseline)
    }
  }
}
