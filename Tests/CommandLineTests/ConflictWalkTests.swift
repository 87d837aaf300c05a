import Foundation
import Testing

@Suite("Conflicts are resolved one by one, or with the suggestion", .serialized)
struct ConflictWalkTests {
  /// Two nodes of one invented agency, which have edited the same three strategies and know of each other's edits.
  struct Office {
    let binary: Binary

    init() throws {
      binary = try Binary()
      let start = try done(
        try binary.qapi(
          "init", "--node", "d", "--start-network", "State", "--exchange", "exchange.git", "--no-passphrase",
          "--person",
          "Dee <dee>", "--json"))
      let network = try #require(try start.member("network") as? String)
      for node in ["a1", "a2"] {
        let made = try done(
          try binary.qapi(
            "init", "--node", node, "--agency", "inv-a", "--network", network, "--exchange", "exchange.git",
            "--no-passphrase", "--person", "Person \(node) <\(node)>", "--json"))
        let request = try done(try binary.qapi("enroll", "request", "--node", node)).output
        let fingerprint = try #require(try made.member("fingerprint") as? String)
        _ = try done(
          try binary.qapi(
            "enroll", "approve", "-", "--node", "d", "--fingerprint", fingerprint, "--name", "Invented County A",
            input: request))
      }
      _ = try done(try binary.qapi("merge", "--node", "d"))
      _ = try done(try binary.qapi("sync", "--node", "a1"))
      let tactics = ["Calls", "Letters", "Evenings"].map {
        "  - title: \($0)\n    strategy: we do this ten times in a month\n"
      }
      let document = "title: T\nblocks:\n- goal: 1\n  objective: 1\n  tactics:\n" + tactics.joined()
      _ = try done(try binary.qapi("plan", "new", "--node", "a1", "--file", "-", input: document))
      _ = try done(try binary.qapi("sync", "--node", "a1"))
      _ = try done(try binary.qapi("sync", "--node", "a2"))
      for (node, edit) in [("a1", "s/ten times/six times/"), ("a2", "s/a month/a year/")] {
        _ = try done(
          try binary.qapi(
            "plan", "edit", "latest", "--node", node, "-m", "agreed in the team",
            environment: ["EDITOR": "sed -i '\(edit)'"]))
      }
      _ = try done(try binary.qapi("sync", "--node", "a1"))
      _ = try done(try binary.qapi("sync", "--node", "a2"), 3)
    }

    func done(_ run: Binary.Run, _ status: Int32 = 0) throws -> Binary.Run {
      try #require(run.status == status, "\(run.status): \(run.output)\(run.messages)")
      return run
    }

    /// Open conflicts by the title of their tactic.
    func conflicts() throws -> [String: [String: Any]] {
      let list = try #require(
        try binary.qapi("conflicts", "--node", "a2", "--json").member("conflicts") as? [[String: Any]])
      return Dictionary(
        uniqueKeysWithValues: list.map { conflict in
          let label = conflict["label"] as? String ?? ""
          return (["Calls", "Letters", "Evenings"].first { label.contains($0) } ?? label, conflict)
        })
    }
  }

  @Test func fromTheSuggestionToTheLastAnswer() throws {
    let office = try Office()
    let binary = office.binary
    defer { binary.remove() }
    let merged = "we do this six times in a year"
    let open = try office.conflicts()
    #expect(open.count == 3 && open.values.allSatisfy { $0["suggestion"] as? String == merged })
    let name = try #require(open["Calls"]?["name"] as? String)
    let shown = try binary.qapi("conflicts", "show", name, "--node", "a2")
    #expect(shown.output.contains("we do this [-ten-] {+six+} times in a [-month-] {+year+}"))
    #expect(shown.messages.contains("--merged|--mine|--theirs|--value TEXT -m WHY"))

    // Nothing is taken unasked, and nothing is written by looking, leaving for later, quitting or the end of the input.
    let log = try binary.qapi("log", "--node", "a2", "--json").output
    for input in ["?\nw\nx\nl\n\nq\n", "q\n", "", "s\n", "e\n\nq\n"] {
      let walk = try binary.qapi("conflicts", "walk", "--node", "a2", input: input, environment: ["EDITOR": "true"])
      #expect(walk.status == 3 && walk.output == "0 resolved, 3 left\n", "\(input): \(walk.messages)")
      let screen = try String(contentsOf: binary.folder.appending(path: ".err"), encoding: .utf8)
      // On a terminal each answer ends its line.
      #expect(screen.replacing(": ", with: ":\n").split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
    #expect(try binary.qapi("log", "--node", "a2", "--json").output == log)

    // What was answered is saved, though the walk ends before it is through.
    let walk = try binary.qapi("conflicts", "walk", "--node", "a2", input: "s\nboth are meant\nq\n")
    #expect(walk.status == 3 && walk.output == "1 resolved, 2 left\n")
    for words in ["-- 1 of 3 ---", "-- 2 of 3 ---", "taken: the suggestion, with both edits", "saved"] {
      #expect(walk.messages.contains(words), "\(words)")
    }
    #expect(try binary.qapi("log", "plan", "latest", "--node", "a2").output.contains("why: both are meant"))
    let left = try office.conflicts()
    #expect(left.count == 2)

    let next = try #require(left.first)
    let second = try #require(next.value["name"] as? String)
    _ = try office.done(try binary.qapi("conflicts", "resolve", second, "--merged", "-m", "both", "--node", "a2"))
    let edited = try office.done(
      try binary.qapi(
        "conflicts", "walk", "--node", "a2", "-m", "said anew", input: "e\n",
        environment: ["EDITOR": "sed -i '$s/.*/we do it every day/'"]))
    #expect(edited.messages.contains("taken: \"we do it every day\"") && edited.output == "1 resolved, 0 left\n")
    let plan = try binary.qapi("plan", "show", "latest", "--node", "a2").output
    #expect(plan.components(separatedBy: merged).count == 3 && plan.contains("we do it every day"))
  }

  @Test func thereIsNoMergedTextOfOverlappingEdits() throws {
    let office = try Office()
    let binary = office.binary
    defer { binary.remove() }
    // A third edit of the same word, on the other node, before it knows of the first.
    let name = try #require(try office.conflicts()["Calls"]?["name"] as? String)
    _ = try office.done(
      try binary.qapi("conflicts", "resolve", name, "--value", "we do this two times", "-m", "w", "--node", "a2"))
    let both = try binary.qapi("conflicts", "resolve", name, "--merged", "--mine", "--node", "a2")
    #expect(both.status == 2 && both.messages.contains("only one of"))
    _ = try binary.qapi("sync", "--node", "a1")
    let first = try #require(
      try binary.qapi("conflicts", "--node", "a1", "--json").member("conflicts") as? [[String: Any]])
    let same = try #require(first.first { $0["name"] as? String == name })
    #expect(same["suggestion"] is String)
    _ = try office.done(
      try binary.qapi("conflicts", "resolve", name, "--value", "we do this three times", "-m", "x", "--node", "a1"))
    _ = try binary.qapi("sync", "--node", "a1")
    _ = try binary.qapi("sync", "--node", "a2")
    let again = try #require(try office.conflicts()["Calls"])
    #expect(again["suggestion"] is NSNull)
    let refused = try binary.qapi("conflicts", "resolve", name, "--merged", "-m", "both", "--node", "a2")
    #expect(refused.status == 2 && refused.messages.contains("has no merged text:"))
    #expect(refused.messages.contains("; nothing was changed"))
    #expect(try office.conflicts()["Calls"] != nil)
  }
}
