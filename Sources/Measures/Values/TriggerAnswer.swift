public import Records

/// What an agency makes of a figure of a comparative report that is outside its tolerance band (IOP.2.6). It closes the to-do.
public struct TriggerAnswer: TypedRecord {
  public let id: String
  public var report = ""
  public var measure = ""
  public var answer = "reviewed"
  public var text = ""
  /// Id of the corrective action that was opened; may be empty.
  public var action = ""
  public var person = ""
  public var day = ""

  public init(id: String) { self.id = id }

  public static let answers = ["reviewed", "corrective action", "in a plan"]

  public static let fields: [EntryField<TriggerAnswer>] = [
    .text("report", "report", \.report),
    .text("measure", "measure", \.measure),
    .text("answer", "answer", \.answer, .choice(answers, whenEmpty: "reviewed")),
    .text("text", "text", \.text, .text),
    .text("action", "corrective action", \.action),
    .text("person", "by whom", \.person),
    .text("day", "day", \.day, .day),
  ]
}
