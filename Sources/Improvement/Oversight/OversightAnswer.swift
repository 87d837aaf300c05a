public import Records

/// The agency's answer to a finding.
public struct OversightAnswer: TypedRecord {
  public let id: String
  public var finding = ""
  public var day = ""
  public var text = ""
  /// Id; may be empty.
  public var action = ""
  public var person = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<OversightAnswer>] = [
    .text("finding", "finding", \.finding),
    .text("day", "day", \.day, .day),
    .text("text", "answer", \.text, .text),
    .text("action", "corrective action", \.action),
    .text("person", "by whom", \.person),
  ]
}
