internal import Records

/// What the evaluations of a course say, over its sessions: at which levels it was evaluated, how, and what is still to follow (AS.5.2
/// tasks 7 and 8).
public struct CourseEvaluation: Hashable, Sendable {
  /// One of the four levels.
  public struct Level: Hashable, Sendable {
    public let level: String
    public let evaluations: Int
    /// How many answered.
    public let answers: Int
    /// Hundredths: the mean of the scores, each as often as people answered, rounded half up; nil where nobody gave one.
    public let score: Int?
  }

  public let course: String
  /// Sessions that were held.
  public let sessions: Int
  /// Those of them that were evaluated, at whatever level.
  public let evaluatedSessions: Int
  /// Those at which anything was evaluated, in their order.
  public let levels: [Level]
  /// Evaluations of which nothing is said to follow.
  public let withoutFollowUp: Int
  /// What is to follow and is not done yet, by the day on which it is due; what has no day comes last.
  public let openFollowUps: [TrainingEvaluation]

  /// - Parameters:
  ///   - evaluations: of the course, and of its sessions.
  ///   - held: ids of the sessions that were held.
  public init(course: String, _ evaluations: [TrainingEvaluation], held: Set<String>) {
    self.course = course
    sessions = held.count
    evaluatedSessions = held.intersection(evaluations.map(\.session)).count
    levels = TrainingEvaluation.Level.allCases.compactMap { level in
      let own = evaluations.filter { $0.level == level.rawValue }
      return own.isEmpty ? nil : Level(level, own)
    }
    withoutFollowUp = evaluations.count { $0.followUp.isEmpty }
    openFollowUps = evaluations.filter { !$0.followUp.isEmpty && $0.done.isEmpty }.sorted { left, right in
      (left.due.isEmpty ? 1 : 0, left.due, left.id) < (right.due.isEmpty ? 1 : 0, right.due, right.id)
    }
  }

  /// Of all courses that were held or evaluated, by code.
  ///
  /// - Parameter held: sessions that were held and count.
  public static func all(_ evaluations: [TrainingEvaluation], held: [TrainingSession]) -> [CourseEvaluation] {
    let own = Dictionary(grouping: evaluations, by: \.course)
    let sessions = Dictionary(grouping: held, by: \.course).mapValues { Set($0.map(\.id)) }
    return Set(own.keys).union(sessions.keys).sorted().map { course in
      CourseEvaluation(course: course, own[course] ?? [], held: sessions[course] ?? [])
    }
  }
}

extension CourseEvaluation.Level {
  fileprivate init(_ level: TrainingEvaluation.Level, _ evaluations: [TrainingEvaluation]) {
    // A score of 0 is none; one without a number of answers counts as that of one.
    let scored = evaluations.filter { $0.score > 0 }
    let weight = scored.reduce(0) { $0 + max($1.answers, 1) }
    self.init(
      level: level.rawValue, evaluations: evaluations.count, answers: evaluations.reduce(0) { $0 + $1.answers },
      score: weight == 0 ? nil : (scored.reduce(0) { $0 + $1.score * max($1.answers, 1) } * 2 + weight) / (2 * weight))
  }
}
