/// Where a plan stands in its life. The states and their order are ours; the letters name only review, call or visit, and
/// monitoring.
public enum PlanState: String, Hashable, Sendable, CaseIterable {
  /// Being written: nobody has approved it as it stands.
  case draft
  /// The director has approved exactly what stands here.
  case approved
  /// Handed in, and not decided on.
  case submitted
  /// Sent back with comments.
  case returned
  /// Taken as it was handed in; its year has not begun.
  case accepted
  case inForce = "in force"
  /// The update of the last quarter is handed in.
  case finalResults = "final results"
  case closed
}

/// What moves a plan from one state to another.
public enum PlanEvent: String, Hashable, Sendable, CaseIterable {
  case approved, submitted, returned, accepted
  case yearBegan = "the year began"
  case quarterSubmitted = "a quarter was submitted"
  case lastQuarterSubmitted = "the last quarter was submitted"
  case closed
}

extension PlanState {
  /// The state after an event; nil where the event moves nothing, because it came out of order (a merge can bring it) or
  /// belongs to the next version.
  public func after(_ event: PlanEvent) -> PlanState? { Self.moves[self]?[event] }

  /// The whole machine. What an accepted plan goes through as an amendment moves the amendment and not the plan
  /// (``PlanLife/amendment``): the earlier version holds until the new one is accepted.
  private static let moves: [PlanState: [PlanEvent: PlanState]] = [
    .draft: [.approved: .approved, .submitted: .submitted, .closed: .closed],
    .approved: [.submitted: .submitted, .closed: .closed],
    .submitted: [.submitted: .submitted, .returned: .returned, .accepted: .accepted, .closed: .closed],
    .returned: [.approved: .approved, .submitted: .submitted, .closed: .closed],
    .accepted: [
      .yearBegan: .inForce, .quarterSubmitted: .inForce, .lastQuarterSubmitted: .finalResults, .closed: .closed,
    ],
    .inForce: [.lastQuarterSubmitted: .finalResults, .closed: .closed],
    .finalResults: [.closed: .closed],
    .closed: [:],
  ]
}

/// What a person may do with a plan, and whose deed it is.
public enum PlanDeed: String, Hashable, Sendable, CaseIterable {
  // The agency's.
  case edit, approve
  case submitPlan = "submit the plan"
  case submitAmendment = "submit an amendment"
  case submitQuarter = "submit a quarterly update"
  // The department's.
  case decide
  case close
  /// Comments, answers and contacts.
  case comment
}

extension PlanState {
  /// What a state allows. Writing is never blocked: a plan can be edited even when it is closed, and the difference to what
  /// was handed in is shown. Whether a submission has its approval is asked besides.
  public func allows(_ deed: PlanDeed) -> Bool { Self.deeds[self]?.contains(deed) ?? false }

  private static let deeds: [PlanState: Set<PlanDeed>] = [
    .draft: [.edit, .approve, .submitPlan, .submitAmendment, .close, .comment],
    .approved: [.edit, .approve, .submitPlan, .submitAmendment, .close, .comment],
    .submitted: [
      .edit, .approve, .submitPlan, .submitAmendment, .submitQuarter, .decide, .close, .comment,
    ],
    .returned: [.edit, .approve, .submitPlan, .submitAmendment, .submitQuarter, .close, .comment],
    .accepted: [.edit, .approve, .submitAmendment, .submitQuarter, .decide, .close, .comment],
    .inForce: [.edit, .approve, .submitAmendment, .submitQuarter, .decide, .close, .comment],
    .finalResults: [.edit, .approve, .submitAmendment, .submitQuarter, .decide, .close, .comment],
    .closed: [.edit, .comment],
  ]
}
