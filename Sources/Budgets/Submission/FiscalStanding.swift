internal import Records

/// Where a budget, a Budget Display or a claim stands with the department.
public struct FiscalStanding: Hashable, Sendable {
  /// The first one first.
  public let submissions: [FiscalSubmission]
  private let decisions: [FiscalDecision]

  /// - Parameters:
  ///   - submissions: of one subject.
  ///   - decisions: those of others are left out.
  public init(submissions: [FiscalSubmission], decisions: [FiscalDecision]) {
    self.submissions = submissions.sorted {
      $0.number != $1.number ? $0.number < $1.number : Positions.isBefore($0.id, $1.id)
    }
    let ids = Set(submissions.map(\.id))
    self.decisions = decisions.filter { ids.contains($0.submission) }.sorted { Positions.isBefore($0.id, $1.id) }
  }

  /// In the order in which they were made.
  public func decisions(on submission: FiscalSubmission) -> [FiscalDecision] {
    decisions.filter { $0.submission == submission.id }
  }

  /// The one with the newest submission of a period: several budgets or displays may be of one year. nil where none is.
  public static func newest(of standings: [FiscalStanding], in period: String) -> FiscalStanding? {
    func id(_ standing: FiscalStanding) -> String { standing.submissions.last?.id ?? "" }
    return standings.filter { $0.submissions.last?.period == period }.max { Positions.isBefore(id($0), id($1)) }
  }

  public enum State: String, Hashable, Sendable {
    /// Nothing was handed in.
    case draft = "not handed in"
    case submitted
    case accepted, returned
    case scheduled = "payment scheduled"
    case paid
  }

  /// Of the newest submission, or of one.
  public func state(of submission: FiscalSubmission? = nil) -> State {
    (submission ?? submissions.last).map { replayed($0).state } ?? .draft
  }

  /// The decision on the newest submission that contradicts the one before it, where none was made since that follows: two nodes
  /// of the department decided without each other.
  public var contradiction: FiscalDecision? { submissions.last.flatMap { replayed($0).contradiction } }

  /// Decisions in their order: one that may not follow counts nothing, except that payment which is scheduled, or made, stays so.
  private func replayed(_ submission: FiscalSubmission) -> (state: State, contradiction: FiscalDecision?) {
    var state = State.submitted
    var contradiction: FiscalDecision?
    for decision in decisions(on: submission) {
      guard let result = FiscalDecision.Result(rawValue: decision.result), result.state != state else { continue }
      let follows = result.mayFollow(state)
      contradiction = follows ? nil : decision
      if follows || result == .paid || (result == .scheduled && state != .paid) { state = result.state }
    }
    return (state, contradiction)
  }

  /// Whether payment is scheduled for any of them, so that no revised claim may follow (AS.2.6 task 7).
  public var isPaymentScheduled: Bool {
    decisions.contains { [FiscalDecision.Result.scheduled, .paid].map(\.rawValue).contains($0.result) }
  }

  /// Whether what was handed in waits, or stands, so that it must not be edited: it was not given back.
  public var isClosed: Bool { ![.draft, .returned].contains(state()) }
}

extension FiscalDecision.Result {
  var state: FiscalStanding.State {
    switch self {
    case .accepted: .accepted
    case .returned: .returned
    case .scheduled: .scheduled
    case .paid: .paid
    }
  }

  /// Whether a submission in this state may be decided on so: a claim whose payment is scheduled is not returned any more.
  public func mayFollow(_ state: FiscalStanding.State) -> Bool {
    switch self {
    case .accepted: state == .submitted
    case .returned: [.submitted, .accepted].contains(state)
    case .scheduled: state == .accepted
    case .paid: state == .scheduled
    }
  }
}
