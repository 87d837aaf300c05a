public import Records

/// Where a corrective action stands: read from its records, and never stored.
public enum ActionState: String, Hashable, Sendable, CaseIterable {
  /// Nothing was begun.
  case open
  case inProgress = "in progress"
  case reached = "outcome reached"
  /// Reassessed as remedied after the outcome was reached: ready to be closed.
  case reassessed
  case closed
}

/// A corrective action with everything that hangs on it.
public struct WholeAction: Hashable, Sendable {
  public var action: CorrectiveAction
  /// In the order of their places.
  public var causes: [RootCause]
  public var steps: [ActionStep]
  /// In the order of their days.
  public var progress: [ActionProgress]
  public var reassessments: [Reassessment]
  public var monitoring: [ActionMonitoring]

  public init(
    action: CorrectiveAction, causes: [RootCause] = [], steps: [ActionStep] = [], progress: [ActionProgress] = [],
    reassessments: [Reassessment] = [], monitoring: [ActionMonitoring] = []
  ) {
    self.action = action
    self.causes = causes.sorted { Self.isBefore($0.position, $0.id, $1.position, $1.id) }
    self.steps = steps.sorted { Self.isBefore($0.position, $0.id, $1.position, $1.id) }
    self.progress = progress.sorted { Self.isBefore($0.day, $0.id, $1.day, $1.id) }
    self.reassessments = reassessments.sorted { Self.isBefore($0.day, $0.id, $1.day, $1.id) }
    self.monitoring = monitoring.sorted { Self.isBefore($0.day, $0.id, $1.day, $1.id) }
  }

  /// Ties are broken by the id, so that every node has one order.
  private static func isBefore<Value: Comparable>(
    _ left: Value, _ leftID: String, _ right: Value, _ rightID: String
  ) -> Bool { left == right ? Positions.isBefore(leftID, rightID) : left < right }

  public var state: ActionState {
    if !action.closed.isEmpty { return .closed }
    if !action.reachedOn.isEmpty {
      switch lastReassessment?.result {
      case nil: return .reached
      case Reassessment.remedied: return .reassessed
      // The problem is still there: work goes on (IOP.1.4 task 7).
      default: return .inProgress
      }
    }
    let isBegun =
      !progress.isEmpty || steps.contains { !["not started", "dropped"].contains($0.status) || !$0.done.isEmpty }
    return isBegun ? .inProgress : .open
  }

  /// The newest reassessment that is not older than the outcome.
  public var lastReassessment: Reassessment? {
    reassessments.last { $0.day >= action.reachedOn }
  }

  /// What a closed action lacks, or one that is to be closed; empty if nothing. It is closed all the same with a reason.
  public var missingForClosing: [String] {
    var missing: [String] = []
    if action.reachedOn.isEmpty { missing.append("the outcome is not reached") }
    if lastReassessment == nil {
      missing.append("the problem was not reassessed")
    } else if lastReassessment?.result != Reassessment.remedied {
      missing.append("the last reassessment does not say that the problem is remedied")
    }
    return missing
  }

  /// Whether it was closed, and a later reassessment says that the problem is back.
  public var needsReopening: Bool {
    guard !action.closed.isEmpty, let last = reassessments.last else { return false }
    return last.result != Reassessment.remedied && last.day > action.closed
  }

  /// Steps whose day has passed and that are neither done nor dropped; none once the action is closed. Late is shown, and
  /// blocks nothing.
  public func overdueSteps(on today: Day) -> [ActionStep] {
    guard action.closed.isEmpty else { return [] }
    return steps.filter { step in
      guard let due = Day(step.due) else { return false }
      return due < today && step.done.isEmpty && !["done", "dropped"].contains(step.status)
    }
  }

  /// Whether the action itself, or its reassessment, is past its day.
  public func isLate(on today: Day) -> Bool {
    guard action.closed.isEmpty else { return false }
    if let due = Day(action.due), due < today, action.reachedOn.isEmpty { return true }
    if let day = Day(action.reassessBy), day < today, lastReassessment == nil, !action.reachedOn.isEmpty { return true }
    return false
  }

  /// Whether the department, which monitors it, has not looked at it in a quarter: under a corrective action plan each quarter
  /// is assessed (Family Code 17702).
  public func isUnmonitored(in quarter: FederalQuarter) -> Bool {
    guard action.required == 1, action.closed.isEmpty else { return false }
    return !monitoring.contains { Day($0.day).map(quarter.contains) ?? false }
  }
}
