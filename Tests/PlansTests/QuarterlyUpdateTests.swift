import Records
import Testing

@testable import Plans

@Suite("The quarterly update: its questions, and what an answer does")
struct QuarterlyUpdateTests {
  static func update(
    _ plan: Plan = Sample.plan(), _ template: PlanTemplate = .pmpFFY2024, quarter: Int = 2, kept: Set<String> = []
  ) -> QuarterlyUpdate { QuarterlyUpdate(of: plan, template: template, quarter: quarter, kept: kept) }

  @Test("Section by section: figures, tactics that go on, the text")
  func order() {
    let update = Self.update()
    #expect(
      update.questions.map(\.name) == [
        "figure m-1", "figure m-2", "status t-1", "status t-2", "text block-1", "figure m-3", "status t-3",
        "text block-2",
      ])
    #expect(update.progressWords == "1 of 8 answered")
    #expect(update.firstOpen?.name == "figure m-1")
    #expect(update.questions[4].last == "240 orders are left." && update.questions[4].current == "200 left.")
    #expect(update.questions[0].section[0] == "Goal 1: Facilitate Consistent Support for Children")
  }

  @Test("A form without quarterly texts asks for words of each tactic; one without quarters asks nothing of them")
  func otherForms() {
    var plan = Sample.plan()
    plan.blocks.removeLast()
    #expect(
      Self.update(plan, .pmpFFY2017).questions.map(\.kind) == [
        .figure, .figure, .status, .words, .status, .words,
      ])
    #expect(PlanTemplate.qapiFFY2004.nextUpdate(on: Self.day(2004, 1, 1)) == nil)
  }

  @Test("Finished tactics are not asked about, but for a day that is missing, and while they are being answered")
  func finished() {
    var plan = Sample.plan()
    plan.blocks[0].tactics[0].status = .completed
    plan.blocks[0].tactics[0].completed = "2024-02-01"
    plan.blocks[0].tactics[1].status = .dropped
    plan.blocks[1].tactics[0].status = .completed
    func names(_ kept: Set<String> = []) -> [String] {
      Self.update(plan, kept: kept).questions.map(\.name).filter { $0.contains("t-") }
    }
    #expect(names() == ["completed t-3"])
    #expect(names(["status t-1"]) == ["status t-1", "completed t-1", "completed t-3"])
    #expect(names(["status t-2"]) == ["status t-2", "completed t-3"])
  }

  @Test("It can be left and taken up again: the next open question, or with --again each of them")
  func moving() throws {
    let update = Self.update(kept: ["status t-1"])
    #expect(update.progressWords == "2 of 8 answered")
    #expect(update.question(after: "figure m-2", again: false)?.name == "status t-2")
    #expect(update.question(after: "figure m-2", again: true)?.name == "status t-1")
    #expect(update.question(after: "text block-2", again: false) == nil)
    #expect(update.question(after: "gone", again: false)?.name == "figure m-1")
    #expect(update.question(before: "status t-2")?.name == "status t-1")
    #expect(update.question(before: "figure m-1") == nil)
  }

  @Test(
    "An answer changes one record, and emptying takes it away",
    arguments: [
      ("figure m-1", "62.1", "62.1"), ("status t-1", "4", "completed"), ("status t-1", "On Hold", "on hold"),
      ("text block-1", "Begun. \r\n", "Begun."), ("text block-1", "", ""),
    ])
  func answers(name: String, typed: String, kept: String) throws {
    let update = Self.update()
    let question = try #require(update.questions.first { $0.name == name })
    let value = try update.value(of: typed, for: question)
    #expect(value == kept)
    let plan = update.plan(answering: question, with: value)
    #expect(PlanChange.changes(from: update.plan, to: plan).count == 1)
    let answered = Self.update(plan, kept: ["status t-1"]).questions.first { $0.name == name }
    #expect(answered?.current == kept && answered?.isAnswered == !kept.isEmpty)
  }

  @Test(
    "What cannot be kept is said with what to do",
    arguments: [
      ("figure m-1", "about sixty"), ("figure m-1", "62,1"), ("status t-1", "6"), ("status t-1", "nearly"),
      ("status t-1", ""), ("text block-1", "a\u{7}"), ("figure m-2", "two\nlines"),
    ])
  func refused(name: String, typed: String) throws {
    var plan = Sample.plan()
    plan.blocks[0].measurements[0].kind = "percent"
    let update = Self.update(plan)
    let question = try #require(update.questions.first { $0.name == name })
    #expect(throws: FieldProblem.self) { try update.value(of: typed, for: question) }
  }

  @Test("Words stand where a figure is not to be had, if the kind of figure is not said")
  func words() throws {
    let update = Self.update()
    #expect(try update.value(of: "not published yet", for: update.questions[1]) == "not published yet")
  }

  @Test(
    "What looks like a slip of the pen is asked back",
    arguments: [
      // kind, direction, last figure, typed, whether it is asked back
      ("percent", "", "99.5", "100", false), ("percent", "", "99.5", "100.01", true),
      ("percent", "up", "61.8", "62", false),
      ("percent", "up", "61.8", "61.7", true), ("count", "down", "263", "262", false),
      ("count", "down", "263", "264", true),
      ("count", "", "263", "262.5", true), ("", "", "61.8", "6.18", true), ("", "", "61.8", "6.19", false),
      ("", "", "61.8", "618", true), ("", "", "61.8", "617", false), ("percent", "", "61.8", "$62", true),
      ("dollars", "", "61.8", "62%", true), ("percent", "up", "none yet", "3", false), ("", "", "0", "400", false),
      ("percent", "up", "61.8", "", false), ("", "up", "61.8", "about sixty", true), ("count", "down", "5", "0", true),
    ])
  func doubts(kind: String, direction: String, last: String, typed: String, isAsked: Bool) {
    var plan = Sample.plan()
    plan.blocks[0].measurements[0] = Measurement(id: "m-1", title: "A", baseline: "1", position: 1)
    plan.blocks[0].measurements[0].kind = kind
    plan.blocks[0].measurements[0].direction = direction
    plan.blocks[0].measurements[0].progress = [Progress(quarter: 1, figure: last)]
    let update = Self.update(plan)
    #expect((update.doubt(about: typed, for: update.questions[0]) != nil) == isAsked)
  }

  @Test("A text that stands there is not replaced unasked; one that goes on is")
  func replacing() {
    let update = Self.update()
    #expect(update.doubt(about: "Other.", for: update.questions[4]) == "that replaces what stands there")
    #expect(update.doubt(about: "200 left. All called.", for: update.questions[4]) == nil)
    #expect(update.doubt(about: "Other.", for: update.questions[7]) == nil)
  }

  @Test("Words of a tactic stand as a paragraph of its strategy, one for each quarter")
  func notes() throws {
    var plan = Sample.plan()
    func answer(_ quarter: Int, _ text: String) throws {
      let update = Self.update(plan, .pmpFFY2017, quarter: quarter)
      let question = try #require(update.questions.first { $0.name == "words t-1" })
      plan = update.plan(answering: question, with: text)
      let after = Self.update(plan, .pmpFFY2017, quarter: quarter).questions.first { $0.name == "words t-1" }
      #expect(after?.current == text)
    }
    let strategy = plan.blocks[0].tactics[0].strategy
    try answer(1, "Hired two.")
    try answer(2, "Hired three.\n\nAll trained.")
    try answer(1, "Hired two, and one more.")
    #expect(
      plan.blocks[0].tactics[0].strategy == strategy
        + "\n1st Quarter: Hired two, and one more.\n2nd Quarter: Hired three.\n\nAll trained.")
    try answer(1, "")
    try answer(2, "")
    #expect(plan.blocks[0].tactics[0].strategy == strategy)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day)! }

  @Test(
    "Which update comes next: by its due day, or by the end of the month after its quarter",
    arguments: [
      (PlanTemplate.pmpFFY2024, day(2023, 9, 1), 1), (.pmpFFY2024, day(2024, 1, 31), 1),
      (.pmpFFY2024, day(2024, 2, 1), 2), (.pmpFFY2024, day(2024, 5, 1), 2), (.pmpFFY2024, day(2024, 5, 2), 3),
      (.pmpFFY2024, day(2024, 10, 31), 4), (.pmpFFY2024, day(2030, 1, 1), 4),
      (.pmpFFY2017, day(2017, 1, 31), 1), (.pmpFFY2017, day(2017, 2, 1), 2), (.pmpFFY2017, day(2017, 4, 30), 2),
      (.pmpFFY2017, day(2017, 5, 1), 3), (.pmpFFY2017, day(2017, 10, 31), 4), (.pmpFFY2019, day(2018, 11, 1), 1),
    ])
  func nextQuarter(template: PlanTemplate, today: Day, quarter: Int) {
    #expect(template.nextUpdate(on: today)?.number == quarter)
  }

  @Test("A day that the department has set goes before the template's")
  func otherDates() {
    var dates = DueDates(of: .pmpFFY2024)
    dates.quarters[1] = Self.day(2024, 2, 15)
    #expect(PlanTemplate.pmpFFY2024.nextUpdate(on: Self.day(2024, 2, 10), dates: dates)?.number == 1)
  }
}

@Suite("The quarterly update as a form")
struct UpdateFormTests {
  static func filled(_ lines: [(String, String)], of plan: Plan = Sample.plan()) throws -> String {
    var form = UpdateForm.yaml(of: QuarterlyUpdateTests.update(plan))
    for (id, answer) in lines { form = form.replacing("- id: \(id)\n", with: "- id: \(id)\n  \(answer)\n") }
    // What is filled stands twice now: the empty key goes.
    for kind in UpdateQuestion.Kind.allCases where lines.contains(where: { $0.1.contains("\(kind.rawValue): ") }) {
      form = form.replacing("  \(kind.rawValue):\n", with: "")
    }
    return form
  }

  @Test("Untouched, it changes nothing, whatever stands in the plan")
  func untouched() throws {
    var plan = Sample.plan()
    plan.blocks[0].measurements[0].title = "a: b # c\u{202E}\n- x"
    plan.blocks[0].measurements[0].progress = [Progress(quarter: 2, figure: "| \"x\"")]
    plan.blocks[0].quarters = [
      QuarterlyText(quarter: 1, text: "- a\n\n: b"), QuarterlyText(quarter: 2, text: "#\n\tx"),
    ]
    let update = QuarterlyUpdateTests.update(plan)
    let back = try UpdateForm.answered(UpdateForm.yaml(of: update), in: update)
    #expect(back.plan == plan && back.names == [] && back.doubts == [])
  }

  @Test("Answers are taken; a dash empties; what looks odd is said")
  func answered() throws {
    let form = try Self.filled([
      ("m-1", "figure: 162"), ("t-1", "status: completed\n  completed: 2024-02-29"), ("block-1", "text: \"-\""),
    ])
    let back = try UpdateForm.answered(form, in: QuarterlyUpdateTests.update())
    #expect(back.names == ["figure m-1", "status t-1", "completed t-1", "text block-1"])
    #expect(back.doubts == ["Collections on current support: 162: that is over 100 percent"])
    #expect(back.plan.blocks[0].tactics[0].completed == "2024-02-29")
    #expect(back.plan.blocks[0].quarter(2) == "" && back.plan.blocks[0].quarter(1) == "240 orders are left.")
  }

  @Test("Everything that is wrong is said at once, with its line, and nothing is taken")
  func wrong() throws {
    let form = try Self.filled([
      ("m-1", "figure: [1]"), ("t-1", "status: nearly"), ("t-2", "completed: 2024-02-29"), ("block-1", "words: x"),
      ("block-2", "figures: 1"),
    ]).replacing("- id: m-3", with: "- id: m-9")
    let error = #expect(throws: DocumentErrors.self) {
      try UpdateForm.answered(form, in: QuarterlyUpdateTests.update())
    }
    let places = error?.errors.map(\.place) ?? []
    #expect(
      places.map { $0.split(separator: " ").last.map(String.init) } == [
        "figure", "status", "completed", "words", "id", "8",
      ])
    #expect(error?.errors.allSatisfy { ($0.line ?? 0) > 0 } == true)
  }

  @Test("What somebody else answered since the form was printed was not shown, and is not replaced")
  func meanwhile() throws {
    let form = try Self.filled([("m-1", "figure: 62.5"), ("t-1", "status: on hold"), ("block-1", "text: Other.")])
    var plan = Sample.plan()
    plan.blocks[0].measurements[0].progress.append(Progress(quarter: 2, figure: "61.9"))
    plan.blocks[0].tactics[0].status = .completed
    plan.blocks[0].quarters.removeAll { $0.quarter == 2 }
    let error = #expect(throws: DocumentErrors.self) {
      try UpdateForm.answered(form, in: QuarterlyUpdateTests.update(plan))
    }
    #expect(error?.errors.map { $0.place.split(separator: " ").last } == ["figure", "status", "text"])
    // What another wrote elsewhere, or just so, stands in nobody's way; nor does anything where the form does not say.
    var other = Sample.plan()
    other.blocks[0].measurements[0].progress.append(Progress(quarter: 2, figure: "62.5"))
    other.blocks[0].tactics[1].status = .completed
    let taken = try UpdateForm.answered(form, in: QuarterlyUpdateTests.update(other))
    #expect(taken.names == ["figure m-1", "status t-1", "text block-1"])
    let byHand = String(form[..<(form.firstRange(of: "\nshown:")?.lowerBound ?? form.endIndex)])
    #expect(try UpdateForm.answered(byHand, in: QuarterlyUpdateTests.update(plan)).names == taken.names)
  }

  @Test("The form of another plan or quarter is refused")
  func strange() throws {
    let form = try Self.filled([])
    for other in [form.replacing("quarter: 2", with: "quarter: 1"), form.replacing(Sample.planID, with: "other")] {
      #expect(throws: DocumentErrors.self) { try UpdateForm.answered(other, in: QuarterlyUpdateTests.update()) }
    }
  }
}
