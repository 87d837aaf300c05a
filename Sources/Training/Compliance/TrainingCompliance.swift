public import Records

/// Whether somebody has the training that is required on a day (AS.5.2).
///
/// - A requirement applies while it is in force, to staff whose assignment of the day has its level and job class.
/// - First it is due so many days after its start (hire, or the first day of the unbroken run of assignments to which it applies, as far
///   as this person was staff), or after it came into force, whichever is later.
/// - Done is whoever has a completion of a version that counts, on any day until then: before hire too, if it is on record.
/// - Where it is required again, it is due so many months after the last completion, the same day of the month or the month's
///   last, and never before the first due day.
/// - Days of leave do not count: a due day moves by the days of leave on the way to it. A waiver rests it.
public struct TrainingCompliance: Hashable, Sendable {
  public let requirement: TrainingRequirement
  public let state: State
  /// The last day on which it is in order; nil where nothing falls due ever again.
  public let due: Day?
  /// The day on which somebody has to act on it: ``due``, or, where a leave or a waiver rests it then or today, the first day after
  /// that. nil where nothing falls due while the person is staff.
  public let falls: Day?
  /// The completion that counts.
  public let completion: Completion?

  public enum State: String, CaseIterable, Hashable, Sendable {
    case done
    /// Not done, and not late.
    case open
    case overdue
    case waived
    case onLeave = "on leave"
  }

  /// - Parameter last: the last completion that counts; asked only where the requirement applies.
  /// - Returns: nil where the requirement does not apply to the person on that day.
  public init?(
    _ requirement: TrainingRequirement, of person: StaffHistory, on day: Day, last: () throws -> Completion?
  ) rethrows {
    guard person.member.isStaff(on: day), requirement.isInForce(on: day), let first = Day(requirement.first),
      let assignment = person.assignment(on: day), requirement.applies(to: assignment),
      let start = Self.start(of: requirement, person, on: day)
    else { return nil }
    self.requirement = requirement
    completion = try last()
    let begin = max(start, first)
    let firstDue = person.due(begin.adding(days: requirement.days) ?? .distantFuture, after: begin)
    let done = completion.flatMap { Day($0.day) }
    switch done {
    case nil: due = firstDue
    case _? where requirement.months == 0: due = nil
    case let done?: due = max(person.due(done.adding(months: requirement.months), after: done), firstDue)
    }
    let looked = due.map { max($0, day) }
    let acts = looked.flatMap { person.firstDay(of: requirement.course, from: $0) }
    falls = acts == looked ? due : acts
    state =
      if person.isWaived(requirement.course, on: day) {
        .waived
      } else if done != nil, due.map({ day <= $0 }) ?? true {
        .done
      } else if person.isOnLeave(on: day) {
        .onLeave
      } else {
        due.map { day <= $0 } ?? true ? .open : .overdue
      }
  }

  /// The last of a person's completions that counts for a requirement on a day.
  public static func last(
    of completions: [Completion], for requirement: TrainingRequirement, on day: Day
  ) -> Completion? {
    completions.filter { completion in
      completion.course == requirement.course && completion.version >= requirement.version && !completion.isVoid
        && Day(completion.day).map { $0 <= day } ?? false
    }.max { ($0.day, $0.number) < ($1.day, $1.number) }
  }

  private static func start(of requirement: TrainingRequirement, _ person: StaffHistory, on day: Day) -> Day? {
    guard let hired = Day(person.member.hired) else { return nil }
    guard requirement.start == TrainingRequirement.Start.assignment.rawValue else { return hired }
    let run = person.assignments.reversed().drop { Day($0.first).map { $0 > day } ?? true }
      .prefix { requirement.applies(to: $0) }
    // What a merge brought of days before hire counts from hire on.
    return run.last.flatMap { Day($0.first) }.map { max($0, hired) }
  }
}

extension Sequence<TrainingCompliance> {
  /// Of several requirements of one course the one that falls due first, and of those the one that is not done, or was done
  /// longest ago: its state is the state of the course.
  public var strictest: TrainingCompliance? {
    self.min { left, right in
      (left.due ?? .distantFuture, left.completion?.day ?? "") < (
        right.due ?? .distantFuture, right.completion?.day ?? ""
      )
    }
  }
}
