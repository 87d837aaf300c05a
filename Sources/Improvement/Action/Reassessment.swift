public import Records

/// Whether the problem is gone (IOP.1.4 task 7).
public struct Reassessment: TypedRecord {
  public let id: String
  public var action = ""
  public var day = ""
  /// Id of the review that shows it; may be empty.
  public var review = ""
  public var result = "not remedied"
  public var text = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let remedied = "remedied"
  public static let results = [remedied, "partly remedied", "not remedied"]

  public static let fields: [EntryField<Reassessment>] = [
    .text("action", "corrective action", \.action),
    .text("day", "day", \.day, .day),
    .text("review", "review", \.review),
    .text("result", "result", \.result, .choice(results, whenEmpty: "not remedied")),
    .text("text", "text", \.text, .text),
    .text("person", "by whom", \.person),
  ]
}
