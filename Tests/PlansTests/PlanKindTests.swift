import Records
import Testing

@testable import Plans

@Suite("Kinds of plans")
struct PlanKindTests {
  static func kind(_ id: String) throws -> PlanTemplate {
    try #require(PlanTemplate.shippedKinds.first { $0.name.id == id })
  }

  @Test(
    "What each kind is: its sections, how often, the year it is for, where it goes",
    arguments: [
      ("operation", "ongoing", "ongoing", "agency", 5),
      ("strategic", "annual", "each FFY", "agency", 5),
      ("qapi-annual", "annual", "each FFY", "agency", 6),
      ("qapi-operating", "annual", "each FFY", "agency", 3),
      ("performance", "annual", "each FFY", "department", 5),
      ("risk-management", "ongoing", "ongoing", "agency", 2),
      ("equipment-replacement", "annual", "each SFY", "agency", 3),
      ("automated-customer-service", "once", "once", "agency", 4),
      ("operational-recovery", "ongoing", "ongoing", "agency", 3),
      ("information-security", "ongoing", "ongoing", "agency", 6),
      ("special-funding", "on event", "on event", "agency", 1),
      ("recruitment", "on event", "on event", "agency", 3),
      ("job-action", "ongoing", "ongoing", "agency", 3),
      ("cultural-competence", "ongoing", "ongoing", "agency", 3),
      ("civil-rights", "once", "once", "agency", 5),
      ("recognition", "ongoing", "ongoing", "agency", 3),
      ("training", "ongoing", "ongoing", "agency", 5),
      ("hazard-mitigation", "on event", "on event", "agency", 2),
      ("safety", "ongoing", "ongoing", "agency", 5),
      ("disaster-evacuation", "ongoing", "ongoing", "agency", 3),
      ("customer-service", "ongoing", "each SFY", "department", 9),
      ("language-assistance", "ongoing", "ongoing", "agency", 9),
      ("outreach", "ongoing", "ongoing", "agency", 4),
    ] as [(String, String, String, String, Int)])
  func kinds(id: String, often: String, years: String, goesTo: String, sections: Int) throws {
    let template = try Self.kind(id)
    let kind = try #require(template.kind)
    #expect([kind.often.rawValue, template.year, kind.goesTo.rawValue] == [often, years, goesTo])
    #expect(template.goals.count == sections)
    #expect(template.ours.hasPrefix("The layout"))
    #expect(kind.elements.allSatisfy(template.source.contains) || id == "qapi-annual")
    #expect(kind.obligations.allSatisfy { row in kind.elements.contains { row.hasPrefix("\($0)-") } })
  }

  @Test("Each duty is fulfilled by one kind, and each kind is in the table above")
  func once() {
    let duties = PlanTemplate.shippedKinds.flatMap { $0.kind?.obligations ?? [] }
    #expect(Set(duties).count == duties.count)
    #expect(Set(PlanTemplate.shippedKinds.map(\.name.id)).count == 23)
  }

  @Test(
    "The year that a plan is opened for makes its days",
    arguments: [
      (
        "customer-service", "SFY 2024-25", "2024-07-01", "2025-06-30",
        ["2024-10-30", "2025-01-30", "2025-04-30", "2025-07-30"]
      ),
      // 30 April 2001 is the day that the manual names for the report of January to March.
      (
        "customer-service", "SFY 2000-01", "2000-07-01", "2001-06-30",
        ["2000-10-30", "2001-01-30", "2001-04-30", "2001-07-30"]
      ),
      (
        "customer-service", "SFY 1999-00", "1999-07-01", "2000-06-30",
        ["1999-10-30", "2000-01-30", "2000-04-30", "2000-07-30"]
      ),
      ("qapi-annual", "FFY 2025", "2024-10-01", "2025-09-30", []),
    ] as [(String, String, String, String, [String])])
  func opened(id: String, period: String, begins: String, ends: String, due: [String]) throws {
    let template = try #require(try Self.kind(id).opened(for: period))
    #expect(["\(template.begins)", "\(template.ends)"] == [begins, ends])
    #expect(template.quarters.compactMap { $0.due.map { "\($0)" } } == due)
    #expect(template.year == period && template.periods == [period])
    #expect(template.cycle == "\(id) \(period)")
  }

  @Test(
    "A period that is no year of the kind's calendar is none",
    arguments: [
      ("customer-service", "FFY 2025"), ("customer-service", "SFY 2024-25 Q1"), ("customer-service", ""),
      ("customer-service", "SFY 2024-26"), ("customer-service", "2024-07"), ("qapi-annual", "SFY 2024-25"),
      ("safety", "FFY 2025"),
    ])
  func noYear(id: String, period: String) throws {
    let template = try Self.kind(id)
    #expect(template.opened(for: period) == nil)
    var plan = Plan(id: "p", template: template.name, title: "T", blocks: template.blankBlocks { "b" })
    plan.period = period
    let items = PlanCheck.check(
      plan, template: template.opened(for: plan), figures: [], today: try #require(Day("2024-01-01")),
      firstSubmitted: nil)
    #expect(items.contains { $0.rule == "plan-period" && $0.severity == .error })
  }

  @Test(
    "The year that a day is in",
    arguments: [
      ("customer-service", "2024-06-30", "SFY 2023-24"), ("customer-service", "2024-07-01", "SFY 2024-25"),
      ("customer-service", "1999-12-31", "SFY 1999-00"), ("qapi-annual", "2024-09-30", "FFY 2024"),
      ("qapi-annual", "2024-10-01", "FFY 2025"), ("safety", "2024-10-01", ""),
    ])
  func current(id: String, day: String, period: String) throws {
    let template = try Self.kind(id)
    #expect(template.period(containing: try #require(Day(day))) == period)
    #expect(template.opened(for: period) != nil)
  }

  @Test(
    "A plan of every kind is written, read back untouched, and hears what it lacks",
    arguments: PlanTemplate.shippedKinds)
  func everyKind(template: PlanTemplate) throws {
    let ids = CountedIDs()
    var plan = Plan(
      id: Sample.planID, template: template.name, title: "T", blocks: template.blankBlocks(newID: ids.next))
    plan.period = template.period(containing: try #require(Day("2024-11-01")))
    let opened = try #require(template.opened(for: plan.period))
    #expect(plan.blocks.count == template.goals.count { !$0.isOptional } && !plan.blocks.isEmpty)
    let document = PlanDocument.yaml(of: plan, template: opened)
    #expect(try PlanDocument.parse(document, editing: plan, newID: ids.next) == plan)
    for part in opened.planTexts { #expect(document.contains("# \(part.title)")) }
    // Each section has the places of its goal, and no other.
    for block in plan.blocks {
      let parts = opened.parts(ofGoal: block.goal)
      #expect(!parts.isEmpty)
      let own = try #require(document.split(separator: "- goal: ").last { $0.hasPrefix("\(block.goal)\n") })
      for (kind, key) in [
        (PlanTemplate.Kind.tactics, "tactics:"), (.measurements, "measurements:"), (.quarters, "quarters:"),
        (.text, "texts:"),
      ] {
        #expect(own.contains("  \(key)") == parts.contains { $0.kind == kind }, "goal \(block.goal) \(key)")
      }
    }
    let items = PlanCheck.check(
      plan, template: opened, figures: [], today: try #require(Day("2024-11-01")), firstSubmitted: nil)
    #expect(!items.contains { ["plan-period", "plan-format", "plan-empty", "block-goal"].contains($0.rule) })
    #expect(items.contains { $0.severity == .error } || items.contains { $0.severity == .warning })
  }

  @Test("A section is asked for what its goal has, and for nothing else")
  func demands() throws {
    let template = try #require(try Self.kind("customer-service").opened(for: "SFY 2024-25"))
    var plan = Plan(id: "p", template: template.name, title: "T", blocks: template.blankBlocks { "b" })
    plan.period = "SFY 2024-25"
    func rules(ofBlock number: Int, on day: String) throws -> [String] {
      PlanCheck.check(plan, template: template, figures: [], today: try #require(Day(day)), firstSubmitted: nil)
        .filter { $0.place == "block \(number)" }.map(\.rule)
    }
    #expect(try rules(ofBlock: 1, on: "2024-10-30") == ["tactic", "measurement", "text-scope"])
    #expect(try rules(ofBlock: 1, on: "2024-10-31") == ["tactic", "measurement", "text-scope", "quarter-1"])
    #expect(try rules(ofBlock: 7, on: "2024-10-30") == ["measurement"])
    #expect(try rules(ofBlock: 8, on: "2024-10-31") == ["quarter-1"])
  }

  // MARK: The language

  @Test(
    "What a kind cannot say is refused",
    arguments: [
      ("kind:", "year: FFY 2024\nkind:", "a kind of plan is of no one year"),
      ("kind:", "due: 2024-01-01\nkind:", "a kind of plan is of no one year"),
      ("  often: ongoing\n", "  often: daily\n", "often"),
      ("  fiscal_year: SFY\n", "  fiscal_year: CY\n", "fiscal_year"),
      ("  fiscal_year: SFY\n", "", "\"due_after_days\" is for a kind of plan that is of a fiscal year"),
      ("  goes_to: department\n", "", "goes_to"),
      ("goals: [8]", "goals: [10]", "a part is for a goal that \"goals\" does not have"),
      ("goals: [8]", "goals: [eight]", "this is no number of a goal"),
      ("due_after_days: 30}", "due_after_days: 400}", "due_after_days"),
    ])
  func refused(old: String, new: String, problem: String) {
    let document = PlanTemplate.customerServiceDocument.replacing(old, with: new, maxReplacements: 1)
    #expect(document != PlanTemplate.customerServiceDocument)
    let (template, problems) = PlanTemplate.read(document)
    #expect(template == nil)
    #expect(problems.contains { "\($0.place) \($0.problem)".contains(problem) }, "\(problems)")
  }

  @Test("A letter's template stays what it is for every period")
  func letters() {
    for template in PlanTemplate.shipped {
      #expect(
        template.kind == nil && template.opened(for: "anything") == template && template.cycle == template.name.id)
    }
  }

  // MARK: Life

  @Test("A plan of the agency's own is in force with its submission; the next version takes its place")
  func internalLife() throws {
    let template = try Self.kind("safety")
    func submission(_ id: String, _ item: String) -> Submission {
      Submission(
        id: id, plan: "p", item: item, preparedBy: "a", approvedBy: "b", submittedBy: "a", submittedAt: "", note: "",
        snapshot: "", digest: id)
    }
    func life(_ submissions: [Submission], _ template: PlanTemplate, today: Day? = nil) -> PlanLife {
      PlanLife(
        digest: "x", template: template, approvals: [], submissions: submissions, decisions: [], today: today)
    }
    let today = try #require(Day("2024-11-01"))
    #expect(life([], template, today: today).state == .draft)
    let first = life([submission("1", "plan")], template, today: today)
    #expect(first.state == .inForce && first.accepted?.id == "1" && first.undecided == nil)
    #expect(first.nextWhole == .amendment)
    let second = life([submission("1", "plan"), submission("2", "amendment")], template, today: today)
    #expect(second.state == .inForce && second.accepted?.id == "2" && second.amendment == nil)
    let annual = try #require(try Self.kind("qapi-annual").opened(for: "FFY 2026"))
    #expect(life([submission("1", "plan")], annual, today: today).state == .accepted)
    let sent = try #require(try Self.kind("customer-service").opened(for: "SFY 2024-25"))
    #expect(life([submission("1", "plan")], sent, today: today).state == .submitted)
  }

  @Test("A copy of a plan of a kind has its texts and sections")
  func copy() throws {
    let template = try Self.kind("qapi-annual")
    let ids = CountedIDs()
    var plan = Plan(id: "p", template: template.name, title: "T", blocks: template.blankBlocks(newID: ids.next))
    plan.period = "FFY 2024"
    plan.texts = [NamedText(name: "organization", text: "One unit of three.")]
    plan.blocks[0].texts = [NamedText(name: "analysis", text: "Too few orders.")]
    let new = try #require(template.opened(for: "FFY 2025"))
    let copy = PlanCopy(
      of: plan, from: template.opened(for: plan), to: new, title: "T", period: "FFY 2025", baseline: .none,
      newID: ids.next
    ).plan
    #expect(copy.texts == plan.texts && copy.blocks.map(\.goal) == plan.blocks.map(\.goal))
    #expect(copy.blocks[0].texts == plan.blocks[0].texts && copy.period == "FFY 2025")
  }
}
