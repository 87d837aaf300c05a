internal import Records

/// Two sessions that are one, entered twice: what comes to the one that is kept. Nothing is taken from the other, which counts no
/// more.
public struct SessionJoin: Hashable, Sendable {
  public let kept: TrainingSession
  public let other: TrainingSession
  /// Of the session that is kept: new ones, and those that say more now.
  public let enrolments: [Enrolment]
  /// Those of the other one that come to it, as they will stand.
  public let evaluations: [TrainingEvaluation]

  /// What the one that is kept has from the other, where it says nothing itself.
  private static let filled: Set = [
    "last_day", "time", "place", "mode", "trainer", "seats", "hours", "coverage", "cost", "note",
  ]

  /// - Parameters:
  ///   - keptEnrolments: of `kept`, and so on.
  public init(
    _ kept: TrainingSession, _ keptEnrolments: [Enrolment], _ keptEvaluations: [TrainingEvaluation],
    _ other: TrainingSession, _ otherEnrolments: [Enrolment], _ otherEvaluations: [TrainingEvaluation]
  ) {
    enrolments = Self.joined(kept.id, keptEnrolments, otherEnrolments)
    let standing = Set(keptEvaluations.map(Self.face))
    evaluations = otherEvaluations.filter { !standing.contains(Self.face($0)) }.map { evaluation in
      var evaluation = evaluation
      evaluation.session = kept.id
      return evaluation
    }
    var (whole, ended) = (kept, other)
    whole.joined = ""
    if other.isHeld { whole.state = TrainingSession.State.held.rawValue }
    for field in TrainingSession.fields
    where Self.filled.contains(field.name) && field.value(whole) == field.content.empty {
      field.assign(&whole, field.value(other))
    }
    ended.joined = kept.id
    (self.kept, self.other) = (whole, ended)
  }

  /// Whoever attended one of them attended; whoever stands in one of them stands.
  private static func joined(_ session: String, _ kept: [Enrolment], _ other: [Enrolment]) -> [Enrolment] {
    let standing = Dictionary(kept.map { ($0.staff, $0) }, uniquingKeysWith: { $1 })
    var place = Positions.next(after: kept.map(\.place)) - 1
    return other.sorted { ($0.place, $0.staff) < ($1.place, $1.staff) }.compactMap { enrolment in
      guard let old = standing[enrolment.staff] else {
        place = place == .max ? place : place + 1
        var new = enrolment
        (new.session, new.place) = (session, place)
        return new
      }
      var new = old
      if enrolment.withdrawn.isEmpty { new.withdrawn = "" }
      if enrolment.attendance == Enrolment.attended || new.attendance.isEmpty { new.attendance = enrolment.attendance }
      if new.note.isEmpty { new.note = enrolment.note }
      return new == old ? nil : new
    }
  }

  /// All of it but its id and its session.
  private static func face(_ evaluation: TrainingEvaluation) -> [String] {
    TrainingEvaluation.fields.filter { $0.name != "session" }.map { $0.written(evaluation) }
  }
}
