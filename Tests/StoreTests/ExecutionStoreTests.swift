import Budgets
import GRDB
import Records
import Store
import Testing

@Suite("Ledgers and what follows from them, in the store")
struct ExecutionStoreTests {
  static let agency = Fixture.agency

  private static func pay(
    _ id: String, _ account: String, _ paid: String, _ cents: Int, source: String = "", in db: Database
  ) throws {
    var entry = Expenditure(id: id)
    (entry.account, entry.paid, entry.amount, entry.source) = (account, paid, cents, source)
    try RecordStore.put(entry, agency: agency, in: db)
  }

  private static func rules(on today: String? = nil, in db: Database) throws -> [String] {
    try Findings.all(in: db, today: today.flatMap { Day($0) }, sha256: Fixture.lengthAsDigest).map { finding in
      "\(finding.rule) \(finding.weight.rawValue)"
    }
  }

  private static let july = CalendarMonth("2024-07")!

  @Test("Payments are added up to the last cent of 64 bits; what does not fit is an error, and a finding")
  func sums() throws {
    try Fixture.database().write { db in
      try Self.pay("1", "a", "2024-07-31", .max, in: db)
      try Self.pay("2", "a", "2024-07-01", -1, in: db)
      try Self.pay("3", "b", "2024-07-01", .min, in: db)
      try Self.pay("4", "a", "2024-08-01", 5, in: db)
      let sums = try LedgerStore.sums(of: Self.agency, in: Self.july, in: db)
      #expect(sums.map(\.amount.cents) == [.max - 1, .min] && sums.map(\.count) == [2, 1])
      try Self.pay("5", "a", "2024-07-02", 2, in: db)
      #expect(throws: MoneyOverflow.self) { try LedgerStore.sums(of: Self.agency, in: Self.july, in: db) }
      #expect(try Self.rules(in: db) == ["amounts-too-large attention"])
    }
  }

  @Test("What does not fit is found where it stands: in the letters, in one contract; nothing else falls silent")
  func tooLarge() throws {
    try Fixture.database().write { db in
      try BudgetStoreTests.letter("f", .final, .max, 1, in: db)
      try Self.pay("1", "a", "2024-07-31", 10, in: db)
      for (id, cents) in [("big", Int.max), ("c", 100)] {
        var contract = Contract(id: id)
        (contract.edp, contract.amount, contract.first) = (1, cents, "2024-07-01")
        try RecordStore.put(contract, agency: Self.agency, in: db)
      }
      var amendment = ContractAmendment(id: "m")
      (amendment.contract, amendment.amount) = ("big", 1)
      try RecordStore.put(amendment, agency: Self.agency, in: db)
      let found = try Findings.all(in: db, today: Day("2024-10-01"), sha256: Fixture.lengthAsDigest)
      let large = found.filter { $0.rule == "amounts-too-large" }
      #expect(large.map(\.row.table) == ["allocation_letter", "contract"])
      #expect(found.filter { $0.rule == "missing-prior-approval" }.map(\.row.key) == [[.text("inv-a"), .text("c")]])
    }
  }

  @Test("A payment whose day is none counts in no month, hides no other, and is found")
  func withoutDay() throws {
    try Fixture.database().write { db in
      try Self.pay("1", "a", "2024-07-31", 10, in: db)
      try RecordStore.put(
        LedgerStore.closing(Self.july, of: Self.agency, sha256: Fixture.lengthAsDigest, in: db), agency: Self.agency,
        in: db)
      let july = try LedgerStore.days(of: Self.agency, in: db)
      #expect(try july == #require(Day("2024-07-31"))...#require(Day("2024-07-31")))
      let before = try Self.rules(in: db)
      for (index, paid) in ["", "zzz", "2024-07-32", "9999-01-01", "2024-07-3"].enumerated() {
        try Self.pay("n\(index)", "a", paid, 7, in: db)
        #expect(try LedgerStore.days(of: Self.agency, in: db) == july, "\(paid)")
      }
      #expect(try Self.rules(in: db) == ["payment-without-day attention"] + before)
      #expect(!before.contains("closed-month-changed attention"))
    }
  }

  @Test("Out of a closed month goes only what came after it was closed")
  func removal() throws {
    try Fixture.database().write { db in
      func mayRemove(_ count: Int) throws -> Bool {
        try LedgerStore.mayRemove(count, from: Self.july, of: Self.agency, in: db)
      }
      for id in ["1", "2"] { try Self.pay(id, "a", "2024-07-31", 10, in: db) }
      try RecordStore.put(
        LedgerStore.closing(Self.july, of: Self.agency, sha256: Fixture.lengthAsDigest, in: db), agency: Self.agency,
        in: db)
      #expect(try !mayRemove(1))
      try Self.pay("3", "a", "2024-07-31", 10, in: db)
      #expect(try mayRemove(1) && !mayRemove(2))
      try Self.pay("4", "a", "2024-07-31", 10, in: db)
      #expect(try mayRemove(2) && !mayRemove(3))
    }
  }

  @Test("Payments that two files bring are found, as often as both have them; of one file, or of one taken back, none")
  func overlap() throws {
    try Fixture.database().write { db in
      func found() throws -> [String] {
        try Findings.all(in: db, sha256: Fixture.lengthAsDigest).filter { $0.rule == "imports-overlap" }.map(\.message)
      }
      var files: [LedgerImport] = []
      for name in ["f", "g"] {
        var file = LedgerImport()
        (file.digest, file.file) = (name, "\(name).csv")
        try RecordStore.put(file, agency: Self.agency, in: db)
        files.append(file)
      }
      for id in ["1", "2", "3"] { try Self.pay(id, "a", "2024-07-31", 10, source: "f", in: db) }
      try Self.pay("4", "a", "2024-07-31", 10, in: db)
      try Self.pay("5", "a", "2024-07-30", 10, source: "g", in: db)
      #expect(try found().isEmpty)
      for id in ["6", "7"] { try Self.pay(id, "a", "2024-07-31", 10, source: "g", in: db) }
      #expect(try found() == ["payments that stand in f.csv and in g.csv alike: 2"])
      files[0].takenBack = "2024-09-01"
      try RecordStore.put(files[0], agency: Self.agency, in: db)
      #expect(try found().isEmpty)
    }
  }

  @Test("What came with a file that was taken back counts nowhere, and counts again when the file comes again")
  func takenBack() throws {
    try Fixture.database().write { db in
      try Self.pay("1", "a", "2024-07-31", 10, source: "f", in: db)
      try Self.pay("2", "a", "2024-07-31", 1, in: db)
      func total() throws -> Int64 {
        try Money.sum(try LedgerStore.sums(of: Self.agency, in: Self.july, in: db).map(\.amount)).cents
      }
      var file = LedgerImport()
      file.digest = "f"
      try RecordStore.put(file, agency: Self.agency, in: db)
      #expect(try total() == 11)
      file.takenBack = "2024-09-01"
      try RecordStore.put(file, agency: Self.agency, in: db)
      #expect(try total() == 1)
      #expect(
        try LedgerStore.expenditures(of: Self.agency, in: Self.july.firstDay...Self.july.lastDay, in: db).map(\.id) == [
          "2"
        ])
      file.takenBack = ""
      try RecordStore.put(file, agency: Self.agency, in: db)
      #expect(try total() == 11)
    }
  }

  @Test("A closed month is found changed, whatever came into it or went")
  func closedMonth() throws {
    try Fixture.database().write { db in
      // Digests that tell more than lengths apart.
      func rules() throws -> [String] {
        try Findings.all(in: db, sha256: { $0 }).map(\.rule).filter { $0 == "closed-month-changed" }
      }
      try Self.pay("1", "a", "2024-07-31", 10, in: db)
      try Self.pay("2", "b", "2024-07-01", 20, in: db)
      let closed = try LedgerStore.closing(Self.july, of: Self.agency, sha256: { $0 }, in: db)
      #expect(closed.amount == 30 && closed.count == 2)
      try RecordStore.put(closed, agency: Self.agency, in: db)
      #expect(try rules().isEmpty)
      try Self.pay("3", "a", "2024-08-01", 5, in: db)
      #expect(try rules().isEmpty)
      for change in [
        { try Self.pay("3", "a", "2024-07-02", 5, in: db) }, { try Self.pay("1", "b", "2024-07-31", 10, in: db) },
        { _ = try RecordStore.delete(Expenditure(id: "2"), agency: Self.agency, in: db) },
      ] {
        try db.inSavepoint {
          try change()
          #expect(try rules() == ["closed-month-changed"])
          return .rollback
        }
      }
    }
  }

  @Test("An overrun is found by the straight line, once the final allocation is there and three months count")
  func overrun() throws {
    try Fixture.database().write { db in
      func found(_ today: String) throws -> [String] {
        try Self.rules(on: today, in: db).filter { $0.hasPrefix("overrun") }
      }
      var account = LedgerAccount()
      (account.code, account.displayLine, account.claimLine) = ("a", "ps-casework", "ps-casework")
      try RecordStore.put(account, agency: Self.agency, in: db)
      for month in 7...9 { try Self.pay("\(month)", "a", "2024-0\(month)-15", 101, in: db) }
      try BudgetStoreTests.letter("p", .finalPlanning, 1_000, 212, day: "2024-06-15", in: db)
      #expect(try found("2024-10-01").isEmpty)
      try BudgetStoreTests.letter("f", .final, 1_000, 212, in: db)
      #expect(try found("2024-09-30").isEmpty && Self.rules(in: db).isEmpty)
      // 12.12 foreseen: not more than 12.12 in all, but more than 10.00 of administration.
      #expect(try found("2024-10-01") == ["overrun-foreseen attention"])
    }
  }

  @Test("Approvals that lack, effort without evidence, plans that nobody wrote")
  func agreements() throws {
    try Fixture.database().write { db in
      var contract = Contract(id: "c")
      (contract.edp, contract.amount, contract.first) = (1, 100, "2024-07-01")
      try RecordStore.put(contract, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["missing-prior-approval attention"])
      var request = ApprovalRequest(id: "r")
      (request.contract, request.kind) = ("c", "EDP agreement")
      try RecordStore.put(request, agency: Self.agency, in: db)
      var answer = ApprovalAnswer(id: "x")
      (answer.request, answer.day) = ("r", "2024-07-02")
      try RecordStore.put(answer, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["approval-after-start attention"])
      answer.day = "2024-07-01"
      try RecordStore.put(answer, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == [])
      request.contract = ""
      try RecordStore.put(request, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["missing-prior-approval attention", "approval-without-contract information"])
    }
    try Fixture.database().write { db in
      try BudgetStoreTests.letter("f", .final, 1_000, 0, in: db)
      for (id, program, special) in [("t", "Training", ""), ("s", "", "Clean-up")] {
        var line = AllocationLine(id: id)
        (line.letter, line.program, line.special, line.amount) = ("f", program, special, 100)
        try RecordStore.put(line, agency: Self.agency, in: db)
      }
      #expect(try Self.rules(on: "2025-06-30", in: db) == ["special-without-plan attention"])
      var special = SpecialFunding(id: "sf")
      (special.year, special.title, special.amount, special.last) = ("SFY 2024-25", "Clean-up", 100, "2025-03-31")
      try RecordStore.put(special, agency: Self.agency, in: db)
      #expect(try Self.rules(on: "2025-03-31", in: db) == [])
      #expect(try Self.rules(on: "2025-04-01", in: db) == ["effort-without-evidence attention"])
      #expect(try Self.rules(on: "2025-07-01", in: db).count == 2)
      for (id, program, agreement, cents) in [("1", "Training", "", 0), ("2", "", "sf", 99)] {
        var evidence = EffortEvidence(id: id)
        (evidence.year, evidence.program, evidence.agreement) = ("SFY 2024-25", program, agreement)
        evidence.amount = cents
        try RecordStore.put(evidence, agency: Self.agency, in: db)
      }
      #expect(try Self.rules(on: "2025-07-01", in: db) == ["effort-below-allocation information"])
    }
  }

  @Test("Staff is of the newest Budget Display that was handed in, as it was handed in")
  func caseload() throws {
    try Fixture.database().write { db in
      func ratio() throws -> String {
        let found = try ExecutionStore.caseload(of: Self.agency, in: db)
        return "\(found.ratio?.perStaff ?? "-") \(found.isSubmitted)"
      }
      #expect(try ratio() == "- false")
      var count = CaseloadCount()
      (count.month, count.cases) = ("2024-10", 1_000)
      try RecordStore.put(count, agency: Self.agency, in: db)
      // What is no month is not the newest.
      count.month = "zzz"
      count.cases = 7
      try RecordStore.put(count, agency: Self.agency, in: db)
      var display = BudgetDisplay(id: "d")
      display.year = "SFY 2024-25"
      try RecordStore.put(display, agency: Self.agency, in: db)
      var staffing = DisplayStaffing()
      (staffing.display, staffing.function, staffing.filled) = ("d", "casework", 1_000)
      try RecordStore.put(staffing, agency: Self.agency, in: db)
      #expect(try ratio() == "100.0 false")
      var frozen = FrozenRecords()
      frozen.add(display)
      frozen.add(staffing)
      var submission = FiscalSubmission(id: "s")
      (submission.form, submission.subject, submission.snapshot) = ("CS 921", "d", frozen.text)
      try RecordStore.put(submission, agency: Self.agency, in: db)
      staffing.filled = 500
      try RecordStore.put(staffing, agency: Self.agency, in: db)
      #expect(try ratio() == "100.0 true")
    }
  }

  @Test("Of several budgets of a year the one that was handed in as final is executed, else the newest")
  func budget() throws {
    try Fixture.database().write { db in
      for id in ["b1", "b2", "b3"] {
        var budget = Budget(id: id)
        budget.year = id == "b3" ? "SFY 2025-26" : "SFY 2024-25"
        try RecordStore.put(budget, agency: Self.agency, in: db)
      }
      func chosen() throws -> String? {
        try ExecutionStore.budget(of: Self.agency, year: "SFY 2024-25", in: db)?.budget.id
      }
      #expect(try chosen() == "b2")
      var submission = FiscalSubmission(id: "s")
      (submission.form, submission.subject) = ("final budget", "b1")
      try RecordStore.put(submission, agency: Self.agency, in: db)
      #expect(try chosen() == "b1")
    }
  }
}
