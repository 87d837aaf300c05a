public import Records

/// A remark of the department on a plan, or on one entry of it.
public struct PlanComment: TypedRecord {
  public let id: String
  public var plan = ""
  /// Table of the entry; empty for the plan as a whole.
  public var itemTable = ""
  /// The values of the entry's key behind the agency, with `/` between them (``PlanPlaces/Place/item``).
  public var item = ""
  /// Id of the comment, or of the agency's answer, that this one answers; may be empty.
  public var answers = ""
  public var writtenBy = ""
  public var writtenAt = ""
  public var text = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<PlanComment>] = [
    .text("plan", "plan", \.plan),
    .text("item_table", "on what kind of entry", \.itemTable),
    .text("item", "on which entry", \.item),
    .text("answers", "answers the comment", \.answers),
    .text("written_by", "by whom", \.writtenBy),
    .text("written_at", "when", \.writtenAt),
    .text("text", "text", \.text, .text),
  ]
}

/// The agency's answer to a comment.
public struct PlanAnswer: TypedRecord {
  public let id: String
  public var plan = ""
  /// Id of the comment.
  public var comment = ""
  public var writtenBy = ""
  public var writtenAt = ""
  public var text = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<PlanAnswer>] = [
    .text("plan", "plan", \.plan),
    .text("comment", "to which comment", \.comment),
    .text("written_by", "by whom", \.writtenBy),
    .text("written_at", "when", \.writtenAt),
    .text("text", "text", \.text, .text),
  ]
}
