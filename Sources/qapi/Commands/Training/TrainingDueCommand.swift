import ArgumentParser
import GRDB
import Records
import Reports
import Store
import SyncEngine
import Training

struct TrainingDueCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "What training falls due within some days, and what is overdue, by person (AS.5.2).",
    discussion: """
      As requirements and assignments stand on the day. What a leave or a waiver rests is listed where that ends within the days, and \
      left out else; so is what falls due after somebody's last day. A page has a list for each supervisor; --csv has a row for each \
      person and course.

      JSON: on, until, agency, due (staff, name, unit, supervisor, course, requirement, due, overdue, state, completed or null); of a \
      page or table also file_format, file, text.
      """)
  @Option(help: "Within how many days.")
  var within = 60
  @OptionGroup var scope: ComplianceScope
  @Flag(help: "As a CSV table.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try page.check(besides: csv)
    guard (0...36_500).contains(within) else { throw ValidationError("--within is 0 to 36500.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let (agency, day) = try scope.meant(on: node)
    let until = day.adding(days: within) ?? day
    let (dues, titles, supervisors) = try node.engine.queue.read { db in
      let people = try scope.people(ComplianceStore(agency, in: db), of: agency, on: day, in: db)
      let dues = DuePage.Due.list(people, until: until)
      let codes = Set(dues.map(\.person.assignment.supervisor))
      let members = try codes.compactMap { try SessionStore.member($0, of: agency, in: db) }
      return (
        dues, try TrainingStore.titles(of: [agency], in: db),
        Dictionary(members.map { ($0.code, $0.name) }) { first, _ in first }
      )
    }
    let members = JSON.members([
      "on": .text("\(day)"), "until": .text("\(until)"), "agency": .text(agency), "due": .list(dues.flatMap(Self.json)),
    ])
    guard !csv else {
      let rows = dues.flatMap { due in due.courses.map { ComplianceView.row(due.person, $0) } }
      return try page.report(
        CSVTable(columns: ComplianceView.columns, rows: rows).csv(), fileFormat: "csv", members: members)
    }
    guard !page.isAsked else {
      return try page.report(
        DuePage.page(
          dues, agency: node.name(of: agency), titles: titles, supervisors: supervisors, on: day, until: until),
        members: members)
    }
    return Report(
      lines: dues.isEmpty
        ? ["nothing falls due until \(until)"]
        : Layout.table([["staff", "course", "due", "", "name"]] + dues.flatMap(Self.rows), cuttingLast: true),
      notes: dues.isEmpty ? node.unreadNotes : [], members: members)
  }

  private static func rows(_ due: DuePage.Due) -> [[String]] {
    due.courses.enumerated().map { place, entry in
      [
        place == 0 ? Shown.line(due.person.member.code) : "", Shown.line(entry.requirement.course),
        entry.due.map { "\($0)" } ?? "", entry.standing, place == 0 ? Shown.line(due.person.member.name) : "",
      ]
    }
  }

  private static func json(_ due: DuePage.Due) -> [JSON] {
    due.courses.map { entry in
      .object([
        "staff": .text(due.person.member.code), "name": .text(due.person.member.name),
        "unit": .text(due.person.assignment.unit), "supervisor": .text(due.person.assignment.supervisor),
        "course": .text(entry.requirement.course), "requirement": .text(entry.requirement.id),
        "due": JSON(entry.due.map { "\($0)" }), "overdue": JSON(entry.state == .overdue),
        "state": .text(entry.state.rawValue), "completed": JSON(entry.completion?.day),
      ])
    }
  }
}
