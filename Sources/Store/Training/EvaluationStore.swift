public import GRDB
public import Records
public import Training

/// Evaluations of training, by course.
public enum EvaluationStore {
  /// What the evaluations of some days say, with the sessions that were held on them.
  ///
  /// - Parameter days: nil for all.
  public static func summary(
    of agency: String, in days: ClosedRange<Day>?, in db: Database
  ) throws -> [CourseEvaluation] {
    func isMeant(_ text: String) -> Bool { days.map { days in Day(text).map(days.contains) ?? false } ?? true }
    let evaluations = try RecordStore.all(TrainingEvaluation.self, of: agency, in: db).map(\.record)
    let held = try RecordStore.records(
      TrainingSession.self, of: agency, where: "state", is: TrainingSession.State.held.rawValue, in: db)
    return CourseEvaluation.all(
      evaluations.filter { isMeant($0.day) }, held: held.filter { $0.counts && isMeant($0.completedOn) })
  }
}
