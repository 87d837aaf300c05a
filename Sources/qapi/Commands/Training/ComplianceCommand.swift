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
      Percent: people without anything overdue, of all people who are staff on the day. Exits 3 while anything is overdue.

      --csv has a row for each person and course; due is empty where nothing falls due. For each supervisor a list: \
      `--by supervisor`.

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
    return try store.everybody(on: day, in: db) { assignment in
      (supervisor.map { $0 == assignment.supervisor } ?? true) && (unit.map { $0 == assignment.unit } ?? true)
    }
  }
}

struct TrainingDueCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "What training falls due within some days, and what is overdue, by person (AS.5.2).",
    discussion: """
      As requirements and assignments stand on the day. What is waived, or falls due in leave, is left out.

      JSON: on, until, agency, due (staff, name, unit, supervisor, course, requirement, due, overdue, completed or null).
      """)
  @Option(help: "Within how many days.")
  var within = 60
  @OptionGroup var scope: ComplianceScope
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (0...36_500).contains(within) else { throw ValidationError("--within is 0 to 36500.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let (agency, day) = try scope.meant(on: node)
    let until = day.adding(days: within) ?? day
    let people = try node.engine.queue.read { db in
      try scope.people(ComplianceStore(agency, in: db), of: agency, on: day, in: db)
    }.map { (person: $0, due: $0.due(until: until)) }.filter { !$0.due.isEmpty }
    // Who has to do something first stands first.
    let ordered = people.sorted { left, right in
      let (a, b) = (left.due[0].due ?? until, right.due[0].due ?? until)
      return (a, left.person.member.code) < (b, right.person.member.code)
    }
    let rows = ordered.flatMap { person, due in
      due.enumerated().map { place, entry in
        [
          place == 0 ? Shown.line(person.member.code) : "", Shown.line(entry.requirement.course),
          entry.due.map { "\($0)" } ?? "", entry.state == .overdue ? "overdue" : "",
          place == 0 ? Shown.line(person.member.name) : "",
        ]
      }
    }
    let members = ordered.flatMap { person, due in
      due.map { entry -> JSON in
        .object([
          "staff": .text(person.member.code), "name": .text(person.member.name),
          "unit": .text(person.assignment.unit), "supervisor": .text(person.assignment.supervisor),
          "course": .text(entry.requirement.course), "requirement": .text(entry.requirement.id),
          "due": JSON(entry.due.map { "\($0)" }), "overdue": JSON(entry.state == .overdue),
          "completed": JSON(entry.completion?.day),
        ])
      }
    }
    return Report(
      lines: rows.isEmpty
        ? ["nothing falls due until \(until)"]
        : Layout.table([["staff", "course", "due", "", "name"]] + rows, cuttingLast: true),
      notes: rows.isEmpty ? node.unreadNotes : [],
      members: JSON.members([
        "on": .text("\(day)"), "until": .text("\(until)"), "agency": .text(agency), "due": .list(members),
      ]))
  }
}
