import Budgets
import Records
import Testing

@Suite("Figures that follow from claims, letters and collections")
struct ClaimFiguresTests {
  private static func sum(_ account: String, _ cents: Int64, count: Int = 1) -> LedgerSum {
    LedgerSum(account: account, month: CalendarMonth("2024-08")!, amount: Money(cents: cents), count: count)
  }

  private static func account(_ code: String, _ line: String) -> LedgerAccount {
    var account = LedgerAccount()
    (account.code, account.claimLine) = (code, line)
    return account
  }

  @Test("The ledger goes to the lines of the claim; accounts without a line of the edition are named")
  func ledger() throws {
    let found = try LedgerClaim(
      [
        Self.sum("1", 10), Self.sum("1", 100, count: 3), Self.sum("2", 0), Self.sum("3", 7), Self.sum("4", 8),
        Self.sum("5", -9),
      ],
      accounts: [
        Self.account("1", "op-space"), Self.account("2", "op-other"), Self.account("3", ""),
        Self.account("5", "op-space"),
      ], lines: ["op-space", "op-other"])
    #expect(found.amounts == ["op-space": Money(cents: 101), "op-other": .zero])
    #expect(found.unmatched.map(\.account) == ["3", "4"] && found.unmatched.map(\.amount.cents) == [7, 8])
    #expect(found.payments == 8)
  }

  @Test("Breakdowns add up to what is claimed; positions of several quarters are their average; a share has its rate")
  func breakdown() throws {
    let edition = ClaimRulesTests.edition
    func lines(_ quarter: Int) -> [ClaimBreakdown.Line] {
      edition.enumerated().map { index, form in
        ClaimBreakdown.Line(
          quarter: StateQuarter(year: AdvancePlanTests.year, number: quarter)!, form: form,
          amount: Money(cents: Int64(index + 1) * 101), positions: form.function.isEmpty ? 0 : 100 * quarter)
      }
    }
    var fund = FundSource()
    (fund.code, fund.federal) = ("administration", 6_600)
    let both = try ClaimBreakdown(lines(1) + lines(2), funds: [fund])
    let sum = Int64(edition.count * (edition.count + 1) / 2) * 101 * 2
    #expect(both.total.cents == sum && both.legislative.map(\.amount.cents).reduce(0, +) == sum)
    #expect(both.federal.map(\.amount.cents).reduce(0, +) == sum)
    #expect(both.functions.allSatisfy { $0.positions == FTE(hundredths: 150) })
    #expect(both.legislative.map(\.name) == Array(FormLine.legislativeParts.dropFirst()))
    let administration = try #require(both.federal.first { $0.category == "administration" })
    #expect(administration.share?.cents == administration.amount.cents * 66 / 100)
    #expect(both.federal.first { $0.category == "automation" }?.share == nil)
    #expect(try ClaimBreakdown([], funds: []).total == .zero)
  }

  @Test(
    "Reports are due the 15th calendar day and recoupment the 30th, counted: January's in March",
    arguments: [
      ("2024-01", "2024-02-15", "2024-03-01"), ("2023-01", "2023-02-15", "2023-03-02"),
      ("2024-02", "2024-03-15", "2024-03-30"), ("2023-02", "2023-03-15", "2023-03-30"),
      ("2024-05", "2024-06-15", "2024-06-30"), ("2024-11", "2024-12-15", "2024-12-30"),
      // 15 December 2024 is a Sunday, 15 June 2024 a Saturday: shown as the source says.
      ("2024-12", "2025-01-15", "2025-01-30"),
    ])
  func collections(month: String, reports: String, recoupment: String) throws {
    let days = try #require(CollectionDays(month))
    #expect(days.reports.description == reports && days.recoupment.description == recoupment)
    #expect(CollectionDays("2024-13") == nil && CollectionDays("2024-1") == nil && CollectionDays("2024-01-01") == nil)
  }

  @Test("What is recouped is held against Box 190")
  func recoupment() throws {
    let days = try #require(CollectionDays("2024-07"))
    var figure = CollectionFigure()
    (figure.month, figure.form, figure.line, figure.amount) = ("2024-07", "CS 35", "190", 10_000)
    var month = CollectionMonth()
    (month.month, month.federal, month.state) = ("2024-07", 6_600, 3_399)
    let open = CollectionState(days: days, record: month, figures: [figure])
    #expect(open.recouped == nil && !open.differs)
    #expect(open.open(on: Day("2024-08-15")!) == [])
    #expect(open.open(on: Day("2024-08-16")!) == ["CS 34 was due on 2024-08-15", "CS 35 was due on 2024-08-15"])
    #expect(open.open(on: Day("2024-08-31")!).count == 3)
    (month.cs34, month.cs35, month.paid) = ("2024-08-15", "2024-08-14", "2024-08-30")
    let paid = CollectionState(days: days, record: month, figures: [figure])
    #expect(paid.difference?.cents == -1)
    #expect(paid.open(on: Day("2024-09-30")!) == ["recouped less Box 190 is -0.01"])
  }

  @Test("Letters in force stand against the appropriation, category by category")
  func appropriation() throws {
    func given(_ category: String, _ cents: Int) -> Appropriation {
      var given = Appropriation()
      (given.category, given.amount) = (category, cents)
      return given
    }
    func line(_ edp: String, _ cents: Int) -> AllocationLine {
      var line = AllocationLine(id: "\(edp) \(cents)")
      (line.edp, line.amount) = (edp, cents)
      return line
    }
    let use = try AppropriationUse(
      [given("administration", 100), given("enhancements", 50)],
      lines: [line("", 60), line("", 40), line("enhancements", 51), line("conversions", 5), line("quantum", 3)])
    #expect(use.rows.map(\.category) == ["administration", "enhancements", "conversions", "not known here"])
    #expect(use.rows.map(\.left?.cents) == [0, -1, nil, nil])
    #expect(use.rows.map(\.isExceeded) == [false, true, false, false])
    // The rows are all of the letters.
    #expect(use.rows.map(\.allocated.cents) == [100, 51, 5, 3])
    #expect(try use.rows.map { try $0.excess().cents } == [0, 1, 0, 0])
    let most = try AppropriationUse([given("enhancements", -1)], lines: [line("enhancements", .max)])
    #expect(throws: MoneyOverflow()) { try most.rows[0].excess() }
  }

  @Test("A targeted program's allocation is a floor: less planned, no evidence, or evidence of less is said")
  func programs() throws {
    func amount(_ cents: Int64) -> ControlledAmount {
      ControlledAmount(Money(cents: cents), .administration, program: .training)
    }
    func words(_ planned: Int64, _ allocated: Int64, _ shown: [Int]) throws -> String? {
      let evidence = shown.map { cents in
        var entry = EffortEvidence(id: "\(cents)")
        (entry.program, entry.amount) = (TargetedProgram.training.rawValue, cents)
        return entry
      }
      return try ProgramEffort.all(planned: [amount(planned)], allocated: [amount(allocated)], evidence: evidence)
        .first?
        .words
    }
    #expect(try words(0, 0, []) == nil)
    #expect(try words(100, 100, [60, 40]) == "met" && words(100, 90, [90]) == "met")
    #expect(try words(99, 100, []) == "less planned than allocated; no evidence yet")
    #expect(try words(100, 100, [99]) == "evidence of less than allocated so far")
  }
}
