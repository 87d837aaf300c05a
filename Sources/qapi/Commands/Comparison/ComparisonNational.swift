import ArgumentParser
import GRDB
import Measures
import Records
import Reports
import Store
import SyncEngine

struct ComparisonNational: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "national", abstract: "Figures of other states and of the nation, beside ours (IOP.2.3).",
    subcommands: [Import.self, List.self], defaultSubcommand: List.self)

  struct List: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List them.", discussion: "JSON: figures (measure, place, year, value, source, taken_on).")
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      let figures = try node.engine.queue.read { db in try RecordStore.published(NationalFigure.self, in: db) }
      return Report(
        lines: figures.isEmpty
          ? ["no figures of other states"]
          : Layout.table(
            figures.map { ["FFY \($0.year)", $0.measure, Shown.line($0.place), $0.value, Shown.line($0.source)] },
            cuttingLast: true),
        json: ["figures": .list(figures.map(ComparisonNational.json))])
    }
  }

  struct Import: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take figures of other states from a table (the department only).",
      discussion: """
        The table has the columns measure, place, year, value, source, taken_on, and a header; place is a state, or \
        `nation`; value is in the unit of the measure, like 65.2. Says what would change, asks, and then writes all of it or \
        nothing. A figure of the same measure, place and year is replaced.

        JSON: new, changed, unchanged (how many of each), figures (measure, place, year, value, source, taken_on), dry_run. \
        An error has problems (where, what, next).
        """)
    @Argument(help: "The CSV file.")
    var file: String
    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false
    @Flag(help: "Do not ask.")
    var yes = false
    @OptionGroup var writing: WritingOptions
    @OptionGroup var node: NodeOptions
    @OptionGroup var output: OutputOptions

    func report() throws -> Report {
      let node = try node.open()
      try node.checkIsDepartment("publishes figures of other states", see: "qapi comparison national list")
      let person = dryRun ? nil : try writing.person(of: node)
      let (rows, unread) = RecordTable.read(
        try RecordTable.load(file), fields: NationalFigure.keys + NationalFigure.fields
      ) { NationalFigure() }
      let (known, measures) = try node.engine.queue.read { db in
        (try RecordStore.published(NationalFigure.self, in: db), try FigureStore.dataSetInForce(in: db).measures)
      }
      let figures = rows.map(\.entry)
      let problems =
        unread.isEmpty ? Self.problems(rows.map { ($0.number, $0.entry) }, measures, try Day.argument(nil)) : unread
      guard problems.isEmpty else { return .problems(problems, at: file) }
      func old(_ figure: NationalFigure) -> NationalFigure? {
        known.first { $0.measure == figure.measure && $0.place == figure.place && $0.year == figure.year }
      }
      let new = figures.filter { old($0) == nil }
      let changed = figures.filter { figure in old(figure).map { $0 != figure } ?? false }
      let words =
        "\(new.count) new, \(changed.count) changed, \(figures.count - new.count - changed.count) unchanged"
      let json: KeyValuePairs<String, JSON> = [
        "new": JSON(new.count), "changed": JSON(changed.count),
        "unchanged": JSON(figures.count - new.count - changed.count),
        "figures": .list(figures.map(ComparisonNational.json)), "dry_run": JSON(dryRun),
      ]
      guard let person else { return Report(lines: [words], json: json) }
      guard !(new + changed).isEmpty else { return Report(lines: ["nothing differs"], json: json) }
      if !yes {
        Terminal.note(words)
        guard try Terminal.confirmWriting(new.count + changed.count, "figure", from: file) else {
          return Report(json: json, notes: ["nothing was changed"])
        }
      }
      try writing.write(on: node, as: person, otherwise: "figures of other states") { db in
        for figure in new + changed { try RecordStore.put(figure, agency: nil, in: db) }
      }
      return Report(lines: [words], json: json, notes: ["next:  qapi merge"])
    }

    private static func problem(of value: String, _ measure: Measure?) -> Measure.TargetProblem? {
      guard ExactFigure(decimal: value) != nil else { return .notAFigure }
      do throws(Measure.TargetProblem) {
        try measure?.checkTarget(value, unit: measure?.unit ?? "")
        return nil
      } catch {
        return error
      }
    }

    private static func problems(
      _ rows: [(number: Int, figure: NationalFigure)], _ measures: [Measure], _ today: Day
    ) -> [InputProblem] {
      var problems: [InputProblem] = []
      var seen: Set<[String]> = []
      for (number, figure) in rows {
        func refuse(_ column: String, _ problem: String, _ next: String) {
          problems.append(InputProblem(place: "row \(number), \(column)", problem: problem, next: next))
        }
        let measure = measures.first { $0.code == figure.measure }
        if measure == nil {
          refuse(
            "measure", "no measure has this code (rule unknown-measure)",
            "use one of: \(measures.map(\.code).joined(separator: ", "))")
        }
        switch problem(of: figure.value, measure) {
        case .overWhole:
          refuse(
            "value", "this is more than 100 percent, which the measure cannot be (rule percent-above-100)",
            "write the percentage, like 65.2")
        case .some:
          refuse("value", "this is not a figure (rule not-a-number)", "write digits and one point, like 65.2")
        case nil: break
        }
        if let year = Period("FFY \(figure.year)"), year.lastDay >= today {
          refuse(
            "year", "FFY \(figure.year) is not over before \(year.lastDay) (rule period-not-over)",
            "write the figure when it is")
        }
        if let day = Day(figure.takenOn), day > today {
          refuse("taken_on", "this day has not come yet", "write the day on which the figure was taken")
        }
        if figure.place.isEmpty { refuse("place", "it is empty", "write the state, or nation") }
        if figure.year == 0 { refuse("year", "it is empty", "write the federal fiscal year, like 2023") }
        if figure.source.isEmpty { refuse("source", "it is empty", "say where the figure is taken from") }
        if !seen.insert([figure.measure, figure.place, "\(figure.year)"]).inserted {
          refuse(
            "measure", "the same measure, place and year stands above (rule repeated-row)", "leave one of them out")
        }
      }
      return problems
    }
  }

  static func json(_ figure: NationalFigure) -> JSON {
    .object([
      "measure": .text(figure.measure), "place": .text(figure.place), "year": JSON(figure.year),
      "value": .text(figure.value), "source": .text(figure.source), "taken_on": .text(figure.takenOn),
    ])
  }
}
