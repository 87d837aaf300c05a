import Plans
import Reports
import Testing

@Suite("A plan as a page")
struct PlanPageTests {
  static let plan = Plan(
    id: "p", template: .init(id: "pmp-ffy-2024", version: 1), title: "Working version",
    blocks: [
      Block(
        id: "b", goal: 3, objective: 2, position: 1,
        measurements: [
          Measurement(
            id: "m", title: "Current | collections", baseline: "61.8", target: "63.8", unit: "percent", position: 1,
            progress: [Progress(quarter: 2, figure: "62.1")])
        ],
        tactics: [
          Tactic(
            id: "t", initiative: 2, title: "Early calls", leads: "Team 1\nTeam 2", strategy: "Call <first>.",
            status: .completed, position: 1),
          Tactic(id: "u", topic: "outreach", title: "Open house", position: 2),
        ],
        quarters: [QuarterlyText(quarter: 1, text: "1. begun\n- going on\n\n# done")])
    ])

  @Test("The parts of the form stand in its order, with its words")
  func order() throws {
    let page = PlanPage(of: Self.plan, agency: "Invented County A", template: .pmpFFY2024).page
    #expect(
      page.title
        == "DEPARTMENT OF CHILD SUPPORT SERVICES · PERFORMANCE MANAGEMENT PLAN · FFY 2023-24 (10/01/23-09/30/24)")
    let text = page.markdown()
    let expected = [
      "**LCSA:** Invented County A", "Working version", "Goal: 3 · Enhance Program Performance",
      "**Objective:** 2 · Implement organization and program efficiencies", "MEASUREMENT", "BASELINE",
      "FFY 23/24 TARGET",
      "61.8 percent", "62.1", "Oct-Dec Quarterly Update: (due 01/31/24)", "Jan-Mar Quarterly Update: (due 05/01/24)",
      "Apr-Jun Quarterly Update: (due 07/31/24)", "Jul-Sep Quarterly Update: (due 10/31/24)", "Initiative/Tactic(s)",
      "Lead(s)", "Strategy", "Status (ours)", "Initiative 2: Early calls", "outreach: Open house",
    ]
    var rest = text[...]
    for words in expected {
      let range = try #require(rest.firstRange(of: words), "\(words) is missing, or stands too early")
      rest = rest[range.upperBound...]
    }
  }

  @Test("A form with a section for each goal shows those that the plan leaves empty, and the optional ones when filled")
  func sectionForEachGoal() {
    func goals(_ template: PlanTemplate, _ blocks: [Block]) -> [String] {
      let plan = Plan(id: "p", template: template.name, title: "", blocks: blocks)
      return PlanPage(of: plan, agency: "A", template: template).page.blocks.compactMap { block in
        if case .section(let title, _) = block { title } else { nil }
      }
    }
    #expect(goals(.pmpFFY2017, []).map { $0.prefix(7) } == ["GOAL 1:", "GOAL 2:", "GOAL 3:", "GOAL 4:", "GOAL 5:"])
    #expect(goals(.pmpFFY2019, []).map { $0.prefix(7) } == ["GOAL 1:", "GOAL 4:"])
    #expect(
      goals(.pmpFFY2019, [Block(id: "b", goal: 3, objective: 0, position: 1)]).map { $0.prefix(7) } == [
        "GOAL 1:", "GOAL 4:", "GOAL 3:",
      ])
    #expect(
      goals(.pmpFFY2017, [Block(id: "b", goal: 9, objective: 0, position: 1)]).last == "GOAL 9: not in the template")
  }

  @Test("Several plans: a list, then each")
  func statewide() {
    let one = PlanPage(of: Self.plan, agency: "Invented County A", template: .pmpFFY2024)
    let page = PlanPage.statewide([one, one], title: "All plans")
    guard case .table(let table) = page.blocks.first else { return #expect(Bool(false), "a list comes first") }
    #expect(table.rows.count == 2)
    #expect(page.blocks.count == 3)
    #expect(PlanPage.statewide([], title: "All plans").blocks == [.paragraph("There is no plan.")])
  }

  @Test("Entries without a goal are not left out")
  func lost() {
    var plan = Self.plan
    plan.lostBlocks = plan.blocks
    plan.blocks = []
    let text = PlanPage(of: plan, agency: "A", template: .pmpFFY2024).page.markdown()
    #expect(text.contains("Entries whose goal was removed elsewhere"))
    #expect(text.contains("Early calls"))
  }

  @Test("What is stated stands, and ours beside it")
  func arithmetic() {
    var first = Outcome(id: "1", position: 1)
    (first.text, first.cases, first.monthlyCents, first.statedCents) = ("Wage assignments", 110, 31_000, 3_410_000)
    var second = Outcome(id: "2", position: 2)
    (second.text, second.cases, second.monthlyCents, second.statedCents) = ("Licenses", 60, 31_000, 1_860_000)
    var sum = Outcome(id: "3", position: 3)
    (sum.text, sum.isSum, sum.statedCents) = ("Together", 1, 5_300_000)
    var block = Block(id: "b", goal: 2, objective: 0, position: 1)
    block.outcomes = [first, second, sum]
    let plan = Plan(id: "p", template: PlanTemplate.qapiFFY2004.name, title: "", blocks: [block])
    let text = PlanPage(of: plan, agency: "A", template: .qapiFFY2004).page.markdown()
    #expect(text.contains("\\$53,000.00"))
    #expect(text.contains("\\$52,700.00 a month"))
    #expect(text.contains("differs from the stated amount"))
  }
}
