import GRDB
import Plans
import Records
import Store
import Testing

@Suite("Plans in the database")
struct PlanStoreTests {
  @Test("What is written is read back")
  func roundTrip() throws {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      #expect(try PlanStore.plan(agency: Fixture.agency, id: Fixture.planID, in: db) == Fixture.plan())
      #expect(try PlanStore.plan(agency: "inv-b", id: Fixture.planID, in: db) == nil)
    }
  }

  @Test("Plans are listed by agency, and agencies do not mix")
  func list() throws {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), agency: "inv-b", in: db)
      try Fixture.store(Fixture.plan(), in: db)
      var edited = Fixture.plan()
      edited.blocks[0].tactics[0].title = "Late calls"
      try PlanStore.apply(PlanChange.changes(from: Fixture.plan(), to: edited), agency: "inv-b", in: db)
      #expect(try PlanStore.plans(in: db).map(\.agency) == ["inv-a", "inv-b"])
      #expect(try PlanStore.plans(of: "inv-a", in: db).map(\.plan) == [Fixture.plan()])
      #expect(try PlanStore.plans(of: "inv-b", in: db).map(\.plan) == [edited])
    }
  }

  @Test("An edit writes the changed column of its row, and nothing else")
  func minimal() throws {
    let queue = try Fixture.database()
    try queue.write { db in try Fixture.store(Fixture.plan(), in: db) }
    var edited = Fixture.plan()
    edited.blocks[0].tactics[0].strategy = "Call twice."
    let statements = try queue.writeWithoutTransaction { db in
      let log = StatementLog()
      db.trace { event in log.note(event) }
      try PlanStore.apply(PlanChange.changes(from: Fixture.plan(), to: edited), agency: Fixture.agency, in: db)
      db.trace(options: [])
      #expect(db.totalChangesCount > 0)
      return log.writes
    }
    #expect(statements == ["UPDATE plan_tactic SET strategy = ? WHERE agency = ? AND id = ?"])
  }

  @Test("Only what was edited changes, even if the rest moved on meanwhile")
  func concurrent() throws {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      // A sync brings another lead while the editor is open.
      try db.execute(sql: "UPDATE plan_tactic SET leads = 'Team 2' WHERE id = 't-1'")
      var edited = Fixture.plan()
      edited.blocks[0].tactics[0].strategy = "Call twice."
      try PlanStore.apply(PlanChange.changes(from: Fixture.plan(), to: edited), agency: Fixture.agency, in: db)
      let tactic = try #require(try PlanStore.plan(agency: Fixture.agency, id: Fixture.planID, in: db)).blocks[0]
        .tactics[0]
      #expect(tactic.leads == "Team 2")
      #expect(tactic.strategy == "Call twice.")
    }
  }

  @Test("A row that was deleted while it was edited is brought back, whole")
  func broughtBack() throws {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      try db.execute(sql: "DELETE FROM plan_tactic WHERE id = 't-1'")
      var edited = Fixture.plan()
      edited.blocks[0].tactics[0].strategy = "Call twice."
      let applied = try PlanStore.apply(
        PlanChange.changes(from: Fixture.plan(), to: edited), agency: Fixture.agency, in: db)
      #expect(applied.broughtBack == [RowName(table: "plan_tactic", key: [.text("inv-a"), .text("t-1")])])
      #expect(try PlanStore.plan(agency: Fixture.agency, id: Fixture.planID, in: db) == edited)
    }
  }

  @Test("A quarterly text that another person began meanwhile is updated; a deletion of what is gone does nothing")
  func metHalfway() throws {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      var edited = Fixture.plan()
      edited.blocks[1].quarters = [QuarterlyText(quarter: 1, text: "Mine.")]
      edited.blocks[0].tactics.removeLast()
      try db.execute(
        sql:
          "INSERT INTO plan_update (agency, block, quarter, plan, text) VALUES ('inv-a', 'block-2', 1, ?, 'Theirs.')",
        arguments: [Fixture.planID])
      try db.execute(sql: "DELETE FROM plan_tactic WHERE id = 't-2'")
      let applied = try PlanStore.apply(
        PlanChange.changes(from: Fixture.plan(), to: edited), agency: Fixture.agency, in: db)
      #expect(applied.writtenCount == 1)
      #expect(try PlanStore.plan(agency: Fixture.agency, id: Fixture.planID, in: db) == edited)
    }
  }

  @Test("Entries whose block is gone stand in the plan as lost, and come back with it")
  func lost() throws {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      try db.execute(sql: "DELETE FROM plan_block WHERE id = 'block-1'")
      let merged = try #require(try PlanStore.plan(agency: Fixture.agency, id: Fixture.planID, in: db))
      #expect(merged.blocks.map(\.id) == ["block-2"])
      #expect(merged.lostBlocks.map(\.id) == ["block-1"])
      #expect(merged.lostBlocks[0].tactics == Fixture.plan().blocks[0].tactics)

      var mended = merged
      mended.blocks.insert(Fixture.plan().blocks[0], at: 0)
      mended.lostBlocks = []
      try PlanStore.apply(PlanChange.changes(from: merged, to: mended), agency: Fixture.agency, in: db)
      #expect(try PlanStore.plan(agency: Fixture.agency, id: Fixture.planID, in: db) == Fixture.plan())
    }
  }

  @Test("Order is position, then id")
  func order() throws {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      try db.execute(sql: "UPDATE plan_tactic SET position = 5")
      #expect(
        try PlanStore.plan(agency: Fixture.agency, id: Fixture.planID, in: db)?.blocks[0].tactics.map(\.id) == [
          "t-1", "t-2",
        ])
      try db.execute(sql: "UPDATE plan_tactic SET position = 6 WHERE id = 't-1'")
      #expect(
        try PlanStore.plan(agency: Fixture.agency, id: Fixture.planID, in: db)?.blocks[0].tactics.map(\.id) == [
          "t-2", "t-1",
        ])
    }
  }

  @Test("Submissions are kept, the oldest first")
  func submissions() throws {
    try Fixture.database().write { db in
      let first = Submission(
        id: "s-1", plan: Fixture.planID, submittedBy: "A. Analyst", submittedAt: "2023-09-14T10:00:00Z", note: "first",
        snapshot: PlanSnapshot.json(of: Fixture.plan()), digest: "00")
      let second = Submission(
        id: "s-2", plan: Fixture.planID, submittedBy: "A. Analyst", submittedAt: "2023-09-15T10:00:00Z", snapshot: "{}",
        digest: "01")
      try PlanStore.submit(second, agency: Fixture.agency, in: db)
      try PlanStore.submit(first, agency: Fixture.agency, in: db)
      #expect(try PlanStore.submissions(agency: Fixture.agency, plan: Fixture.planID, in: db) == [first, second])
    }
  }
}

/// The statements that write, without their arguments.
private final class StatementLog {
  private(set) var writes: [String] = []

  func note(_ event: Database.TraceEvent) {
    guard case .statement(let statement) = event, !statement.sql.hasPrefix("SELECT") else { return }
    writes.append(statement.sql)
  }
}

@Suite("What the department publishes")
struct DepartmentStoreTests {
  @Test("A figure is published, corrected and read back exactly")
  func figures() throws {
    try Fixture.database().write { db in
      let figure = PublishedFigure(
        measure: "statewide-paternity", period: "FFY 2022", value: ExactFigure(decimal: "89.6"), source: "invented")
      try DepartmentStore.publish(figure, agency: "inv-a", in: db)
      #expect(try DepartmentStore.figures(of: "inv-a", in: db) == [figure])
      #expect(try DepartmentStore.figures(of: "inv-b", in: db) == [])
      let corrected = PublishedFigure(
        measure: "statewide-paternity", period: "FFY 2022", value: nil, source: "invented, withdrawn")
      try DepartmentStore.publish(corrected, agency: "inv-a", in: db)
      #expect(try DepartmentStore.figures(of: "inv-a", in: db) == [corrected])
    }
  }

  @Test("A published template is never changed; a new version stands beside it")
  func templates() throws {
    try Fixture.database().write { db in
      let document = try #require(PlanTemplate.shippedDocuments.first)
      #expect(try DepartmentStore.templates(in: db) == PlanTemplate.shipped)
      try DepartmentStore.publish(.pmpFFY2024, document: document, in: db)
      try DepartmentStore.publish(.pmpFFY2024, document: document, in: db)
      #expect(throws: StoreError.templateIsPublished(PlanTemplate.pmpFFY2024.name)) {
        try DepartmentStore.publish(.pmpFFY2024, document: document + "\n# corrected", in: db)
      }
      let second = document.replacing("version: 1", with: "version: 2")
      try DepartmentStore.publish(try PlanTemplate(document: second), document: second, in: db)
      #expect(
        try DepartmentStore.templates(in: db).filter { $0.name.id == "pmp-ffy-2024" }.map(\.name.version) == [1, 2])
      #expect(try DepartmentStore.template(.init(id: "pmp-ffy-2024", version: 2), in: db)?.name.version == 2)
    }
  }

  @Test("What ships with the program is not published with another text, though nobody has published it")
  func shippedTemplates() throws {
    try Fixture.database().write { db in
      let document = try #require(PlanTemplate.shippedDocuments.last) + "\n# changed"
      #expect(throws: StoreError.templateIsPublished(PlanTemplate.qapiFFY2004.name)) {
        try DepartmentStore.publish(.qapiFFY2004, document: document, in: db)
      }
      #expect(try DepartmentStore.publish(.qapiFFY2004, document: PlanTemplate.shippedDocuments[3], in: db))
      #expect(try !DepartmentStore.publish(.qapiFFY2004, document: PlanTemplate.shippedDocuments[3], in: db))
      let documents = try DepartmentStore.documents(in: db).filter { $0.template?.kind == nil }
      #expect(documents.map(\.name.id) == ["pmp-ffy-2017", "pmp-ffy-2019", "pmp-ffy-2024", "qapi-ffy-2004"])
      #expect(documents.map(\.isPublished) == [false, false, false, true])
      #expect(documents.filter { !$0.isShipped || $0.template == nil } == [])
      try db.execute(sql: "INSERT INTO plan_template (id, version, document) VALUES ('x', 1, 'no: template')")
      let unreadable = try #require(try DepartmentStore.documents(in: db).last)
      #expect(unreadable.name.id == "x" && unreadable.template == nil)
    }
  }
}

@Suite("Rows have names for people")
struct RowLabelTests {
  @Test(
    "By table and key",
    arguments: [
      ("plan", [.text("inv-a"), .text(Fixture.planID)], "plan \"Plan of Invented County A\""),
      ("plan_block", [.text("inv-a"), .text("block-2")], "plan \"Plan of Invented County A\" · goal 3 objective 2"),
      (
        "plan_tactic", [.text("inv-a"), .text("t-1")],
        "plan \"Plan of Invented County A\" · goal 1 objective 1 · tactic \"Early calls\""
      ),
      (
        "plan_update", [.text("inv-a"), .text("block-1"), .integer(3)],
        "plan \"Plan of Invented County A\" · goal 1 objective 1 · quarterly update 3"
      ),
      ("plan_tactic", [.text("inv-a"), .text("gone")], "tactic gone"),
      ("plan_update", [.text("inv-a"), .text("gone"), .integer(1)], "goal and objective gone · quarterly update 1"),
      ("measure_figure", [.text("inv-a"), .text("m"), .text("FFY 2022")], "published figure inv-a m FFY 2022"),
      ("plan_template", [.text("pmp-ffy-2024"), .integer(1)], "plan template pmp-ffy-2024 1"),
      ("unknown", [.text("x")], "unknown"), ("plan", [.text("x")], "plan"),
    ] as [(String, [FieldValue], String)])
  func describe(table: String, key: [FieldValue], label: String) throws {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      #expect(try RowLabel.describe(table: table, key: key, in: db) == label)
    }
  }

  @Test("A label is safe to print")
  func safe() throws {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      try db.execute(
        sql: "UPDATE plan SET title = ?", arguments: ["a\u{1B}[31mb\nc" + String(repeating: "x", count: 50)])
      let label = try RowLabel.describe(table: "plan", key: [.text("inv-a"), .text(Fixture.planID)], in: db)
      #expect(label == "plan \"a\\u{1b}[31mb c" + String(repeating: "x", count: 31) + "…\"")
    }
  }
}
