public import GRDB
public import Records
public import Training

/// Who has the training that is required, on any day. What it costs follows the people and their requirements: each asks once for
/// the last completion, by the key of the table, however many there are.
public struct ComplianceStore {
  private let agency: String
  private let requirements: [TrainingRequirement]
  private let statement: Statement

  public init(_ agency: String, in db: Database) throws {
    self.agency = agency
    requirements = try TrainingStore.requirements(of: agency, in: db)
    statement = try db.cachedStatement(
      sql: """
        SELECT * FROM \(Schema.completion.name) WHERE agency = ? AND staff = ? AND course = ? AND day <= ? \
        AND void = '' AND version >= ? ORDER BY day DESC, number DESC LIMIT 1
        """)
  }

  /// Codes of the courses that anything requires, in force or not.
  public var courses: Set<String> { Set(requirements.map(\.course)) }

  /// Everybody who is staff on a day and has an assignment, by code.
  ///
  /// - Parameter isWanted: who is looked at; of all others no completion is asked for.
  public func everybody(
    on day: Day, in db: Database, where isWanted: (StaffAssignment) -> Bool = { _ in true }
  ) throws -> [StaffCompliance] {
    try TrainingStore.staff(of: agency, in: db).compactMap { history in
      guard let assignment = history.assignment(on: day), isWanted(assignment) else { return nil }
      return try person(history, on: day)
    }
  }

  /// nil for whoever is not staff on that day, or has no assignment.
  public func person(_ history: StaffHistory, on day: Day) throws -> StaffCompliance? {
    guard history.member.isStaff(on: day), let assignment = history.assignment(on: day) else { return nil }
    let all = try requirements.compactMap { requirement in
      try TrainingCompliance(requirement, of: history, on: day) {
        try last(of: history.member.code, for: requirement, on: day)
      }
    }
    let courses = Dictionary(grouping: all, by: \.requirement.course).values.compactMap(\.strictest)
    return StaffCompliance(
      member: history.member, assignment: assignment,
      courses: courses.sorted { $0.requirement.course < $1.requirement.course })
  }

  /// Those who are staff on a day without an assignment, by agency and code: nobody can say what is required of them.
  ///
  /// - Parameter agency: nil for all that this node reads.
  public static func withoutAssignment(
    on day: Day, of agency: String? = nil, in db: Database
  ) throws -> [(agency: String, staff: String)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT agency, code FROM \(Schema.staffMember.name) AS member
        WHERE (?1 IS NULL OR agency = ?1) AND hired <> '' AND hired <= ?2 AND (separated = '' OR separated >= ?2)
        AND NOT EXISTS (
          SELECT 1 FROM \(Schema.staffAssignment.name) WHERE agency = member.agency AND staff = member.code AND first <= ?2)
        ORDER BY agency, code
        """, arguments: [agency, "\(day)"]
    ).map { ($0["agency"], $0["code"]) }
  }

  private func last(of staff: String, for requirement: TrainingRequirement, on day: Day) throws -> Completion? {
    try Row.fetchOne(
      statement, arguments: [agency, staff, requirement.course, "\(day)", requirement.version]
    ).map(Completion.init(row:))
  }
}
