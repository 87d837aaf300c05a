import GRDB
import Plans
import Records
import Store
import Testing

@Suite("Records beside plans")
struct LifeTests {
  @Test("Records are read back as they were written, the oldest first")
  func records() throws {
    try Fixture.database().write { db in
      var approval = Approval(id: "2")
      approval.plan = "p"
      approval.item = "amendment"
      approval.preparedBy = PersonName(id: "klee", name: "Kim Lee")
      approval.approvedBy = PersonName(id: "aruiz", name: "Ana Ruiz")
      approval.approvedAt = "2023-09-15T10:00:00Z"
      approval.note = "two\nlines"
      approval.digest = "abc"
      try RecordStore.insert(approval, agency: "inv-a", in: db)
      var first = Approval(id: "1")
      first.plan = "p"
      try RecordStore.insert(first, agency: "inv-a", in: db)
      try RecordStore.insert(first, agency: "inv-b", in: db)
      #expect(try RecordStore.records(Approval.self, of: "inv-a", where: "plan", is: "p", in: db) == [first, approval])
      #expect(try RecordStore.all(Approval.self, in: db).map(\.agency) == ["inv-a", "inv-a", "inv-b"])
    }
  }

  @Test("A contact with its items, and a follow-up that is done")
  func contacts() throws {
    try Fixture.database().write { db in
      var contact = Contact(id: "c-1")
      contact.day = "2003-11-04"
      try RecordStore.insert(contact, agency: "inv-a", in: db)
      for (position, kind) in [(2, ContactItem.Kind.followUp), (1, .topic)] {
        var item = ContactItem(id: "i-\(position)")
        item.contact = "c-1"
        item.kind = kind.rawValue
        item.position = Int64(position)
        try RecordStore.insert(item, agency: "inv-a", in: db)
      }
      let read = try #require(try LifeStore.contacts(of: "inv-a", in: db).first?.contact)
      #expect(read.items.map(\.id) == ["i-1", "i-2"])
      var done = read.items[1]
      done.done = "2003-11-20"
      try RecordStore.update(done, from: read.items[1], agency: "inv-a", in: db)
      #expect(try LifeStore.contacts(in: db).first?.contact.items.map(\.done) == ["", "2003-11-20"])
    }
  }

  @Test("The department's day for all, more time for one agency, regions, nodes that it runs")
  func cycle() throws {
    try Fixture.database().write { db in
      let day = try #require(Day(2023, 9, 20))
      let later = try #require(Day(2023, 9, 29))
      try CycleStore.set(.init(template: "pmp-ffy-2024", item: .plan, day: day, source: "a letter"), in: db)
      try CycleStore.extend(
        .init(
          agency: "inv-a", template: "pmp-ffy-2024", item: .plan, day: later, reason: "fire", grantedBy: "Dee",
          grantedAt: ""), in: db)
      try db.execute(
        sql: "INSERT INTO cycle_date VALUES ('pmp-ffy-2024', 'q1', 'soon', ''), ('x', 'q9', '2024-01-01', '')")
      #expect(try CycleStore.dates(of: .pmpFFY2024, agency: "inv-a", in: db).plan == later)
      #expect(try CycleStore.dates(of: .pmpFFY2024, agency: "inv-b", in: db).plan == day)
      #expect(try CycleStore.dates(of: .pmpFFY2024, agency: "inv-a", in: db).quarters[1] == Day(2024, 1, 31))
      #expect(try CycleStore.dates(of: .pmpFFY2017, agency: "inv-a", in: db).plan == Day(2016, 10, 15))
      try CycleStore.set(.init(name: "North", administrator: ""), agency: "inv-a", in: db)
      try CycleStore.set(.init(name: "North", administrator: "Rae"), agency: "inv-a", in: db)
      #expect(try CycleStore.regions(in: db) == ["inv-a": .init(name: "North", administrator: "Rae")])
      try CycleStore.markRunByDepartment(node: "inv-a-1", agency: "inv-a", in: db)
      #expect(try CycleStore.nodesRunByDepartment(in: db) == ["inv-a-1": "inv-a"])
    }
  }

  // MARK: Findings

  private func found(_ change: (Database) throws -> Void) throws -> [Finding] {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      try Fixture.approveAndSubmit(Fixture.plan(), in: db)
      try change(db)
      return try Findings.all(in: db, sha256: Fixture.lengthAsDigest)
    }
  }

  @Test("An edit that met a submission in a merge is not lost, and is a finding that names its place")
  func editedAfterSubmission() throws {
    let found = try found { db in try db.execute(sql: "UPDATE plan_tactic SET strategy = 'Secret' WHERE id = 't-1'") }
    #expect(found.map(\.rule) == ["edited-after-submission"])
    #expect(found[0].message.hasSuffix("decided on: block 1 · tactic 1: strategy"))
    #expect(!found[0].message.contains("Secret") && found[0].weight == .attention)
  }

  @Test("A plan that was handed in on one node, and undone on another, leaves findings and what was handed in")
  func undonePlan() throws {
    let found = try found { db in
      for table in ["plan", "plan_block", "plan_measurement", "plan_tactic", "plan_update"] {
        try db.execute(sql: "DELETE FROM \(table)")
      }
    }
    #expect(
      found.map { "\($0.rule) \($0.row.table)" } == [
        "record-without-plan plan_submission", "record-without-plan plan_approval",
      ])
  }

  @Test(
    "What goes on while a plan runs, and what does not",
    arguments: [
      // change, rule while it is submitted, once it is accepted, once an amendment of the old text is under way
      ("UPDATE plan_update SET text = 'Other text.'", nil, nil, nil),
      ("INSERT INTO plan_progress VALUES ('inv-a', 'm-1', 1, '\(Fixture.planID)', '62')", nil, nil, nil),
      ("UPDATE plan_tactic SET status = 'completed', completed = '2024-01-31'", nil, nil, nil),
      ("UPDATE plan_tactic SET title = 'Another'", "edited-after-submission", nil, "edited-after-submission"),
      ("DELETE FROM plan_tactic", "edited-after-submission", nil, "edited-after-submission"),
      ("UPDATE plan_block SET position = position + 7", nil, nil, nil),
      (
        "UPDATE plan_measurement SET target = '99'", "edited-after-submission", "targets-changed-without-amendment",
        "edited-after-submission"
      ),
    ] as [(String, String?, String?, String?)])
  func whatGoesOn(sql: String, submitted: String?, accepted: String?, amended: String?) throws {
    let change = { (db: Database) in try db.execute(sql: sql) }
    let accept = { (db: Database) in try Fixture.decide(.accepted, on: "s-1", in: db) }
    #expect(try found(change).map(\.rule) == [submitted].compactMap(\.self))
    #expect(
      try found { db in
        try accept(db)
        try change(db)
      }.map(\.rule) == [accepted].compactMap(\.self))
    #expect(
      try found { db in
        try accept(db)
        try Fixture.approveAndSubmit(Fixture.plan(), as: "amendment", id: "s-2", in: db)
        try change(db)
      }.map(\.rule) == [amended].compactMap(\.self))
    #expect(
      try found { db in
        try Fixture.decide(.closed, on: "s-1", in: db)
        try change(db)
      }.isEmpty)
  }

  @Test("A quarter that was handed in and changed")
  func quarter() throws {
    func rules(_ sql: String) throws -> [String] {
      try found { db in
        try Fixture.decide(.accepted, on: "s-1", in: db)
        try Fixture.approveAndSubmit(Fixture.plan(), as: "q1", id: "s-2", in: db)
        try db.execute(sql: sql)
      }.map { "\($0.rule) \($0.message.split(separator: ": ").dropFirst().joined(separator: ": "))" }
    }
    #expect(try rules("SELECT 1").isEmpty)
    #expect(
      try rules("UPDATE plan_update SET text = 'Later on.'") == [
        "quarter-changed-after-submission block 1 · quarter 1: text"
      ])
    #expect(try rules("INSERT INTO plan_update VALUES ('inv-a', 'block-1', 2, '\(Fixture.planID)', 'Two.')").isEmpty)
  }

  @Test(
    "Records that contradict one another",
    arguments: [
      ("UPDATE plan_approval SET approved_by = 'KIM LEE'", ["approved-by-preparer"]),
      ("UPDATE plan_approval SET approved_by_id = 'KLee'", ["approved-by-preparer"]),
      ("DELETE FROM plan_approval", ["submitted-without-approval"]),
      ("UPDATE plan_approval SET digest = 'x'", ["submitted-without-approval"]),
      (
        "INSERT INTO plan_decision (agency, id, plan, submission, decision) VALUES ('inv-a', 'd', 'p', 's-9', 'accepted')",
        ["decision-without-submission"]
      ),
      (
        "INSERT INTO plan_decision (agency, id, plan, decision) VALUES ('inv-a', 'd', '\(Fixture.planID)', 'closed')",
        []
      ),
      (
        "INSERT INTO plan_decision (agency, id, plan, decision) VALUES ('inv-a', 'd', 'p', 'closed')",
        ["decision-without-submission"]
      ),
      (
        """
        INSERT INTO plan_decision (agency, id, plan, submission, decision)
        VALUES ('inv-a', 'd', 'p', 's-1', 'accepted'), ('inv-a', 'e', 'p', 's-1', 'returned')
        """, ["two-decisions"]
      ),
      ("INSERT INTO plan_comment (agency, id, plan) VALUES ('inv-a', 'c', 'p')", ["comment-without-plan"]),
      ("INSERT INTO plan_answer (agency, id, plan) VALUES ('inv-a', 'c', 'p')", ["comment-without-plan"]),
      ("INSERT INTO plan_comment (agency, id, plan) VALUES ('inv-a', 'c', '\(Fixture.planID)')", []),
    ])
  func contradictions(sql: String, rules: [String]) throws {
    let found = try found { db in try db.execute(sql: sql) }
    #expect(found.map(\.rule) == rules)
    #expect(found.allSatisfy { !$0.message.isEmpty && !$0.next.isEmpty })
  }
}
