import ArgumentParser
import GRDB
import Measures
import Records
import Reports
import Store
import SyncEngine

struct ComparisonShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a published comparative report.",
    discussion: """
      An agency sees itself against its like; --statewide shows all agencies, as the department sees them. Everything is made \
      from what was published: the same report gives the same bytes on every node.

      JSON: quarter, data_set, report, digest, agencies (code, name, cases, group, missing), measures (measure, number, title, \
      kind, to_date, statewide, year_before, agencies).
      """)
  @Argument(help: "Id of the report or the beginning of it, its quarter, or `latest`.")
  var name = "latest"
  @Option(help: "As this agency reads it; else the agency of this node.")
  var agency: String?
  @Flag(help: "All agencies.")
  var statewide = false
  @OptionGroup var form: ComparisonForm
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !statewide || agency == nil else { throw ValidationError("Say only one of --agency, --statewide.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let read = try node.engine.queue.read { db in try ReadComparison(try ReadComparison.find(name, in: db), in: db) }
    // A table is of all agencies unless one is named.
    let own = agency ?? (node.isDepartment || statewide || form.csv ? nil : node.member)
    return try Self.report(read.comparison, agency: own, origin: read.origin, form: form)
  }

  /// - Parameter agency: nil for all agencies.
  static func report(
    _ comparison: Comparison, agency: String?, origin: ComparisonOrigin, form: ComparisonForm
  ) throws -> Report {
    let own = agency.flatMap { comparison.agency($0) }
    if let agency, own == nil {
      throw Failure.usage(
        "agency \(Shown.line(agency)) is not in the report of \(comparison.quarter)",
        next: "see it with --statewide, or use one of: \(comparison.agencies.map(\.code).joined(separator: ", "))")
    }
    let json: KeyValuePairs<String, JSON> = [
      "quarter": .text("\(comparison.quarter)"), "data_set": .text(comparison.dataSet),
      "report": JSON(origin.report.isEmpty ? nil : origin.report), "digest": .text(origin.digest),
      "agencies": .list(
        comparison.agencies.filter { agency == nil || $0.code == agency }.map { one in
          .object([
            "code": .text(one.code), "name": .text(one.name), "cases": JSON(one.cases), "group": .text(one.group),
            "missing": .boolean(one.isMissing),
          ])
        }), "measures": ComparisonLines.json(comparison, agency: agency),
    ]
    if let bytes = form.text(of: comparison, agency: agency, origin: origin) {
      return try form.report(bytes, json: json)
    }
    return Report(
      lines: own.map { ComparisonLines.own(comparison, $0) } ?? ComparisonLines.statewide(comparison), json: json,
      notes: ["next:  the page with charts: --html --output FILE"])
  }
}

struct ComparisonList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the comparative reports.",
    discussion:
      "JSON: reports (report, quarter, data_set, published_by, published_at, program, note, digest, in_force).")
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let reports = try node.engine.queue.read { db in try ComparisonStore.reports(in: db) }
    func isInForce(_ report: ComparativeReport) -> Bool {
      reports.last { $0.quarter == report.quarter }?.id == report.id
    }
    return Report(
      lines: reports.isEmpty
        ? ["no comparative report"]
        : Layout.table(
          reports.map { report in
            [
              PlanName.short(report.id), Shown.line(report.quarter), Shown.line(report.dataSet),
              Shown.line(report.publishedAt), isInForce(report) ? "in force" : "replaced",
            ]
          }),
      json: [
        "reports": .list(
          reports.map { report in
            .object([
              "report": .text(report.id), "quarter": .text(report.quarter), "data_set": .text(report.dataSet),
              "published_by": .text(report.publishedBy), "published_at": .text(report.publishedAt),
              "program": .text(report.program), "note": .text(report.note), "digest": .text(report.digest),
              "in_force": .boolean(isInForce(report)),
            ])
          })
      ], notes: reports.isEmpty ? [] : ["next:  qapi comparison show"])
  }
}
