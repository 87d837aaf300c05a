/// What an agency claimed for a quarter against what was advanced for it, and the adjustment of later advances that follows
/// (AS.2.6 task 6).
///
/// What a month paid besides its share settles earlier quarters: an adjustment, and what was carried. It was no advance for this
/// quarter, and is not held against its claim; so an adjustment is not adjusted a second time.
public struct AdvanceComparison: Hashable, Sendable {
  /// What the claims in force come to; nil where none was handed in.
  public let claimed: Money?
  /// Paid in the months of the quarter.
  public let paid: Money
  /// Of that, what settles earlier quarters.
  public let settled: Money
  /// Paid, less what settles earlier quarters.
  public let advanced: Money
  /// What adjustments of this quarter were written already.
  public let adjusted: Money
  /// Claimed less advanced less adjusted: above zero, more is paid; below, advances are taken back. nil where nothing is claimed.
  public let proposed: Money?
  /// Months of the year, 1 to 12, whose advance is not recorded as paid.
  public let unpaid: [Int]

  /// - Parameters:
  ///   - payments: of the agency and year.
  ///   - adjustments: of the agency, of any year.
  public init(
    quarter: StateQuarter, claimed: Money?, plan: AdvancePlan, payments: [AdvancePayment],
    adjustments: [AdvanceAdjustment]
  ) throws(MoneyOverflow) {
    let months = plan.months.filter { quarter.months.contains($0.advance.number) }
    let paidMonths = payments.filter { $0.year == "\(quarter.year)" && quarter.months.contains($0.month) }
    let recorded = Set(paidMonths.map(\.month))
    unpaid = months.map(\.advance.number).filter { !recorded.contains($0) }
    paid = try Money.sum(paidMonths.map { Money(cents: Int64($0.amount)) })
    var settled = Money.zero
    for month in months where recorded.contains(month.advance.number) {
      settled = try settled.adding(month.advance.advance).subtracting(month.advance.share)
    }
    self.settled = settled
    advanced = try paid.subtracting(settled)
    adjusted = try Money.sum(
      adjustments.filter { $0.quarter == "\(quarter)" }.map { Money(cents: Int64($0.amount)) })
    self.claimed = claimed
    guard let claimed else {
      proposed = nil
      return
    }
    proposed = try claimed.subtracting(advanced).subtracting(adjusted)
  }
}
