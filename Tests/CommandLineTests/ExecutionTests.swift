import Foundation
import Testing

@Suite("Execution of the budget, at the department and at nodes of one agency")
struct ExecutionTests {
  private let binary: Binary
  private let network: Network

  init() throws {
    binary = try Binary()
    network = try Network(binary)
    try network.add("a1", agency: "inv-a")
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

  private func meet(_ nodes: String...) throws {
    for node in nodes.isEmpty ? ["a1"] : nodes { try network.exchange(node) }
  }

  private func issue(_ table: String, on day: String = "2024-08-15") throws {
    try run(
      "d", "allocation issue - --yes --kind final --on \(day) --year", "SFY 2024-25", input: table)
  }

  private func setAccounts(_ node: String) throws {
    try run(
      node, "ledger account import - --yes",
      input: """
        code,title,display_line,claim_line
        5110,Salaries,ps-casework,ps-casework
        5400,Servers,,au-enhancements

        """)
  }

  /// As a county writes it: other names, other days, one column too many.
  private static let county = """
    Fund,Account,Post Date,Amt,Vendor
    1,5110,7/15/2024,"39,000.00",Payroll
    1,5110,08/15/2024,"39,000.00",Payroll
    1,5400,9/1/2024,"1,000.01",Chips
    1,5999,9/30/2024,(12.50),Refund

    """
  private static let columns = ["--account-column", "Account", "--paid-column", "Post Date", "--amount-column", "Amt"]

  private func load(
    _ node: String, _ table: String = county, _ options: String..., status: Int32 = 0
  ) throws -> Binary.Run {
    let run = try binary.run(
      Binary.program.path, ["ledger", "import", "-", "--json", "--node", node] + Self.columns + options, input: table)
    try #require(run.status == status, "\(run.status) \(run.output)\(run.messages)")
    return run
  }

  private func months(_ node: String) throws -> [String] {
    (try run(node, "ledger --year", "SFY 2024-25", "--json").member("months") as? [[String: Any]] ?? []).map {
      "\($0["month"] ?? "") \($0["amount"] ?? "") \($0["entries"] ?? "")"
    }
  }

  @Test(
    "A county's file is shown before it is taken; twice it changes nothing, taken back it counts no more, and it comes again"
  )
  func ledgerImport() throws {
    defer { binary.remove() }
    try setAccounts("a1")
    let preview = try load("a1", Self.county, "--dry-run")
    #expect(try preview.member("written") as? Bool == false && months("a1").isEmpty)
    #expect(try preview.member("total") as? String == "78,987.51" && preview.member("entries") as? Int == 4)
    #expect(try preview.member("unread") as? [String] == ["Fund", "Vendor"])
    let unmatched = try preview.member("unmatched") as? [[String: Any]] ?? []
    #expect(unmatched.map { $0["account"] as? String } == ["5999"])
    let all = ["2024-07 39,000.00 1", "2024-08 39,000.00 1", "2024-09 987.51 2"]
    #expect(try load("a1", Self.county, "--yes").member("new") as? Int == 4)
    #expect(try months("a1") == all)
    let again = try load("a1", Self.county, "--yes")
    #expect(try again.member("written") as? Bool == false && again.messages.contains("this file was imported on"))
    // Another file with one of the same rows is taken, with a warning.
    let same = "Account,Post Date,Amt\n5400,2024-09-01,1000.01\n"
    let overlap = try load("a1", same, "--dry-run").member("overlap") as? [[String: Any]] ?? []
    #expect(overlap.map { $0["entries"] as? Int } == [1])
    // A table of the entries brings nothing new.
    let table = try run("a1", "ledger entry export").output
    #expect(try run("a1", "ledger entry import - --yes", input: table).messages.contains("nothing was changed"))
    // What entry refuses in a closed month, an undo refuses.
    let entry = try run("a1", "ledger entry account=5110 paid=2024-10-02 amount=7 --json")
    #expect(try entry.member("amount") as? Int == 700)
    let entered = try #require(
      (try run("a1", "log --json").member("transactions") as? [[String: Any]])?.first?["transaction"] as? String)
    try run("a1", "ledger close 2024-10")
    #expect(try run("a1", "undo", entered, status: 2).messages.contains("rule month-closed"))
    try run("a1", "undo")
    try run("a1", "undo", entered)
    // Taken back, and imported again with one more column read.
    let refused = try run("a1", "ledger entry edit 0- amount=1", status: 2)
    #expect(refused.messages.contains("several") || refused.messages.contains("rule imported-entry"))
    try run("a1", "ledger take-back", "standard input", "--reason", "without vendors")
    #expect(try months("a1").isEmpty)
    let gone = try run("a1", "ledger entry list --json").member("records") as? [[String: Any]] ?? []
    #expect(gone.count == 4 && gone.allSatisfy { $0["taken_back"] as? Bool == true })
    #expect(try run("a1", "ledger entry list").output.contains("taken back"))
    #expect(
      try run("a1", "ledger take-back", "standard input", "--reason", "x", status: 2).messages.contains(
        "taken-back-already"))
    let back = try load("a1", Self.county, "--yes", "--payee-column", "Vendor")
    #expect(!(try run("a1", "ledger entry list").output.contains("taken back")))
    let unsaid = try run("d", "ledger", status: 2).messages
    #expect(unsaid.contains("--agency CODE (inv-a); `qapi --node d spending` shows all of them"), "\(unsaid)")
    #expect(try back.member("changed") as? Int == 4 && back.member("new") as? Int == 0 && months("a1") == all)
    #expect(try run("a1", "ledger entry list payee=Chips --json").output.contains("\"amount\":100001"))
  }

  @Test("Two people who import the same file offline bring the same entries, and no conflict about who did, and when")
  func offline() throws {
    defer { binary.remove() }
    try network.add("a2", agency: "inv-a")
    for (node, name) in [("a1", "july.csv"), ("a2", "county.csv")] {
      _ = try load(node, Self.county, "--yes", "--name", name)
    }
    try meet("a1", "a2", "a1")
    for node in ["a1", "a2", "d"] {
      let list = try run(node, "conflicts --json").member("conflicts") as? [[String: Any]]
      #expect(list?.isEmpty == true, "\(node)")
      let files = try run(node, "ledger imports --json").member("imports") as? [[String: Any]] ?? []
      #expect(files.map { $0["file"] as? String } == ["july.csv"] && files[0]["entries"] as? Int == 4)
      let again = files[0]["again"] as? [[String: Any]] ?? []
      #expect(again.map { $0["person"] as? String } == ["Person a2"])
    }
    for node in ["a1", "a2"] { #expect(try months(node).last == "2024-09 987.51 2", "\(node)") }
    // Taken back by any of its names, it counts nowhere, until it comes again.
    try run("a2", "ledger take-back county.csv --reason x")
    try meet("a2", "a1")
    #expect(try months("a1").isEmpty)
    _ = try load("a1", Self.county, "--yes", "--name", "july.csv")
    try meet("a1", "a2")
    #expect(try months("a2").last == "2024-09 987.51 2")
  }

  @Test(
    "A closed month takes nothing and gives nothing; a correction is a new entry; what a merge brings into it is found on both sides"
  )
  func closedMonths() throws {
    defer { binary.remove() }
    try setAccounts("a1")
    _ = try load("a1", Self.county, "--yes", "--name", "july.csv")
    try meet()
    try network.add("a2", agency: "inv-a")
    try meet("a1", "a2")
    try run("a1", "ledger close 2024-07")
    let words = "2024-07 is closed (rule month-closed); nothing was changed"
    #expect(try run("a1", "ledger entry account=5110 paid=2024-07-31 amount=1", status: 2).messages.contains(words))
    #expect(try run("a1", "ledger take-back july.csv --reason x", status: 2).messages.contains(words))
    #expect(try run("a1", "ledger close 2024-07", status: 2).messages.contains("closed-already"))
    let late = try load("a1", "Account,Post Date,Amt\n5110,2024-08-01,1\n5110,2024-07-31,1\n", "--yes", status: 1)
    #expect(late.messages.contains("row 3: 2024-07 is closed (rule month-closed)"), "\(late.messages)")
    let wrong = try run("a1", "ledger entry list account=5110 paid=2024-07-15 --json").member("records")
    let id = try #require((wrong as? [[String: Any]])?.first?["id"] as? String)
    try run("a1", "ledger entry account=5110 paid=2024-08-20 amount=-500 corrects=\(id)")
    // The other node does not know yet that the month is closed.
    try run("a2", "ledger entry account=5110 paid=2024-07-30 amount=7.25")
    try meet("a1", "a2", "a1")
    for node in ["a1", "d"] {
      let found = try run(node, "findings", status: 3).output
      #expect(found.contains("closed-month-changed") && found.contains("39,000.00 in 1 entries"), "\(node): \(found)")
    }
    try run("a2", "ledger entry account=5110 paid=2024-07-29 amount=1", status: 2)
    // What came later may be taken out; then the month stands as it was closed, and gives nothing more.
    let later = try run("a1", "ledger entry list amount=7.25 --json").member("records") as? [[String: Any]]
    try run("a1", "ledger entry remove", try #require(later?.first?["id"] as? String))
    #expect(!(try run("a1", "findings").output.contains("closed-month-changed")))
    #expect(try run("a1", "ledger take-back july.csv --reason x", status: 2).messages.contains(words))
  }

  @Test(
    "Spending is held against the letters; an overrun is foreseen with its month, on the agency's side and the department's"
  )
  func spending() throws {
    defer { binary.remove() }
    try issue("agency,edp,project,amount\ninv-a,,,400000\ninv-a,enhancements,P1,4000\n")
    try meet()
    try setAccounts("a1")
    _ = try load("a1", Self.county, "--yes")
    func rows(_ node: String, _ rest: String..., status: Int32) throws -> [String] {
      let run = try binary.run(
        Binary.program.path,
        ["spending", "--on", "2024-10-05", "--json", "--agency", "inv-a", "--node", node] + rest)
      try #require(run.status == status, "\(run.status) \(run.messages)")
      return (try run.member("rows") as? [[String: Any]] ?? []).map { row in
        ["scope", "allocated", "paid", "year_end", "balance", "overrun_month"].map { "\(row[$0] as? String ?? "-")" }
          .joined(separator: " ")
      }
    }
    let within = [
      "total 404,000.00 78,987.51 315,950.04 88,049.96 -", "administration 400,000.00 78,000.00 312,000.00 88,000.00 -",
      "EDP 4,000.00 1,000.01 4,000.04 -0.04 2025-06", "enhancements 4,000.00 1,000.01 4,000.04 -0.04 2025-06",
      "of no known control - -12.50 -12.50 - -",
    ]
    #expect(try Array(rows("a1", status: 3).prefix(5)) == within)
    // By the last quarter the same, as there are three months; by hand the total alone.
    #expect(try Array(rows("a1", "--method", "last-quarter", status: 3).prefix(5)) == within)
    for (month, amount) in [("2024-10", "100000"), ("2025-06", "225,012.49")] {
      try run("a1", "spending expected month=\(month) amount=\(amount)")
    }
    #expect(try rows("a1", "--method", "manual", status: 0)[0] == "total 404,000.00 78,987.51 404,000.00 0.00 -")
    try run("a1", "spending expected month=2025-06 amount=225012.50")
    #expect(try rows("a1", "--method", "manual", status: 3)[0] == "total 404,000.00 78,987.51 404,000.01 -0.01 2025-06")
    try meet()
    #expect(try Array(rows("d", status: 3).prefix(5)) == within)
    let statewide = try run("d", "spending --on 2024-10-05 --json --year", "SFY 2024-25", status: 3)
    #expect((try statewide.member("total") as? [String: Any])?["paid"] as? String == "78,987.51")
    for node in ["a1", "d"] {
      let found = try run(node, "findings", status: 3).output
      #expect(found.contains("overrun-foreseen") && found.contains("EDP: 4,000.04 foreseen"), "\(node): \(found)")
    }
    #expect(try run("a1", "ledger crosswalk", status: 3).output.contains("2 accounts without a place"))
    let page = try run("d", "spending --agency inv-a --on 2024-10-05 --html", status: 3).output
    #expect(page.contains("<svg") && page.contains("Overrun:"))
  }

  @Test("An EDP agreement says which approvals it lacks; the department answers what was asked of it")
  func approvals() throws {
    defer { binary.remove() }
    try run("a1", "fiscal contract title=Scanners kind=lease edp=yes first=2024-07-01 last=2025-06-30 amount=100000.00")
    func states(_ node: String, status: Int32) throws -> [String] {
      let answer = try run(node, "fiscal contract approvals latest --json", status: status).member("approvals")
      return (answer as? [[String: Any]] ?? []).map { "\($0["authority"] ?? "") \($0["state"] ?? "")" }
    }
    #expect(try states("a1", status: 3) == ["DCSS missing"])
    // What the finding advises can be typed.
    let found = try run("a1", "findings --json", status: 3).member("findings") as? [[String: Any]] ?? []
    let advice = found.first { $0["rule"] as? String == "missing-prior-approval" }?["next"] as? String ?? ""
    #expect(advice.contains(" kind=\"EDP agreement\" title=\"...\"`"), "\(advice)")
    let contract = advice.split(separator: " ").first { $0.hasPrefix("contract=") }.map(String.init) ?? ""
    try run("a1", "fiscal approval", contract, "kind=EDP agreement", "title=...")
    try run("a1", "fiscal approval remove latest")
    try run("a1", "fiscal contract edit latest amount=100000.01")
    #expect(try states("a1", status: 3) == ["DCSS missing", "DCSS missing", "federal missing"])
    try run("a1", "fiscal approval title=x contract=latest", "kind=EDP agreement")
    try run(
      "a1", "fiscal approval title=y contract=latest authority=federal answer=approved answered=2024-06-30",
      "kind=EDP agreement")
    // What is asked is not asked for again; an amendment's lacking approval of the federal government is what is advised.
    let waits = try run("a1", "findings --json", status: 3).member("findings") as? [[String: Any]] ?? []
    let wait = waits.first { $0["rule"] as? String == "missing-prior-approval" }?["next"] as? String ?? ""
    #expect(wait.contains("fiscal contract approvals"), "\(wait)")
    try run("a1", "fiscal contract amendment contract=latest day=2024-09-01 amount=1")
    let more = try run("a1", "findings --json", status: 3).member("findings") as? [[String: Any]] ?? []
    let next = more.first { $0["rule"] as? String == "missing-prior-approval" }?["next"] as? String ?? ""
    #expect(next.contains("kind=\"EDP amendment\" amendment="), "\(next)")
    try run("a1", "fiscal contract amendment remove latest")
    try meet()
    #expect(try run("d", "findings", status: 3).output.contains("missing-prior-approval"))
    let requests = try run("d", "fiscal approval list authority=DCSS --json").member("records") as? [[String: Any]]
    let id = try #require(requests?.first?["id"] as? String)
    try run("d", "fiscal approval answer request=\(id) day=2024-06-29 reference=DCSS-1")
    #expect(try run("d", "fiscal approval answer request=\(id)", status: 2).messages.contains("answered-already"))
    try meet()
    #expect(try states("a1", status: 0) == ["DCSS approved", "DCSS approved", "federal approved"])
    #expect(try run("a1", "fiscal approval list").output.contains("approved"))
    #expect(!(try run("a1", "findings").output.contains("missing-prior-approval")))
    let list = try run("d", "fiscal contracts --agency inv-a --on 2024-08-01 --json")
    #expect(try list.member("total") as? String == "100,000.01" && list.member("direct") as? String == "0.00")
    // Other records of the agency, which the department reads.
    try run("a1", "fiscal caseload month=2024-10 cases=12,345")
    try run("a1", "fiscal audit authority=State", "title=Audit of claims")
    try run("a1", "fiscal audit finding audit=latest text=x due=2024-12-01")
    try meet()
    #expect(try run("d", "fiscal ratio --json").member("missing") as? [String] == ["inv-a"])
    #expect(try run("a1", "fiscal retention").output == "no claims\n")
    #expect(try run("a1", "due --on 2024-11-26").output.contains("Audit of claims"))
  }

  private static let wrongTables: [(table: String, says: String)] = [
    ("Account,Post Date\n1,2024-07-01\n", "the column Amt is missing"),
    ("Account,Post Date,Amt\n5110,2024-07-01,1.234\n", "row 2, Amt"),
    ("Account,Post Date,Amt\n5110,2024-07-01,one\n", "row 2, Amt"),
    ("Account,Post Date,Amt\n5110,2024-07-01,0\n", "rule amount-zero"),
    ("Account,Post Date,Amt\n5110,2024-07-01,(-1)\n", "row 2, Amt"),
    ("Account,Post Date,Amt\n5110,15/7/2024,1\n", "row 2, Post Date"),
    ("Account,Post Date,Amt\n5110,2024-02-30,1\n", "this is not a day"),
    ("Account,Post Date,Amt\n5110,2199-07-01,1\n", "rule not-paid-yet"),
    ("Account,Post Date,Amt\n,2024-07-01,1\n", "row 2, Account"), ("Account,Post Date,Amt\n", "there are no rows"),
    ("Account,Post Date,Amt\n5110,2024-07-01\n", "line 2"),
    ("Account,Post Date,Amt\n\(String(repeating: "5", count: 300_000)),2024-07-01,1\n", "line 2"),
  ]

  @Test("A wrong file changes nothing, and row, column and rule are named")
  func wrongTables() throws {
    defer { binary.remove() }
    let before = try run("a1", "status --json").output
    for (table, says) in Self.wrongTables {
      let refused = try load("a1", table, "--yes", status: 1)
      #expect(
        refused.messages.contains(says) && refused.messages.contains("nothing was changed"),
        "\(says): \(refused.messages)")
    }
    // A line of 10 MB: as large as a table may be, and no table.
    let long = try load("a1", "Account,Post Date,Amt\n" + String(repeating: "5", count: 10 << 20), "--yes", status: 1)
    #expect(long.messages.contains("line 2"), "\(long.messages)")
    // Numbers of people, before anything is written, and where they stand.
    let numbers = "Account,Post Date,Amt,Vendor\n5110,7/15/2024,1,Fine\n5110,7/15/2024,2,Call 123-45-6789\n"
    let vendor = ["--dry-run", "--payee-column", "Vendor"]
    let dry = try load("a1", numbers, vendor[0], vendor[1], vendor[2], status: 2)
    #expect(dry.messages.contains("seems to stand in row 3, Vendor"), "\(dry.messages)")
    _ = try load("a1", numbers, vendor[0], vendor[1], vendor[2], "--confirm-number", "a part number")
    let note = try run(
      "a1", "spending expected import - --dry-run", input: "month,note\n2024-02,Call 123-45-6789\n", status: 2)
    #expect(note.messages.contains("seems to stand in row 2, note"), "\(note.messages)")
    #expect(try run("d", "ledger import -", status: 2).messages.contains("ledgers belong to the agencies"))
    #expect(try run("a1", "status --json").output == before)
  }

  private static let wrongWords: [(words: String, rest: [String], says: String)] = [
    ("ledger account code=1 display_line=op-nothing", [], "rule unknown-form-line"),
    ("ledger account code=1 claim_line=staffing", [], "rule unknown-form-line"),
    ("ledger account code=1 line=nothing", [], "rule unknown-budget-line"),
    ("ledger account title=x", [], "needs its code"),
    ("ledger entry account=1 paid=2024-07-01 amount=1", [], "rule unknown-account"),
    ("ledger entry account=5110 paid=2024-07-01 amount=0", [], "rule amount-zero"),
    ("ledger entry account=5110 paid=2024-07-01 amount=1.005", [], "dollars and cents"),
    ("ledger entry account=5110 paid=2199-07-01 amount=1", [], "rule not-paid-yet"),
    ("ledger entry account=5110 paid=2024-07-01 amount=1 source=x", [], "ledger import`"),
    ("ledger entry account=5110 paid=2024-07-01 amount=1 corrects=x", [], "expenditure"),
    ("ledger close 2024-7", [], "no month"), ("ledger close 2199-07", [], "rule month-not-over"),
    ("ledger take-back nothing --reason x", [], "there is no import"), ("spending --method guess", [], "--method"),
    ("spending --year 2024", [], "SFY 2024-25"), ("spending expected month=2024-7", [], "rule no-month"),
    ("spending --agency inv-b", [], "inv-b"),
    ("fiscal contract title=x first=2024-07-02 last=2024-07-01", [], "rule ends-before-it-begins"),
    ("fiscal contract amendment contract=latest day=2024-07-01", [], "rule amendment-of-nothing"),
    ("fiscal contract amendment contract=latest day=2024-07-01 amount=-0.01", [], "rule amended-below-zero"),
    ("fiscal contract amendment contract=latest day=2024-07-01 days=-10000", [], "from -9999 to 9999"),
    ("fiscal approval title=x authority=federal", [], "rule wrong-authority"),
    ("fiscal approval title=x", ["kind=countywide overhead (A-87)"], "rule wrong-authority"),
    ("fiscal approval title=x answer=approved", [], "rule department-answers-itself"),
    ("fiscal approval title=x authority=federal answer=denied", ["kind=EDP agreement"], "rule answer-without-day"),
    ("fiscal special title=x year=2024", [], "rule no-state-fiscal-year"),
    ("fiscal evidence text=x", ["year=SFY 2024-25"], "rule evidence-of-one-thing"),
    ("fiscal time unit=x first=2024-07-01 last=2024-07-31 share=100.01", [], "rule over-100-percent"),
    ("fiscal caseload month=2024-07 cases=-1", [], "whole number"),
    ("fiscal caseload month=2024 cases=1", [], "rule no-month"),
    ("fiscal rate first=2024-07-01", [], "needs its rate"), ("fiscal hold audit=x", [], "audit"),
    ("fiscal foo", [], "commands of `qapi fiscal`: statewide, contract, contracts"),
    ("fiscal approval answer request=x", [], "department"), ("fiscal ratio --month 2024", [], "--month"),
  ]

  @Test("Wrong words are refused by a rule, and change nothing")
  func wrongWords() throws {
    defer { binary.remove() }
    try setAccounts("a1")
    try run("a1", "fiscal contract title=x")
    let before = try run("a1", "status --json").output
    for (words, rest, says) in Self.wrongWords {
      let refused = try binary.run(
        Binary.program.path, words.split(separator: " ").map(String.init) + rest + ["--node", "a1"])
      #expect(refused.status == 2 && refused.messages.contains(says), "\(words): \(refused.status) \(refused.messages)")
    }
    #expect(try run("a1", "status --json").output == before)
  }
}
