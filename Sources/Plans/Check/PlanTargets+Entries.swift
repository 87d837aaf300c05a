internal import Records

extension PlanTargets {
  /// The agreed targets as a new plan states them, where its form has a place for agreed ones. One that its form has no row for
  /// stands behind the others.
  public static func entries(
    of template: PlanTemplate, agreed: [AgreedValue], newID: () -> String
  ) -> [Measurement] {
    guard let part = template.targetParts.first(where: { $0.origin == "agreed" }) else { return [] }
    let places = Dictionary(part.rows.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let inOrder = agreed.enumerated().sorted {
      (places[$0.element.measure] ?? .max, $0.offset) < (places[$1.element.measure] ?? .max, $1.offset)
    }
    return inOrder.enumerated().map { index, agreed in entry(agreed.element, template, newID(), at: index) }
  }

  private static func entry(
    _ agreed: AgreedValue, _ template: PlanTemplate, _ id: String, at index: Int
  ) -> Measurement {
    var entry = Measurement(id: id, position: Int64(index + 1) * Positions.step)
    entry.title = template.measure(agreed.measure)?.title ?? agreed.title
    entry.indicator = agreed.measure
    entry.unit = agreed.unit
    entry.kind = ["percent": "percent", "dollars": "dollars", "dollars per dollar": "ratio"][agreed.unit] ?? ""
    entry.origin = "agreed"
    entry.target = agreed.value
    entry.baseline = agreed.baseline
    let parts = agreed.baseline.split(separator: " in ").map(String.init)
    if parts.count == 2, ExactFigure(written: parts[0]) != nil, Period(parts[1]) != nil {
      (entry.baseline, entry.baselinePeriod) = (parts[0], parts[1])
    }
    return entry
  }
}
