import GRDB
import Improvement
import Records
import Store
import Testing

@Suite("Findings on case reviews and corrective action")
struct ImprovementFindingsTests {
  private static let review = "0190a000-0000-7000-8000-000000000001"
  private static let action = "0190a000-0000-7000-8000-000000000002"

  /// Writes records and returns the names of the rules that they break.
  private func rules(_ write: (Database) throws -> Void) throws -> [String] {
    let queue = try Fixture.database()
    try queue.write(write)
    return try queue.read { db in
      try Findings.all(in: db, sha256: Fixture.lengthAsDigest).map { finding in
        #expect(finding.agency == Fixture.agency && !finding.next.isEmpty)
        let label = try RowLabel.describe(table: finding.row.table, key: finding.row.key, in: db)
        #expect(!label.isEmpty)
        return finding.rule
      }
    }
  }

  private static func insert(_ record: some StoredRow, _ db: Database) throws {
    try RecordStore.insert(record, agency: Fixture.agency, in: db)
  }

  private static func review(finished: String, _ db: Database) throws {
    var review = CaseReview(id: review)
    (review.kind, review.quarter, review.finished) = (CaseReview.reliability, "FFY 2024 Q2", finished)
    try insert(review, db)
  }

  private static func count(
    _ reviewed: Int, _ met: Int, _ notMet: Int, rule: String = "data-reliability-orders", _ db: Database
  )
    throws
  {
    var result = ReviewResult()
    (result.review, result.rule) = (review, rule)
    (result.reviewed, result.met, result.notMet) = (reviewed, met, notMet)
    try insert(result, db)
  }

  private static func item(_ number: Int, _ result: String, rule: String = "data-reliability-orders", _ db: Database)
    throws
  {
    var item = ReviewItem()
    (item.review, item.number, item.rule, item.result) = (review, number, rule, result)
    try insert(item, db)
  }

  private static func action(_ change: (inout CorrectiveAction) -> Void, _ db: Database) throws {
    var action = CorrectiveAction(id: action)
    change(&action)
    try insert(action, db)
  }

  @Test(
    "A finished review that failed wants a corrective action",
    arguments: [
      // finished, met of 20, opened from it, named by a finding, found
      ("2024-03-01", 18, false, false, true), ("", 18, false, false, false), ("2024-03-01", 19, false, false, false),
      ("2024-03-01", 18, true, false, false), ("2024-03-01", 18, false, true, false),
    ])
  func failed(finished: String, met: Int, opened: Bool, named: Bool, found: Bool) throws {
    let rules = try rules { db in
      try Self.review(finished: finished, db)
      try Self.count(20, met, 20 - met, db)
      if opened || named { try Self.action({ $0.originId = opened ? Self.review : "" }, db) }
      if named {
        var finding = ReviewFinding(id: "f")
        (finding.review, finding.disposition, finding.action) = (Self.review, "corrective action", Self.action)
        try Self.insert(finding, db)
      }
    }
    #expect(rules == (found ? ["failed-review"] : []))
  }

  @Test("Counts that do not add up, disagree with the cases, or are of no known rule")
  func counts() throws {
    #expect(
      try rules { db in
        try Self.review(finished: "", db)
        try Self.count(20, 18, 1, db)
      } == ["review-counts"])
    #expect(
      try rules { db in
        try Self.review(finished: "", db)
        try Self.count(2, 2, 0, db)
        try Self.item(1, "met", db)
        try Self.item(2, "not met", db)
      } == ["review-items"])
    #expect(
      try rules { db in
        try Self.review(finished: "", db)
        try Self.count(2, 1, 1, db)
        try Self.item(1, "met", db)
        try Self.item(2, "not met", db)
      } == [])
    for (sample, found) in [(0, false), (19, true), (20, false)] {
      let rules = try rules { db in
        var review = CaseReview(id: Self.review)
        (review.quarter, review.sampleSize) = ("FFY 2024 Q2", sample)
        try Self.insert(review, db)
        try Self.count(20, 20, 0, db)
      }
      #expect(rules == (found ? ["count-over-sample"] : []), "\(sample)")
    }
    #expect(
      try rules { db in
        try Self.review(finished: "", db)
        try Self.count(1, 1, 0, rule: "nowhere", db)
        try Self.item(1, "met", rule: "nowhere-either", db)
      } == ["unknown-review-rule", "unknown-review-rule"])
  }

  @Test("A problem of a finished review whose disposition nobody has said")
  func disposition() throws {
    for (finished, disposition, found) in [
      ("2024-03-01", "open", true), ("2024-03-01", "explained", false), ("", "open", false),
    ] {
      let rules = try rules { db in
        try Self.review(finished: finished, db)
        var finding = ReviewFinding(id: "f")
        (finding.review, finding.disposition, finding.text) = (Self.review, disposition, "Three orders")
        try Self.insert(finding, db)
      }
      #expect(rules == (found ? ["finding-without-disposition"] : []), "\(finished) \(disposition)")
    }
  }

  @Test(
    "A closed action that does not show its problem remedied has a reason, or is found",
    arguments: [
      // reached, reassessed as, on, reason, rules
      ("", "", "", "", ["closed-unremedied"]), ("", "", "", "The office was merged", []),
      ("2024-05-01", "remedied", "2024-05-02", "", []),
      ("2024-05-01", "not remedied", "2024-05-02", "", ["closed-unremedied"]),
      ("2024-05-01", "not remedied", "2024-07-02", "Known", ["problem-is-back"]),
    ])
  func closing(reached: String, result: String, day: String, reason: String, expected: [String]) throws {
    let rules = try rules { db in
      try Self.action(
        { ($0.reachedOn, $0.closed, $0.closing) = (reached, "2024-06-01", reason) }, db)
      guard !result.isEmpty else { return }
      var reassessment = Reassessment(id: "r")
      (reassessment.action, reassessment.result, reassessment.day) = (Self.action, result, day)
      try Self.insert(reassessment, db)
    }
    #expect(rules == expected)
  }

  @Test("What hangs on a record that is not there, whichever it is", arguments: Schema.references.indices)
  func orphans(index: Int) throws {
    let reference = Schema.references[index]
    let found = try rules { db in
      let columns = reference.table.primaryKey + [reference.column].filter { !reference.table.primaryKey.contains($0) }
      let values = columns.map { column -> String in
        if column == "agency" { return "'\(Fixture.agency)'" }
        return reference.table.column(named: column)?.type == .integer
          ? "1" : column == reference.column ? "'0190a000-gone'" : "'0190a000-none'"
      }
      try db.execute(
        sql: "INSERT INTO \(reference.table.name) (\(columns.joined(separator: ", "))) "
          + "VALUES (\(values.joined(separator: ", ")))")
    }
    #expect(found.contains("record-without-target"), "\(reference.table.name).\(reference.column)")
  }

  @Test("Each reference is a column of its table, and its target is named by an id or a code")
  func references() {
    for reference in Schema.references {
      #expect(reference.table.column(named: reference.column)?.type == .text)
      #expect(["id", "code"].contains(reference.target.nameColumn) && reference.target.primaryKey.count == 2)
      #expect(reference.table.agencyColumn == "agency")
    }
  }

  @Test("A record is named by the one that it belongs to and by what it says")
  func labels() throws {
    let queue = try Fixture.database()
    let label = try queue.write { db in
      try Self.action({ $0.title = "Late orders" }, db)
      var step = ActionStep(id: "s")
      (step.action, step.text) = (Self.action, "Train staff")
      try Self.insert(step, db)
      return try RowLabel.describe(table: "action_step", key: [.text(Fixture.agency), .text("s")], in: db)
    }
    #expect(label == "corrective action \"Late orders\" · step of a corrective action \"Train staff\"")
  }
}
