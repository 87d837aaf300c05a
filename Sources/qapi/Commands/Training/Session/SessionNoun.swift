import ArgumentParser
import GRDB
import Plans
import Records
import Store
import Training

struct SessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Sessions of courses (the agency): adds one, if nothing else is said (AS.5.2).",
    discussion: """
      Who is in one is said with `qapi training enrol`, `withdraw` and `attend`; its sign-in sheet is `qapi training sheet`.
      """,
    subcommands: [
      RecordAdd<SessionNoun>.self, RecordList<SessionNoun>.self, RecordShow<SessionNoun>.self,
      RecordEdit<SessionNoun>.self, RecordRemove<SessionNoun>.self, SessionMove.self, SessionCancel.self,
      SessionJoinCommand.self, RecordImport<SessionNoun>.self, RecordExport<SessionNoun>.self,
    ], defaultSubcommand: RecordAdd<SessionNoun>.self)
}

/// Sessions of courses (AS.5.2 tasks 5 and 6).
enum SessionNoun: RecordNoun {
  typealias Entry = TrainingSession
  static let command = "training session"
  static let columns = ["day", "time", "course", "seats", "trainer", "place"]
  static let required = ["course", "day"]
  static let writtenBy = [
    "state": "qapi training attend, or qapi training session cancel", "joined": "qapi training session join",
    "reason": "qapi training session move, or cancel",
  ]
  static let standingNames = "seated, waiting, attended"
  static let detailNames =
    "roster (staff, name, standing: seated, waiting, attended, absent or withdrawn), evaluations, likely_same"

  static func isOpen(_ entry: TrainingSession) -> Bool {
    entry.counts && entry.state == TrainingSession.State.planned.rawValue
  }

  /// The version of the course that is taught on its first day, if nothing else is said.
  static func begin(_ entry: inout TrainingSession, _ occasion: RecordOccasion) { entry.version = 0 }

  static func filled(
    _ entry: TrainingSession, was old: TrainingSession?, of agency: String?, in db: Database
  ) throws -> TrainingSession {
    guard entry.version == 0 else { return entry }
    try TrainingRules.checkCourse(entry.course, of: agency, in: db)
    var entry = entry
    let courses = try TrainingRules.courses(of: agency, in: db)
    entry.version = courses.meant(entry.course, on: Day(entry.day) ?? .distantFuture)?.version ?? 1
    return entry
  }

  static func check(_ entry: TrainingSession, was old: TrainingSession?, of agency: String?, in db: Database) throws {
    let agency = agency ?? ""
    if let old {
      try SessionRules.checkCounts(old)
      func differs(_ names: [String]) -> Bool {
        TrainingSession.fields.contains { names.contains($0.name) && $0.value(old) != $0.value(entry) }
      }
      if differs(["course", "version", "day", "last_day", "hours"]) { try SessionRules.checkPlanned(old) }
      guard !differs(["day", "last_day"]) else {
        throw Failure.rule(
          "moved-without-reason", "a session is moved with a reason",
          next: "use `qapi training session move \(PlanName.short(entry.id)) --day DAY --reason ...`")
      }
    }
    try checkWhole(entry, was: old, of: agency, in: db)
  }

  static func notes(onNew entry: TrainingSession, of agency: String?, in db: Database) throws -> [String] {
    try SessionRules.likelySame(entry, of: agency ?? "", in: db)
  }

  /// Who has a seat now, and who has none any more.
  static func notes(
    onChanged entry: TrainingSession, was old: TrainingSession, of agency: String?, in db: Database
  ) throws -> [String] {
    let agency = agency ?? ""
    let enrolments = try SessionStore.enrolments(in: entry.id, of: agency, in: db)
    let (before, after) = (SessionRoster(old, enrolments), SessionRoster(entry, enrolments))
    func names(_ now: [Enrolment], _ then: [Enrolment]) throws -> [String] {
      try SessionWork.names(now.filter(then.contains), of: agency, in: db)
    }
    return try names(after.waiting, before.seated).map { "waits now:  \($0)" }
      + names(after.seated, before.waiting).map { "has a seat: \($0)" }
  }

  /// What holds whichever command changes it.
  static func checkWhole(
    _ entry: TrainingSession, was old: TrainingSession?, of agency: String, in db: Database
  ) throws {
    try TrainingRules.checkDays(entry.day, entry.lastDay)
    func same(_ part: (TrainingSession) -> [String]) -> Bool { old.map { part($0) == part(entry) } ?? false }
    if !same({ [$0.course, "\($0.version)", $0.day] }) { _ = try SessionRules.course(of: entry, agency, in: db) }
    if !same({ [$0.course, $0.trainer, $0.day, $0.lastDay] }) {
      try SessionRules.checkTrainer(of: entry, SessionStore.trainers(of: agency, in: db))
    }
    guard let old, old.seats != entry.seats else { return }
    try SessionRules.checkSeats(
      entry, SessionRoster(entry, SessionStore.enrolments(in: entry.id, of: agency, in: db)))
  }

  static func checkRemoval(of entry: TrainingSession, agency: String?, in db: Database) throws {
    guard entry.isHeld else { return }
    throw Failure.rule("session-held", "the session was held", next: "it stays; correct what is wrong in it")
  }

  static func standings(
    of entries: [(agency: String, record: TrainingSession)], in db: Database
  ) throws -> [RecordDetails] {
    try entries.map { agency, session in
      let roster = SessionRoster(session, try SessionStore.enrolments(in: session.id, of: agency, in: db))
      let words: String
      if !session.joined.isEmpty {
        words = "joined"
      } else if session.state != TrainingSession.State.planned.rawValue {
        words = session.isHeld ? "\(roster.attended.count) attended" : session.state
      } else {
        words = "\(roster.seated.count) in" + (roster.waiting.isEmpty ? "" : ", \(roster.waiting.count) wait")
      }
      return RecordDetails(
        lines: [words],
        members: JSON.members([
          "seated": JSON(roster.seated.count), "waiting": JSON(roster.waiting.count),
          "attended": JSON(roster.attended.count),
        ]))
    }
  }

  static func details(
    of entry: TrainingSession, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let agency = agency ?? ""
    let roster = SessionRoster(entry, try SessionStore.enrolments(in: entry.id, of: agency, in: db))
    let rows = try standing(roster).map { enrolment, word in
      (
        enrolment.staff, try SessionStore.member(enrolment.staff, of: agency, in: db)?.name ?? "", word
      )
    }
    let evaluations = try SessionStore.evaluations(of: entry.id, agency, in: db)
    let alike = try SessionStore.alike(entry, of: agency, in: db)
    var lines = rows.isEmpty ? ["", "nobody is enrolled"] : [""]
    lines += Layout.table(rows.map { ["  \($0.2)", Shown.line($0.0), Shown.line($0.1)] })
    if !evaluations.isEmpty {
      lines += ["", "evaluated: \(evaluations.map { Shown.line($0.level, limit: 40) }.joined(separator: ", "))"]
    }
    if !alike.isEmpty {
      lines += [""]
      lines += Layout.wrapped(
        "likely the same session: \(alike.map { Shown.line($0.id) }.joined(separator: ", ")); join them with "
          + "`qapi training session join`", hanging: "  ")
    }
    return RecordDetails(
      lines: lines,
      members: JSON.members([
        "roster": .list(
          rows.map { .object(["staff": .text($0.0), "name": .text($0.1), "standing": .text($0.2)]) }),
        "evaluations": JSON(evaluations.map(\.id)), "likely_same": JSON(alike.map(\.id)),
      ]))
  }

  /// Everybody with a word for where they stand, in the order in which they enrolled; those who withdrew last.
  private static func standing(_ roster: SessionRoster) -> [(Enrolment, String)] {
    func word(_ enrolment: Enrolment, _ otherwise: String) -> String {
      enrolment.attendance.isEmpty ? otherwise : enrolment.attendance
    }
    return roster.seated.map { ($0, word($0, "seated")) } + roster.waiting.map { ($0, word($0, "waiting")) }
      + roster.withdrawn.map { ($0, "withdrawn") }
  }
}
