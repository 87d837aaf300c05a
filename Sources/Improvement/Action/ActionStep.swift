public import Records

/// Something that is done about the problem, by a person and by a day.
public struct ActionStep: TypedRecord {
  public let id: String
  public var action = ""
  public var text = ""
  public var person = ""
  public var begin = ""
  public var due = ""
  public var done = ""
  public var status = "not started"
  public var evidence = ""
  public var position = 0

  public init(id: String) { self.id = id }

  public static let statuses = ["not started", "in progress", "on hold", "done", "dropped"]

  public static let fields: [EntryField<ActionStep>] = [
    .text("action", "corrective action", \.action),
    .text("text", "what is done", \.text, .text),
    .text("person", "person responsible", \.person),
    .text("begin", "begin", \.begin, .day),
    .text("due", "due", \.due, .day),
    .text("done", "done on", \.done, .day),
    .text("status", "status", \.status, .choice(statuses, whenEmpty: "not started")),
    .text("evidence", "evidence", \.evidence, .text),
    .number("position", "place in the list", \.position, .number(0...9999)),
  ]
}
