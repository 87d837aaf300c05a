public import Records

/// What the department decides on a submission of figures. Written once. The figures in force are those of the submission last
/// accepted.
public struct FigureDecision: TypedRecord {
  public let id: String
  public var submission = ""
  /// ``Kind``, or what a newer program wrote.
  public var decision = ""
  /// The day on which the department had it.
  public var receivedOn = ""
  public var decidedBy = ""
  public var decidedAt = ""
  public var comments = ""

  public init(id: String) { self.id = id }

  public enum Kind: String, CaseIterable, Hashable, Sendable { case accepted, returned }

  public static let fields: [EntryField<FigureDecision>] = [
    .text("submission", "submission", \.submission),
    .text("decision", "decision", \.decision),
    .text("received_on", "received on", \.receivedOn, .day),
    .text("decided_by", "by whom", \.decidedBy),
    .text("decided_at", "when", \.decidedAt),
    .text("comments", "comments", \.comments, .text),
  ]
}
