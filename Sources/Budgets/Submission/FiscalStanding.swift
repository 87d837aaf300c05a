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
    guard let submission = submission ?? submissions.last else { return .draft }
    switch decisions(on: submission).last.flatMap({ FiscalDecision.Result(rawValue: $0.result) }) {
    case nil: return .submitted
    case .accepted: return .accepted
    case .returned: return .returned
    case .scheduled: return .scheduled
    case .paid: return .paid
    }
  }

  /// Whether payment is scheduled for any of them, so that no revised claim may follow (AS.2.6 task 7).
  public var isPaymentScheduled: Bool {
    decisions.contains { [FiscalDecision.Result.scheduled, .paid].map(\.rawValue).contains($0.result) }
  }

  /// Whether what was handed in waits, or stands, so that it must not be edited: it was not given back.
  public var isClosed: Bool { ![.draft, .returned].contains(state()) }
}
