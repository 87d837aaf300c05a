public import Records

/// Whether somebody may teach a session (AS.5.2 task 4). The one place for the commands that refuse it and the finding that says it
/// of what a merge brought.
public enum TrainerStanding: Hashable, Sendable {
  /// Nobody teaches: self-directed training.
  case nobody
  case unknown
  /// The first of the session's days on which nothing certifies the trainer for the course.
  case notCertified(on: Day)
  case certified
}

/// The trainers that an agency may use, with what certifies them.
public struct KnownTrainers: Hashable, Sendable {
  private let own: [String: [TrainerCertification]]
  private let published: [String: PublishedTrainer]

  /// - Parameters:
  ///   - trainers: of the agency. A code that is among them is the agency's own, whoever else bears it.
  ///   - published: of the department.
  public init(_ trainers: [Trainer], _ certifications: [TrainerCertification], published: [PublishedTrainer]) {
    let certified = Dictionary(grouping: certifications, by: \.trainer)
    own = Dictionary(trainers.map { ($0.code, certified[$0.code] ?? []) }, uniquingKeysWith: { $1 })
    self.published = Dictionary(published.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
  }

  /// Where the trainer of a session stands on each of its days.
  public func standing(for session: TrainingSession) -> TrainerStanding {
    guard !session.trainer.isEmpty else { return .nobody }
    guard let certified = certified(session.trainer, for: session.course) else { return .unknown }
    guard let first = Day(session.day) else { return .certified }
    let last = max(Day(session.completedOn) ?? first, first)
    var day = first
    while day <= last {
      guard let end = certified(day) else { return .notCertified(on: day) }
      guard end < last, let next = end.adding(days: 1) else { return .certified }
      day = next
    }
    return .certified
  }

  /// Until when somebody is certified who is so on a day; nil for a code that nobody bears.
  private func certified(_ code: String, for course: String) -> ((Day) -> Day?)? {
    if let own = own[code] {
      return { day in own.filter { $0.covers(course, on: day) }.map { Day($0.last) ?? .distantFuture }.max() }
    }
    return published[code].map { trainer in
      { day in trainer.covers(course, on: day) ? Day(trainer.last) ?? .distantFuture : nil }
    }
  }
}
