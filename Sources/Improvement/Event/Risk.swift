public import Records

/// A line of the risk register (IOP.3.2).
public struct Risk: TypedRecord {
  public let id: String
  public var title = ""
  public var text = ""
  public var kind = "other"
  public var element = ""
  /// 1 to 5; 0 is not said.
  public var likelihood = 0
  /// 1 to 5; 0 is not said.
  public var impact = 0
  public var mitigation = ""
  public var person = ""
  public var reviewBy = ""
  public var closed = ""
  public var closing = ""

  public init(id: String) { self.id = id }

  public static let kinds = ["high risk", "high volume", "problem-prone", "other"]

  public static let fields: [EntryField<Risk>] = [
    .text("title", "title", \.title),
    .text("text", "risk", \.text, .text),
    .text("kind", "kind", \.kind, .choice(kinds, whenEmpty: "other")),
    .text("element", "element of the catalogue", \.element),
    .number("likelihood", "likelihood", \.likelihood, .number(1...5)),
    .number("impact", "impact", \.impact, .number(1...5)),
    .text("mitigation", "mitigation", \.mitigation, .text),
    .text("person", "person responsible", \.person),
    .text("review_by", "review by", \.reviewBy, .day),
    .text("closed", "closed on", \.closed, .day),
    .text("closing", "closing words", \.closing, .text),
  ]
}
