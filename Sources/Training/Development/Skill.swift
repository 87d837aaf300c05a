public import Records

/// A skill that is critical for a level and job class (AS.5.1 task 2), and what is needed of it.
public struct CriticalSkill: NaturalRecord {
  public var code = ""
  public var title = ""
  /// Empty for every level.
  public var level = ""
  /// Empty for every job class.
  public var jobClass = ""
  /// The rating that is needed, 1 to 9.
  public var needed = 1
  /// The course that teaches it.
  public var course = ""
  public var note = ""

  public init() {}

  public static let keys: [EntryField<CriticalSkill>] = [.text("code", "skill code", \.code)]

  public static let fields: [EntryField<CriticalSkill>] = [
    .text("title", "skill", \.title),
    .text("level", "level", \.level, .choice([""] + StaffLevel.words, whenEmpty: "")),
    .text("job_class", "job class", \.jobClass),
    .number("needed", "rating that is needed", \.needed, .number(0...9)),
    .text("course", "course that teaches it", \.course),
    .text("note", "note", \.note, .text),
  ]

  public func applies(to assignment: StaffAssignment) -> Bool {
    (level.isEmpty || level == assignment.level) && (jobClass.isEmpty || jobClass == assignment.jobClass)
  }
}

/// How far somebody has a skill, on a day (AS.5.1 task 3). The newest one counts.
public struct SkillAssessment: NaturalRecord {
  public var staff = ""
  public var skill = ""
  public var day = ""
  /// 0 to 9.
  public var rating = 0
  public var person = ""
  public var note = ""

  public init() {}

  public static let keys: [EntryField<SkillAssessment>] = [
    .text("staff", "staff code", \.staff),
    .text("skill", "skill code", \.skill),
    .text("day", "day", \.day, .day),
  ]

  public static let fields: [EntryField<SkillAssessment>] = [
    .number("rating", "rating", \.rating, .number(0...9)),
    .text("person", "by whom", \.person),
    .text("note", "note", \.note),
  ]
}

/// A skill that somebody needs and lacks: the difference between what is needed and what was assessed (AS.5.1 task 3).
public struct TrainingNeed: Hashable, Sendable {
  public let skill: CriticalSkill
  /// nil if it was never assessed.
  public let assessment: SkillAssessment?

  public init(skill: CriticalSkill, assessment: SkillAssessment?) {
    self.skill = skill
    self.assessment = assessment
  }

  /// How many steps are missing: all, where nothing was assessed.
  public var gap: Int { skill.needed - (assessment?.rating ?? 0) }

  /// The needs of somebody on a day, by the skill's code.
  ///
  /// - Parameter assessments: of this person.
  public static func needs(
    of assignment: StaffAssignment, skills: [CriticalSkill], assessments: [SkillAssessment], on day: Day
  ) -> [TrainingNeed] {
    skills.filter { $0.applies(to: assignment) }.map { skill in
      let own = assessments.filter { $0.skill == skill.code && Day($0.day).map { $0 <= day } ?? false }
      return TrainingNeed(skill: skill, assessment: own.max { $0.day < $1.day })
    }.filter { $0.gap > 0 }.sorted { $0.skill.code < $1.skill.code }
  }
}
