public import Records

/// What may follow a claim that was handed in (AS.2.6 task 7).
///
/// A line item is a line of the form with an amount that is not zero. Of the prior claim's line items those are revised whose
/// amount differs, to zero included. A line that only the new figures have is no line item of the prior claim: it is counted
/// neither among its line items nor among the revised ones.
public struct ClaimRevision: Hashable, Sendable {
  /// Line items of the prior claim.
  public let lineItems: Int
  public let revised: Int
  /// Codes of lines, in the order of their codes: new figures less those of the prior claim, where that is not zero.
  public let differences: [Difference]

  public struct Difference: Hashable, Sendable {
    public let line: String
    public let amount: Money

    public init(line: String, amount: Money) {
      self.line = line
      self.amount = amount
    }
  }

  /// - Parameters: amounts by the code of the line.
  public init(prior: [String: Money], new: [String: Money]) throws(MoneyOverflow) {
    let items = prior.filter { $0.value != .zero }
    lineItems = items.count
    revised = items.count { line, amount in new[line, default: .zero] != amount }
    var differences: [Difference] = []
    for line in Set(prior.keys).union(new.keys).sorted(by: { Positions.isBefore($0, $1) }) {
      let amount = try new[line, default: .zero].subtracting(prior[line, default: .zero])
      if amount != .zero { differences.append(Difference(line: line, amount: amount)) }
    }
    self.differences = differences
  }

  /// Over one half: of 8 line items 5, of 7 line items 4.
  public var isOverHalf: Bool { revised * 2 > lineItems }

  /// Which form the change takes, revised or supplemental; nil if there is no change.
  public func form(paymentScheduled: Bool) -> Claim.Form? {
    guard !differences.isEmpty else { return nil }
    return isOverHalf && !paymentScheduled ? .revised : .supplemental
  }
}

extension StateQuarter {
  /// Claims are due the 15th calendar day after the end of the quarter; a weekend does not move it (AS.2.6).
  public var claimDue: Day? { lastDay.adding(days: 15) }

  /// The last day for a supplemental claim: nine months from the end of the quarter in which costs were paid (AS.2.6 task 7). A
  /// quarter ends with a month, and so do nine months from there: from 30 June it is 31 March.
  public var supplementalUntil: Day? {
    let month = lastDay.month + 9
    return Day(lastDay.year + (month - 1) / 12, (month - 1) % 12 + 1, 1)?.monthEnd
  }
}
