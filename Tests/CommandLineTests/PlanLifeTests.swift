import Foundation
import Testing

@Suite("A plan through its life on the command line", .serialized)
struct PlanLifeCommandTests {
  private static let document =
    "title: T\nblocks:\n- goal: 1\n  objective: 1\n  measurements:\n  - title: M\n    baseline: 61.8\n    target: 63.8\n"
    + "  tactics:\n  - title: Calls\n    initiative: 1\n    strategy: ten days\n"

  @Test("From a draft to its closing, with a return, an amendment and a quarter that is handed in again")
  func wholeLife() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    func done(_ arguments: [String], _ status: Int32 = 0, editor: String? = nil, input: String = "") throws
      -> Binary.Run
    {
      let run = try binary.run(
        Binary.program.path, arguments, input: input, environment: editor.map { ["EDITOR": $0] } ?? [:])
      try #require(run.status == status, "\(arguments): \(run.status): \(run.output)\(run.messages)")
      return run
    }
    func state(_ node: String) throws -> String {
      try #require(
        try done(["plan", "show", "latest", "--agency", "inv-a", "--node", node, "--json"]).member("state") as? String)
    }
    func a(_ verb: String, _ rest: String..., status: Int32 = 0) throws -> Binary.Run {
      try done(["plan", verb, "latest", "--node", "a"] + rest, status)
    }
    func d(_ verb: String, _ rest: String..., status: Int32 = 0) throws -> Binary.Run {
      try done(["plan", verb, "latest", "--agency", "inv-a", "--node", "d"] + rest, status)
    }

    _ = try done(["plan", "new", "--node", "a", "--file", "-"], input: Self.document)
    #expect(try state("a") == "draft")
    #expect(try a("submit", status: 2).messages.contains("nobody has approved"))
    #expect(try a("approve", status: 2).messages.contains("different persons"))
    #expect(try a("approve", "--person", "PERSON  a <other>", status: 2).messages.contains("different persons"))
    #expect(try a("approve", "--person", "Ana Ruiz", "--prepared-by", "ana ruiz", status: 2).output.isEmpty)
    #expect(try a("approve", "--person", "Ana Ruiz <aruiz>").output.contains("prepared by Person a"))
    #expect(try state("a") == "approved")
    _ = try done(["plan", "edit", "latest", "--node", "a"], editor: "sed -i 's/ten days/nine days/'")
    #expect(try state("a") == "draft")
    #expect(try a("submit", status: 2).messages.contains("nobody has approved the plan as it stands now"))
    _ = try a("approve", "--person", "Ana Ruiz <aruiz>")
    _ = try a("submit")
    #expect(try state("a") == "submitted")
    #expect(try a("accept", status: 2).messages.contains("only the department"))
    try network.exchange("a")

    #expect(try d("submit", status: 2).messages.contains("plans belong to the agencies"))
    #expect(try d("return", status: 2).messages.contains("--comments"))
    #expect(try d("return", "--comments", " ", status: 2).messages.contains("is empty"))
    #expect(try d("return", "--comments", "Say who calls.").output.contains("returned"))
    #expect(try d("accept", status: 2).messages.contains("nothing of it waits"))
    let comment = try #require(
      try d("comment", "Who calls?", "--on", "block 1 tactic 1", "--json").member("id") as? String)
    #expect(try d("comment", "x", "--on", "block 7", status: 2).messages.contains("no entry"))
    try network.exchange("a")
    #expect(try state("a") == "returned")
    _ = try done(["plan", "answer", String(comment.prefix(13)), "The team.", "--node", "a"])
    #expect(try done(["plan", "answer", "zz", "x", "--node", "a"], 2).messages.contains("no comment"))
    let talk = try a("comments").output
    #expect(talk.contains("on block 1 · tactic 1\n  Who calls?") && talk.contains("    The team."))

    _ = try done(["plan", "edit", "latest", "--node", "a"], editor: "sed -i 's/nine days/five days/'")
    _ = try a("approve", "--person", "Ana Ruiz <aruiz>")
    #expect(try a("submit", status: 2).messages.contains("say why it is handed in again"))
    #expect(try a("submit", "--note", "five").output.contains("block 1 · tactic 1: strategy"))
    try network.exchange("a")
    #expect(try d("accept", "--jointly-with", "Rae").output.contains("in force"))
    try network.exchange("a")

    #expect(try a("submit", status: 2).messages.contains("amendment"))
    _ = try a("submit", "--item", "q1")
    #expect(try a("submit", "--item", "q1", "--note", "x", status: 2).messages.contains("nothing of q1 has changed"))
    _ = try done(
      ["plan", "edit", "latest", "--node", "a"], editor: "sed -i -e 's/^    q1:.*/    q1: Done./' -e 's/63.8/70/'")
    let rules = try done(["findings", "--node", "a"], 3).output
    #expect(rules.contains("targets-changed-without-amendment") && rules.contains("quarter-changed-after-submission"))
    #expect(try a("submit", "--item", "q1", status: 2).messages.contains("--note"))
    #expect(try a("submit", "--item", "q1", "--note", "late").output.contains("block 1 · quarter 1: added"))
    _ = try a("approve", "--person", "Ana Ruiz <aruiz>")
    _ = try a("submit", "--item", "amendment", "--note", "more is possible")
    #expect(try done(["findings", "--node", "a"]).output == "no findings\n")
    _ = try a("submit", "--item", "q4")
    #expect(try a("submit", "--item", "q5", status: 2).messages.contains("q5"))
    #expect(try a("show").output.contains("submitted amendment:"))
    #expect(try state("a") == "final results")
    try network.exchange("a")
    _ = try d("accept")
    _ = try d("close")
    #expect(try d("close", "--reason", "again", status: 2).messages.contains("closed already"))
    try network.exchange("a")
    #expect(try state("a") == "closed")
    #expect(try a("submit", "--item", "q2", status: 2).messages.contains("closed"))
    #expect(try done(["plan", "list", "--node", "a"]).output.contains("closed"))
  }

  @Test("Due dates, contacts and regions are the department's; a node that it runs for an agency says so everywhere")
  func department() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    try network.add("b", agency: "inv-b", options: ["--run-by-department"])
    func q(_ words: String, _ rest: String..., status: Int32 = 0) throws -> Binary.Run {
      let run = try binary.run(Binary.program.path, words.split(separator: " ").map(String.init) + rest)
      try #require(run.status == status, "\(words): \(run.status): \(run.output)\(run.messages)")
      return run
    }
    _ = try q("due set --template qapi-ffy-2004 --item plan --day 2003-11-14 --node d --source", "October")
    #expect(
      try q(
        "due extend --agency inv-a --template pmp-ffy-2024 --item q4 --day 2024-10-31 --reason x --node d", status: 2
      )
      .messages.contains("is not later"))
    _ = try q("due extend --agency inv-a --template pmp-ffy-2024 --item q4 --day 2099-10-31 --reason fire --node d")
    _ = try q("agency region inv-a --region North --administrator Rae --node d")
    #expect(try q("due set --template x --item plan --day 2024-01-31 --source s --node a", status: 2).output.isEmpty)
    let visit = try q(
      "contact add --agency inv-a --kind site-visit --on 2003-11-04 --topic performance --node d --follow-up",
      "figures | Kim | 2003-11-20")
    #expect(visit.messages.contains("warning: in FFY 2004 a site visit"))
    #expect(try q("contact list --missing --node d --quarter", "FFY 2004 Q1", status: 3).output.contains("inv-b"))
    let contact = try #require(
      (try q("contact list --node d --json").member("contacts") as? [[String: Any]])?.first?["id"] as? String)
    #expect(try q("contact show \(contact) --node d").output.contains("due 2003-11-20: late"))
    #expect(try q("contact done \(contact) 1 --node d", status: 2).messages.contains("no follow-up 1"))
    _ = try q("contact done \(contact) 2 --on 2003-11-20 --node d")
    try network.exchange("a")
    #expect(try q("contact show \(contact) --node a").output.contains("done 2003-11-20"))
    #expect(try q("due list --node a").output.contains("2003-11-14"))
    #expect(try q("agency list --node a").output.contains("North "))
    _ = try q("plan new --node a")
    #expect(try q("plan show latest --node a").output.contains("2099-10-31 (extended)"))

    _ = try q("plan new --node b --person", "Someone <s>")
    _ = try q("plan approve latest --node b --person", "Head")
    let submitted = try q("plan submit latest --node b", status: 3)
    #expect(submitted.messages.contains("1 error"))
    try network.exchange("b")
    for node in ["b", "d"] {
      let shown = try q("plan show latest --agency inv-b --node \(node)").output
      #expect(shown.contains("(kept by DCSS for the agency)") && shown.contains("Head (DCSS for inv-b)"))
      #expect(try q("log --node \(node)").output.contains("Someone (DCSS for inv-b) <s>"))
      #expect(try q("roster --node \(node)").output.contains("writer, run by the department"))
    }
    for verb in ["status", "whoami"] { #expect(try q("\(verb) --node b").output.contains("the department, for inv-b")) }
    // The department's own row says it, even when the setting is gone.
    let settings = binary.folder.appending(path: "b/config.json")
    let text = try String(contentsOf: settings, encoding: .utf8)
    try text.replacing("run_by_department", with: "x").write(to: settings, atomically: true, encoding: .utf8)
    #expect(try q("whoami --node b").output.contains("(DCSS for inv-b)"))
  }
}
