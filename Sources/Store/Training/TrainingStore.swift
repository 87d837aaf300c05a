public import GRDB
internal import Records
public import Training

/// Staff, and what is required of them.
public enum TrainingStore {
  /// The staff of an agency with what decides which training is required of each, by code.
  public static func staff(of agency: String, in db: Database) throws -> [StaffHistory] {
    func own<Record: StoredRow>(_: Record.Type, _ staff: (Record) -> String) throws -> [String: [Record]] {
      Dictionary(grouping: try RecordStore.all(Record.self, of: agency, in: db).map(\.record), by: staff)
    }
    let assignments = try own(StaffAssignment.self, \.staff)
    let leaves = try own(StaffLeave.self, \.staff)
    let waivers = try own(TrainingWaiver.self, \.staff)
    return try RecordStore.all(StaffMember.self, of: agency, in: db).map { _, member in
      StaffHistory(
        member, assignments: assignments[member.code] ?? [], leaves: leaves[member.code] ?? [],
        waivers: waivers[member.code] ?? [])
    }
  }

  /// What the assignments of an agency say of unit, level, class or supervisor, on any day: each once, in order.
  public static func assigned(
    _ grouping: ComplianceGrouping, of agency: String, in db: Database
  ) throws -> [String] {
    let column =
      switch grouping {
      case .unit: "unit"
      case .level: "level"
      case .jobClass: "job_class"
      case .supervisor: "supervisor"
      }
    return try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT \(column) FROM \(Schema.staffAssignment.name) WHERE agency = ? AND \(column) <> '' ORDER BY 1
        """, arguments: [agency])
  }

  /// One member of the staff; nil if nobody has the code.
  public static func member(_ code: String, of agency: String, in db: Database) throws -> StaffHistory? {
    var named = StaffMember()
    named.code = code
    guard let member = try RecordStore.find(named, agency: agency, in: db) else { return nil }
    func own<Record: StoredRow>(_: Record.Type) throws -> [Record] {
      try RecordStore.records(Record.self, of: agency, where: "staff", is: code, in: db)
    }
    return StaffHistory(
      member, assignments: try own(StaffAssignment.self), leaves: try own(StaffLeave.self),
      waivers: try own(TrainingWaiver.self))
  }

  /// What the department requires of all, and the agency of its own staff: by course.
  public static func requirements(of agency: String, in db: Database) throws -> [TrainingRequirement] {
    let local = try RecordStore.all(LocalRequirement.self, of: agency, in: db).map(\.record.rule)
    return (try RecordStore.published(TrainingRequirement.self, in: db) + local).sorted {
      ($0.course, $0.id) < ($1.course, $1.id)
    }
  }

  /// Everything that somebody completed, void ones too, by course and day.
  public static func completions(of staff: String, _ agency: String, in db: Database) throws -> [Completion] {
    try RecordStore.records(Completion.self, of: agency, where: "staff", is: staff, in: db)
  }

  /// The courses that an agency may hold: approved curriculum, and special training of its own that the department approved.
  /// By code and version.
  public static func courses(of agency: String, in db: Database) throws -> [Course] {
    let published = try RecordStore.published(Course.self, in: db)
    let names = Set(published.map { [$0.code, "\($0.version)"] })
    let own = try proposals(of: agency, in: db).filter { $0.isApproved }.map(\.proposal.offered)
    return (published + own.filter { !names.contains([$0.code, "\($0.version)"]) }).sorted {
      ($0.code, $0.version) < ($1.code, $1.version)
    }
  }

  /// The same, by which versions are judged.
  public static func knownCourses(of agency: String, in db: Database) throws -> KnownCourses {
    KnownCourses(try courses(of: agency, in: db))
  }

  /// What the courses of some agencies are called.
  public static func titles(of agencies: [String], in db: Database) throws -> CourseTitles {
    CourseTitles(try agencies.flatMap { try courses(of: $0, in: db) })
  }

  /// A Training Proposal with the department's answers to it, in the order in which they were written.
  public struct AnsweredProposal: Hashable, Sendable {
    public let proposal: TrainingProposal
    public let answers: [ProposalAnswer]

    public var isApproved: Bool { answers.last?.result == ProposalAnswer.Result.approved.rawValue }
  }

  public static func proposals(of agency: String, in db: Database) throws -> [AnsweredProposal] {
    let answers = Dictionary(
      grouping: try RecordStore.all(ProposalAnswer.self, of: agency, in: db).map(\.record), by: \.proposal)
    return try RecordStore.all(TrainingProposal.self, of: agency, in: db).map { _, proposal in
      AnsweredProposal(proposal: proposal, answers: answers[proposal.id] ?? [])
    }
  }
}
