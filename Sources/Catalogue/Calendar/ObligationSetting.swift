public import Records

/// What the department says of one obligation of the calendar, for all: in force or not, and when it is due.
public struct ObligationSetting: NaturalRecord {
  /// Id of the ``Obligation``.
  public var obligation = ""
  public var status = ""
  /// A ``DueRule`` as text, or a day; empty: as the catalogue has it.
  public var rule = ""
  public var note = ""
  public var source = ""

  public init() {}

  /// Empty: as the catalogue has it.
  public static let statuses = ["", "on", "off"]

  public static let keys: [EntryField<ObligationSetting>] = [
    .text("obligation", "obligation", \.obligation)
  ]

  public static let fields: [EntryField<ObligationSetting>] = [
    .text("status", "status", \.status, .choice(statuses, whenEmpty: "")),
    .text("rule", "due", \.rule),
    .text("note", "note", \.note, .text),
    .text("source", "source", \.source),
  ]
}
