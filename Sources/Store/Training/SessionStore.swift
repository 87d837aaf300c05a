public import GRDB
public import Records
public import Training

/// Sessions, who is in them, and what was completed: always by key, or by days.
public enum SessionStore {
  /// - Returns: nil if there is no session with this id.
  public static func session(_ id: String, of agency: String, in db: Database) throws -> TrainingSession? {
    try RecordStore.find(TrainingSession(id: id), agency: agency, in: db)
  }

  /// The sessions that begin on one of the days, by day and id.
  public static func sessions(
    of agency: String, in days: ClosedRange<Day>, in db: Database
  ) throws -> [TrainingSession] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM \(Schema.trainingSession.name) WHERE agency = ? AND day BETWEEN ? AND ? ORDER BY day, id",
      arguments: [agency, "\(days.lowerBound)", "\(days.upperBound)"]
    ).map(TrainingSession.init(row:))
  }

  /// Those that are likely the same session, and count: entered twice, on two nodes.
  public static func alike(_ session: TrainingSession, of agency: String, in db: Database) throws -> [TrainingSession] {
    guard let day = Day(session.day), session.counts else { return [] }
    let others = try sessions(of: agency, in: day...day, in: db).filter { $0.id != session.id && $0.counts }
    return try alike(session, among: others) { try people(in: $0.id, of: agency, in: db) }
  }

  /// The same of sessions that were read.
  ///
  /// - Parameter people: who is in a session (``people(in:of:in:)``).
  public static func alike(
    _ session: TrainingSession, among others: [TrainingSession], people: (TrainingSession) throws -> Set<String>
  ) rethrows -> [TrainingSession] {
    try others.filter { try $0.isLike(session, shared: !people($0).isDisjoint(with: people(session))) }
  }

  /// Codes of those who are in a session, as far as anybody knows.
  public static func people(in session: String, of agency: String, in db: Database) throws -> Set<String> {
    Set(try enrolments(in: session, of: agency, in: db).filter(\.isThere).map(\.staff))
  }

  public static func enrolments(in session: String, of agency: String, in db: Database) throws -> [Enrolment] {
    try RecordStore.records(Enrolment.self, of: agency, where: "session", is: session, in: db)
  }

  public static func evaluations(
    of session: String, _ agency: String, in db: Database
  ) throws -> [TrainingEvaluation] {
    try RecordStore.records(TrainingEvaluation.self, of: agency, where: "session", is: session, in: db)
  }

  public static func trainers(of agency: String, in db: Database) throws -> KnownTrainers {
    KnownTrainers(
      try RecordStore.all(Trainer.self, of: agency, in: db).map(\.record),
      try RecordStore.all(TrainerCertification.self, of: agency, in: db).map(\.record),
      published: try RecordStore.published(PublishedTrainer.self, in: db))
  }

  /// - Returns: nil if nobody has the code.
  public static func member(_ code: String, of agency: String, in db: Database) throws -> StaffMember? {
    var named = StaffMember()
    named.code = code
    return try RecordStore.find(named, agency: agency, in: db)
  }

  /// What somebody completed of a course on a day, void ones too, by number.
  public static func completions(
    of staff: String, course: String, day: String, _ agency: String, in db: Database
  ) throws -> [Completion] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM \(Schema.completion.name) WHERE agency = ? AND staff = ? AND course = ? AND day = ? \
          ORDER BY number
          """), arguments: [agency, staff, course, day]
    ).map(Completion.init(row:))
  }

  /// What was completed by one person, in one course, or both, void ones too, by their key. Both are read from the key of the table;
  /// nil for both reads all of it.
  public static func completions(
    of staff: String?, course: String?, _ agency: String, in db: Database
  ) throws -> [Completion] {
    let conditions =
      [("agency", agency)]
      + [("staff", staff), ("course", course)].compactMap { name, value in
        value.map { (name, $0) }
      }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM \(Schema.completion.name) WHERE \(conditions.map { "\($0.0) = ?" }.joined(separator: " AND ")) \
        ORDER BY \(Schema.completion.primaryKey.joined(separator: ", "))
        """, arguments: StatementArguments(conditions.map(\.1))
    ).map(Completion.init(row:))
  }
}
