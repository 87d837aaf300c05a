public import Records

/// That an obligation of one due day is met.
public struct ObligationDone: NaturalRecord {
  public var obligation = ""
  /// What it was due for (``DueRule/Occurrence/key``), or the day; ``once`` for good.
  public var due = ""
  public var done = ""
  public var person = ""
  public var note = ""

  public init() {}

  public static let once = "once"

  public static let keys: [EntryField<ObligationDone>] = [
    .text("obligation", "obligation", \.obligation),
    .text("due", "due", \.due),
  ]

  public static let fields: [EntryField<ObligationDone>] = [
    .text("done", "done on", \.done, .day),
    .text("person", "by whom", \.person),
    .text("note", "note", \.note, .text),
  ]
}
