import GRDB
import Improvement
import Records
import Store
import Testing

@Suite("Findings on self-assessments and practices")
struct AssessmentFindingsTests {
  static let known = """
    INSERT INTO rating_scale VALUES ('s-1', 'Two levels', '1 | no' || char(10) || '2 | yes', 'invented');
    INSERT INTO assessment_guide VALUES ('g-1', 'AS.2', 1, 'Is it?', 'invented'), ('g-2', '', 1, 'Is it?', 'invented');
    INSERT INTO assessment VALUES
      ('inv-a', 'a-1', 'AS.2.6', '2024-01-31', 's-1', 2, 'x', '', 'Kim'),
      ('inv-a', 'a-2', 'AS.2.6', '2024-01-31', 'ours-four-levels', 4, 'x', '', 'Kim');
    INSERT INTO practice_offer VALUES
      ('inv-a', 'o-1', 'AS.2.6', 'best practice', 't', 'x', '', '', '', '2024-01-31', '');
    INSERT INTO practice VALUES
      ('p-1', 'AS.2.6', 'best practice', 't', 'x', '', '', '', 'inv-a', 'o-1', '2024-02-01', 'Dee'),
      ('p-2', 'LO.1.1', 'best practice', 't', 'x', '', '', '', '', '', '2024-02-01', 'Dee'),
      ('p-3', 'LO.1.1', 'best practice', 't', 'x', '', '', '', '', '', '2024-02-01', 'Dee');
    """

  @Test(
    "Each rule by the row that breaks it",
    arguments: [
      ("SELECT 1", []),
      ("UPDATE assessment SET rating = 3 WHERE id = 'a-1'", ["rating-outside-scale inv-a assessment a-1"]),
      ("UPDATE assessment SET rating = 0 WHERE id = 'a-2'", ["rating-outside-scale inv-a assessment a-2"]),
      ("UPDATE assessment SET scale = 's-9' WHERE id = 'a-1'", ["unknown-scale inv-a assessment a-1"]),
      ("UPDATE rating_scale SET levels = 'high, low'", ["unknown-scale inv-a assessment a-1"]),
      ("UPDATE assessment SET element = 'AS.2' WHERE id = 'a-1'", ["unknown-element inv-a assessment a-1"]),
      ("UPDATE assessment_guide SET element = 'as.2' WHERE id = 'g-1'", ["unknown-element  assessment_guide g-1"]),
      ("UPDATE practice_offer SET element = ''", ["unknown-element inv-a practice_offer o-1"]),
      ("UPDATE practice SET element = 'AS.2.9' WHERE id = 'p-2'", ["unknown-element  practice p-2"]),
      ("INSERT INTO risk (agency, id, element) VALUES ('inv-a', 'k-1', 'ZZ.1')", ["unknown-element inv-a risk k-1"]),
      ("INSERT INTO risk (agency, id, element) VALUES ('inv-a', 'k-1', 'AS.1')", []),
      ("INSERT INTO risk (agency, id) VALUES ('inv-a', 'k-1')", []),
      (
        "INSERT INTO process_change (agency, id, element) VALUES ('inv-a', 'c-1', 'x')",
        ["unknown-element inv-a process_change c-1"]
      ),
      (
        "INSERT INTO corrective_action (agency, id, element) VALUES ('inv-a', 'c-1', 'x')",
        ["unknown-element inv-a corrective_action c-1"]
      ),
      ("UPDATE practice_offer SET withdrawn = '2024-03-01'", ["withdrawn-practice  practice p-1"]),
      ("UPDATE practice_offer SET withdrawn = '2024-03-01', agency = 'inv-b'", []),
      ("DELETE FROM practice_offer", []),
      (
        "UPDATE practice SET agency = 'inv-a', offer = 'o-1' WHERE id = 'p-3'",
        ["practice-published-twice  practice p-3"]
      ),
    ])
  func rule(sql: String, expected: [String]) throws {
    try Fixture.database().write { db in
      try db.execute(sql: Self.known)
      try db.execute(sql: sql)
      let findings = try Findings.all(in: db, sha256: Fixture.lengthAsDigest)
      #expect(
        findings.map { finding -> String in
          guard case .text(let id)? = finding.row.key.last else { return finding.rule }
          return "\(finding.rule) \(finding.agency) \(finding.row.table) \(id)"
        } == expected.sorted())
      for finding in findings {
        #expect(!finding.message.isEmpty && !finding.next.isEmpty)
        #expect(try !RowLabel.describe(table: finding.row.table, key: finding.row.key, in: db).isEmpty)
      }
    }
  }

  @Test("The newest readable scale of the department is in force; ours until there is one")
  func inForce() throws {
    try Fixture.database().write { db in
      #expect(try AssessmentStore.scaleInForce(in: db).id == RatingScale.shipped.id)
      try db.execute(sql: Self.known)
      #expect(try AssessmentStore.scaleInForce(in: db).id == "s-1")
      try db.execute(sql: "INSERT INTO rating_scale VALUES ('s-2', 'Damaged', 'high, low', 'invented')")
      #expect(try AssessmentStore.scaleInForce(in: db).id == "s-1")
      #expect(try AssessmentStore.scales(in: db).map(\.id) == [RatingScale.shipped.id, "s-1", "s-2"])
    }
  }

  @Test("Standings are of one agency")
  func standings() throws {
    try Fixture.database().write { db in
      try db.execute(sql: Self.known)
      #expect(try AssessmentStore.standings(of: "inv-a", in: db).map(\.history.count) == [2])
      #expect(try AssessmentStore.standings(of: "inv-b", in: db).isEmpty)
    }
  }
}
