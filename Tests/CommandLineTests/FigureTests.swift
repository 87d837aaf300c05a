import Foundation
import Testing

@Suite("An agency's figures from the file to the department")
struct FigureTests {
  /// Every standard figure of FFY 2024 Q1, as a CSV file: 100 each, and more for a whole.
  static func table(changing changes: [String: String] = [:]) -> String {
    let wholes = ["157-1": "900", "157-2": "800", "157-24": "400", "157-28": "400", "157-9": "400"]
    let monthly = [
      "157-1", "157-2", "157-5", "157-6", "157-9", "157-24", "157-25", "157-28", "157-29", "34-4b", "34-4c", "34-8",
      "34-11", "state-current-order", "state-current-paid", "state-paying", "state-arrears-order", "state-to-serve",
      "state-served", "state-paternities", "state-orders", "state-medical-order", "state-medical-provided",
    ]
    var lines = ["element,period,value"]
    for element in monthly {
      for month in ["2023-10", "2023-11", "2023-12"] {
        lines.append("\(element),\(month),\(changes["\(element) \(month)"] ?? wholes[element] ?? "100")")
      }
    }
    return (lines + ["396-7,FFY 2024 Q1,400.50", "396-1c,FFY 2024 Q1,100"]).joined(separator: "\n") + "\n"
  }

  @Test("Refused with rule, row and column; imported; submitted; revised; accepted; late; shown exactly")
  func life() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    try network.add("b", agency: "inv-b")
    func run(_ node: String, _ arguments: String..., input: String = "") throws -> Binary.Run {
      try binary.run(Binary.program.path, ["measure"] + arguments + ["--node", node], input: input)
    }

    // Wrong input changes nothing, and is named.
    let wrong = try run(
      "a", "import", "-", "--yes", "--json",
      input:
        "element,period,value\n157-1,2023-10,5\n157-1,2023-10,6\n157-2,SFY 2023-24,1\n157-3,2023-10,1\n157-5,2023-10,x\n"
    )
    #expect(wrong.status == 1)
    let error = try #require(try wrong.member("error") as? [String: Any])
    let problems = try #require(error["problems"] as? [[String: Any]])
    #expect(
      problems.map { $0["rule"] as? String } == ["repeated-row", "other-calendar", "unknown-element", "not-a-number"])
    #expect(problems.map { $0["row"] as? Int } == [3, 4, 5, 6])
    #expect(problems.map { $0["column"] as? String } == ["element", "period", "element", "value"])
    #expect(try run("a", "figures").output == "no figures\n")
    #expect(try run("a", "submit", "FFY 2024 Q1").status == 1)
    #expect(try run("d", "enter", "157-1", "2023-10", "5").status == 2)

    // A part above its whole is taken as work in hand, said, and not submitted.
    let broken = try run("a", "import", "-", "--yes", input: Self.table(changing: ["157-2 2023-11": "901"]))
    #expect(broken.status == 3 && broken.messages.contains("part-above-whole"), "\(broken.messages)")
    let refused = try run("a", "submit", "FFY 2024 Q1")
    #expect(refused.status == 1 && refused.messages.contains("nothing was submitted"), "\(refused.messages)")
    let findings = try binary.qapi("findings", "--node", "a", "--json")
    #expect(findings.output.contains("part-above-whole"))
    #expect(try run("a", "enter", "157-2", "2023-11", "800").status == 0)
    let first = try run("a", "submit", "FFY 2024 Q1", "--json")
    #expect(first.status == 0, "\(first.messages)")
    #expect(try first.member("figures") as? Int == 71)

    // The same once more is a duplicate; a revision says why.
    let twice = try run("a", "submit", "FFY 2024 Q1")
    #expect(twice.status == 2 && twice.messages.contains("duplicate-submission"))
    #expect(try run("a", "enter", "157-2", "2023-12", "801").status == 0)
    let unreasoned = try run("a", "submit", "FFY 2024 Q1")
    #expect(unreasoned.status == 2 && unreasoned.messages.contains("--reason"))
    try network.exchange("a")

    // The department.
    #expect(try run("a", "accept", "--clean", "FFY 2024 Q1").status == 2)
    let missing = try run("d", "missing", "FFY 2024 Q1", "--on", "2024-02-20", "--json")
    #expect(missing.status == 3)
    #expect(try missing.member("due") as? String == "2024-01-16")
    let late = try #require(try missing.member("agencies") as? [[String: Any]])
    let absent = try #require(late.first { $0["agency"] as? String == "inv-b" })
    #expect(absent["days_late"] as? Int == 35 && absent["missing"] as? Bool == true)
    #expect(absent["step"] as? String == "Letter to the Board of Supervisors and the Legislature")
    #expect(try waiting("d", binary) == ["submissions 1"])
    let accepted = try run("d", "accept", "--clean", "FFY 2024 Q1", "--json")
    #expect(accepted.status == 0, "\(accepted.messages)")
    #expect((try accepted.member("accepted") as? [Any])?.count == 1)
    #expect(try run("d", "accept", "--clean", "FFY 2024 Q1").output == "nothing to decide\n")

    // A revision is in force only when it is accepted, and the first stays.
    let revised = try run("a", "submit", "FFY 2024 Q1", "--reason", "One case was counted late.", "--json")
    #expect(revised.status == 0, "\(revised.messages)")
    try network.exchange("a")
    #expect(try orders(run("d", "show", "inv-a", "--quarter", "FFY 2024 Q1", "--json")) == ["800", "900", "800/9"])
    let id = try #require(try revised.member("submission") as? String)
    #expect(try run("d", "return", id, "--comments", "").status == 2)
    #expect(try run("d", "return", id, "--comments", "Please look at line 2.").status == 0)
    try network.exchange("a")
    #expect(try waiting("a", binary) == ["returned-submissions 1"] && waiting("d", binary) == [])
    #expect(try run("d", "accept", id).status == 2)
    #expect(try run("a", "enter", "157-2", "2023-12", "810").status == 0)
    let again = try run("a", "submit", "FFY 2024 Q1", "--reason", "Ten more cases.", "--json")
    try network.exchange("a")
    #expect(try run("d", "accept", #require(try again.member("submission") as? String)).status == 0)
    try network.exchange("a")
    #expect(try orders(run("a", "show", "--quarter", "FFY 2024 Q1", "--json")) == ["810", "900", "90/1"])
    #expect(try waiting("a", binary) == [])
    let all = try run("a", "submissions", "--json")
    let list = try #require(try all.member("submissions") as? [[String: Any]])
    #expect(list.map { $0["in_force"] as? Bool } == [false, false, true])
    #expect(list.map { $0["state"] as? String } == ["accepted", "returned", "accepted"])
    // The other agency reads nothing of it.
    try network.exchange("b")
    #expect(try run("b", "submissions").output == "no submissions\n")
  }

  /// What `status` and `due` say waits for this node's answer.
  private func waiting(_ node: String, _ binary: Binary) throws -> [String] {
    let lists = try ["status", "due"].map { command in
      let list = try #require(
        try binary.qapi(command, "--node", node, "--json").member("to_answer") as? [[String: Any]])
      return list.map { "\($0["kind"] ?? "") \($0["count"] ?? "")" }
    }
    #expect(lists[0] == lists[1])
    return lists[0]
  }

  /// Numerator, denominator and exact value of the second federal measure.
  private func orders(_ run: Binary.Run) throws -> [String] {
    let measures = try #require(try run.member("measures") as? [[String: Any]])
    let found = try #require(measures.first { $0["number"] as? String == "2" })
    return ["numerator", "denominator", "exact"].map { "\(found[$0] ?? "")" }
  }

  @Test("What is exported comes back unchanged, and an agency's own element takes shares")
  func roundTrip() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    func run(_ arguments: String..., input: String = "") throws -> Binary.Run {
      try binary.run(Binary.program.path, ["measure"] + arguments + ["--node", "a"], input: input)
    }
    #expect(try run("element", "add", "157-1", "--title", "Mine", "--definition", "Cases.").status == 2)
    let added = try run(
      "element", "add", "early-calls", "--title", "Early calls", "--definition", "Calls within ten days.", "--unit",
      "share", "--frequency", "quarterly", "--measure", "3", "--link", "2")
    #expect(added.status == 0, "\(added.messages)")
    #expect(try run("enter", "early-calls", "FFY 2024 Q1", "5", "--out-of", "4").status == 2)
    #expect(try run("enter", "early-calls", "FFY 2024 Q1", "3", "--out-of", "4", "--source", "List").status == 0)
    #expect(try run("enter", "157-25", "2024-01", "$1,234.50").status == 0)
    let exported = try run("export").output
    #expect(exported.contains("1234.50"))
    let again = try run("import", "-", "--yes", input: exported)
    #expect(again.status == 0 && again.messages.contains("nothing differs"), "\(again.messages)")
    let shown = try run("element", "show", "early-calls", "--json")
    let element = try #require(try shown.member("element") as? [String: Any])
    #expect(element["measures"] as? [String] == ["current-support"])
  }
}
