public import Records

/// The life of one plan, as a pure function of its records: what was approved, handed in and decided, and what stands in
/// the plan today. Nothing of it is stored, so a merge can bring the records in any order.
///
/// Submissions are taken in the order of their ids. Which decision belongs to which submission is written in the decision,
/// and not taken from a clock; of two decisions on one submission `returned` holds until it is submitted anew.
///
/// A plan of a kind that is the agency's own (``PlanTemplate/isInternal``) is in force with its submission: nobody decides
/// on it, and each version that is submitted takes the place of the one before.
public struct PlanLife: Hashable, Sendable {
  public let state: PlanState
  /// The last submission of the whole plan, or of an amendment before anything was accepted.
  public let submission: Submission?
  /// What was decided on `accepted`, or else on `submission`.
  public let decision: Decision?
  /// The version that holds: the last accepted one.
  public let accepted: Submission?
  /// A new version of an accepted plan, while it is not accepted itself.
  public let amendment: Amendment?
  /// The last submission of each quarter.
  public let quarters: [Int: Submission]
  /// The approval of the plan exactly as it stands today.
  public let approval: Approval?
  /// Why and by whom it was closed.
  public let closing: Decision?
  /// Every submission, the oldest first.
  public let submissions: [Submission]

  public struct Amendment: Hashable, Sendable {
    public let submission: Submission
    /// `submitted` or `returned`.
    public let state: PlanState
    public let decision: Decision?
  }

  /// - Parameters:
  ///   - digest: SHA-256 of today's ``PlanSnapshot``.
  ///   - template: nil if it is not known here; then no year begins and no quarter is the last.
  ///   - today: nil to leave the calendar out: a plan whose year has begun stands as accepted then.
  public init(
    digest: String, template: PlanTemplate?, approvals: [Approval], submissions: [Submission], decisions: [Decision],
    today: Day? = nil
  ) {
    self.submissions = submissions
    closing = decisions.last { $0.decision == Decision.Kind.closed.rawValue }
    var state = PlanState.draft
    var submission: Submission?
    var decision: Decision?
    var accepted: Submission?
    var amendment: Amendment?
    let isInternal = template?.isInternal ?? false
    for whole in submissions.filter(\.isWhole) {
      let verdict = Self.verdict(on: whole, decisions)
      let kind = verdict.flatMap { Decision.Kind(rawValue: $0.decision) }
      if accepted == nil {
        state = state.after(.submitted) ?? state
        submission = whole
        decision = verdict
        if kind == .accepted { state = state.after(.accepted) ?? state }
        if kind == .returned { state = state.after(.returned) ?? state }
        if isInternal { state = state.after(.accepted) ?? state }
      } else if !isInternal {
        amendment = Amendment(submission: whole, state: kind == .returned ? .returned : .submitted, decision: verdict)
      }
      if kind == .accepted || isInternal {
        accepted = whole
        decision = verdict
        amendment = nil
      }
    }
    quarters = Dictionary(
      submissions.compactMap { entry -> (Int, Submission)? in
        guard case .quarter(let number) = entry.planItem else { return nil }
        return (number, entry)
      }, uniquingKeysWith: { $1 })
    let last = amendment?.submission ?? accepted ?? submission
    approval = last?.digest == digest ? nil : approvals.last { $0.digest == digest }
    if approval != nil { state = state.after(.approved) ?? state }
    if let template, let today, template.begins <= today { state = state.after(.yearBegan) ?? state }
    if !quarters.isEmpty { state = state.after(.quarterSubmitted) ?? state }
    if let number = template?.quarters.map(\.number).max(), quarters[number] != nil {
      state = state.after(.lastQuarterSubmitted) ?? state
    }
    if closing != nil { state = state.after(.closed) ?? state }
    self.state = state
    self.submission = submission
    self.decision = decision
    self.accepted = accepted
    self.amendment = amendment
  }

  private static func verdict(on submission: Submission, _ decisions: [Decision]) -> Decision? {
    let own = decisions.filter { $0.submission == submission.id }
    func last(_ kind: Decision.Kind) -> Decision? { own.last { $0.decision == kind.rawValue } }
    return last(.returned) ?? last(.accepted)
  }

  /// What waits for a decision of the department.
  public var undecided: Submission? {
    if let amendment { return amendment.state == .submitted ? amendment.submission : nil }
    return accepted == nil && decision == nil ? submission : nil
  }

  /// Whether the last version that was handed in was sent back.
  public var isReturned: Bool { (amendment?.state ?? state) == .returned }

  /// The last version that was handed in, accepted or not.
  public var lastVersion: Submission? { amendment?.submission ?? accepted ?? submission }

  /// The day, in California, on which something was first handed in.
  public func firstSubmitted(_ item: PlanItem) -> Day? {
    submissions.lazy.filter { entry in item == .plan ? entry.isWhole : entry.planItem == item }
      .compactMap { Day(inCaliforniaAt: $0.submittedAt) }.first
  }

  /// What the director approves and the agency hands in next: the plan, or an amendment of the accepted one.
  public var nextWhole: PlanItem { accepted == nil ? .plan : .amendment }
}

extension PlanTemplate {
  /// Whether a plan is for more than the template's own year and was handed in for the earlier one, perhaps before this
  /// program: what is handed in now amends it (CSSP Letter 18-08).
  public func isForEarlierYear(_ plan: Plan) -> Bool { kind == nil && period(of: plan) != periods.first }

  /// Whether two persons of the department decide on a plan: the reviewer "with" another.
  public var isDecidedJointly: Bool { reviewer.contains(" with ") }
}
