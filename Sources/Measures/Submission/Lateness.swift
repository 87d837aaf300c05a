public import Records

/// How late the figures of one agency and quarter are, and what follows (22 CCR 111920).
public struct Lateness: Hashable, Sendable {
  public let agency: String
  public let state: QuarterStanding.State
  /// The day on which the first submission of the quarter was there; nil if there is none.
  public let received: Day?
  /// Calendar days after the due day: of the receipt, or, if nothing is there, of today; 0 if in time.
  public let daysLate: Int
  /// How many quarters of the federal fiscal year, up to this one, were late.
  public let timesLate: Int
  /// The furthest step that may be taken; nil if nothing is late.
  public let step: SubmissionRules.Step?

  public var isMissing: Bool { received == nil }

  /// - Parameters:
  ///   - standings: of the agency.
  ///   - today: a quarter that is not there is late from the day after its due day.
  public init(
    agency: String, standings: [FederalQuarter: QuarterStanding], quarter: FederalQuarter, rules: SubmissionRules,
    today: Day
  ) {
    func daysLate(_ quarter: FederalQuarter) -> Int {
      guard let due = rules.due(of: quarter) else { return 0 }
      return max(0, (Self.received(standings[quarter]) ?? today).ordinal - due.ordinal)
    }
    self.agency = agency
    state = standings[quarter]?.state ?? .notSubmitted
    received = Self.received(standings[quarter])
    self.daysLate = daysLate(quarter)
    timesLate = quarter.toDate.count { daysLate($0) > 0 }
    step = rules.step(daysLate: self.daysLate, times: timesLate)
  }

  /// The day that the department wrote down, else the day of the submission in California.
  private static func received(_ standing: QuarterStanding?) -> Day? {
    guard let standing, let first = standing.submissions.first else { return nil }
    return standing.decision(on: first).flatMap { Day($0.receivedOn) } ?? Day(inCaliforniaAt: first.submittedAt)
  }
}
