import Budgets
import Records
import Testing

@Suite("Spending against allocation and budget (AS.2.4 task 6)")
struct SpendingTests {
  private static let year = StateFiscalYear(first: 2024)!

  private static func day(_ text: String) -> Day { Day(text)! }
  private static func month(_ text: String) -> CalendarMonth { CalendarMonth(text)! }
  private static func money(_ cents: Int64) -> Money { Money(cents: cents) }

  private static func account(_ code: String, line: String = "", display: String = "", claim: String = "")
    -> LedgerAccount
  {
    var account = LedgerAccount()
    (account.code, account.line, account.displayLine, account.claimLine) = (code, line, display, claim)
    return account
  }

  private static func line(_ id: String, _ title: String, _ category: BudgetCategory, edp: String = "") -> BudgetLine {
    var line = BudgetLine(id: id)
    (line.title, line.category, line.edp) = (title, category.rawValue, edp)
    if !edp.isEmpty { line.project = "P" }
    return line
  }

  private static func change(_ line: String, _ cents: Int) -> BudgetChange {
    var change = BudgetChange(id: "change of " + line)
    (change.line, change.amount) = (line, cents)
    return change
  }

  private static let editions = FormEditions(published: [])
  private static let lines = [
    line("1", "Salaries", .personal), line("2", "Servers", .automation, edp: "enhancements"),
    line("3", "Twice", .operating),
    line("4", "Twice", .operating), line("5", "Unfed", .operating),
  ]
  private static let accounts = [
    account("a", line: "Salaries", display: "ps-casework", claim: "ps-casework"),
    account("b", line: "2", display: "au-enhancements", claim: "au-enhancements"),
    account("c", line: "Twice", display: "op-travel", claim: "op-other"),
    account("d", display: "no such line", claim: "au-conversions"),
  ]

  @Test("An account whose lines are of different controls moves money between them: it is not matched")
  func crosswalkOfControls() {
    let cases: [(display: String, claim: String, line: String, gaps: [Crosswalk.Gap])] = [
      ("au-enhancements", "au-enhancements", "2", []), ("op-postage", "op-other", "5", []),
      ("op-postage", "au-enhancements", "5", [.control]), ("au-enhancements", "au-conversions", "2", [.control]),
      ("op-postage", "op-other", "2", [.control]),
    ]
    for (display, claim, line, gaps) in cases {
      let crosswalk = Crosswalk(
        accounts: [Self.account("a", line: line, display: display, claim: claim)], paid: [:], lines: Self.lines,
        display: Self.editions.lines(of: .display, edition: 1), claim: Self.editions.lines(of: .claim, edition: 1))
      #expect(crosswalk.entries.map(\.gaps) == [gaps], "\(display), \(claim), \(line)")
    }
  }

  private static func crosswalk(_ paid: [String: Money] = [:], lines: [BudgetLine]? = lines) -> Crosswalk {
    Crosswalk(
      accounts: accounts, paid: paid, lines: lines, display: editions.lines(of: .display, edition: 1),
      claim: editions.lines(of: .claim, edition: 1))
  }

  @Test(
    "Each account has its places, or is shown first with what is missing; line items that nothing feeds are shown too")
  func crosswalk() {
    let crosswalk = Self.crosswalk(["e": Self.money(5)])
    #expect(crosswalk.entries.map(\.account.code) == ["c", "d", "e", "a", "b"])
    #expect(crosswalk.entries.map(\.gaps) == [[.ambiguousLine], [.line, .display], [.account], [], []])
    #expect(
      crosswalk.entries.map(\.control) == [
        .administration, .edp(.conversions), nil, .administration, .edp(.enhancements),
      ])
    #expect(crosswalk.unfed.map(\.id) == ["3", "4", "5"])
    // Where a year has no budget, none is asked for.
    #expect(Self.crosswalk(lines: nil).entries.map(\.gaps) == [[.display], [], [], []])
  }

  @Test("A month counts once it is closed, or has ended with a payment in it; an empty one at the end says nothing")
  func monthsOver() {
    func count(_ today: String, closed: [String] = [], paid: [Int] = []) -> Int {
      Spending.monthsOver(
        of: Self.year, on: Self.day(today), closed: Set(closed.map(Self.month)),
        paid: paid.map { Spending.Paid(account: "a", month: $0, amount: Self.money(1)) })
    }
    #expect(count("2024-07-31", paid: [1]) == 0)
    #expect(count("2024-08-01", paid: [1]) == 1)
    #expect(count("2024-11-15", paid: [1, 3]) == 3)
    #expect(count("2024-11-15", closed: ["2024-10"], paid: [1]) == 4)
    #expect(count("2024-11-15", paid: []) == 0)
    #expect(count("2025-07-01", paid: [12]) == 12)
  }

  private static func spending(
    _ paid: [(String, Int, Int64)], months: Int, allocated: [ControlledAmount]?,
    method: Spending.Method = .straightLine,
    expected: [Int: Int64] = [:]
  ) throws -> Spending {
    let totals = try BudgetTotals(lines: lines, changes: [change("1", 90_000), change("2", 10_000)])
    return try Spending(
      of: year, paid: paid.map { Spending.Paid(account: $0.0, month: $0.1, amount: money($0.2)) }, monthCount: months,
      crosswalk: crosswalk(), budget: totals, allocated: allocated, method: method,
      expected: expected.mapValues(money))
  }

  private static let letter = [
    ControlledAmount(Money(cents: 100_000), .administration),
    ControlledAmount(Money(cents: 12_000), .edp(.enhancements, project: "P", account: "")),
  ]

  @Test("By control, category and line item; variance by an even share; what is over is named with its month")
  func rows() throws {
    let spending = try Self.spending(
      [("a", 1, 8_000), ("a", 2, 8_000), ("a", 3, 8_000), ("b", 3, 3_001), ("e", 2, 7)], months: 3,
      allocated: Self.letter)
    let shown = spending.rows.map { row in
      [
        row.scope.title, row.limit?.description ?? "-", "\(row.toDate)", row.variance?.description ?? "-",
        row.yearEnd?.description ?? "-", row.balance?.description ?? "-", row.overrunMonth.map { "\($0)" } ?? "",
      ].joined(separator: " ")
    }
    #expect(
      shown == [
        "total 1,120.00 270.08 9.92 1,080.32 39.68 ", "administration 1,000.00 240.00 10.00 960.00 40.00 ",
        "EDP 120.00 30.01 -0.01 120.04 -0.04 12", "enhancements 120.00 30.01 -0.01 120.04 -0.04 12",
        "of no known control - 0.07 - 0.28 - ", "personal services 900.00 240.00 -15.00 960.00 -60.00 12",
        "automation 100.00 30.01 -5.01 120.04 -20.04 10", "Salaries 900.00 240.00 -15.00 960.00 -60.00 12",
        "Servers 100.00 30.01 -5.01 120.04 -20.04 10",
      ])
    // Letters control the total, the components and EDP's sub-categories: of these an overrun is one.
    #expect(spending.overruns.map(\.scope) == [.edp, .edpPart(.enhancements)])
    // The control rows add up to the total.
    #expect(spending.rows[1].toDate.cents + spending.rows[2].toDate.cents + 7 == spending.total.toDate.cents)
  }

  @Test("What is paid already is never less than what is foreseen, and is over in the month in which it was paid")
  func paidAlready() throws {
    let spending = try Self.spending([("a", 1, 100), ("a", 2, 150_000)], months: 1, allocated: Self.letter)
    #expect(spending.total.yearEnd?.cents == 150_100 && spending.total.overrunMonth == 2)
  }

  @Test("By hand of the total alone; without a month that anybody named there is no projection")
  func manual() throws {
    let none = try Self.spending([("a", 1, 100)], months: 1, allocated: Self.letter, method: .manual)
    #expect(none.total.yearEnd == nil && none.overruns.isEmpty)
    let some = try Self.spending(
      [("a", 1, 100)], months: 1, allocated: Self.letter, method: .manual, expected: [1: 9, 2: 50, 12: 111_851])
    #expect(some.total.yearEnd?.cents == 112_001 && some.total.overrunMonth == 12)
    #expect(some.rows[1].yearEnd == nil)
  }

  @Test("Without a letter the budget is what it is held against; with neither there is no limit")
  func withoutLetter() throws {
    #expect(
      try Self.spending([("a", 1, 8_334)], months: 1, allocated: nil).overruns.map(\.scope) == [
        .total, .administration,
      ])
    let bare = try Spending(
      of: Self.year, paid: [], monthCount: 0, crosswalk: Self.crosswalk(lines: nil), budget: nil, allocated: nil,
      method: .straightLine)
    #expect(bare.rows.map(\.scope) == [.total, .administration, .edp] && bare.total.limit == nil)
  }

  @Test("Amounts that do not fit into a sum are an error")
  func overflow() {
    #expect(throws: MoneyOverflow.self) {
      try Self.spending([("a", 1, .max), ("a", 2, 1)], months: 1, allocated: Self.letter)
    }
  }

  @Test("Days and months of a state fiscal year")
  func calendar() {
    #expect("\(Self.year.days)" == "2024-07-01...2025-06-30")
    #expect(StateFiscalYear(of: Self.day("2025-06-30")) == Self.year)
    #expect(StateFiscalYear(of: Self.day("2025-07-01"))?.first == 2025)
    #expect(Self.month("2024-02").lastDay == Self.day("2024-02-29"))
    #expect(CalendarMonth("2024-13") == nil && CalendarMonth("2024-7") == nil && CalendarMonth("2024-07-01") == nil)
  }
}
