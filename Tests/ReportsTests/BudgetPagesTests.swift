import Budgets
import Records
import Reports
import Testing

@Suite("Pages of budgets and Budget Displays")
struct BudgetPagesTests {
  static func budget() -> WholeBudget {
    var budget = Budget(id: "b")
    (budget.year, budget.title, budget.note) = ("SFY 2024-25", "Plan <A>", "Draft & talk")
    func line(_ id: String, _ category: BudgetCategory, _ title: String) -> BudgetLine {
      var line = BudgetLine(id: id)
      (line.budget, line.category, line.title) = ("b", category.rawValue, title)
      return line
    }
    func change(_ id: String, _ line: String, _ step: BudgetChange.Step, _ cents: Int) -> BudgetChange {
      var change = BudgetChange(id: id)
      (change.line, change.step, change.amount, change.text) = (line, step.rawValue, cents, "Because <b>")
      return change
    }
    var servers = line("l2", .automation, "Servers")
    (servers.edp, servers.project, servers.account, servers.position) = ("conversions", "P1", "A1", 2)
    var position = BudgetPosition(id: "p")
    (position.budget, position.line, position.classification) = ("b", "l1", "Attorney & more")
    (position.positions, position.cost) = (150, 900_00)
    var hiring = StaffingAssumption(id: "s")
    (hiring.kind, hiring.month, hiring.positions, hiring.year) = ("hiring", 3, 50, "budget year")
    func option(_ rank: Int, _ cents: Int) -> ReductionOption {
      var option = ReductionOption(id: "r\(rank)")
      (option.rank, option.title, option.amount) = (rank, "Option \(rank)", cents)
      return option
    }
    return WholeBudget(
      budget: budget, lines: [line("l1", .personal, "Salaries"), servers],
      changes: [
        change("c1", "l1", .baseline, 1_000_00), change("c2", "l1", .price, -50_50),
        change("c3", "l2", .policy, 200_00),
      ], positions: [position], assumptions: [hiring], reductions: [option(2, 7_00), option(1, 5_00)])
  }

  static func budgetPage(allocated cents: Int64? = nil) throws -> Page {
    var letter = AllocationLetter(id: "a")
    (letter.kind, letter.day) = ("final", "2024-08-15")
    return try BudgetPage.page(
      budget(), agency: "Invented County A", letters: Allocation(of: cents == nil ? [] : [letter]),
      allocated: cents.map {
        [
          ControlledAmount(Money(cents: $0), .administration),
          ControlledAmount(Money(cents: 200_00), .edp(.conversions, project: "P1", account: "A1")),
        ]
      } ?? [], state: "draft")
  }

  static func display() -> WholeDisplay {
    var display = BudgetDisplay(id: "d")
    (display.year, display.edition, display.note) = ("SFY 2024-25", 1, "<i>")
    var row = DisplayStaffing()
    (row.display, row.function, row.program) = ("d", "targeted programs", "Training")
    (row.authorized, row.filled, row.filledMidYear, row.monthlyAverage, row.annualTotal) = (150, 200, 100, 5, 60_06)
    var cost = DisplayCost()
    (cost.display, cost.line, cost.amount) = ("d", "op-travel", 39_94)
    var need = FundingNeed(id: "n")
    (need.year, need.title, need.amount) = ("SFY 2025-26", "Two & <three>", 7_00)
    return WholeDisplay(
      display: display, staffing: [row], costs: [cost], needs: [need], editions: FormEditions(published: []))
  }

  static func rollUp() throws -> DisplayRollUp {
    let year = try #require(StateFiscalYear("SFY 2024-25"))
    return try DisplayRollUp(
      year: year,
      agencies: [
        .init(code: "inv-a", name: "A & <a>", display: display(), day: "2024-10-01", state: .accepted),
        .init(code: "inv-b", name: "B", display: display(), day: "2024-10-02", state: .submitted),
        .init(code: "inv-c", name: "C", display: nil, day: "", state: .draft),
      ])
  }

  static func pages() throws -> [Page] {
    [
      try budgetPage(), try budgetPage(allocated: 900_00),
      try DisplayPage.page(display(), agency: "A", decisions: [:], state: "draft"),
      DisplayRollUpPage.page(
        try rollUp(), needs: [AgencyNeed(agency: "inv-a", need: display().needs[0], decision: nil)]),
    ]
  }

  @Test("A budget stands in its three steps, by category and by line, with totals")
  func budgetPage() throws {
    let text = try Self.budgetPage().markdown()
    #expect(text.contains("| Personal services | 1,000.00 | \\-50.50 | 949.50 | 0.00 | 949.50 |"))
    #expect(text.contains("| Automation | Servers | Conversions, P1, A1 | 0.00 | 0.00 | 0.00 | 200.00 | 200.00 |"))
    #expect(text.contains("| Total | 1,000.00 | \\-50.50 | 949.50 | 200.00 | 1,149.50 |"))
    #expect(text.contains("1 change of policy is neither approved, modified nor denied"))
    // Each change of the first two steps stands by itself, with what was decided.
    #expect(text.contains("| Revised baseline | Salaries |  | Because &lt;b&gt; | 1,000.00 |  | 1,000.00 |"), "\(text)")
    #expect(text.contains("| Cost and price | Salaries |  | Because &lt;b&gt; | \\-50.50 |  | \\-50.50 |"))
    // The schedule, and the line that pays it; reduction options in their order, with what they save together.
    #expect(text.contains("| Positions | Salaries | 900.00 | 949.50 | 49.50 |"))
    #expect(text.contains("| 1 | Option 1 |  |  | 5.00 | 5.00 |\n| 2 | Option 2 |  |  | 7.00 | 12.00 |"))
    // The two sets of assumptions stand apart.
    let sets = text.split(separator: "Assumptions of the budget year")
    #expect(
      sets.count == 2 && sets[0].contains("Assumptions of the current year")
        && sets[1].contains("| Hiring | September |"))
    #expect(!text.contains("## Reconciliation"))
  }

  @Test("With a letter the page says whether the plan is within it, and by how much it is not")
  func reconciled() throws {
    let over = try Self.budgetPage(allocated: 900_00).markdown()
    #expect(over.contains("**Over the allocation:** total by 49.50; administration by 49.50"))
    #expect(over.contains("| Administration | 949.50 | 900.00 | \\-49.50 | over |"))
    #expect(try Self.budgetPage(allocated: 949_50).markdown().contains("**Within the allocation:**"))
  }

  @Test("A published edition is the department's own, and not said to be reconstructed")
  func publishedEdition() throws {
    var line = FormLine()
    (line.form, line.edition, line.code, line.title) = (FormLine.Form.display.rawValue, 2, "x", "X")
    let editions = FormEditions(published: [line])
    #expect(editions.heading(of: .display, edition: 1) == FormEditions.heading)
    var display = BudgetDisplay(id: "d")
    (display.year, display.edition) = ("SFY 2024-25", 2)
    let whole = WholeDisplay(display: display, staffing: [], costs: [], needs: [], editions: editions)
    let page = try DisplayPage.page(whole, agency: "A", decisions: [:], state: "draft").markdown()
    #expect(page.contains("edition 2, published by DCSS") && !page.contains(FormEditions.heading), "\(page)")
  }

  @Test("A display says its form, contrasts positions, and names what is not said")
  func displayPage() throws {
    let text = try Self.pages()[2].markdown()
    #expect(text.contains(FormEditions.heading))
    #expect(text.contains("| Targeted programs: Training | 1.50 | 2.00 | 1.00 | 1.00 | 0.05 | 60.06 |"))
    #expect(text.contains("| All staffing | 1.50 | 2.00 | 1.00 | 1.00 |  | 60.06 |"))
    #expect(
      text.contains("| Total | 100.00 |") && text.contains("| op-postage | Operating expenses | Postage | not said |"))
    #expect(text.contains("(filled-above-authorized)") && text.contains("- staffing of the function casework"))
  }

  @Test("The page of all agencies names who is missing; its table adds up to the same cents")
  func statewide() throws {
    let text = try Self.pages()[3].markdown()
    #expect(text.contains("1 of 3 agencies handed in nothing: C"))
    // Complete is what was not returned, and says everything.
    #expect(text.contains("**Not complete:** entries are not said: A "), "\(text)")
    let returned = try DisplayRollUp(
      year: try #require(StateFiscalYear("SFY 2024-25")),
      agencies: [.init(code: "inv-a", name: "A", display: Self.display(), day: "2024-10-01", state: .returned)])
    let page = DisplayRollUpPage.page(returned, needs: []).markdown()
    #expect(page.contains("**Returned:**") && !page.contains("**Complete:**"), "\(page)")
    #expect(text.contains("| Total |  |  | 3.00 | 4.00 | 2.00 | 2.00 | 120.12 | 200.00 |"))
    #expect(text.contains("| op-travel | Operating expenses | Travel | 39.94 | 39.94 | 79.88 |"))
    let rollUp = try Self.rollUp()
    let table = DisplayRollUpTable.table(rollUp)
    let amounts = table.rows.compactMap { Int64(($0.last ?? "").replacing(".", with: "")) }
    #expect(amounts.reduce(0, +) == rollUp.all.cents)
    #expect(table.rows.filter { $0[2] == "missing" }.map { $0[0] } == ["inv-c"])
    #expect(try CSVTable(csv: table.csv()) == table)
  }

  @Test("The same value gives the same bytes, every table has a caption, and what people wrote is no markup")
  func html() throws {
    for (first, second) in zip(try Self.pages(), try Self.pages()) {
      let html = first.html()
      #expect(html == second.html())
      let markup = PageMarkup(html)
      #expect(markup.faults == [])
      #expect(markup.all("table").count == markup.all("caption").count && markup.all("h1").count == 1)
      for text in ["<A>", "Because <b>", "Draft & talk", "<three>", "A & <a>"] { #expect(!html.contains(text)) }
    }
  }
}
