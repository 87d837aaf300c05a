import Plans
import Records
import Testing

@Suite("IOP.1.5 A plan is consistent with the targets that are agreed")
struct PlanTargetsTests {
  static func agreed(_ measure: String, _ title: String, _ value: String) throws -> PlanTargets.AgreedValue {
    PlanTargets.AgreedValue(
      measure: measure, title: title, figure: try #require(ExactFigure(written: value)), value: value)
  }

  static func template(_ id: String) throws -> PlanTemplate {
    try #require((PlanTemplate.shipped + PlanTemplate.shippedKinds).first { $0.name.id == id })
  }

  struct Entry {
    var title = ""
    var indicator = ""
    var target = ""
    var baseline = ""
    var increase = ""
    var origin = ""

    var measurement: Measurement {
      var entry = Measurement(id: "m", title: title, baseline: baseline, target: target, position: 1)
      entry.indicator = indicator
      entry.increase = increase
      entry.origin = origin
      return entry
    }
  }

  @Test("A new plan begins with what is agreed, where its form has a place for it, in the order of the form")
  func begins() throws {
    let agreed = try [Self.agreed("arrears-cases", "Cases with arrears collections", "58"), currentSupport]
    let form = try Self.template("qapi-annual")
    var plan = Plan(id: "p", template: form.name, title: "T")
    var ids = ["1", "2"][...]
    plan.targets = PlanTargets.entries(of: form, agreed: agreed) { ids.removeFirst() }
    #expect(plan.targets.map(\.indicator) == ["current-support", "arrears-cases"])
    #expect(plan.targets.map(\.target) == ["63.8", "58"] && plan.targets.allSatisfy { $0.origin == "agreed" })
    #expect(plan.targets[0].baseline == "61.8" && plan.targets[0].baselinePeriod == "FFY 2023")
    #expect(plan.targets[0].kind == "percent" && plan.targets[0].position < plan.targets[1].position)
    #expect(PlanTargets.differences(of: plan, form, agreed: agreed).isEmpty)
    #expect(try PlanTargets.entries(of: Self.template("pmp-ffy-2024"), agreed: agreed) { "1" }.isEmpty)
  }

  private var currentSupport: PlanTargets.AgreedValue {
    get throws {
      PlanTargets.AgreedValue(
        measure: "current-support", title: "Collections of current support",
        figure: try #require(ExactFigure(written: "63.8")), value: "63.8", unit: "percent", baseline: "61.8 in FFY 2023"
      )
    }
  }

  private static let targetCases: [(Entry, [String])] = [
    (Entry(indicator: "current-support", target: "63.8", origin: "agreed"), []),
    (Entry(indicator: "current-support", target: "63.80%"), []),
    (Entry(title: "collections on CURRENT support", target: "63.8"), []),
    (Entry(indicator: "current-support", target: "63.9"), ["target 1"]),
    (Entry(indicator: "current-support", target: "more"), ["target 1"]),
    // The form of the letter states the increase alone; with a baseline it makes the target.
    (Entry(indicator: "current-support", increase: "2"), []),
    (Entry(indicator: "current-support", baseline: "61.8", increase: "2"), []),
    (Entry(indicator: "current-support", baseline: "61.8", increase: "2.1"), ["target 1"]),
    (Entry(indicator: "current-support"), ["target 1"]),
    // A local target, and one of another measure, is none of the agreed ones.
    (Entry(indicator: "current-support", target: "70", origin: "local"), ["plan"]),
    (Entry(indicator: "arrears-cases", target: "63.8"), ["plan"]),
    (Entry(title: "Collections", target: "70"), ["plan"]),
  ]

  @Test("A form with a place for targets has each of them", arguments: targetCases)
  func asTarget(entry: Entry, places: [String]) throws {
    let template = try Self.template("qapi-ffy-2004")
    var plan = Plan(id: "p", template: template.name, title: "T")
    plan.targets = [entry.measurement]
    let agreed = try Self.agreed("current-support", "Collections on current support", "63.8")
    #expect(PlanTargets.differences(of: plan, template, agreed: [agreed]).map(\.place) == places)
    let items = PlanCheck.targets(plan, template: template, agreed: [agreed])
    #expect(items.allSatisfy { $0.severity == .warning } && items.count == places.count)
    #expect(PlanTargets.differences(of: plan, template, agreed: []).isEmpty)
  }

  @Test("Below an objective a measurement may have no target; where it has one, it is the agreed one")
  func belowAnObjective() throws {
    let template = try Self.template("pmp-ffy-2024")
    var plan = Plan(id: "p", template: template.name, title: "T")
    let agreed = try Self.agreed("current-support", "Collections on current support", "63.8")
    #expect(PlanTargets.differences(of: plan, template, agreed: [agreed]).isEmpty)
    plan.blocks = [Block(id: "b", goal: 1, objective: 1, position: 1)]
    for (target, count) in [("", 0), ("63.80", 0), ("64", 1)] {
      plan.blocks[0].measurements = [Entry(title: "Collections on current support", target: target).measurement]
      let found = PlanTargets.differences(of: plan, template, agreed: [agreed])
      #expect(found.map(\.place) == (count == 0 ? [] : ["block 1 · measurement 1"]))
    }
  }

  @Test(
    "The year is the last one of the plan's period",
    arguments: [
      ("qapi-ffy-2004", "", 2004), ("pmp-ffy-2017", "", 2017), ("pmp-ffy-2024", "", 2024), ("pmp-ffy-2019", "", 2019),
      ("pmp-ffy-2019", "FFY 2018-2019", 2019), ("pmp-ffy-2019", "some words", 2019),
    ])
  func year(template id: String, period: String, year: Int) throws {
    let template = try Self.template(id)
    var plan = Plan(id: "p", template: template.name, title: "T")
    plan.period = period
    #expect(template.targetYear(of: plan) == year)
  }
}
