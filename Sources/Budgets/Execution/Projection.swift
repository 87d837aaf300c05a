/// The expenditures of a state fiscal year, month by month, held against what may be spent (AS.2.4 task 6, AS.2.5 task 1).
public struct Projection: Hashable, Sendable {
  /// Spent in each month that is over, July first.
  public let spent: [Money]
  public let allocated: Money
  public let method: Method

  public enum Method: Hashable, Sendable {
    /// The months that are over, on average, for each month that is left.
    case straightLine
    /// The last three months that are over (fewer, if there are no three), on average, for each month that is left.
    case lastQuarter
    /// What people expect of each month that is left, the next one first; a month that is not named is nothing.
    case manual([Money])
  }

  /// - Parameter spent: 0 to 12 months.
  public init(spent: [Money], allocated: Money, method: Method) {
    self.spent = spent
    self.allocated = allocated
    self.method = method
  }

  public func toDate() throws(MoneyOverflow) -> Money { try Money.sum(spent) }

  /// What is expected of the whole year; nil where there is no month to project from. Cents are cut toward zero once, at the end.
  public func yearEnd() throws(MoneyOverflow) -> Money? {
    let left = 12 - spent.count
    let toDate = try toDate()
    guard left > 0 else { return toDate }
    switch method {
    case .straightLine:
      guard !spent.isEmpty else { return nil }
      return toDate.share(12, of: spent.count)
    case .lastQuarter:
      let last = spent.suffix(3)
      guard !last.isEmpty else { return nil }
      return try toDate.adding(Money.sum(last).share(left, of: last.count))
    case .manual(let months): return try toDate.adding(Money.sum(months.prefix(left)))
    }
  }

  /// Allocated less expected: below zero, an overrun that is foreseen.
  public func balance() throws(MoneyOverflow) -> Money? {
    guard let yearEnd = try yearEnd() else { return nil }
    return try allocated.subtracting(yearEnd)
  }

  /// The month in which more is spent than allocated, 1 to 12, if each month that is left takes the same; nil if none does.
  public func overrunMonth() throws(MoneyOverflow) -> Int? {
    var sum = Money.zero
    for (index, month) in spent.enumerated() {
      sum = try sum.adding(month)
      if sum > allocated { return index + 1 }
    }
    guard let rest = try yearEnd()?.subtracting(sum) else { return nil }
    let left = 12 - spent.count
    for index in 0..<left {
      let part: Money
      if case .manual(let months) = method {
        part = try Money.sum(months.prefix(index + 1))
      } else {
        part = rest.share(index + 1, of: left)
      }
      if try sum.adding(part) > allocated { return spent.count + index + 1 }
    }
    return nil
  }
}
