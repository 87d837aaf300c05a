internal import Catalogue
internal import GRDB
internal import Records
internal import Training

extension DueSources {
  /// What follows from evaluations (AS.5.2 task 8), goals of development plans (AS.5.3), and sessions (AS.5.2 task 5): by code, without
  /// a name, as calendars are passed on. What training falls due is `training due`'s: it asks for the completions of everybody.
  static func trainingDues(_ request: Request, in db: Database) throws -> [CalendarEntry] {
    let evaluations = try RecordStore.all(TrainingEvaluation.self, in: db).compactMap { agency, evaluation in
      Day(evaluation.due).map { day in
        CalendarEntry(
          id: "evaluation.\(evaluation.id)", agency: agency, day: day,
          title: "Follow-up of training \(line(evaluation.course)): \(line(evaluation.followUp))", kind: .followUp,
          source: "AS.5.2", isDone: !evaluation.done.isEmpty)
      }
    }
    return try evaluations + sessionDues(request, in: db)
      + (RecordStore.all(DevelopmentGoal.self, in: db).compactMap { agency, goal in
        Day(goal.due).map { day in
          CalendarEntry(
            id: "goal.\(goal.id)", agency: agency, day: day,
            title: "Development, staff \(line(goal.staff)): \(line(goal.title))", kind: .followUp, source: "AS.5.3",
            isDone: !goal.done.isEmpty)
        }
      })
  }

  /// One that was planned, and is neither held nor cancelled after its day, waits for attendance to be entered.
  private static func sessionDues(_ request: Request, in db: Database) throws -> [CalendarEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM \(Schema.trainingSession.name) WHERE joined = '' AND state <> ?1 AND (state = ?2 OR day BETWEEN ?3 AND ?4)
        """,
      arguments: [
        TrainingSession.State.cancelled.rawValue, TrainingSession.State.planned.rawValue,
        "\(request.days.lowerBound)", "\(request.days.upperBound)",
      ]
    ).compactMap { row in
      let session = TrainingSession(row: row)
      let title = [session.course, session.time, session.place].filter { !$0.isEmpty }.joined(separator: ", ")
      return Day(session.day).map { day in
        CalendarEntry(
          id: "session.\(session.id)", agency: row["agency"], day: day, title: "Session of training \(line(title))",
          kind: .training, source: "AS.5.2", isDone: session.isHeld)
      }
    }
  }

  /// The last days of certifications of trainers, and of trainers whom the department published (AS.5.2 task 4). Done is what another
  /// one follows.
  static func certificationDues(_ request: Request, in db: Database) throws -> [CalendarEntry] {
    func entry(_ key: [String], _ agency: String, _ last: String, _ what: String, isDone: (Day) -> Bool)
      -> CalendarEntry?
    {
      Day(last).map { day in
        CalendarEntry(
          id: "certification.\(request.sha256(key.joined(separator: "\n")).prefix(32))", agency: agency, day: day,
          title: "Certification ends: trainer \(line(what))", kind: .training, source: "AS.5.2",
          isDone: day.adding(days: 1).map(isDone) ?? false)
      }
    }
    let all = try RecordStore.all(TrainerCertification.self, in: db)
    let own = Dictionary(grouping: all) { [$0.agency, $0.record.trainer] }
    return all.compactMap { agency, one in
      let what = one.trainer + (one.course.isEmpty ? "" : ", \(one.course)")
      return entry([agency, one.trainer, one.course, one.first], agency, one.last, what) { next in
        // One for every course is followed by one for every course.
        own[[agency, one.trainer], default: []].contains { $0.record.covers(one.course, on: next) }
      }
    }
      + (try RecordStore.published(PublishedTrainer.self, in: db).compactMap { trainer in
        entry(["", trainer.code], request.department, trainer.last, "\(trainer.code), through DCSS") { _ in false }
      })
  }
}
