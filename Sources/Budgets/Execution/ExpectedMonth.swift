public import Records

/// What people expect a month that is left to cost, for a projection by hand.
public struct ExpectedMonth: NaturalRecord {
  /// `2024-12`.
  public var month = ""
  public var amount = 0
  public var note = ""

  public init() {}

  public static let keys: [EntryField<ExpectedMonth>] = [
    .text("month", "month", \.month)
  ]

  public static let fields: [EntryField<ExpectedMonth>] = [
    .number("amount", "amount", \.amount, .cents),
    .text("note", "note", \.note, .text),
  ]
}
