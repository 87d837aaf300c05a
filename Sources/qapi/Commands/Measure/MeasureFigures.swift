import ArgumentParser
import Foundation
import GRDB
import Measures
import Records
import Reports
import Store
import SyncEngine

/// Which figures are meant.
struct FigureSelection: ParsableArguments {
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?
  @Option(help: "Only this data element.")
  var element: String?
  @Option(help: "Only periods that end in this quarter, like \"FFY 2024 Q2\".")
  var quarter: String?

  func figures(on node: OpenNode) throws -> (agency: String, rules: FigureRules, figures: [Figure]) {
    let agency = try node.agencyOfFigures(agency)
    let quarter = try quarter.map(FigureValues.quarter)
    return try node.engine.queue.read { db in
      let rules = try FigureStore.rules(of: agency, in: db)
      let figures = try RecordStore.all(Figure.self, of: agency, in: db).map(\.record).filter { figure in
        (element.map { figure.element == $0 } ?? true)
          && (quarter.map { quarter in Period(figure.period).map { quarter.contains($0.lastDay) } ?? false } ?? true)
      }
      return (agency, rules, figures)
    }
  }
}

struct MeasureFigures: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "List the figures of an agency as they stand.",
    discussion: """
      What stands is what the agency is working on; what was handed in is in `qapi measure submissions`.

      JSON: agency, figures (element, period, value in counts or whole cents, out_of, unit, source, note).
      """)
  @OptionGroup var selection: FigureSelection
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let (agency, rules, figures) = try selection.figures(on: try node.open())
    return Report(
      lines: figures.isEmpty
        ? ["no figures"]
        : Layout.table(
          figures.map { figure in
            let unit = rules.element(figure.element)?.unit
            return [
              Shown.line(figure.element), Shown.line(figure.period),
              FigureValues.written(Int64(figure.value), unit)
                + (figure.base == 0 ? "" : " of \(FigureValues.written(Int64(figure.base), unit))"),
              Shown.line(figure.source),
            ]
          }, cuttingLast: true),
      json: [
        "agency": .text(agency),
        "figures": .list(
          figures.map { figure in
            .object([
              "element": .text(figure.element), "period": .text(figure.period), "value": JSON(figure.value),
              "out_of": JSON(figure.base), "unit": JSON(rules.element(figure.element)?.unit.rawValue),
              "source": .text(figure.source), "note": .text(figure.note),
            ])
          }),
      ])
  }
}

struct MeasureExport: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the figures of an agency as CSV, as `measure import` reads them.",
    discussion: "JSON: agency, figures (their number), and file or text.")
  @OptionGroup var selection: FigureSelection
  @Option(name: .customLong("output"), help: "The file; else standard output.")
  var path: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let (agency, rules, figures) = try selection.figures(on: try node.open())
    let table = FigureFile.table(figures, rules: rules)
    var text = String(decoding: table.csv(), as: UTF8.self)
    if let path {
      try TableFile.write(table, to: path)
      text = ""
    }
    if text.hasSuffix("\r\n") { text.removeLast() }
    return Report(
      lines: [path.map { Shown.line($0) } ?? text],
      json: [
        "agency": .text(agency), "figures": JSON(figures.count), "file": JSON(path),
        "text": path == nil ? .text(text + "\r\n") : .null,
      ])
  }
}
