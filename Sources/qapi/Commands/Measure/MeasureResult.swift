import Measures
import Records
import Reports

/// One measure of one agency and quarter, with everything that is said of it.
struct MeasureResult {
  let measure: Measure
  let value: MeasureValue?
  let incentive: Incentive?
  let penalty: Penalty?
  let thresholds: [Threshold]
  let target: AgreedTarget
  private let numeratorIsMoney: Bool
  private let denominatorIsMoney: Bool

  init(
    measure: Measure, quarter: FederalQuarter, set: DataSet, book: FigureBook, before: FigureBook?, target: AgreedTarget
  ) {
    self.measure = measure
    self.target = target
    func isMoney(_ terms: [Measure.Term]) -> Bool { terms.allSatisfy { set.element($0.element)?.unit == .cents } }
    numeratorIsMoney = isMoney(measure.numerator)
    denominatorIsMoney = isMoney(measure.denominator)
    value = set.value(of: measure, through: quarter, figures: book.value)
    let yearBefore = quarter.yearBefore.flatMap { earlier in
      before.flatMap { set.value(of: measure, through: earlier, figures: $0.value)?.value }
    }
    let exact = value?.value
    incentive = exact.flatMap { set.incentive(of: measure, value: $0, yearBefore: yearBefore, in: quarter) }
    penalty = exact.flatMap { set.penalty(of: measure, value: $0, yearBefore: yearBefore, in: quarter) }
    thresholds = set.thresholds(of: measure, in: quarter)
  }

  private func parts(_ value: MeasureValue) -> String {
    func written(_ number: Int64, _ isMoney: Bool) -> String {
      number < 0 ? "\(number)" : FigureValues.written(number, isMoney ? .cents : .count)
    }
    return written(value.numerator, numeratorIsMoney) + " over " + written(value.denominator, denominatorIsMoney)
  }

  var lines: [String] {
    var lines = Layout.wrapped("\(measure.number)  \(Shown.line(measure.title))", hanging: "    ")
    guard let value else { return lines + ["    not known: a figure is missing"] }
    guard let exact = value.value else { return lines + ["    not computable: \(parts(value))"] }
    let unit = measure.unit
    lines += Layout.wrapped(
      "\(exact.rounded(to: measure.places)) \(unit) (exactly \(exact)): \(parts(value))"
        + (value.isToDate ? "; so far: the year is not over" : ""), margin: "    ")
    let soFar = value.isToDate ? ", so far" : ""
    var verdicts: [String] = thresholds.map { threshold in
      (exact < threshold.value ? "below " : "reaches ")
        + threshold.value.written(atLeast: measure.kind == .percent ? 0 : 2) + "\(soFar): \(threshold.title)"
    }
    if let incentive {
      let basis = incentive.basis == .table ? "" : " (\(incentive.basis.rawValue))"
      verdicts.append("incentive: \(incentive.percent) percent\(soFar)\(basis)")
    }
    if let penalty {
      let rounded = penalty.judged == exact ? "" : ", as \(penalty.judged), rounded to a whole point"
      verdicts.append("penalty: \(Self.words(penalty.verdict))\(soFar)\(rounded)\(Self.gain(penalty))")
    }
    if let figure = target.figure {
      verdicts.append(
        (measure.isBetter(figure, than: exact) ? "below " : "reaches ")
          + "\(Shown.line(target.value))\(soFar): the target of FFY \(target.year), agreed")
    }
    return lines + verdicts.flatMap { Layout.wrapped(Shown.line($0), margin: "    ", hanging: "      ") }
  }

  private static func words(_ verdict: Penalty.Verdict) -> String {
    switch verdict {
    case .reached: "none, the level is reached"
    case .reachedByGain: "none, the year before is bettered by enough"
    case .neither: "none, and no incentive"
    case .penalty: "yes, below the level"
    case .notKnown: "not known, as the year before is not"
    }
  }

  private static func gain(_ penalty: Penalty) -> String {
    penalty.neededGain.map { " (\($0) points over the year before are needed)" } ?? ""
  }

  private var targetReached: Bool? {
    guard let figure = target.figure, let exact = value?.value else { return nil }
    return !measure.isBetter(figure, than: exact)
  }

  var json: JSON {
    let exact = value?.value
    return .object([
      "code": .text(measure.code), "number": .text(measure.number), "title": .text(measure.title),
      "unit": .text(measure.unit), "numerator": JSON(value?.numerator), "denominator": JSON(value?.denominator),
      "exact": JSON(exact.map { "\($0.numerator)/\($0.denominator)" }), "value": JSON(exact.map { "\($0)" }),
      "rounded": JSON(exact?.rounded(to: measure.places)), "to_date": JSON(value?.isToDate ?? false),
      "incentive_percent": JSON(incentive.map { Int64($0.percent) }),
      "incentive_basis": JSON(incentive?.basis.rawValue),
      "penalty": JSON(penalty?.verdict.rawValue), "penalty_needed_gain": JSON(penalty?.neededGain.map { "\($0)" }),
      "penalty_judged": JSON(penalty.map { "\($0.judged)" }),
      "thresholds": .list(
        thresholds.map { threshold in
          .object([
            "title": .text(threshold.title), "value": .text("\(threshold.value)"),
            "reached": exact.map { JSON($0 >= threshold.value) } ?? .null,
          ])
        }),
      "target": JSON(target.figure.map { "\($0)" }), "target_reached": targetReached.map { JSON($0) } ?? .null,
    ])
  }

  static func table(_ results: [MeasureResult]) -> CSVTable {
    CSVTable(
      columns: [
        "measure", "number", "title", "numerator", "denominator", "exact", "rounded", "unit", "to_date", "incentive",
        "penalty", "threshold", "target",
      ],
      rows: results.map { result in
        let exact = result.value?.value
        return [
          result.measure.code, result.measure.number, result.measure.title,
          result.value.map { "\($0.numerator)" } ?? "", result.value.map { "\($0.denominator)" } ?? "",
          exact.map { "\($0.numerator)/\($0.denominator)" } ?? (result.value == nil ? "" : "not computable"),
          exact?.rounded(to: result.measure.places) ?? "", result.measure.unit,
          result.value?.isToDate == true ? "yes" : "", result.incentive.map { "\($0.percent)" } ?? "",
          result.penalty?.verdict.rawValue ?? "", result.thresholds.first.map { "\($0.value)" } ?? "",
          result.target.figure.map { "\($0)" } ?? "",
        ]
      })
  }
}
