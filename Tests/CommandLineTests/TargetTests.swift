import Foundation
import Testing

/// Node `a1` and `a2` of one agency, and the department's node `d`.
@Suite("Targets are agreed between an agency and the department, offline on both sides", .serialized)
struct TargetTests {
  let binary: Binary
  let network: Network

  init() throws {
    binary = try Binary()
    network = try Network(binary)
    for node in ["a1", "a2"] { try network.add(node, agency: "inv-a") }
  }

  @discardableResult
  func target(_ node: String, _ verb: String, _ rest: String..., status: Int32 = 0) throws -> Binary.Run {
    let named = ["--ffy", "2024", "--measure", "current-support"] + (node == "d" ? ["--agency", "inv-a"] : [])
    let run = try binary.run(Binary.program.path, ["target", verb, "--node", node, "--json"] + named + rest)
    try #require(run.status == status, "\(verb) \(node): \(run.status): \(run.output)\(run.messages)")
    return run
  }

  /// What each node makes of the one target: "agreed 63.8".
  func state(_ node: String) throws -> String {
    let run = try binary.qapi("target", "list", "--node", node, "--json")
    let targets = try #require(try run.member("targets") as? [[String: Any]])
    try #require(targets.count == 1)
    return [targets[0]["state"], targets[0]["value"]].compactMap { $0 as? String }.joined(separator: " ")
  }

  func states() throws -> [String] { try ["a1", "a2", "d"].map(state) }

  func meet(_ nodes: String...) throws { for node in nodes { try network.exchange(node) } }

  @Test("Proposed on one node, agreed by the department, reopened by whoever changes the value")
  func life() throws {
    defer { binary.remove() }
    try target("a1", "propose", "--value", "63.8", "--note", "two more staff")
    try meet("a1", "a2")
    #expect(try states() == ["proposed", "proposed", "proposed"])
    // The other side is waited for, and `status` and `target list --open` say so.
    func waiting(_ node: String) throws -> String {
      let lines = try binary.qapi("status", "--node", node).output.split(separator: "\n")
      return lines.first { $0.hasPrefix("to answer:") }.map(String.init) ?? ""
    }
    func open(_ node: String) throws -> Int? {
      try (binary.qapi("target", "list", "--open", "--node", node, "--json").member("targets") as? [Any])?.count
    }
    #expect(try waiting("d").contains("1 target (see `qapi target list --open`)") && waiting("a1").isEmpty)
    #expect(try open("d") == 1 && open("a1") == 1)
    // The department agrees to what it reads, and to nothing else.
    #expect(try target("d", "agree", "--value", "64", status: 2).messages.contains("nothing was changed"))
    try target("d", "agree", "--value", "63.80")
    try meet("a2", "a1")
    #expect(try states() == ["agreed 63.8", "agreed 63.8", "agreed 63.8"])
    // The same value again takes no word back.
    #expect(try target("d", "propose", "--value", "63.80").messages.contains("this word stands already"))
    // A note is on the word that it was said with: not on the next.
    #expect(try binary.qapi("target", "show", "--ffy", "2024", "--node", "a2").output.contains("two more staff"))
    try target("a2", "propose", "--value", "65")
    #expect(try !binary.qapi("target", "show", "--ffy", "2024", "--node", "a2").output.contains("two more staff"))
    #expect(try waiting("a2").contains("1 target"))
    try meet("a2", "a1")
    #expect(try states() == ["discussed", "discussed", "discussed"])
    try target("d", "withdraw", "--note", "the measure changes")
    try meet("a1", "a2")
    #expect(try states() == ["withdrawn", "withdrawn", "withdrawn"])
    #expect(try target("a1", "agree", status: 2).messages.contains("withdrawn"))
    #expect(try waiting("a1").isEmpty && waiting("d").isEmpty && open("d") == 0)
  }

  @Test("One node agrees while the other of the same agency changes the value: nobody agreed to the new value")
  func wordsAndValuesApart() throws {
    defer { binary.remove() }
    try target("a1", "propose", "--value", "63.8")
    try meet("a1", "a2")
    try target("d", "propose", "--value", "63.8")
    try meet("a1", "a2")
    #expect(try states() == ["discussed", "discussed", "discussed"])
    try target("a1", "agree")
    try target("a2", "propose", "--value", "64")
    try target("d", "propose", "--value", "64")
    try meet("a1", "a2", "a1")
    // The merged row says `agreed`, to 63.8, beside the value 64.
    #expect(try states() == ["discussed", "discussed", "discussed"])
    try target("a1", "agree")
    try meet("a1", "a2")
    #expect(try states() == ["agreed 64", "agreed 64", "agreed 64"])
  }

  @Test(
    "Two nodes of an agency propose two values while the department agrees to the old one: a conflict that can be read")
  func conflict() throws {
    defer { binary.remove() }
    try target("a1", "propose", "--value", "63.8")
    try meet("a1", "a2")
    try target("a1", "propose", "--value", "64")
    try target("a2", "propose", "--value", "65")
    try target("d", "agree")
    try meet("a1", "a2", "a1")
    let shown = try binary.qapi("conflicts", "--node", "a2")
    #expect(shown.status == 3 && shown.output.contains("current-support"), "\(shown.output)\(shown.messages)")
    #expect(try Set(states()) == ["discussed"])
    let resolved = try binary.qapi("conflicts", "resolve", "--all", "--mine", "--node", "a1")
    #expect(resolved.status == 0, "\(resolved.messages)")
    try target("a1", "agree", "--value", "63.8")
    try meet("a1", "a2")
    #expect(try states() == ["agreed 63.8", "agreed 63.8", "agreed 63.8"])
    let log = try binary.qapi(
      "log", "row", "--table", "target", "--key", "inv-a,2024,current-support", "--node", "a2")
    #expect(log.status == 0 && log.output.contains("65") && log.output.contains("Person a2"))
  }

  @Test("What cannot be a target is refused by a rule, and changes nothing")
  func refused() throws {
    defer { binary.remove() }
    let cases: [(arguments: [String], words: String)] = [
      (["--ffy", "2024", "--measure", "3", "--value", "101"], "rule target-over-whole"),
      (["--ffy", "2024", "--measure", "3", "--value", "lots"], "rule target-figure"),
      (["--ffy", "2024", "--measure", "3", "--value=-1"], "rule target-figure"),
      (["--ffy", "2024", "--measure", "5", "--value", "2", "--unit", "percent"], "rule target-unit"),
      (["--ffy", "24", "--measure", "3", "--value", "60"], "not a federal fiscal year"),
      (["--ffy", "SFY 2024", "--measure", "3", "--value", "60"], "not a federal fiscal year"),
      (["--ffy", "2024", "--measure", "nothing", "--value", "60"], "there is no measure"),
      (["--ffy", "2024", "--measure", "3", "--value", "60", "--agency", "inv-b"], "leave out --agency"),
    ]
    for (arguments, words) in cases {
      let run = try binary.run(Binary.program.path, ["target", "propose", "--node", "a1"] + arguments)
      #expect(run.status == 2 && run.messages.contains(words), "\(arguments): \(run.messages)")
    }
    #expect(try binary.qapi("target", "list", "--node", "a1").output == "no targets\n")
    // The denominator of the statewide percentage is of the year before.
    let statewide = try binary.qapi(
      "target", "propose", "--node", "a1", "--ffy", "FFY 2024", "--measure", "1b", "--value", "101.5")
    #expect(statewide.status == 0)
    let page = try binary.qapi("target", "show", "--node", "a1", "--ffy", "2024", "--markdown")
    #expect(page.output.contains("Plan of Cooperation") && page.output.contains("101.5"))
  }
}
