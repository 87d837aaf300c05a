import GRDB
import Records
import Store
import Training

/// A session with those who are in it, while a command changes it: every enrolment and every mark of attendance goes through the same
/// rules, and is written at once or not at all.
struct SessionWork {
  enum Mark: Hashable { case attended, absent }

  let agency: String
  private(set) var session: TrainingSession
  /// What was wrong with the course when the session was read: a merge may have brought one that is not known here.
  private let course: Result<Course, Failure>
  /// As it stood; nil for a new one.
  let old: TrainingSession?
  private let stood: [String: Enrolment]
  private var enrolments: [String: Enrolment]
  /// New ones.
  private(set) var completions: [Completion] = []
  /// Those who attended, as it is said now, and whose completion of the day is void: it stays so.
  private(set) var void: [String] = []
  /// Those whose completion of the day stands with other hours than are said now.
  private(set) var otherHours: [String] = []

  /// - Parameter isNew: whether the session is still to be written.
  init(_ session: TrainingSession, isNew: Bool = false, of agency: String, in db: Database) throws {
    self.agency = agency
    self.session = session
    old = isNew ? nil : session
    do {
      course = .success(try SessionRules.course(of: session, agency, in: db))
    } catch let failure as Failure {
      course = .failure(failure)
    }
    let own = isNew ? [] : try SessionStore.enrolments(in: session.id, of: agency, in: db)
    stood = Dictionary(own.map { ($0.staff, $0) }, uniquingKeysWith: { $1 })
    enrolments = stood
  }

  var roster: SessionRoster { SessionRoster(session, Array(enrolments.values)) }
  var isNew: Bool { old == nil }
  /// Codes of those who are in it, as far as anybody knows.
  var people: Set<String> { Set(enrolments.values.filter(\.isThere).map(\.staff)) }
  var changed: [Enrolment] {
    enrolments.values.filter { stood[$0.staff] != $0 }.sorted { ($0.place, $0.staff) < ($1.place, $1.staff) }
  }
  var changesAnything: Bool { isNew || session != old || !changed.isEmpty || !completions.isEmpty }

  /// Who waits for a seat that has one after a change.
  func movedUp(since before: SessionRoster) -> [Enrolment] {
    let waited = Set(before.waiting.map(\.staff))
    return roster.seated.filter { waited.contains($0.staff) }
  }

  /// - Returns: whether anything changes.
  @discardableResult
  mutating func enrol(_ member: StaffMember, today: Day) throws -> Bool {
    if let standing = enrolments[member.code], standing.withdrawn.isEmpty { return false }
    // Nothing lies in the future of a day that is still to come.
    try SessionRules.check(try completion(of: member, hours: nil), of: member, today: .distantFuture)
    var enrolment = Enrolment()
    (enrolment.session, enrolment.staff, enrolment.day) = (session.id, member.code, "\(today)")
    enrolment.place = min(Positions.next(after: enrolments.values.map(\.place)), 999_999)
    enrolments[member.code] = enrolment
    return true
  }

  @discardableResult
  mutating func withdraw(_ member: StaffMember, today: Day) throws -> Bool {
    guard var enrolment = enrolments[member.code], enrolment.withdrawn.isEmpty else { return false }
    try checkMayGo(enrolment)
    enrolment.withdrawn = "\(today)"
    enrolments[member.code] = enrolment
    return true
  }

  /// Marks attendance, of each person once; whoever was not enrolled is so by it. What was completed is completed once: a completion of the day that stands
  /// stays as it is, and a void one void.
  ///
  /// - Parameter hours: hundredths of an hour; nil for those of the session, or else of the course.
  mutating func mark(_ member: StaffMember, _ mark: Mark, hours: Int? = nil, today: Day, in db: Database) throws {
    try SessionRules.checkCounts(session)
    try SessionRules.checkOver(session, today: today)
    try enrol(member, today: today)
    guard var enrolment = enrolments[member.code] else { preconditionFailure("the person was just enrolled") }
    switch mark {
    case .absent:
      if enrolment.attendance == Enrolment.attended {
        let standing = try standingCompletions(of: member, in: db)
        if standing.contains(where: { !$0.isVoid }) { try checkMayGo(enrolment) }
      }
      enrolment.attendance = Enrolment.absent
    case .attended:
      let completion = try completion(of: member, hours: hours)
      try SessionRules.check(completion, of: member, today: today)
      let standing = try standingCompletions(of: member, in: db)
      if let stands = standing.last(where: { !$0.isVoid }) {
        if let hours, stands.hours != hours { otherHours.append(member.code) }
      } else if standing.isEmpty {
        completions.append(completion)
      } else {
        void.append(member.code)
      }
      enrolment.attendance = Enrolment.attended
      session.state = TrainingSession.State.held.rawValue
    }
    enrolments[member.code] = enrolment
  }

  /// What is asked of the session as a whole once all is marked.
  func checkAttended(_ trainers: KnownTrainers) throws {
    let attended = changed.contains { $0.attendance == Enrolment.attended }
    guard attended || !completions.isEmpty || isNew else { return }
    try SessionRules.checkTrainer(of: session, trainers)
    try SessionRules.checkSeats(session, roster)
  }

  func write(in db: Database) throws {
    if let old {
      try RecordStore.update(session, from: old, agency: agency, in: db)
    } else {
      try RecordStore.insert(session, agency: agency, in: db)
    }
    for enrolment in changed {
      if let before = stood[enrolment.staff] {
        try RecordStore.update(enrolment, from: before, agency: agency, in: db)
      } else {
        try RecordStore.insert(enrolment, agency: agency, in: db)
      }
    }
    for completion in completions { try RecordStore.insert(completion, agency: agency, in: db) }
  }

  private func standingCompletions(of member: StaffMember, in db: Database) throws -> [Completion] {
    try SessionStore.completions(of: member.code, course: session.course, day: session.completedOn, agency, in: db)
  }

  private func completion(of member: StaffMember, hours: Int?) throws -> Completion {
    let course = try course.get()
    var completion = Completion()
    (completion.staff, completion.course, completion.day) = (member.code, session.course, session.completedOn)
    completion.version = session.version
    completion.hours = hours ?? (session.hours > 0 ? session.hours : course.hours)
    return completion
  }

  private func checkMayGo(_ enrolment: Enrolment) throws {
    guard enrolment.attendance == Enrolment.attended else { return }
    throw Failure.rule(
      "has-attended", "\(Shown.line(enrolment.staff, limit: 40)) attended, and what was completed is on record",
      next: "void that first: `qapi training completion void STAFF COURSE DAY --reason ...`")
  }
}

extension SessionWork {
  /// What there is to say of marks that wrote no completion.
  var remarks: [String] {
    void.map {
      "\(Shown.line($0)): what was completed on that day is void, and stays so; "
        + "`qapi training completion reissue` writes it anew"
    }
      + otherHours.map {
        "\(Shown.line($0)): what was completed stands with other hours; "
          + "`qapi training completion reissue` corrects it"
      }
  }

  /// Codes with names, as people read them.
  static func names(_ enrolments: [Enrolment], of agency: String, in db: Database) throws -> [String] {
    try enrolments.map { enrolment in
      let member = try SessionStore.member(enrolment.staff, of: agency, in: db)
      return shown(enrolment.staff, member?.name ?? "")
    }
  }

  static func shown(_ code: String, _ name: String) -> String {
    Shown.line(code) + (name.isEmpty ? "" : "  \(Shown.line(name))")
  }
}
