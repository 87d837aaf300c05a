public import Records

/// What the department decides on a submission. Written once.
public struct Decision: TypedRecord {
  public let id: String
  public var plan = ""
  /// Id of the submission; empty where a plan is closed of which nothing was handed in.
  public var submission = ""
  /// ``Kind``, or what a newer program wrote.
  public var decision = ""
  public var decidedBy = ""
  /// FFY 2004: the QA Branch analyst decides with the Regional Administrator. May be empty.
  public var jointlyWith = ""
  public var decidedAt = ""
  public var comments = ""

  public init(id: String) { self.id = id }

  public enum Kind: String, CaseIterable, Hashable, Sendable { case accepted, returned, closed }

  public static let fields: [EntryField<Decision>] = [
    .text("plan", "plan", \.plan),
    .text("submission", "submission", \.submission),
    .text("decision", "decision", \.decision),
    .text("decided_by", "by whom", \.decidedBy),
    .text("jointly_with", "together with", \.jointlyWith),
    .text("decided_at", "when", \.decidedAt),
    .text("comments", "comments", \.comments, .text),
  ]
}
