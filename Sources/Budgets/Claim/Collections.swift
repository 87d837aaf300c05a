public import Records

/// A figure of a monthly report of collections and distributions, CS 34 or CS 35 (AS.2.6 task 8).
public struct CollectionFigure: NaturalRecord {
  /// `2024-07`.
  public var month = ""
  public var form = ""
  /// Code of a ``FormLine``.
  public var line = ""
  public var amount = 0
  public var note = ""

  public init() {}

  public static let keys: [EntryField<CollectionFigure>] = [
    .text("month", "month", \.month),
    .text("form", "form", \.form, .choice(["CS 34", "CS 35"], whenEmpty: "")),
    .text("line", "line", \.line),
  ]

  public static let fields: [EntryField<CollectionFigure>] = [
    .number("amount", "amount", \.amount, .amount),
    .text("note", "note", \.note, .text),
  ]
}

/// When the reports of a month were sent, and its recoupment paid (AS.2.6 task 8, FM.2.2).
public struct CollectionMonth: NaturalRecord {
  public var month = ""
  public var cs34 = ""
  public var cs35 = ""
  public var federal = 0
  public var state = 0
  public var paid = ""
  public var note = ""

  public init() {}

  public static let keys: [EntryField<CollectionMonth>] = [
    .text("month", "month", \.month)
  ]

  public static let fields: [EntryField<CollectionMonth>] = [
    .text("cs34", "CS 34 sent on", \.cs34, .day),
    .text("cs35", "CS 35 sent on", \.cs35, .day),
    .number("federal", "federal share paid", \.federal, .cents),
    .number("state", "state share paid", \.state, .cents),
    .text("paid", "recoupment paid on", \.paid, .day),
    .text("note", "note", \.note, .text),
  ]
}
