import ArgumentParser
import Budgets
import GRDB
import Records
import Reports
import Store
import SyncEngine
import Training

struct EvaluationSummary: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "How each course was evaluated over its sessions, and what is still to follow (AS.5.2).",
    discussion: """
      Of each course the sessions that were held, how many of them were evaluated, and of each level the mean of the scores, each as \
      often as people answered.

      JSON: agency, year or null, evaluations (course, sessions, evaluated, levels (level, evaluations, answers, score in hundredths or \
      null), without_follow_up, open (id, session, level, follow_up, due)); of a page or table also file_format, file, text.
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else all.")
  var year: String?
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?
  @Flag(help: "As a CSV table: a row for each course and level.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: csv) }

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyToRead(agency)
    let year = try year.map { try StateFiscalYear.argument($0) }
    let courses = try node.engine.queue.read { db in
      try EvaluationStore.summary(of: agency, in: year?.days, in: db)
    }
    let members = JSON.members([
      "agency": .text(agency), "year": JSON(year.map { "\($0)" }), "evaluations": .list(courses.map(Self.json)),
    ])
    if csv { return try page.report(Self.csv(courses).csv(), fileFormat: "csv", members: members) }
    if page.isAsked {
      return try page.report(
        EvaluationPage.page(courses, agency: node.name(of: agency), time: year.map { "\($0)" } ?? "All years"),
        members: members)
    }
    let open = courses.flatMap { course in
      course.openFollowUps.map { [$0.due, Shown.line(course.course), Shown.line($0.followUp)] }
    }
    let without = courses.reduce(0) { $0 + $1.withoutFollowUp }
    return Report(
      lines: courses.isEmpty
        ? ["no session was held or evaluated"]
        : Self.table(courses)
          + (open.isEmpty
            ? [] : [""] + Layout.table([["due", "course", "what is to follow"]] + open, cuttingLast: true))
          + (without == 0 ? [] : ["", "evaluations of which nothing is said to follow: \(without)"]),
      notes: courses.isEmpty ? node.unreadNotes : [], members: members)
  }

  static func table(_ courses: [CourseEvaluation]) -> [String] {
    let rows = courses.flatMap { course -> [[String]] in
      let first = [Shown.line(course.course), "\(course.sessions)", "\(course.evaluatedSessions)"]
      guard !course.levels.isEmpty else { return [first + ["never evaluated", "", "", ""]] }
      return course.levels.enumerated().map { place, level in
        (place == 0 ? first : ["", "", ""]) + [level.level] + cells(level)
      }
    }
    return Layout.table(
      [["course", "held", "evaluated", "level", "evaluations", "answers", "score"]] + rows, figures: [1, 2, 4, 5, 6])
  }

  private static func cells(_ level: CourseEvaluation.Level) -> [String] {
    [
      "\(level.evaluations)", "\(level.answers)",
      level.score.map { FieldContent.hundredths.written(.integer(Int64($0))) } ?? "",
    ]
  }

  private static func csv(_ courses: [CourseEvaluation]) -> CSVTable {
    CSVTable(
      columns: [
        "course", "sessions", "evaluated", "level", "evaluations", "answers", "score", "without_follow_up", "open",
      ],
      rows: courses.flatMap { course -> [[String]] in
        let first = [course.course, "\(course.sessions)", "\(course.evaluatedSessions)"]
        let last = ["\(course.withoutFollowUp)", "\(course.openFollowUps.count)"]
        guard !course.levels.isEmpty else { return [first + ["", "0", "0", ""] + last] }
        return course.levels.map { first + [$0.level] + cells($0) + last }
      })
  }

  static func json(_ course: CourseEvaluation) -> JSON {
    .object(
      JSON.members([
        "course": .text(course.course), "sessions": JSON(course.sessions), "evaluated": JSON(course.evaluatedSessions),
        "levels": .list(
          course.levels.map { level in
            .object(
              JSON.members([
                "level": .text(level.level), "evaluations": JSON(level.evaluations), "answers": JSON(level.answers),
                "score": level.score.map { JSON($0) } ?? .null,
              ]))
          }),
        "without_follow_up": JSON(course.withoutFollowUp),
        "open": .list(
          course.openFollowUps.map { evaluation in
            .object(
              JSON.members([
                "id": .text(evaluation.id), "session": .text(evaluation.session), "level": .text(evaluation.level),
                "follow_up": .text(evaluation.followUp), "due": .text(evaluation.due),
              ]))
          }),
      ]))
  }
}
