public import Records

/// The standard figures of a quarter as they were handed in. Written once: a revision is a further submission.
public struct FigureSubmission: TypedRecord {
  public let id: String
  /// `FFY 2024 Q2`.
  public var period = ""
  /// Name and version of the ``DataSet`` under which it was reported: "standard version 1".
  public var dataSet = ""
  /// Edition of the federal form whose lines the figures are.
  public var edition = ""
  public var preparedBy = ""
  public var submittedBy = ""
  /// UTC, RFC 3339, whole seconds; for people.
  public var submittedAt = ""
  /// Empty for the first of a quarter.
  public var reason = ""
  /// Canonical text of the figures.
  public var snapshot = ""
  public var digest = ""

  public init(id: String) { self.id = id }

  public static let fields: [EntryField<FigureSubmission>] = [
    .text("period", "quarter", \.period),
    .text("data_set", "data set", \.dataSet),
    .text("edition", "form edition", \.edition),
    .text("prepared_by", "prepared by", \.preparedBy),
    .text("submitted_by", "by whom", \.submittedBy),
    .text("submitted_at", "when", \.submittedAt),
    .text("reason", "reason of the revision", \.reason, .text),
    .text("snapshot", "the figures as submitted", \.snapshot, .text),
    .text("digest", "SHA-256 of the figures as submitted", \.digest),
  ]
}
