public import Records

/// A member of staff on one day, with what is required of this person: of each course the strictest requirement.
public struct StaffCompliance: Hashable, Sendable {
  public let member: StaffMember
  /// The one of the day.
  public let assignment: StaffAssignment
  /// By course.
  public let courses: [TrainingCompliance]

  public init(member: StaffMember, assignment: StaffAssignment, courses: [TrainingCompliance]) {
    self.member = member
    self.assignment = assignment
    self.courses = courses
  }

  /// What is overdue, by course.
  public var lacking: [TrainingCompliance] { courses.filter { $0.state == .overdue } }

  /// What falls to somebody until a day, and what is overdue: by due day. What a leave or a waiver rests until then is left out, and
  /// so is what falls due after the last day as staff.
  public func due(until last: Day) -> [TrainingCompliance] {
    courses.filter { entry in entry.falls.map { $0 <= last } ?? false }.sorted {
      ($0.dueOrder, $0.requirement.course) < ($1.dueOrder, $1.requirement.course)
    }
  }
}

extension TrainingCompliance {
  /// The first day on which it was not in order; nil where it is not overdue.
  public var overdueSince: Day? { state == .overdue ? due?.adding(days: 1) : nil }

  /// ``due``, where anybody knows a day: nil also while nobody knows when a leave ends.
  public var knownDue: Day? { due == .distantFuture ? nil : due }

  /// The state where a list of what falls due says more by it: "overdue", "on leave", "waived".
  public var standing: String { [.overdue, .onLeave, .waived].contains(state) ? state.rawValue : "" }

  /// For sorting.
  var dueOrder: Day { due ?? .distantFuture }
}
