public import Records

/// A plan against the targets that the agency and the department agree on (IOP.1.1 task 3, IOP.1.5: the annual plan is
/// consistent with the Plan of Cooperation).
public enum PlanTargets {
  /// A target as both sides agree on it.
  public struct AgreedValue: Hashable, Sendable {
    /// Code of the measure, the same as in templates: "current-support".
    public let measure: String
    public let title: String
    public let figure: ExactFigure
    /// As people write it.
    public let value: String
    /// "percent", "dollars per dollar"; may be empty.
    public let unit: String
    /// What it starts from, as people write it: "66.4 in FFY 2024". May be empty.
    public let baseline: String

    public init(
      measure: String, title: String, figure: ExactFigure, value: String, unit: String = "", baseline: String = ""
    ) {
      self.unit = unit
      self.baseline = baseline
      self.measure = measure
      self.title = title
      self.figure = figure
      self.value = value
    }
  }

  public struct Difference: Hashable, Sendable {
    public let agreed: AgreedValue
    /// Where in the plan, in words; "plan" where the plan has nothing on it.
    public let place: String
    /// Id of the measurement; nil where the plan has none.
    public let measurement: String?
    /// What the plan says; nil where it has no measurement of the measure.
    public let stated: String?
  }

  /// 1. A measurement names a measure by its code (`indicator`), or by its title, that of the data set or of the template; one
  ///    that is marked `local` is none of the agreed ones.
  /// 2. Its target must be the agreed value as an exact figure: 63.8 and 63.80 are the same. An empty target is no contradiction
  ///    below an objective; as a target of the plan it is one.
  /// 3. A form with a place for targets must have each agreed one, with its value, or with the increase that makes it of the
  ///    baseline. A form without one (the Performance Management Plans) need not.
  public static func differences(
    of plan: Plan, _ template: PlanTemplate, agreed: [AgreedValue]
  ) -> [Difference] {
    let entries =
      plan.targets.enumerated().map { (place: "target \($0 + 1)", isOfPlan: true, entry: $1) }
      + plan.blocks.enumerated().flatMap { index, block in
        block.measurements.enumerated().map {
          (place: "block \(index + 1) · measurement \($0 + 1)", isOfPlan: false, entry: $1)
        }
      }
    return agreed.flatMap { agreed -> [Difference] in
      let named = entries.filter { names($0.entry, agreed, template) }
      let differing = named.filter { isOther($0.entry, agreed, isOfPlan: $0.isOfPlan) }.map {
        Difference(agreed: agreed, place: $0.place, measurement: $0.entry.id, stated: $0.entry.target)
      }
      let isMissing = template.hasTargets && !named.contains { $0.isOfPlan }
      return differing
        + (isMissing ? [Difference(agreed: agreed, place: "plan", measurement: nil, stated: nil)] : [])
    }
  }

  private static func names(_ entry: Measurement, _ agreed: AgreedValue, _ template: PlanTemplate) -> Bool {
    guard entry.origin != "local" else { return false }
    if entry.indicator == agreed.measure { return true }
    guard entry.indicator.isEmpty, !entry.title.isEmpty else { return false }
    let titles = [agreed.title] + template.measures.filter { $0.id == agreed.measure }.map(\.title)
    return titles.contains { $0.lowercased() == entry.title.lowercased() }
  }

  private static func isOther(_ entry: Measurement, _ agreed: AgreedValue, isOfPlan: Bool) -> Bool {
    if entry.target.isEmpty {
      guard isOfPlan else { return false }
      guard let baseline = ExactFigure(written: entry.baseline), let increase = ExactFigure(written: entry.increase)
      else { return entry.increase.isEmpty }
      return baseline.adding(increase) != agreed.figure
    }
    return ExactFigure(written: entry.target) != agreed.figure
  }
}

extension PlanTemplate {
  /// The federal fiscal year whose targets a plan is held against: the last one of its period.
  public func targetYear(of plan: Plan) -> Int {
    let last = period(of: plan).split { $0 == " " || $0 == "-" }.last.map(String.init)
    if let last, last.utf8.count == 4, let year = Int(last) {
      return year
    }
    return FederalQuarter(of: ends).year
  }
}

extension PlanCheck {
  /// What a plan says otherwise than agreed, as warnings: they block nothing. The finding on a plan that was handed in is the
  /// store's.
  public static func targets(
    _ plan: Plan, template: PlanTemplate, agreed: [PlanTargets.AgreedValue]
  ) -> [PlanCheckItem] {
    PlanTargets.differences(of: plan, template, agreed: agreed).map { difference in
      let agreed = difference.agreed
      let message =
        switch difference.stated {
        case nil: "there is no target for \(agreed.title); agreed is \(agreed.value)"
        case "": "the target for \(agreed.title) is empty; agreed is \(agreed.value)"
        case let stated?: "the target for \(agreed.title) is \(stated); agreed is \(agreed.value)"
        }
      return PlanCheckItem(
        rule: difference.stated == nil ? "agreed-target-missing" : "agreed-target", severity: .warning,
        place: difference.place, message: message, source: "")
    }
  }
}
