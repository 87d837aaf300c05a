import Testing

@testable import Plans

@Suite("Two versions of a plan, compared in words")
struct PlanComparisonTests {
  private func words(_ edit: (inout Plan) -> Void) -> [String] {
    let old = Sample.plan()
    var new = old
    edit(&new)
    return PlanComparison.differences(from: old, to: new, template: .pmpFFY2024).map(\.words)
  }

  @Test("Nothing")
  func nothing() { #expect(words { _ in } == []) }

  @Test("Fields, by the names that people know")
  func fields() {
    #expect(
      words { $0.blocks[0].measurements[0].target = "64.5" } == [
        "goal 1 objective 1 · measurement \"Collections on current support\": target: \"63.8\" -> \"64.5\""
      ])
    #expect(words { $0.title = "New" } == ["plan: title: \"Plan of Invented County A\" -> \"New\""])
    #expect(
      words { $0.blocks[0].quarters[0].text = "239 left." } == [
        "goal 1 objective 1: update of quarter 1: \"240 orders are left.\" -> \"239 left.\""
      ])
    #expect(
      words { $0.blocks[0].measurements[0].progress = [Progress(quarter: 2, figure: "62.4")] } == [
        "goal 1 objective 1 · measurement \"Collections on current support\": figure of quarter 2: (nothing) -> \"62.4\""
      ])
    #expect(
      words { $0.texts = [NamedText(name: "narrative", text: "Words.")] } == [
        "plan: narrative: (nothing) -> \"Words.\""
      ])
  }

  @Test("Two spellings of é are two values")
  func spelling() {
    var old = Sample.plan()
    old.title = "Caf\u{E9}"
    var new = old
    new.title = "Cafe\u{301}"
    #expect(PlanComparison.differences(from: old, to: new).count == 1)
  }

  @Test("Added, removed, moved: an entry is what its id says, and those behind it stay where they are")
  func entries() {
    #expect(words { $0.blocks[0].tactics.remove(at: 0) } == ["goal 1 objective 1 · tactic \"Early calls\": removed"])
    #expect(
      words { $0.blocks[0].tactics.insert(Tactic(id: "t-9", title: "New", position: 1), at: 0) } == [
        "goal 1 objective 1 · tactic \"New\": added"
      ])
    #expect(words { $0.blocks[0].tactics.swapAt(0, 1) }.count == 1)
    #expect(
      words { plan in
        let tactic = plan.blocks[0].tactics.remove(at: 0)
        plan.blocks[1].tactics.append(tactic)
      } == ["goal 2 objective 1 · tactic \"Early calls\": moved"])
    #expect(words { $0.blocks.swapAt(0, 1) }.filter { $0.hasSuffix(": moved") }.count == 1)
    #expect(words { $0.blocks.remove(at: 1) }.last == "goal 2 objective 1: removed")
    #expect(
      words { $0.blocks.remove(at: 0) }.contains(
        "goal 1 objective 1: update of quarter 2: \"200 left.\" -> (nothing)"))
  }

  @Test("A renamed and moved entry is both, and not another one")
  func both() {
    let found = words { plan in
      var tactic = plan.blocks[0].tactics.remove(at: 0)
      tactic.title = "Earlier calls"
      plan.blocks[1].tactics.append(tactic)
    }
    #expect(
      found == [
        "goal 2 objective 1 · tactic \"Earlier calls\": moved",
        "goal 2 objective 1 · tactic \"Earlier calls\": title: \"Early calls\" -> \"Earlier calls\"",
      ])
  }
}
