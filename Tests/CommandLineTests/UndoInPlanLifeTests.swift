import Foundation
import Testing

@Suite("What can be undone in the life of a plan", .serialized)
struct UndoInPlanLifeTests {
  private let ana = "Ana Ruiz <aruiz>"

  @Test("An edit and a quarterly answer are undone, before they are sealed and after")
  func editsAndAnswers() throws {
    let agency = try TwoNodes(try Binary())
    defer { agency.binary.remove() }
    try agency.handIn("a1")
    let before = try agency.plan("a1", "show").output
    let form = try agency.plan("a1", "update", "--quarter", "1", "--print-form").output
    let answers = form.replacing("  figure:", with: "  figure: 62.1")
    for isSealed in [false, true] {
      try agency.edit("a1", "s/go out weekly/go out daily/", "daily")
      if isSealed { try agency.meet() }
      #expect(try agency.findings("a1").map { $0["rule"] as? String } == ["edited-after-submission"])
      try agency.done(["undo", "--node", "a1"])
      #expect(try agency.findings("a1").isEmpty)

      try agency.done(
        ["plan", "update", "latest", "--quarter", "1", "--answers", "-", "--node", "a1"], input: answers)
      if isSealed { try agency.meet() }
      #expect(try agency.plan("a1", "show").output.contains("62.1"))
      try agency.done(["undo", "--node", "a1"])
      #expect(try agency.plan("a1", "show").output == before)
    }
    try agency.meet()
    try agency.expectSameRows()
    #expect(try agency.rules().isEmpty)
  }

  @Test("Approval, submission and decision are undone until they are sealed, and stand from then on")
  func writtenOnce() throws {
    let agency = try TwoNodes(try Binary())
    defer { agency.binary.remove() }
    func state(_ node: String) throws -> String? { try agency.member("state", of: node) }
    func undo(_ node: String, as person: String? = nil, of transaction: String? = nil) throws -> Binary.Run {
      try agency.binary.run(
        Binary.program.path,
        ["undo", "--node", node, "--json"] + (person.map { ["--as", $0] } ?? []) + (transaction.map { [$0] } ?? []))
    }
    func expectRefusal(_ run: Binary.Run, _ what: String, _ next: String) {
      #expect(run.status == 2 && run.messages.contains("wrote \(what), which is written once and was signed since"))
      #expect(
        run.messages.contains("nothing was changed") && run.messages.contains("next:  \(next)"), "\(run.messages)")
    }
    try agency.handIn("a1")
    let undone = try undo("a1")
    #expect(undone.status == 0)
    #expect(try state("a1") == "approved")
    #expect(try undo("a1", as: ana).status == 0)
    #expect(try state("a1") == "draft")
    // What was taken back too soon comes again.
    try agency.handIn("a1")
    try agency.meet("a1")
    #expect(try state("a1") == "submitted")
    expectRefusal(try undo("a1"), "a submission", "hand in again")
    expectRefusal(try undo("a1", as: ana), "an approval", "edit the plan")
    #expect(try agency.done(["undo", "--dry-run", "--node", "a1"], 2).output.isEmpty)
    // Nor on another node that has it, by its name in the log.
    let log = try #require(
      try agency.done(["log", "--node", "a1", "--json"]).member("transactions") as? [[String: Any]])
    let submission = try #require(log.first { $0["message"] as? String == "submission of the plan" })
    let name = try #require(submission["transaction"] as? String)
    try agency.meet()
    expectRefusal(try undo("a2", of: name), "a submission", "hand in again")
    // The sealed undo of what nobody saw is not turned round either.
    let sealed = try #require(try undone.member("transaction") as? String)
    expectRefusal(try undo("a1", of: sealed), "a submission", "hand in again")
    #expect(try state("a1") == "submitted")

    try agency.plan("d", "return", "--comments", "x")
    #expect(try undo("d").status == 0)
    #expect(try state("d") == "submitted")
    try agency.plan("d", "accept")
    try agency.meet()
    expectRefusal(try undo("d"), "a decision", "let the agency submit again")
    #expect(try agency.state() == "in force/-")
    let first = try #require(
      (try agency.done(["log", "--node", "d", "--number", "100", "--json"]).member("transactions") as? [[String: Any]])?
        .last?["transaction"] as? String)
    expectRefusal(try undo("d", of: first), "a plan template", "publish a new version")
    try agency.expectSameRows()
  }

  @Test("A plan undone on one node and handed in on another is a finding, and comes back by undoing the undo")
  func undonePlan() throws {
    let agency = try TwoNodes(try Binary())
    defer { agency.binary.remove() }
    let undo = try agency.done(["undo", "--node", "a1", "--json"])
    try agency.handIn("a2")
    try agency.meet()
    #expect(try agency.rules() == ["record-without-plan", "record-without-plan"])
    try agency.done(["undo", try #require(try undo.member("transaction") as? String), "--node", "a1"])
    try agency.meet()
    #expect(try agency.rules().isEmpty)
    #expect(try agency.state() == "submitted/-")
    try agency.expectSameRows()
  }
}
