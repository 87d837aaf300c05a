import Foundation
import Testing

@Suite("What is written, handed in or decided while something else is on its way", .serialized)
struct SubmittedMeanwhileTests {
  private func start() throws -> TwoNodes { try TwoNodes(try Binary()) }

  @Test(
    "An edit made offline to a version that was submitted meanwhile is a finding on all sides, until it is resubmitted")
  func editOfASubmittedVersion() throws {
    let agency = try start()
    defer { agency.binary.remove() }
    try agency.handIn("a1")
    try agency.meet("a1")
    try agency.edit("a2", "s/go out weekly/go out daily/", "every day")
    #expect(try agency.binary.qapi("sync", "--node", "a2").status == 3)
    try agency.meet()
    #expect(try agency.rules() == ["edited-after-submission"])
    #expect(try agency.state() == "submitted/-")
    for node in TwoNodes.nodes {
      let finding = try #require(try agency.findings(node).first)
      let message = try #require(finding["message"] as? String)
      #expect(message.contains("after it was submitted") && message.contains("block 1 · tactic 2: strategy"))
      #expect(!message.contains("daily"))
      #expect(try agency.binary.qapi("status", "--node", node).status == 3)
      // Both the text that was handed in and the one that stands, with who and when.
      let words = try agency.plan(node, "compare").output
      #expect(words.contains("\"Letters go out weekly.\" ->\n  \"Letters go out daily.\""), "\(words)")
      #expect(words.contains("by Person a2 <a2>, 20") && words.contains(": every day"))
      let next = try #require(finding["next"] as? String)
      let compare = try #require(try next.firstMatch(of: Regex("plan compare ([0-9a-f-]+) ([0-9a-f-]+)")))
      let (plan, version) = (String(compare[1].substring ?? ""), String(compare[2].substring ?? ""))
      #expect(try agency.done(["plan", "compare", plan, version, "--node", node]).output == words)
    }
    // The agency hands in, and the department is not told to.
    #expect(try agency.binary.qapi("findings", "--node", "a2").output.contains("next: have it approved"))
    let atDepartment = try agency.binary.qapi("findings", "--node", "d").output
    #expect(atDepartment.contains("next, for inv-a: have it approved") && !atDepartment.contains("--node"))

    #expect(try agency.plan("a2", "submit", status: 2).messages.contains("nobody has approved"))
    try agency.handIn("a2", note: "letters go out daily")
    try agency.meet()
    #expect(try agency.rules().isEmpty)
    #expect(try agency.state() == "submitted/-")
    try agency.expectSameRows()
  }

  @Test("A quarter edited offline after it was submitted elsewhere is a finding, until it is submitted again")
  func editOfASubmittedQuarter() throws {
    let agency = try start()
    defer { agency.binary.remove() }
    try agency.handIn("a1")
    try agency.meet("a1")
    try agency.plan("d", "accept")
    try agency.meet()
    try agency.edit("a1", "/title: Calls/,/^  id:/s/^    q1:/    q1: Calls began./", "q1")
    try agency.plan("a1", "submit", "--item", "q1")
    try agency.edit("a2", "/title: Visits/,/^  id:/s/^    q1:/    q1: Two employers./", "q1 too")
    try agency.edit("a2", "/title: Collections/,/id:/s/^      q1:/      q1: 62.1/", "the figure")
    try agency.edit("a2", "/title: Collections/,/id:/s/^      q2:/      q2: 62.9/", "of another quarter")
    try agency.meet()
    #expect(try agency.rules() == ["quarter-changed-after-submission"])
    let message = try #require(try agency.findings("d").first?["message"] as? String)
    #expect(
      message.contains("block 1 · measurement 1 · quarter 1: added; block 2 · quarter 1: added")
        && !message.contains("quarter 2"))
    #expect(try agency.plan("a1", "submit", "--item", "q1", status: 2).messages.contains("--note"))
    try agency.plan("a1", "submit", "--item", "q1", "--note", "with the figure")
    try agency.meet()
    #expect(try agency.rules().isEmpty)
    #expect(try agency.state() == "in force/-")
    try agency.expectSameRows()
  }

  @Test("One text handed in on two nodes at once is decided on once")
  func oneTextTwice() throws {
    let agency = try start()
    defer { agency.binary.remove() }
    try agency.handIn("a1")
    try agency.handIn("a2")
    try agency.meet()
    #expect(try agency.rules().isEmpty)
    #expect(try agency.state() == "submitted/-")
    try agency.plan("d", "accept")
    #expect(try agency.plan("d", "accept", status: 2).messages.contains("nothing of it waits"))
    try agency.meet()
    #expect(try agency.state() == "in force/-")
    #expect(try agency.rules().isEmpty)
    try agency.expectSameRows()
  }

  @Test("Two texts handed in on two nodes at once: the last waits, what it lacks is a finding, and nothing is lost")
  func twoTexts() throws {
    let agency = try start()
    defer { agency.binary.remove() }
    try agency.edit("a1", "s/go out weekly/go out daily/", "daily")
    try agency.handIn("a1")
    try agency.edit("a2", "s/two employers/four employers/", "four")
    try agency.handIn("a2")
    try agency.meet()
    #expect(try agency.rules() == ["edited-after-submission"])
    #expect(try agency.conflicts("d").isEmpty)
    // Each version that was handed in stays, and can be read.
    for (version, words) in [("1", "Letters go out daily."), ("2", "We visit four employers a month.")] {
      let other = version == "1" ? "2" : "1"
      #expect(try agency.plan("d", "compare", other, version).output.contains(words))
    }
    try agency.handIn("a1", note: "both together")
    try agency.meet()
    #expect(try agency.rules().isEmpty)
    try agency.plan("d", "accept")
    try agency.meet()
    #expect(try agency.state() == "in force/-")
    let shown = try agency.plan("a2", "show").output
    #expect(shown.contains("Letters go out daily.") && shown.contains("four employers"))
    try agency.expectSameRows()
  }

  @Test("The department accepts while the next version is on its way: that one is an amendment, and waits")
  func acceptedMeanwhile() throws {
    let agency = try start()
    defer { agency.binary.remove() }
    try agency.handIn("a1")
    try agency.meet("a1")
    try agency.edit("a1", "s/target: 63.8/target: 64.2/", "more")
    try agency.handIn("a1", note: "more is possible")
    try agency.plan("d", "accept")
    try agency.meet()
    #expect(try agency.state() == "in force/submitted")
    #expect(try agency.rules().isEmpty)

    // Another amendment is on its way while the department sends the first one back.
    try agency.edit("a2", "s/target: 64.2/target: 64.8/", "even more")
    try agency.handIn("a2", "amendment", note: "even more is possible")
    try agency.plan("d", "return", "--comments", "Not yet.")
    try agency.meet()
    #expect(try agency.state() == "in force/submitted")
    #expect(try agency.rules().isEmpty)
    try agency.plan("d", "accept")
    try agency.meet()
    #expect(try agency.state() == "in force/-")
    #expect(try agency.rules().isEmpty)
    #expect(try agency.plan("a1", "show").output.contains("from 61.8 to 64.8"))
    try agency.expectSameRows()
  }

  @Test("The department sends back what the agency has handed in anew meanwhile: the new one waits")
  func returnedMeanwhile() throws {
    let agency = try start()
    defer { agency.binary.remove() }
    try agency.handIn("a1")
    try agency.meet()
    try agency.edit("a2", "s/go out weekly/go out daily/", "daily")
    try agency.handIn("a2", note: "daily is better")
    try agency.plan("d", "return", "--comments", "Letters must go out daily.")
    #expect(try agency.member("state", of: "d") == "returned")
    try agency.meet()
    #expect(try agency.state() == "submitted/-")
    #expect(try agency.rules().isEmpty)
    // What was said is not lost with it.
    #expect(try agency.lost(["Letters must go out daily."], on: "a1").isEmpty)
    try agency.plan("d", "accept")
    try agency.meet()
    #expect(try agency.state() == "in force/-")
    try agency.expectSameRows()
  }
}
