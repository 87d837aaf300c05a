public import Records

/// That an obligation of one due day is met.
public struct ObligationDone: NaturalRecord {
  public var obligation = ""
  /// The day on which it was due, or the period; `once` where neither is.
  public var due = ""
  public var done = ""
  public var person = ""
  public var note = ""

  public init() {}

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
