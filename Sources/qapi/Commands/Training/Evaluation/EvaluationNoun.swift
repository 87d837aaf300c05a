import ArgumentParser
import GRDB
import Plans
import Records
import Store
import Training

struct EvaluationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluation",
    abstract: "Evaluations of sessions and courses (the agency): adds one, if nothing else is said (AS.5.2).",
    subcommands: [
      RecordAdd<TrainingEvaluationNoun>.self, RecordList<TrainingEvaluationNoun>.self,
      RecordShow<TrainingEvaluationNoun>.self, RecordEdit<TrainingEvaluationNoun>.self,
      RecordRemove<TrainingEvaluationNoun>.self, RecordImport<TrainingEvaluationNoun>.self,
      RecordExport<TrainingEvaluationNoun>.self, EvaluationSummary.self,
    ], defaultSubcommand: RecordAdd<TrainingEvaluationNoun>.self)
}

/// Evaluations of sessions and courses (AS.5.2 tasks 7 and 8).
enum TrainingEvaluationNoun: RecordNoun {
  typealias Entry = TrainingEvaluation
  static let command = "training evaluation"
  static let hasTables = true
  static let columns = ["course", "session", "level", "day", "answers", "score", "due", "done", "text"]
  static let required = ["day"]

  static func isOpen(_ entry: TrainingEvaluation) -> Bool { entry.followUp.isEmpty || entry.done.isEmpty }

  static func begin(_ entry: inout TrainingEvaluation, _ occasion: RecordOccasion) { entry.day = "\(occasion.today)" }

  static func filled(
    _ entry: TrainingEvaluation, was old: TrainingEvaluation?, of agency: String?, in db: Database
  ) throws -> TrainingEvaluation {
    guard entry.course.isEmpty,
      let session = try RecordStore.find(TrainingSession(id: entry.session), agency: agency, in: db)
    else { return entry }
    var entry = entry
    entry.course = session.course
    return entry
  }

  static func check(
    _ entry: TrainingEvaluation, was old: TrainingEvaluation?, of agency: String?, in db: Database
  ) throws {
    guard !entry.course.isEmpty else {
      throw Failure.rule(
        "evaluation-of-what", "it is not said which session or course was evaluated",
        next: "say it with session= or course=")
    }
    try TrainingRules.checkCourse(entry.course, of: agency, in: db)
    try TrainingRules.checkDays(entry.day, entry.done)
    if entry.day != old?.day, let day = Day(entry.day), try Day.argument(nil) < day {
      throw Failure.rule("evaluation-in-future", "\(day) is after today", next: "correct the day")
    }
    let session = try RecordStore.find(TrainingSession(id: entry.session), agency: agency, in: db)
    guard session.map({ $0.course == entry.course }) ?? true else {
      throw Failure.rule(
        "evaluation-of-another-course",
        "the session is one of \(Shown.line(session?.course ?? "", limit: 40)), and not of \(Shown.line(entry.course, limit: 40))",
        next: "leave out course=, or name another session")
    }
  }

  static func remarks(on entry: TrainingEvaluation) -> [String] {
    entry.followUp.isEmpty
      ? ["each evaluation leads to a follow-up (AS.5.2 task 8): say it with follow_up= and due="] : []
  }
}
