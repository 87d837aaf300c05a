public import Records

/// What was counted for one rule.
public struct ReviewCount: Hashable, Sendable {
  /// Id of the rule.
  public let rule: String
  /// Cases to which the rule applies.
  public let reviewed: Int
  public let met: Int
  public let notMet: Int
  public let notApplicable: Int

  public init(rule: String, reviewed: Int, met: Int, notMet: Int, notApplicable: Int = 0) {
    self.rule = rule
    self.reviewed = reviewed
    self.met = met
    self.notMet = notMet
    self.notApplicable = notApplicable
  }

  public init(_ result: ReviewResult) {
    self.init(
      rule: result.rule, reviewed: result.reviewed, met: result.met, notMet: result.notMet,
      notApplicable: result.notApplicable)
  }

  /// Counts the items of one rule. Words that are not known count for nothing.
  public init(rule: String, items: [ReviewItem]) {
    let items = items.filter { $0.rule == rule }
    let met = items.count { $0.result == ReviewItem.met }
    let notMet = items.count { $0.result == ReviewItem.notMet }
    self.init(
      rule: rule, reviewed: met + notMet, met: met, notMet: notMet,
      notApplicable: items.count { $0.result == ReviewItem.notApplicable })
  }

  /// Whether met and not met are the cases reviewed.
  public var addsUp: Bool { reviewed == met + notMet }

  /// Whether more cases were counted than a sample has.
  ///
  /// - Parameter sample: cases; 0 where nobody has said how many.
  public func isOver(sample: Int) -> Bool { sample > 0 && reviewed + notApplicable > sample }

  /// Percent of the reviewed cases that met the rule; nil ("not computable") where none was reviewed or the counts do not add
  /// up.
  public var percentMet: ExactFigure? {
    guard addsUp else { return nil }
    return ExactFigure(Int64(met) * 100, over: Int64(reviewed))
  }

  /// What the count says by its rule: the exact share against the percent of the rule. 94.99 percent fails 95, and 95 passes.
  ///
  /// - Parameter rule: nil for one that is not known here.
  public func verdict(by rule: ReviewRule?) -> ReviewVerdict {
    guard let rule, rule.percent > 0 else { return .noStandard }
    guard let share = percentMet, let standard = ExactFigure(Int64(rule.percent), over: 1) else {
      return .notComputable
    }
    return share < standard ? .failed : .passed
  }
}

/// What a rule, or a whole review, comes to.
public enum ReviewVerdict: String, Hashable, Sendable, CaseIterable {
  case passed
  case failed
  /// Nothing was reviewed, or the counts do not add up.
  case notComputable = "not computable"
  /// The rule names no share that must meet it.
  case noStandard = "no standard"

  /// Of all rules together: failed if one failed; not computable if nothing failed and one could not be computed, or nothing
  /// was counted.
  public static func ofAll(_ verdicts: [ReviewVerdict]) -> ReviewVerdict {
    if verdicts.contains(.failed) { return .failed }
    if verdicts.isEmpty || verdicts.contains(.notComputable) { return .notComputable }
    return verdicts.contains(.passed) ? .passed : .noStandard
  }
}
