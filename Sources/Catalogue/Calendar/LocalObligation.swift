public import Records

/// What an agency says of one obligation for itself: a day where nobody has set one, and who sees to it.
public struct LocalObligation: NaturalRecord {
  public var obligation = ""
  /// As in ``ObligationSetting``; it counts only where the department has set none.
  public var rule = ""
  public var person = ""
  public var note = ""

  public init() {}

  public static let keys: [EntryField<LocalObligation>] = [
    .text("obligation", "obligation", \.obligation)
  ]

  public static let fields: [EntryField<LocalObligation>] = [
    .text("rule", "due", \.rule),
    .text("person", "person responsible", \.person),
    .text("note", "note", \.note, .text),
  ]
}
