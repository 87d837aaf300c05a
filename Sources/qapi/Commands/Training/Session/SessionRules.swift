import GRDB
import Records
import Store
import Training

/// What is asked of sessions, of those who are in them, and of what they complete, before it is written.
enum SessionRules {
  /// The course of a session in its version.
  ///
  /// - Throws: `Failure.rule` for one that the agency may not hold, or that is not taught yet on the first day.
  static func course(of session: TrainingSession, _ agency: String, in db: Database) throws -> Course {
    let courses = try TrainingRules.courses(of: agency, in: db)
    if let rule = session.broken(by: courses) {
      throw TrainingRules.failure(rule, session.course, version: session.version, on: session.day, courses)
    }
    guard let course = courses.course(session.course, version: session.version) else {
      preconditionFailure("the version was just found")
    }
    return course
  }

  /// - Throws: `Failure.rule` for a trainer who may not teach the session on each of its days.
  static func checkTrainer(of session: TrainingSession, _ trainers: KnownTrainers) throws {
    let code = Shown.line(session.trainer, limit: 40)
    switch trainers.standing(for: session) {
    case .nobody, .certified: return
    case .unknown:
      throw Failure.rule(
        "unknown-trainer", "there is no trainer '\(code)'",
        next: "see `qapi training trainer list` and `qapi training published list`")
    case .notCertified(let day):
      throw Failure.rule(
        "trainer-not-certified",
        "the trainer \(code) is not certified for \(Shown.line(session.course, limit: 40)) on \(day)",
        next: "enter the certification (`qapi training certification`), or name another trainer")
    }
  }

  static func checkCounts(_ session: TrainingSession) throws {
    guard session.joined.isEmpty else {
      throw Failure.rule(
        "session-joined", "the session is joined to another one, and counts no more",
        next: "work on \(Shown.line(session.joined, limit: 40))")
    }
    guard session.counts else {
      throw Failure.rule(
        "session-cancelled", "the session is cancelled", next: "add another one: `qapi training session`")
    }
  }

  /// Before people enrol or withdraw, and before it is moved or cancelled.
  static func checkPlanned(_ session: TrainingSession) throws {
    try checkCounts(session)
    guard !session.isHeld else {
      throw Failure.rule(
        "session-held", "the session was held: what was completed in it is on record",
        next: "correct that with `qapi training attend` or `qapi training completion`")
    }
  }

  static func checkOver(_ session: TrainingSession, today: Day) throws {
    guard session.isInFuture(on: today) else { return }
    throw Failure.rule(
      "session-in-future", "the session ends on \(Shown.line(session.completedOn)), after today",
      next: "mark attendance when it is over, or correct its day: `qapi training session move`")
  }

  static func checkSeats(_ session: TrainingSession, _ roster: SessionRoster) throws {
    guard roster.isOverFull(session) else { return }
    throw Failure.rule(
      "over-full", "\(roster.attended.count) attended, and there are \(session.seats) seats",
      next: "correct who attended, or the seats: `qapi training session edit \(PlanName.short(session.id)) seats=...`")
  }

  static func check(_ completion: Completion, of member: StaffMember, today: Day) throws {
    let code = Shown.line(member.code, limit: 40)
    switch completion.broken(by: member, today: today) {
    case nil: return
    case .beforeHire:
      throw Failure.rule(
        "before-hire", "\(code) was hired on \(member.hired), after \(completion.day)",
        next: "correct one of the days; what was learned elsewhere is kind=\"equivalent prior training\"")
    case .afterSeparation:
      throw Failure.rule(
        "after-separation", "\(code) was staff until \(member.separated), before \(completion.day)",
        next: "correct one of the days")
    case .inFuture:
      throw Failure.rule("completion-in-future", "\(completion.day) is after today", next: "correct the day")
    }
  }

  /// A time as somebody typed it, as it is kept.
  static func time(_ typed: String) throws -> String {
    do {
      guard case .text(let time) = try FieldContent.time.value(of: RecordText.normalised(typed)) else { return "" }
      return time
    } catch {
      throw Failure.usage("--time: \(error.problem); nothing was changed", next: error.next)
    }
  }

  /// The id of a session with its time and place, where one of several is to be named.
  static func shown(_ session: TrainingSession) -> String {
    let known = [session.time, session.place].filter { !$0.isEmpty }.map { Shown.line($0, limit: 40) }
    return Shown.line(session.id) + (known.isEmpty ? "" : " (\(known.joined(separator: ", ")))")
  }

  /// Sessions that are likely this one, as they stand after a change: what is said of it, and how they are joined.
  static func likelySame(_ session: TrainingSession, of agency: String, in db: Database) throws -> [String] {
    try SessionStore.alike(session, of: agency, in: db).map { other in
      "likely the same session as \(Shown.line(other.id)); if so: "
        + "qapi training session join \(PlanName.short(other.id)) \(PlanName.short(session.id))"
    }
  }

  /// Somebody's code, or a name that nobody else bears.
  static func member(_ typed: String, of agency: String, in db: Database) throws -> StaffMember {
    let code = try RecordID.complete(RecordText.normalised(typed), in: Schema.staffMember, of: agency, in: db)
    guard let member = try SessionStore.member(code, of: agency, in: db) else {
      preconditionFailure("the code was just found")
    }
    return member
  }

  /// The same of several; whoever is named twice is there once.
  static func members(_ typed: [String], of agency: String, in db: Database) throws -> [StaffMember] {
    var codes: Set<String> = []
    return try typed.map { try member($0, of: agency, in: db) }.filter { codes.insert($0.code).inserted }
  }

  /// A session that somebody named by its id, the beginning of it, or `latest`.
  static func session(_ typed: String, of agency: String, in db: Database) throws -> TrainingSession {
    let id = try RecordID.complete(typed, in: Schema.trainingSession, of: agency, in: db)
    guard let session = try SessionStore.session(id, of: agency, in: db) else {
      preconditionFailure("the session was just found")
    }
    return session
  }
}
