public import GRDB
public import Plans

/// The records beside plans: approvals, decisions, comments, answers, contacts. They are written once, but for the items of
/// a contact.
public enum LifeStore {
  public static func insert(_ record: some StoredRecord, agency: String, in db: Database) throws {
    try row(record, of: agency).insert(record.written, in: db)
  }

  /// Writes the fields that differ from the row as it was read.
  public static func update<Record: StoredRecord>(
    _ record: Record, from old: Record, agency: String, in db: Database
  ) throws {
    let changed = zip(old.written, record.written).filter { $0.value != $1.value }.map(\.1)
    try row(record, of: agency).update(changed, in: db)
  }

  private static func row(_ record: some StoredRecord, of agency: String) -> RowWriting {
    RowWriting(table: type(of: record).table, key: [.text(agency), .text(record.id)])
  }

  /// The records of an agency, or of all agencies that this node may read, by agency, then the oldest first.
  public static func all<Record: StoredRecord>(
    _: Record.Type, of agency: String? = nil, in db: Database
  ) throws -> [(agency: String, record: Record)] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM \(Record.table.name)\(agency == nil ? "" : " WHERE agency = ?") ORDER BY agency, id",
      arguments: StatementArguments([agency].compactMap(\.self))
    ).map { ($0["agency"], Record(row: $0)) }
  }

  /// The records of one plan, the oldest first.
  public static func records<Record: StoredRecord>(
    _: Record.Type, agency: String, plan: String, in db: Database
  ) throws -> [Record] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM \(Record.table.name) WHERE agency = ? AND plan = ? ORDER BY id",
      arguments: [agency, plan]
    ).map(Record.init(row:))
  }

  /// The life of a plan.
  ///
  /// - Parameters:
  ///   - today: nil to leave the calendar out.
  ///   - sha256: lowercase hex SHA-256 of a text's UTF-8 bytes.
  public static func life(
    of entry: AgencyPlan, template: PlanTemplate?, today: Day?, in db: Database, sha256: (String) -> String
  ) throws -> PlanLife {
    PlanLife(
      digest: sha256(PlanSnapshot.json(of: entry.plan)), template: template,
      approvals: try records(Approval.self, agency: entry.agency, plan: entry.plan.id, in: db),
      submissions: try PlanStore.submissions(agency: entry.agency, plan: entry.plan.id, in: db),
      decisions: try records(Decision.self, agency: entry.agency, plan: entry.plan.id, in: db), today: today)
  }

  /// Contacts with what was spoken about, by agency, then by day.
  public static func contacts(of agency: String? = nil, in db: Database) throws -> [(agency: String, contact: Contact)]
  {
    let items = Dictionary(
      grouping: try all(ContactItem.self, of: agency, in: db), by: { [$0.agency, $0.record.contact] })
    return try all(Contact.self, of: agency, in: db).map { agency, contact in
      var contact = contact
      contact.items = (items[[agency, contact.id]] ?? []).map(\.record).sorted {
        ($0.position, $0.id) < ($1.position, $1.id)
      }
      return (agency, contact)
    }.sorted { ($0.0, $0.1.day, $0.1.id) < ($1.0, $1.1.day, $1.1.id) }
  }
}

/// A record beside a plan, with the table that holds it.
public protocol StoredRecord: LifeRecord {
  static var table: SyncedTable { get }
}

extension Approval: StoredRecord { public static var table: SyncedTable { Schema.planApproval } }
extension Decision: StoredRecord { public static var table: SyncedTable { Schema.planDecision } }
extension PlanComment: StoredRecord { public static var table: SyncedTable { Schema.planComment } }
extension PlanAnswer: StoredRecord { public static var table: SyncedTable { Schema.planAnswer } }
extension Contact: StoredRecord { public static var table: SyncedTable { Schema.contact } }
extension ContactItem: StoredRecord { public static var table: SyncedTable { Schema.contactItem } }

extension StoredRecord {
  fileprivate var written: [PlanRecord.Field] {
    Self.fields.map { PlanRecord.Field(name: $0.name, value: $0.value(self)) }
  }

  fileprivate init(row: Row) {
    self.init(id: row["id"])
    for field in Self.fields {
      field.assign(&self, field.content.isInteger ? .integer(row[field.name]) : .text(row[field.name]))
    }
  }
}
