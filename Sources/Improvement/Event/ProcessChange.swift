public import Records

/// A planned change of a business process, policy or procedure (IOP.3.1).
public struct ProcessChange: TypedRecord {
  public let id: String
  public var title = ""
  public var kind = "business process"
  public var element = ""
  public var reason = ""
  public var analysis = ""
  public var design = ""
  public var implementation = ""
  public var training = ""
  public var monitoring = ""
  public var outcome = ""
  public var person = ""
  public var begin = ""
  public var due = ""
  public var done = ""

  public init(id: String) { self.id = id }

  public static let kinds = ["business process", "policy", "procedure"]

  public static let fields: [EntryField<ProcessChange>] = [
    .text("title", "title", \.title),
    .text("kind", "kind", \.kind, .choice(kinds, whenEmpty: "business process")),
    .text("element", "element of the catalogue", \.element),
    .text("reason", "reason", \.reason, .text),
    .text("analysis", "analysis of present practice", \.analysis, .text),
    .text("design", "design", \.design, .text),
    .text("implementation", "implementation plan", \.implementation, .text),
    .text("training", "training and tools", \.training, .text),
    .text("monitoring", "monitoring", \.monitoring, .text),
    .text("outcome", "outcome", \.outcome, .text),
    .text("person", "person responsible", \.person),
    .text("begin", "begin", \.begin, .day),
    .text("due", "due", \.due, .day),
    .text("done", "in effect since", \.done, .day),
  ]
}
