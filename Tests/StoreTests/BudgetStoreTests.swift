import Budgets
import GRDB
import Records
import Store
import Testing

@Suite("Budgets against their letters, in the store")
struct BudgetStoreTests {
  static let agency = Fixture.agency

  static func rules(in db: Database) throws -> [String] {
    try Findings.all(in: db, sha256: Fixture.lengthAsDigest).map { "\($0.rule) \($0.weight.rawValue)" }
  }

  /// A budget of one line of administration and one of EDP.
  static func plan(_ administration: Int, _ edp: Int, in db: Database) throws {
    var budget = Budget(id: "b")
    budget.year = "SFY 2024-25"
    try RecordStore.put(budget, agency: agency, in: db)
    for (id, category, sub, cents) in [
      ("l1", "operating expenses", "", administration), ("l2", "automation", "enhancements", edp),
    ] {
      var line = BudgetLine(id: id)
      (line.budget, line.category, line.title, line.edp) = (budget.id, category, id, sub)
      (line.project, line.account) = sub.isEmpty ? ("", "") : ("P1", "A1")
      try RecordStore.put(line, agency: agency, in: db)
      var change = BudgetChange(id: "c-\(id)")
      (change.line, change.amount) = (id, cents)
      try RecordStore.put(change, agency: agency, in: db)
    }
  }

  static func letter(
    _ id: String, _ kind: AllocationLetter.Kind, _ administration: Int, _ edp: Int, day: String = "2024-08-15",
    in db: Database
  ) throws {
    var letter = AllocationLetter(id: id)
    (letter.year, letter.kind, letter.day) = ("SFY 2024-25", kind.rawValue, day)
    try RecordStore.put(letter, agency: agency, in: db)
    for (name, sub, cents) in [("1", "", administration), ("2", "enhancements", edp)] {
      var line = AllocationLine(id: "\(id)-\(name)")
      (line.letter, line.edp, line.amount) = (id, sub, cents)
      (line.project, line.account) = sub.isEmpty ? ("", "") : ("P1", "A1")
      try RecordStore.put(line, agency: agency, in: db)
    }
  }

  @Test(
    "Nothing is over before there is a letter; over a planning letter is good to know; over the final one is a finding")
  func overAllocation() throws {
    try Fixture.database().write { db in
      try Self.plan(1_001, 500, in: db)
      #expect(try Self.rules(in: db) == [])
      try Self.letter("p", .finalPlanning, 1_000, 500, day: "2024-06-15", in: db)
      #expect(try Self.rules(in: db) == ["over-allocation information", "over-allocation information"])
      try Self.letter("f", .final, 1_000, 501, in: db)
      #expect(try Self.rules(in: db) == ["forbidden-transfer attention"])
      // How much, and of which budget.
      let found = try #require(try Findings.all(in: db, sha256: Fixture.lengthAsDigest).first)
      #expect(found.message.hasSuffix("administration by 0.01") && found.next.contains("budget reconcile b`"))
      // A later letter gives what is lacking; the plan is right again.
      try Self.letter("n", .nonStandard, 1, 0, day: "2025-01-10", in: db)
      #expect(try Self.rules(in: db) == [])
    }
  }

  @Test("A sub-category that this program does not know is said, and left out of the sums")
  func unknownControl() throws {
    try Fixture.database().write { db in
      try Self.plan(1_000, 500, in: db)
      try Self.letter("f", .final, 1_000, 500, in: db)
      var line = BudgetLine(id: "l3")
      (line.budget, line.edp) = ("b", "quantum")
      try RecordStore.put(line, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["unknown-control attention"])
    }
  }

  @Test("A line item whose fields say two controls is found, whatever brought it")
  func miscoded() throws {
    try Fixture.database().write { db in
      try Self.plan(1_000, 500, in: db)
      var line = BudgetLine(id: "l3")
      (line.budget, line.category) = ("b", "automation")
      try RecordStore.put(line, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["edp-and-automation attention"])
      let old = line
      (line.edp, line.project, line.displayLine) = ("conversions", "P2", "au-enhancements")
      try RecordStore.update(line, from: old, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["line-of-another-control attention"])
    }
  }

  @Test("Amounts that do not fit are a finding, and no crash")
  func overflow() throws {
    try Fixture.database().write { db in
      try Self.plan(.max, 1, in: db)
      try Self.letter("f", .final, 1, 1, in: db)
      #expect(try Self.rules(in: db) == ["amounts-too-large attention"])
    }
  }

  @Test("Two letters that correct one letter are a finding, and the later counts; so is an allocation below zero")
  func lettersOfTwoNodes() throws {
    try Fixture.database().write { db in
      func correct(_ id: String, _ kind: AllocationLetter.Kind, by cents: Int, day: String) throws {
        try Self.letter(id, kind, cents, 0, day: day, in: db)
        var letter = try #require(try RecordStore.find(AllocationLetter(id: id), agency: Self.agency, in: db))
        letter.supersedes = "n"
        try RecordStore.put(letter, agency: Self.agency, in: db)
      }
      try Self.letter("f", .final, 1_000, 500, in: db)
      try Self.letter("n", .nonStandard, 100, 0, day: "2024-09-01", in: db)
      try correct("o", .nonStandard, by: 110, day: "2024-09-02")
      #expect(try Self.rules(in: db) == [])
      try correct("p", .nonStandard, by: 120, day: "2024-09-03")
      #expect(try Self.rules(in: db) == ["letter-superseded-twice attention"])
      let lines = try BudgetStore.allocation(of: Self.agency, year: "SFY 2024-25", in: db).lines
      #expect(lines.map(\.amount).reduce(0, +) == 1_620)
      try Self.letter("q", .nonStandard, -1_120, -500, day: "2024-09-04", in: db)
      #expect(try Self.rules(in: db) == ["letter-superseded-twice attention"])
      try Self.letter("r", .nonStandard, 0, -1, day: "2024-09-05", in: db)
      #expect(try Self.rules(in: db) == ["letter-superseded-twice attention", "allocation-below-zero attention"])
      for id in ["m", "n"] {
        var decision = NeedDecision(id: id)
        (decision.need, decision.line, decision.amount) = (id, "f-1", 501)
        try RecordStore.put(decision, agency: Self.agency, in: db)
      }
      #expect(try Self.rules(in: db).contains("line-below-grant attention"))
      try correct("s", .final, by: 1_500, day: "2024-09-06")
      #expect(try Self.rules(in: db).contains("supersedes-another-kind attention"))
    }
  }

  @Test("What hangs on a budget that is gone is a finding")
  func withoutBudget() throws {
    try Fixture.database().write { db in
      try Self.plan(1, 1, in: db)
      try RecordStore.delete(Budget(id: "b"), agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["record-without-target attention", "record-without-target attention"])
    }
  }
}
