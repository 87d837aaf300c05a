public import GRDB
public import Records
public import Training

/// Training needs: the difference between the skills that are critical and those that were assessed (AS.5.1 task 3).
public enum NeedStore {
  /// Everybody who is staff on a day and has an assignment, by code, also those who need nothing.
  ///
  /// - Parameter staff: only this person; nil for all.
  public static func needs(
    of agency: String, staff: String? = nil, on day: Day, in db: Database
  ) throws -> [StaffNeeds] {
    let skills = try RecordStore.all(CriticalSkill.self, of: agency, in: db).map(\.record)
    let people =
      try staff.map { code in try [TrainingStore.member(code, of: agency, in: db)].compactMap(\.self) }
      ?? TrainingStore.staff(of: agency, in: db)
    let assessments = Dictionary(grouping: try newest(of: agency, staff, on: day, in: db), by: \.staff)
    return people.compactMap { person in
      guard person.member.isStaff(on: day), let assignment = person.assignment(on: day) else { return nil }
      return StaffNeeds(
        member: person.member, assignment: assignment,
        needs: TrainingNeed.needs(
          of: assignment, skills: skills, assessments: assessments[person.member.code] ?? [], on: day))
    }
  }

  /// Of each person and skill the last assessment until a day.
  private static func newest(
    of agency: String, _ staff: String?, on day: Day, in db: Database
  ) throws -> [SkillAssessment] {
    // The other columns are those of the row with the largest day: SQLite says so of a lone max().
    try Row.fetchAll(
      db,
      sql: """
        SELECT *, max(day) FROM \(Schema.skillAssessment.name) WHERE agency = ?1 AND (?2 IS NULL OR staff = ?2) AND day <= ?3
        GROUP BY staff, skill
        """, arguments: [agency, staff, "\(day)"]
    ).map(SkillAssessment.init(row:))
  }

  /// Levels of the Succession Plan of the courses that an agency may hold, by code: of the newest version.
  public static func successions(of agency: String, in db: Database) throws -> [String: String] {
    Dictionary(try TrainingStore.courses(of: agency, in: db).map { ($0.code, $0.succession) }, uniquingKeysWith: { $1 })
  }
}
