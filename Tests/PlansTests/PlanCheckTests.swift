import Plans
import Records
import Testing

@Suite("What CSSP Letter 23-01 asks of a plan")
struct PlanCheckTests {
  private static let before = Day(2023, 9, 1)!

  private func check(
    _ plan: Plan, _ figures: [PublishedFigure] = PlanCheckTests.fine, today: Day = PlanCheckTests.before,
    firstSubmitted: Day? = nil
  ) -> [PlanCheckItem] {
    PlanCheck.check(
      plan, template: .pmpFFY2024, figures: figures, today: today, firstSubmitted: firstSubmitted)
  }

  private static func figure(_ measure: String, _ value: String, _ period: String = "FFY 2022") -> PublishedFigure {
    PublishedFigure(measure: measure, period: period, value: ExactFigure(decimal: value), source: "invented")
  }

  /// An agency at both thresholds, not below.
  private static let fine = [figure("statewide-paternity", "90"), figure("cost-effectiveness", "2.00")]

  @Test("A plan that has everything has nothing to hear")
  func complete() { #expect(check(Sample.plan()) == []) }

  @Test("Initiatives 1 and 2 should be there: a warning each")
  func always() {
    var plan = Sample.plan()
    for index in plan.blocks.indices { plan.blocks[index].tactics.removeAll { $0.initiative != 0 } }
    let items = check(plan).filter { $0.rule.hasPrefix("initiative") }
    #expect(items.map(\.rule) == ["initiative-1", "initiative-2"])
    #expect(items.allSatisfy { $0.severity == .warning && $0.source == "CSSP Letter 23-01" })
  }

  @Test(
    "Initiatives 3 and 4 follow from the published figures, exactly",
    arguments: [
      ("89.6", "2.00", "initiative-3", "89.6 percent is below 90 (rounds to 90), FFY 2022"),
      ("89.4", "2.00", "initiative-3", "89.4 percent is below 90 (rounds to 89), FFY 2022"),
      ("89.999999", "2.5", "initiative-3", "89.999999 percent is below 90 (rounds to 90), FFY 2022"),
      ("89.49", "2.00", "initiative-3", "89.49 percent is below 90 (rounds to 89), FFY 2022"),
      ("89.5", "2.00", "initiative-3", "89.5 percent is below 90 (rounds to 90), FFY 2022"),
      ("89.99", "2.00", "initiative-3", "89.99 percent is below 90 (rounds to 90), FFY 2022"),
      ("90", "1.994", "initiative-4", "1.994 is below 2.00 (rounds to 1.99), FFY 2022"),
      ("90", "1.995", "initiative-4", "1.995 is below 2.00 (rounds to 2.00), FFY 2022"),
      ("90", "1.999", "initiative-4", "1.999 is below 2.00 (rounds to 2.00), FFY 2022"),
      ("98.1", "1.5", "initiative-4", "1.50 is below 2.00 (rounds to 1.50), FFY 2022"),
    ])
  func below(paternity: String, cost: String, rule: String, words: String) throws {
    let items = check(
      Sample.plan(), [Self.figure("statewide-paternity", paternity), Self.figure("cost-effectiveness", cost)])
    let item = try #require(items.first)
    #expect(items.count == 1)
    #expect(item.rule == rule)
    #expect(item.severity == .error)
    #expect(item.message.hasSuffix(words))
  }

  @Test(
    "At a threshold, or over it, nothing is required",
    arguments: [("90", "2.00"), ("90.0", "2"), ("90.000001", "2.0001"), ("100", "4.4")])
  func notBelow(paternity: String, cost: String) {
    #expect(
      check(Sample.plan(), [Self.figure("statewide-paternity", paternity), Self.figure("cost-effectiveness", cost)])
        == [])
  }

  @Test(
    "Without a usable figure the answer is not known, never not required",
    arguments: [
      [],
      [PublishedFigure(measure: "statewide-paternity", period: "FFY 2022", value: nil, source: "")],
      [figure("statewide-paternity", "95", "last year")],
      [figure("statewide-paternity", "95", "FFY 2025")],
      [figure("paternity", "95")],
    ])
  func notKnown(figures: [PublishedFigure]) {
    let items = check(Sample.plan(), figures + [Self.figure("cost-effectiveness", "3")])
    #expect(items.map(\.rule) == ["initiative-3"])
    #expect(items.map(\.severity) == [.notKnown])
  }

  @Test("A tactic that is there answers, with or without a figure")
  func answered() {
    var plan = Sample.plan()
    plan.blocks[0].tactics.append(
      Tactic(id: "t-9", initiative: 3, title: "T", leads: "L", strategy: "S", status: .completed, position: 9))
    #expect(check(plan, [Self.figure("cost-effectiveness", "3")]) == [])
    plan.blocks[0].tactics[2].status = .dropped
    #expect(check(plan, [Self.figure("cost-effectiveness", "3")]).map(\.severity) == [.notKnown])
  }

  @Test("The latest period up to the plan's year decides")
  func latestPeriod() {
    let figures = [
      Self.figure("statewide-paternity", "80", "FFY 2021"), Self.figure("statewide-paternity", "91", "FFY 2022"),
      Self.figure("statewide-paternity", "70", "FFY 2025"), Self.figure("cost-effectiveness", "1.00", "FFY 2023 Q4"),
      Self.figure("cost-effectiveness", "2.10", "FFY 2023"),
    ]
    #expect(check(Sample.plan(), figures) == [])
  }

  @Test(
    "Blocks, measurements, tactics",
    arguments: [
      (
        Edit("nothing in the plan") { $0.blocks = [] }, ["plan-empty", "initiative-1", "initiative-2"],
        PlanCheckItem.Severity.error
      ),
      (Edit("goal 6") { $0.blocks[0].goal = 6 }, ["block-goal"], .error),
      (Edit("objective 3") { $0.blocks[0].objective = 3 }, ["block-goal"], .error),
      (Edit("initiative 5") { $0.blocks[0].tactics[1].initiative = 5 }, ["initiative-unknown"], .error),
      (Edit("no measurement") { $0.blocks[1].measurements = [] }, ["block-measurement"], .warning),
      (Edit("no elective tactic is needed") { $0.blocks[0].tactics.removeLast() }, [], .warning),
      (Edit("no baseline") { $0.blocks[0].measurements[0].baseline = "" }, ["measurement-baseline"], .warning),
      (Edit("no target") { $0.blocks[0].measurements[0].target = "" }, ["measurement-target"], .warning),
      (Edit("no lead") { $0.blocks[0].tactics[0].leads = "" }, ["tactic-leads"], .warning),
      (Edit("no strategy") { $0.blocks[0].tactics[0].strategy = "" }, ["tactic-strategy"], .warning),
      (
        Edit("lost entries") { $0.lostBlocks = [Block(id: "x", goal: 0, objective: 0, position: 0)] }, ["lost-entries"],
        .warning
      ),
    ])
  func blocks(edit: Edit, rules: [String], first: PlanCheckItem.Severity) {
    var plan = Sample.plan()
    edit.apply(&plan)
    let items = check(plan)
    #expect(items.map(\.rule) == rules)
    if let item = items.first { #expect(item.severity == first) }
  }

  @Test(
    "Quarterly texts are asked for the day after they are due",
    arguments: [
      ("2024-01-31", []),
      ("2024-02-01", ["quarter-1 block 2"]),
      ("2024-05-02", ["quarter-1 block 2", "quarter-2 block 2"]),
      ("2024-08-01", ["quarter-1 block 2", "quarter-2 block 2", "quarter-3 block 1", "quarter-3 block 2"]),
    ])
  func quarters(today: String, expected: [String]) throws {
    let items = check(Sample.plan(), today: try #require(Day(today)), firstSubmitted: Day(2023, 9, 15))
    #expect(items.map { "\($0.rule) \($0.place)" } == expected)
  }

  @Test(
    "Late is shown",
    arguments: [
      ("2023-09-15", nil, false), ("2023-09-16", nil, true), ("2023-09-16", "2023-09-15", false),
      ("2023-09-20", "2023-09-16", true),
    ])
  func late(today: String, submitted: String?, isLate: Bool) throws {
    let items = check(Sample.plan(), today: try #require(Day(today)), firstSubmitted: submitted.flatMap { Day($0) })
    #expect(items.map(\.rule) == (isLate ? ["submission-late"] : []))
    #expect(items.allSatisfy { $0.severity == .warning })
  }

  @Test("A plan that does not fit into one value as submitted")
  func size() {
    var plan = Sample.plan()
    plan.blocks[0].tactics[0].strategy = String(repeating: "x", count: RecordText.byteLimit - 100)
    #expect(check(plan).map(\.rule) == ["plan-size"])
  }

  @Test("A plan of another template is not judged by this one")
  func otherTemplate() {
    var plan = Sample.plan()
    plan.template = .init(id: "pmp-ffy-2024", version: 2)
    #expect(check(plan).map(\.rule) == ["template"])
  }

  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let apply: @Sendable (inout Plan) -> Void
    init(_ name: String, _ apply: @escaping @Sendable (inout Plan) -> Void) {
      testDescription = name
      self.apply = apply
    }
  }
}

@Suite("A plan as submitted")
struct PlanSnapshotTests {
  @Test("Equal plans are equal bytes; positions are not part of it; it reads back")
  func canonical() throws {
    var plan = Sample.plan()
    plan.title = "a \"b\" \\ \u{1} \u{85} \u{2028} é 🙂\nc"
    let json = PlanSnapshot.json(of: plan)
    #expect(
      json.hasPrefix("{\"plan\":\"\(Sample.planID)\",\"template\":\"pmp-ffy-2024 version 1\",\"title\":\"a \\\"b\\\""))
    var moved = plan
    moved.blocks[0].position = 1
    #expect(PlanSnapshot.json(of: moved) == json)
    #expect(try PlanSnapshot.plan(from: json) == plan)
    #expect(throws: DocumentError.self) {
      _ = try PlanSnapshot.plan(from: json.replacing("\"unit\"", with: "\"size\""))
    }
  }
}
