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
    #expect(page.title == "PERFORMANCE MANAGEMENT PLAN")
    #expect(page.name == "Performance Management Plan, FFY 2023-24: Invented County A")
    let text = page.markdown()
    let expected = [
      "DEPARTMENT OF CHILD SUPPORT SERVICES", "# PERFORMANCE MANAGEMENT PLAN", "FFY 2023-24 (10/01/23-09/30/24)",
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
    #expect(page.markdown().contains("## Invented County A · PERFORMANCE MANAGEMENT PLAN\n\nDEPARTMENT OF"))
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

  @Test("An empty form has its printed lines, its sections and rows to fill in, and no title of a plan")
  func blank() {
    let text = PlanPage(blank: .pmpFFY2024).page.markdown()
    #expect(text.ranges(of: "## Goal: \\_\\_").count == 5)
    #expect(text.contains("| Figures (ours): Oct-Dec | Figures (ours): Jan-Mar |"))
    #expect(text.contains("| Status (ours) |"))
    #expect(PlanPage(blank: .pmpFFY2024).page.name == "Performance Management Plan, FFY 2023-24: blank form")
    #expect(!text.contains("No entries") && !text.contains("(nothing)") && !text.contains("Plan (ours)"))
    let old = PlanPage(blank: .qapiFFY2004).page.markdown()
    #expect(old.contains("## LCSA FFY 2004 PERFORMANCE TARGETS\n"))
    #expect(old.contains("| Collections on Current Support |  |  |  |\n| Cases with Arrears Collections |  |  |  |"))
    #expect(PlanPage(blank: .pmpFFY2017).page.markdown().contains("**Objective \\_\\_:**\n\n**Strategy \\_\\_:**"))
  }

  @Test("Targets stand in the part of their origin, in the lines that the form has printed; none is left out")
  func targets() {
    func target(_ indicator: String, _ origin: String, _ title: String) -> Measurement {
      var entry = Measurement(id: title, title: title, position: 1)
      (entry.indicator, entry.origin, entry.increase) = (indicator, origin, "2")
      return entry
    }
    var plan = Plan(id: "p", template: PlanTemplate.qapiFFY2004.name, title: "")
    plan.targets = [
      target("", "local", "Own"), target("arrears-cases", "agreed", "Arrears"), target("", "", "Of no origin"),
    ]
    let text = PlanPage(of: plan, agency: "A", template: .qapiFFY2004).page.markdown()
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { $0.split(separator: " | ")[0] }
    #expect(
      rows.prefix(7) == [
        "| Measure", "| ---", "| Collections on Current Support", "| Arrears", "| Of no origin", "| Measure",
        "| ---",
      ])
    #expect(rows[7] == "| Own")
  }

  @Test(
    "Objective and strategy by number, in words, or with a place for the number",
    arguments: [(2, "", "**Objective 2:**"), (0, "Words", "**Objective:** Words"), (0, "", "**Objective \\_\\_:**")])
  func objective(number: Int, words: String, expected: String) {
    var block = Block(id: "b", goal: 1, objective: number, position: 1)
    block.objectiveText = words
    let plan = Plan(id: "p", template: PlanTemplate.pmpFFY2017.name, title: "", blocks: [block])
    #expect(PlanPage(of: plan, agency: "A", template: .pmpFFY2017).page.markdown().contains(expected))
  }

  @Test("What the form has no place for stands behind it")
  func besides() {
    var block = Block(id: "b", goal: 2, objective: 0, position: 1)
    var measurement = Measurement(id: "m", title: "Calls", baseline: "7", position: 1)
    (measurement.baselineSource, measurement.progress) = ("report 12", [Progress(quarter: 1, figure: "8")])
    var tactic = Tactic(id: "t", title: "Early calls", strategy: "At once", position: 1)
    (tactic.links, tactic.completed) = ("measure arrears-cases", "2004-05-01")
    block.measurements = [measurement]
    block.tactics = [tactic]
    block.quarters = [QuarterlyText(quarter: 1, text: "Begun")]
    block.texts = [NamedText(name: "else", text: "Something else")]
    var plan = Plan(id: "p", template: PlanTemplate.qapiFFY2004.name, title: "", blocks: [block])
    let old = PlanPage(of: plan, agency: "A", template: .qapiFFY2004).page.markdown()
    for words in [
      "| Calls | baseline: 7<br>source of the baseline: report 12 |", "| Calls | quarter 1: 8 |",
      "| Early calls | actual completion: 2004-05-01<br>serves besides: measure arrears-cases |",
      "| Quarter 1 | Begun |", "else (not in the form)", "Something else",
    ] { #expect(old.contains(words), "\(words)") }
    plan.template = PlanTemplate.pmpFFY2024.name
    let new = PlanPage(of: plan, agency: "A", template: .pmpFFY2024).page.markdown()
    #expect(new.contains("| Calls | source of the baseline: report 12 |") && !new.contains("| Quarter 1 |"))
  }

  @Test("A narrative shows its text, and no empty places of a form that it does not use")
  func narrative() {
    var plan = Plan(
      id: "p", template: PlanTemplate.pmpFFY2019.name, title: "",
      blocks: [Block(id: "b", goal: 1, objective: 0, position: 1)])
    plan.texts = [NamedText(name: Plan.narrative, text: "What we do.")]
    func text() -> String { PlanPage(of: plan, agency: "A", template: .pmpFFY2019).page.markdown() }
    #expect(text().contains("What we do.") && text().contains("Objective \\_\\_"))
    plan.format = PlanFormat.narrative.rawValue
    #expect(text().contains("What we do.") && !text().contains("Objective"))
    plan.texts = []
    plan.format = PlanFormat.form.rawValue
    #expect(!text().contains("Narrative"))
  }
}
