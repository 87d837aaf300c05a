import GRDB
import Plans
import Records
import Store
import Training

/// What a level and job class must be able to do (AS.5.1 task 2).
enum CriticalSkillNoun: NaturalNoun {
  typealias Entry = CriticalSkill
  static let command = "training skill"
  static let columns = ["code", "level", "job_class", "needed", "course", "title"]
  static let required = ["code", "title"]

  static func notes(onNew entry: CriticalSkill, of agency: String?, in db: Database) throws -> [String] {
    try TrainingRules.notes(onClass: entry.jobClass, of: agency, in: db)
  }

  static func check(_ entry: CriticalSkill, was old: CriticalSkill?, of agency: String?, in db: Database) throws {
    guard !entry.course.isEmpty else { return }
    try TrainingRules.checkCourse(entry.course, of: agency, in: db)
  }
}

/// How far somebody has a skill (AS.5.1 task 3).
enum SkillAssessmentNoun: NaturalNoun {
  typealias Entry = SkillAssessment
  static let command = "training assessment"
  static let columns = ["staff", "skill", "day", "rating", "note"]
  static let required = ["day"]

  static func begin(_ entry: inout SkillAssessment, _ occasion: RecordOccasion) { entry.person = occasion.person }

  static func check(_ entry: SkillAssessment, was old: SkillAssessment?, of agency: String?, in db: Database) throws {
    try TrainingRules.checkEmployment(entry, of: agency, in: db)
  }
}

/// Assessed needs and professional development in somebody's plan (AS.5.3).
enum DevelopmentGoalNoun: RecordNoun {
  typealias Entry = DevelopmentGoal
  static let command = "training goal"
  static let hasTables = true
  static let columns = ["staff", "kind", "due", "done", "title"]
  static let required = ["title"]

  static func isOpen(_ entry: DevelopmentGoal) -> Bool { entry.done.isEmpty }

  static func check(_ entry: DevelopmentGoal, was old: DevelopmentGoal?, of agency: String?, in db: Database) throws {
    guard !entry.course.isEmpty else { return }
    try TrainingRules.checkCourse(entry.course, of: agency, in: db)
  }
}

/// What somebody is recognized for (AS.5.3 task 2).
enum RecognitionNoun: RecordNoun {
  typealias Entry = Recognition
  static let command = "training recognition"
  static let hasTables = true
  static let columns = ["staff", "day", "title"]
  static let required = ["title"]

  static func begin(_ entry: inout Recognition, _ occasion: RecordOccasion) { entry.day = "\(occasion.today)" }

  static func check(_ entry: Recognition, was old: Recognition?, of agency: String?, in db: Database) throws {
    try TrainingRules.checkEmployment(entry, of: agency, in: db)
  }
}

/// Worker errors that audits found (AS.5.1).
enum WorkerErrorNoun: RecordNoun {
  typealias Entry = WorkerErrorCount
  static let command = "training errors"
  static let plural = "counts of worker errors"
  static let hasTables = true
  static let columns = ["day", "cases", "errors", "acceptable", "course", "title"]
  static let required = ["title", "day"]
  static let standingNames = "over"

  static func standings(
    of entries: [(agency: String, record: WorkerErrorCount)], in db: Database
  ) throws -> [RecordDetails] {
    let levels = try RecordStore.published(ErrorLevel.self, in: db)
    return entries.map { _, count in
      let isOver = count.isOver(levels)
      return RecordDetails(
        lines: isOver == true
          ? ["above what is accepted"]
          : count.level(levels) == nil ? ["no level is set"] : isOver == nil ? ["no case was looked at"] : [],
        members: JSON.members(["over": isOver.map { .boolean($0) } ?? .null]))
    }
  }

  static func check(_ entry: WorkerErrorCount, was old: WorkerErrorCount?, of agency: String?, in db: Database) throws {
    guard entry.errors <= entry.cases else {
      throw Failure.rule(
        "more-errors-than-cases", "\(entry.errors) errors in \(entry.cases) cases", next: "correct one of them")
    }
    guard !entry.course.isEmpty else { return }
    try TrainingRules.checkCourse(entry.course, of: agency, in: db)
  }
}

/// What the department accepts of worker errors (AS.5.1).
enum ErrorLevelNoun: NaturalNoun {
  typealias Entry = ErrorLevel
  static let command = "training level"
  static let plural = "acceptable levels of worker errors"
  static let columns = ["first", "acceptable", "source"]
  static let required = ["first", "acceptable"]
}
