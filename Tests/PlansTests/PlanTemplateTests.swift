import Records
import Testing

@testable import Plans

@Suite("The template of CSSP Letter 23-01")
struct PlanTemplateTests {
  let template = PlanTemplate.pmpFFY2024

  @Test("Goals have the letter's objectives")
  func goals() {
    #expect(template.goals.map(\.number) == [1, 2, 3, 4, 5])
    #expect(template.goals.map(\.objectives.count) == [2, 4, 2, 2, 3])
    #expect(template.goal(3)?.title == "Enhance Program Performance")
    #expect(
      template.objective(4, ofGoal: 2)?.title
        == "Expand efforts on recruitment, retention, and development of child support professionals")
  }

  @Test("Two initiatives should be in every plan, two are required below a threshold")
  func initiatives() throws {
    #expect(template.initiatives.map(\.demand) == [.should, .should, .required, .required])
    #expect(
      template.initiatives.map(\.condition) == [
        .always, .always,
        .below(measure: "statewide-paternity", threshold: try #require(ExactFigure(90, over: 1))),
        .below(measure: "cost-effectiveness", threshold: try #require(ExactFigure(2, over: 1))),
      ])
  }

  @Test("Four updates, due as the form says")
  func quarters() {
    #expect(template.due == Day(2023, 9, 15))
    #expect(template.quarters.compactMap(\.due?.slashed) == ["01/31/24", "05/01/24", "07/31/24", "10/31/24"])
    #expect(template.quarters[0].label == "Oct-Dec Quarterly Update:")
  }

  @Test(
    "A template document is read strictly",
    arguments: [
      ("version: 1", "version: one", 3, "version"),
      ("version: 1", "version: 1\nvariant: 2", 4, "template"),
      ("due: 2023-09-15", "due: 15 September 2023", 14, "due"),
      ("  agency: \"LCSA:\"\n", "", 18, "labels"),
      (
        "demand: required\n  when: {measure: cost", "demand: perhaps\n  when: {measure: cost", 97,
        "initiative 4 · demand"
      ),
      ("below: 2.00", "below: two", 98, "initiative 4 · when · below"),
      ("when: {measure: cost-effectiveness", "when: {measure: speed", 84, "initiatives"),
      ("- {objective: 3, title: Expand customer", "- {objective: 2, title: Expand customer", 43, "goals"),
      ("places: 0", "places: 7", 78, "measure 1 · places"),
    ])
  func strict(old: String, new: String, line: Int, place: String) throws {
    let document = PlanTemplate.pmpFFY2024Document.replacing(old, with: new)
    #expect(document != PlanTemplate.pmpFFY2024Document)
    let error = #expect(throws: DocumentError.self) { _ = try PlanTemplate(document: document) }
    #expect(error?.line == line)
    #expect(error?.place == place)
  }

  @Test("A template need not be this one: the shape is data")
  func another() throws {
    let document = """
      template: other-2030
      version: 3
      heading: [PLAN]
      year: FFY 2030
      begins: 2029-10-01
      ends: 2030-09-30
      source: Letter X
      due: 2029-12-01
      reviewer: Analyst
      labels: {agency: "A:", goal: "G:"}
      sections: as written
      form: {block: [{part: tactics, columns: [{label: What, field: title}]}]}
      goals: [{goal: 7, title: Seven, objectives: []}]
      measures: []
      initiatives: []
      elective_topics: []
      quarters: []
      """
    let template = try PlanTemplate(document: document)
    #expect(template.name == Plan.TemplateName(id: "other-2030", version: 3))
    #expect(template.goal(7)?.title == "Seven")
  }
}
