public import Records

/// A review of the department with its findings and the agency's answers: where it stands (IOP.4.3 to IOP.4.7).
public struct OversightStanding: Hashable, Sendable {
  public let review: OversightReview
  public let findings: [AnsweredFinding]

  public struct AnsweredFinding: Hashable, Sendable {
    public let finding: OversightFinding
    /// In the order in which they were written.
    public let answers: [OversightAnswer]

    public init(finding: OversightFinding, answers: [OversightAnswer]) {
      self.finding = finding
      self.answers = answers
    }

    public var isAnswered: Bool { !answers.isEmpty }

    /// Whether the day by which an answer is due has passed without one.
    public func isLate(on today: Day) -> Bool {
      guard !isAnswered, let due = Day(finding.answerDue) else { return false }
      return due < today
    }

    /// Days by which the first answer was late, or is; nil if it is not.
    public func lateness(on today: Day) -> Int? {
      guard let due = Day(finding.answerDue) else { return nil }
      let first = answers.compactMap { Day($0.day) }.min()
      guard isAnswered ? first != nil : true else { return nil }
      let days = (first ?? today).ordinal - due.ordinal
      return days > 0 ? days : nil
    }
  }

  /// - Parameters:
  ///   - findings: of this review; others are left out.
  ///   - answers: to these findings; others are left out.
  public init(review: OversightReview, findings: [OversightFinding], answers: [OversightAnswer]) {
    self.review = review
    self.findings = findings.filter { $0.review == review.id }
      .sorted { $0.position != $1.position ? $0.position < $1.position : Positions.isBefore($0.id, $1.id) }
      .map { finding in
        AnsweredFinding(
          finding: finding,
          answers: answers.filter { $0.finding == finding.id }.sorted { Positions.isBefore($0.id, $1.id) })
      }
  }

  public enum State: String, Hashable, Sendable {
    case planned
    /// The visit has begun, or a day for it has passed.
    case visited
    /// The findings are with the agency, and wait for answers.
    case reported
    /// Every finding is answered.
    case answered
    /// Reported, and nothing was found.
    case clean = "no findings"
  }

  public func state(on today: Day) -> State {
    if !review.reported.isEmpty {
      if findings.isEmpty { return .clean }
      return findings.allSatisfy(\.isAnswered) ? .answered : .reported
    }
    if let begin = Day(review.visitBegin), begin <= today { return .visited }
    return .planned
  }

  public func lateFindings(on today: Day) -> [AnsweredFinding] { findings.filter { $0.isLate(on: today) } }

  /// Whether papers are due before the visit, the day has passed, and they have not come.
  public func arePapersLate(on today: Day) -> Bool {
    guard review.papersIn.isEmpty, review.reported.isEmpty, let due = Day(review.papersDue) else { return false }
    return due < today
  }

  /// In a line: "reported, 1 of 3 answered, 1 late".
  public func words(on today: Day) -> String {
    var words = [state(on: today).rawValue]
    if !findings.isEmpty { words.append("\(findings.count(where: \.isAnswered)) of \(findings.count) answered") }
    let late = lateFindings(on: today).count
    if late > 0 { words.append("\(late) late") }
    if arePapersLate(on: today) { words.append("papers late") }
    return words.joined(separator: ", ")
  }
}

extension OversightReview {
  /// The day that counts for the interval between reviews: of the visit, its end before its beginning.
  public var day: Day? { Day(visitEnd) ?? Day(visitBegin) }

  /// The day in its plan: of the visit, or when it is planned for.
  public var plannedDay: Day? { Day(visitBegin) ?? Day(planned) }
}
