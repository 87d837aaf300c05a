import Budgets
import Canonical
import Changesets
import Foundation
import GRDB
import Records
import Store
import SyncEngine
import Testing

@testable import qapi

@Suite("Claims, advances and letters between a department and its agencies")
struct ClaimTests {
  private let binary: Binary
  private let network: Network
  private static let year = "SFY 2024-25"
  private static let quarter = "SFY 2024-25 Q1"

  init() throws {
    binary = try Binary()
    network = try Network(binary)
    for (node, agency) in [("a", "inv-a"), ("b", "inv-b")] { try network.add(node, agency: agency) }
  }

  @discardableResult
  private func run(
    _ node: String, _ command: String, _ rest: String..., input: String = "", status: Int32 = 0, says: String = ""
  ) throws -> Binary.Run {
    let words = command.split(separator: " ").map(String.init) + rest + ["--node", node]
    let run = try binary.run(Binary.program.path, words, input: input)
    try #require(run.status == status, "\(words): \(run.status) \(run.output)\(run.messages)")
    #expect(says.isEmpty || (run.output + run.messages).contains(says), "\(words): \(run.output)\(run.messages)")
    return run
  }

  /// Payments and accounts of node `a`, written as the ledger's commands write them.
  private func ledger(_ accounts: [(String, String)], _ payments: [(account: String, day: String, cents: Int)]) throws {
    let engine = try Engine(
      opening: NodeFolder(path: binary.folder.appending(path: "a").path), configuration: Deployment.configuration)
    try engine.write(as: Person(id: "a", name: "Person a"), message: "ledger") { db in
      for (code, line) in accounts {
        var account = LedgerAccount()
        (account.code, account.claimLine) = (code, line)
        try RecordStore.put(account, agency: "inv-a", in: db)
      }
      for payment in payments {
        var entry = Expenditure(id: engine.configuration.surroundings.newID())
        (entry.account, entry.paid, entry.amount) = payment
        try RecordStore.insert(entry, agency: "inv-a", in: db)
      }
    }
  }

  private func issue(
    _ table: String, kind: String, on day: String, _ more: String..., status: Int32 = 0, says: String = ""
  )
    throws
  {
    let words = ["allocation", "issue", "-", "--yes", "--on", day, "--year", Self.year, "--kind", kind] + more
    let run = try binary.run(
      Binary.program.path, words + ["--node", "d"], input: "agency,edp,project,amount\n" + table)
    try #require(run.status == status, "\(run.status) \(run.messages)")
    #expect(says.isEmpty || (run.output + run.messages).contains(says), "\(run.output)\(run.messages)")
  }

  @Test("From the ledger to the supplemental claim, and to the adjustment of advances: every figure to the cent")
  func claims() throws {
    defer { binary.remove() }
    try issue("inv-a,,,1000\ninv-a,enhancements,P1,200\ninv-b,,,12\n", kind: "final", on: "2024-06-15")
    try run("d", "advance settings", "year=\(Self.year)", "base=administration and M&O")
    try run(
      "d", "advance paid import - --yes",
      input: "agency,year,month,amount\n" + (1...3).map { "inv-a,\(Self.year),\($0),75\n" }.joined())
    try ledger(
      [("1", "ps-casework"), ("2", "op-space"), ("3", "op-other"), ("4", "dc-contracts")],
      [
        ("1", "2024-06-30", 1), ("1", "2024-07-01", 10_000), ("1", "2024-09-30", 2_050), ("2", "2024-08-15", 3_000),
        ("3", "2024-08-15", 999), ("4", "2024-09-01", 500), ("9", "2024-09-01", 77), ("2", "2024-10-01", 5_000),
      ])
    try run("a", "claim new", "quarter=\(Self.quarter)")
    try run("a", "claim fill latest", status: 2, says: "9 (0.77) (rule unmatched-accounts)")
    #expect(try run("a", "claim fill latest --partly --json").member("total") as? String == "165.49")
    #expect(try run("a", "claim fill latest --partly --json").member("written") as? Bool == false)
    try run("a", "claim line claim=latest line=ps-casework positions=1.5")
    let lineWritten = try #require(
      (try run("a", "log --json").member("transactions") as? [[String: Any]])?.first?["transaction"] as? String)
    try run("a", "claim check --on 2024-10-15 --json", says: #""rule":"unmatched-accounts""#)
    let filed = try run("a", "claim submit latest --on 2024-10-15 --json")
    #expect(try filed.member("total") as? String == "165.49" && filed.member("late") as? Bool == false)
    try run("a", "claim line claim=latest line=op-space amount=1", status: 2, says: "rule handed-in")
    try run("a", "claim edit latest note=x", status: 2, says: "rule handed-in")
    try run("a", "undo", lineWritten, status: 2, says: "rule handed-in")
    try run("a", "claim remove latest", status: 2, says: "rule handed-in")
    try run("a", "claim submit latest --on 2024-10-15", status: 2, says: "rule handed-in")
    try network.exchange("a")
    try run("d", "claim decide latest --result accepted --on 2024-10-14", status: 2, says: "rule decided-before")
    try run("d", "claim decide \(try #require(filed.member("subject") as? String)) --result accepted")
    try run(
      "d", "claim decide latest --payment 2024-10-14 --result", "payment scheduled", status: 2, says: "rule paid-before"
    )
    try network.exchange("a")

    // A correction of the month, and the account that was left out: two of four line items change.
    try ledger([("9", "op-other")], [("2", "2024-09-30", -100)])
    let next = try run("a", "claim next --on 2025-06-30 --json", Self.quarter)
    #expect(try next.member("form") as? String == "supplemental" && next.member("window_open") as? Bool == true)
    #expect(try next.member("line_items") as? Int == 4 && next.member("revised") as? Int == 2)
    try run("a", "claim next --on 2025-07-01", Self.quarter, says: "too late: the window closed on 2025-06-30")
    // With a third one it would be a revised claim, until payment is scheduled.
    try ledger([], [("4", "2024-09-30", 1)])
    #expect(try run("a", "claim next --json", Self.quarter).member("form") as? String == "revised")
    try run("a", "claim new form=revised", "quarter=\(Self.quarter)")
    try run("a", "claim fill latest")
    try run("a", "claim check --on 2024-10-20", says: "nothing stands against it")
    try run("d", "claim decide latest --payment 2024-11-05 --result", "payment scheduled")
    try network.exchange("a")
    try run("a", "claim submit latest --on 2024-10-25", status: 2, says: "rule payment-scheduled")
    try run("a", "claim remove latest")
    try run("a", "claim new form=supplemental", "quarter=\(Self.quarter)")
    try run("a", "claim fill latest")
    let lines = try run("a", "claim show latest --json").member("lines") as? [[String: Any]] ?? []
    #expect(
      lines.map { "\($0["line"] ?? "") \($0["amount"] ?? "")" } == [
        "op-space -1.00", "op-other 0.77", "dc-contracts 0.01",
      ])
    try run("a", "claim submit latest --on 2025-07-01", status: 2, says: "rule window-closed")
    try run("a", "claim submit latest --on 2025-06-30")
    try network.exchange("a")

    let compared = try run("d", "advance compare --json --agency inv-a", Self.quarter)
    let row = try #require((try compared.member("agencies") as? [[String: Any]])?.first)
    #expect(row["claimed"] as? String == "165.27" && row["advanced"] as? String == "225.00")
    #expect(row["proposed"] as? String == "-59.73")
    try run("d", "advance compare --write --from-month 3", Self.quarter, status: 2, says: "rule not-a-later-month")
    try run("d", "advance compare --write --from-month 5", Self.quarter)
    try run("d", "advance compare --write --from-month 5", Self.quarter, says: "0.00")
    try network.exchange("a")
    let months = try run("a", "advance --json").member("months") as? [[String: Any]] ?? []
    #expect(
      months.map { $0["advance"] as? String } == Array(repeating: "75.00", count: 4) + ["15.27"]
        + Array(repeating: "75.00", count: 7))
    #expect(months[0]["base"] as? String == "1,000.00" && months[0]["difference"] as? String == "0.00")

    for node in ["a", "d"] {
      let breakdown = try run(node, "claim breakdown --json --agency inv-a")
      #expect(try breakdown.member("total") as? String == "165.27")
      let statewide = try run(node, "fiscal statewide --json --on 2025-07-02", status: 3)
      let total = try statewide.member("total") as? [String: Any]
      #expect(total?["allocated"] as? String == (node == "d" ? "1,212.00" : "1,200.00"))
      #expect(total?["claimed"] as? String == "165.27" && total?["advanced"] as? String == "225.00")
      let own = (try statewide.member("agencies") as? [[String: Any]])?.first
      #expect(
        own?["missing"] as? [String] == [
          "CS 921", "final budget", "claim of Q2, due 2025-01-15", "claim of Q3, due 2025-04-15",
        ])
    }
    // Pages say what the commands say; a reader of Markdown sees what was in force before and after.
    try run("a", "claim page", says: "| op-space | Space |  | 30.00 | \\-1.00 | 29.00 |")
    for page in ["claim page", "claim breakdown", "advance", "fiscal statewide --on 2025-07-02"] {
      let status: Int32 = page.hasPrefix("fiscal") ? 3 : 0
      #expect(try run("a", "\(page) --html", status: status).output.hasPrefix("<!doctype html>"), "\(page)")
    }
    for (command, says) in [
      ("advance show --csv", "1,2024-07-01,"),
      ("claim breakdown --csv", "inv-a,legislative,salaries and benefits,120.50"),
      ("ledger --csv", "2,,79.00,3"), ("ledger --csv --by-month", "2024-08,39.99,2,no"),
      ("fiscal ratio --csv", "inv-a"), ("fiscal retention --csv", "SFY 2024-25 Q1"),
    ] { try run("a", command, says: says) }
    #expect(
      try run("d", "fiscal statewide --csv", status: 3).output.contains("total,1212.00,,165.27,225.00,1046.73"))
  }

  @Test("Letters stand against the appropriation; money moves from one agency to the other in one act")
  func letters() throws {
    defer { binary.remove() }
    try run("d", "allocation appropriation category=administration amount=1000 source=Act", "year=\(Self.year)")
    try issue(
      "inv-a,,,600\ninv-b,,,400.01\n", kind: "final", on: "2024-08-15", status: 2, says: "administration by 0.01")
    try issue(
      "inv-a,,,600\ninv-b,,,400.01\n", kind: "final", on: "2024-08-15", "--exceed", "settled in January",
      says: "exceeded")
    try run("d", "findings", status: 0, says: "over-appropriation")
    try run("d", "allocation list --json", says: "The appropriation is exceeded: settled in January")
    func move(_ words: String..., status: Int32 = 0, says: String = "") throws {
      let common = ["allocation", "move", "--year", Self.year, "--text", "mid-year", "--node", "d"]
      let run = try binary.run(Binary.program.path, common + words)
      try #require(run.status == status, "\(words): \(run.status) \(run.messages)")
      #expect((run.output + run.messages).contains(says), "\(words): \(run.messages)")
    }
    let sides = ["--from", "inv-b", "--to", "inv-a"]
    for (words, says) in [
      (["--amount", "400.02", "--on", "2025-01-15"], "rule more-than-allocated"),
      (["--amount", "1", "--on", "2024-08-14"], "rule before-standard-letter"),
      (["--amount", "0"], "the amount is zero"), (["--amount=-1"], "--amount is below zero"),
      (["--amount", "1", "--edp", "enhancements"], "rule edp-without-project"),
      (
        ["--amount", "1", "--edp", "enhancements", "--project", "P1", "--on", "2025-01-15"], "rule more-than-allocated"
      ),
      (["--amount", "1", "--initiative", "Ombudsperson Program", "--on", "2025-01-15"], "rule more-than-allocated"),
    ] { try binary.refuses(["allocation", "move", "--year", Self.year, "--text", "x"] + sides + words, at: "d", says) }
    try binary.refuses(
      ["allocation", "move", "--year", Self.year, "--text", "x", "--from", "inv-a", "--to", "inv-a", "--amount", "1"],
      at: "d", "both sides are inv-a")
    try binary.refuses(
      ["allocation", "move", "--year", Self.year, "--text", "x", "--amount", "1"] + sides, at: "a",
      "only the department moves allocations")
    try move("--from", "inv-b", "--to", "inv-a", "--amount", "100.01", "--on", "2025-01-15", says: "100.01 moved")
    for node in ["a", "b"] { try network.exchange(node) }
    let totals = try ["a", "b"].map { try run($0, "allocation --json").member("total") as? String }
    #expect(totals == ["700.01", "300.00"])
    let acts = try run("d", "allocation list --json").member("records") as? [[String: Any]] ?? []
    #expect(Set(acts.compactMap { $0["act"] as? String }.filter { !$0.isEmpty }).count == 1)
    // A later standard letter would end the reallocation on one side: it is said before it is issued.
    try run(
      "d", "allocation issue - --dry-run --kind final --on 2025-02-01 --year", Self.year,
      input: "agency,amount\ninv-a,600\n", says: "will count no more: non-standard letter of 2025-01-15, a reallocation"
    )
    // A letter takes nothing that is not there, and corrects only what is in force, of its year and kind.
    try issue("inv-b,,,-300.01\n", kind: "non-standard", on: "2025-02-01", status: 2, says: "rule more-than-allocated")
    func ids() throws -> [String] {
      let list = try run("d", "allocation list --agency inv-b --json").member("records") as? [[String: Any]] ?? []
      return list.compactMap { $0["id"] as? String }
    }
    let moved = try #require(try ids().last)
    let correct = ["--supersedes", moved, "--exceed", "settled"]
    try issue("inv-b,,,-50\n", kind: "non-standard", on: "2025-02-01", correct[0], correct[1], correct[2], correct[3])
    try issue(
      "inv-b,,,-60\n", kind: "non-standard", on: "2025-02-02", correct[0], correct[1], status: 2,
      says: "rule supersedes-no-letter-in-force")
    let standing = try #require(try ids().last)
    try issue(
      "inv-b,,,1\n", kind: "final", on: "2025-02-02", correct[0], standing, status: 2,
      says: "rule supersedes-another-kind")
    try issue(
      "inv-b,,,-100\n", kind: "non-standard", on: "2025-02-02", correct[0], standing, correct[2], correct[3])
    // What was corrected can be read, and the list says what became of it.
    let standings = try run("d", "allocation list --agency inv-b --json").member("records") as? [[String: Any]] ?? []
    #expect(standings.map { $0["in_force"] as? Bool } == [true, false, false, true])
    let last = try ids().last
    #expect(standings.map { $0["superseded_by"] as? String } == [nil, standing, last, nil])
    try run("d", "allocation list --agency inv-b", says: "superseded by the non-standard letter of 2025-02-01")
    try run("d", "allocation show \(moved)", says: "-100.01")
    #expect(
      try run("b", "allocation show \(moved) --csv").output.split(whereSeparator: \.isNewline).last
        == "inv-b,,,,,,,,-100.01,")
    // What is to be paid goes out as a table, and comes back as paid.
    let table = try run("d", "advance month 8 --csv").output
    try run("d", "advance paid import - --yes", input: table, says: "2 new")
    let month = try run("d", "advance month 8 --json").member("total") as? [String: Any]
    #expect(month?["advance"] as? String == month?["paid"] as? String && month?["paid"] as? String != "0.00")
  }

  @Test(
    "A claim that counts nothing is returned, and neither accepted nor paid: the second original, and one that was replaced"
  )
  func countsNothing() throws {
    defer { binary.remove() }
    try network.add("a2", agency: "inv-a")
    for (node, amount, day) in [("a", 10, "2024-10-10"), ("a2", 20, "2024-10-12")] {
      try run(node, "claim new", "quarter=\(Self.quarter)")
      try run(node, "claim line claim=latest line=op-space amount=\(amount)")
      try run(node, "claim submit latest --on \(day)")
    }
    for node in ["a", "a2", "a"] { try network.exchange(node) }
    let submissions = try run("d", "claim submissions --json").member("submissions") as? [[String: Any]] ?? []
    let ids = submissions.compactMap { $0["id"] as? String }
    try #require(ids.count == 2)
    let original = try #require(submissions[0]["subject"] as? String)
    let (first, second) = (ids[0], ids[1])
    try run(
      "d", "claim decide \(second) --result accepted", status: 2,
      says: "another original claim of the quarter counts, handed in on 2024-10-10 (rule claim-not-in-force)")
    try run("d", "findings", status: 3, says: "two-originals")
    try run("d", "claim decide \(second) --result returned --comments twice")
    #expect(!(try binary.qapi("findings", "--node", "d").output.contains("two-originals")))
    try run("d", "claim decide \(first) --result accepted")
    try network.exchange("a")
    try run("a", "claim new form=revised", "quarter=\(Self.quarter)")
    try run("a", "claim line claim=latest line=op-space amount=30")
    try run("a", "claim submit latest --on 2024-10-20")
    try network.exchange("a")
    try run(
      "d", "claim decide \(first) --payment 2024-11-05 --result", "payment scheduled", status: 2,
      says: "a revised claim replaces it, handed in on 2024-10-20")
    try run("d", "claim decide latest --result accepted")
    try run("d", "claim decide latest --payment 2024-11-05 --result", "payment scheduled")
    // Handed in on time is on time whenever one looks; nothing replaces it any more; what is taken back too much is remarked.
    try run("a", "claim check \(original)", says: "handed in on 2024-10-10: ")
    #expect(!(try run("a", "claim check \(original)").messages.contains("late")))
    try network.exchange("a")
    try binary.refuses(
      ["claim", "new", "quarter=\(Self.quarter)", "form=revised"], at: "a", "rule payment-scheduled")
    try run("a", "claim new form=supplemental", "quarter=\(Self.quarter)")
    try run("a", "claim line claim=latest line=op-space amount=-31")
    #expect(try run("a", "claim check --on 2024-11-01 --json").output.contains("line-below-zero"))
    try run(
      "d", "claim decide latest --result returned --comments x", status: 2,
      says: "its state is \"payment scheduled\", after which it cannot be \"returned\"")
  }

  @Test(
    "Funds are named by letters; the same table is not issued twice; what is in force goes out as the table that came in"
  )
  func tables() throws {
    defer { binary.remove() }
    try run("d", "allocation fund code=FF federal_rate=66")
    func issue(_ table: String, kind: String = "final", _ more: String..., status: Int32 = 0, says: String = "") throws
    {
      let words = ["allocation", "issue", "-", "--yes", "--on", "2024-08-15", "--year", Self.year, "--kind", kind]
      let run = try binary.run(
        Binary.program.path, words + more + ["--node", "d"], input: "agency,fund,amount,note\n" + table)
      try #require(run.status == status, "\(run.status) \(run.messages)")
      #expect(says.isEmpty || (run.output + run.messages).contains(says), "\(run.output)\(run.messages)")
    }
    try issue("inv-a,ZZ,1,\n", status: 1, says: "row 2, fund: no fund source has the code 'ZZ'")
    let lines = "inv-a,FF,1200.00,first\ninv-a,,0.05,\"a, b\"\ninv-b,FF,7.00,\n"
    try issue(lines)
    try run("d", "allocation fund remove code=FF", status: 2, says: "rule fund-in-use")
    try issue(lines, status: 2, says: "rule issued-already")
    try issue(lines, "--dry-run", says: "the same letter stands already: inv-a, final letter of 2024-08-15")
    try issue("inv-b,FF,8.00,\n", says: "1 letter, 8.00 in all")
    try issue("inv-b,FF,1.00,\n", kind: "non-standard")
    try issue("inv-b,FF,1.00,\n", kind: "non-standard", status: 2, says: "rule issued-already")
    try issue("inv-b,FF,1.00,\n", kind: "non-standard", "--again")
    try network.exchange("a")
    let header = "agency,edp,project,account,initiative,program,special,fund,amount,note"
    let own = ["inv-a,,,,,,,FF,1200.00,first", "inv-a,,,,,,,,0.05,\"a, b\""]
    let others = ["inv-b,,,,,,,FF,8.00,", "inv-b,,,,,,,FF,1.00,", "inv-b,,,,,,,FF,1.00,"]
    for (node, expected) in [("a", own), ("d", own + others)] {
      let table = try run(node, "allocation show --csv").output
      #expect(table.split(whereSeparator: \.isNewline).map(String.init) == [header] + expected, "\(table)")
    }
    try run(
      "d", "allocation", status: 2, says: "say it with --agency CODE (inv-a, inv-b); `qapi --node d fiscal statewide`")
    let table = try run("d", "allocation show --csv").output
    let again = try run(
      "d", "allocation issue - --kind final --on 2024-09-01 --dry-run --year", Self.year, input: table)
    #expect(again.output.contains("2 letters, 1,210.05 in all"), "\(again.output)")
  }

  @Test("Wrong words are refused by a rule, and change nothing")
  func wrongWords() throws {
    defer { binary.remove() }
    try issue("inv-a,,,1000\n", kind: "final", on: "2024-06-15")
    try run("a", "claim new", "quarter=\(Self.quarter)")
    try run("a", "collection figure month=2024-07 line=190 amount=100", "form=CS 35")
    try run("a", "collection month month=2024-07 paid=2024-08-30 federal=66 state=33")
    try run("a", "collection due 2024-07 --on 2024-08-10", status: 3, says: "differs")
    func status() throws -> [String] {
      try ["a", "d"].map { try binary.qapi("status", "--json", "--node", $0).output }
    }
    let before = try status()
    let (year, quarter) = ("year=\(Self.year)", "quarter=\(Self.quarter)")
    for (node, words, says) in [
      ("a", ["claim", "new", "quarter=SFY 2024-25"], "rule no-quarter"), ("a", ["claim", "new"], "needs its quarter"),
      ("a", ["claim", "new", quarter], "rule original-exists"),
      ("a", ["claim", "new", "quarter=SFY 2024-25 Q2", "edition=7"], "rule unknown-edition"),
      ("a", ["claim", "new", "quarter=SFY 2024-25 Q2", "form=revised"], "rule prior-not-in-force"),
      ("a", ["claim", "new", "quarter=SFY 2024-25 Q2", "prior=latest"], "rule prior-of-original"),
      ("a", ["claim", "line", "claim=latest", "line=x", "amount=1"], "rule unknown-line"),
      ("a", ["claim", "line", "claim=latest", "line=op-space", "amount=-1"], "rule negative-amount"),
      ("a", ["claim", "line", "claim=latest", "line=op-space", "amount=1.005"], "dollars and cents"),
      ("a", ["claim", "line", "claim=latest", "line=op-space", "amount=one"], "dollars and cents"),
      ("a", ["claim", "line", "claim=latest", "line=ps-legal", "amount=1", "positions=-1"], "number of positions"),
      ("a", ["claim", "line", "claim=latest", "line=op-space", "positions=1"], "rule positions-without-function"),
      ("a", ["claim", "fill", "latest"], "rule no-payments"), ("a", ["claim", "submit", "latest"], "rule no-lines"),
      ("a", ["claim", "submit", "latest", "--on", "2024-09-30"], "rule quarter-not-over"),
      ("a", ["claim", "next", "Q1"], "no quarter of a state fiscal year"),
      ("a", ["claim", "decide", "latest", "--result", "accepted"], "only the department"),
      ("d", ["claim", "new", quarter], "belong to the agencies"),
      ("a", ["collection", "figure", "month=2024-07", "form=CS 35", "line=191", "amount=1"], "rule unknown-line"),
      ("a", ["collection", "figure", "month=July", "form=CS 35", "line=190", "amount=1"], "rule no-month"),
      ("a", ["collection", "month", "month=2024-07", "cs34=2024-07-31"], "rule month-not-over"),
      (
        "d", ["advance", "adjust", year, quarter, "month=3", "amount=1", "--agency", "inv-a"], "rule not-a-later-month"
      ),
      ("d", ["advance", "adjust", year, quarter, "month=13", "amount=1", "--agency", "inv-a"], "from 1 to 12"),
      ("d", ["advance", "paid", year, "month=1", "amount=-1", "--agency", "inv-a"], "dollars and cents"),
      ("d", ["advance", "paid", year, "month=1", "amount=1"], "--agency"),
      ("a", ["advance", "paid", year, "month=1", "amount=1"], "only the department"),
      ("d", ["advance", "compare", Self.quarter, "--write", "--from-month", "5"], "rule nothing-claimed"),
      ("a", ["advance", "compare", Self.quarter, "--write", "--from-month", "5"], "only the department"),
      ("d", ["advance", "settings", "year=2024"], "rule no-state-fiscal-year"),
      ("d", ["advance", "settings", year, "base=EDP"], "this word is not known here"),
      ("d", ["allocation", "fund", "code=x", "federal_rate=101"], "rule over-100-percent"),
      ("d", ["allocation", "appropriation", year, "category=EDP", "amount=1", "source=x"], "not known here"),
      ("a", ["allocation", "appropriation", year, "category=conversions", "amount=1"], "only the department"),
      ("a", ["allocation", "notice", year, "amount=1"], "needs its justification"),
      ("b", ["fiscal", "statewide", "--agency", "inv-a"], "does not read the rows of inv-a"),
    ] { try binary.refuses(words, at: node, says) }
    for (table, says) in [
      ("claim,line,amount\nlatest,op-space,1.234\n", "row 2, amount"),
      ("claim,line,amount\nlatest,op-space,x\n", "row 2, amount"),
      ("claim,line,amount\nlatest,op-space,1\nlatest,x,1\n", "row 3"),
      ("claim,line,sum\nlatest,op-space,1\n", "no column is called 'sum'"),
      ("claim,amount\nlatest,1\n", "the column line is missing"),
    ] {
      let refused = try run("a", "claim line import - --yes", input: table, status: 1)
      #expect(
        refused.messages.contains(says) && refused.messages.contains("nothing was changed"), "\(refused.messages)")
    }
    #expect(try status() == before)
  }
}

extension Binary {
  /// Ends with 2, and says why.
  func refuses(_ words: [String], at node: String, _ says: String) throws {
    let refused = try run(Self.program.path, words + ["--node", node])
    #expect(refused.status == 2 && refused.messages.contains(says), "\(words): \(refused.status) \(refused.messages)")
  }

  @Test("A budget that was handed in is not removed")
  func budgetStays() throws {
    let queue = try DatabaseQueue()
    try queue.write { db in
      try Schema.create(in: db)
      let budget = Budget(id: "b")
      try BudgetNoun.checkRemoval(of: budget, agency: "inv-a", in: db)
      var submission = FiscalSubmission(id: "s")
      submission.subject = budget.id
      try RecordStore.insert(submission, agency: "inv-a", in: db)
      #expect(throws: Failure.self) { try BudgetNoun.checkRemoval(of: budget, agency: "inv-a", in: db) }
    }
  }
}
