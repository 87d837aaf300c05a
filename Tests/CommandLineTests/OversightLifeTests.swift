import Foundation
import Testing

@Suite("Events and oversight between an agency and the department", .serialized)
struct OversightLifeTests {
  let binary: Binary

  init() throws {
    binary = try Binary()
    let network = try Network(binary)
    for (node, agency) in [("a1", "inv-a"), ("a2", "inv-a"), ("b1", "inv-b")] {
      try network.add(node, agency: agency)
    }
    self.network = network
  }

  let network: Network

  @discardableResult
  func done(_ arguments: String..., status: Int32 = 0) throws -> Binary.Run {
    let run = try binary.run(Binary.program.path, arguments)
    try #require(run.status == status, "\(arguments): \(run.status): \(run.output)\(run.messages)")
    return run
  }

  func meet(_ nodes: String...) throws { for node in nodes { try network.exchange(node) } }

  func rules(_ node: String) throws -> [String] {
    let findings = try #require(
      try binary.qapi("findings", "--node", node, "--json").member("findings") as? [[String: Any]])
    return findings.compactMap { $0["rule"] as? String }
  }

  @Test("An event is reported offline, edited on two nodes, answered by the department, and ended")
  func event() throws {
    defer { binary.remove() }
    let press = try done("event", "report", "title=Press inquiry on fees", "kind=press", "--node", "a1")
    #expect(press.messages.contains("Public Records Act requests go by"))
    try done("event", "remove", "latest", "--node", "a1")
    let made = try done(
      "event", "report", "title=Flood", "kind=disruption of service", "day=2026-11-20", "reported=2026-11-21",
      "--node", "a1", "--json")
    let id = try #require(try made.member("id") as? String)
    let wrong = try done("event", "edit", id, "ended=2026-11-19", "--node", "a1", status: 2)
    #expect(wrong.messages.contains("rule event-ends-before"))
    try meet("a1", "a2", "b1")
    #expect(try binary.qapi("event", "list", "--node", "b1").output == "no events\n")
    #expect(try rules("d") == ["event-unanswered"])
    try done("event", "edit", id, "effect=No counter service", "--node", "a1")
    try done("event", "edit", id, "measures=Calls are taken at the court", "--node", "a2")
    try done("event", "answer", id, "--text", "Two people come on Monday.", "--node", "d")
    try done("event", "answer", id, "--text", "no", "--node", "a1", status: 2)
    try meet("a1", "a2", "a1")
    for node in ["a1", "a2", "d"] {
      let shown = try done("event", "show", id, "--node", node).output
      for words in ["No counter service", "Calls are taken", "Two people come on Monday."] {
        #expect(shown.contains(words), "\(node): \(shown)")
      }
      #expect(try rules(node) == [])
    }
    try done("event", "end", id, "--on", "2026-11-24", "--node", "a2")
    try meet("a2")
    #expect(try done("event", "status", "--node", "d").output == "no open events\n")
  }

  @Test("A review is planned, its findings are answered; late answers and papers are shown on both sides")
  func oversight() throws {
    defer { binary.remove() }
    let early = try done(
      "oversight", "plan", "visit_begin=2020-03-02", "papers_due=2020-03-09", "--agency", "inv-a", "--node", "d",
      status: 2)
    #expect(early.messages.contains("rule papers-after-visit"))
    #expect(try done("oversight", "plan", "--node", "a1", status: 2).messages.contains("only the department"))
    let made = try done(
      "oversight", "plan", "kind=scheduled review", "visit_begin=2020-03-02", "visit_end=2020-03-04",
      "papers_due=2020-02-20", "--agency", "inv-a", "--node", "d", "--json")
    let review = try #require(try made.member("id") as? String)
    try meet("a1")
    #expect(try rules("a1") == ["papers-late"])
    try done("oversight", "edit", review, "papers_in=2020-02-19", "reported=2020-03-20", "--node", "d")
    let finding = try done(
      "oversight", "finding", "add", review, "--text", "Orders are served late", "--element", "CM.3.2",
      "--answer-due", "2020-04-20", "--node", "d", "--json")
    let id = try #require(try finding.member("id") as? String)
    let before = try done(
      "oversight", "finding", "add", review, "--text", "x", "--answer-due", "2020-03-01", "--node", "d", status: 2)
    #expect(before.messages.contains("rule answer-due-before-report"))
    try meet("a1", "b1")
    #expect(try rules("a1") == ["finding-unanswered"] && rules("b1") == [])
    let shown = try binary.qapi("findings", "--node", "a1").output
    #expect(shown.contains("next: answer it with") && shown.contains(" oversight answer"))
    let list = try done("oversight", "list", "--late", "--node", "d").output
    #expect(list.contains("0 of 1 answered, 1 late"))
    try done("oversight", "answer", id, "--text", "We changed it.", "--on", "2020-04-22", "--node", "a1")
    try meet("a1")
    #expect(try rules("d") == [])
    let page = try done("oversight", "show", review, "--markdown", "--node", "d").output
    #expect(page.contains("(2 days late)") && page.contains("We changed it."))
    let schedule = try done("oversight", "schedule", "--on", "2021-01-01", "--node", "d").output
    #expect(schedule.hasPrefix("1 of 2 without a scheduled review in two years\n"))
    #expect(schedule.contains("inv-b   none        none  never reviewed"))
    #expect(try done("oversight", "remove", review, "--node", "d", status: 2).messages.contains("hang on"))
  }

  @Test("Risks are ranked, closed with a reason, and make a page; changes name the parts that are missing")
  func risks() throws {
    defer { binary.remove() }
    try done("risk", "add", "title=Server fails", "likelihood=2", "impact=5", "--node", "a1")
    try done("risk", "add", "title=Staff leave", "likelihood=4", "impact=3", "--node", "a1")
    for value in ["likelihood=6", "likelihood=x", "score=3", "closed=2026-01-01"] {
      try done("risk", "add", "title=T", value, "--node", "a1", status: 2)
    }
    try done("risk", "add", "likelihood=1", "--node", "a1", status: 2)
    let risks = try #require(try done("risk", "list", "--node", "a1", "--json").member("records") as? [[String: Any]])
    #expect(risks.compactMap { $0["score"] as? Int } == [12, 10])
    let page = try done("risk", "list", "--markdown", "--node", "a1").output
    #expect(page.contains("(score 12)") && page.contains("| 2 |  |  |  |  | \\#2 (score 10) |"))
    try done("risk", "close", "latest", "--reason", "they stay", "--node", "a1")
    try done("risk", "close", "latest", "--reason", "they stay", "--node", "a1", status: 2)
    #expect(try !done("risk", "list", "--node", "a1").output.contains("Staff leave"))
    #expect(try done("risk", "list", "--node", "a1", "--all").output.contains("Staff leave"))
    let change = try done("change", "add", "title=New intake", "analysis=How it is", "--node", "a1")
    #expect(change.messages.contains("not written yet: design, implementation plan, training and tools, monitoring"))
    let wrong = try done("change", "edit", "latest", "begin=2026-02-01", "due=2026-01-01", "--node", "a1", status: 2)
    #expect(wrong.messages.contains("rule change-ends-before"))
  }
}
