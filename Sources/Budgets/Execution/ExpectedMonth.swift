public import Records

/// What people expect a month that is left to cost, for a projection by hand.
public struct ExpectedMonth: NaturalRecord {
  public var year = ""
  public var month = 0
  public var amount = 0
  public var note = ""

  public init() {}

  public static let keys: [EntryField<ExpectedMonth>] = [
    .text("year", "state fiscal year", \.year),
    .number("month", "month of the state fiscal year, 1 is July", \.month, .number(1...12)),
  ]

  public static let fields: [EntryField<ExpectedMonth>] = [
    .number("amount", "amount", \.amount, .cents),
    .text("note", "note", \.note, .text),
  ]
}
