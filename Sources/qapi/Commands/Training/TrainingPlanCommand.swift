import ArgumentParser
import Budgets
import GRDB
import Records
import Reports
import Store
import SyncEngine
import Training

struct TrainingPlanCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "The training plan of an agency for a year, computed from its records (AS.5.1).",
    discussion: """
      Its five parts: required training, curricula, schedule, coverage, certified trainers; and how the courses were evaluated. Staff \
      and requirements are those of today, or of the nearest day of the year. Exits 3 while a part lacks something.

      JSON: agency, year, on, coordinators (staff codes), lacking (texts), required (course, people, overdue, falling), curricula \
      (code, title, special, sessions), sessions (id, day, course, trainer, certified or null, enrolled, seats, coverage, state), \
      trainers (code, name, kind, courses, first, last), needs (level, job_class, skill, people, unassessed), evaluations \
      (as `training evaluation summary` has them); of a page also file_format, file, text.
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else that of the day.")
  var year: String?
  @Option(name: .customLong("on"), help: "As of this day, like 2024-07-01; else today.")
  var day: String?
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check() }

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyToRead(agency)
    let today = try Day.argument(day)
    let year = try StateFiscalYear.meant(year, on: today)
    guard day == nil || year.days.contains(today) else {
      throw Failure.usage("\(today) is no day of \(year)", next: "leave out --on, or say a day of the year")
    }
    let plan = try node.engine.queue.read { db in
      try TrainingPlanStore.plan(of: agency, days: year.days, today: today, in: db)
    }
    // Of another year the nearest day of it.
    let of = plan.day ?? today
    let members = Self.members(plan, agency, year, of)
    var report =
      page.isAsked
      ? try page.report(
        TrainingPlanPage.page(plan, agency: node.name(of: agency), year: "\(year)", of: of, today: Day.argument(nil)),
        members: members)
      : Report(lines: Self.lines(plan, node.name(of: agency), year, of), members: members)
    report.status = plan.lacking.isEmpty ? .done : .open
    return report
  }

  private static func lines(_ plan: TrainingPlan, _ name: String, _ year: StateFiscalYear, _ day: Day) -> [String] {
    let required = plan.required.map { [Shown.line($0.course), "\($0.people)", "\($0.overdue)", "\($0.falling)"] }
    let sessions = plan.sessions.map { entry in
      [
        entry.session.day, Shown.line(entry.session.course),
        Shown.line(entry.session.trainer) + (entry.isCertified == false ? " (not certified)" : ""),
        "\(entry.enrolled)" + (entry.session.seats > 0 ? " of \(entry.session.seats)" : ""), entry.session.state,
        Shown.line(entry.session.coverage),
      ]
    }
    let coordinators = plan.coordinators.map { Shown.line($0.shown) }.joined(separator: ", ")
    return [Terminal.strong("\(Shown.line(name)), \(year), as of \(day)")]
      + Layout.facts([
        ["training coordinator:", coordinators.isEmpty ? "nobody" : coordinators],
        ["curricula:", Shown.line(plan.curricula.map(\.course.code).joined(separator: ", "))],
        ["trainers:", Shown.line(Set(plan.trainers.map(\.code)).sorted().joined(separator: ", "))],
        ["lacking:", plan.lacking.isEmpty ? "nothing" : ""],
      ]) + plan.lacking.flatMap { Layout.wrapped(Shown.line($0), margin: "  - ", hanging: "    ") }
      + (required.isEmpty
        ? [] : [""] + Layout.table([["course", "people", "overdue", "falls due"]] + required, figures: [1, 2, 3]))
      + (sessions.isEmpty
        ? []
        : [""]
          + Layout.table(
            [["day", "course", "trainer", "enrolled", "state", "coverage"]] + sessions, cuttingLast: true))
      + (plan.evaluations.isEmpty ? [] : [""] + EvaluationSummary.table(plan.evaluations))
  }

  private static func members(
    _ plan: TrainingPlan, _ agency: String, _ year: StateFiscalYear, _ day: Day
  ) -> [JSON.Member] {
    JSON.members([
      "agency": .text(agency), "year": .text("\(year)"), "on": .text("\(day)"),
      "coordinators": JSON(plan.coordinators.map(\.code)), "lacking": JSON(plan.lacking),
      "required": .list(
        plan.required.map { entry in
          .object([
            "course": .text(entry.course), "people": JSON(entry.people), "overdue": JSON(entry.overdue),
            "falling": JSON(entry.falling),
          ])
        }),
      "curricula": .list(
        plan.curricula.map { entry in
          .object([
            "code": .text(entry.course.code), "title": .text(entry.course.title), "special": JSON(entry.isSpecial),
            "sessions": JSON(entry.sessions),
          ])
        }),
      "sessions": .list(
        plan.sessions.map { entry in
          .object([
            "id": .text(entry.session.id), "day": .text(entry.session.day), "course": .text(entry.session.course),
            "trainer": .text(entry.session.trainer), "certified": entry.isCertified.map { JSON($0) } ?? .null,
            "enrolled": JSON(entry.enrolled), "seats": JSON(entry.session.seats),
            "coverage": .text(entry.session.coverage), "state": .text(entry.session.state),
          ])
        }),
      "trainers": .list(
        plan.trainers.map { entry in
          .object([
            "code": .text(entry.code), "name": .text(entry.name), "kind": .text(entry.kind),
            "courses": .text(entry.courses), "first": .text(entry.first), "last": .text(entry.last),
          ])
        }),
      "needs": .list(
        plan.needs.map { need in
          .object([
            "level": .text(need.level), "job_class": .text(need.jobClass), "skill": .text(need.skill.code),
            "people": JSON(need.people), "unassessed": JSON(need.unassessed),
          ])
        }),
      "evaluations": .list(plan.evaluations.map(EvaluationSummary.json)),
    ])
  }
}

extension StateFiscalYear {
  /// The year that a person typed; else that of a day.
  static func meant(_ text: String?, on day: Day) throws -> StateFiscalYear {
    guard let year = try text.map({ try argument($0) }) ?? StateFiscalYear(of: day) else {
      throw Failure.usage("no state fiscal year has \(day)", next: "say it with --year")
    }
    return year
  }
}
