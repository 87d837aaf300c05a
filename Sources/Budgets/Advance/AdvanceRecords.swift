public import Records

/// What the department has settled about money in a state fiscal year, where the manual leaves it open.
public struct FiscalSettings: NaturalRecord {
  public var year = ""
  /// Components of the allocation: `all`, or administration and EDP maintenance and operation alone.
  public var base = "all"
  /// `latest`: the newest standard letter of the first day of July; `planning`: the final planning letter, until a final one is there.
  public var july = "latest"
  public var catchUp = AdvanceSchedule.CatchUp.spread.rawValue
  public var retention = "quarter end"
  public var source = ""

  public init() {}

  /// AS.2.6 names administration and EDP maintenance and operation, and is silent on enhancements and conversions.
  public static let bases = ["all", "administration and M&O"]

  public static let keys: [EntryField<FiscalSettings>] = [
    .text("year", "state fiscal year", \.year)
  ]

  public static let fields: [EntryField<FiscalSettings>] = [
    .text("base", "advances are paid on", \.base, .choice(bases, whenEmpty: "all")),
    .text("july", "letter that governs July", \.july, .choice(["latest", "planning"], whenEmpty: "latest")),
    .text(
      "catch_up", "after a new letter", \.catchUp,
      .choice(AdvanceSchedule.CatchUp.allCases.map(\.rawValue), whenEmpty: AdvanceSchedule.CatchUp.spread.rawValue)),
    .text(
      "retention", "records are kept from", \.retention,
      .choice(["quarter end", "submission", "payment"], whenEmpty: "quarter end")),
    .text("source", "source", \.source),
  ]
}

/// A monthly advance that the department paid.
public struct AdvancePayment: NaturalRecord {
  public var year = ""
  public var month = 0
  public var amount = 0
  public var day = ""
  public var note = ""

  public init() {}

  public static let keys: [EntryField<AdvancePayment>] = [
    .text("year", "state fiscal year", \.year),
    .number("month", "month (1 is July)", \.month, .number(1...12)),
  ]

  public static let fields: [EntryField<AdvancePayment>] = [
    .number("amount", "amount", \.amount, .cents),
    .text("day", "paid on", \.day, .day),
    .text("note", "note", \.note, .text),
  ]
}

/// An adjustment of later advances, after a quarter's claim was compared with its advances (AS.2.6 task 6).
public struct AdvanceAdjustment: TypedRecord {
  public let id: String
  /// The year whose advances change.
  public var year = ""
  public var quarter = ""
  public var month = 0
  /// Whole cents: above zero if more was claimed than advanced, below if less.
  public var amount = 0
  public var text = ""
  public var day = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<AdvanceAdjustment>] = [
    .text("year", "state fiscal year", \.year),
    .text("quarter", "quarter that was compared", \.quarter),
    .number("month", "from which month, 1 is July", \.month, .number(1...12)),
    .number("amount", "amount", \.amount, .amount),
    .text("text", "text", \.text, .text),
    .text("day", "day", \.day, .day),
    .text("person", "by whom", \.person),
  ]
}
