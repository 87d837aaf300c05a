/// An agreement for electronic data processing (EDP): a contract, purchase order or lease, with its amendments.
public struct EDPAgreement: Hashable, Sendable {
  public let amount: Money
  /// In the order in which they were made.
  public let amendments: [Amendment]

  public init(amount: Money, amendments: [Amendment] = []) {
    self.amount = amount
    self.amendments = amendments
  }

  public struct Amendment: Hashable, Sendable {
    /// Added to the amount; below zero where it is lowered.
    public let amount: Money
    /// Days added to the term; below zero where it is shortened.
    public let days: Int

    public init(amount: Money, days: Int) {
      self.amount = amount
      self.days = days
    }
  }
}

/// Prior approvals that an EDP agreement needs (AS.2.4 task 5, AS.2.6 task 3): in writing, from DCSS for all EDP spending, and
/// federal besides over $100,000 or more than 60 days.
///
/// Whether amendments are summed, and whether 60 days bind an agreement of $100,000 or less, the manual does not say. Both
/// readings are shown.
public struct PriorApproval: Hashable, Sendable {
  /// What asks for the approval: 0 is the agreement, 1 its first amendment.
  public let step: Int
  public let reason: Reason
  public let reading: Reading

  public init(step: Int, reason: Reason, reading: Reading) {
    self.step = step
    self.reason = reason
    self.reading = reading
  }

  public enum Reason: String, Hashable, Sendable {
    case spending = "all EDP spending"
    case amount = "over $100,000"
    case amendment = "an amendment goes past $100,000"
    case term = "an amendment adds more than 60 days"
  }

  public enum Reading: String, Hashable, Sendable {
    /// By each reading.
    case certain
    /// Only if the amendments before count too.
    case ifSummed = "if amendments are summed"
    /// Only if the rule on days binds agreements of $100,000 or less.
    case ifSmallToo = "if 60 days bind smaller agreements"
  }

  /// $100,000.00 itself is not over it.
  public static let threshold = Money(cents: 10_000_000)
  /// 60 days themselves are not more.
  public static let days = 60

  /// Whether the federal approval is needed besides that of DCSS.
  public var isFederal: Bool { reason != .spending }

  public static func needed(for agreement: EDPAgreement) throws(MoneyOverflow) -> [PriorApproval] {
    var needed = [PriorApproval(step: 0, reason: .spending, reading: .certain)]
    if agreement.amount > threshold { needed.append(.init(step: 0, reason: .amount, reading: .certain)) }
    var amount = agreement.amount
    // A merged row holds any number: 64 bits are too little for a sum of them.
    var days: Int128 = 0
    for (index, amendment) in agreement.amendments.enumerated() {
      let step = index + 1
      let alone = try agreement.amount.adding(amendment.amount)
      let summed = try amount.adding(amendment.amount)
      if amendment.amount > .zero {
        if alone > threshold {
          needed.append(.init(step: step, reason: .amendment, reading: .certain))
        } else if summed > threshold {
          needed.append(.init(step: step, reason: .amendment, reading: .ifSummed))
        }
      }
      if amendment.days > 0 {
        let isLarge = summed > threshold
        if amendment.days > Self.days {
          needed.append(.init(step: step, reason: .term, reading: isLarge ? .certain : .ifSmallToo))
        } else if days + Int128(amendment.days) > Int128(Self.days) {
          needed.append(.init(step: step, reason: .term, reading: isLarge ? .ifSummed : .ifSmallToo))
        }
      }
      amount = summed
      days += Int128(amendment.days)
    }
    return needed
  }
}
