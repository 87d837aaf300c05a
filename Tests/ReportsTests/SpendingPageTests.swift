import Budgets
import Records
import Reports
import Testing

@Suite("Pages of spending, contracts, the crosswalk, caseload and retention")
struct SpendingPageTests {
  private static let year = StateFiscalYear(first: 2024)!
  private static let today = Day("2024-10-01")!

  private static func crosswalk() -> Crosswalk {
    var account = LedgerAccount()
    (account.code, account.title, account.claimLine) = ("5110", "Salaries & <wages>", "ps-casework")
    let editions = FormEditions(published: [])
    return Crosswalk(
      accounts: [account], paid: ["5110": Money(cents: 30_300)], lines: nil,
      display: editions.lines(of: .display, edition: 1), claim: editions.lines(of: .claim, edition: 1))
  }

  private static func spending(allocated: Int64) throws -> Spending {
    try Spending(
      of: year, paid: (1...3).map { Spending.Paid(account: "5110", month: $0, amount: Money(cents: 10_100)) },
      monthCount: 3, crosswalk: crosswalk(), budget: nil,
      allocated: [ControlledAmount(Money(cents: allocated), .administration)], method: .straightLine)
  }

  private static func page(_ spending: Spending) -> Page {
    SpendingPage.page(
      spending, method: .straightLine, agency: "Invented <A>", letter: "final allocation of 2024-08-15",
      closed: [CalendarMonth("2024-07")!], today: today)
  }

  @Test(
    "An overrun is said first, in words; the figures of each drawing stand in a table; the same rows give the same bytes"
  )
  func spending() throws {
    let page = Self.page(try Self.spending(allocated: 121_199))
    let text = page.markdown()
    #expect(text.contains("**Overrun:** total: 1,212.00 foreseen, 1,211.99 allocated; over it in 2025-06"), "\(text)")
    #expect(text.contains("| administration | 1,211.99 | 303.00 |") && text.contains("| 2024-07 | 101.00 | 101.00 |"))
    #expect(page.html().contains("<svg") && page.html().contains("Invented &lt;A&gt;"))
    #expect(page.html() == Self.page(try Self.spending(allocated: 121_199)).html())
    #expect(Self.page(try Self.spending(allocated: 121_200)).markdown().contains("**Within:**"))
  }

  @Test("A year of which nothing is known yet is a page too")
  func empty() throws {
    let spending = try Spending(
      of: Self.year, paid: [], monthCount: 0, crosswalk: Self.crosswalk(), budget: nil, allocated: nil,
      method: .straightLine)
    let text = Self.page(spending).markdown()
    #expect(text.contains("0 months are counted") && !text.contains("Overrun") && !text.contains("Within"))
  }

  @Test("All agencies: totals to the cent, and who is not in the sum of what is foreseen")
  func statewide() throws {
    let none = try Spending(
      of: Self.year, paid: [], monthCount: 0, crosswalk: Self.crosswalk(), budget: nil, allocated: nil,
      method: .straightLine)
    let agencies = [
      SpendingPage.Agency(code: "inv-a", name: "A", spending: try Self.spending(allocated: 121_199)),
      SpendingPage.Agency(code: "inv-b", name: "B", spending: none),
    ]
    let total = try SpendingPage.Total(agencies)
    let text = SpendingPage.page(agencies, total, of: Self.year, method: .lastQuarter, today: Self.today).markdown()
    #expect(text.contains("**Overrun:** A: total, administration"), "\(text)")
    #expect(text.contains("| Total |  | 1,211.99 | 303.00 |  | 1,212.00 |"), "\(text)")
    #expect(text.contains("Not in the sum of what is foreseen: inv-b"))
  }

  @Test("What has no place is said; words are no markup")
  func crosswalkPage() {
    let page = CrosswalkPage.page(Self.crosswalk(), agency: "A", year: Self.year)
    #expect(page.markdown().contains("no line of the CS 921"))
    #expect(page.html().contains("Salaries &amp; &lt;wages&gt;"))
  }

  @Test("Direct services stand apart; a missing approval is said first")
  func contracts() throws {
    var contract = Contract(id: "c")
    (contract.title, contract.edp, contract.amount) = ("Scanners", 1, 10_000_001)
    let list = try ContractList([
      ContractList.Entry(
        contract: contract, amendments: 0, last: nil, total: Money(cents: 10_000_001),
        approvals: try ContractApprovals(of: contract, amendments: [], requests: [], answers: []))
    ])
    let text = ContractPage.page(list, agency: "A", today: Self.today).markdown()
    #expect(
      text.contains("**Missing:** prior written approval: Scanners") && text.contains("| federal | missing |"),
      "\(text)")
  }

  @Test("Caseload and retention")
  func records() throws {
    let ratio = CaseloadRatio(cases: 12_000, core: 3_000, all: 4_000)
    let text = CaseloadPage.page(
      [
        .init(name: "A", month: "2024-10", year: "SFY 2024-25", isSubmitted: true, ratio: ratio),
        .init(name: "B", month: nil, year: nil, isSubmitted: false, ratio: nil),
      ], total: ratio
    ).markdown()
    #expect(text.contains("| A | 2024-10 | 12,000 | 30 | 40 | 400.0 | 300.0 | SFY 2024-25 |"), "\(text)")
    let quarter = try #require(StateQuarter("SFY 2024-25 Q1"))
    let retention = Retention(
      of: quarter, from: .quarterEnd, submitted: nil, paid: nil, holds: [], audits: [], on: Self.today)
    let page = RetentionPage.page(
      [.init(quarter: quarter, form: "original", start: .quarterEnd, retention: retention)], agency: "A",
      today: Self.today)
    #expect(page.markdown().contains("| 2024-09-30 | 2029-01-31 | kept |"))
  }
}
