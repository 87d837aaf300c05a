public import Records

/// A problem that is followed until its outcome is reached, and then reassessed (IOP.1.3 task 7, IOP.1.4 tasks 6 and 7). The
/// agency closes it; the department monitors those from required reviews.
public struct CorrectiveAction: TypedRecord {
  public let id: String
  public var title = ""
  public var problem = ""
  public var origin = "other"
  /// May be empty.
  public var originId = ""
  public var element = ""
  public var measure = ""
  /// The department monitors it.
  public var required = 0
  public var opened = ""
  public var person = ""
  public var due = ""
  public var outcome = ""
  public var reached = ""
  public var reachedOn = ""
  public var reassessBy = ""
  public var closed = ""
  public var closedBy = ""
  public var closing = ""

  public init(id: String) { self.id = id }

  public static let origins = [
    "review", "trigger", "finding", "event", "oversight", "audit", "self-assessment", "other",
  ]

  public static let fields: [EntryField<CorrectiveAction>] = [
    .text("title", "title", \.title),
    .text("problem", "problem", \.problem, .text),
    .text("origin", "opened from", \.origin, .choice(origins, whenEmpty: "other")),
    .text("origin_id", "id of its origin", \.originId),
    .text("element", "element of the catalogue", \.element),
    .text("measure", "measure", \.measure),
    .number("required", "from a required review", \.required, .yes),
    .text("opened", "opened on", \.opened, .day),
    .text("person", "person responsible", \.person),
    .text("due", "due", \.due, .day),
    .text("outcome", "outcome wanted", \.outcome, .text),
    .text("reached", "outcome reached", \.reached, .text),
    .text("reached_on", "outcome reached on", \.reachedOn, .day),
    .text("reassess_by", "reassess by", \.reassessBy, .day),
    .text("closed", "closed on", \.closed, .day),
    .text("closed_by", "closed by", \.closedBy),
    .text("closing", "closing words", \.closing, .text),
  ]
}
