import ArgumentParser
import GRDB
import Records
import Reports
import Store
import SyncEngine
import Training

struct TrainingStatewideCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "statewide",
    abstract: "Who has the training that is required, agency by agency: counts and no name (AS.5.2).",
    discussion: """
      The department sees all agencies, an agency its own. Exits 3 while anything is overdue.

      JSON: on, agencies (agency, people, in_order, percent or null, overdue, without_assignment, courses (course, required, done, \
      open, overdue, waived, on_leave, percent)), total (people, in_order, percent, overdue, without_assignment, courses); of a \
      page or table also file_format, file, text.
      """)
  @Option(name: .customLong("on"), help: "On this day, like 2024-07-01; else today.")
  var day: String?
  @Option(help: "Only this agency.")
  var agency: String?
  @Flag(help: "As a CSV table: a row for each agency and course, and one without a course for the agency.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: csv) }

  func report() throws -> Report {
    let node = try node.open()
    let day = try Day.argument(day)
    let agencies = try node.agenciesToRead(agency)
    let (state, titles) = try node.engine.queue.read { db in
      let state = StatewideCompliance(
        try agencies.map { agency in
          AgencyCompliance(
            agency: agency, ComplianceReport(try ComplianceStore(agency, in: db).everybody(on: day, in: db)),
            withoutAssignment: try ComplianceStore.withoutAssignment(on: day, of: agency, in: db).count)
        })
      return (state, try TrainingStore.titles(of: agencies, in: db))
    }
    let members = Self.members(state, day)
    var report: Report
    if csv {
      report = try page.report(Self.table(state).csv(), fileFormat: "csv", members: members)
    } else if page.isAsked {
      let names = Dictionary(agencies.map { ($0, node.name(of: $0)) }) { first, _ in first }
      report = try page.report(CompliancePage.statewide(state, names: names, titles: titles, on: day), members: members)
    } else {
      report = Report(lines: Self.lines(state, titles, day), members: members)
    }
    report.status = state.overdue > 0 ? .open : .done
    return report
  }

  private static func cells(_ share: ComplianceShare, _ overdue: Int) -> [String] {
    ["\(share.people)", "\(share.inOrder)", share.percent ?? "", "\(overdue)"]
  }

  private static func lines(_ state: StatewideCompliance, _ titles: CourseTitles, _ day: Day) -> [String] {
    let rows = state.agencies.map { [$0.agency] + cells($0.share, $0.overdue) }
    let courses = state.courses.map { course in
      [
        Shown.line(course.course), "\(course.required)", "\(course.count(.overdue))", course.share.percent ?? "",
        Shown.line(titles.title(of: course.course)),
      ]
    }
    let total = state.agencies.count > 1 ? [["total"] + cells(state.share, state.overdue)] : []
    let withoutAssignment = state.withoutAssignment
    return [Terminal.strong("\(day)")]
      + Layout.table([["", "people", "in order", "percent", "overdue"]] + rows + total, figures: [1, 2, 3, 4])
      + (courses.isEmpty
        ? []
        : [""]
          + Layout.table(
            [["course", "required", "overdue", "percent", "title"]] + courses, cuttingLast: true, figures: [1, 2, 3]))
      + (withoutAssignment == 0 ? [] : ["", "without an assignment, and not counted: \(withoutAssignment)"])
  }

  private static func table(_ state: StatewideCompliance) -> CSVTable {
    func row(_ agency: String, _ course: String, _ share: ComplianceShare, _ overdue: Int) -> [String] {
      [agency, course] + cells(share, overdue)
    }
    func rows(_ agency: String, _ share: ComplianceShare, _ overdue: Int, _ courses: [CourseCompliance]) -> [[String]] {
      [row(agency, "", share, overdue)] + courses.map { row(agency, $0.course, $0.share, $0.count(.overdue)) }
    }
    return CSVTable(
      columns: ["agency", "course", "people", "in_order", "percent", "overdue"],
      rows: state.agencies.flatMap { rows($0.agency, $0.share, $0.overdue, $0.courses) }
        + rows("total", state.share, state.overdue, state.courses))
  }

  private static func members(_ state: StatewideCompliance, _ day: Day) -> [JSON.Member] {
    func counts(_ share: ComplianceShare, _ overdue: Int, _ without: Int, _ courses: [CourseCompliance]) -> [JSON
      .Member]
    {
      ComplianceView.members(share)
        + JSON.members([
          "overdue": JSON(overdue), "without_assignment": JSON(without),
          "courses": .list(courses.map { .object(ComplianceView.members($0)) }),
        ])
    }
    return JSON.members([
      "on": .text("\(day)"),
      "agencies": .list(
        state.agencies.map { entry in
          .object(
            [JSON.Member(key: "agency", value: .text(entry.agency))]
              + counts(entry.share, entry.overdue, entry.withoutAssignment, entry.courses))
        }),
      "total": .object(counts(state.share, state.overdue, state.withoutAssignment, state.courses)),
    ])
  }
}
