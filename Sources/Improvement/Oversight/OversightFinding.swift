public import Records

/// A finding of such a review.
public struct OversightFinding: TypedRecord {
  public let id: String
  public var review = ""
  public var element = ""
  public var text = ""
  public var answerDue = ""
  public var position = 0

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<OversightFinding>] = [
    .text("review", "review", \.review),
    .text("element", "element of the catalogue", \.element),
    .text("text", "finding", \.text, .text),
    .text("answer_due", "answer due", \.answerDue, .day),
    .number("position", "place in the list", \.position, .number(0...9999)),
  ]
}
