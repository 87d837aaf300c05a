/// Where the figures of one agency and quarter stand: what was handed in, and what the department said.
public struct QuarterStanding: Hashable, Sendable {
  /// The oldest first.
  public let submissions: [FigureSubmission]
  private let decisions: [String: FigureDecision]

  public enum State: String, CaseIterable, Hashable, Sendable {
    case notSubmitted = "not submitted"
    case submitted
    case accepted
    case returned
  }

  /// - Parameters:
  ///   - submissions: of one agency and quarter.
  ///   - decisions: those on them, and any others.
  public init(submissions: [FigureSubmission], decisions: [FigureDecision]) {
    self.submissions = submissions.sorted { $0.id < $1.id }
    self.decisions = Dictionary(
      decisions.sorted { $0.id < $1.id }.map { ($0.submission, $0) }, uniquingKeysWith: { $1 })
  }

  /// The last word of the department on a submission.
  public func decision(on submission: FigureSubmission) -> FigureDecision? { decisions[submission.id] }

  public func state(of submission: FigureSubmission) -> State {
    switch decision(on: submission)?.decision {
    case FigureDecision.Kind.accepted.rawValue: .accepted
    case FigureDecision.Kind.returned.rawValue: .returned
    default: .submitted
    }
  }

  /// State of the last submission.
  public var state: State { submissions.last.map(state(of:)) ?? .notSubmitted }

  /// The submission whose figures are in force: the last one that was accepted.
  public var inForce: FigureSubmission? { submissions.last { state(of: $0) == .accepted } }

  /// The submission that waits for a decision.
  public var waiting: FigureSubmission? { submissions.last.flatMap { state(of: $0) == .submitted ? $0 : nil } }
}
