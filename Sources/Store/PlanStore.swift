public import GRDB
public import Plans
public import Records

/// Plans in the database: rows to values and back. It never opens a file; whoever calls it holds the connection and the
/// transaction.
public enum PlanStore {
  /// Writes what a person changed, and nothing else: an update writes the changed columns of its row.
  ///
  /// The plan may have moved on while the editor was open, because a sync ran. Then an edit goes before a deletion:
  /// - an update of a row that is gone inserts the row as the person left it (editing beats deleting);
  /// - an insert of a row that is there by now (two people began the same quarterly text) updates it;
  /// - a delete of a row that is gone does nothing.
  ///
  /// - Parameter agency: code of the agency whose plan this is.
  /// - Returns: what was written, and what had to be brought back.
  @discardableResult
  public static func apply(_ changes: [PlanChange], agency: String, in db: Database) throws -> Applied {
    var applied = Applied()
    for change in changes {
      switch change {
      case .insert(let record):
        let row = row(record.kind, record.key, of: agency)
        if try row.exists(in: db) {
          try row.update(record.fields, in: db)
        } else {
          try row.insert(record.fields, in: db)
        }
        applied.writtenCount += 1
      case .update(let record, let changed):
        let row = row(record.kind, record.key, of: agency)
        if try row.exists(in: db) {
          try row.update(record.fields.filter { changed.contains($0.name) }, in: db)
        } else {
          try row.insert(record.fields, in: db)
          applied.broughtBack.append(RowName(table: row.table.name, key: row.key))
        }
        applied.writtenCount += 1
      case .delete(let kind, let key):
        if try row(kind, key, of: agency).delete(in: db) { applied.writtenCount += 1 }
      }
    }
    return applied
  }

  /// What `apply` did.
  public struct Applied: Hashable, Sendable {
    /// Rows inserted, updated or deleted.
    public internal(set) var writtenCount = 0
    /// Rows that were deleted while they were being edited, and are there again.
    public internal(set) var broughtBack: [RowName] = []
  }

  private static func row(_ kind: PlanRecord.Kind, _ key: [FieldValue], of agency: String) -> RowWriting {
    RowWriting(table: kind.table, key: [.text(agency)] + key)
  }

  // MARK: Reading

  /// One plan; nil if there is none.
  public static func plan(agency: String, id: String, in db: Database) throws -> Plan? {
    try PlanRows(in: db, agency: agency, plan: id).assembled().first?.plan
  }

  /// Every plan of an agency, or of all agencies that this node may read, by agency, then by id (the oldest first).
  public static func plans(of agency: String? = nil, in db: Database) throws -> [AgencyPlan] {
    try PlanRows(in: db, agency: agency).assembled()
  }

  // MARK: Submissions

  public static func submit(_ submission: Submission, agency: String, in db: Database) throws {
    try RowWriting(table: Schema.planSubmission, key: [.text(agency), .text(submission.id)]).insert(
      [
        .init(name: "plan", value: .text(submission.plan)),
        .init(name: "item", value: .text(submission.item)),
        .init(name: "prepared_by", value: .text(submission.preparedBy)),
        .init(name: "approved_by", value: .text(submission.approvedBy)),
        .init(name: "submitted_by", value: .text(submission.submittedBy)),
        .init(name: "submitted_at", value: .text(submission.submittedAt)),
        .init(name: "note", value: .text(submission.note)),
        .init(name: "snapshot", value: .text(submission.snapshot)),
        .init(name: "digest", value: .text(submission.digest)),
      ], in: db)
  }

  /// The submissions of one plan, the oldest first.
  public static func submissions(agency: String, plan: String, in db: Database) throws -> [Submission] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM plan_submission WHERE agency = ? AND plan = ? ORDER BY id", arguments: [agency, plan]
    ).map(Submission.init(row:))
  }
}

/// A plan with the code of the agency that it belongs to.
public struct AgencyPlan: Hashable, Sendable {
  public let agency: String
  public let plan: Plan
}

/// A row by its table and the values of its key, in order.
public struct RowName: Hashable, Sendable {
  public let table: String
  public let key: [FieldValue]

  public init(table: String, key: [FieldValue]) {
    self.table = table
    self.key = key
  }
}

extension Submission {
  init(row: Row) {
    self.init(
      id: row["id"], plan: row["plan"], item: row["item"], preparedBy: row["prepared_by"],
      approvedBy: row["approved_by"], submittedBy: row["submitted_by"], submittedAt: row["submitted_at"],
      note: row["note"], snapshot: row["snapshot"], digest: row["digest"])
  }
}
