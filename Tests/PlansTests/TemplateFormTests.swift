import Plans
import Records
import Testing

/// The words and the order of each letter's form, item by item.
@Suite("The forms of the four letters")
struct TemplateFormTests {
  @Test(
    "Heading lines and labels",
    arguments: [
      (
        PlanTemplate.qapiFFY2004,
        ["Federal Fiscal Year 2004 Quality Assurance and Performance Improvement Plan Update"],
        ["County Department of Child Support Services", "", "", ""]
      ),
      (
        .pmpFFY2017,
        ["DEPARTMENT OF CHILD SUPPORT SERVICES", "PERFORMANCE MANAGEMENT PLAN", "FFY 10/01/16 – 9/30/17"],
        ["LCSA TITLE", "GOAL", "Objective", "Strategy"]
      ),
      (
        .pmpFFY2019, ["DEPARTMENT OF CHILD SUPPORT SERVICES", "PERFORMANCE MANAGEMENT PLAN", "FFY 2019"],
        ["LCSA TITLE", "GOAL", "Objective", "Strategy"]
      ),
      (
        .pmpFFY2024,
        ["DEPARTMENT OF CHILD SUPPORT SERVICES", "PERFORMANCE MANAGEMENT PLAN", "FFY 2023-24 (10/01/23-09/30/24)"],
        ["LCSA:", "Goal:", "Objective:", ""]
      ),
    ] as [(PlanTemplate, [String], [String])])
  func heading(template: PlanTemplate, lines: [String], labels: [String]) {
    #expect(template.heading == lines)
    let own = template.labels
    #expect([own.agency, own.goal, own.objective, own.strategy] == labels)
  }

  @Test(
    "Year, due date, periods, formats, reviewer",
    arguments: [
      (
        PlanTemplate.qapiFFY2004, "2003-10-01", "2004-09-30", nil, ["FFY 2004"], [PlanFormat.form],
        "QA Branch analyst with the Regional Administrator"
      ),
      (.pmpFFY2017, "2016-10-01", "2017-09-30", "2016-10-15", ["FFY 2017"], [.form], "Regional Administrator"),
      (
        .pmpFFY2019, "2018-10-01", "2019-09-30", nil, ["FFY 2019", "FFY 2018-2019"], [.form, .narrative],
        "Regional Administrator"
      ),
      (.pmpFFY2024, "2023-10-01", "2024-09-30", "2023-09-15", ["FFY 2023-24"], [.form], "Regional Administrator"),
    ] as [(PlanTemplate, String, String, String?, [String], [PlanFormat], String)])
  func cycle(
    template: PlanTemplate, begins: String, ends: String, due: String?, periods: [String], formats: [PlanFormat],
    reviewer: String
  ) {
    #expect("\(template.begins)" == begins && "\(template.ends)" == ends)
    #expect(template.due.map { "\($0)" } == due)
    #expect(template.due != nil || !template.dueNote.isEmpty)
    #expect(template.periods == periods && template.formats == formats && template.reviewer == reviewer)
  }

  private static let goals2017 = [
    "1 INCREASE SUPPORT FOR CALIFORNIA CHILDREN", "2 DELIVER EXCELLENT AND CONSISTENT CUSTOMER SERVICES STATEWIDE",
    "3 ENHANCE PROGRAM PERFORMANCE AND SUSTAINABILITY", "4 DEVELOP AND STRENGTHEN COLLABORATIVE PARTNERSHIPS",
    "5 BE INNOVATIVE IN MEETING THE NEEDS OF FAMILIES",
  ]

  @Test(
    "Goals, in the order of the form",
    arguments: [
      (
        PlanTemplate.qapiFFY2004,
        [
          "1 CASES WITH A SUPPORT ORDER ESTABLISHED", "2 COLLECTIONS ON CURRENT SUPPORT",
          "3 CASES WITH ARREARS COLLECTIONS",
        ]
      ),
      (.pmpFFY2017, goals2017),
      (
        .pmpFFY2019,
        ["1 Increase Support for California Children", "4 Develop and Strengthen Collaborative Partnership"]
      ),
      (
        .pmpFFY2024,
        [
          "1 Facilitate Consistent Support for Children", "2 Strengthen Customer Engagement",
          "3 Enhance Program Performance", "4 Build Collaborative Partnerships to Benefit Families",
          "5 Foster Innovation and Improve Service Delivery",
        ]
      ),
    ])
  func goals(template: PlanTemplate, goals: [String]) {
    #expect(template.goals.filter { !$0.isOptional }.map { "\($0.number) \($0.title)" } == goals)
  }

  @Test("The other goals of FFY 2019 are optional, and those of the FFY 2017 form")
  func optionalGoals() {
    let optional = PlanTemplate.pmpFFY2019.goals.filter(\.isOptional)
    #expect(optional.map(\.number) == [2, 3, 5])
    #expect(
      optional.map { "\($0.number) \($0.title.uppercased())" }
        == [Self.goals2017[1], Self.goals2017[2], Self.goals2017[4]])
  }

  @Test(
    "The objectives of FFY 2023-24",
    arguments: [
      (1, ["Increase child support collections and payment reliability"]),
      (1, ["Recognize and provide individualized services to customers"]),
      (2, ["Reduce the complexity of the customer experience"]),
      (2, ["Develop and implement new options for communicating with customers"]),
      (2, ["Enhance program outreach to deliver a clear and accurate image of our program to the public"]),
      (2, ["Expand efforts on recruitment, retention, and development of child support professionals"]),
      (3, ["Promote consistency of processes statewide", "Implement organization and program efficiencies"]),
      (4, ["Establish new partnerships to help reduce poverty", "Expand the use and sharing of data"]),
      (5, ["Expand data analytics", "Modernize the development and delivery of documents"]),
      (5, ["Expand customer self-service capabilities"]),
    ])
  func objectives(goal: Int, titles: [String]) {
    let known = PlanTemplate.pmpFFY2024.goal(goal)?.objectives.map(\.title) ?? []
    for title in titles { #expect(known.contains(title)) }
  }

  @Test("Objectives, strategies and practice indicators that are in no source are empty lists")
  func empty() {
    for template in [PlanTemplate.pmpFFY2017, .pmpFFY2019, .qapiFFY2004] {
      #expect(template.goals.allSatisfy { $0.objectives.isEmpty && $0.strategies.isEmpty })
      #expect(template.indicators.isEmpty && template.initiatives.isEmpty)
    }
  }

  @Test(
    "Quarters with their words and days",
    arguments: [
      (PlanTemplate.qapiFFY2004, []),
      (.pmpFFY2017, ["1st Quarter", "2nd Quarter", "3rd Quarter", "4th Quarter"]),
      (.pmpFFY2019, ["1st Quarter", "2nd Quarter", "3rd Quarter", "4th Quarter"]),
      (
        .pmpFFY2024,
        [
          "Oct-Dec Quarterly Update: 01/31/24", "Jan-Mar Quarterly Update: 05/01/24",
          "Apr-Jun Quarterly Update: 07/31/24", "Jul-Sep Quarterly Update: 10/31/24",
        ]
      ),
    ])
  func quarters(template: PlanTemplate, quarters: [String]) {
    #expect(template.quarters.map { $0.label + ($0.due.map { " \($0.slashed)" } ?? "") } == quarters)
  }

  private static let table2017 = [
    "Tactic(s)", "Implementation Strategy / Comments / Status", "Completion Dates: Projected",
    "Completion Dates: Actual",
  ]
  private static func measured(_ year: String) -> [String] {
    [
      "Performance Measurement (e.g., Practice Indicator): PI #",
      "Performance Measurement (e.g., Practice Indicator): Title", "Baseline", "FFY \(year) Target",
      "Progress Reports: 1st Quarter", "Progress Reports: 2nd Quarter", "Progress Reports: 3rd Quarter",
      "Progress Reports: 4th Quarter",
    ]
  }

  @Test(
    "The parts of a section in order, with the letter's columns; what is ours is left out",
    arguments: [
      (
        PlanTemplate.qapiFFY2004,
        [["text Problem Statement"], ["text Workplan"], ["text Expected Outcomes"]], []
      ),
      (.pmpFFY2017, [["tactics"] + table2017], [["measurements"] + measured("2017")]),
      (.pmpFFY2019, [], []),
      (
        .pmpFFY2024,
        [
          ["measurements", "MEASUREMENT", "BASELINE", "FFY 23/24 TARGET"], ["quarters"],
          ["tactics", "Initiative/Tactic(s)", "Lead(s)", "Strategy"],
        ], []
      ),
    ] as [(PlanTemplate, [[String]], [[String]])])
  func sections(template: PlanTemplate, block: [[String]], goal: [[String]]) {
    #expect(template.form.block.compactMap(Self.words) == block)
    #expect(template.form.goal.compactMap(Self.words) == goal)
  }

  private static func words(_ part: PlanTemplate.Part) -> [String]? {
    guard !part.isOurs else { return nil }
    return [[part.kind.rawValue, part.title].filter { !$0.isEmpty }.joined(separator: " ")]
      + part.columns.filter { !$0.isOurs }.map { $0.group.isEmpty ? $0.label : "\($0.group): \($0.label)" }
  }

  @Test("FFY 2019 has the layout of FFY 2017, and all of it is ours")
  func layoutOfFFY2019() {
    let (old, new) = (PlanTemplate.pmpFFY2017.form, PlanTemplate.pmpFFY2019.form)
    #expect(new.block.map { $0.columns.map(\.label) } == old.block.map { $0.columns.map(\.label) })
    #expect(
      new.goal.map { $0.columns.map(\.label) }
        == old.goal.map { $0.columns.map { $0.label.replacing("2017", with: "2019") } })
    #expect(new.parts.filter { !$0.isOurs } == [])
    #expect(PlanTemplate.pmpFFY2019.ours.contains("no form"))
  }

  @Test("FFY 2004: targets of two origins over the action plans, with two printed lines")
  func targetsOfFFY2004() {
    let form = PlanTemplate.qapiFFY2004.form
    #expect(form.planTitle == "LCSA FFY 2004 PERFORMANCE TARGETS" && form.sectionsTitle == "ACTION PLAN")
    #expect(form.plan.map(\.title) == ["Federal Performance Measures:", "Additional LCSA-Specific Targets:"])
    #expect(form.plan.map(\.note) == ["(targeted percentage increase)", ""])
    #expect(form.plan.map(\.origin) == ["agreed", "local"])
    #expect(form.plan[0].rows == ["current-support", "arrears-cases"])
    #expect(form.plan[0].columns.filter { !$0.isOurs }.map(\.label) == ["Measure", "Percent"])
    #expect(
      PlanTemplate.qapiFFY2004.measures.map(\.title) == [
        "Cases with a support order established", "Collections on Current Support", "Cases with Arrears Collections",
      ])
  }

  @Test("FFY 2023-24 has five sections before anything is filled in; the others one for each goal")
  func blank() {
    #expect(PlanTemplate.pmpFFY2024.sections == .asWritten && PlanTemplate.pmpFFY2024.form.blankSections == 5)
    #expect([PlanTemplate.qapiFFY2004, .pmpFFY2017, .pmpFFY2019].allSatisfy { $0.sections == .oneForEachGoal })
  }

  @Test("What each template asks, in words")
  func asks() {
    #expect(
      PlanTemplate.pmpFFY2024.asks == [
        "should: a tactic for key initiative 1 (Simplify processes to improve the customer experience)",
        "should: a tactic for key initiative 2 (Implement strategies to increase performance in Federal Performance "
          + "Measure 3: Current Collections Performance)",
        "required: a tactic for key initiative 3 (Paternity Establishment), of an agency whose Statewide paternity "
          + "establishment percentage is below 90 percent",
        "required: a tactic for key initiative 4 (Cost Effectiveness), of an agency whose Cost effectiveness (dollars "
          + "collected and distributed for each dollar spent) is below 2.00",
        "required: an objective in each section", "required: submission by 2023-09-15",
        "should: Oct-Dec Quarterly Update: due 2024-01-31", "should: Jan-Mar Quarterly Update: due 2024-05-01",
        "should: Apr-Jun Quarterly Update: due 2024-07-31", "should: Jul-Sep Quarterly Update: due 2024-10-31",
      ])
    #expect(
      PlanTemplate.pmpFFY2019.asks == [
        "required: a tactic for goal 1 (Increase Support for California Children)",
        "required: a measurement for goal 1 (Increase Support for California Children)",
        "required: a tactic for goal 4 (Develop and Strengthen Collaborative Partnership)",
        "required: a measurement for goal 4 (Develop and Strengthen Collaborative Partnership), not of a plan that is "
          + "amended", "submission: the letter sets no day",
      ])
    #expect(
      PlanTemplate.pmpFFY2017.asks.count == 9
        && PlanTemplate.pmpFFY2017.asks.filter { $0.hasPrefix("should") }.count == 8)
    #expect(
      PlanTemplate.qapiFFY2004.asks.filter { $0.hasPrefix("note") } == [
        "note: a section for goal 1 (CASES WITH A SUPPORT ORDER ESTABLISHED)"
      ])
  }
}
