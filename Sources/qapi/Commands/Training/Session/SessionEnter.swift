import ArgumentParser
import GRDB
import Records
import Store
import SyncEngine
import Training

struct SessionEnter: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter", abstract: "Enter a session that was held, with those who attended, in one act (the agency).",
    discussion: """
      Takes the session of that course and day, or makes it. Without staff on the command line their codes are read from standard \
      input, one on a line, until it ends; each name is shown as it is found. A session that is likely the same is named.

      JSON: session, made, attended, completed (codes), void (codes of those whose completion of the day is void).
      """)
  @Argument(help: "Code of the course.")
  var course: String
  @Argument(help: "The day, like 2024-01-31.")
  var day: String
  @Argument(help: "Who attended: codes of staff, or names that nobody else bears.")
  var staff: [String] = []
  @Option(help: "The time, like 09:00, where several sessions are on that day.")
  var time: String?
  @Option(help: "The place, where several are.")
  var place: String?
  @Option(help: "Code of the trainer, of a new session.")
  var trainer: String?
  @Option(help: "Version of the course, of a new session; else the one that was taught on the day.")
  var version: Int?
  @Option(help: "Hours, like 2.5; else those of the session, or of the course.")
  var hours: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<SessionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let hours = try SessionAttend.hours(hours)
    let said = try self.said(id: node.newID())
    let agency = node.member
    let typed = try staff.isEmpty ? Self.codes(on: node) : staff
    guard !typed.isEmpty else {
      throw Failure.usage("nobody is named; nothing was changed", next: "name those who attended, by their codes")
    }
    let (work, members, alike) = try writing.write(on: node, as: person, otherwise: "session entered") { db in
      var work = try Self.work(said, of: agency, in: db)
      let members = try SessionRules.members(typed, of: agency, in: db)
      for member in members { try work.mark(member, .attended, hours: hours, today: today, in: db) }
      try work.checkAttended(SessionStore.trainers(of: agency, in: db))
      try work.write(in: db)
      return (work, members, try SessionRules.likelySame(work.session, of: agency, in: db))
    }
    let session = work.session
    return Report(
      lines: members.map { "attended  " + SessionWork.shown($0.code, $0.name) } + [
        "\(work.completions.count) completed \(Shown.line(session.course)) on \(Shown.line(session.completedOn))",
        "session \(session.id)\(work.isNew ? " is new" : "")",
      ],
      json: [
        "session": .text(session.id), "made": JSON(work.isNew), "attended": JSON(members.map(\.code)),
        "completed": JSON(work.completions.map(\.staff)), "void": JSON(work.void),
      ], notes: work.remarks + alike + (work.changesAnything ? [node.nextExchange] : ["nothing was changed"]))
  }

  private func said(id: String) throws -> TrainingSession {
    var said = TrainingSession(id: id)
    said.course = try Entered.text(course, "the course", oneLine: true, mayBeEmpty: false)
    said.day = "\(try Entered.day(day, "the day"))"
    if let version { said.version = min(max(version, 1), 9_999) } else { said.version = 0 }
    said.time = try time.map(SessionRules.time) ?? ""
    said.place = try place.map { try Entered.text($0, "--place", oneLine: true) } ?? ""
    said.trainer = try trainer.map { try Entered.text($0, "--trainer", oneLine: true) } ?? ""
    return said
  }

  /// The session that was named, or a new one.
  private static func work(_ said: TrainingSession, of agency: String, in db: Database) throws -> SessionWork {
    let like = try SessionStore.alike(said, of: agency, in: db)
    guard like.count < 2 else {
      throw Failure.rule(
        "several-sessions", "\(like.count) sessions of that day may be meant",
        next: "say --time and --place, or use `qapi training attend` with one of: "
          + like.map(SessionRules.shown).joined(separator: ", "))
    }
    if let session = like.first {
      guard [0, session.version].contains(said.version), ["", session.trainer].contains(said.trainer) else {
        throw Failure.rule(
          "another-session", "the session of that day has another version or trainer",
          next: "leave --version and --trainer out, or `qapi training session edit \(PlanName.short(session.id))`")
      }
      return try SessionWork(session, of: agency, in: db)
    }
    let new = try SessionNoun.filled(said, was: nil, of: agency, in: db)
    try SessionNoun.checkWhole(new, was: nil, of: agency, in: db)
    return try SessionWork(new, isNew: true, of: agency, in: db)
  }

  /// Codes from standard input. Where a person types, one that is not known is said at once, and not taken.
  private static func codes(on node: OpenNode) throws -> [String] {
    let isTyped = Terminal.isInteractive
    if isTyped { Terminal.note("codes of those who attended, one on a line; Ctrl-D ends") }
    var codes: [String] = []
    while let line = readLine() {
      let typed = RecordText.normalised(line)
      guard !typed.isEmpty else { continue }
      do {
        let member = try node.engine.queue.read { db in try SessionRules.member(typed, of: node.member, in: db) }
        Terminal.note("  " + SessionWork.shown(member.code, member.name))
        codes.append(member.code)
      } catch let failure as Failure where isTyped {
        Terminal.note("  not taken: \(Shown.line(failure.what.replacing("; nothing was changed", with: "")))")
      }
    }
    return codes
  }
}
