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

  @Test("A claim that another node changed or removed while it was handed in counts as it was handed in")
  func copies() throws {
    try Fixture.database().write { db in
      try Self.claim("1", amount: 100, handedInOn: "2024-10-10", in: db)
      let quarter = try #require(StateQuarter("SFY 2024-25 Q1"))
      func total() throws -> Money? { try ClaimStore.claims(of: quarter, agency: Self.agency, in: db).total() }
      var claim = try #require(try RecordStore.find(Claim(id: "1"), agency: Self.agency, in: db))
      (claim.quarter, claim.form, claim.prior) = ("SFY 2024-25 Q2", "supplemental", "x")
      try RecordStore.put(claim, agency: Self.agency, in: db)
      #expect(try total()?.cents == 100 && Self.rules(in: db) == ["claim-changed"])
      try RecordStore.delete(claim, agency: Self.agency, in: db)
      #expect(try total()?.cents == 100 && Self.rules(in: db) == ["submission-without-record"])
      var decision = FiscalDecision(id: "d")
      (decision.submission, decision.result) = ("s-1", FiscalDecision.Result.returned.rawValue)
      try RecordStore.insert(decision, agency: Self.agency, in: db)
      #expect(try total() == nil && Self.rules(in: db) == [])
    }
  }

  @Test("A claim that was begun before another and handed in after it is the further original one")
  func furtherOriginal() throws {
    try Fixture.database().write { db in
      try Self.claim("1", amount: 1, handedInOn: nil, in: db)
      try Self.claim("2", amount: 1, handedInOn: "2024-10-10", in: db)
      let found = try Findings.all(in: db, sha256: Fixture.lengthAsDigest)
      #expect(found.map(\.rule) == ["two-originals"] && found.first?.row.key.last == .text("1"))
    }
  }

  @Test("Claims against the rules, and decisions that contradict each other, are findings of their rows")
  func conflicts() throws {
    try Fixture.database().write { db in
      try Self.claim("1", amount: 1, handedInOn: "2024-10-10", in: db)
      func decide(_ id: String, _ result: FiscalDecision.Result) throws {
        var decision = FiscalDecision(id: id)
        (decision.submission, decision.result) = ("s-1", result.rawValue)
        try RecordStore.insert(decision, agency: Self.agency, in: db)
      }
      try decide("1", .accepted)
      try decide("2", .scheduled)
      #expect(try Self.rules(in: db) == [])
      try decide("3", .returned)
      #expect(try Self.rules(in: db) == ["decision-out-of-order"])
      try decide("4", .paid)
      #expect(try Self.rules(in: db) == [])
      var claim = Claim(id: "2")
      (claim.quarter, claim.form, claim.prior, claim.edition) = ("SFY 2024-25 Q1", "revised", "1", 1)
      try RecordStore.put(claim, agency: Self.agency, in: db)
      var submission = FiscalSubmission(id: "s-2")
      (submission.form, submission.subject, submission.number) = (FiscalSubmission.Form.claim.rawValue, "2", 1)
      submission.snapshot = ClaimStore.frozen(claim, []).text
      submission.digest = Fixture.lengthAsDigest(submission.snapshot)
      try RecordStore.put(submission, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["revised-after-scheduled"])
    }
  }

  @Test("Two adjustments of a quarter that do not come out even are a finding; two that do are none")
  func adjustedTwice() throws {
    try Fixture.database().write { db in
      try Self.claim("1", amount: 100, handedInOn: "2024-10-10", in: db)
      for month in 1...3 {
        var payment = AdvancePayment()
        (payment.year, payment.month, payment.amount) = ("SFY 2024-25", month, 20)
        try RecordStore.put(payment, agency: Self.agency, in: db)
      }
      func adjust(_ id: String, _ cents: Int) throws {
        var adjustment = AdvanceAdjustment(id: id)
        (adjustment.year, adjustment.quarter, adjustment.month) = ("SFY 2024-25", "SFY 2024-25 Q1", 5)
        adjustment.amount = cents
        try RecordStore.put(adjustment, agency: Self.agency, in: db)
      }
      try adjust("1", 40)
      #expect(try Self.rules(in: db) == [])
      try adjust("2", 40)
      #expect(try Self.rules(in: db) == ["adjusted-twice"])
      try adjust("2", .max)
      try adjust("3", .max)
      #expect(try Self.rules(in: db) == ["amounts-too-large"])
      try RecordStore.delete(AdvanceAdjustment(id: "3"), agency: Self.agency, in: db)
      try adjust("1", 30)
      try adjust("2", 10)
      #expect(try Self.rules(in: db) == [])
    }
  }

  @Test("A reallocation of which one letter was overtaken by a standard letter does not balance")
  func halfMove() throws {
    try Fixture.database().write { db in
      func letter(_ id: String, _ agency: String, _ kind: String, _ day: String, _ cents: Int, act: String = "") throws
      {
        var letter = AllocationLetter(id: id)
        (letter.year, letter.kind, letter.day, letter.act) = ("SFY 2024-25", kind, day, act)
        try RecordStore.put(letter, agency: agency, in: db)
        var line = AllocationLine(id: id)
        (line.letter, line.amount) = (id, cents)
        try RecordStore.put(line, agency: agency, in: db)
      }
      for (agency, cents) in [("inv-a", -7), ("inv-b", 7)] {
        try letter("p-\(agency)", agency, "final planning", "2024-06-15", 100)
        try letter("m-\(agency)", agency, "non-standard", "2024-07-10", cents, act: "act")
      }
      #expect(try Self.rules(in: db) == [])
      try letter("f-a", "inv-a", "final", "2024-08-15", 93)
      let found = try Findings.all(in: db, sha256: Fixture.lengthAsDigest)
      #expect(found.map(\.rule) == ["move-does-not-balance"] && found.first?.row.key.last == .text("m-inv-a"))
      try letter("f-b", "inv-b", "final", "2024-08-15", 107)
      #expect(try Self.rules(in: db) == [])
    }
  }
}
