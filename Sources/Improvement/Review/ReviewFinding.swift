public import Records

/// A problem that a review found, and what became of it (IOP.1.3 task 6).
public struct ReviewFinding: TypedRecord {
  public let id: String
  public var review = ""
  /// May be empty.
  public var rule = ""
  public var text = ""
  public var disposition = "open"
  public var reason = ""
  public var person = ""
  public var day = ""
  /// Id; may be empty.
  public var action = ""
  public var position = 0

  public init(id: String) { self.id = id }

  public static let dispositions = ["open", "corrected", "corrective action", "explained"]

  public static let fields: [EntryField<ReviewFinding>] = [
    .text("review", "review", \.review),
    .text("rule", "rule", \.rule),
    .text("text", "finding", \.text, .text),
    .text("disposition", "disposition", \.disposition, .choice(dispositions, whenEmpty: "open")),
    .text("reason", "reason", \.reason, .text),
    .text("person", "who", \.person),
    .text("day", "day", \.day, .day),
    .text("action", "corrective action", \.action),
    .number("position", "place in the list", \.position, .number(0...9999)),
  ]
}
