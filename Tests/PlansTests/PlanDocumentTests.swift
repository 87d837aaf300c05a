import Plans
import Records
import Testing

@Suite("A plan as a document")
struct PlanDocumentTests {
  private func parsed(_ yaml: String, editing plan: Plan = Sample.plan()) throws -> Plan {
    let ids = CountedIDs()
    return try PlanDocument.parse(yaml, editing: plan, newID: ids.next)
  }

  @Test("What is written reads back, and nothing is changed by it", arguments: [nil, PlanTemplate.pmpFFY2024])
  func roundTrip(template: PlanTemplate?) throws {
    let plan = Sample.plan()
    let back = try parsed(PlanDocument.yaml(of: plan, template: template))
    #expect(back == plan)
    #expect(PlanChange.changes(from: plan, to: back) == [])
  }

  @Test("An empty plan reads back")
  func emptyPlan() throws {
    let plan = Plan(id: Sample.planID, template: .init(id: "pmp-ffy-2024", version: 1), title: "")
    #expect(try parsed(PlanDocument.yaml(of: plan, template: .pmpFFY2024), editing: plan) == plan)
  }

  @Test(
    "Every text reads back as it was",
    arguments: [
      "plain", "key: value", "ends with:", "# comment", "a # b", "a#b", "- dash", "[list]", "{map}", "*alias",
      "&anchor",
      "!tag", "|", ">", "'single'", "\"double\"", "back\\slash", "null", "~", "true", "no", "1.10", "0x1F",
      "2024-01-31",
      "100%", "@at", "`tick`", "---", "...", "two\nlines", "blank\n\nline", "  indented\nfirst", "\tx\ny",
      "a\n  b\n\tc\n d",
      "# first\nsecond", "a\n# second", "a\n---\nb", "a\n...\nb", "space at end of line \nnext", "a\n   \nb",
      "ünï — 日本 🙂",
      "\u{2028}separator", "\u{202E}override", "\u{FEFF}mark", "\u{FFFE}none", "é", "? question", "- - -", "a: b\nc: d",
      ": x",
      "x :y", "\"", "'",
      "a very long line of more than one hundred characters, which therefore stands below its key, on one line",
    ])
  func everyText(text: String) throws {
    var plan = Sample.plan()
    plan.blocks[0].measurements[0].baseline = text
    plan.blocks[0].tactics[0].leads = text
    plan.blocks[0].tactics[0].strategy = text
    plan.blocks[0].quarters[0].text = text
    if !text.contains("\n") && !text.contains("\t") {
      plan.title = text
      plan.blocks[0].tactics[0].title = text
    }
    let clean = RecordText.normalised(text)
    let back = try parsed(PlanDocument.yaml(of: plan), editing: plan)
    #expect(PlanChange.changes(from: plan, to: back) == [])
    #expect(FieldValue.text(back.blocks[0].tactics[0].strategy) == .text(clean))
    #expect(FieldValue.text(back.blocks[0].quarters[0].text) == .text(clean))
  }

  @Test("Entered texts get one spelling: NFC, LF, no blank ends")
  func normalised() throws {
    let yaml = PlanDocument.yaml(of: Sample.plan())
      .replacing("Early calls", with: "Cafe\u{301} calls").replacing("\n", with: "\r\n")
    let back = try parsed(yaml)
    #expect(FieldValue.text(back.blocks[0].tactics[0].title) == .text("Caf\u{E9} calls"))
    #expect(FieldValue.text(back.blocks[0].tactics[0].strategy) == .text("Call within five days.\n\nThen: write."))
  }

  @Test(
    "The one spelling is its own",
    arguments: ["a\r\r\nb", "\r\n \n\ta\r", "\n\r\r\n", "\r\u{FEFF}\n", "e\u{FEFF}\u{301}"])
  func normalisedTwice(text: String) {
    let once = RecordText.normalised(text)
    #expect(FieldValue.text(RecordText.normalised(once)) == .text(once))
  }

  @Test("A text that came in another spelling is not changed by being shown")
  func otherSpelling() throws {
    var plan = Sample.plan()
    plan.blocks[0].tactics[0].title = "Cafe\u{301}"
    plan.blocks[0].tactics[0].leads = "one\r\ntwo \n\n"
    plan.blocks[0].measurements[0].title = "a\u{1}control\ncharacter"
    plan.blocks[0].tactics[0].status = TacticStatus(rawValue: "awaiting funds")
    plan.blocks[0].goal = 0
    let back = try parsed(PlanDocument.yaml(of: plan), editing: plan)
    #expect(PlanChange.changes(from: plan, to: back) == [])
  }

  @Test("A byte order mark in front is accepted")
  func byteOrderMark() throws {
    #expect(try parsed("\u{FEFF}" + PlanDocument.yaml(of: Sample.plan())) == Sample.plan())
  }

  @Test("New entries draw ids; moved ones keep theirs")
  func identity() throws {
    let yaml = PlanDocument.yaml(of: Sample.plan())
      .replacing("    id: t-2\n", with: "")
    let back = try parsed(yaml)
    #expect(back.blocks[0].tactics.map(\.id) == ["t-1", "0190a000-0000-7000-8000-000000000001"])
  }

  @Test(
    "What is refused, how many lines from where the change begins, and where in words",
    arguments: [
      ("title: Early calls", "title: [Early, calls]", 0, "block 1 · tactic 1 · title"),
      ("title: Early calls", "titel: Early calls", 0, "block 1 · tactic 1"),
      ("title: Early calls", "title: Early\tcalls", 0, "block 1 · tactic 1 · title"),
      ("title: Early calls", "title: &x Early calls", 0, "plan"),
      ("title: Early calls", "title: !x Early calls", 0, "plan"),
      ("title: Early calls", "title: Early: calls", 0, "plan"),
      ("title: Early calls", "title: \"Early\\u0007calls\"", 0, "block 1 · tactic 1 · title"),
      ("title: Early calls", "title: Early\u{7}calls", 0, "plan"),
      ("title: Early calls", "title: Early calls\n    title: Again", 0, "plan"),
      ("id: t-2", "id: t-1", 0, "block 1 · tactic 2 · id"),
      ("id: t-2", "id: m-1", 0, "block 1 · tactic 2 · id"),
      ("id: t-2", "id: of-another-plan", 0, "block 1 · tactic 2 · id"),
      ("status: in progress", "status: nearly", 0, "block 1 · tactic 1 · status"),
      ("initiative: 2", "initiative: two", 0, "block 1 · tactic 1 · initiative"),
      ("- goal: 1\n", "- goal: 1.5\n", 0, "block 1 · goal"),
      ("- goal: 1\n", "- goal: 1\n  gaol: 1\n", 1, "block 1"),
      ("- goal: 1\n  objective: 1\n", "- objective: 1\n", 0, "block 1"),
      ("plan: \(Sample.planID)", "plan: another", 0, "plan"),
      ("template: pmp-ffy-2024 version 1", "template: pmp-ffy-2024", 0, "template"),
      ("    q1: |", "    q5: |", 0, "block 1 · quarters"),
      ("\nblocks:", "\nlost_blocks:\n- tactics: []\nblocks:", 2, "lost block 1"),
    ])
  func refused(old: String, new: String, offset: Int, place: String) throws {
    let whole = PlanDocument.yaml(of: Sample.plan())
    let start = try #require(whole.firstRange(of: "\nplan: ")).lowerBound
    let head = String(whole[..<start])
    let body = String(whole[start...])
    // Only the first occurrence below the comments is changed.
    let change = try #require(body.firstRange(of: old))
    let yaml = head + body[..<change.lowerBound] + new + body[change.upperBound...]
    let error = #expect(throws: DocumentError.self) { _ = try parsed(yaml) }
    let changedLine = (head + body[..<change.lowerBound]).count { $0 == "\n" } + 1
    #expect(error?.line == changedLine + offset)
    #expect(error?.place == place)
    #expect(error?.next.isEmpty == false)
  }

  @Test(
    "Documents that are none",
    arguments: ["", "# only comments\n", "a: [", "x", "- x", "a: 1\n---\nb: 2", "a: \u{0}", "\"", "*x"])
  func noDocument(yaml: String) { #expect(throws: DocumentError.self) { _ = try parsed(yaml) } }

  @Test("Deep nesting and swelling aliases are refused, not followed")
  func bombs() {
    #expect(throws: DocumentError.self) { _ = try parsed("a: " + String(repeating: "[", count: 5000)) }
    #expect(throws: DocumentError.self) {
      _ = try parsed("a: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500))
    }
    var bomb = "a0: &a0 [x]\n"
    for level in 1...60 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(throws: DocumentError.self) { _ = try parsed(bomb) }
  }

  @Test("A text above 256 KiB is refused, one of exactly that is kept")
  func sizes() throws {
    var plan = Sample.plan()
    let shown = plan
    plan.blocks[0].tactics[0].strategy = String(repeating: "x", count: RecordText.byteLimit)
    #expect(try parsed(PlanDocument.yaml(of: plan), editing: shown) == plan)
    plan.blocks[0].tactics[0].strategy += "x"
    let error = #expect(throws: DocumentError.self) { _ = try parsed(PlanDocument.yaml(of: plan), editing: shown) }
    #expect(error?.place == "block 1 · tactic 1 · strategy")
  }

  @Test("Errors hold nothing that a person wrote")
  func discreet() {
    let secret = "Maria Example owes"
    for yaml in [
      "\(secret): 1", "plan: \(secret)", "a: [\(secret)", "\(secret)\n\(secret): x\n  y", "plan: 1\nplan: \(secret)",
    ] {
      let error = #expect(throws: DocumentError.self) { _ = try parsed(yaml) }
      #expect(error.map { !"\($0)".contains("Maria") } == true)
    }
  }

  @Test("Entries whose goal was removed elsewhere are shown, and come back with it")
  func lostBlocks() throws {
    var plan = Sample.plan()
    var lost = plan.blocks.removeLast()
    lost.goal = 0
    lost.objective = 0
    lost.position = 0
    plan.lostBlocks = [lost]
    let yaml = PlanDocument.yaml(of: plan, template: .pmpFFY2024)
    #expect(try parsed(yaml, editing: plan) == plan)

    let moved = yaml.replacing("lost_blocks:\n\n- measurements:", with: "\n- goal: 2\n  objective: 1\n  measurements:")
    let back = try parsed(moved, editing: plan)
    let changes = PlanChange.changes(from: plan, to: back)
    #expect(changes.count == 1)
    guard case .insert(let record) = try #require(changes.first) else {
      Issue.record("the goal is not inserted")
      return
    }
    #expect(record.kind == .block)
    #expect(record.key == [.text("block-2")])
  }
}
