import ArgumentParser
import GRDB
import Records
import Store
import Training

struct SessionAttend: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "attend", abstract: "Mark who attended a session: they have completed the course by it (the agency).",
    discussion: """
      Whoever is named and was not enrolled walked in, if there is a seat. --all marks those with a seat who are not marked yet, but \
      those behind --absent. What is marked already stays; a completion that is void stays void.

      JSON: session, attended, absent, completed (codes), void (codes of those whose completion of the day is void).
      """)
  @Argument(help: "Id of the session, or the beginning of it, or `latest`.")
  var session: String
  @Argument(help: "Who attended: codes of staff, or names that nobody else bears.")
  var staff: [String] = []
  @Option(name: .customLong("absent"), parsing: .upToNextOption, help: "Who did not.")
  var absent: [String] = []
  @Flag(help: "All who have a seat attended.")
  var all = false
  @Option(help: "Hours of those who are named, like 2.5; else those of the session, or of the course.")
  var hours: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !all || staff.isEmpty else { throw ValidationError("Say --all, or who attended.") }
    guard all || !staff.isEmpty || !absent.isEmpty else {
      throw ValidationError("Say who attended, --absent with those who did not, or --all.")
    }
  }

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<SessionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let hours = try Self.hours(hours)
    let agency = node.member
    let (work, present, missing) = try writing.write(on: node, as: person, otherwise: "attendance") { db in
      var work = try SessionWork(SessionRules.session(session, of: agency, in: db), of: agency, in: db)
      let missing = try SessionRules.members(absent, of: agency, in: db)
      let present =
        try all
        ? Self.unmarked(work.roster, but: missing, of: agency, in: db)
        : SessionRules.members(staff, of: agency, in: db)
      if let both = present.first(where: missing.contains) {
        throw Failure.usage(
          "\(Shown.line(both.code)) cannot have attended and been absent; nothing was changed",
          next: "say one of the two")
      }
      for member in missing { try work.mark(member, .absent, today: today, in: db) }
      for member in present { try work.mark(member, .attended, hours: hours, today: today, in: db) }
      try work.checkAttended(SessionStore.trainers(of: agency, in: db))
      try work.write(in: db)
      return (work, present, missing)
    }
    return Report(
      lines: present.map { "attended  " + SessionWork.shown($0.code, $0.name) }
        + missing.map { "absent    " + SessionWork.shown($0.code, $0.name) } + [
          "\(work.completions.count) completed \(Shown.line(work.session.course)) on \(Shown.line(work.session.completedOn))"
        ],
      json: [
        "session": .text(work.session.id), "attended": JSON(present.map(\.code)), "absent": JSON(missing.map(\.code)),
        "completed": JSON(work.completions.map(\.staff)), "void": JSON(work.void),
      ], notes: work.remarks + (work.changesAnything ? [node.nextExchange] : ["nothing was changed"]))
  }

  /// Those with a seat who are not marked yet.
  private static func unmarked(
    _ roster: SessionRoster, but missing: [StaffMember], of agency: String, in db: Database
  ) throws -> [StaffMember] {
    let out = Set(missing.map(\.code))
    return try roster.seated.filter { $0.attendance != Enrolment.absent && !out.contains($0.staff) }.map {
      try SessionRules.member($0.staff, of: agency, in: db)
    }
  }

  /// Hundredths of an hour; nil where nothing is said.
  static func hours(_ text: String?) throws -> Int? {
    guard let text else { return nil }
    do throws(FieldProblem) {
      guard case .integer(let hours) = try FieldContent.hundredths.value(of: RecordText.normalised(text)) else {
        return nil
      }
      return Int(hours)
    } catch {
      throw Failure.usage("--hours: \(error.problem); nothing was changed", next: error.next)
    }
  }
}
