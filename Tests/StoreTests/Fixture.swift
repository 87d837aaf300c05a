import GRDB
import Plans
import Records
import Store

/// A database in memory with the synced tables, and an invented agency.
enum Fixture {
  static let agency = "inv-a"
  static let planID = "0190a000-0000-7000-8000-0000000000aa"

  static func database() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.write { db in try Schema.create(in: db) }
    return queue
  }

  static func plan() -> Plan {
    Plan(
      id: planID, template: .init(id: "pmp-ffy-2024", version: 1), title: "Plan of Invented County A",
      blocks: [
        Block(
          id: "block-1", goal: 1, objective: 1, position: 1024,
          measurements: [
            Measurement(
              id: "m-1", title: "Collections", baseline: "61.8", target: "63.8", unit: "percent", position: 1024)
          ],
          tactics: [
            Tactic(id: "t-1", initiative: 2, title: "Early calls", leads: "Team 1", strategy: "Call.", position: 1024),
            Tactic(
              id: "t-2", topic: "other", title: "Open house", leads: "Outreach", strategy: "Invite.", position: 2048),
          ],
          quarters: [QuarterlyText(quarter: 1, text: "Begun.")]),
        Block(id: "block-2", goal: 3, objective: 2, position: 2048),
      ])
  }

  /// Writes a whole plan.
  static func store(_ plan: Plan, agency: String = agency, in db: Database) throws {
    try PlanStore.apply(PlanChange.changes(from: nil, to: plan), agency: agency, in: db)
  }

  /// Not a digest, but as good for the rules: it tells texts apart.
  static func lengthAsDigest(_ text: String) -> String { "\(text.utf8.count)" }

  /// Hands a plan in as `item`, approved by one person and prepared by another.
  static func approveAndSubmit(_ plan: Plan, as item: String = "plan", id: String = "s-1", in db: Database) throws {
    let snapshot = PlanSnapshot.json(of: plan)
    var approval = Approval(id: "of-\(id)")
    approval.plan = plan.id
    approval.item = item
    approval.preparedBy = PersonName(id: "klee", name: "Kim Lee")
    approval.approvedBy = PersonName(id: "aruiz", name: "Ana Ruiz")
    approval.digest = lengthAsDigest(snapshot)
    try RecordStore.insert(approval, agency: agency, in: db)
    try PlanStore.submit(
      Submission(
        id: id, plan: plan.id, item: item, submittedBy: "A", submittedAt: "2023-09-15T10:00:00Z", snapshot: snapshot,
        digest: lengthAsDigest(snapshot)), agency: agency, in: db)
  }

  static func decide(_ decision: Decision.Kind, on submission: String, id: String = "d-1", in db: Database) throws {
    var record = Decision(id: id)
    record.plan = planID
    record.submission = submission
    record.decision = decision.rawValue
    try RecordStore.insert(record, agency: agency, in: db)
  }
}
