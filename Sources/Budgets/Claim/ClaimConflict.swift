internal import Records

/// A claim that was handed in against ``ClaimRules``, because another node knew other claims: merges bring it about.
public struct ClaimConflict: Hashable, Sendable {
  public let rule: Rule
  /// As it was handed in.
  public let claim: Claim

  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// A supplemental claim to one that is not in force counts nothing. Not where a revised claim came after it, which holds everything.
    case notInForce = "claim-not-in-force"
    /// Two revised claims of one prior claim: the one that was handed in last counts.
    case twoRevised = "two-revised"
    /// A revised claim replaces one whose payment is scheduled.
    case revisedAfterScheduled = "revised-after-scheduled"
    /// A supplemental claim that was handed in after nine months.
    case windowClosed = "window-closed"
  }
}

extension QuarterClaims {
  /// In the order in which the claims were handed in.
  public var conflicts: [ClaimConflict] {
    filed.flatMap { entry in
      ClaimConflict.Rule.allCases.filter { isBroken($0, by: entry) }.map { ClaimConflict(rule: $0, claim: entry.claim) }
    }
  }

  private func isBroken(_ rule: ClaimConflict.Rule, by entry: Filed) -> Bool {
    switch rule {
    case .notInForce:
      guard entry.form == .supplemental, entry.claim.prior != whole?.claim.id else { return false }
      return whole.map { $0.form != .revised || $0.isFiled(before: entry) } ?? true
    case .twoRevised:
      return entry.form == .revised && entry.claim.id != whole?.claim.id && whole?.form == .revised
        && entry.claim.prior == whole?.claim.prior
    case .revisedAfterScheduled:
      return entry.form == .revised && before(entry.claim.id).isPaymentScheduled
    case .windowClosed:
      guard entry.form == .supplemental, let until = quarter.supplementalUntil else { return false }
      return entry.standing.submissions.last.flatMap { Day($0.day) }.map { $0 > until } ?? false
    }
  }
}
