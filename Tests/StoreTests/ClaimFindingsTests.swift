import Budgets
import Catalogue
import GRDB
import Records
import Store
import Testing

@Suite("Claims, collections and letters in the store: findings, the calendar, the risk")
struct ClaimFindingsTests {
  static let agency = Fixture.agency

  private static func rules(in db: Database) throws -> [String] {
    try Findings.all(in: db, sha256: Fixture.lengthAsDigest).map(\.rule)
  }

  private static func claim(_ id: String, amount: Int, handedInOn day: String?, in db: Database) throws {
    var claim = Claim(id: id)
    (claim.quarter, claim.edition) = ("SFY 2024-25 Q1", 1)
    try RecordStore.put(claim, agency: agency, in: db)
    var line = ClaimLine()
    (line.claim, line.line, line.amount) = (id, "op-space", amount)
    try RecordStore.put(line, agency: agency, in: db)
    guard let day else { return }
    var submission = FiscalSubmission(id: "s-\(id)")
    (submission.form, submission.subject, submission.period) = (FiscalSubmission.Form.claim.rawValue, id, claim.quarter)
    (submission.number, submission.day) = (1, day)
    submission.snapshot = ClaimStore.frozen(claim, [line]).text
    submission.digest = Fixture.lengthAsDigest(submission.snapshot)
    try RecordStore.put(submission, agency: agency, in: db)
  }

  @Test(
    "What was handed in and then changed by a merge is a finding; so are two originals, and a line that the form has not"
  )
  func claims() throws {
    try Fixture.database().write { db in
      try Self.claim("1", amount: 100, handedInOn: "2024-10-10", in: db)
      #expect(try Self.rules(in: db) == [])
      var line = ClaimLine()
      (line.claim, line.line, line.amount) = ("1", "op-space", 101)
      try RecordStore.put(line, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["claim-changed"])
      try Self.claim("2", amount: 1, handedInOn: nil, in: db)
      #expect(try Self.rules(in: db) == ["claim-changed", "two-originals"])
      (line.claim, line.line) = ("2", "op-nothing")
      try RecordStore.put(line, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["claim-changed", "claim-unknown-line", "two-originals"])
    }
  }

  @Test("A quarter of the ledger is what was paid in it; a file that was taken back counts nowhere")
  func ledger() throws {
    try Fixture.database().write { db in
      var file = LedgerImport()
      (file.digest, file.takenBack) = ("d1", "2024-10-02")
      try RecordStore.put(file, agency: Self.agency, in: db)
      var account = LedgerAccount()
      (account.code, account.claimLine) = ("1", "op-space")
      try RecordStore.put(account, agency: Self.agency, in: db)
      for (index, (day, cents, source)) in [
        ("2024-06-30", 1, ""), ("2024-07-01", 10, ""), ("2024-09-30", 100, "d2"), ("2024-09-30", 1_000, "d1"),
        ("2024-10-01", 10_000, ""),
      ].enumerated() {
        var entry = Expenditure(id: "\(index)")
        (entry.account, entry.paid, entry.amount, entry.source) = ("1", day, cents, source)
        try RecordStore.put(entry, agency: Self.agency, in: db)
      }
      let edition = try FiscalStore.editions(in: db).lines(of: .claim, edition: 1)
      let found = try ClaimStore.ledger(
        of: #require(StateQuarter("SFY 2024-25 Q1")), agency: Self.agency, edition: edition, in: db)
      #expect(found.amounts == ["op-space": Money(cents: 110)] && found.payments == 2)
    }
  }

  @Test("More claimed than the final letters allocate is a finding; planning letters bind nobody")
  func aboveAllocation() throws {
    try Fixture.database().write { db in
      try Self.claim("1", amount: 1_501, handedInOn: "2024-10-10", in: db)
      try BudgetStoreTests.letter("p", .finalPlanning, 1_000, 500, day: "2024-06-15", in: db)
      #expect(try Self.rules(in: db) == [])
      try BudgetStoreTests.letter("f", .final, 1_000, 500, in: db)
      #expect(try Self.rules(in: db) == ["claimed-above-allocation"])
      try BudgetStoreTests.letter("n", .nonStandard, 1, 0, day: "2025-01-10", in: db)
      #expect(try Self.rules(in: db) == [])
    }
  }

  @Test(
    "Letters above the appropriation, a reallocation that does not balance, and a recoupment that differs are findings")
  func letters() throws {
    try Fixture.database().write { db in
      var given = Appropriation()
      (given.year, given.category, given.amount) = ("SFY 2024-25", "administration", 999)
      try RecordStore.put(given, agency: nil, in: db)
      try BudgetStoreTests.letter("f", .final, 1_000, 500, in: db)
      #expect(try Self.rules(in: db) == ["over-appropriation"])
      for (agency, cents) in [("inv-a", -7), ("inv-b", 6)] {
        var letter = AllocationLetter(id: "m-\(agency)")
        (letter.year, letter.kind, letter.day) = ("SFY 2024-25", "non-standard", "2025-01-10")
        letter.act = "act"
        try RecordStore.put(letter, agency: agency, in: db)
        var line = AllocationLine(id: letter.id)
        (line.letter, line.amount) = (letter.id, cents)
        try RecordStore.put(line, agency: agency, in: db)
      }
      #expect(try Self.rules(in: db) == ["move-does-not-balance"])
      var figure = CollectionFigure()
      (figure.month, figure.form, figure.line, figure.amount) = ("2024-07", "CS 35", "190", 100)
      try RecordStore.put(figure, agency: Self.agency, in: db)
      var month = CollectionMonth()
      (month.month, month.federal, month.state) = ("2024-07", 66, 33)
      try RecordStore.put(month, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["move-does-not-balance"])
      month.paid = "2024-08-20"
      try RecordStore.put(month, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["recoupment-differs", "move-does-not-balance"])
    }
  }

  @Test("A claim that is handed in, and reports that are sent, are done in the calendar without a mark")
  func calendar() throws {
    try Fixture.database().write { db in
      func done() throws -> Set<String> {
        let days = try #require(Day("2024-08-01"))...(try #require(Day("2024-11-30")))
        let request = DueSources.Request(
          agencies: [Self.agency], department: "dcss", today: days.lowerBound, days: days,
          sha256: Fixture.lengthAsDigest)
        return Set(try DueSources.entries(for: request, in: db).filter(\.isDone).map(\.id))
      }
      #expect(try done() == [])
      try Self.claim("1", amount: 1, handedInOn: "2024-10-10", in: db)
      #expect(try done() == ["obligation.AS.2.6-16.FFY-2024-Q4"])
      var month = CollectionMonth()
      (month.month, month.cs34) = ("2024-07", "2024-08-14")
      try RecordStore.put(month, agency: Self.agency, in: db)
      #expect(try done() == ["obligation.AS.2.6-16.FFY-2024-Q4", "obligation.FM.2.2-1.2024-07"])
      (month.cs35, month.paid) = ("2024-08-14", "2024-08-29")
      try RecordStore.put(month, agency: Self.agency, in: db)
      #expect(try done().count == 4)
    }
  }

  @Test(
    "Before the 15th the risk is shown, whoever keeps claims here; later to those who do; and no more once handed in")
  func risk() throws {
    try Fixture.database().write { db in
      func risk(_ day: String) throws -> String? {
        try DueSources.claimAtRisk(of: Self.agency, on: #require(Day(day)), in: db).map { "\($0.quarter) \($0.due)" }
      }
      #expect(try risk("2024-09-30") == nil)
      #expect(try risk("2024-10-01") == "SFY 2024-25 Q1 2024-10-15")
      #expect(try risk("2024-10-15") == "SFY 2024-25 Q1 2024-10-15")
      #expect(try risk("2024-10-16") == nil)
      #expect(try risk("2025-01-05") == "SFY 2024-25 Q2 2025-01-15")
      try Self.claim("1", amount: 1, handedInOn: nil, in: db)
      #expect(try risk("2024-10-16") == "SFY 2024-25 Q1 2024-10-15")
      try Self.claim("1", amount: 1, handedInOn: "2024-10-20", in: db)
      #expect(try risk("2024-10-21") == nil)
      var mark = ObligationDone()
      (mark.obligation, mark.due, mark.done) = ("AS.2.6-16", "FFY 2025 Q1", "2025-01-10")
      try RecordStore.put(mark, agency: Self.agency, in: db)
      #expect(try risk("2025-01-11") == nil)
    }
  }
}
