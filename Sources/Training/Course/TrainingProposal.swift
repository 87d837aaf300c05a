public import Records

/// A proposal of special training, where approved curriculum does not meet a need (AS.5.2 task 2).
public struct TrainingProposal: TypedRecord {
  public let id: String
  public var course = ""
  public var title = ""
  public var need = ""
  public var text = ""
  /// Hundredths of an hour.
  public var hours = 0
  public var mode = ""
  public var day = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<TrainingProposal>] = [
    .text("course", "code of the course", \.course),
    .text("title", "title", \.title),
    .text("need", "need that it meets", \.need, .text),
    .text("text", "content", \.text, .text),
    .number("hours", "hours", \.hours, .hundredths),
    .text("mode", "mode", \.mode, .choice([""] + Course.modes, whenEmpty: "")),
    .text("day", "day", \.day, .day),
    .text("person", "by whom", \.person),
  ]
}

/// The department's answer to a proposal of special training.
public struct ProposalAnswer: TypedRecord {
  public let id: String
  public var proposal = ""
  public var result = "approved"
  public var text = ""
  public var day = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<ProposalAnswer>] = [
    .text("proposal", "proposal", \.proposal),
    .text("result", "result", \.result, .choice(["approved", "returned", "denied"], whenEmpty: "approved")),
    .text("text", "comments", \.text, .text),
    .text("day", "day", \.day, .day),
    .text("person", "by whom", \.person),
  ]
}
