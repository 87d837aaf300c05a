import Foundation
import Testing

@Suite("A plan is edited for months on two nodes, and reviewed meanwhile", .serialized)
struct MonthsOfflineTests {
  /// Who, the script, and the words that it brings into the plan.
  private typealias Edit = (node: String, script: String, words: String)

  /// Different fields of one entry, different entries of one list, different tables of one block: two people fill one
  /// goal together. Three months of them.
  private static let months: [[Edit]] = [
    [
      ("a1", "/title: Calls/,/id:/s/leads:/leads: The call team/", "The call team"),
      ("a2", "/title: Calls/,/id:/s/ten days/five days/", "within five days"),
      ("a1", "/title: Collections/,/id:/s/^      q1:/      q1: 62.1/", "62.1"),
      ("a2", "/title: Calls/,/^  id:/s/^    q1:/    q1: Calls began in November./", "Calls began in November."),
    ],
    [
      ("a1", "/title: Letters/,/id:/s/go out weekly/go out daily/", "Letters go out daily."),
      ("a2", "/title: Letters/,/id:/s/not started/in progress/", "in progress"),
      ("a1", "/^- goal: 2/,$s/^  tactics:/  tactics:\\n  - title: Fairs/", "Fairs"),
      ("a2", "/^- goal: 1/,/^- goal: 2/s/^  tactics:/  tactics:\\n  - title: Mailings/", "Mailings"),
      ("a1", "/title: Collections/,/id:/s/unit:/unit: percent/", "percent"),
    ],
    [
      ("a1", "/title: Collections/,/id:/s/^      q2:/      q2: 62.9/", "62.9"),
      (
        "a2", "/title: Visits/,/^  id:/s/^    q2:/    q2: Five employers were visited./", "Five employers were visited."
      ),
      ("a1", "s/^title: .*/title: Another title/", "Another title"),
      ("a2", "/title: Visits/,/id:/s/two employers/four employers/", "four employers"),
      ("a2", "/title: Calls/,/id:/s/five days/three days/", "within three days"),
    ],
  ]

  @Test("Different fields, entries and tables merge without a conflict; comments and a decision come between")
  func differentPlaces() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let agency = try TwoNodes(binary)
    try agency.handIn("a1")
    try agency.meet()
    for (number, month) in Self.months.enumerated() {
      for edit in month { try agency.edit(edit.node, edit.script, "month \(number + 1)") }
      // The second node is without a network all the time.
      try agency.plan("d", "comment", "Who calls in month \(number + 1)?", "--on", "block 1 tactic 1")
      if number == 1 { try agency.plan("d", "return", "--comments", "Say how often you visit.") }
      try agency.meet("a1")
    }
    try agency.meet()

    for node in TwoNodes.nodes {
      #expect(try agency.conflicts(node).isEmpty)
      let shown = try agency.plan(node, "show", "--json").output
      // The last but one of the same person was overwritten by its author.
      for edit in Self.months.joined() where edit.words != "within five days" {
        #expect(shown.contains(edit.words), "\(edit.words) on \(node)")
      }
      #expect(try agency.lost(["within five days", "within ten days", "Letters go out weekly."], on: node).isEmpty)
      let talk = try agency.plan(node, "comments").output
      #expect((1...3).allSatisfy { talk.contains("Who calls in month \($0)?") })
      #expect(try agency.member("decision", of: node) == "returned")
    }
    #expect(try agency.state() == "returned/-")
    #expect(try agency.rules().isEmpty)
    try agency.expectSameRows()
    // What was handed in is compared with what stands, with everybody who wrote.
    let compared = try agency.plan("d", "compare").output
    #expect(compared.contains("Person a1 <a1>") && compared.contains("Person a2 <a2>") && compared.contains("month 3"))
  }

  /// Takes a tactic out of the document.
  private static let withoutVisits = #"s/\n  - (?:(?!\n  [-\w]).)*title: Visits(?:(?!\n  [-\w]).)*//s"#

  @Test("The same field makes a conflict that people can read and resolve; nothing is lost, and all nodes end alike")
  func samePlaces() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let agency = try TwoNodes(binary)
    let edits: [(script: String, one: String, two: String)] = [
      ("/title: Calls/,/id:/s/ten days/five days/", "We call within five days", "5"),
      ("/title: Letters/,/id:/s/weekly/daily/", "Letters go out daily.", "daily"),
      ("/title: Collections/,/id:/s/^      q1:/      q1: 62.1/", "62.1", "Q1"),
      ("/title: Calls/,/^  id:/s/^    q1:/    q1: Calls began in November./", "Calls began in November.", "Q1"),
    ]
    for edit in edits { try agency.edit("a1", edit.script, "first: \(edit.two)") }
    try agency.edit("a2", "/title: Calls/,/id:/s/what was said/what was agreed/", "second: agreed")
    try agency.edit("a2", "/title: Letters/,/id:/s/weekly/hourly/", "second: hourly")
    try agency.edit("a2", "/title: Letters/,/id:/s/hourly/at once/", "second: at once")
    try agency.edit("a2", "/title: Collections/,/id:/s/^      q1:/      q1: 62.4/", "second: figure")
    try agency.edit("a2", "/title: Calls/,/^  id:/s/^    q1:/    q1: We began late./", "second: text")
    try agency.edit("a2", "/title: Visits/,/id:/s/two employers/six employers/", "second: six")
    try agency.rewrite("a1", Self.withoutVisits, "first: no visits")
    try agency.meet()
    let written =
      edits.map(\.one) + [
        "what was agreed", "Letters go out hourly.", "Letters go out at once.", "62.4", "We began late.",
        "six employers",
      ]
    for node in TwoNodes.nodes { #expect(try agency.lost(written, on: node).isEmpty) }

    var names: [String: String] = [:]
    for conflict in try agency.conflicts("a1") {
      let name = try #require(conflict["name"] as? String)
      let table = try #require(conflict["table"] as? String)
      let subject = try #require(conflict["subject"] as? String)
      let label = try #require(conflict["label"] as? String)
      names["\(table) \(subject)" + (label.contains("Letters") ? " letters" : "")] = name
      let sides = try #require(conflict["sides"] as? [[String: Any]])
      #expect(sides.count == 2)
      let shown = try agency.done(["conflicts", "show", name, "--node", "a1"], 3).output
      for words in ["Person a1 <a1>, 20", "Person a2 <a2>, 20", "why: first: ", "why: second: "] {
        #expect(shown.contains(words), "\(words) in \(shown)")
      }
      #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
    #expect(
      Set(names.keys) == [
        "plan_tactic strategy", "plan_tactic strategy letters", "plan_tactic presence", "plan_progress figure",
        "plan_update text",
      ])
    func suggestion(_ name: String) throws -> String? {
      try agency.done(["conflicts", "show", try #require(names[name]), "--node", "a1", "--json"], 3)
        .member("suggestion") as? String
    }
    // Where the edits do not overlap they are suggested together; where they do there is no suggestion.
    #expect(
      try suggestion("plan_tactic strategy") == "We call within five days and write down what was agreed.")
    #expect(try suggestion("plan_tactic strategy letters") == nil)
    // The department reads them, and the agency resolves them.
    #expect(try agency.conflicts("d").count == 5)
    #expect(try agency.rules().isEmpty)

    for (node, name, answer) in [
      ("a1", "plan_tactic strategy", ["--merged"]), ("a2", "plan_tactic strategy letters", ["--theirs"]),
      ("a1", "plan_progress figure", ["--value", "62.2"]), ("a2", "plan_update text", ["--mine"]),
      ("a2", "plan_tactic presence", ["--keep"]),
    ] {
      try agency.done(
        ["conflicts", "resolve", try #require(names[name]), "--node", node, "-m", "agreed by telephone"] + answer)
    }
    try agency.meet()
    for node in TwoNodes.nodes {
      #expect(try agency.conflicts(node).isEmpty)
      let shown = try agency.plan(node, "show", "--json").output
      for words in [
        "within five days and write down what was agreed", "Letters go out daily.", "62.2", "We began late.",
        "six employers",
      ] { #expect(shown.contains(words), "\(words) on \(node)") }
      #expect(try agency.lost(written, on: node).isEmpty)
    }
    try agency.expectSameRows()
  }
}
