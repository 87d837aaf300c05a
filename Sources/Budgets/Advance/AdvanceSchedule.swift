/// The twelve monthly advances of a state fiscal year (AS.2.6 task 6): 1/12 of 90 percent of the allocation, at the beginning of each
/// month.
///
/// The share of a month is what its cumulative part of the year adds: floor(T·m/12) − floor(T·(m−1)/12) cents. So twelve shares
/// add up to T, whatever T is, and no share differs from another by more than a cent.
public struct AdvanceSchedule: Hashable, Sendable {
  /// By month, July first: what the allocation gives.
  public private(set) var shares: [Money]
  /// By month: what comparing claims with advances adds or takes back, counted from this month on.
  public private(set) var adjustments: [Money]

  /// - Parameter base: the components of the allocation on which advances are paid.
  public init(base: Money) {
    let total = Self.total(of: base)
    shares = (1...12).map { Self.share(of: total, month: $0, of: 12) }
    adjustments = Array(repeating: .zero, count: 12)
  }

  /// 90 percent, toward zero: never more than 90 percent.
  public static func total(of base: Money) -> Money { base.share(9, of: 10) }

  /// How what was advanced too little (or too much) so far is made up after a new letter. DCSS sets it.
  public enum CatchUp: String, CaseIterable, Hashable, Sendable {
    /// In equal parts over the months that remain.
    case spread
    /// With the next advance.
    case next
    /// Not at all: the months that remain get 1/12 each of the new 90 percent, and the past stays as it was.
    case none
  }

  /// The schedule after a new letter. The months before `month` stay.
  ///
  /// - Parameter month: 1 to 12, the first that follows the new letter.
  public func replanned(base: Money, from month: Int, catchUp: CatchUp) throws(MoneyOverflow) -> AdvanceSchedule {
    let total = Self.total(of: base)
    let paid = try Money.sum(shares.prefix(month - 1))
    let left = 13 - month
    var plan = self
    switch catchUp {
    case .spread:
      let rest = try total.subtracting(paid)
      for index in 1...left { plan.shares[month + index - 2] = Self.share(of: rest, month: index, of: left) }
    case .next, .none:
      for index in month...12 { plan.shares[index - 1] = Self.share(of: total, month: index, of: 12) }
      guard catchUp == .next else { break }
      let due = total.share(month - 1, of: 12)
      plan.shares[month - 1] = try plan.shares[month - 1].adding(due.subtracting(paid))
    }
    return plan
  }

  /// The schedule with an adjustment, counted from a month on.
  ///
  /// - Parameters:
  ///   - amount: above zero if more was claimed than advanced, below if less.
  ///   - month: 1 to 12.
  public func adjusted(by amount: Money, from month: Int) throws(MoneyOverflow) -> AdvanceSchedule {
    var plan = self
    plan.adjustments[month - 1] = try plan.adjustments[month - 1].adding(amount)
    return plan
  }

  /// What is paid in a month, and how it comes about.
  public struct Month: Hashable, Sendable {
    /// 1 to 12, July is 1.
    public let number: Int
    public let share: Money
    public let adjustment: Money
    /// What earlier months still owe: zero or below.
    public let carriedIn: Money
    /// Never below zero.
    public let advance: Money
    /// What this month could not take back: zero or below.
    public let carriedOut: Money
  }

  /// An adjustment that is larger than the advance takes it all, and goes on with the next one. What June carries out is
  /// owed beyond the year.
  public func months() throws(MoneyOverflow) -> [Month] {
    var carried = Money.zero
    var months: [Month] = []
    for number in 1...12 {
      let sum = try Money.sum([shares[number - 1], adjustments[number - 1], carried])
      let rest = min(sum, .zero)
      months.append(
        Month(
          number: number, share: shares[number - 1], adjustment: adjustments[number - 1], carriedIn: carried,
          advance: max(sum, .zero), carriedOut: rest))
      carried = rest
    }
    return months
  }

  private static func share(of total: Money, month: Int, of count: Int) -> Money {
    Money(cents: total.share(month, of: count).cents - total.share(month - 1, of: count).cents)
  }
}
