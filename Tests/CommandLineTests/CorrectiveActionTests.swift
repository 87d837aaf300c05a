import Foundation
import Testing

@Suite("From a case review to a closed corrective action, on two nodes of an agency and at the department")
struct CorrectiveActionTests {
  private struct State {
    let nodes: TwoNodes

    init(_ binary: Binary) throws { nodes = try TwoNodes(binary) }

    @discardableResult
    func run(_ node: String, _ words: String..., status: Int32 = 0) throws -> Binary.Run {
      try nodes.done(words + ["--node", node], status)
    }

    func action(_ node: String) throws -> [String: Any] {
      let run = try run(node, "action", "show", "latest", "--json")
      return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    /// The state of the action, the same on all nodes.
    func state() throws -> String {
      let states = try TwoNodes.nodes.map { node in try action(node)["state"] as? String ?? "" }
      #expect(Set(states).count == 1, "\(states)")
      return states[0]
    }
  }

  @Test("Edits on both sides while offline come together; what disagrees is a conflict that people can read")
  func life() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let state = try State(binary)
    try state.run(
      "a1", "review", "new", "title=Orders", "kind=data reliability", "quarter=FFY 2024 Q2", "sample_size=40",
      "population=4000", "begun=2024-04-01")
    try state.run("a1", "review", "count", "latest", "data-reliability-orders", "--met", "37", "--not-met", "3")
    let finished = try state.run("a1", "review", "finish", "latest", "--on", "2024-04-20", "--json")
    #expect(try finished.member("verdict") as? String == "failed")
    #expect(try state.nodes.findings("a1").map { $0["rule"] as? String } == ["failed-review"])
    let opened = try state.run("a1", "action", "open", "--review", "latest", "due=2099-12-31", "--json")
    #expect(try opened.member("required") as? Int == 1)
    #expect(try state.nodes.findings("a1").isEmpty)
    try state.nodes.meet()
    #expect(try state.state() == "open")

    // Both nodes of the agency work offline, and the department looks at it meanwhile.
    try state.run("a1", "action", "cause", "action=latest", "text=Two vacancies")
    try state.run("a1", "action", "step", "action=latest", "text=Train staff", "person=Lee", "due=2099-06-30")
    try state.run("a1", "action", "edit", "latest", "outcome=Every order is in the file", "person=Lee")
    try state.run("a2", "action", "progress", "action=latest", "text=The files were looked through")
    try state.run("a2", "action", "edit", "latest", "outcome=98 percent in the next review", "reassess_by=2099-08-01")
    try state.run("d", "action", "monitor", "action=latest", "verdict=concern", "text=Say by when")
    try state.nodes.meet()
    try state.nodes.expectSameRows()
    #expect(try state.state() == "in progress")
    let action = try state.action("d")
    for (list, count) in [("causes", 1), ("steps", 1), ("progress", 1), ("monitoring", 1)] {
      #expect((action[list] as? [Any])?.count == count, "\(list)")
    }
    #expect(action["person"] as? String == "Lee" && action["reassess_by"] as? String == "2099-08-01")
    let conflicts = try state.nodes.conflicts("a1")
    let conflict = try #require(conflicts.first?["name"] as? String)
    #expect(conflicts.count == 1)
    let shown = try binary.qapi("conflicts", "show", conflict, "--node", "a1").output
    for words in ["corrective action \"FFY 2024 Q2: Orders\"", "outcome wanted", "98 percent", "Every order"] {
      #expect(shown.contains(words), "\(words) in \(shown)")
    }

    // Somebody who saw both sides settles it; then the outcome, the reassessment and the end.
    try state.run(
      "a1", "conflicts", "resolve", conflict, "--value", "98 percent, every order in the file", "-m", "both")
    try state.run("a1", "action", "close", "latest", status: 2)
    try state.run("a2", "action", "reach", "latest", "--outcome", "All orders found")
    try state.nodes.meet()
    #expect(try state.nodes.conflicts("a1").isEmpty)
    #expect(try state.state() == "outcome reached")
    try state.run("a1", "action", "reassess", "action=latest", "result=remedied", "text=40 of 40")
    try state.nodes.meet()
    #expect(try state.state() == "reassessed")

    // One closes it, the other finds the problem back on a later day, neither knows of the other.
    try state.run("a1", "action", "close", "latest")
    try state.run("a2", "action", "reassess", "action=latest", "result=not remedied", "day=2099-01-01")
    try state.nodes.meet()
    #expect(try state.state() == "closed")
    #expect(try state.nodes.rules() == ["problem-is-back"])
    try state.run("a2", "action", "reopen", "latest")
    try state.nodes.meet()
    #expect(try state.state() == "in progress")
    #expect(try state.nodes.rules() == [])
    try state.run("a2", "action", "close", "latest", "--reason", "Goes on in the yearly plan", "--on", "2099-02-01")
    try state.nodes.meet()
    #expect(try state.state() == "closed")
    #expect(try state.nodes.rules() == [])
    try state.nodes.expectSameRows()
  }

  @Test("Wrong input is refused with the rule that it breaks, and changes nothing")
  func wrongInput() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let state = try State(binary)
    try state.run("a1", "review", "new", "title=Orders", "kind=data reliability", "sample_size=40")
    try state.run("a1", "review", "count", "latest", "data-reliability-orders", "--met", "40", "--not-met", "0")
    let status = try state.run("a1", "status", "--json").member("digests") as? NSArray
    let wrong: [(node: String, words: [String], says: String)] = [
      ("a1", ["review", "new", "title=x", "quarter=FFY 2024"], "review-quarter"),
      ("a1", ["review", "new", "title=x", "quarter=SFY 2024 Q2"], "review-quarter"),
      ("a1", ["review", "new", "title=x", "kind=special area"], "review-without-area"),
      ("a1", ["review", "new", "title=x", "population=3", "sample_size=4"], "sample-over-population"),
      ("a1", ["review", "new"], "needs its title"), ("a1", ["review", "new", "title"], "FIELD=VALUE"),
      ("a1", ["review", "new", "titel=x"], "has no field 'titel'"),
      ("a1", ["review", "new", "title=x", "title=y"], "twice"),
      ("a1", ["review", "new", "title=x", "kind=nothing"], "not known here"),
      ("a1", ["review", "edit", "latest", "sample_size=39"], "count-over-sample"),
      (
        "a1", ["review", "count", "latest", "data-reliability-orders", "--met", "40", "--not-met", "1"],
        "count-over-sample"
      ),
      ("a1", ["action", "open", "title=x", "problem=y", "element=ZZ.1"], "no code ZZ.1"),
      ("a1", ["action", "open", "--title", "x"], "write it as a field: title="),
      ("a1", ["review", "finding", "dispose", "latest", "result=open"], "write it as an option: --result"),
      ("a1", ["review", "edit", "latest", "finished=2024-01-01"], "not entered here"),
      ("a1", ["review", "edit", "nowhere", "title=x"], "there is no case review"),
      ("a1", ["review", "edit", "latest", "title=123-45-6789"], "Social Security"),
      (
        "a1",
        ["review", "count", "latest", "data-reliability-orders", "--met", "3", "--not-met", "1", "--reviewed", "5"],
        "review-counts"
      ),
      ("a1", ["review", "count", "latest", "nowhere", "--met", "3", "--not-met", "1"], "unknown-review-rule"),
      (
        "a1", ["review", "count", "latest", "data-reliability-orders", "--met=-1", "--not-met", "1"], "from 0 to 999999"
      ),
      ("a1", ["review", "remove", "latest"], "other records hang on this"),
      (
        "a1", ["review", "finding", "add", "review=latest", "text=x", "disposition=explained"],
        "disposition-without-reason"
      ),
      ("a1", ["review", "finding", "add", "text=x"], "needs its review"),
      ("a1", ["action", "open", "title=x", "problem=y", "origin=review", "origin_id=nowhere"], "origin-not-there"),
      ("a1", ["action", "open", "title=x", "problem=y", "due=2001-01-01"], "due-before-opened"),
      ("a1", ["action", "step", "action=latest", "text=x", "person=y"], "there is no corrective action"),
      ("a1", ["review", "rule", "add", "title=x", "source=y"], "only the department"),
      ("a1", ["action", "monitor", "action=latest"], "only the department"),
      ("d", ["review", "new", "title=x"], "belong to the agencies"),
      ("d", ["action", "open", "title=x", "problem=y"], "belong to the agencies"),
      ("d", ["review", "rule", "add", "title=x", "source=y", "kind=percentage"], "percentage-without-percent"),
      ("d", ["review", "sample", "add", "minimum=0", "source=y"], "from 1 to 999999"),
      ("d", ["action", "monitor"], "for which agency"), ("d", ["action", "monitor", "action=0"], "for which agency"),
      ("d", ["action", "monitor", "action=latest", "--agency", "inv-z"], "no agency inv-z"),
    ]
    for (node, words, says) in wrong {
      let run = try state.nodes.done(words + ["--node", node], 2)
      let message = run.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(message.contains(says), "\(words): \(run.messages)")
    }
    #expect(try state.run("a1", "status", "--json").member("digests") as? NSArray == status)
  }

  @Test("The cases of a sample: what is wrong is said all at once; what is right is what counts")
  func items() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let state = try State(binary)
    try state.run("a1", "review", "new", "title=Orders", "kind=data reliability", "sample_size=40")
    func take(_ rows: [String], _ status: Int32) throws -> Binary.Run {
      try state.nodes.done(
        ["review", "items", "latest", "--csv", "-", "--node", "a1"], status,
        input: (["number,rule,result,note"] + rows).map { $0 + "\n" }.joined())
    }
    let wrong = try take(
      [
        "1,data-reliability-orders,met,", "0,data-reliability-orders,met,", "2,nowhere,met,",
        "3,data-reliability-orders,good,", "1,data-reliability-orders,met,",
      ], 1)
    for place in ["row 3, number", "row 4, rule", "row 5, result", "row 6, number"] {
      #expect(wrong.messages.contains(place), "\(place): \(wrong.messages)")
    }
    _ = try take(["1,data-reliability-orders,met,SSN 123-45-6789"], 2)
    _ = try take(["41,data-reliability-orders,met,", "100000,data-reliability-orders,met,"], 1)
    #expect(try state.run("a1", "review", "items", "latest").output == "no cases\n")
    _ = try take(["1,data-reliability-orders,met,", "2,data-reliability-orders,not met,no order in the file"], 0)
    let review = try state.run("a1", "review", "show", "latest", "--json")
    let counts = try #require(try review.member("counts") as? [[String: Any]])
    #expect(counts.count == 1 && counts[0]["percent_met"] as? String == "50")
    #expect(try review.member("verdict") as? String == "failed")
    try state.run(
      "a1", "review", "count", "latest", "data-reliability-orders", "--met", "2", "--not-met", "0", status: 2)
    try state.run("a1", "review", "count", "latest", "data-reliability-orders", "--from-items")
  }

  @Test("A file that is the whole sample takes out what it lacks; a count that was a mistake is taken away")
  func corrections() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let state = try State(binary)
    try state.run("a1", "review", "add", "title=Orders", "kind=data reliability", "sample_size=3")
    func take(_ rows: [String], _ more: String...) throws -> Binary.Run {
      try state.nodes.done(
        ["review", "items", "latest", "--csv", "-", "--node", "a1", "--json"] + more,
        input: (["number,rule,result"] + rows).map { $0 + "\n" }.joined())
    }
    let three = (1...3).map { "\($0),data-reliability-orders,met" }
    #expect(try take(three).member("written") as? Int == 3)
    #expect(try take([three[0]]).member("removed") as? Int == 0)
    let whole = try take([three[0], "2,data-reliability-orders,not met"], "--whole")
    #expect(try whole.member("removed") as? Int == 1 && whole.member("written") as? Int == 1)
    #expect(try state.run("a1", "review", "items", "latest").output.split(separator: "\n").count == 2)
    try state.run("a1", "review", "items", "latest", "--whole", status: 2)

    try state.run("a1", "review", "count", "latest", "data-reliability-paternity", "--met", "3", "--not-met", "0")
    try state.run("a1", "review", "count", "latest", "data-reliability-paternity", "--remove")
    try state.run("a1", "review", "count", "latest", "data-reliability-paternity", "--remove", status: 2)
    let counts = try state.run("a1", "review", "show", "latest", "--json").member("counts") as? [Any]
    #expect(counts?.count == 1)
    let listed = try state.run("a1", "review", "list").output
    #expect(listed.contains("in progress") && listed.contains("Orders"))
    try state.run("a1", "review", "finish", "latest")
    #expect(try state.run("a1", "review", "list").output.contains("failed"))
  }

  @Test("One review leads to one corrective action: a second is refused, said, or found after a merge")
  func twice() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let state = try State(binary)
    try state.run("a1", "review", "new", "title=Orders", "kind=data reliability", "sample_size=20")
    try state.run("a1", "review", "count", "latest", "data-reliability-orders", "--met", "18", "--not-met", "2")
    try state.nodes.meet()
    try state.run("a1", "review", "finish", "latest", "--open-action")
    try state.run("a2", "review", "finish", "latest", "--open-action")
    #expect(
      try state.run("a1", "review", "finish", "latest", "--open-action", status: 2).messages.contains("action-is-open"))
    try state.nodes.meet()
    try state.nodes.expectSameRows()
    #expect(try state.nodes.rules() == ["action-opened-twice"])
    try state.run("a2", "action", "close", "latest", "--reason", "The other one goes on")
    try state.nodes.meet()
    #expect(try state.nodes.rules() == [])

    try state.run("a1", "review", "finding", "add", "review=latest", "text=Two orders are not in the file")
    // From a finding of the review: another problem, so it is said and not refused; but a finding leads to one.
    #expect(try state.run("a1", "action", "open", "--review", "latest").messages.contains("another one is open"))
    try state.run("a1", "action", "open", "--finding", "latest")
    #expect(
      try state.run("a1", "action", "open", "--finding", "latest", status: 2).messages.contains("finding-has-action"))
    let empty = try state.run("a1", "review", "finding", "list")
    #expect(empty.output == "no findings are open; --all lists the 1 that are over\n")
    try state.run("a1", "action", "reassess", "action=latest", "day=2001-01-01", status: 2)
  }

  @Test("What was removed under another's step is found, and its history names the change to undo, on any node")
  func bringBack() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let state = try State(binary)
    try state.run("a1", "action", "open", "title=Late orders", "problem=Orders come late")
    let id = try #require(try state.action("a1")["id"] as? String)
    try state.nodes.meet()
    try state.run("a1", "action", "remove", "latest")
    try state.run("a2", "action", "step", "action=latest", "text=Train staff", "person=Lee")
    try state.nodes.meet()
    try state.nodes.expectSameRows()
    #expect(try state.nodes.rules() == ["record-without-target"])
    let found = try #require(try state.nodes.findings("a2").first?["next"] as? String)
    #expect(found.contains("log record \(id)"), "\(found)")
    let history = try state.run("a2", "log", "record", id, "--json").member("entries") as? [[String: Any]]
    let removal = try #require(
      history?.first { $0["kind"] as? String == "deleted" || $0["message"] as? String == "corrective action removed" })
    #expect(history?.contains { $0["table"] as? String == "action_step" } == true)
    try state.run("a2", "undo", try #require(removal["transaction"] as? String))
    try state.nodes.meet()
    try state.nodes.expectSameRows()
    #expect(try state.nodes.rules() == [])
    try state.run("a1", "log", "record", "nowhere", status: 2)
    try state.run("a1", "log", "record", "0", status: 2)
  }

  @Test("A record's form: an untouched one changes nothing, an old one is refused, an edited one writes what changed")
  func form() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let state = try State(binary)
    try state.run("a1", "review", "new", "title=Orders", "area=Orders of last year")
    let form = try state.run("a1", "review", "show", "latest", "--yaml").output
    func edit(_ text: String, _ status: Int32) throws -> Binary.Run {
      try state.nodes.done(["review", "edit", "latest", "--file", "-", "--node", "a1"], status, input: text)
    }
    #expect(try edit(form, 0).messages.contains("nothing was changed"))
    #expect(
      try edit(form.replacing("title: Orders", with: "titel: Orders"), 1).messages.contains("nothing was changed"))
    #expect(try edit(form.replacing("title: Orders", with: "title: Orders again"), 0).output.contains(": title\n"))
    #expect(try edit(form.replacing("title: Orders", with: "title: Others"), 2).messages.contains("was changed since"))
    let editor = try state.nodes.done(
      ["review", "edit", "latest", "--node", "a1"], editor: "sed -i -e 's/^title: .*/title: Third/'")
    #expect(editor.output.contains(": title\n"))
    let untouched = try state.nodes.done(["review", "edit", "latest", "--node", "a1"], editor: "true")
    #expect(untouched.messages.contains("nothing was changed"))
  }
}
