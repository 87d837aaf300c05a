import GRDB
import Plans
import Store
import Testing

@Suite("Findings on the merged state")
struct FindingsTests {
  private func rules(after sql: String, submitted: Bool = false) throws -> [String] {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      if submitted {
        try Fixture.approveAndSubmit(Fixture.plan(), in: db)
      }
      try db.execute(sql: sql)
      let findings = try Findings.all(in: db, sha256: Fixture.lengthAsDigest)
      #expect(findings.allSatisfy { !$0.message.isEmpty && !$0.next.isEmpty })
      return findings.map { "\($0.rule) \($0.row.table)" }
    }
  }

  @Test(
    "Each rule by the merge that breaks it",
    arguments: [
      ("SELECT 1", []),
      (
        "DELETE FROM plan_block WHERE id = 'block-1'",
        [
          "lost-entry plan_measurement", "lost-entry plan_tactic", "lost-entry plan_tactic", "lost-entry plan_update",
        ]
      ),
      (
        "DELETE FROM plan; DELETE FROM plan_block WHERE id = 'block-1'; DELETE FROM plan_tactic; DELETE FROM plan_update",
        ["lost-entry plan_measurement", "goal-without-plan plan_block"]
      ),
      ("UPDATE plan_block SET goal = 1, objective = 1", ["same-goal-twice plan_block"]),
      ("UPDATE plan SET template = 'pmp-ffy-2031'", ["unknown-template plan"]),
      ("UPDATE plan_tactic SET initiative = 5 WHERE id = 't-1'", ["unknown-initiative plan_tactic"]),
      ("UPDATE plan_update SET text = ''; DELETE FROM plan_block WHERE id = 'block-2'", []),
      ("INSERT INTO plan_template VALUES ('t', 1, 'not a template')", ["unreadable-template plan_template"]),
      (
        "INSERT INTO measure_figure VALUES ('inv-a', 'statewide-paternity', 'FFY 2022', 1, 0, '')",
        ["unreadable-figure measure_figure"]
      ),
      (
        "INSERT INTO measure_figure VALUES ('inv-a', 'statewide-paternity', 'last year', 1, 1, '')",
        ["unreadable-figure measure_figure"]
      ),
      ("INSERT INTO measure_figure VALUES ('inv-a', 'statewide-paternity', 'FFY 2022', 1, 1, '')", []),
    ])
  func rule(sql: String, expected: [String]) throws { #expect(try rules(after: sql) == expected) }

  @Test(
    "What was submitted stays comparable with the live plan",
    arguments: [
      ("SELECT 1", []),
      ("UPDATE plan_tactic SET strategy = 'x' WHERE id = 't-1'", ["edited-after-submission plan_submission"]),
      ("UPDATE plan_block SET position = position + 1", []),
      (
        "UPDATE plan_submission SET snapshot = snapshot || ' '",
        ["altered-submission plan_submission"]
      ),
    ])
  func submitted(sql: String, expected: [String]) throws {
    #expect(try rules(after: sql, submitted: true) == expected)
  }

  @Test("Findings hold no content of rows")
  func discreet() throws {
    try Fixture.database().write { db in
      try Fixture.store(Fixture.plan(), in: db)
      try db.execute(sql: "UPDATE plan SET title = 'Secret', template = 'Secret'; DELETE FROM plan_block")
      let findings = try Findings.all(in: db, sha256: Fixture.lengthAsDigest)
      #expect(findings.count == 5)
      #expect(findings.allSatisfy { !$0.message.contains("Secret") && !$0.next.contains("Secret") })
    }
  }
}
