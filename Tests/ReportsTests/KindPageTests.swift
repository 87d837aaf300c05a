import Plans
import Reports
import Testing

@Suite("Kinds of plans as pages and documents")
struct KindPageTests {
  @Test("The empty form of every kind has its sections and parts, by their goals", arguments: PlanTemplate.shippedKinds)
  func blank(template: PlanTemplate) {
    let text = PlanPage(blank: template).page.markdown()
    #expect(PlanPage(blank: template).page.html().contains("<h1"))
    for goal in template.goals where !goal.isOptional { #expect(Self.plain(text).contains(Self.plain(goal.title))) }
    for part in template.planTexts { #expect(Self.plain(text).contains(Self.plain(part.title))) }
    #expect(text.contains(String(template.ours.prefix(10))))
  }

  @Test("A section has the parts of its goal, and what stands in it without a place there is shown all the same")
  func parts() throws {
    let template = try #require(
      PlanTemplate.shippedKinds.first { $0.name.id == "customer-service" }?.opened(for: "SFY 2024-25"))
    var plan = Plan(
      id: "p", template: template.name, title: "T",
      blocks: [Block(id: "a", goal: 7, objective: 0, position: 1), Block(id: "b", goal: 8, objective: 0, position: 2)])
    plan.period = "SFY 2024-25"
    func text() -> String { PlanPage(of: plan, agency: "Invented County A", template: template).page.markdown() }
    #expect(text().contains("Staff of the Ombudsperson Program"))
    #expect(text().split(separator: "Ombudsperson Program: organization").count == 2)
    #expect(text().contains("SFY 2024-25") && text().contains("Jul-Sep progress report (due 10/30/24)"))
    plan.blocks[1].tactics = [Tactic(id: "t", title: "A stray activity", position: 1)]
    plan.blocks[1].texts = [NamedText(name: "scope", text: "A stray text")]
    #expect(text().contains("A stray activity") && text().contains("A stray text"))
  }

  @Test(
    "A plan of every kind, whatever stands in it, is read back from its document", arguments: PlanTemplate.shippedKinds)
  func document(template: PlanTemplate) throws {
    for seed in 0..<UInt64(3) {
      var drawn = DrawnPlan(seed: seed)
      let plan = drawn.plan(template)
      let back = try PlanDocument.read(PlanDocument.yaml(of: plan, template: template), editing: plan) { "x" }
      #expect(PlanChange.changes(from: plan, to: back).map(PlanTablesTests.short) == [], "seed \(seed)")
    }
  }

  /// Without what Markdown escapes, and line ends.
  private static func plain(_ text: String) -> String {
    text.replacing("\\", with: "").replacing("\n", with: " ")
  }
}
