import Records
import Testing

@testable import Plans

@Suite("A plan is carried into the next cycle")
struct PlanCopyTests {
  static func plan() -> Plan {
    var plan = Sample.plan()
    plan.blocks[0].measurements[0].progress = [
      Progress(quarter: 1, figure: "62"), Progress(quarter: 3, figure: "62.9"),
    ]
    plan.blocks[0].measurements[0].direction = "up"
    plan.blocks[0].tactics[1].status = .completed
    plan.blocks[0].tactics[1].completed = "2024-03-01"
    return plan
  }

  static func copy(
    _ plan: Plan = plan(), from old: PlanTemplate = .pmpFFY2024, to new: PlanTemplate = .pmpFFY2024,
    baseline: PlanCopy.Baseline = .none
  ) -> PlanCopy {
    let ids = CountedIDs()
    return PlanCopy(of: plan, from: old, to: new, title: "Next", baseline: baseline, newID: ids.next)
  }

  @Test("What is not finished goes on, as new records; the year that is over stays behind")
  func carried() {
    let old = Self.plan()
    let copy = Self.copy()
    let first = copy.plan.blocks[0]
    #expect(copy.plan.follows == old.id && copy.plan.template == PlanTemplate.pmpFFY2024.name)
    #expect(first.tactics.map(\.title) == ["Early calls"] && first.tactics[0].status == .inProgress)
    #expect(first.tactics[0].continued == 1 && first.tactics[0].initiative == 2)
    #expect(first.measurements.map(\.title) == old.blocks[0].measurements.map(\.title))
    #expect(first.measurements[0].direction == "up")
    #expect(first.measurements.allSatisfy { $0.progress.isEmpty && $0.target.isEmpty && $0.baseline.isEmpty })
    #expect(copy.plan.blocks.allSatisfy { $0.quarters.isEmpty })
    #expect((first.goal, first.objective) == (1, 1))
    let ids = copy.plan.records.map(\.key)
    #expect(Set(ids).count == ids.count && Set(ids).isDisjoint(with: old.records.map(\.key)))
    #expect((copy.carried.sections, copy.carried.measurements, copy.carried.tactics) == (2, 3, 2))
    #expect(copy.remarks == ["goal 1 objective 1: \"Open house\" is completed, and was not carried"])
  }

  @Test(
    "A baseline is taken only if asked for",
    arguments: [
      (PlanCopy.Baseline.none, "", ""), (.lastFigure, "62.9", "figure of quarter 3 of the plan before"),
      (.target, "63.8", "target of the plan before"),
    ])
  func baselines(baseline: PlanCopy.Baseline, value: String, source: String) {
    let copy = Self.copy(baseline: baseline)
    #expect(copy.plan.blocks[0].measurements[0].baseline == value)
    #expect(copy.plan.blocks[0].measurements[0].baselineSource == source)
    #expect(copy.remarks.contains { $0.contains("has no figure to begin from") } == (baseline == .lastFigure))
  }

  @Test("What the new template does not have is carried in words, and named")
  func otherTemplate() {
    let copy = Self.copy(to: .pmpFFY2017)
    let first = copy.plan.blocks[0]
    #expect(first.objective == 0 && first.objectiveText == "Increase child support collections and payment reliability")
    #expect(first.tactics[0].initiative == 0)
    #expect(first.tactics[0].topic.hasPrefix("Implement strategies to increase performance in Federal"))
    #expect(copy.remarks.contains { $0.contains("carried in words") })
    #expect(copy.remarks.contains { $0.contains("is elective now") })
    #expect(copy.remarks.contains { $0.contains("check it") })
  }

  @Test("A section in which nothing goes on is left behind, and so are outcomes and texts without a place")
  func leftBehind() {
    var plan = Plan(id: "old", template: PlanTemplate.qapiFFY2004.name, title: "Old")
    var open = Block(
      id: "b1", goal: 2, objective: 0, position: 1, tactics: [Tactic(id: "t1", title: "Calls", position: 1)])
    open.texts = [NamedText(name: "problem", text: "P")]
    open.outcomes = [Outcome(id: "o1", position: 1)]
    plan.blocks = [open, Block(id: "b2", goal: 3, objective: 0, position: 2, tactics: [])]
    plan.targets = [Measurement(id: "m1", title: "Current support", target: "65", position: 1)]
    plan.texts = [NamedText(name: "attachments", text: "A")]
    let same = Self.copy(plan, from: .qapiFFY2004, to: .qapiFFY2004)
    #expect(same.plan.blocks.map(\.goal) == [2] && same.plan.blocks[0].text("problem") == "P")
    #expect(same.plan.blocks[0].outcomes.isEmpty && same.plan.texts.isEmpty)
    #expect(same.plan.targets.map(\.title) == ["Current support"] && same.plan.targets[0].target.isEmpty)
    let other = Self.copy(plan, from: .qapiFFY2004, to: .pmpFFY2017)
    #expect(other.plan.targets.isEmpty && other.plan.blocks[0].texts.isEmpty)
    for words in [
      "nothing in it goes on", "expected outcome not carried", "has no text \"Problem Statement\"",
      "target not carried",
      "\"Attachments\" of the plan",
    ] {
      #expect(other.remarks.contains { $0.contains(words) }, "\(words): \(other.remarks)")
    }
  }

  @Test("What was said of a tactic in the quarters stays behind; its strategy goes on")
  func notes() {
    var plan = Self.plan()
    plan.blocks[0].tactics[0].strategy = "Call.\n\nThen write.\n1st Quarter: Called.\nAll of them.\n2nd Quarter: Wrote."
    let copy = Self.copy(plan, from: .pmpFFY2017, to: .pmpFFY2019)
    #expect(copy.plan.blocks[0].tactics[0].strategy == "Call.\n\nThen write.")
  }

  @Test("The copy is a plan that its document can show and read back", arguments: PlanTemplate.shipped)
  func readsBack(template: PlanTemplate) throws {
    let plan = Self.copy(to: template).plan
    let back = try PlanDocument.parse(PlanDocument.yaml(of: plan, template: template), editing: plan) { "x" }
    #expect(back == plan)
  }
}

@Suite("A document from which something was left out")
struct MissingEntriesTests {
  @Test("Nothing is removed that is not meant to be; places are kept")
  func kept() throws {
    let plan = Sample.plan()
    func back(_ edit: (inout Plan) -> Void) -> Plan {
      var edited = plan
      edit(&edited)
      return edited.keepingEntries(of: plan)
    }
    #expect(back { _ in } == plan)
    #expect(back { $0.blocks.removeFirst() } == plan)
    #expect(back { $0.blocks[0].tactics.removeFirst() } == plan)
    #expect(back { $0.blocks[1].measurements.removeAll() } == plan)
    // What moved elsewhere does not come back where it was.
    let moved = back {
      $0.blocks[1].tactics.append($0.blocks[0].tactics.removeFirst())
      $0.blocks.removeFirst()
    }
    #expect(
      moved.blocks.map { $0.tactics.map(\.id) } == [["t-2"], ["t-3", "t-1"]]
        || moved.blocks[0].tactics.map(\.id) == ["t-2"])
    #expect(moved.blocks.flatMap(\.tactics).map(\.id).sorted() == ["t-1", "t-2", "t-3"])
  }

  @Test("Everything that is wrong in a document is said at once")
  func allErrors() {
    let yaml = PlanDocument.yaml(of: Sample.plan())
      .replacing("goal: 2", with: "goal: two").replacing("status: in progress", with: "status: nearly")
      .replacing("title: One form", with: "titel: One form").replacing("id: t-2", with: "id: t-9")
    let error = #expect(throws: DocumentErrors.self) {
      try PlanDocument.read(yaml, editing: Sample.plan(), newID: { "x" })
    }
    #expect(
      error?.errors.map(\.place) == [
        "block 1 · tactic 1 · status", "block 1 · tactic 2 · id", "block 2 · goal", "block 2 · tactic 1",
      ])
  }
}
