import Foundation
import Testing

@Suite("A change is undone on the command line", .serialized)
struct UndoTests {
  private static let document = """
    title: T
    blocks:
    - goal: 1
      objective: 1
      tactics:
      - title: Calls
        strategy: We call within ten days, and write down what was said, so that nobody is asked the same thing twice.
      - title: Letters
        strategy: weekly

    """

  private func done(_ run: Binary.Run, _ status: Int32 = 0) throws -> Binary.Run {
    try #require(run.status == status, "\(run.status): \(run.output)\(run.messages)")
    return run
  }

  /// A node `a` of an invented agency, with a plan of two tactics.
  private func start() throws -> Binary {
    let binary = try Binary()
    let network = try #require(
      try done(
        try binary.qapi(
          "init", "--node", "d", "--start-network", "State", "--exchange", "exchange.git", "--no-passphrase",
          "--person", "Dee <dee>", "--json")
      ).member("network") as? String)
    _ = try done(
      try binary.qapi(
        "init", "--node", "a", "--agency", "inv-a", "--network", network, "--exchange", "exchange.git",
        "--no-passphrase", "--person", "Kim Lee <kim>"))
    _ = try done(try binary.qapi("plan", "new", "--node", "a", "--file", "-", input: Self.document))
    return binary
  }

  /// Takes one tactic out of the document: its item of the list, from the hyphen to the next line that is not deeper.
  private static let withoutLetters =
    #"perl -0pi -e 's/\n  - (?:(?!\n  [-\w]).)*title: Letters(?:(?!\n  [-\w]).)*//s'"#

  private func edit(_ binary: Binary, _ script: String, as person: String = "Kim Lee <kim>") throws {
    _ = try done(
      try binary.qapi(
        "plan", "edit", "latest", "--node", "a", "--as", person, "-m", "because \(script)",
        environment: ["EDITOR": "sed -i '\(script)'"]))
  }

  private func outline(_ binary: Binary) throws -> String {
    try done(try binary.qapi("plan", "show", "latest", "--node", "a")).output
  }

  @Test("It says what goes back to what, in words; --dry-run only says it")
  func inWords() throws {
    let binary = try start()
    defer { binary.remove() }
    let before = try outline(binary)
    try edit(binary, "s/ten days/five days/; s/weekly/daily/")
    let after = try outline(binary)
    #expect(before != after)
    let shown = try done(try binary.qapi("undo", "--node", "a", "--dry-run"))
    #expect(shown.output.contains("would undo: ") && shown.messages.contains("nothing was changed"))
    #expect(shown.output.contains("tactic \"Calls\"") && shown.output.contains("[-five-] {+ten+}"))
    #expect(shown.output.contains("strategy: \"daily\" -> \"weekly\""))
    #expect(shown.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try outline(binary) == after)

    let undone = try done(try binary.qapi("undo", "--node", "a", "-m", "too soon", "--json"))
    let rows = try #require(try undone.member("rows") as? [[String: Any]])
    #expect(rows.map { $0["deed"] as? String } == ["update", "update"])
    #expect(rows.allSatisfy { $0["agency"] as? String == "inv-a" && $0["table"] as? String == "plan_tactic" })
    let fields = rows.flatMap { $0["fields"] as? [[String: Any]] ?? [] }
    #expect(fields.map { $0["label"] as? String } == ["tactic · strategy", "tactic · strategy"])
    #expect(Set(fields.compactMap { $0["after"] as? String }).contains("weekly"))
    #expect(try undone.member("message") as? String == "too soon")
    #expect((try undone.member("undone") as? [String: Any])?["person_id"] as? String == "kim")
    #expect(try outline(binary) == before)

    // The undo is undone by its id: the change is back.
    let name = try #require(try undone.member("transaction") as? String)
    let back = try done(try binary.qapi("--node", "a", "undo", String(name.prefix(10))))
    #expect(back.output.contains("undone: \(name)") && back.messages.contains("next:  qapi --node a sync"))
    #expect(try outline(binary) == after)
    #expect(try binary.qapi("log", "--node", "a").output.contains("undo of \(name): too soon"))
  }

  @Test("Back to before the plan was there, and forth again")
  func allTheWay() throws {
    let binary = try start()
    defer { binary.remove() }
    let before = try outline(binary)
    _ = try done(
      try binary.qapi("plan", "edit", "latest", "--node", "a", environment: ["EDITOR": Self.withoutLetters]))
    let brought = try done(try binary.qapi("undo", "--node", "a"))
    #expect(brought.output.contains("tactic \"Letters\"\n    brought back\n"))
    #expect(brought.output.contains("    strategy: \"weekly\"\n"))
    #expect(try outline(binary) == before)
    let last = try done(try binary.qapi("undo", "--node", "a", "--json"))
    let deeds = try #require(try last.member("rows") as? [[String: Any]]).map { $0["deed"] as? String }
    #expect(Set(deeds) == ["delete"] && deeds.count == 4)
    #expect(try binary.qapi("plan", "list", "--node", "a").output.contains("no plans"))
    let none = try done(try binary.qapi("undo", "--node", "a"), 2)
    #expect(none.messages.contains("made no change") && none.messages.contains("next:  name a transaction"))
    let name = try #require(try last.member("transaction") as? String)
    _ = try done(try binary.qapi("undo", name, "--node", "a"))
    #expect(try outline(binary) == before)
  }

  @Test("What was changed again since is named in words, and nothing is undone")
  func movedOn() throws {
    let binary = try start()
    defer { binary.remove() }
    try edit(binary, "s/weekly/daily/; s/ten days/five days/")
    try edit(binary, "s/daily/hourly/", as: "Jo <jo>")
    let stands = try outline(binary)
    let refused = try done(try binary.qapi("undo", "--node", "a"), 1)
    #expect(refused.messages.contains("changed again since, so nothing was undone"))
    #expect(refused.messages.contains("tactic \"Letters\" (strategy)") && !refused.messages.contains("Calls"))
    #expect(!refused.messages.contains("hourly") && refused.output.isEmpty)
    #expect(try outline(binary) == stands)
    let own = try done(try binary.qapi("undo", "--node", "a", "--as", "Jo <jo>", "--json"))
    #expect((try own.member("undone") as? [String: Any])?["person_id"] as? String == "jo")
    _ = try done(try binary.qapi("undo", "--node", "a"))
    #expect(try outline(binary).contains("weekly"))
    #expect(try binary.qapi("undo", "xyz", "--node", "a").status == 2)
    #expect(try binary.qapi("undo", "--node", "nowhere").status == 2)
  }
}
