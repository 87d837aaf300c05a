/// A column that holds the id of another record of the same agency.
public struct RowReference: Hashable, Sendable {
  public let table: SyncedTable
  public let column: String
  public let target: SyncedTable
  /// Whether the column may be empty.
  public let isOptional: Bool

  init(_ table: SyncedTable, _ column: String, to target: SyncedTable, isOptional: Bool = false) {
    self.table = table
    self.column = column
    self.target = target
    self.isOptional = isOptional
  }
}

extension Schema {
  /// Which record hangs on which. What is entered must name a record that is there; after a merge a record whose target is
  /// gone is a finding, and no error.
  public static let references: [RowReference] = [
    RowReference(reviewResult, "review", to: caseReview),
    RowReference(reviewItem, "review", to: caseReview),
    RowReference(reviewFinding, "review", to: caseReview),
    RowReference(reviewFinding, "action", to: correctiveAction, isOptional: true),
    RowReference(rootCause, "action", to: correctiveAction),
    RowReference(actionStep, "action", to: correctiveAction),
    RowReference(actionProgress, "action", to: correctiveAction),
    RowReference(actionProgress, "step", to: actionStep, isOptional: true),
    RowReference(reassessment, "action", to: correctiveAction),
    RowReference(reassessment, "review", to: caseReview, isOptional: true),
    RowReference(actionMonitoring, "action", to: correctiveAction),
    RowReference(eventAnswer, "event", to: exceptionalEvent),
    RowReference(oversightFinding, "review", to: oversightReview),
    RowReference(oversightAnswer, "finding", to: oversightFinding),
    RowReference(oversightAnswer, "action", to: correctiveAction, isOptional: true),
    RowReference(budgetLine, "budget", to: budget),
    RowReference(budgetChange, "line", to: budgetLine),
    RowReference(allocationLetter, "supersedes", to: allocationLetter, isOptional: true),
    RowReference(allocationLine, "letter", to: allocationLetter),
  ]

  /// The columns of a table that name other records, the one that it belongs to first.
  public static func references(of table: SyncedTable) -> [RowReference] { references.filter { $0.table == table } }

  /// The columns of other tables that name records of a table.
  public static func references(to table: SyncedTable) -> [RowReference] { references.filter { $0.target == table } }
}
