import Foundation
import Testing

@Suite("Three people work through the command line", .serialized)
struct ThreePeopleTests {
  @Test func fromAnOfflineEditToAResolvedConflict() throws {
    let binary = try Binary()
    defer { binary.remove() }
    func done(_ run: Binary.Run, _ status: Int32 = 0) throws -> Binary.Run {
      try #require(run.status == status, "\(run.status): \(run.output)\(run.messages)")
      return run
    }
    let start = try done(
      try binary.qapi(
        "init", "--node", "d", "--start-network", "State", "--exchange", "exchange.git", "--no-passphrase", "--person",
        "Dee <dee>", "--json"))
    let network = try #require(try start.member("network") as? String)
    _ = try done(try binary.qapi("merge", "--node", "d"))
    for node in ["a1", "a2"] {
      let made = try done(
        try binary.qapi(
          "init", "--node", node, "--agency", "inv-a", "--network", network, "--exchange", "exchange.git",
          "--no-passphrase", "--person", "Person \(node) <\(node)>", "--json"))
      let request = try done(try binary.qapi("enroll", "request", "--node", node)).output
      let fingerprint = try #require(try made.member("fingerprint") as? String)
      let strange = try binary.qapi(
        "enroll", "approve", "-", "--node", "d", "--fingerprint", "SHA256:x", "--name", "A", input: request)
      #expect(strange.status == 4 && strange.messages.contains("does not match"))
      _ = try done(
        try binary.qapi(
          "enroll", "approve", "-", "--node", "d", "--fingerprint", fingerprint, "--name", "Inv \u{1b}[31mA",
          input: request))
    }
    _ = try done(try binary.qapi("merge", "--node", "d"))
    _ = try done(try binary.qapi("sync", "--node", "a1"))
    let early = try done(
      try binary.qapi(
        "init", "--node", "a3", "--agency", "inv-a", "--network", network, "--exchange",
        "exchange.git", "--no-passphrase", "--person", "P", "--json"))
    #expect(try binary.qapi("sync", "--node", "a3").messages.contains("has not approved this node yet"))
    let document =
      "title: T\nblocks:\n- goal: 1\n  objective: 1\n  tactics:\n  - title: Calls\n    strategy: ten days\n"
    _ = try done(try binary.qapi("plan", "new", "--node", "a1", "--file", "-", input: document))
    _ = try done(try binary.qapi("sync", "--node", "a1"))
    _ = try done(try binary.qapi("sync", "--node", "a2"))
    for (node, days) in [("a1", "five"), ("a2", "nine")] {
      let edit = try binary.qapi(
        "plan", "edit", "latest", "--node", node, "-m", "make it \(days)",
        environment: ["EDITOR": "sed -i 's/ten days/\(days) days/'"])
      _ = try done(edit)
    }
    _ = try done(try binary.qapi("sync", "--node", "a1"))
    _ = try done(try binary.qapi("sync", "--node", "a2"), 3)
    _ = try done(try binary.qapi("sync", "--node", "a1"), 3)

    let list = try done(try binary.qapi("conflicts", "--node", "a2", "--json"), 3)
    let conflict = try #require((try list.member("conflicts") as? [[String: Any]])?.first)
    let name = try #require(conflict["name"] as? String)
    let shown = try done(try binary.qapi("conflicts", "show", name, "--node", "a2"), 3).output
    #expect(shown.contains("make it five") && shown.contains("make it nine") && shown.contains("[-ten-]"))
    let refused = try binary.qapi("conflicts", "resolve", "--all", "--mine", "--node", "d")
    #expect(refused.status == 0 && refused.output == "no conflicts\n")
    _ = try done(try binary.qapi("merge", "--node", "d"), 3)
    #expect(try binary.qapi("conflicts", "--node", "d").messages.contains("next:  let inv-a resolve it"))
    let foreign = try binary.qapi("conflicts", "resolve", "--all", "--mine", "--node", "d")
    #expect(foreign.status == 2 && foreign.messages.contains("in rows of others"))
    for (editor, input) in [("true", "v\n"), ("", "v\n\nq\n")] {
      let walk = try binary.qapi("conflicts", "walk", "--node", "a2", input: input, environment: ["EDITOR": editor])
      #expect(walk.status == 3 && walk.output == "0 resolved, 1 left\n", "\(walk.messages)")
    }
    _ = try done(try binary.qapi("conflicts", "resolve", name, "--mine", "--node", "a2", "-m", "agreed"))
    _ = try done(try binary.qapi("sync", "--node", "a2"))
    _ = try done(try binary.qapi("sync", "--node", "a1"))
    _ = try done(try binary.qapi("merge", "--node", "d"))
    let log = try done(try binary.qapi("log", "plan", "latest", "--field", "strategy", "--node", "a1")).output
    #expect(log.contains("why: agreed") && log.contains("resolved as \"nine days\""))
    let outline = try ["a1", "a2", "d"].map { try binary.qapi("plan", "show", "latest", "--node", $0).output }
    #expect(Set(outline).count == 1 && outline[0].contains("nine days") && outline[0].contains("\\u{1b}[31m"))
    _ = try done(try binary.qapi("audit", "verify", "--network", network, "--exchange", "exchange.git"))

    let asking = try done(try binary.qapi("enroll", "request", "--node", "a3")).output
    let print = try #require(try early.member("fingerprint") as? String)
    _ = try done(try binary.qapi("enroll", "approve", "-", "--node", "d", "--fingerprint", print, input: asking))
    let again = try binary.qapi("enroll", "approve", "-", "--node", "d", "--fingerprint", print, input: asking)
    #expect(again.status == 2 && again.messages.contains("next:  qapi --node d merge"))
    let node = try #require(try early.member("node") as? String)
    #expect(try binary.qapi("roster", "revoke", node, "--node", "d").messages.contains("next:  say --yes"))
    _ = try done(try binary.qapi("roster", "revoke", node, "--yes", "--node", "d"))
    _ = try done(try binary.qapi("merge", "--node", "d"))
    _ = try binary.qapi("sync", "--node", "a3")
    #expect(try binary.qapi("plan", "new", "--node", "a3").messages.contains("what is written here stays here"))

    let empty = try binary.qapi(
      "init", "--node", "r", "--reader", "--network", network, "--exchange", "exchange.git", "--no-passphrase",
      "--identity", "-", input: "\n")
    #expect(empty.status == 2 && empty.messages.contains("the reading identity is empty; nothing was made"))
    let identity = try done(try binary.qapi("audit", "identity", "--audience", "agency/inv-a", "--node", "a1")).output
    _ = try done(
      try binary.qapi(
        "init", "--node", "r", "--reader", "--network", network, "--exchange", "exchange.git", "--no-passphrase",
        "--identity", "-", input: identity))
    _ = try done(try binary.qapi("sync", "--node", "r"))
    #expect(try binary.qapi("plan", "show", "latest", "--node", "r").output == outline[0])
    #expect(try binary.qapi("plan", "new", "--node", "r").status == 2)
    #expect(try binary.qapi("budget", "list", "--node", "r").messages.contains("reads the rows of: inv-a\n"))

    // Who was given nothing is told so, and not that nothing was handed in.
    _ = try done(
      try binary.qapi(
        "init", "--node", "n", "--reader", "--network", network, "--exchange", "exchange.git", "--no-passphrase"))
    _ = try done(try binary.qapi("sync", "--node", "n"))
    #expect(try binary.qapi("budget", "list", "--node", "n").messages.contains("reads the rows of no agency"))
    let statewide = try binary.qapi("fiscal", "statewide", "--year", "SFY 2024-25", "--node", "n")
    #expect(statewide.status == 2 && statewide.messages.contains("reads the rows of no agency"))
    let due = try binary.qapi("due", "--agency", "inv-a", "--node", "n")
    #expect(due.status == 2 && due.messages.contains("was not given"))
    #expect(try !binary.qapi("due", "--node", "n").output.contains("inv-a"))
    // An agency reads its own, and needs no word.
    #expect(try binary.qapi("budget", "list", "--node", "a1").messages == "")
  }
}
