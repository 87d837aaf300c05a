import Plans
import Records
import Testing

/// Each demand of the letters of FFY 2004, 2017 and 2019: met by the sample, and not met when one thing is taken out.
@Suite("What the earlier letters ask of a plan")
struct LetterDemandTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout Plan) -> Void
    let items: [String]

    init(_ name: String, _ items: [String], _ change: @escaping @Sendable (inout Plan) -> Void) {
      testDescription = name
      self.items = items
      self.change = change
    }
  }

  private static func check(_ plan: Plan, _ template: PlanTemplate, isAmendment: Bool? = nil) -> [String] {
    PlanCheck.check(
      plan, template: template, figures: [], today: Day(2003, 9, 1)!, firstSubmitted: nil, isAmendment: isAmendment
    ).map { "\($0.severity.rawValue) \($0.rule) \($0.place)" }
  }

  // MARK: FFY 2004

  static let sample2004: Plan = {
    var first = Block(id: "b2", goal: 2, objective: 0, position: 1)
    first.texts = [NamedText(name: "problem", text: "263 cases without a wage assignment")]
    first.tactics = [tactic("t1", "1", "Wage assignments"), tactic("t2", "2", "License offer")]
    first.outcomes = [
      outcome("o1", "1", cases: 110, stated: 3_410_000), outcome("o2", "2", cases: 60, stated: 1_860_000),
    ]
    var second = Block(id: "b3", goal: 3, objective: 0, position: 2)
    second.texts = [NamedText(name: "problem", text: "Cases that can be closed")]
    second.tactics = [tactic("t3", "1", "Survey of cases")]
    second.outcomes = [outcome("o3", "", cases: 150, stated: 0)]
    var plan = Plan(
      id: "p", template: PlanTemplate.qapiFFY2004.name, title: "Invented", blocks: [first, second])
    plan.targets = [
      target("g1", "current-support", "61.8", "2", "63.8"), target("g2", "arrears-cases", "50", "3", "53"),
    ]
    return plan
  }()

  private static func tactic(_ id: String, _ number: String, _ title: String) -> Tactic {
    var tactic = Tactic(id: id, title: title, leads: "Three staff", position: 1)
    (tactic.number, tactic.begins, tactic.projected) = (number, "2003-10-01", "2004-09-30")
    (tactic.milestones, tactic.barriers) = ("Monthly", "None known")
    return tactic
  }

  private static func outcome(_ id: String, _ actions: String, cases: Int, stated: Int) -> Outcome {
    var outcome = Outcome(id: id, position: 1)
    (outcome.text, outcome.measure, outcome.actions) = ("Paying cases", "current-support", actions)
    (outcome.cases, outcome.statedCents, outcome.monthlyCents) = (cases, stated, stated == 0 ? 0 : 31_000)
    return outcome
  }

  private static func target(_ id: String, _ measure: String, _ from: String, _ by: String, _ to: String) -> Measurement
  {
    var target = Measurement(id: id, title: measure, baseline: from, target: to, position: 1)
    (target.indicator, target.increase, target.origin) = (measure, by, "agreed")
    return target
  }

  private static let note = "note section-goal-1 goal 1"

  @Test(
    "CSS Letter 03-24",
    arguments: [
      Case("everything is there: a note for the third heading", []) { _ in },
      Case("no action plan for current support", ["error section-goal-2 goal 2"]) { $0.blocks.removeFirst() },
      Case("no action plan for arrears", ["error section-goal-3 goal 3"]) { $0.blocks.removeLast() },
      Case("no target for current support", ["error target-current-support plan"]) { $0.targets.removeFirst() },
      Case("no target for arrears", ["error target-arrears-cases plan"]) { $0.targets.removeLast() },
      Case("a target with nothing in it", ["error target-arrears-cases plan", "warning target-increase target 2"]) {
        ($0.targets[1].increase, $0.targets[1].target) = ("", "")
      },
      Case("a target of the agency's own does not count", ["error target-arrears-cases plan"]) {
        $0.targets[1].origin = "local"
      },
      Case("the increase alone is a target", []) { ($0.targets[1].baseline, $0.targets[1].target) = ("", "") },
      Case("no problem statement", ["error text-problem block 1"]) { $0.blocks[0].texts = [] },
      Case("no action", ["error tactic block 2"]) { $0.blocks[1].tactics = [] },
      Case("all actions are given up", ["error tactic block 2"]) { $0.blocks[1].tactics[0].status = .dropped },
      Case("no staff", ["error tactic-field-leads block 1 · tactic 1"]) { $0.blocks[0].tactics[0].leads = "" },
      Case("no beginning", ["error tactic-field-begins block 1 · tactic 2"]) { $0.blocks[0].tactics[1].begins = "" },
      Case("no end", ["error tactic-field-projected block 2 · tactic 1"]) { $0.blocks[1].tactics[0].projected = "" },
      Case("no milestones", ["error tactic-field-milestones block 1 · tactic 1"]) {
        $0.blocks[0].tactics[0].milestones = ""
      },
      Case("barriers are only a should", ["warning tactic-field-barriers block 1 · tactic 1"]) {
        $0.blocks[0].tactics[0].barriers = ""
      },
      Case("a continued activity owes no workplan detail", []) {
        $0.blocks[0].tactics[0] = Tactic(id: "t1", title: "Wage assignments", position: 1)
        ($0.blocks[0].tactics[0].number, $0.blocks[0].tactics[0].continued) = ("1", 1)
      },
      Case("… and its expected outcome", ["error outcome-of-each-tactic block 1 · tactic 1"]) {
        $0.blocks[0].tactics[0].continued = 1
        $0.blocks[0].outcomes.removeFirst()
      },
      Case("no expected outcomes", ["error outcome block 2"]) { $0.blocks[1].outcomes = [] },
      Case("an action without an outcome", ["error outcome-of-each-tactic block 1 · tactic 2"]) {
        $0.blocks[0].outcomes.removeLast()
      },
      Case("one outcome serves several actions", []) {
        $0.blocks[0].outcomes.removeLast()
        $0.blocks[0].outcomes[0].actions = "1, 2"
      },
      Case("an outcome that names no action serves all", []) {
        $0.blocks[0].outcomes.removeLast()
        $0.blocks[0].outcomes[0].actions = ""
      },
      Case("an outcome for an action that is not there", ["warning outcome-action block 2 · outcome 1"]) {
        $0.blocks[1].outcomes[0].actions = "1, 7"
      },
      Case("no quantity", ["warning outcome-figure block 2 · outcome 1"]) { $0.blocks[1].outcomes[0].cases = 0 },
      Case("a number in words is one", []) {
        ($0.blocks[1].outcomes[0].cases, $0.blocks[1].outcomes[0].text) = (0, "150 cases fewer")
      },
      Case("no effect on the measure", ["warning outcome-field-measure block 2 · outcome 1"]) {
        $0.blocks[1].outcomes[0].measure = ""
      },
      Case("an activity under both measures", ["warning tactic-once block 2 · tactic 1"]) {
        $0.blocks[1].tactics[0].title = "wage assignments"
      },
    ])
  func css0324(sample: Case) {
    var plan = Self.sample2004
    sample.change(&plan)
    #expect(Self.check(plan, .qapiFFY2004) == sample.items + [Self.note])
  }

  @Test("With the third action plan the note is gone, and it owes what the other two owe")
  func thirdHeading() {
    var plan = Self.sample2004
    plan.blocks.insert(Block(id: "b1", goal: 1, objective: 0, position: 0), at: 0)
    #expect(
      Self.check(plan, .qapiFFY2004) == ["error text-problem block 1", "error tactic block 1", "error outcome block 1"])
  }

  @Test("The letter's own arithmetic: what is stated stands, ours is said beside it")
  func arithmetic() throws {
    var plan = Self.sample2004
    var sum = Self.outcome("o4", "", cases: 0, stated: 5_300_000)
    (sum.isSum, sum.monthlyCents) = (1, 0)
    plan.blocks[0].outcomes.append(sum)
    let items = PlanCheck.check(
      plan, template: .qapiFFY2004, figures: [], today: Day(2003, 9, 1)!, firstSubmitted: nil)
    #expect(items.map(\.rule) == ["section-goal-1", "outcome-amount"])
    #expect(items[1].message == "the inputs make $52,700.00 a month; the stated amount is $53,000.00")
    let outcomes = plan.blocks[0].outcomes
    #expect(
      outcomes.map { OutcomeArithmetic(of: $0, among: outcomes).monthlyCents } == [3_410_000, 1_860_000, 5_270_000])
  }

  @Test(
    "Numbers that no document can hold, as another program may write them, are no inputs",
    arguments: [Int.max, .min, -1, .max / 2])
  func strangeNumbers(number: Int) {
    var outcome = Outcome(id: "o-1", position: 1)
    (outcome.cases, outcome.monthlyCents, outcome.statedCents) = (number, 2, 1)
    (outcome.baseCases, outcome.pointsHundredths) = (10_000, 100)
    var sum = Outcome(id: "o-2", position: 2)
    sum.isSum = 1
    for entry in [outcome, sum] {
      let arithmetic = OutcomeArithmetic(of: entry, among: [outcome, sum])
      #expect(arithmetic.monthlyCents == nil && arithmetic.yearlyCents == nil && !arithmetic.amountDiffers)
    }
    outcome.monthlyCents = number
    #expect((OutcomeArithmetic(of: outcome, among: [outcome]).yearlyCents ?? 0) >= 0)
    _ = OutcomeArithmetic(of: outcome, among: [outcome]).casesDiffer
  }

  @Test(
    "Points of a number of cases, and baseline and increase",
    arguments: [
      (138, "2", "63.8", []), (137, "2", "63.8", ["outcome-cases"]), (139, "2", "63.8", ["outcome-cases"]),
      (138, "2", "63.7", ["target-arithmetic"]), (138, "2.0 %", "63.80%", []),
    ])
  func points(cases: Int, increase: String, target: String, rules: [String]) {
    var plan = Self.sample2004
    (plan.targets[0].increase, plan.targets[0].target) = (increase, target)
    plan.blocks[1].outcomes[0].cases = cases
    (plan.blocks[1].outcomes[0].baseCases, plan.blocks[1].outcomes[0].pointsHundredths) = (4_600, 300)
    #expect(
      Self.check(plan, .qapiFFY2004).map { $0.split(separator: " ")[1] }.sorted()
        == (rules + ["section-goal-1"]).sorted().map { Substring($0) })
  }

  // MARK: FFY 2017

  static func sample2017(_ template: PlanTemplate, goals: [Int]) -> Plan {
    Plan(
      id: "p", template: template.name, title: "Invented",
      blocks: goals.map { goal in
        var tactic = Tactic(id: "t\(goal)", title: "T", strategy: "S", position: 1)
        tactic.projected = "2017-06-30"
        var block = Block(
          id: "b\(goal)", goal: goal, objective: 0, position: Int64(goal),
          measurements: [Measurement(id: "m\(goal)", title: "M", baseline: "61.8", target: "63.8", position: 1)],
          tactics: [tactic])
        (block.objectiveText, block.strategyText) = ("Invented objective", "Invented strategy")
        return block
      })
  }

  @Test(
    "The letter for FFY 2017: all of it is a should",
    arguments: [
      Case("everything is there", []) { _ in },
      Case("a goal is not addressed", ["warning section-goal-5 goal 5"]) { $0.blocks.removeLast() },
      Case("only one goal", (2...5).map { "warning section-goal-\($0) goal \($0)" }) { $0.blocks.removeLast(4) },
      Case("no objective", ["warning objective block 2"]) { $0.blocks[1].objectiveText = "" },
      Case("an objective by number", []) { ($0.blocks[1].objectiveText, $0.blocks[1].objective) = ("", 3) },
      Case("no strategy", ["warning strategy block 3"]) { $0.blocks[2].strategyText = "" },
      Case("a strategy by number", []) { ($0.blocks[2].strategyText, $0.blocks[2].strategy) = ("", 1) },
      Case("one target that can be measured is enough", []) {
        for index in 1...4 { $0.blocks[index].measurements[0].target = "more of it" }
      },
      Case("no target can be measured", ["warning figure plan"]) {
        for index in 0...4 { $0.blocks[index].measurements[0].target = "more of it" }
      },
      Case("no number of the indicator, which the form can do without", []) {
        $0.blocks[0].measurements[0].indicator = ""
      },
    ])
  func ffy2017(sample: Case) {
    var plan = Self.sample2017(.pmpFFY2017, goals: [1, 2, 3, 4, 5])
    sample.change(&plan)
    #expect(Self.check(plan, .pmpFFY2017) == sample.items)
  }

  @Test(
    "It must be submitted by 15 October 2016, a Saturday, as written",
    arguments: [("2016-10-15", false), ("2016-10-16", true)])
  func due2017(today: String, isLate: Bool) throws {
    let items = PlanCheck.check(
      Self.sample2017(.pmpFFY2017, goals: [1, 2, 3, 4, 5]), template: .pmpFFY2017, figures: [],
      today: try #require(Day(today)), firstSubmitted: nil)
    #expect(items.map(\.rule) == (isLate ? ["submission-late"] : []))
  }

  // MARK: FFY 2019

  @Test(
    "CSSP Letter 18-08: two required elements, and practice indicators of new plans",
    arguments: [
      Case("everything is there", []) { _ in },
      Case("no goal 1", ["error tactic-goal-1 goal 1", "error measurement-goal-1 goal 1"]) { $0.blocks.removeFirst() },
      Case("no goal 4", ["error tactic-goal-4 goal 4", "error measurement-goal-4 goal 4"]) { $0.blocks.removeLast() },
      Case("goal 1 without a tactic", ["error tactic-goal-1 goal 1", "warning block-tactic block 1"]) {
        $0.blocks[0].tactics = []
      },
      Case("goal 1 without an indicator", ["error measurement-goal-1 goal 1", "warning block-measurement block 1"]) {
        $0.blocks[0].measurements = []
      },
      Case("goal 4 without an indicator", ["error measurement-goal-4 goal 4", "warning block-measurement block 2"]) {
        $0.blocks[1].measurements = []
      },
      Case("another goal besides", []) { $0.blocks += LetterDemandTests.sample2017(.pmpFFY2019, goals: [3]).blocks },
      Case("objectives and strategies are not asked for", []) {
        for index in 0...1 { ($0.blocks[index].objectiveText, $0.blocks[index].strategyText) = ("", "") }
      },
    ])
  func cssp1808(sample: Case) {
    var plan = Self.sample2017(.pmpFFY2019, goals: [1, 4])
    sample.change(&plan)
    #expect(Self.check(plan, .pmpFFY2019) == sample.items)
  }

  @Test(
    "An amendment of a two-year plan does not owe indicators for goal 4; it owes the rest",
    arguments: [
      (nil, "FFY 2018-2019", 1, []), (true, "", 1, []),
      (false, "FFY 2018-2019", 1, ["error measurement-goal-4 goal 4"]),
      (nil, "FFY 2019", 1, ["error measurement-goal-4 goal 4"]), (nil, "", 1, ["error measurement-goal-4 goal 4"]),
      (nil, "FFY 2018-2019", 0, ["error measurement-goal-1 goal 1"]),
    ] as [(Bool?, String, Int, [String])])
  func amendment(isAmendment: Bool?, period: String, index: Int, errors: [String]) {
    var plan = Self.sample2017(.pmpFFY2019, goals: [1, 4])
    plan.period = period
    plan.blocks[index].measurements = []
    #expect(
      Self.check(plan, .pmpFFY2019, isAmendment: isAmendment)
        == errors + ["warning block-measurement block \(index + 1)"])
  }

  @Test("No day is set: never late")
  func neverLate() throws {
    let items = PlanCheck.check(
      Self.sample2017(.pmpFFY2019, goals: [1, 4]), template: .pmpFFY2019, figures: [], today: Day(2030, 1, 1)!,
      firstSubmitted: nil)
    #expect(items == [])
  }

  @Test("A narrative owes its text, tactics and indicators, and no cell of the form")
  func narrative() {
    var plan = Self.sample2017(.pmpFFY2019, goals: [1, 4])
    plan.format = PlanFormat.narrative.rawValue
    #expect(Self.check(plan, .pmpFFY2019) == ["error narrative plan"])
    plan.texts = [NamedText(name: Plan.narrative, text: "What we do, in our own words.")]
    for index in 0...1 { plan.blocks[index].tactics[0] = Tactic(id: "x\(index)", title: "T", position: 1) }
    #expect(Self.check(plan, .pmpFFY2019) == [])
    plan.blocks.removeLast()
    #expect(Self.check(plan, .pmpFFY2019) == ["error tactic-goal-4 goal 4", "error measurement-goal-4 goal 4"])
    plan.template = PlanTemplate.pmpFFY2017.name
    #expect(Self.check(plan, .pmpFFY2017).first == "error plan-format plan")
  }
}
