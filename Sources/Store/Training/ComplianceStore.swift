public import GRDB
public import Records
public import Training

/// Who has the training that is required, on any day. What it costs follows the people and their requirements: each asks once for
/// the last completion, by the key of the table, however many there are.
public struct ComplianceStore {
  /// One person on one day, with the strictest requirement of each course, by course.
  public struct Person: Hashable, Sendable {
    public let member: StaffMember
    public let assignment: StaffAssignment
    public let courses: [TrainingCompliance]

    public var lacking: [TrainingCompliance] { courses.filter { $0.state == .overdue } }
  }

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

  /// Everybody who is staff on a day, by code.
  public func everybody(on day: Day, in db: Database) throws -> [Person] {
    try TrainingStore.staff(of: agency, in: db).compactMap { try person($0, on: day) }
  }

  /// nil for whoever is not staff on that day.
  public func person(_ history: StaffHistory, on day: Day) throws -> Person? {
    guard history.member.isStaff(on: day), let assignment = history.assignment(on: day) else { return nil }
    let all = try requirements.compactMap { requirement in
      try TrainingCompliance(requirement, of: history, on: day) {
        try last(of: history.member.code, for: requirement, on: day)
      }
    }
    let courses = Dictionary(grouping: all, by: \.requirement.course).values.compactMap(\.strictest)
    return Person(
      member: history.member, assignment: assignment,
      courses: courses.sorted { $0.requirement.course < $1.requirement.course })
  }

  private func last(of staff: String, for requirement: TrainingRequirement, on day: Day) throws -> Completion? {
    try Row.fetchOne(
      statement, arguments: [agency, staff, requirement.course, "\(day)", requirement.version]
    ).map(Completion.init(row:))
  }
}
