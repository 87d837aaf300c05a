import Budgets
import Records
import Testing

@Suite("Prior approvals, retention, caseload to staff")
struct FiscalRecordTests {
  private static func request(
    _ id: String, _ authority: ApprovalRequest.Authority = .department, amendment: String = "", answer: String = "",
    answered: String = ""
  ) -> ApprovalRequest {
    var request = ApprovalRequest(id: id)
    (request.contract, request.amendment, request.authority) = ("c", amendment, authority.rawValue)
    (request.answer, request.answered) = (answer, answered)
    return request
  }

  private static func answer(_ id: String, _ request: String, _ result: String, _ day: String) -> ApprovalAnswer {
    var answer = ApprovalAnswer(id: id)
    (answer.request, answer.result, answer.day) = (request, result, day)
    return answer
  }

  private static func needs(
    _ cents: Int, edp: Int = 1, _ amendments: [(Int, Int)] = [], _ requests: [ApprovalRequest] = [],
    _ answers: [ApprovalAnswer] = []
  ) throws -> [String] {
    var contract = Contract(id: "c")
    (contract.amount, contract.edp, contract.first) = (cents, edp, "2024-07-01")
    let steps = amendments.enumerated().map { index, step in
      var amendment = ContractAmendment(id: "m\(index + 1)")
      (amendment.contract, amendment.day) = ("c", "2024-1\(index)-01")
      (amendment.amount, amendment.days) = step
      return amendment
    }
    return try ContractApprovals(
      of: contract, amendments: steps.reversed(), requests: requests, answers: answers
    ).needs.map { need in
      "\(need.approval.step) \(need.authority.rawValue) \(need.state.rawValue)"
        + (need.approval.reading == .certain ? "" : " (\(need.approval.reading.rawValue))")
    }
  }

  @Test("$100,000.00 and 60 days need no federal approval, a cent or a day more does (AS.2.4 task 5, AS.2.6 task 3)")
  func boundaries() throws {
    #expect(try Self.needs(10_000_001, edp: 0).isEmpty)
    #expect(try Self.needs(10_000_000) == ["0 DCSS missing"])
    #expect(try Self.needs(10_000_001) == ["0 DCSS missing", "0 DCSS missing", "0 federal missing"])
    #expect(try Self.needs(10_000_000, [(0, 60)]) == ["0 DCSS missing"])
    #expect(try Self.needs(10_000_001, [(0, 60)]).count == 3)
    #expect(try Self.needs(10_000_001, [(0, 61)]).suffix(2) == ["1 DCSS missing", "1 federal missing"])
    // What the manual leaves open is marked, and never certain.
    #expect(
      try Self.needs(9_000_000, [(600_000, 0), (600_000, 61)]).dropFirst() == [
        "2 DCSS missing (if amendments are summed)", "2 federal missing (if amendments are summed)",
        "2 DCSS missing", "2 federal missing",
      ])
  }

  @Test(
    "A request answers the step that it names, of the authority that it names; an approval after the first day is late")
  func answers() throws {
    let asked = [Self.request("r"), Self.request("f", .federal, answer: "approved", answered: "2024-07-01")]
    #expect(try Self.needs(1, [], asked) == ["0 DCSS asked"])
    #expect(try Self.needs(1, [], asked, [Self.answer("1", "r", "denied", "2024-06-01")]) == ["0 DCSS denied"])
    // The latest answer holds.
    let twice = [
      Self.answer("1", "r", "denied", "2024-06-01"), Self.answer("2", "r", "approved", "2024-07-01"),
      Self.answer("3", "other", "denied", "2024-08-01"),
    ]
    #expect(
      try Self.needs(10_000_001, [], asked, twice) == ["0 DCSS approved", "0 DCSS approved", "0 federal approved"])
    #expect(
      try Self.needs(1, [], asked, [Self.answer("1", "r", "approved", "2024-07-02")]) == [
        "0 DCSS approved after it began"
      ])
    // Asked and approved twice: the earlier approval counts, and one without a day does not come before it.
    let again = [Self.request("q"), Self.request("r"), Self.request("s")]
    #expect(
      try Self.needs(
        1, [], again,
        [
          Self.answer("1", "q", "approved", ""), Self.answer("2", "r", "approved", "2024-08-01"),
          Self.answer("3", "s", "approved", "2024-06-30"),
        ]) == ["0 DCSS approved"])
    #expect(
      try Self.needs(
        1, [], again, [Self.answer("1", "q", "approved", ""), Self.answer("2", "r", "approved", "2024-08-01")]) == [
          "0 DCSS approved after it began"
        ])
    #expect(try Self.needs(1, [], [Self.request("r", amendment: "m1")]) == ["0 DCSS missing"])
  }

  @Test(
    "Four years and four months; from the last day of a month to the last day of a month",
    arguments: [
      ("2024-09-30", "2029-01-31"), ("2024-12-31", "2029-04-30"), ("2025-03-31", "2029-07-31"),
      ("2025-06-30", "2029-10-31"), ("2024-02-29", "2028-06-30"), ("2023-02-28", "2027-06-30"),
      ("2024-02-28", "2028-06-28"), ("2023-10-31", "2028-02-29"), ("2024-10-31", "2029-02-28"),
      ("2024-10-30", "2029-02-28"), ("2024-10-28", "2029-02-28"), ("2024-01-15", "2028-05-15"),
      ("2024-08-15", "2028-12-15"), ("2024-09-01", "2029-01-01"),
    ])
  func retention(start: String, until: String) {
    #expect(Day(start).flatMap(Retention.end)?.description == until)
  }

  @Test("The time runs from what the settings name; an open audit, litigation or a court order holds what it covers")
  func holds() throws {
    let quarter = try #require(StateQuarter("SFY 2024-25 Q1"))
    var hold = RecordHold(id: "h")
    (hold.kind, hold.first, hold.last, hold.begun) = ("litigation", "2024-09-30", "2024-12-31", "2026-01-01")
    var audit = Audit(id: "a")
    (audit.title, audit.begun, audit.closed) = ("State audit", "2025-01-01", "2025-03-01")
    func state(
      _ today: String, from start: Retention.Start = .quarterEnd, paid: String = "", _ holds: [RecordHold] = [],
      _ audits: [Audit] = []
    ) -> String {
      let day = Day(today)!
      let retention = Retention(
        of: quarter, from: start, submitted: Day("2024-10-15"), paid: Day(paid), holds: holds, audits: audits, on: day)
      return "\(retention.state(on: day).rawValue) \(retention.until.map { "\($0)" } ?? "-")"
        + retention.holds.map { " " + $0 }.joined()
    }
    #expect(state("2029-01-31") == "kept 2029-01-31" && state("2029-02-01") == "over 2029-01-31")
    #expect(state("2025-01-01", from: .submission) == "kept 2029-02-15")
    #expect(state("2025-01-01", from: .payment) == "not begun -")
    #expect(state("2025-01-01", from: .payment, paid: "2024-11-29") == "kept 2029-03-29")
    #expect(
      state("2030-01-01", [hold]) == "held 2029-01-31 litigation" && state("2025-12-31", [hold]).hasPrefix("kept"))
    hold.lifted = "2030-01-01"
    #expect(state("2029-12-31", [hold]).hasPrefix("held") && state("2030-01-01", [hold]).hasPrefix("over"))
    (hold.lifted, hold.first) = ("", "2024-10-01")
    #expect(state("2030-01-01", [hold]).hasPrefix("over"))
    #expect(state("2025-02-28", [], [audit]) == "held 2029-01-31 audit: State audit")
    #expect(state("2025-03-01", [], [audit]) == "kept 2029-01-31")
    (hold.kind, hold.audit, hold.first, hold.begun) = ("audit", "a", "", "2025-01-01")
    #expect(state("2025-02-28", [hold], [audit]) == "held 2029-01-31 audit: State audit")
  }

  @Test(
    "Cases for each filled position: one decimal, a half rounded up",
    arguments: [
      (1_000, 300, "333.3"), (2_000, 300, "666.7"), (125, 1_000, "12.5"), (1_225, 10_000, "12.3"),
      (1_224, 10_000, "12.2"),
      (0, 100, "0.0"), (5, 0, nil),
    ] as [(Int, Int, String?)])
  func ratio(cases: Int, core: Int, shown: String?) {
    #expect(CaseloadRatio(cases: cases, core: core, all: 0).perCore == shown)
  }

  @Test("Core functions are five of the eight; agencies taken together are all cases by all staff")
  func ratios() {
    let staffing = StaffFunction.allCases.map { function in
      var row = DisplayStaffing()
      (row.function, row.filled) = (function.rawValue, 100)
      return row
    }
    let ratio = CaseloadRatio(cases: 4_000, staffing: staffing)
    #expect(ratio.core == 500 && ratio.all == 800 && ratio.perCore == "800.0" && ratio.perStaff == "500.0")
    #expect(CaseloadRatio.sum([ratio, CaseloadRatio(cases: 1_000, core: 500, all: 1_700)]).perStaff == "200.0")
  }

  @Test("Direct service contracts come first, and the groups add up with their amendments (AS.3.1)")
  func contracts() throws {
    func entry(_ title: String, direct: Int, _ cents: Int, _ amendments: [(Int, Int)]) throws -> ContractList.Entry {
      var contract = Contract(id: title)
      (contract.title, contract.direct, contract.amount, contract.last) = (title, direct, cents, "2025-06-30")
      let steps = amendments.map { step in
        var amendment = ContractAmendment(id: "m")
        (amendment.amount, amendment.days) = step
        return amendment
      }
      return ContractList.Entry(
        contract: contract, amendments: steps.count, last: contract.lastDay(with: steps),
        total: try contract.total(with: steps),
        approvals: try ContractApprovals(of: contract, amendments: steps, requests: [], answers: []))
    }
    let list = try ContractList([
      entry("B", direct: 0, 5, []), entry("Z", direct: 1, 100, [(-30, 61), (1, -1)]), entry("A", direct: 0, 7, []),
    ])
    #expect(list.entries.map(\.contract.title) == ["Z", "A", "B"] && list.entries[0].last?.description == "2025-08-29")
    #expect(list.direct.cents == 71 && list.other.cents == 12 && list.total.cents == 83)
  }
}
