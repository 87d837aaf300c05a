import ArgumentParser
import GRDB
import Measures
import Records
import Reports
import Store
import SyncEngine

struct MeasureShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "The federal and state measures of an agency in a quarter, with what they are made of.",
    discussion: """
      A measure of a quarter is of the federal fiscal year to date. Taken are the figures in force; if there are none, those \
      submitted last; else those that stand, and it says which. Incentive and penalty are tests of states: for an agency they \
      say where it would stand.

      JSON: agency, quarter, figures (in force, submitted, or as they stand), measures (code, number, title, unit, numerator, \
      denominator, exact as a fraction, value cut after six places, rounded, to_date, incentive_percent, incentive_basis, \
      penalty, penalty_needed_gain, thresholds (title, value, reached), target, target_reached). Money is in cents.
      """)
  @Argument(help: "Code of the agency; else this node's.")
  var agency: String?
  @Option(help: "The quarter, like \"FFY 2024 Q2\"; else the last one that is over.")
  var quarter: String?
  @Flag(help: "The figures as they stand, though others were submitted.")
  var standing = false
  @Flag(help: "As a CSV table.")
  var csv = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyOfFigures(agency)
    let quarter = try quarter.map(FigureValues.quarter) ?? FederalQuarter(of: try Day.argument(nil)).previous
    guard let quarter else { throw Failure.usage("no quarter is over yet", next: "name one with --quarter") }
    let (source, set, results) = try node.engine.queue.read { db in
      let (source, set, book) = try figures(of: agency, quarter, in: db)
      let before = try quarter.yearBefore.map { try figures(of: agency, $0, in: db).book }
      return (
        source, set,
        try set.measures.map { measure in
          MeasureResult(
            measure: measure, quarter: quarter, set: set, book: book, before: before,
            target: try TargetStore.target(measure.code, year: quarter.year, of: agency, in: db))
        }
      )
    }
    return Report(
      lines: csv
        ? [String(decoding: MeasureResult.table(results).csv(), as: UTF8.self)]
        : Layout.wrapped(
          "\(Shown.line(node.name(of: agency))), \(quarter): federal fiscal year to date, figures \(source.rawValue), "
            + "\(set.name)") + results.flatMap(\.lines),
      json: [
        "agency": .text(agency), "quarter": .text("\(quarter)"), "figures": .text(source.rawValue),
        "measures": .list(results.map(\.json)),
      ])
  }

  private enum Source: String {
    case inForce = "in force"
    case submitted
    case standing = "as they stand"
  }

  private func figures(
    of agency: String, _ quarter: FederalQuarter, in db: Database
  ) throws -> (source: Source, set: DataSet, book: FigureBook) {
    let standings = try FigureStore.standings(of: agency, in: db)[agency]?[quarter]
    let chosen: (Source, FigureSubmission?) =
      standings?.inForce.map { (.inForce, $0) } ?? (.submitted, standings?.submissions.last)
    if !standing, let submission = chosen.1, let snapshot = FigureSnapshot(submission.snapshot) {
      let set = try FigureStore.dataSets(in: db).first { "\($0.name)" == snapshot.dataSet }
      return (chosen.0, try set ?? FigureStore.dataSetInForce(in: db), snapshot.book)
    }
    return (.standing, try FigureStore.dataSetInForce(in: db), try FigureStore.book(of: agency, in: db))
  }
}

/// One measure of one agency and quarter, with everything that is said of it.
struct MeasureResult {
  let measure: Measure
  let value: MeasureValue?
  let incentive: Incentive?
  let penalty: Penalty?
  let thresholds: [Threshold]
  let target: AgreedTarget

  init(
    measure: Measure, quarter: FederalQuarter, set: DataSet, book: FigureBook, before: FigureBook?, target: AgreedTarget
  ) {
    self.measure = measure
    self.target = target
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
      isMoney && number >= 0 ? FigureValues.written(number, .cents) : "\(number)"
    }
    return written(value.numerator, isMoney.numerator) + " over " + written(value.denominator, isMoney.denominator)
  }

  private var isMoney: (numerator: Bool, denominator: Bool) {
    switch measure.kind {
    case .percent:
      (measure.numerator.contains { $0.element == "157-25" }, measure.denominator.contains { $0.element == "157-24" })
    case .ratio: (true, true)
    case .dollars: (true, false)
    }
  }

  var lines: [String] {
    var lines = Layout.wrapped("\(measure.number)  \(Shown.line(measure.title))", hanging: "    ")
    guard let value else { return lines + ["    not known: a figure is missing"] }
    guard let exact = value.value else { return lines + ["    not computable: \(parts(value))"] }
    let unit = measure.unit
    lines += Layout.wrapped(
      "\(exact.rounded(to: measure.places)) \(unit) (exactly \(exact)): \(parts(value))"
        + (value.isToDate ? "; it counts up to the end of the year" : ""), margin: "    ")
    var verdicts: [String] = thresholds.map { threshold in
      "\(exact < threshold.value ? "below" : "reaches") \(threshold.value.written(atLeast: measure.kind == .percent ? 0 : 2)), "
        + threshold.title
    }
    if let incentive {
      verdicts.append(
        "incentive \(incentive.percent)\(incentive.basis == .table ? "" : " (\(incentive.basis.rawValue))")")
    }
    if let penalty {
      verdicts.append(
        "penalty level: \(penalty.verdict.rawValue)"
          + (penalty.neededGain.map { ", \($0) points over the year before are needed" } ?? ""))
    }
    if let figure = target.figure {
      verdicts.append(
        "\(measure.isBetter(figure, than: exact) ? "below" : "reaches") the agreed target of the year, \(Shown.line(target.value))"
      )
    }
    return lines + verdicts.flatMap { Layout.wrapped(Shown.line($0), margin: "    ", hanging: "      ") }
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
