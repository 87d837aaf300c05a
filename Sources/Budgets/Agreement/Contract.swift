public import Records

/// A contract, purchase order or lease of an agency (AS.3.1): the contract list, the schedule of a budget, and what prior approvals
/// are asked for.
public struct Contract: TypedRecord {
  public let id: String
  public var title = ""
  public var contractor = ""
  public var kind = "contract"
  public var direct = 0
  public var edp = 0
  public var budget = ""
  /// Line item of a budget that pays it; may be empty.
  public var line = ""
  public var first = ""
  public var last = ""
  /// Whole cents, without amendments.
  public var amount = 0
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<Contract>] = [
    .text("title", "title", \.title),
    .text("contractor", "contractor", \.contractor),
    .text("kind", "kind", \.kind, .choice(["contract", "purchase order", "lease"], whenEmpty: "contract")),
    .number("direct_service", "a direct service contract", \.direct, .yes),
    .number("edp", "for electronic data processing (EDP)", \.edp, .yes),
    .text("budget", "budget", \.budget),
    .text("line", "line item", \.line),
    .text("first", "from", \.first, .day),
    .text("last", "until", \.last, .day),
    .number("amount", "amount", \.amount, .cents),
    .text("note", "note", \.note, .text),
  ]
}

/// An amendment of a contract.
public struct ContractAmendment: TypedRecord {
  public let id: String
  public var contract = ""
  public var day = ""
  /// Whole cents; below zero where it lowers.
  public var amount = 0
  /// Below zero where it shortens.
  public var days = 0
  public var note = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<ContractAmendment>] = [
    .text("contract", "contract", \.contract),
    .text("day", "day", \.day, .day),
    .number("amount", "adds", \.amount, .amount),
    .number("days", "adds days to the term", \.days, .number(-9_999...9_999)),
    .text("note", "note", \.note, .text),
  ]
}

extension Contract {
  /// Whole cents, amendments added.
  public func total(with amendments: [ContractAmendment]) throws(MoneyOverflow) -> Money {
    try Money.sum(([amount] + amendments.map(\.amount)).map { Money(cents: Int64($0)) })
  }

  /// The last day of the term, the days of amendments added; nil where it is not said.
  public func lastDay(with amendments: [ContractAmendment]) -> Day? {
    Day(last)?.adding(days: Int(Int32(clamping: amendments.reduce(Int128(0)) { $0 + Int128($1.days) })))
  }
}

/// The contracts of an agency, direct services first, each group by title (AS.3.1). One whose amounts cannot be added stands there
/// without a total, and is in no sum.
public struct ContractList: Hashable, Sendable {
  public let entries: [Entry]
  public let direct: Money
  public let other: Money
  public let total: Money

  public struct Entry: Hashable, Sendable {
    public let contract: Contract
    public let amendments: Int
    /// Of the term, with amendments; nil where it is not said.
    public let last: Day?
    /// With amendments; nil where it cannot be added.
    public let total: Money?
    /// nil where the amounts cannot be added.
    public let approvals: ContractApprovals?

    public init(contract: Contract, amendments: Int, last: Day?, total: Money?, approvals: ContractApprovals?) {
      (self.contract, self.amendments, self.last) = (contract, amendments, last)
      (self.total, self.approvals) = (total, approvals)
    }

    public var isApprovalMissing: Bool { approvals?.missing.isEmpty == false }
  }

  /// Those that are in no sum.
  public var leftOut: [Entry] { entries.filter { $0.total == nil } }

  public init(_ entries: [Entry]) throws(MoneyOverflow) {
    self.entries = entries.sorted { left, right in
      if (left.contract.direct != 0) != (right.contract.direct != 0) { return left.contract.direct != 0 }
      return left.contract.title != right.contract.title
        ? Positions.isBefore(left.contract.title, right.contract.title)
        : Positions.isBefore(left.contract.id, right.contract.id)
    }
    direct = try Money.sum(entries.filter { $0.contract.direct != 0 }.compactMap(\.total))
    other = try Money.sum(entries.filter { $0.contract.direct == 0 }.compactMap(\.total))
    total = try direct.adding(other)
  }
}
