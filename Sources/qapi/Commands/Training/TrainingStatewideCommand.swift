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
      The department sees all agencies, an agency its own. --by takes agencies and total apart, by counts too. Exits 3 while anything \
      is overdue.

      JSON: on, by or null, agencies (agency, people, in_order, percent or null, overdue, without_assignment, courses (course, \
      required, done, open, overdue, waived, on_leave, percent), groups (name, people, in_order, percent, overdue)), total (people, \
      in_order, percent, overdue, without_assignment, courses, groups); of a page or table also file_format, file, text.
      """)
  @Option(name: .customLong("on"), help: "On this day, like 2024-07-01; else today.")
  var day: String?
  @Option(help: "Only this agency.")
  var agency: String?
  @Option(name: .customLong("by"), help: "Also by unit, level or class.")
  var grouping: ComplianceGrouping?
  @Flag(
    help:
      "As a CSV table: a row for each agency and course, or with --by each group, and one without it for the agency.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try page.check(besides: csv)
    guard grouping != .supervisor else {
      throw ValidationError("--by is unit, level or class: a supervisor is a person, and no name stands here.")
    }
  }

  func report() throws -> Report {
    let node = try node.open()
    let day = try Day.argument(day)
    let agencies = try node.agenciesToRead(agency)
    let (state, titles) = try node.engine.queue.read { db in
      let state = StatewideCompliance(
        try agencies.map { agency in
          AgencyCompliance(
            agency: agency, ComplianceReport(try ComplianceStore(agency, in: db).everybody(on: day, in: db)),
            by: grouping, withoutAssignment: try ComplianceStore.withoutAssignment(on: day, of: agency, in: db).count)
        }, by: grouping)
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
    func groups(_ agency: String, _ groups: [GroupCompliance]) -> [[String]] {
      groups.map { [agency, $0.name.isEmpty ? "(not said)" : Shown.line($0.name)] + cells($0.share, $0.overdue) }
    }
    let apart =
      state.agencies.flatMap { groups($0.agency, $0.groups) }
      + (state.agencies.count > 1 ? groups("total", state.groups) : [])
    return [Terminal.strong("\(day)")]
      + Layout.table([["", "people", "in order", "percent", "overdue"]] + rows + total, figures: [1, 2, 3, 4])
      + (apart.isEmpty
        ? []
        : [""]
          + Layout.table(
            [["", state.grouping?.rawValue ?? "", "people", "in order", "percent", "overdue"]] + apart,
            figures: [2, 3, 4, 5]))
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
    func rows(
      _ agency: String, _ share: ComplianceShare, _ overdue: Int, _ courses: [CourseCompliance],
      _ groups: [GroupCompliance]
    ) -> [[String]] {
      [row(agency, "", share, overdue)]
        + (state.grouping == nil
          ? courses.map { row(agency, $0.course, $0.share, $0.count(.overdue)) }
          : groups.map { row(agency, $0.name.isEmpty ? "not said" : $0.name, $0.share, $0.overdue) })
    }
    return CSVTable(
      columns: ["agency", state.grouping?.rawValue ?? "course", "people", "in_order", "percent", "overdue"],
      rows: state.agencies.flatMap { rows($0.agency, $0.share, $0.overdue, $0.courses, $0.groups) }
        + rows("total", state.share, state.overdue, state.courses, state.groups))
  }

  private static func members(_ state: StatewideCompliance, _ day: Day) -> [JSON.Member] {
    func counts(
      _ share: ComplianceShare, _ overdue: Int, _ without: Int, _ courses: [CourseCompliance],
      _ groups: [GroupCompliance]
    ) -> [JSON.Member] {
      ComplianceView.members(share)
        + JSON.members([
          "overdue": JSON(overdue), "without_assignment": JSON(without),
          "courses": .list(courses.map { .object(ComplianceView.members($0)) }),
          "groups": .list(
            groups.map { group in
              .object(
                [JSON.Member(key: "name", value: .text(group.name))] + ComplianceView.members(group.share)
                  + [JSON.Member(key: "overdue", value: JSON(group.overdue))])
            }),
        ])
    }
    return JSON.members([
      "on": .text("\(day)"), "by": JSON(state.grouping?.rawValue),
      "agencies": .list(
        state.agencies.map { entry in
          .object(
            [JSON.Member(key: "agency", value: .text(entry.agency))]
              + counts(entry.share, entry.overdue, entry.withoutAssignment, entry.courses, entry.groups))
        }),
      "total": .object(counts(state.share, state.overdue, state.withoutAssignment, state.courses, state.groups)),
    ])
  }
}
