public import Records

/// The director's word on a plan as it stood. Written once.
public struct Approval: TypedRecord {
  public let id: String
  /// Id of the plan.
  public var plan = ""
  /// `plan` or `amendment`.
  public var item = PlanItem.plan.rawValue
  public var preparedBy = PersonName()
  public var approvedBy = PersonName()
  /// UTC, RFC 3339, whole seconds; for people.
  public var approvedAt = ""
  public var note = ""
  /// Lowercase hex SHA-256 of the ``PlanSnapshot``.
  public var digest = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<Approval>] = [
    .text("plan", "plan", \.plan),
    .text("item", "of what", \.item),
    .text("prepared_by", "prepared by", \.preparedBy.name),
    .text("prepared_by_id", "prepared by, id", \.preparedBy.id),
    .text("approved_by", "by whom", \.approvedBy.name),
    .text("approved_by_id", "by whom, id", \.approvedBy.id),
    .text("approved_at", "when", \.approvedAt),
    .text("note", "note", \.note, .text),
    .text("digest", "SHA-256 of the plan as approved", \.digest),
  ]
}
