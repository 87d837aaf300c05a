import Budgets
import Records
import Reports
import Testing

@Suite("Pages of money: claims, advances, reconciliation, statewide")
struct MoneyPagesTests {
  private static let today = Day("2025-02-01")!
  private static let year = StateFiscalYear("SFY 2024-25")!
  private static let quarter = StateQuarter("SFY 2024-25 Q1")!
  private static let edition = FormEditions(published: []).lines(of: .claim, edition: 1)

  private static func claimPage(
    _ form: Claim.Form, _ amounts: [(String, Int)], before: [String: Money] = [:], positions: Int = 150
  ) throws -> String {
    var claim = Claim(id: "1")
    (claim.quarter, claim.form, claim.edition) = ("\(quarter)", form.rawValue, 1)
    let lines = amounts.map { code, cents in
      var line = ClaimLine()
      (line.claim, line.line, line.amount) = ("1", code, cents)
      line.positions = code.hasPrefix("ps-") ? positions : 0
      return line
    }
    let parts = lines.map { line in
      ClaimBreakdown.Line(
        quarter: quarter, form: edition.first { $0.code == line.line } ?? FormLine(), amount: line.money,
        positions: line.positions)
    }
    return try ClaimPage.page(
      ClaimPage.Content(
        agency: "Invented A", claim: claim, standing: FiscalStanding(submissions: [], decisions: []), edition: edition,
        lines: lines, before: before, breakdown: ClaimBreakdown(parts, funds: [])), today: today
    ).markdown()
  }

  @Test("An original claim has lines, sums of categories and a total; a form says that it is reconstructed")
  func original() throws {
    let page = try Self.claimPage(.original, [("ps-legal", 10_000), ("op-space", 250), ("op-other", 1), ("gone", 5)])
    for line in [
      FormEditions.heading, "| ps-legal | Salaries and benefits: legal | 1.50 | 100.00 |",
      "Operating expenses | | 2.51 |", "| gone | not a line of this edition | | 0.05 |", "Total | 1.50 | 102.56 |",
      "2024-10-15", "Draft",
    ] { #expect(Self.squeezed(page).contains(line), "\(line)\n\(page)") }
  }

  @Test("All letters that count are named, and a planning letter as one")
  func letters() {
    var letters = [AllocationLetter(id: "n"), AllocationLetter(id: "p")]
    (letters[0].kind, letters[0].day) = ("non-standard", "2025-01-10")
    (letters[1].kind, letters[1].day) = ("final planning", "2024-06-15")
    #expect(ReconciliationPage.letters(Allocation(of: [])) == "no letter yet")
    #expect(ReconciliationPage.letters(Allocation(of: [letters[0]])) == "non-standard letter of 2025-01-10")
    #expect(
      ReconciliationPage.letters(Allocation(of: letters))
        == "final planning allocation of 2024-06-15, for planning only, non-standard letter of 2025-01-10")
  }

  @Test("Positions that nobody reported are no zero")
  func noPositions() throws {
    let page = try Self.squeezed(Self.claimPage(.original, [("ps-legal", 10_000)], positions: 0))
    #expect(page.contains("| Total | not reported | 100.00 |"), "\(page)")
  }

  @Test("A supplemental claim shows what was in force before it and after it")
  func supplemental() throws {
    let page = try Self.claimPage(
      .supplemental, [("op-space", -100), ("op-other", 7)],
      before: ["op-space": Money(cents: 250), "ps-legal": Money(cents: 10_000)])
    for line in [
      "| op-space | Space | | 2.50 | \\-1.00 | 1.50 |",
      "| ps-legal | Salaries and benefits: legal | | 100.00 | 0.00 | 100.00 |",
      "Total | | 102.50 | \\-0.93 | 101.57 |", "2025-06-30",
    ] { #expect(Self.squeezed(page).contains(line), "\(line)\n\(page)") }
  }

  @Test("A reconciliation says what must change in each control, and what is planned and shown for a floor of effort")
  func reconciliation() throws {
    let planned = [ControlledAmount(Money(cents: 101), .administration, program: .training)]
    let allocated = [
      ControlledAmount(Money(cents: 100), .administration, program: .training),
      ControlledAmount(Money(cents: 50), .edp(.enhancements, project: "P1", account: "A1")),
    ]
    var budget = Budget(id: "b")
    budget.year = "\(Self.year)"
    var letter = AllocationLetter(id: "l")
    (letter.year, letter.day) = (budget.year, "2024-08-15")
    let page = ReconciliationPage.page(
      ReconciliationPage.Content(
        agency: "Invented A", budget: budget,
        reconciliation: try Reconciliation(planned: planned, allocated: allocated),
        allocation: Allocation(of: [letter]),
        programs: try ProgramEffort.all(planned: planned, allocated: allocated, evidence: [])), today: Self.today
    ).markdown()
    for line in [
      "Over", "plan 0.01 less; what is left elsewhere may not be moved here (forbidden-transfer)",
      "| Training | 1.01 | 1.00 | 0.00 | 0 | no evidence yet |", "of it: enhancements, P1, A1",
    ] { #expect(Self.squeezed(page).contains(line), "\(line)\n\(page)") }
  }

  @Test("A year of advances shows each month, each plan, and totals that tie")
  func advances() throws {
    var letter = AllocationLetter(id: "l")
    (letter.year, letter.day) = ("\(Self.year)", "2024-06-15")
    var line = AllocationLine(id: "l1")
    (line.letter, line.amount) = ("l", 12_000)
    var adjustment = AdvanceAdjustment(id: "a")
    (adjustment.year, adjustment.quarter) = ("\(Self.year)", "\(Self.quarter)")
    (adjustment.month, adjustment.amount) = (5, -2_000)
    let plan = try AdvancePlan(
      year: Self.year, letters: [letter], lines: [line], adjustments: [adjustment], settings: FiscalSettings())
    let page = try AdvancePage.page(
      AdvancePage.Content(
        agency: "Invented A", year: Self.year, settings: FiscalSettings(), plan: plan, letters: [letter], payments: []),
      today: Self.today
    ).markdown()
    for line in [
      "| 2024-11 | 1 | 120.00 | 9.00 | \\-20.00 | 0.00 | 0.00 | \\-11.00 |",
      "| 1 | final | 2024-06-15 |", "adjustment of -20.00 after SFY 2024-25 Q1",
    ] {
      #expect(Self.squeezed(page).replacing("\\-20.00 after", with: "-20.00 after").contains(line), "\(line)\n\(page)")
    }
  }

  @Test("Statewide, totals are the sums of the rows, and what is missing is named")
  func statewide() throws {
    let claims = Self.year.quarters.compactMap {
      StatewideMoney.ClaimState(QuarterClaims($0, claims: []), today: Self.today)
    }
    let rows = try [Int64(100), 201].enumerated().map { index, cents in
      StatewideMoney.Row(
        agency: "inv-\(index)",
        amounts: try StatewideMoney.Amounts(
          allocated: Money(cents: cents), budget: index == 0 ? Money(cents: 5) : nil, claimed: Money(cents: 1),
          advanced: .zero), display: .draft, budget: .accepted, claims: claims)
    }
    let money = try StatewideMoney(year: Self.year, rows: rows)
    #expect(money.total.allocated.cents == 301 && money.total.left.cents == 299 && money.total.budget?.cents == 5)
    #expect(
      rows[0].missing == ["CS 921", "claim of Q1, due 2024-10-15", "claim of Q2, due 2025-01-15"] && rows[0].late == [])
    let page = StatewideMoneyPage.page(money, names: ["inv-0": "Invented A"], use: nil, today: Self.today).markdown()
    for line in ["| Invented A | 1.00 | 0.05 | 0.01 | 0.00 | 0.99 |", "| inv-1 | 2.01 | – | 0.01 | 0.00 | 2.00 |"] {
      #expect(Self.squeezed(page).contains(line), "\(line)\n\(page)")
    }
  }

  /// Without the marks of strong text, and one blank where there are several.
  private static func squeezed(_ page: String) -> String {
    page.replacing("**", with: "").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "\n")
  }
}
