public import GRDB
public import Plans
public import Records

/// What is made of the records beside plans: approvals, decisions, comments, answers, contacts.
public enum LifeStore {
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
      approvals: try RecordStore.records(Approval.self, of: entry.agency, where: "plan", is: entry.plan.id, in: db),
      submissions: try PlanStore.submissions(agency: entry.agency, plan: entry.plan.id, in: db),
      decisions: try RecordStore.records(Decision.self, of: entry.agency, where: "plan", is: entry.plan.id, in: db),
      today: today)
  }

  /// Contacts with what was spoken about, by agency, then by day.
  public static func contacts(of agency: String? = nil, in db: Database) throws -> [(agency: String, contact: Contact)]
  {
    let items = Dictionary(
      grouping: try RecordStore.all(ContactItem.self, of: agency, in: db), by: { [$0.agency, $0.record.contact] })
    return try RecordStore.all(Contact.self, of: agency, in: db).map { agency, contact in
      var contact = contact
      contact.items = (items[[agency, contact.id]] ?? []).map(\.record).sorted {
        ($0.position, $0.id) < ($1.position, $1.id)
      }
      return (agency, contact)
    }.sorted { ($0.0, $0.1.day, $0.1.id) < ($1.0, $1.1.day, $1.1.id) }
  }
}

extension Approval: StoredRecord { public static var table: SyncedTable { Schema.planApproval } }
extension Decision: StoredRecord { public static var table: SyncedTable { Schema.planDecision } }
extension PlanComment: StoredRecord { public static var table: SyncedTable { Schema.planComment } }
extension PlanAnswer: StoredRecord { public static var table: SyncedTable { Schema.planAnswer } }
extension Contact: StoredRecord { public static var table: SyncedTable { Schema.contact } }
extension ContactItem: StoredRecord { public static var table: SyncedTable { Schema.contactItem } }
