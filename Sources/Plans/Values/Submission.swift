/// A plan as it was handed in: a frozen copy, by whom and when. Work goes on in the live plan.
public struct Submission: Hashable, Sendable {
  /// UUIDv7, lowercase.
  public let id: String
  /// Id of the plan.
  public let plan: String
  /// What was handed in: `plan`, `amendment`, or `q1` to `q4` for a quarterly update.
  public let item: String
  /// Shown names of the persons. Names are asserted on a node's key: the node's signature is what proves.
  public let preparedBy: String
  public let approvedBy: String
  public let submittedBy: String
  /// UTC, RFC 3339, whole seconds. The engine's signed history tells the order, this is for people.
  public let submittedAt: String
  /// May be empty.
  public let note: String
  /// ``PlanSnapshot`` of the plan.
  public let snapshot: String
  /// Lowercase hex SHA-256 of the snapshot's UTF-8 bytes.
  public let digest: String

  public init(
    id: String, plan: String, item: String = "plan", preparedBy: String = "", approvedBy: String = "",
    submittedBy: String, submittedAt: String, note: String = "", snapshot: String,
    digest: String
  ) {
    self.id = id
    self.plan = plan
    self.item = item
    self.preparedBy = preparedBy
    self.approvedBy = approvedBy
    self.submittedBy = submittedBy
    self.submittedAt = submittedAt
    self.note = note
    self.snapshot = snapshot
    self.digest = digest
  }
}
