import ArgumentParser
import GRDB
import Records
import Store
import Training

struct SessionMove: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move a session to another day, time or place (the agency).",
    discussion: """
      A session of several days keeps its length, unless --last-day says another. Whoever is enrolled stays so, and is named, so that \
      they can be told.

      JSON: \(SessionNoun.jsonNames), was (day), enrolled (codes).
      """)
  @Argument(help: "Id of the session, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "The day, like 2024-01-31.")
  var day: String
  @Option(help: "The last day, of a session of several.")
  var lastDay: String?
  @Option(help: "The time, like 09:00; else as it was.")
  var time: String?
  @Option(help: "The place; else as it was.")
  var place: String?
  @Option(help: "Why it is moved.")
  var reason: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<SessionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let day = try Entered.day(day, "--day")
    let lastDay = try lastDay.map { try Entered.day($0, "--last-day") }
    let reason = try Entered.text(reason, "--reason", oneLine: true, mayBeEmpty: false)
    let time = try time.map(SessionRules.time)
    let place = try place.map { try Entered.text($0, "--place", oneLine: true) }
    let agency = node.member
    let (old, moved, enrolled, names) = try writing.write(on: node, as: person, otherwise: "session moved") { db in
      let old = try SessionRules.session(id, of: agency, in: db)
      try SessionRules.checkPlanned(old)
      var session = old
      session.day = "\(day)"
      session.lastDay = lastDay.map { "\($0)" } ?? Self.shifted(old, to: day)
      if let time { session.time = time }
      if let place { session.place = place }
      guard session != old else { return (old, session, [Enrolment](), [String]()) }
      session.reason = reason
      try SessionNoun.checkWhole(session, was: old, of: agency, in: db)
      let roster = SessionRoster(session, try SessionStore.enrolments(in: session.id, of: agency, in: db))
      let standing = roster.seated + roster.waiting
      for enrolment in standing {
        guard let member = try SessionStore.member(enrolment.staff, of: agency, in: db) else { continue }
        var completion = Completion()
        (completion.staff, completion.course, completion.day) = (member.code, session.course, session.completedOn)
        try SessionRules.check(completion, of: member, today: .distantFuture)
      }
      try RecordStore.update(session, from: old, agency: agency, in: db)
      return (old, session, standing, try SessionWork.names(standing, of: agency, in: db))
    }
    guard moved != old else { return Report(notes: ["nothing was changed: it is on that day already"]) }
    return Report(
      lines: ["session \(moved.id) is moved from \(Shown.line(old.day)) to \(moved.day)"]
        + (names.isEmpty ? [] : ["enrolled:"] + names.map { "  " + $0 }),
      notes: [node.nextExchange],
      members: SessionNoun.members(of: moved, agency: agency) + [
        .init(key: "was", value: .text(old.day)),
        .init(key: "enrolled", value: JSON(enrolled.map(\.staff))),
      ])
  }

  /// The last day of a session of several days that begins on another day, and is as long.
  private static func shifted(_ session: TrainingSession, to day: Day) -> String {
    guard let first = Day(session.day), let last = Day(session.lastDay) else { return session.lastDay }
    return day.adding(days: last.ordinal - first.ordinal).map { "\($0)" } ?? ""
  }
}

struct SessionCancel: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancel a session; whoever is enrolled withdraws by it (the agency).",
    discussion: """
      It stays cancelled: if it is held after all, add another one, and enrol those who were in it. To another day it is moved: \
      `qapi training session move`.

      JSON: \(SessionNoun.jsonNames), enrolled (codes of those who were).
      """)
  @Argument(help: "Id of the session, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "Why it is cancelled.")
  var reason: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<SessionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let reason = try Entered.text(reason, "--reason", oneLine: true, mayBeEmpty: false)
    let agency = node.member
    let (session, enrolled, names) = try writing.write(on: node, as: person, otherwise: "session cancelled") { db in
      let old = try SessionRules.session(id, of: agency, in: db)
      try SessionRules.checkPlanned(old)
      var session = old
      (session.state, session.reason) = (TrainingSession.State.cancelled.rawValue, reason)
      try RecordStore.update(session, from: old, agency: agency, in: db)
      let roster = SessionRoster(old, try SessionStore.enrolments(in: old.id, of: agency, in: db))
      let standing = roster.seated + roster.waiting
      for enrolment in standing {
        var withdrawn = enrolment
        withdrawn.withdrawn = "\(today)"
        try RecordStore.update(withdrawn, from: enrolment, agency: agency, in: db)
      }
      return (session, standing, try SessionWork.names(standing, of: agency, in: db))
    }
    return Report(
      lines: ["session \(session.id) of \(Shown.line(session.day)) is cancelled"]
        + (names.isEmpty ? [] : ["were enrolled:"] + names.map { "  " + $0 }),
      notes: [Self.advice(session, enrolled), node.nextExchange],
      members: SessionNoun.members(of: session, agency: agency) + [
        .init(key: "enrolled", value: JSON(enrolled.map(\.staff)))
      ])
  }

  /// A cancelled session does not come back: what is held after all is another one.
  private static func advice(_ session: TrainingSession, _ enrolled: [Enrolment]) -> String {
    func word(_ text: String) -> String { text.contains(" ") ? "\"\(Shown.line(text))\"" : Shown.line(text) }
    let again = "if it is held after all: qapi training session course=\(word(session.course)) day=\(session.day)"
    let staff = enrolled.prefix(20).map { word($0.staff) }.joined(separator: " ")
    return again
      + (staff.isEmpty ? "" : "; and qapi training enrol latest \(staff)\(enrolled.count > 20 ? " ..." : "")")
  }
}
