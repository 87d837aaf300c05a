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
      penalty, penalty_needed_gain, penalty_judged, thresholds (title, value, reached), target, target_reached). Money is in cents.
      """)
  @Argument(help: ArgumentHelp("The same as --agency.", valueName: "agency"))
  var named: String?
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?
  @Option(help: "The quarter, like \"FFY 2024 Q2\"; else the last one that is over.")
  var quarter: String?
  @Flag(help: "The figures as they stand, though others were submitted.")
  var standing = false
  @Flag(help: "As a CSV table.")
  var csv = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard named == nil || agency == nil else { throw ValidationError("Name the agency once.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyOfFigures(agency ?? named)
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
        // Without its last line end, which the report writes.
        ? [String(String(decoding: MeasureResult.table(results).csv(), as: UTF8.self).dropLast())]
        : Layout.wrapped(
          "\(Shown.line(node.name(of: agency))), \(quarter): federal fiscal year to date, figures \(source.rawValue), "
            + "\(set.name)") + results.flatMap(\.lines),
      json: [
        "agency": .text(agency), "quarter": .text("\(quarter)"), "figures": .text(source.rawValue),
        "measures": .list(results.map(\.json)),
      ],
      notes: results.contains { $0.value == nil }
        ? ["next:  qapi measure check \"\(quarter)\" names the figures that are missing"] : [])
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
