import Plans
import Records
import Testing

@Suite("Two versions of a template, compared in words")
struct TemplateComparisonTests {
  static let document = PlanTemplate.shippedDocuments[0]

  @Test(
    "Each kind of difference",
    arguments: [
      ("version: 1", "version: 2", []),
      ("    # Performance", "    # Another comment: Performance", []),
      ("title: Expand data analytics", "title: \"Expand data analytics\"", []),
      ("due: 2023-09-15", "due: 2023-09-30", ["due|2023-09-15|2023-09-30"]),
      ("reviewer: Regional Administrator", "reviewer: Analyst", ["reviewer|Regional Administrator|Analyst"]),
      (
        "title: Expand data analytics", "title: Expand data use",
        ["goal 5 · objective 1 · title|Expand data analytics|Expand data use"]
      ),
      (
        "- {objective: 3, title: Expand customer self-service capabilities}\n", "",
        ["goal 5 · objective 3|objective 3, title Expand customer self-service capabilities|"]
      ),
      ("below: 2.00", "below: 2.10", ["initiative 4 · when · below|2.00|2.10"]),
      ("- debt reduction\n", "- debt relief\n", ["elective topics|debt reduction|", "elective topics||debt relief"]),
      (
        "- {label: Lead(s), field: leads}", "- {label: Lead(s), field: leads, may_be_empty: yes}",
        ["form · tactics · column Lead(s) · may be empty||yes"]
      ),
      (
        "- {needs: objective, demand: required}",
        "- {needs: objective, demand: should}\n- {needs: tactic, goal: 1, demand: should}",
        ["demand objective · demand|required|should", "demand tactic goal 1||needs tactic, goal 1, demand should"]
      ),
      (
        "- practice indicators\n- debt reduction\n", "- debt reduction\n- practice indicators\n",
        [
          "elective topics · order|federal performance measures, practice indicators, debt reduction, uncollectable debt, "
            + "parent outreach and education, other"
            + "|federal performance measures, debt reduction, practice indicators, uncollectable debt, "
            + "parent outreach and education, other"
        ]
      ),
    ])
  func differences(old: String, new: String, expected: [String]) throws {
    let changed = Self.document.replacing(old, with: new)
    #expect(changed != Self.document || old.hasPrefix("    #"))
    #expect(
      try TemplateComparison.changes(from: Self.document, to: changed).map { "\($0.place)|\($0.was)|\($0.now)" }
        == expected)
  }

  @Test("A template compared with itself has no difference, and with another one many", arguments: 0..<4)
  func itself(index: Int) throws {
    let document = PlanTemplate.shippedDocuments[index]
    #expect(try TemplateComparison.changes(from: document, to: document) == [])
    let other = PlanTemplate.shippedDocuments[(index + 1) % 4]
    #expect(try TemplateComparison.changes(from: document, to: other).count > 10)
  }
}

@Suite("A template that somebody writes")
struct TemplateProblemTests {
  @Test("Everything that is wrong is said at once, in the order of the lines")
  func all() {
    let document = TemplateComparisonTests.document
      .replacing("version: 1", with: "version: one")
      .replacing("field: leads", with: "field: leeds")
      .replacing("{objective: 2, title: Expand the use", with: "{objektive: 2, title: Expand the use")
      .replacing("demand: should", with: "demand: perhaps")
      .replacing("quarter: 4", with: "quarter: 5")
    let (template, problems) = PlanTemplate.read(document)
    #expect(template == nil)
    #expect(
      problems.map(\.place) == [
        "version", "form · block 3 · columns", "goal 4 · objective 2", "initiative 1 · demand", "initiative 2 · demand",
        "quarter 4 · quarter",
      ])
    #expect(problems.allSatisfy { $0.line != nil && !$0.next.isEmpty })
  }

  @Test(
    "What a template names must be in it",
    arguments: [
      ("needs: objective", "needs: strategy", "demands"), ("needs: objective", "needs: outcome", "demands"),
      ("needs: objective", "needs: section", "demands"), ("needs: objective", "needs: text, name: x", "demands"),
      ("needs: objective", "needs: target, name: x", "demands"),
      ("needs: objective", "needs: tactic field, name: x", "demands"),
      ("needs: objective, ", "needs: objective, goal: 9, ", "demands"),
      ("field: q4", "field: q5", "form · block 1 · columns"),
      ("- {quarter: 4, label: \"Jul-Sep Quarterly Update:\", due: 2024-10-31}", "", "form"),
      ("due: 2023-09-15", "formats: [narrative]", "form"), ("ends: 2024-09-30", "ends: 2022-09-30", "ends"),
      ("- part: quarters", "- part: targets\n  columns:\n  - {label: L, field: title}", "form · block"),
      ("- part: quarters", "- {part: quarters, origin: agreed}", "form · block 2 · origin"),
      ("- part: quarters", "- {part: quarters, rows: [statewide-paternity]}", "form · block 2 · rows"),
      ("blank_sections: 5", "blank_sections: 0", "form · blank_sections"),
    ])
  func contradictions(old: String, new: String, place: String) {
    let document = TemplateComparisonTests.document.split(separator: "\n", omittingEmptySubsequences: false).map {
      line in
      let indent = line.prefix { $0 == " " }
      return line.replacing(old, with: new.replacing("\n", with: "\n\(indent)"))
    }.joined(separator: "\n")
    #expect(document != TemplateComparisonTests.document)
    let (template, problems) = PlanTemplate.read(document)
    #expect(template == nil && problems.map(\.place) == [place], "\(problems)")
  }

  @Test("A document that is no YAML, or nothing, has one problem", arguments: ["", "a: [", "- 1", "a: b\n---\nc: d"])
  func broken(document: String) {
    #expect(PlanTemplate.read(document).problems.count >= 1)
    #expect(PlanTemplate.read(document).template == nil)
  }
}
