public import Records

/// Where a value stands before the penalty of a measure (45 CFR 305.40, 305.61). The test is of states; for an agency it says
/// where it would stand.
public struct Penalty: Hashable, Sendable {
  public let verdict: Verdict
  /// Points over the year before that the row of the table asks for; nil if none.
  public let neededGain: ExactFigure?
  /// The value as the table takes it: rounded to a whole point, where the law says so.
  public let judged: ExactFigure

  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// High enough.
    case reached
    /// Lower, and enough better than the year before.
    case reachedByGain = "reached by gain"
    /// Neither an incentive nor a penalty.
    case neither
    case penalty
    /// A gain is needed, and the value of the year before is not known.
    case notKnown = "year before not known"
  }
}

extension PenaltyTable {
  /// - Parameter yearBefore: the value of the same measure, a federal fiscal year earlier; nil if it is not known.
  public func penalty(of value: ExactFigure, yearBefore: ExactFigure?) -> Penalty {
    let judged = roundsToWholePoint ? value.wholePoint : value
    guard let row = rows.first(where: { judged >= $0.atLeast }) else {
      return Penalty(verdict: .penalty, neededGain: nil, judged: judged)
    }
    guard let gain = row.gain else { return Penalty(verdict: .reached, neededGain: nil, judged: judged) }
    func penalty(_ verdict: Penalty.Verdict) -> Penalty { Penalty(verdict: verdict, neededGain: gain, judged: judged) }
    guard let yearBefore else { return penalty(.notKnown) }
    let before = roundsToWholePoint ? yearBefore.wholePoint : yearBefore
    if judged.isAbove(before, by: gain) { return penalty(.reachedByGain) }
    return penalty(row.otherwise == .neither ? .neither : .penalty)
  }
}
