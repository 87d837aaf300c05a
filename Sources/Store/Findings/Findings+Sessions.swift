internal import GRDB
internal import Records
internal import Training

/// Sessions and completions after a merge, by the rules that the commands ask.
extension Findings {
  /// 1. `completion-before-hire`, `completion-after-separation`, `completion-in-future`: see ``Training/CompletionRule``.
  /// 2. `completed-twice`: two completions that stand of one person, course and day.
  /// 3. `unknown-course`, `version-not-taught`: sessions or completions of a course, or of a version, that the agency may not hold, or
  ///    that was not taught yet on the day: see ``Training/CourseRule``.
  /// 4. `attended-in-future`: attendance in a session that ends after today.
  /// 5. `session-over-full`: more attended than there are seats.
  /// 6. `trainer-not-certified`: whoever teaches is not certified on each day of the session, or is not known.
  /// 7. `likely-duplicate-sessions`: two that are likely one, entered on two nodes.
  /// 8. `joined-to-nothing`: a session joined to one that counts no more either.
  /// 9. `attended-without-completion`: somebody attended, and nothing is on record; what is void is.
  /// 10. `enrolled-in-cancelled`: somebody is enrolled in a session that is cancelled. For information.
  ///
  /// - Parameter today: for the rules about the future; they find nothing without it.
  static func sessions(on today: Day?, in db: Database) throws -> [Finding] {
    let agencies = try String.fetchAll(
      db,
      sql: "SELECT DISTINCT agency FROM \(Schema.trainingSession.name) UNION "
        + "SELECT DISTINCT agency FROM \(Schema.completion.name) ORDER BY agency")
    return try agencies.flatMap { agency in
      let courses = try TrainingStore.knownCourses(of: agency, in: db)
      let sessions = try RecordStore.all(TrainingSession.self, of: agency, in: db).map(\.record)
      var found = try completions(of: agency, on: today, in: db)
      found += try twice(of: agency, in: db)
      found += try unknownCourses(of: agency, courses, sessions, in: db)
      found += try attendance(of: agency, sessions, on: today, in: db)
      found += try trainers(of: agency, sessions, in: db)
      found += try duplicates(of: agency, sessions, in: db) + lostJoins(of: agency, sessions)
      found += try withoutCompletion(of: agency, in: db) + cancelled(of: agency, in: db)
      return found
    }
  }

  private static func finding(
    _ rule: String, _ agency: String, _ table: SyncedTable, _ key: [FieldValue], _ message: String, next: String,
    weight: Finding.Weight = .attention
  ) -> Finding {
    Finding(
      rule: rule, weight: weight, agency: agency, row: RowName(table: table.name, key: [.text(agency)] + key),
      message: message, next: next, doer: .agency)
  }

  private static func finding(
    _ rule: String, of session: TrainingSession, _ agency: String, _ message: String, next: String,
    weight: Finding.Weight = .attention
  ) -> Finding {
    finding(
      rule, agency, Schema.trainingSession, [.text(session.id)],
      "\(RecordText.shown(session.course, limit: 40)), \(RecordText.shown(session.day, limit: 10)): \(message)",
      next: next, weight: weight)
  }

  // MARK: Completions

  /// The key of the table holds person and day: a row is read only where its day is wrong. For that SQLite must begin with the staff,
  /// which CROSS JOIN says.
  private static func completions(of agency: String, on today: Day?, in db: Database) throws -> [Finding] {
    let last = today ?? .distantFuture
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.*, s.hired AS hired_on, s.separated AS separated_on FROM \(Schema.staffMember.name) AS s \
        CROSS JOIN \(Schema.completion.name) AS c ON c.agency = s.agency AND c.staff = s.code \
        WHERE s.agency = ? AND (c.day < s.hired OR (s.separated <> '' AND c.day > s.separated) OR c.day > ?) \
        AND c.void = '' ORDER BY c.staff, c.course, c.day, c.number
        """, arguments: [agency, "\(last)"])
    return rows.compactMap { row in
      let completion = Completion(row: row)
      var member = StaffMember()
      (member.code, member.hired, member.separated) = (completion.staff, row["hired_on"], row["separated_on"])
      guard let rule = completion.broken(by: member, today: last) else { return nil }
      let message =
        switch rule {
        case .beforeHire: "what was completed lies before the day of hire"
        case .afterSeparation: "what was completed lies after the last day as staff"
        case .inFuture: "what was completed lies after today"
        }
      return finding(
        rule.rawValue, agency, Schema.completion, completion.keyValues, message,
        next: "correct the day with `qapi training completion reissue`, or the staff's with `qapi training staff`")
    }
  }

  private static func twice(of agency: String, in db: Database) throws -> [Finding] {
    let named = try Row.fetchAll(
      db,
      sql: """
        SELECT staff, course, day FROM \(Schema.completion.name) WHERE agency = ? \
        GROUP BY staff, course, day HAVING count(*) > 1
        """, arguments: [agency])
    return try named.compactMap { row in
      let standing = try SessionStore.completions(
        of: row["staff"], course: row["course"], day: row["day"], agency, in: db
      ).filter { !$0.isVoid }
      guard standing.count > 1, let last = standing.last else { return nil }
      return finding(
        "completed-twice", agency, Schema.completion, last.keyValues,
        "\(standing.count) completions of one person, course and day stand",
        next: "void those that are too many: `qapi training completion void STAFF COURSE DAY --number N --reason ...`")
    }
  }

  /// One finding for each course and version, whatever rests on it.
  private static func unknownCourses(
    of agency: String, _ courses: KnownCourses, _ sessions: [TrainingSession], in db: Database
  ) throws -> [Finding] {
    func rule(_ rule: CourseRule) -> String {
      rule == .notTaught ? rule.rawValue : CourseRule.unknownCourse.rawValue
    }
    func message(_ rule: CourseRule, _ what: String) -> String {
      rule == .notTaught
        ? "\(what) of a version of the course before the day from which it is taught"
        : "\(what) of a course, or of a version of it, that the agency may not hold"
    }
    struct Name: Hashable {
      let rule: CourseRule
      let course: String
      let version: Int
      var order: (String, String, Int) { (course, rule.rawValue, version) }
    }
    let broken = sessions.filter(\.counts).compactMap { session in
      session.broken(by: courses).map { (Name(rule: $0, course: session.course, version: session.version), session) }
    }
    let ofSessions = Dictionary(grouping: broken, by: \.0).sorted { $0.key.order < $1.key.order }.map { name, own in
      finding(
        rule(name.rule), of: own[0].1, agency, message(name.rule, "sessions (\(own.count))"),
        next: "see `qapi training courses`; correct them with `qapi training session edit`")
    }
    let unknown = try String.fetchAll(
      db, sql: "SELECT DISTINCT course FROM \(Schema.completion.name) WHERE agency = ? ORDER BY course",
      arguments: [agency]
    ).filter { courses.versions(of: $0).isEmpty }.flatMap { course in
      try SessionStore.completions(of: nil, course: course, agency, in: db)
    }
    let wrong = (unknown + (try notTaught(of: agency, courses, in: db))).compactMap { completion in
      completion.broken(by: courses).map {
        (Name(rule: $0, course: completion.course, version: $0 == .unknownCourse ? 0 : completion.version), completion)
      }
    }
    let ofCompletions = Dictionary(grouping: wrong, by: \.0).sorted { $0.key.order < $1.key.order }.map { name, own in
      finding(
        rule(name.rule), agency, Schema.completion, own[0].1.keyValues,
        message(name.rule, "what was completed (\(own.count))"),
        next: "see `qapi training courses`; correct them with `qapi training completion reissue`")
    }
    return ofSessions + ofCompletions
  }

  /// Completions of a version before the day from which it is taught, of those who were staff by then: of all others they lie before
  /// hire, which is another finding. By the key of the table.
  private static func notTaught(
    of agency: String, _ courses: KnownCourses, in db: Database
  ) throws -> [Completion] {
    try courses.all.filter { Day($0.first) != nil }.flatMap { course in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT c.* FROM \(Schema.staffMember.name) AS s CROSS JOIN \(Schema.completion.name) AS c \
            ON c.agency = s.agency AND c.staff = s.code AND c.course = ?1 AND c.day < ?2 \
            WHERE s.agency = ?3 AND s.hired < ?2 AND c.version = ?4 ORDER BY c.staff, c.day, c.number
            """), arguments: [course.code, course.first, agency, course.version]
      ).map(Completion.init(row:))
    }
  }

  // MARK: Sessions

  private static func attendance(
    of agency: String, _ sessions: [TrainingSession], on today: Day?, in db: Database
  ) throws -> [Finding] {
    let counts = Dictionary(
      try Row.fetchAll(
        db,
        sql: """
          SELECT session, count(*) AS attended FROM \(Schema.sessionEnrolment.name) \
          WHERE agency = ? AND attendance = ? AND withdrawn = '' GROUP BY session
          """, arguments: [agency, Enrolment.attended]
      ).map { ($0["session"] as String, $0["attended"] as Int) }, uniquingKeysWith: { $1 })
    return try sessions.filter(\.counts).flatMap { session -> [Finding] in
      guard let attended = counts[session.id] else { return [] }
      var found: [Finding] = []
      if let today, session.isInFuture(on: today) {
        found.append(
          finding(
            "attended-in-future", of: session, agency, "\(attended) attended, and it ends after today",
            next: "correct its day, or void what was completed in it"))
      }
      guard session.seats > 0, attended > session.seats else { return found }
      let roster = SessionRoster(session, try SessionStore.enrolments(in: session.id, of: agency, in: db))
      if roster.isOverFull(session) {
        found.append(
          finding(
            "session-over-full", of: session, agency, "\(attended) attended, and there are \(session.seats) seats",
            next: "correct the seats with `qapi training session edit`, or who attended"))
      }
      return found
    }
  }

  private static func trainers(
    of agency: String, _ sessions: [TrainingSession], in db: Database
  ) throws -> [Finding] {
    let trainers = try SessionStore.trainers(of: agency, in: db)
    return sessions.filter(\.counts).compactMap { session in
      let message: String
      switch trainers.standing(for: session) {
      case .nobody, .certified: return nil
      case .unknown: message = "whoever teaches it is no trainer of the agency, and none through DCSS"
      case .notCertified(let day): message = "whoever teaches it is not certified for the course on \(day)"
      }
      return finding(
        "trainer-not-certified", of: session, agency, message,
        next: "enter the certification, or name another trainer with `qapi training session edit`")
    }
  }

  private static func duplicates(
    of agency: String, _ sessions: [TrainingSession], in db: Database
  ) throws -> [Finding] {
    try Dictionary(grouping: sessions.filter(\.counts)) { [$0.course, $0.day] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, own -> [Finding] in
        var known: [String: Set<String>] = [:]
        func people(_ session: TrainingSession) throws -> Set<String> {
          let people = try known[session.id] ?? SessionStore.people(in: session.id, of: agency, in: db)
          known[session.id] = people
          return people
        }
        return try own.indices.compactMap { index -> Finding? in
          let alike = try SessionStore.alike(own[index], among: Array(own[..<index]), people: people)
          guard let first = alike.first else { return nil }
          return finding(
            "likely-duplicate-sessions", of: own[index], agency,
            "it is likely the same session as \(RecordText.shown(first.id, limit: 40))",
            next: "join them with `qapi training session join \(RecordText.shown(first.id, limit: 40)) "
              + "\(RecordText.shown(own[index].id, limit: 40))`; if they are two, say time and place, and correct who is in both"
          )
        }
      }
  }

  private static func lostJoins(of agency: String, _ sessions: [TrainingSession]) -> [Finding] {
    let counting = Set(sessions.filter(\.counts).map(\.id))
    let known = Set(sessions.map(\.id))
    return sessions.filter { known.contains($0.joined) && !counting.contains($0.joined) }.map { session in
      finding(
        "joined-to-nothing", of: session, agency, "it is joined to a session that counts no more either",
        next: "say which of them counts: `qapi training session join KEEP OTHER`")
    }
  }

  private static func withoutCompletion(of agency: String, in db: Database) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT e.session, e.staff FROM \(Schema.sessionEnrolment.name) AS e \
        JOIN \(Schema.trainingSession.name) AS s ON s.agency = e.agency AND s.id = e.session \
        WHERE e.agency = ? AND e.attendance = ? AND e.withdrawn = '' AND s.joined = '' AND s.state <> ? \
        AND NOT EXISTS (SELECT 1 FROM \(Schema.completion.name) AS c WHERE c.agency = e.agency AND c.staff = e.staff \
        AND c.course = s.course AND c.day = CASE s.last_day WHEN '' THEN s.day ELSE s.last_day END) \
        ORDER BY e.session, e.staff
        """, arguments: [agency, Enrolment.attended, TrainingSession.State.cancelled.rawValue]
    ).map { row in
      finding(
        "attended-without-completion", agency, Schema.sessionEnrolment, [.text(row["session"]), .text(row["staff"])],
        "attendance is marked, and nothing was completed by it",
        next: "mark it again with `qapi training attend \(RecordText.shown(row["session"], limit: 40)) STAFF`")
    }
  }

  private static func cancelled(of agency: String, in db: Database) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.id, s.course, s.day, count(*) AS enrolled FROM \(Schema.trainingSession.name) AS s \
        JOIN \(Schema.sessionEnrolment.name) AS e ON e.agency = s.agency AND e.session = s.id \
        WHERE s.agency = ? AND s.state = ? AND s.joined = '' AND e.withdrawn = '' GROUP BY s.id ORDER BY s.id
        """, arguments: [agency, TrainingSession.State.cancelled.rawValue]
    ).map { row in
      var session = TrainingSession(id: row["id"])
      (session.course, session.day) = (row["course"], row["day"])
      return finding(
        "enrolled-in-cancelled", of: session, agency, "\(row["enrolled"] as Int) are enrolled, and it is cancelled",
        next: "tell them, and take them out with `qapi training withdraw`, or add another session",
        weight: .information)
    }
  }
}
