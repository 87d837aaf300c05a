public import Records

/// A member of staff with everything that decides which training is required of this person, and when.
public struct StaffHistory: Hashable, Sendable {
  public let member: StaffMember
  /// By day; of one day the newest last.
  public let assignments: [StaffAssignment]
  public let leaves: [StaffLeave]
  public let waivers: [TrainingWaiver]
  /// Without void ones, by day.
  public let completions: [Completion]

  public init(
    _ member: StaffMember, assignments: [StaffAssignment] = [], leaves: [StaffLeave] = [],
    waivers: [TrainingWaiver] = [],
    completions: [Completion] = []
  ) {
    self.member = member
    self.assignments = assignments.sorted {
      $0.first != $1.first ? $0.first < $1.first : Positions.isBefore($0.id, $1.id)
    }
    self.leaves = leaves
    self.waivers = waivers
    self.completions = completions.filter { !$0.isVoid }.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
  }

  /// From the day of hire to the last day, both included.
  public func isStaff(on day: Day) -> Bool {
    guard let hired = Day(member.hired), hired <= day else { return false }
    return Day(member.separated).map { day <= $0 } ?? true
  }

  /// nil before the first assignment.
  public func assignment(on day: Day) -> StaffAssignment? {
    assignments.last { assignment in Day(assignment.first).map { $0 <= day } ?? false }
  }

  public func isOnLeave(on day: Day) -> Bool { leaves.contains { Self.spans($0.first, $0.last, day) } }

  public func isWaived(_ course: String, on day: Day) -> Bool {
    waivers.contains { $0.course == course && Self.spans($0.first, $0.last, day) }
  }

  /// The day before which so many days pass that are not days of leave.
  ///
  /// - Parameter start: not counted itself.
  func day(_ due: Day, after start: Day) -> Day {
    // Days of leave between start and due move it; those that it then reaches move it on.
    guard !leaves.isEmpty else { return due }
    var due = due
    var counted = start
    while counted < due {
      guard let next = counted.adding(days: 1) else { return due }
      counted = next
      guard isOnLeave(on: counted) else { continue }
      guard let leaveEnd = leaves.first(where: { Self.spans($0.first, $0.last, counted) })?.last, !leaveEnd.isEmpty
      else {
        // Nobody knows when it ends: nothing falls due before that.
        return .distantFuture
      }
      guard let moved = due.adding(days: 1) else { return due }
      due = moved
    }
    return due
  }

  private static func spans(_ first: String, _ last: String, _ day: Day) -> Bool {
    guard let first = Day(first), first <= day else { return false }
    return Day(last).map { day <= $0 } ?? last.isEmpty
  }
}

extension Day {
  /// Later than every day that anything falls due on.
  public static let distantFuture: Day = {
    guard let day = Day(9999, 12, 31) else { preconditionFailure("the calendar has this day") }
    return day
  }()
}
