public import Records

/// A skill that is critical for a level and job class (AS.5.1 task 2), and what is needed of it.
public struct CriticalSkill: TypedRecord {
  public let id: String
  public var title = ""
  public var level = ""
  public var jobClass = ""
  public var needed = 1
  public var course = ""
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<CriticalSkill>] = [
    .text("title", "skill", \.title),
    .text("level", "level", \.level, .choice([""] + StaffLevel.allCases.map(\.rawValue), whenEmpty: "")),
    .text("job_class", "job class", \.jobClass),
    .number("needed", "rating that is needed", \.needed, .number(0...9)),
    .text("course", "course that teaches it", \.course),
    .text("note", "note", \.note, .text),
  ]
}

/// How far somebody has a skill, on a day (AS.5.1 task 3).
public struct SkillAssessment: NaturalRecord {
  public var staff = ""
  public var skill = ""
  public var day = ""
  public var rating = 0
  public var person = ""
  public var note = ""

  public init() {}

  public static let keys: [EntryField<SkillAssessment>] = [
    .text("staff", "member of staff", \.staff),
    .text("skill", "skill", \.skill),
    .text("day", "day", \.day, .day),
  ]

  public static let fields: [EntryField<SkillAssessment>] = [
    .number("rating", "rating", \.rating, .number(0...9)),
    .text("person", "by whom", \.person),
    .text("note", "note", \.note, .text),
  ]
}
