internal import Catalogue
internal import GRDB
internal import Records
internal import Training

extension DueSources {
  /// What follows from evaluations (AS.5.2 task 8), and goals of development plans (AS.5.3): by staff code, without a name, as
  /// calendars are passed on. What training falls due is `training due`'s: it asks for the completions of everybody.
  static func trainingDues(in db: Database) throws -> [CalendarEntry] {
    let evaluations = try RecordStore.all(TrainingEvaluation.self, in: db).compactMap { agency, evaluation in
      Day(evaluation.due).map { day in
        CalendarEntry(
          id: "evaluation.\(evaluation.id)", agency: agency, day: day,
          title: "Follow-up of training \(line(evaluation.course)): \(line(evaluation.followUp))", kind: .followUp,
          source: "AS.5.2", isDone: !evaluation.done.isEmpty)
      }
    }
    return evaluations
      + (try RecordStore.all(DevelopmentGoal.self, in: db).compactMap { agency, goal in
        Day(goal.due).map { day in
          CalendarEntry(
            id: "goal.\(goal.id)", agency: agency, day: day,
            title: "Development, staff \(line(goal.staff)): \(line(goal.title))", kind: .followUp, source: "AS.5.3",
            isDone: !goal.done.isEmpty)
        }
      })
  }
}
