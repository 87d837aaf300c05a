public import Records

/// Whether somebody has the training that is required on a day (AS.5.2).
///
/// - A requirement applies while it is in force, to staff whose assignment of the day has its level and job class.
/// - First it is due so many days after its start (hire, or the first day of the unbroken run of assignments to which it applies),
///   or after it came into force, whichever is later.
/// - Done is whoever has a completion of a version that counts, on any day until then: before hire too, if it is on record.
/// - Where it is required again, it is due so many months after the last completion, the same day of the month or the month's
///   last, and never before the first due day.
/// - Days of leave do not count: a due day moves by the days of leave on the way to it. A waiver rests it.
public struct TrainingCompliance: Hashable, Sendable {
  public let requirement: TrainingRequirement
  public let state: State
  /// The last day on which it is in order; nil where nothing is due ever (once done, or waived).
  public let due: Day?
  /// The completion that counts.
  public let completion: Completion?

  public enum State: String, CaseIterable, Hashable, Sendable {
    case done
    /// Not done, and not late.
    case open
    case overdue
    case waived
    case onLeave = "on leave"

    /// Whether whoever is in this state lacks nothing.
    public var isCompliant: Bool { self != .overdue }
  }

  /// - Returns: nil where the requirement does not apply to the person on that day.
  public init?(_ requirement: TrainingRequirement, of person: StaffHistory, on day: Day) {
    guard person.isStaff(on: day), Self.isInForce(requirement, on: day), let first = Day(requirement.first),
      let assignment = person.assignment(on: day), Self.applies(requirement, to: assignment),
      let start = Self.start(of: requirement, person, on: day)
    else { return nil }
    self.requirement = requirement
    completion = person.completions.last { completion in
      completion.course == requirement.course && completion.version >= requirement.version
        && Day(completion.day).map { $0 <= day } ?? false
    }
    let begin = max(start, first)
    let firstDue = person.day(begin.adding(days: requirement.days) ?? begin, after: begin)
    if let completion, let done = Day(completion.day) {
      guard requirement.months > 0 else {
        (due, state) = (nil, .done)
        return
      }
      let again = person.day(done.adding(months: requirement.months), after: done)
      let next = max(again, firstDue)
      due = next
      state = Self.state(next, isDone: true, requirement, person, on: day)
    } else {
      due = firstDue
      state = Self.state(firstDue, isDone: false, requirement, person, on: day)
    }
  }

  private static func state(
    _ due: Day, isDone: Bool, _ requirement: TrainingRequirement, _ person: StaffHistory, on day: Day
  ) -> State {
    if person.isWaived(requirement.course, on: day) { return .waived }
    if day <= due { return isDone ? .done : person.isOnLeave(on: day) ? .onLeave : .open }
    return person.isOnLeave(on: day) ? .onLeave : .overdue
  }

  private static func isInForce(_ requirement: TrainingRequirement, on day: Day) -> Bool {
    guard let first = Day(requirement.first), first <= day else { return false }
    return Day(requirement.last).map { day <= $0 } ?? requirement.last.isEmpty
  }

  private static func applies(_ requirement: TrainingRequirement, to assignment: StaffAssignment) -> Bool {
    (requirement.level.isEmpty || requirement.level == assignment.level)
      && (requirement.jobClass.isEmpty || requirement.jobClass == assignment.jobClass)
  }

  private static func start(of requirement: TrainingRequirement, _ person: StaffHistory, on day: Day) -> Day? {
    guard requirement.start == TrainingRequirement.Start.assignment.rawValue else { return Day(person.member.hired) }
    var start: Day?
    for assignment in person.assignments.reversed() {
      guard let first = Day(assignment.first) else { continue }
      guard first <= day else { continue }
      guard applies(requirement, to: assignment) else { break }
      start = first
    }
    return start
  }
}

extension Day {
  /// The same day so many months later, or the last day of that month if it is shorter.
  public func adding(months: Int) -> Day {
    let index = year * 12 + month - 1 + months
    guard let first = Day(index / 12, index % 12 + 1, 1) else { return self }
    return Day(first.year, first.month, min(day, first.monthEnd.day)) ?? first.monthEnd
  }
}
