import Foundation
import Testing

@Suite("Letters and budgets, at the department and at two nodes of one agency")
struct BudgetTests {
  private static let letters = """
    agency,edp,project,account,initiative,program,amount
    inv-a,,,,,,"1,000.00"
    inv-a,,,,Local Customer Service Initiative,Customer Service,50
    inv-a,local M&O recurring,P1,A1,,,200.5
    inv-b,,,,,,7

    """

  private static let plainLetter = """
    agency,edp,project,account,amount
    inv-a,,,,1050
    inv-a,local M&O recurring,P1,A1,200.50

    """

  private let binary: Binary
  private let network: Network

  init() throws {
    binary = try Binary()
    network = try Network(binary)
    for (node, agency) in [("a1", "inv-a"), ("a2", "inv-a"), ("b", "inv-b")] { try network.add(node, agency: agency) }
  }

  @discardableResult
  private func run(
    _ node: String, _ command: String, _ rest: String..., input: String = "", status: Int32 = 0
  ) throws -> Binary.Run {
    let words = command.split(separator: " ").map(String.init) + rest + ["--node", node]
    let run = try binary.run(Binary.program.path, words, input: input)
    try #require(run.status == status, "\(words): \(run.status) \(run.output)\(run.messages)")
    return run
  }

  private func issue(_ table: String, kind: String, on day: String) throws {
    try run(
      "d", "allocation issue - --yes --on \(day) --year", "SFY 2024-25", "--kind", kind, input: table)
  }

  private func meet() throws { for node in ["a1", "a2", "b", "a1"] { try network.exchange(node) } }

  private func rows(_ node: String, status: Int32 = 0) throws -> [String] {
    let answer = try run(node, "budget reconcile --json", status: status)
    return (try answer.member("rows") as? [[String: Any]] ?? []).map { row in
      ["scope", "planned", "allocated", "difference"].map { row[$0] as? String ?? "" }.joined(separator: " ")
    }
  }

  @Test(
    "One table makes a letter for each agency; each reads its own; a later letter adds, a final one takes the place of planning"
  )
  func letters() throws {
    defer { binary.remove() }
    try issue(Self.letters, kind: "final planning", on: "2024-06-15")
    try meet()
    let planning = try run("a1", "allocation --json")
    #expect(try planning.member("total") as? String == "1,250.50" && planning.member("binds") as? Bool == false)
    #expect(try run("b", "allocation --json").member("total") as? String == "7.00")
    #expect(try run("b", "allocation --agency inv-a", status: 2).messages.contains("does not read the rows of inv-a"))
    #expect(try run("d", "allocation", status: 2).messages.contains("it is not said of which agency"))
    try issue("agency,amount\ninv-a,900\n", kind: "final", on: "2024-08-15")
    try issue("agency,amount\ninv-a,-0.01\n", kind: "non-standard", on: "2025-01-10")
    try meet()
    let final = try run("a1", "allocation --json")
    #expect(try final.member("total") as? String == "899.99" && final.member("binds") as? Bool == true)
    let letters = try final.member("letters") as? [[String: Any]] ?? []
    #expect(letters.map { $0["in_force"] as? Bool } == [true, true, false])
    // A non-standard letter from before the final one would count nothing, but in the advances of months that are over.
    let backdated = try run(
      "d", "allocation issue - --yes --kind non-standard --on 2024-07-01 --year", "SFY 2024-25",
      input: "agency,amount\ninv-a,1\n", status: 2)
    #expect(backdated.messages.contains("rule before-standard-letter"))
    // An agency writes no letter.
    let refused = try run(
      "a1", "allocation issue - --yes --kind final --year", "SFY 2024-25", input: "agency,amount\ninv-a,1\n", status: 2)
    #expect(refused.messages.contains("only the department issues allocation letters; nothing was changed"))
  }

  @Test(
    "Two people edit one budget offline: both line items stay, one amount is in conflict, totals are right before and after"
  )
  func offline() throws {
    defer { binary.remove() }
    try issue(Self.plainLetter, kind: "final", on: "2024-08-15")
    try meet()
    try run("a1", "budget new", "year=SFY 2024-25")
    try run("a1", "budget line budget=latest title=Salaries", "category=personal services")
    try run("a1", "budget change line=latest amount=900")
    try meet()
    // Offline: each adds a line item, and both change the one amount.
    try run("a1", "budget change edit latest amount=910")
    try run("a1", "budget line budget=latest title=Postage", "category=operating expenses")
    try run("a1", "budget change line=latest amount=40")
    try run("a2", "budget change edit latest amount=1000")
    try run(
      "a2", "budget line budget=latest title=Servers category=automation project=P1 account=A1",
      "edp=local M&O recurring")
    try run("a2", "budget change line=latest amount=200.50")
    try meet()
    let conflicts = try run("a1", "conflicts --json", status: 3).member("conflicts") as? [[String: Any]] ?? []
    #expect(conflicts.count == 1)
    let name = try #require(conflicts.first?["name"] as? String)
    let both = [910, 1_000].map { amount in
      "administration \(amount == 1_000 ? "1,040.00" : "\(amount + 40).00") 1,050.00 \(1_010 - amount).00"
    }
    let before = try rows("a1")
    #expect(both.contains(before[1]), "\(before)")
    #expect(try rows("a2") == before && rows("d") == before)
    // What nobody has decided is not handed in.
    let early = try run("a1", "budget submit latest", status: 2)
    #expect(early.messages.contains("rule open-conflicts") && early.messages.contains("1 conflict is open"))
    try run("a1", "conflicts resolve", name, "--value", "1,000")
    try run("a1", "budget submit latest")
    try meet()
    for node in ["a1", "a2", "d"] {
      #expect(
        try rows(node) == [
          "total 1,240.50 1,250.50 10.00", "administration 1,040.00 1,050.00 10.00", "EDP 200.50 200.50 0.00",
          "local M&O recurring, P1, A1 200.50 200.50 0.00", "Customer Service Initiative 0.00 0.00 0.00",
        ], "\(node)")
    }
  }

  @Test(
    "Over its allocation a budget is a finding, in draft and after a merge, on both sides; the words say what must change"
  )
  func overAllocation() throws {
    defer { binary.remove() }
    try issue(Self.plainLetter, kind: "final", on: "2024-08-15")
    try meet()
    try run("a1", "budget new", "year=SFY 2024-25")
    try run("a1", "budget line budget=latest title=Salaries", "category=personal services")
    try run("a1", "budget change line=latest amount=1050.01")
    let over = try run("a1", "budget reconcile", status: 3)
    #expect(over.output.contains("administration: plan 0.01 less; what is left elsewhere may not be moved here"))
    #expect(over.output.contains("(rule forbidden-transfer)"))
    try meet()
    for node in ["a1", "a2", "d"] {
      #expect(try run(node, "findings", status: 3).output.contains("forbidden-transfer"), "\(node)")
    }
    let table = try run("a1", "budget reconcile --csv", status: 3).output
    #expect(table.contains("administration,1050.01,1050.00,-0.01"), "\(table)")
    #expect(over.output.contains("of it Customer Service Initiative"))
    // What is decided counts: a change of policy that is denied is no part of the budget.
    try run("a1", "budget change line=latest text=More amount=-0.01", "step=new items and policy")
    try run("a1", "budget reconcile")
    try run("a1", "budget decide latest --result denied")
    try run("a1", "budget reconcile", status: 3)
  }

  private static let wrongTables: [(node: String, table: String, status: Int32, says: String)] = [
    ("d", "agency,amount\ninv-a,1.234\n", 1, "row 2, amount"), ("d", "agency,amount\ninv-a,one\n", 1, "row 2, amount"),
    ("d", "agency,amount\ninv-a,\n", 1, "the number is missing"),
    ("d", "agency\ninv-a\n", 1, "the column amount is missing"),
    ("d", "agency,amount,sum\ninv-a,1,1\n", 1, "no column is called 'sum'"),
    ("d", "agency,amount\ninv-q,1\n", 1, "no agency has the code 'inv-q'"),
    ("d", "agency,amount,project\ninv-a,1,P1\n", 1, "row 2, project"),
    ("d", "agency,amount,edp\ninv-a,1,enhancements\n", 1, "row 2, project"),
    ("d", "agency,amount,edp\ninv-a,1,everything\n", 1, "row 2, edp"),
    ("d", "agency,amount\ninv-a,-1\n", 1, "only a non-standard letter takes back"),
    ("d", "agency,amount\n", 1, "the table has no rows"),
    ("a1", "agency,amount\ninv-a,1\n", 2, "only the department"),
  ]

  @Test("A wrong table changes nothing, and row and column are named")
  func wrongTables() throws {
    defer { binary.remove() }
    let before = try ["a1", "d"].map { try run($0, "status --json").output }
    for (node, table, status, says) in Self.wrongTables {
      let refused = try run(
        node, "allocation issue - --yes --kind final --year", "SFY 2024-25", input: table, status: status)
      #expect(
        refused.messages.contains(says) && refused.messages.contains("nothing was changed"), "\(refused.messages)")
    }
    #expect(try ["a1", "d"].map { try run($0, "status --json").output } == before)
  }

  @Test("A second budget or display of one year is said when it is begun, with the first one's id")
  func second() throws {
    defer { binary.remove() }
    for kind in ["budget", "display"] {
      let first = try run("a1", "\(kind) new --json", "year=SFY 2024-25")
      let id = try #require(try first.member("id") as? String)
      #expect(!first.messages.contains("already"))
      #expect(!(try run("a1", "\(kind) new", "year=SFY 2025-26").messages.contains("already")))
      let second = try run("a1", "\(kind) new", "year=SFY 2024-25").messages.replacing("\n", with: " ")
      #expect(
        second.contains("of SFY 2024-25 already: \(id); `latest` names the new one from now on"), "\(second)")
    }
  }

  @Test("Wrong words about a budget are refused by a rule, and change nothing")
  func wrongWords() throws {
    defer { binary.remove() }
    try run("a1", "budget new", "year=SFY 2024-25")
    try run("a1", "budget line budget=latest title=Salaries", "category=personal services")
    try run("a1", "budget change line=latest amount=1")
    // What a change is called does not end in nothing, where it has no text and was not decided.
    let undo = try run("a1", "undo --dry-run").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(undo.contains("change of a line item \"revised baseline\""), "\(undo)")
    let help = try run("a1", "budget change edit --help").output
    #expect(help.contains("Edit a change (the agency).") && help.contains("amount (cents)"), "\(help)")
    let before = try run("a1", "status --json").output
    for (words, says) in [
      (["new", "year=FFY 2024"], "rule no-state-fiscal-year"), (["new"], "needs its state fiscal year"),
      (["line", "budget=latest", "title=x"], "needs its category"),
      (["line", "budget=latest", "title=x", "category=x"], "this word is not known here"),
      (["line", "budget=latest", "title=x", "category=automation", "project=P"], "rule project-without-edp"),
      (["line", "budget=latest", "title=x", "category=automation", "edp=conversions"], "rule edp-without-project"),
      (["line", "budget=nothing", "title=x", "category=automation"], "budget"),
      (["change", "line=latest", "amount=1.005"], "dollars and cents"),
      (["change", "line=latest", "amount=1", "step=new items and policy"], "rule policy-without-justification"),
      (["change", "line=latest", "amount=1", "kind=new item"], "rule kind-of-another-step"),
      (["change", "line=latest", "amount=1", "kind=initiative"], "rule kind-of-another-step"),
      (["change", "line=latest", "decision=approved"], "budget decide`"),
      (["foo"], "budget`: new, list, show, edit, remove, table"),
      (["change", "foo"], "budget change`: add, list, show"),
      (["decide", "latest", "--result", "modified"], "--amount"), (["decide", "latest", "--result", "no"], "--result"),
      (["decide", "latest", "--result", "modified", "--amount", "x"], "dollars and cents"),
    ] {
      let refused = try binary.run(Binary.program.path, ["budget"] + words + ["--node", "a1"])
      #expect(refused.status == 2 && refused.messages.contains(says), "\(words): \(refused.messages)")
    }
    #expect(try run("d", "budget new", "year=SFY 2024-25", status: 2).messages.contains("belong to the agencies"))
    #expect(try run("a1", "status --json").output == before)
  }
}
