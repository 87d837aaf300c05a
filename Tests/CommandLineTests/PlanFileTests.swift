import Plans
import Records
import Testing

@testable import qapi

@Suite("A plan as a file")
struct PlanFileTests {
  static let plan = Plan(
    id: "0190a7c4-0000-7000-8000-000000000001", template: .init(id: "pmp-ffy-2024", version: 1), title: "Plan",
    blocks: [Block(id: "0190a7c4-0000-7000-8000-000000000002", goal: 1, objective: 1, position: 1024)])

  static func parsed(_ text: String) throws -> Plan {
    let whole = PlanFile.completed(text, plan: plan.id, template: plan.template, title: plan.title)
    return try PlanDocument.parse(whole, editing: plan) { "0190a7c4-0000-7000-8000-00000000000f" }
  }

  @Test func theShownDocumentReadsBackAsThePlan() throws {
    let text = PlanFile.text(of: Self.plan, template: .pmpFFY2024)
    try PlanFile.checkIsWhole(text, file: "x")
    try PlanFile.checkShows(Self.plan, text, file: "x")
    #expect(try Self.parsed(text) == Self.plan)
  }

  @Test func aDocumentByHandMayLeaveOutWhatIsKnown() throws {
    let plan = try Self.parsed("blocks:\n- goal: 2\n  objective: 1\n")
    #expect(plan.id == Self.plan.id && plan.title == "Plan" && plan.blocks.map(\.goal) == [2])
  }

  @Test func aDocumentOfAnotherStateIsRefused() {
    var moved = Self.plan
    moved.blocks[0].goal = 2
    let text = PlanFile.text(of: Self.plan, template: nil)
    #expect(throws: Failure.self) { try PlanFile.checkShows(moved, text, file: "x") }
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "title: T\n", "  blocks: []\n"])
  func aDocumentWithoutBlocksWouldEmptyThePlan(text: String) {
    #expect(throws: Failure.self) { try PlanFile.checkIsWhole(text, file: "x") }
  }

  @Test(
    "What is wrong in a document is said with its line, and nothing of its content",
    arguments: [
      ("blocks: [a\n", "is not YAML", "plan.yaml line"),
      ("blocks:\n- goal: secret\n  objective: 1\n", "not a number", "plan.yaml line 2, block 1 · goal"),
      ("blocks: []\nsecret words: x\n", "not known here", "plan.yaml line 2, plan"),
      ("blocks: []\nblocks: []\n", "stands twice", "plan.yaml line"),
    ])
  func errors(text: String, what: String, place: String) throws {
    let error = #expect(throws: DocumentError.self) { try Self.parsed(text) }
    let failure = PlanFile.failure(try #require(error), file: "plan.yaml")
    #expect(failure.what.contains(what) && failure.what.hasSuffix("; nothing was changed"))
    #expect(failure.place?.hasPrefix(place) == true)
    #expect(failure.status == .error && !failure.lines.joined().contains("secret"))
  }
}
