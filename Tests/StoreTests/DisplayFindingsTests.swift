import Budgets
import GRDB
import Records
import Store
import Testing
import Training

@Suite("What was handed in of budgets and Budget Displays, in the store")
struct DisplayFindingsTests {
  static let agency = Fixture.agency

  static func rules(in db: Database) throws -> [String] {
    try Findings.all(in: db, sha256: Fixture.lengthAsDigest).map(\.rule)
  }

  static func display(in db: Database) throws -> BudgetDisplay {
    var display = BudgetDisplay(id: "d")
    (display.year, display.edition) = ("SFY 2024-25", 1)
    try RecordStore.put(display, agency: agency, in: db)
    try RecordStore.put(staffing("legal"), agency: agency, in: db)
    var cost = DisplayCost()
    (cost.display, cost.line, cost.amount) = ("d", "op-postage", 7)
    try RecordStore.put(cost, agency: agency, in: db)
    return display
  }

  static func staffing(_ function: String, _ program: String = "", filled: Int = 100) -> DisplayStaffing {
    var row = DisplayStaffing()
    (row.display, row.function, row.program, row.authorized, row.filled) = ("d", function, program, 100, filled)
    return row
  }

  static func submit(
    _ form: FiscalSubmission.Form, _ subject: String, _ text: String, id: String = "s1", in db: Database
  ) throws {
    var submission = FiscalSubmission(id: id)
    (submission.form, submission.subject, submission.period) = (form.rawValue, subject, "SFY 2024-25")
    (submission.number, submission.day, submission.snapshot) = (1, "2024-10-01", text)
    submission.digest = Fixture.lengthAsDigest(text)
    try FiscalStore.insert(submission, agency: agency, in: db)
  }

  static func decide(_ result: FiscalDecision.Result, id: String, in db: Database) throws {
    var decision = FiscalDecision(id: id)
    (decision.submission, decision.result) = ("s1", result.rawValue)
    try RecordStore.insert(decision, agency: agency, in: db)
  }

  @Test("A copy opens as it was handed in, whatever became of the rows")
  func copies() throws {
    try Fixture.database().write { db in
      let whole = try DisplayStore.whole(Self.display(in: db), of: Self.agency, in: db)
      let editions = try FiscalStore.editions(in: db)
      #expect(WholeDisplay(copy: whole.frozen.text, editions: editions) == whole)
      #expect(WholeDisplay(copy: "x", editions: editions) == nil)
      try BudgetStoreTests.plan(1_000, 500, in: db)
      var position = BudgetPosition(id: "p")
      (position.budget, position.classification, position.cost) = ("b", "Attorney", 5)
      try RecordStore.insert(position, agency: Self.agency, in: db)
      let budget = try BudgetStore.whole(
        try #require(try RecordStore.find(Budget(id: "b"), agency: Self.agency, in: db)), of: Self.agency, in: db)
      #expect(WholeBudget(copy: budget.frozen.text) == budget && budget.positions == [position])
    }
  }

  @Test(
    "What waits for the department is counted until it answers; a notice until the next letter, or the end of its year")
  func waiting() throws {
    try Fixture.database().write { db in
      func counts(_ day: String = "2024-11-01") throws -> [Int] {
        let waiting = try WaitingForDepartment(on: #require(Day(day)), in: db)
        return [waiting.displays, waiting.needs, waiting.approvals, waiting.notices, waiting.proposals]
      }
      let whole = try DisplayStore.whole(Self.display(in: db), of: Self.agency, in: db)
      var need = FundingNeed(id: "n")
      (need.display, need.year) = ("d", "SFY 2025-26")
      try RecordStore.put(need, agency: Self.agency, in: db)
      #expect(try counts() == [0, 0, 0, 0, 0])
      try Self.submit(.display, "d", whole.frozen.text, in: db)
      var notice = AllocationNotice(id: "1")
      (notice.year, notice.day) = ("SFY 2024-25", "2024-10-01")
      try RecordStore.put(notice, agency: Self.agency, in: db)
      try RecordStore.put(TrainingProposal(id: "t"), agency: Self.agency, in: db)
      for (id, authority) in [("a", "DCSS"), ("b", "federal")] {
        var request = ApprovalRequest(id: id)
        request.authority = authority
        try RecordStore.put(request, agency: Self.agency, in: db)
      }
      #expect(try counts() == [1, 1, 1, 1, 1])
      #expect(try counts("2025-07-01")[3] == 0)
      try Self.decide(.returned, id: "1", in: db)
      var decision = NeedDecision(id: "1")
      decision.need = "n"
      try RecordStore.put(decision, agency: Self.agency, in: db)
      var answer = ApprovalAnswer(id: "1")
      answer.request = "a"
      try RecordStore.put(answer, agency: Self.agency, in: db)
      var reply = ProposalAnswer(id: "1")
      reply.proposal = "t"
      try RecordStore.put(reply, agency: Self.agency, in: db)
      try BudgetStoreTests.letter("0", .final, 1, 1, day: "2024-10-01", in: db)
      #expect(try counts() == [0, 0, 0, 1, 0])
      try BudgetStoreTests.letter("2", .nonStandard, 1, 1, day: "2024-10-02", in: db)
      #expect(try counts() == [0, 0, 0, 0, 0])
    }
  }

  @Test("A display that waits or is accepted, and is not what was handed in, is found; a returned one may be edited")
  func displayChanged() throws {
    try Fixture.database().write { db in
      let whole = try DisplayStore.whole(Self.display(in: db), of: Self.agency, in: db)
      try Self.submit(.display, "d", whole.frozen.text, in: db)
      #expect(try Self.rules(in: db) == [])
      try RecordStore.put(Self.staffing("legal", filled: 50), agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["display-changed"])
      try Self.decide(.accepted, id: "1", in: db)
      #expect(try Self.rules(in: db) == ["display-changed"])
      try Self.decide(.returned, id: "2", in: db)
      #expect(try Self.rules(in: db) == [])
    }
  }

  @Test("A submission whose copy is not what its digest says, or is no copy, is found")
  func altered() throws {
    try Fixture.database().write { db in
      let text = try DisplayStore.whole(Self.display(in: db), of: Self.agency, in: db).frozen.text
      try Self.submit(.display, "d", text, in: db)
      var submission = try #require(
        try RecordStore.find(FiscalSubmission(id: "s1"), agency: Self.agency, in: db))
      submission.snapshot += "x"
      try RecordStore.put(submission, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["altered-copy"])
      (submission.snapshot, submission.digest) = ("no copy at all\n\n", "16")
      try RecordStore.put(submission, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["altered-copy"])
    }
  }

  @Test("A copy that is too long for one row is read as a whole; without one of its parts it is found")
  func longCopy() throws {
    try Fixture.database().write { db in
      var whole = try DisplayStore.whole(Self.display(in: db), of: Self.agency, in: db).frozen
      for index in 0..<3_000 {
        var note = DisplayCost()
        (note.display, note.line, note.note) = ("d", "\(index)", String(repeating: "é", count: 100))
        whole.add(note)
      }
      try Self.submit(.claim, "d", whole.text, in: db)
      #expect(whole.text.utf8.count > 3 * FiscalCopyPart.byteCount)
      let read = try FiscalStore.standing(of: "d", agency: Self.agency, in: db).submissions
      #expect(read.map(\.snapshot) == [whole.text])
      #expect(try FiscalStore.standings(of: [.claim], in: db).map { $0.standing.submissions } == [read])
      #expect(try !Self.rules(in: db).contains("altered-copy"))
      try db.execute(sql: "DELETE FROM fiscal_copy_part WHERE number = 3")
      #expect(try Self.rules(in: db).contains("altered-copy"))
    }
  }

  @Test("A budget that is not what was handed in as final is found; its contracts and reduction options live on")
  func changedAfterFinal() throws {
    try Fixture.database().write { db in
      try BudgetStoreTests.plan(1_000, 500, in: db)
      func whole() throws -> WholeBudget {
        try BudgetStore.whole(
          try #require(try RecordStore.find(Budget(id: "b"), agency: Self.agency, in: db)), of: Self.agency, in: db)
      }
      func put(_ cents: Int) throws {
        var change = try #require(
          try RecordStore.find(BudgetChange(id: "c-l1"), agency: Self.agency, in: db))
        change.amount = cents
        try RecordStore.put(change, agency: Self.agency, in: db)
      }
      try Self.submit(.proposed, "b", whole().frozen.text, in: db)
      try put(1_001)
      #expect(try Self.rules(in: db) == [])
      try Self.submit(.final, "b", whole().frozen.text, id: "s2", in: db)
      var contract = Contract(id: "k")
      (contract.budget, contract.amount) = ("b", 7)
      try RecordStore.insert(contract, agency: Self.agency, in: db)
      var option = ReductionOption(id: "r")
      (option.budget, option.rank) = ("b", 1)
      try RecordStore.insert(option, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == [])
      try put(1_002)
      #expect(try Self.rules(in: db) == ["changed-after-final"])
      try put(1_001)
      #expect(try Self.rules(in: db) == [])
    }
  }

  @Test("Two copies differ record by record and field by field, in people's words")
  func compared() throws {
    try Fixture.database().write { db in
      try BudgetStoreTests.plan(1_000, 500, in: db)
      func frozen() throws -> FrozenRecords {
        try BudgetStore.whole(
          try #require(try RecordStore.find(Budget(id: "b"), agency: Self.agency, in: db)), of: Self.agency, in: db
        ).frozen
      }
      let before = try frozen()
      #expect(FrozenComparison(from: before, to: before).differences.isEmpty)
      var change = try #require(try RecordStore.find(BudgetChange(id: "c-l1"), agency: Self.agency, in: db))
      change.amount = 123_456
      try RecordStore.put(change, agency: Self.agency, in: db)
      try RecordStore.delete(BudgetChange(id: "c-l2"), agency: Self.agency, in: db)
      var option = ReductionOption(id: "r")
      (option.budget, option.title) = ("b", "Fewer days")
      try RecordStore.insert(option, agency: Self.agency, in: db)
      let differences = FrozenComparison(from: before, to: try frozen()).differences.map {
        "\($0.kind.rawValue) \($0.record) \($0.field) \($0.before) \($0.after)"
      }
      #expect(
        differences == [
          "changed change of a line item \"revised baseline\" of \"l1\" amount 10.00 1,234.56",
          "new reduction option \"Fewer days\"   ", "gone change of a line item \"revised baseline\" of \"l2\"   ",
        ])
    }
  }

  @Test("What the form does not have is found by its rule")
  func unknown() throws {
    try Fixture.database().write { db in
      var display = try Self.display(in: db)
      var cost = DisplayCost()
      (cost.display, cost.line) = ("d", "op-chariots")
      try RecordStore.put(cost, agency: Self.agency, in: db)
      for row in [
        Self.staffing("soothsaying"), Self.staffing("legal", "Training"), Self.staffing("targeted programs"),
        Self.staffing("targeted programs", "Training"),
      ] { try RecordStore.put(row, agency: Self.agency, in: db) }
      #expect(
        try Self.rules(in: db).sorted() == [
          "program-and-function", "program-and-function", "unknown-function", "unknown-line",
        ])
      display.edition = 7
      try RecordStore.put(display, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == ["unknown-edition"])
    }
  }

  @Test("The newest copy of a year counts in the roll-up; a need is sent with its display, or at once")
  func newest() throws {
    try Fixture.database().write { db in
      let display = try Self.display(in: db)
      let year = try #require(StateFiscalYear("SFY 2024-25"))
      var need = FundingNeed(id: "n")
      (need.year, need.display) = ("SFY 2025-26", "d")
      try RecordStore.insert(need, agency: Self.agency, in: db)
      #expect(try DisplayStore.needs(after: year, in: db).isEmpty)
      func rollUp() throws -> DisplayRollUp {
        try DisplayStore.rollUp(of: year, agencies: [(Self.agency, "A"), ("inv-z", "Z")], in: db)
      }
      #expect(try rollUp().missing.count == 2)
      try Self.submit(.display, "d", DisplayStore.whole(display, of: Self.agency, in: db).frozen.text, in: db)
      try RecordStore.put(Self.staffing("legal", filled: 50), agency: Self.agency, in: db)
      #expect(try rollUp().staff.filled == FTE(hundredths: 100) && rollUp().missing.map(\.code) == ["inv-z"])
      try Self.submit(
        .display, "d", DisplayStore.whole(display, of: Self.agency, in: db).frozen.text, id: "s2", in: db)
      #expect(try rollUp().staff.filled == FTE(hundredths: 50))
      #expect(try DisplayStore.needs(after: year, in: db).map(\.need.id) == ["n"])
    }
  }
}
