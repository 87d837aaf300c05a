import ArgumentParser
import GRDB
import Measures
import Plans
import Records
import Store
import SyncEngine
import Trust

struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Figures of data elements, their submission, and the performance measures.",
    discussion: """
      An agency enters or imports its figures, checks them, and submits a quarter; the department accepts or returns it. \
      `publish` and `list` are about single figures that decide what plans must contain.
      """,
    subcommands: [
      MeasureEnter.self, MeasureImport.self, MeasureExport.self, MeasureFigures.self, MeasureCheck.self,
      MeasureSubmit.self, MeasureSubmissions.self, MeasureAccept.self, MeasureReturn.self, MeasureMissing.self,
      MeasureShow.self, MeasureElement.self, MeasureSet.self, Publish.self, List.self,
    ])

  struct Publish: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Publish a figure that decides what plans must contain (the department only).",
      discussion: "JSON: agency, measure, period, value, source.")
    @Option(help: "Code of the agency.")
    var agency: String
    @Option(help: "Measure of a template: statewide-paternity or cost-effectiveness.")
    var measure: String
    @Option(help: "Of what time, like \"FFY 2023\".")
    var period: String
    @Option(help: "The value, like 89.6.")
    var value: String
    @Option(help: "Where the figure is taken from, in words.")
    var source: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      try node.checkIsDepartment("publishes figures", see: "qapi measure list")
      let person = try writing.person(of: node)
      try node.checkAgency(agency)
      guard let figure = ExactFigure(decimal: value) else {
        throw Failure.usage(
          "'\(Shown.line(value))' is not a figure; nothing was changed", next: "write digits and one point, like 89.6")
      }
      guard Period(period) != nil else {
        throw Failure.usage(
          "'\(Shown.line(period))' is not a period; nothing was changed", next: "write it like FFY 2023")
      }
      let published = PublishedFigure(
        measure: measure, period: period, value: figure, source: RecordText.normalised(source))
      guard !published.source.isEmpty else {
        throw Failure.usage(
          "the source is empty; nothing was changed", next: "say with --source where the figure is taken from")
      }
      try writing.write(on: node, as: person, otherwise: "published figure") { db in
        let measures = try DepartmentStore.templates(in: db).flatMap(\.measures)
        let known = Set(measures.map(\.id)).sorted()
        // Paternity is over the children of the year before.
        let mayExceed = try FigureStore.dataSetInForce(in: db).measure(measure)?.mayExceedWhole ?? false
        if let whole = ExactFigure(100, over: 1), figure > whole, !mayExceed,
          measures.contains(where: { $0.id == measure && $0.unit.contains("percent") })
        {
          throw Failure.usage(
            "\(figure) is more than 100 percent; nothing was changed", next: "write the percentage, like 89.6")
        }
        guard known.contains(measure) else {
          throw Failure.usage(
            "no template has a measure \(Shown.line(measure)); nothing was changed",
            next: "use one of: \(known.joined(separator: ", "))")
        }
        try DepartmentStore.publish(published, agency: agency, in: db)
      }
      return Report(
        lines: ["published \(measure) of \(agency), \(period): \(figure)"],
        json: [
          "agency": .text(agency), "measure": .text(measure), "period": .text(period), "value": .text("\(figure)"),
          "source": .text(published.source),
        ], notes: ["next:  qapi merge"])
    }
  }

  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the published figures that decide what plans must contain.",
      discussion: "JSON: figures (agency, measure, period, value, source).")
    @Option(help: "Only those of this agency.")
    var agency: String?
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      if let agency { try node.checkAgency(agency) }
      let agencies = agency.map { [$0] } ?? node.members.map(\.id).sorted()
      let figures = try node.engine.queue.read { db in
        try agencies.flatMap { code in try DepartmentStore.figures(of: code, in: db).map { (code, $0) } }
      }
      return Report(
        lines: figures.isEmpty
          ? ["no published figures; an agency's own are in `qapi measure figures`"]
          : Layout.table(
            figures.map { code, figure in
              [
                code, Shown.line(figure.measure), Shown.line(figure.period),
                figure.value.map { "\($0)" } ?? "not computable",
                Shown.line(figure.source),
              ]
            }),
        json: [
          "figures": .list(
            figures.map { code, figure in
              .object([
                "agency": .text(code), "measure": .text(figure.measure), "period": .text(figure.period),
                "value": JSON(figure.value.map { "\($0)" }), "source": .text(figure.source),
              ])
            })
        ])
    }
  }
}
