public import Records

/// A member of staff with everything but completions that decides which training is required of this person, and when.
public struct StaffHistory: Hashable, Sendable {
  public let member: StaffMember
  /// By day.
  public let assignments: [StaffAssignment]
  public let waivers: [TrainingWaiver]
  /// By their first day, without overlaps. The last day is nil while nobody knows it.
  private let leaves: [Leave]

  private struct Leave: Hashable {
    let first: Day
    var last: Day?
  }

  public init(
    _ member: StaffMember, assignments: [StaffAssignment] = [], leaves: [StaffLeave] = [],
    waivers: [TrainingWaiver] = []
  ) {
    self.member = member
    self.assignments = assignments.filter { Day($0.first) != nil }.sorted { $0.first < $1.first }
    self.waivers = waivers
    self.leaves = Self.merged(leaves)
  }

  /// Leaves that overlap or follow each other are one. One whose last day comes before its first is none.
  private static func merged(_ leaves: [StaffLeave]) -> [Leave] {
    let spans = leaves.compactMap { leave -> Leave? in
      guard let first = Day(leave.first) else { return nil }
      let last = Day(leave.last)
      guard last.map({ first <= $0 }) ?? leave.last.isEmpty else { return nil }
      return Leave(first: first, last: last)
    }.sorted { $0.first < $1.first }
    return spans.reduce(into: []) { merged, next in
      guard let before = merged.last else { return merged.append(next) }
      guard let end = before.last else { return }
      guard next.first <= end.adding(days: 1) ?? end else { return merged.append(next) }
      merged[merged.count - 1].last = next.last.map { max($0, end) }
    }
  }

  /// nil before the first assignment.
  public func assignment(on day: Day) -> StaffAssignment? {
    assignments.last { assignment in Day(assignment.first).map { $0 <= day } ?? false }
  }

  public func isOnLeave(on day: Day) -> Bool {
    leaves.contains { $0.first <= day && ($0.last.map { day <= $0 } ?? true) }
  }

  public func isWaived(_ course: String, on day: Day) -> Bool {
    waivers.contains { $0.course == course && day.isWithin($0.first, $0.last) }
  }

  /// The first day, from a day on, on which somebody has to have a course: is staff, not on leave, and has no waiver. nil if there is
  /// none.
  func firstDay(of course: String, from day: Day) -> Day? {
    var day = day
    while member.isStaff(on: day) {
      let rests =
        leaves.filter { $0.first <= day && ($0.last.map { day <= $0 } ?? true) }.map(\.last)
        + waivers.filter { $0.course == course && day.isWithin($0.first, $0.last) }.map { Day($0.last) }
      guard let rest = rests.first else { return day }
      guard let next = rest?.adding(days: 1) else { return nil }
      day = next
    }
    return nil
  }

  /// A due day, moved by the days of leave on the way to it, and by those that it then reaches.
  ///
  /// - Parameter start: not counted itself.
  /// - Returns: ``Records/Day/distantFuture`` while nobody knows when a leave ends: nothing falls due before that.
  func due(_ due: Day, after start: Day) -> Day {
    leaves.reduce(due) { due, leave in
      guard let next = start.adding(days: 1) else { return due }
      let first = max(leave.first, next)
      guard first <= due else { return due }
      guard let last = leave.last else { return .distantFuture }
      guard first <= last else { return due }
      return due.adding(days: last.ordinal - first.ordinal + 1) ?? .distantFuture
    }
  }
}
