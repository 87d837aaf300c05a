public import Records

/// The money of a state fiscal year, agency by agency: allocated, planned, claimed, advanced; what is late and what is missing
/// (AS.2.5). Totals are sums of what stands in the rows.
public struct StatewideMoney: Hashable, Sendable {
  public let year: StateFiscalYear
  public let rows: [Row]
  public let total: Amounts

  public struct Amounts: Hashable, Sendable {
    /// By the letters in force.
    public let allocated: Money
    /// The final budget that was handed in last; nil where none was. In the total: the sum of those that were, nil without any.
    public let budget: Money?
    /// By the claims in force.
    public let claimed: Money
    /// Advances paid.
    public let advanced: Money
    /// Allocated less claimed: below zero, more is claimed than allocated.
    public let left: Money

    public init(allocated: Money, budget: Money?, claimed: Money, advanced: Money) throws(MoneyOverflow) {
      self.allocated = allocated
      self.budget = budget
      self.claimed = claimed
      self.advanced = advanced
      left = try allocated.subtracting(claimed)
    }
  }

  public struct Row: Hashable, Sendable {
    /// Code of the agency.
    public let agency: String
    /// nil where they cannot be added; then they are in no total.
    public let amounts: Amounts?
    /// Where the CS 921 of the year stands; draft: it was not handed in.
    public let display: FiscalStanding.State
    /// Where the final budget stands; draft: it was not handed in.
    public let budget: FiscalStanding.State
    /// Of the four quarters.
    public let claims: [ClaimState]

    public init(
      agency: String, amounts: Amounts?, display: FiscalStanding.State, budget: FiscalStanding.State,
      claims: [ClaimState]
    ) {
      self.agency = agency
      self.amounts = amounts
      self.display = display
      self.budget = budget
      self.claims = claims
    }

    /// What is missing on a day, in words: no source gives a day for the CS 921, so it is only said that it is not there.
    public var missing: [String] {
      var missing: [String] = []
      if [.draft, .returned].contains(display) { missing.append("CS 921") }
      if [.draft, .returned].contains(budget) { missing.append("final budget") }
      return missing + claims.filter(\.isMissing).map { "claim of Q\($0.quarter.number), due \($0.due)" }
    }

    public var late: [String] {
      claims.compactMap { claim in claim.lateBy.map { "claim of Q\(claim.quarter.number), \($0) days late" } }
    }
  }

  /// Where the claim of a quarter stands on a day.
  public struct ClaimState: Hashable, Sendable {
    public let quarter: StateQuarter
    public let due: Day
    /// The first day on which the original claim was handed in, or the revised one where the original was returned; nil where none
    /// is in force.
    public let filed: Day?
    public let today: Day

    /// nil outside of the calendar.
    public init?(_ claims: QuarterClaims, today: Day) {
      guard let due = claims.quarter.claimDue else { return nil }
      quarter = claims.quarter
      self.due = due
      self.today = today
      filed = (claims.original ?? claims.whole)?.standing.submissions.compactMap { Day($0.day) }.min()
    }

    public var isMissing: Bool { filed == nil && today > due }
    public var lateBy: Int? { filed.flatMap { $0 > due ? $0.ordinal - due.ordinal : nil } }

    public var words: String {
      if let filed { return lateBy == nil ? "\(filed)" : "\(filed), late" }
      return isMissing ? "missing" : "due \(due)"
    }
  }

  public init(year: StateFiscalYear, rows: [Row]) throws(MoneyOverflow) {
    self.year = year
    self.rows = rows
    let amounts = rows.compactMap(\.amounts)
    let budgets = amounts.compactMap(\.budget)
    total = try Amounts(
      allocated: Money.sum(amounts.map(\.allocated)), budget: budgets.isEmpty ? nil : Money.sum(budgets),
      claimed: Money.sum(amounts.map(\.claimed)), advanced: Money.sum(amounts.map(\.advanced)))
  }

  /// Codes of the agencies that are in no total.
  public var leftOut: [String] { rows.filter { $0.amounts == nil }.map(\.agency) }
}
