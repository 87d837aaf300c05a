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
