import Foundation
import Testing

/// An agency's two nodes, another agency's, and the department's, for the tests of money.
struct MoneyNetwork {
  let binary: Binary
  let network: Network

  init(_ nodes: [(String, String)] = [("a1", "inv-a")]) throws {
    binary = try Binary()
    network = try Network(binary)
    for (node, agency) in nodes { try network.add(node, agency: agency) }
  }

  @discardableResult
  func run(
    _ node: String, _ command: String, _ rest: String..., input: String = "", status: Int32 = 0
  ) throws -> Binary.Run {
    let words = command.split(separator: " ").map(String.init) + rest + ["--node", node]
    let run = try binary.run(Binary.program.path, words, input: input)
    try #require(run.status == status, "\(words): \(run.status) \(run.output)\(run.messages)")
    return run
  }

  /// Words that are refused with a status, and say why.
  struct Wrong: Sendable {
    let node: String
    let words: [String]
    let input: String
    let status: Int32
    let says: [String]

    init(
      _ node: String, _ command: String, _ rest: String..., input: String = "", status: Int32 = 2, says: String...
    ) {
      words = command.split(separator: " ").map(String.init) + rest
      (self.node, self.input, self.status, self.says) = (node, input, status, says)
    }
  }

  /// Each is refused as it says, and changes nothing on any node.
  func expectRefused(_ cases: [Wrong], on nodes: [String]) throws {
    func state() throws -> [String] { try nodes.map { try run($0, "status --json").output } }
    let before = try state()
    for wrong in cases {
      let run = try binary.run(Binary.program.path, wrong.words + ["--node", wrong.node], input: wrong.input)
      #expect(run.status == wrong.status, "\(wrong.words): \(run.status) \(run.output)\(run.messages)")
      for text in wrong.says {
        #expect(run.messages.replacing("\n", with: " ").contains(text), "\(wrong.words): \(run.messages)")
      }
    }
    #expect(try state() == before)
  }
}

@Suite("The CS 921 from fall to the roll-up, at two nodes of one agency, another agency and the department")
struct DisplayTests {
  static let staffing = """
    function,program,authorized,filled,filled_mid_year,monthly_average,annual_total
    casework,,52.5,49,47.25,"4,900.00","2,881,200.00"
    targeted programs,Training,1.5,1.5,1,5400,97200.10

    """

  private static func rules(_ run: Binary.Run) throws -> [String] {
    (try run.member("findings") as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }.sorted()
  }

  @Test("A display is checked, handed in, returned, handed in again and accepted; the department sees all, to the cent")
  func life() throws {
    let money = try MoneyNetwork([("a1", "inv-a"), ("a2", "inv-a"), ("b", "inv-b")])
    defer { money.binary.remove() }
    try money.run("a1", "display new", "year=SFY 2024-25")
    #expect(try money.run("a1", "display show latest --json").member("edition") as? Int == 1)
    try money.run("a1", "display staffing import - display=latest --yes", input: Self.staffing)
    let again = try money.run("a1", "display staffing import - display=latest --yes", input: Self.staffing)
    #expect(again.messages.contains("nothing was changed"))
    // Two people report the same function offline: one row, and a conflict where they differ.
    for node in ["a1", "a2"] { try money.network.exchange(node) }
    for (node, count) in [("a1", 1), ("a2", 2)] {
      try money.run(node, "display staffing display=latest function=legal filled=0 authorized=\(count)")
    }
    for node in ["a1", "a2", "a1"] { try money.network.exchange(node) }
    let conflicts = try money.run("a1", "conflicts --json", status: 3).member("conflicts") as? [[String: Any]]
    #expect(conflicts?.count == 1)
    try money.run("a1", "conflicts resolve", try #require(conflicts?.first?["name"] as? String), "--value", "2")
    let staff = try money.run("a1", "display show latest --json").member("staff") as? [String: Any]
    #expect(staff?["authorized"] as? String == "56.00")
    #expect(
      try money.run("a1", "display submit", status: 2).messages.contains("reports no cost (rule nothing-reported)"))
    try money.run("a1", "display cost display=latest line=op-travel amount=1000.95")
    try money.run("a1", "display need display=latest title=Attorney amount=12,000", "year=SFY 2025-26")
    let check = try money.run("a1", "display check --json", status: 3)
    #expect(try (check.member("missing") as? [String])?.contains("staffing of the function investigation") == true)
    try money.network.exchange("a1")
    let unsent = try money.run("d", "display need-decide latest --result granted", status: 2)
    #expect(unsent.messages.contains("(rule need-not-sent)"))
    // Another node edits offline what is handed in meanwhile.
    try money.network.exchange("a2")
    for (day, rule) in [("2099-01-01", "day-not-come"), ("2023-06-30", "day-before-its-time")] {
      #expect(try money.run("a1", "display submit --on \(day)", status: 2).messages.contains("(rule \(rule))"))
    }
    #expect(try money.run("a1", "display submit --on 2024-10-01 --json").member("total") as? String == "2,979,401.05")
    #expect(try money.run("a1", "display submit", status: 2).messages.contains("(rule nothing-new)"))
    try money.expectRefused(
      [
        .init(
          "a1", "display cost display=latest line=op-travel amount=1", says: "waits for the department",
          "rule display-is-submitted"),
        .init("a1", "display cost remove display=latest line=op-travel", says: "rule display-is-submitted"),
        .init("a1", "display staffing display=latest function=legal", says: "rule display-is-submitted"),
        .init("a1", "display staffing remove display=latest function=casework", says: "rule display-is-submitted"),
        .init("a1", "display need edit latest amount=1", says: "rule display-is-submitted"),
        .init("a1", "display need remove latest", says: "rule display-is-submitted"),
        .init("a1", "display edit latest title=x", says: "rule display-is-submitted"),
      ], on: ["a1"])
    try money.run("a2", "display cost display=latest line=op-postage amount=5")
    for node in ["a1", "a2", "a1"] { try money.network.exchange(node) }
    for node in ["a1", "d"] {
      #expect(try Self.rules(money.run(node, "findings --json", status: 3)) == ["display-changed"], "\(node)")
    }
    let changed = try money.run("d", "display compare").output
    #expect(changed.contains("cost of a Budget Display \"op-postage\": new"), "\(changed)")
    func toAnswer(_ node: String) throws -> [String] {
      (try money.binary.qapi("status", "--json", "--node", node).member("to_answer") as? [[String: Any]] ?? []).map {
        "\($0["kind"] ?? "") \($0["count"] ?? "")"
      }
    }
    #expect(try toAnswer("d") == ["displays 1", "funding-needs 1"])
    try money.run("d", "display decide latest --result returned --comments", "Postage is missing")
    try money.network.exchange("a1")
    #expect(try toAnswer("d") == ["funding-needs 1"] && toAnswer("a1") == ["returned-displays 1"])
    try money.run("a1", "display submit --on 2024-10-05 --note", "with postage")
    try money.network.exchange("a1")
    try money.run("d", "display decide latest --result accepted")
    try money.run("d", "display need-decide latest --result", "granted in part", "--amount", "7,000.00")
    // A line of a letter grants no more than it gives, to all needs together; the page and the need name the letter.
    try money.run(
      "d", "allocation issue - --yes --kind final --number 25-01 --on 2025-06-20 --year", "SFY 2025-26",
      input: "agency,amount\ninv-a,9000\n")
    try money.run(
      "d", "display need-decide Attorney --line latest --result", "granted in part", "--amount", "7,000.00")
    try money.run("a1", "display need title=Rent amount=2000.01", "year=SFY 2025-26")
    try money.network.exchange("a1")
    let twice = try money.run("d", "display need-decide Rent --result granted --line latest", status: 2).messages
    #expect(
      twice.contains("(rule line-below-grant)") && twice.contains("besides 7,000.00 of other needs"), "\(twice)")
    try money.run("d", "display need-decide Rent --result denied")
    let granted = "final letter of 2025-06-20, 25-01"
    #expect(try money.run("d", "display need show Attorney").output.replacing("\n", with: " ").contains(granted))
    #expect(try money.run("d", "display page latest --markdown").output.contains(granted))
    try money.network.exchange("a1")
    #expect(try Self.rules(money.run("a1", "findings --json")) == [])
    #expect(
      try money.run("a1", "display need edit Attorney amount=1", status: 2).messages.contains("is accepted"))
    let need = try money.run("a1", "display need list --json").member("records") as? [[String: Any]]
    #expect(need?.first?["result"] as? String == "granted in part" && need?.first?["granted"] as? String == "7,000.00")
    // All agencies: the newest copies, and who is missing.
    let statewide = try money.run("d", "display statewide --json --year", "SFY 2024-25")
    #expect(try statewide.member("total") as? String == "2,979,406.05")
    #expect(try statewide.member("missing") as? [String] == ["inv-b"])
    let csv = try money.run("d", "display statewide --csv --year", "SFY 2024-25").output
    #expect(
      csv.contains("inv-a,Invented inv-a,accepted,2024-10-05,1,cost,,,op-postage,Postage,operating expenses,,,,,5.00"))
    #expect(
      try money.run("a1", "display statewide --year", "SFY 2024-25", status: 2).messages.contains("only the department")
    )
    // The first copy opens as it was.
    let first = try money.run("d", "display submissions --json").member("submissions") as? [[String: Any]]
    #expect(first?.map { $0["state"] as? String } == ["returned", "accepted"])
    let id = try #require(first?.first?["id"] as? String)
    let old = try money.run("d", "display page --markdown --submission", id).output
    #expect(
      old.contains("| op-postage | Operating expenses | Postage | not said |") && old.contains("not the official form"))
    #expect(try money.run("d", "display page latest --html").output.contains("<td class="))
    #expect(try money.run("b", "display list").output.contains("no Budget Displays"))
  }

  private static func table(_ header: String, _ row: String) -> String { header + "\n" + row + "\n" }

  @Test("Wrong words and tables about a display change nothing, and name row, column and rule")
  func wrong() throws {
    let money = try MoneyNetwork()
    defer { money.binary.remove() }
    try money.run("a1", "display new", "year=SFY 2024-25")
    func staffing(_ table: String, status: Int32 = 1, says: String...) -> MoneyNetwork.Wrong {
      precondition(says.count == 2)
      return .init(
        "a1", "display staffing import - display=latest --yes", input: table, status: status, says: says[0], says[1])
    }
    try money.expectRefused(
      [
        .init("a1", "display new year=2024", says: "rule no-state-fiscal-year"),
        .init("a1", "display new edition=2", "year=SFY 2024-25", says: "rule unknown-edition", "newest, 1"),
        .init(
          "a1", "display staffing display=latest function=legal authorized=-1", says: "authorized", "positions from 0"),
        .init("a1", "display staffing display=latest function=legal filled=1.005", says: "positions from 0"),
        .init(
          "a1", "display staffing display=latest function=legal annual_total=1.005", says: "annual_total",
          "dollars and cents"),
        .init("a1", "display staffing display=latest function=cooking", says: "this word is not known here"),
        .init("a1", "display staffing display=latest", says: "needs its function"),
        .init("a1", "display staffing display=latest", "function=targeted programs", says: "rule program-and-function"),
        .init(
          "a1", "display staffing display=latest function=legal program=Training", says: "rule program-and-function"),
        .init("a1", "display cost display=latest line=zz amount=1", says: "rule unknown-line"),
        .init("a1", "display cost display=latest line=ps-legal amount=1", says: "rule line-of-function"),
        .init("a1", "display cost display=latest line=op-travel amount=1.001", says: "amount", "dollars and cents"),
        .init("a1", "display cost display=latest line=op-travel amount=-5", says: "rule negative-amount"),
        .init("a1", "display cost remove display=latest line=op-travel", says: "there is no cost"),
        .init("a1", "display need title=x amount=1 year=soon", says: "rule no-state-fiscal-year"),
        .init("a1", "display need title=x amount=-1", "year=SFY 2025-26", says: "rule no-amount"),
        .init(
          "a1", "display need display=latest title=x amount=1", "year=SFY 2024-25", says: "rule need-of-coming-year"),
        .init("a1", "display need-decide latest --result granted", says: "only the department"),
        .init("a1", "display submit", says: "rule nothing-reported"),
        .init("a1", "display decide latest --result accepted", says: "only the department"),
        .init(
          "d", "allocation issue - --yes --kind final --on 2023-06-30 --year", "SFY 2024-25",
          input: "agency,amount\ninv-a,1\n", says: "rule day-of-another-year", "from 2023-07-01 to 2027-06-30"),
        .init(
          "d", "allocation issue - --yes --kind final --on 2027-07-01 --year", "SFY 2024-25",
          input: "agency,amount\ninv-a,1\n", says: "rule day-of-another-year"),
        .init("a1", "display page", says: "--html or --markdown"),
        .init("d", "display new", "year=SFY 2024-25", says: "belong to the agencies"),
        .init("d", "display submit", says: "belong to the agencies"),
        .init("d", "display need-decide latest --result granted --amount 1", says: "--amount goes with"),
        .init("d", "display need-decide latest --result denied --line latest", says: "No line grants"),
        .init("d", "display statewide --year 2024", says: "no state fiscal year"),
        staffing(Self.table("function,authorized", "legal,-1"), says: "row 2, authorized", "positions from 0"),
        staffing(Self.table("function,authorized", "legal,many"), says: "row 2, authorized", "positions from 0"),
        staffing(Self.table("function,annual_total", "legal,1.005"), says: "row 2, annual_total", "dollars and cents"),
        staffing(Self.table("function,authorized", "cooking,1"), says: "row 2, function", "not known here"),
        staffing(Self.table("function,program", "legal,Training"), says: "row 2", "rule program-and-function"),
        staffing(Self.table("authorized,filled", "1,1"), says: "header", "the column function is missing"),
        staffing(Self.table("function,wage", "legal,1"), says: "header", "no column is called 'wage'"),
        staffing("function,authorized\nlegal,1\nlegal,2\n", says: "row 3", "is the same"),
        staffing(
          "function,note\nlegal,\(String(repeating: "x", count: 10 << 20))\n", says: "line 2, field 2",
          "the field has more than"),
        .init(
          "a1", "display cost import - display=latest --yes", input: "line,amount\nop-travel,1\nzz,1\n", status: 1,
          says: "row 3", "rule unknown-line"),
        .init("a1", "form publish - --yes", input: "form,edition,code,title\n", says: "only the department"),
        .init(
          "d", "form publish - --yes", input: "form,edition,code,title\n", status: 1, says: "rule edition-without-lines"
        ),
        .init("d", "form publish - --yes", input: "form,edition,title\nCS 34,2,x\n", status: 1, says: "header", "code"),
        .init(
          "d", "form publish - --yes", input: "form,edition,code,title\nCS 34,1,x,x\n", status: 1,
          says: "row 2, edition", "rule edition-not-next", "number it 2"),
        .init(
          "d", "form publish - --yes", input: "form,edition,code,title\nCS 921,2,x,x\n", status: 1,
          says: "row 2, category", "rule category-missing"),
        .init("d", "form show", "CS 1", says: "there is no form"),
        .init("d", "form show 921 --edition 3", says: "there is no edition 3", "use one of: 1"),
      ], on: ["a1", "d"])
  }

  @Test("An edition is published as a whole and written once; what was reported keeps its edition")
  func editions() throws {
    let money = try MoneyNetwork()
    defer { money.binary.remove() }
    try money.run("a1", "display new", "year=SFY 2024-25")
    try money.run("a1", "display cost display=latest line=op-postage amount=1")
    let shown = try money.run("d", "form show 921 --csv").output
    let next = shown.replacing("CS 921,1,", with: "CS 921,2,").replacing("op-postage", with: "op-mail")
    try money.run("d", "form publish - --yes --dry-run", input: next)
    #expect(try money.run("d", "form publish - --yes --json", input: next).member("published") as? Bool == true)
    #expect(try money.run("d", "form publish - --yes --json", input: next).member("published") as? Bool == false)
    let changed = next.replacing(",Postage,", with: ",Letters,")
    #expect(
      try money.run("d", "form publish - --yes", input: changed, status: 1).messages.contains("rule edition-not-next"))
    try money.network.exchange("a1")
    #expect(try money.run("a1", "form show", "CS 921").output.contains("op-mail: Postage"))
    #expect(
      try money.run("a1", "display edit latest edition=2", status: 2).messages.contains(
        "edition 2 has no line 'op-postage'"))
    #expect(try money.run("a1", "display show latest --json").member("edition") as? Int == 1)
    try money.run("a1", "display new", "year=SFY 2025-26")
    #expect(try money.run("a1", "display show latest --json").member("edition") as? Int == 2)
    try money.run("a1", "display cost display=latest line=op-mail amount=1")
    #expect(try money.run("a1", "findings --json").member("findings") as? [String] == [])
  }
}
