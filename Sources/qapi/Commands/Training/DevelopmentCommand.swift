import ArgumentParser
import GRDB
import Records
import Reports
import Store
import SyncEngine
import Training

struct DevelopmentCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "development",
    abstract: "The development plan of a member of staff: required, needed, wanted, recognized (AS.5.3).",
    discussion: """
      Required training and needs are computed; the rest is kept with `qapi training goal` and `qapi training recognition`. All of it is \
      of the day: what was completed, reached or recognized after it is not there yet.

      JSON: on, agency, staff, name, level, job_class, required (course, requirement, state, due or null, completed or null), needs \
      (as `training needs` has them), goals and recognitions (the fields of each), development (the completions); of a page also \
      file_format, file, text.
      """)
  @Argument(help: "Code of the member of staff.")
  var staff: String
  @Option(name: .customLong("on"), help: "On this day, like 2024-07-01; else today.")
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
    let day = try Day.argument(day)
    let content = try node.engine.queue.read { db in try Self.content(of: staff, agency, on: day, in: db) }
    let members = Self.members(content, agency, day)
    if page.isAsked {
      return try page.report(
        DevelopmentPage.page(content, agency: node.name(of: agency), on: day), members: members)
    }
    return Report(lines: Self.lines(content), members: members)
  }

  private static func content(
    of staff: String, _ agency: String, on day: Day, in db: Database
  ) throws -> DevelopmentPage.Content {
    let code = try RecordID.complete(staff, in: Schema.staffMember, of: agency, in: db)
    guard let history = try TrainingStore.member(code, of: agency, in: db) else {
      preconditionFailure("the member of staff was just found")
    }
    func isKnown(_ text: String) -> Bool { Day(text).map { $0 <= day } ?? true }
    return DevelopmentPage.Content(
      member: history.member, assignment: history.assignment(on: day),
      required: try ComplianceStore(agency, in: db).person(history, on: day)?.courses ?? [],
      needs: try NeedStore.needs(of: agency, staff: code, on: day, in: db).first?.needs ?? [],
      successions: try NeedStore.successions(of: agency, in: db),
      goals: try RecordStore.records(DevelopmentGoal.self, of: agency, where: "staff", is: code, in: db).map { goal in
        var goal = goal
        if !isKnown(goal.done) { goal.done = "" }
        return goal
      },
      completions: try TrainingStore.completions(of: code, agency, in: db).filter {
        $0.kind == Completion.Kind.development.rawValue && !$0.isVoid && isKnown($0.day)
      },
      recognitions: try RecordStore.records(Recognition.self, of: agency, where: "staff", is: code, in: db)
        .filter { isKnown($0.day) })
  }

  private static func lines(_ content: DevelopmentPage.Content) -> [String] {
    func section(_ title: String, _ rows: [[String]]) -> [String] {
      ["", Terminal.strong(title)]
        + (rows.isEmpty ? ["  nothing"] : Layout.table(rows.map { ["  " + $0[0]] + $0.dropFirst() }))
    }
    let assignment = content.assignment
    return [
      Terminal.strong("\(Shown.line(content.member.code)) \(Shown.line(content.member.name))"),
      assignment.map { Shown.line("\($0.level), \($0.jobClass) \($0.unit)") } ?? "no assignment",
    ]
      + section(
        "required",
        content.required.map { entry in
          [
            Shown.line(entry.requirement.course), entry.state.rawValue,
            entry.knownDue.map { "due \($0)" } ?? "",
          ]
        })
      + section(
        "needs",
        content.needs.map { need in
          [
            Shown.line(need.skill.code), "\(need.assessment.map { "\($0.rating)" } ?? "-") of \(need.skill.needed)",
            Shown.line(need.skill.course),
          ]
        })
      + section(
        "planned",
        content.goals.map { [Shown.line($0.kind), $0.done.isEmpty ? $0.due : "done \($0.done)", Shown.line($0.title)] })
      + section("professional development", content.completions.map { [$0.day, Shown.line($0.course)] })
      + section("recognition", content.recognitions.map { [$0.day, Shown.line($0.title)] })
  }

  private static func members(_ content: DevelopmentPage.Content, _ agency: String, _ day: Day) -> [JSON.Member] {
    JSON.members([
      "on": .text("\(day)"), "agency": .text(agency), "staff": .text(content.member.code),
      "name": .text(content.member.name), "level": JSON(content.assignment?.level),
      "job_class": JSON(content.assignment?.jobClass),
      "required": .list(
        content.required.map { entry in
          .object([
            "course": .text(entry.requirement.course), "requirement": .text(entry.requirement.id),
            "state": .text(entry.state.rawValue), "due": JSON(entry.knownDue.map { "\($0)" }),
            "completed": JSON(entry.completion?.day),
          ])
        }),
      "needs": .list(content.needs.map { NeedsCommand.json($0, content.successions) }),
      "goals": .list(content.goals.map { .object(JSON.members(of: $0)) }),
      "development": .list(content.completions.map { .object(JSON.members(of: $0)) }),
      "recognitions": .list(content.recognitions.map { .object(JSON.members(of: $0)) }),
    ])
  }
}
