public import ArgumentParser
import GRDB
import Records
import Reports
import Store
import SyncEngine
public import Training

extension ComplianceGrouping: ExpressibleByArgument {}

struct ComplianceCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compliance",
    abstract: "Who has the training that is required, and who lacks what since when (AS.5.2).",
    discussion: """
      Percent: people without anything overdue, of all who are staff on the day and have an assignment; who has none is named. Exits 3 \
      while anything is overdue.

      --csv has a row for each person and course, with --lacking only what is lacking, with --by in the order of the groups; due is \
      empty where nothing falls due. For each supervisor a list: `--by supervisor`.

      JSON: on, agency, people, in_order, percent or null, without_assignment (staff codes), by or null, groups (name, people, \
      in_order, percent), courses (course, required, done, open, overdue, waived, on_leave, percent), lacking (staff, name, unit, \
      level, job_class, supervisor, course, requirement, since, due, completed or null); of a page or table also file_format, \
      file, text.
      """)
  @OptionGroup var scope: ComplianceScope
  @Option(name: .customLong("by"), help: "Also by unit, level, class or supervisor.")
  var grouping: ComplianceGrouping?
  @Option(help: "Only this course.")
  var course: String?
  @Flag(help: "Only the list of what is lacking.")
  var lacking = false
  @Flag(help: "As a CSV table.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: csv) }

  func report() throws -> Report {
    let node = try node.open()
    let (agency, day) = try scope.meant(on: node)
    let (all, unassigned, titles) = try node.engine.queue.read { db in
      let store = try ComplianceStore(agency, in: db)
      if let course, !store.courses.contains(course) {
        throw Failure.usage(
          "nothing requires a course '\(Shown.line(course, limit: 40))'", next: "see `qapi training requirement list`")
      }
      return (
        ComplianceReport(try scope.people(store, of: agency, on: day, in: db)),
        scope.isWhole ? try ComplianceStore.withoutAssignment(on: day, of: agency, in: db).map(\.staff) : [],
        try TrainingStore.titles(of: [agency], in: db)
      )
    }
    let found = course.map { all.only(course: $0) } ?? all
    let view = ComplianceView(
      report: found, agency: agency, name: node.name(of: agency), titles: titles, day: day, grouping: grouping,
      unassigned: unassigned)
    var report: Report
    if csv {
      report = try page.report(view.table(onlyLacking: lacking).csv(), fileFormat: "csv", members: view.members)
    } else if page.isAsked {
      report = try page.report(
        CompliancePage.page(
          found, agency: view.name, titles: titles, on: day, by: grouping, unassigned: unassigned.count),
        members: view.members)
    } else {
      report = Report(
        lines: lacking ? view.lacking : view.lines, notes: all.people.isEmpty ? node.unreadNotes : [],
        members: view.members)
    }
    report.status = found.share.inOrder < found.share.people ? .open : .done
    return report
  }
}

/// Of whom, and on which day.
struct ComplianceScope: ParsableArguments {
  @Option(name: .customLong("on"), help: "On this day, like 2024-07-01; else today.")
  var day: String?
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?
  @Option(help: "Only those who report to this member of staff, by code.")
  var supervisor: String?
  @Option(help: "Only this unit.")
  var unit: String?

  /// Whether everybody is looked at.
  var isWhole: Bool { supervisor == nil && unit == nil }

  func meant(on node: OpenNode) throws -> (agency: String, day: Day) {
    (try node.agencyToRead(agency), try Day.argument(day))
  }

  func people(_ store: ComplianceStore, of agency: String, on day: Day, in db: Database) throws -> [StaffCompliance] {
    let supervisor = try supervisor.map { try RecordID.complete($0, in: Schema.staffMember, of: agency, in: db) }
    try Self.check(unit, .unit, of: agency, in: db)
    return try store.everybody(on: day, in: db) { assignment in
      (supervisor.map { $0 == assignment.supervisor } ?? true) && (unit.map { $0 == assignment.unit } ?? true)
    }
  }
}

extension ComplianceScope {
  /// A filter by what no assignment of the agency says is a slip, and no good news.
  ///
  /// - Throws: `Failure.usage` with what is known.
  static func check(
    _ typed: String?, _ grouping: ComplianceGrouping, of agency: String, in db: Database
  ) throws {
    guard let typed else { return }
    let known =
      grouping == .level ? StaffLevel.words : try TrainingStore.assigned(grouping, of: agency, in: db)
    guard !known.contains(typed) else { return }
    let shown = known.prefix(20).map { "'\(Shown.line($0, limit: 40))'" } + (known.count > 20 ? ["..."] : [])
    throw Failure.usage(
      "no assignment has the \(grouping.rawValue) '\(Shown.line(typed, limit: 40))'",
      next: known.isEmpty
        ? "enter assignments: `qapi training assignment`" : "use one of: \(shown.joined(separator: ", "))")
  }
}
