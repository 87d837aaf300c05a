import Foundation
import Reports
import Testing

@testable import qapi

@Suite("Records of any kind as tables: out, in, and in again")
struct RecordTableTests {
  private let binary: Binary

  /// A node with a budget that has one line item.
  init() throws {
    binary = try Binary()
    let network = try Network(binary)
    try network.add("a", agency: "inv-a")
    try run("budget new", "year=SFY 2024-25")
    try run("budget line budget=latest title=Salaries", "category=personal services")
  }

  @discardableResult
  private func run(_ command: String, _ rest: String..., input: String = "", status: Int32 = 0) throws -> Binary.Run {
    let words = command.split(separator: " ").map(String.init) + rest + ["--node", "a"]
    let run = try binary.run(Binary.program.path, words, input: input)
    try #require(run.status == status, "\(words): \(run.status) \(run.output)\(run.messages)")
    return run
  }

  private func counts(_ run: Binary.Run) throws -> [Int] {
    try ["new", "changed", "unchanged"].map { try #require(try run.member($0) as? Int) }
  }

  private static let changes = """
    line,step,amount,text
    Salaries,revised baseline,"1,000.50",
    Salaries,cost and price,-1,"A word, and another"
    Salaries,cost and price,-1,"A word, and another"

    """

  @Test("A list that --json has goes out as a table: plain numbers, empty where nothing is said, no lists in it")
  func tableOfJSON() {
    let members = JSON.members([
      "rows": .list([
        .object(["scope": .text("total"), "amount": .text("-1,234.50"), "paid": .null, "letters": JSON(["x"])]),
        .object(["scope": .text("1,2"), "amount": .text("0.00"), "paid": .text("12,000"), "letters": .list([])]),
      ])
    ])
    let table = CSVTable(of: "rows", in: members)
    #expect(table.columns == ["scope", "amount", "paid"])
    #expect(table.rows == [["total", "-1234.50", ""], ["1,2", "0.00", "12000"]])
    #expect(CSVTable(of: "nothing", in: members).rows.isEmpty)
  }

  @Test("What is new is written once; the same table again changes nothing; a table that went out comes back as it was")
  func again() throws {
    defer { binary.remove() }
    let preview = try run("budget change import - --dry-run --json", input: Self.changes)
    #expect(try counts(preview) == [3, 0, 0] && preview.member("written") as? Bool == false)
    #expect(try run("budget change list --json").member("records") as? [Any] != nil)
    #expect(try counts(try run("budget change import - --yes --json", input: Self.changes)) == [3, 0, 0])
    #expect(try counts(try run("budget change import - --yes --json", input: Self.changes)) == [0, 0, 3])
    #expect(try run("budget change list").output.contains("Salaries"), "the line item is named by its title")
    let exported = try run("budget change export").output
    #expect(exported.contains("1000.50") && exported.hasPrefix("agency,id,line,step,"))
    #expect(try counts(try run("budget change import - --yes --json", input: exported)) == [0, 0, 3])
    // With its id a row changes that record; columns that are left out stay.
    let id = try #require(
      exported.split(whereSeparator: \.isNewline).first { $0.contains("1000.50") }?.split(separator: ",")[1])
    let changed = try run("budget change import - --yes --json", input: "id,amount\n\(id),900\n")
    #expect(try counts(changed) == [0, 1, 0])
    let record = try run("budget change show \(id) --json")
    #expect(try record.member("amount") as? Int == 90_000 && record.member("step") as? String == "revised baseline")
    #expect(try run("budget show --json latest").output.contains("898.00"))
  }

  @Test("What holds for each row is said once, and not in a column too")
  func common() throws {
    defer { binary.remove() }
    let table = "title,category\nPostage,operating expenses\nTravel,operating expenses\n"
    #expect(try counts(try run("budget line import - budget=latest --yes --json", input: table)) == [2, 0, 0])
    #expect(try counts(try run("budget line import - budget=latest --yes --json", input: table)) == [0, 0, 2])
    let twice = try run("budget line import - title=x --yes", input: table, status: 1)
    #expect(twice.messages.contains("title is a column, and is said for each row besides"))
  }

  @Test("What was handed in comes back as it went out; what names a record is a column, or is said; a title names one")
  func named() throws {
    defer { binary.remove() }
    try run("display new", "year=SFY 2024-25")
    let staffing = "function,authorized,filled\ncasework,2,1.5\nlegal,1,1\n"
    #expect(try counts(try run("display staffing import - display=latest --yes --json", input: staffing)) == [2, 0, 0])
    try run("display cost display=latest line=op-postage amount=1")
    try run("display submit latest")
    let exported = try run("display staffing export").output
    #expect(try counts(try run("display staffing import - --yes --json", input: exported)) == [0, 0, 2])
    for (table, says) in [
      ("function,filled\ncasework,-1\n", "row 2, filled"), ("function,filled\ncooking,1\n", "row 2, function"),
      ("filled\n1\n", "the column function is missing"), ("function,filled\ncasework,1.234\n", "row 2, filled"),
    ] {
      let refused = try run("display staffing import - display=latest --yes", input: table, status: 1)
      #expect(refused.messages.contains(says) && refused.messages.contains("nothing was changed"))
    }
    try run("budget line budget=latest title=Salaries", "category=personal services")
    let both = try run("budget change line=Salaries amount=1", status: 2)
    #expect(both.messages.contains("bears the title 'Salaries'"), "\(both.messages)")
  }

  private static let wrong: [(table: String, says: [String])] = [
    ("line,amount\nSalaries,1.234\n", ["row 2, amount"]), ("line,amount\nSalaries,one\n", ["row 2, amount"]),
    ("line,amount\nSalaries,1\nNobody,1\n", ["row 3"]),
    ("line,amount,positions\nSalaries,1,1.234\n", ["row 2, positions"]),
    ("amount\n1\n", ["row 2", "needs its line item"]), ("line,sum\nSalaries,1\n", ["no column is called 'sum'"]),
    ("line,amount\nNobody,1\nNobody,2\nSalaries,1\nNobody,3\n", ["rows 2 to 3: ", "row 5: ", "budget line list"]),
    ("line,sum,total\nSalaries,1,1\n", ["no column is called 'sum' or 'total' (rule unknown-column); use: "]),
    ("line,step,amount\nSalaries,new items and policy,1\n", ["row 2", "rule policy-without-justification"]),
    ("id,amount\n0123,1\n", ["row 2, id", "there is no change with this id"]),
    ("agency,line,amount\ninv-b,Salaries,1\n", ["row 2, agency", "writes the records of inv-a"]),
    ("line,amount,text\nSalaries,1,\"open\n", ["nothing was changed"]), ("", ["nothing was changed"]),
    ("line,amount,text\nSalaries,1,\(String(repeating: "x", count: 10 << 20))\n", ["nothing was changed"]),
  ]

  @Test(
    "Lists take words as entry does: the newest, a title, what a record hangs on; what is not there is no empty list")
  func conditions() throws {
    defer { binary.remove() }
    try run("budget change line=Salaries amount=1")
    try run("budget new title=Next", "year=SFY 2025-26")
    try run("budget line budget=latest title=Salaries", "category=personal services")
    // The title is of two line items now, and tells them apart in its budget alone.
    let unsaid = try run("budget change line=Salaries amount=2", status: 2)
    #expect(unsaid.messages.contains("or say also budget=..."), "\(unsaid.messages)")
    try run("budget change line=Salaries budget=Next amount=2")
    try run("budget change import - budget=latest --yes", input: "line,amount\nSalaries,3\n")
    try run("budget position budget=Next line=Salaries classification=Worker positions=1")
    func amounts(_ condition: String) throws -> [Int] {
      (try run("budget change list --json", condition).member("records") as? [[String: Any]] ?? []).compactMap {
        $0["amount"] as? Int
      }
    }
    #expect(try amounts("budget=latest") == [200, 300] && amounts("budget=Next") == [200, 300])
    #expect(try amounts("line=Salaries").sorted() == [100, 200, 300] && amounts("amount=1.00") == [100])
    #expect(try run("budget line export budget=latest").output.split(whereSeparator: \.isNewline).count == 2)
    for (condition, says) in [
      ("budget=nothing", "there is no budget 'nothing'"), ("category=foo", "rule unknown-word"),
      ("colour=red", "has no field 'colour'"), ("red", "is not FIELD=VALUE"),
    ] {
      let refused = try run("budget line list", condition, status: 2)
      #expect(refused.messages.contains(says), "\(condition): \(refused.messages)")
    }
  }

  @Test("A wrong table changes nothing; row, column and rule are named, all at once")
  func refused() throws {
    defer { binary.remove() }
    let before = try run("status --json").output
    for (table, says) in Self.wrong {
      let refused = try run("budget change import - --yes", input: table, status: 1)
      #expect(
        says.allSatisfy(refused.messages.contains) && refused.messages.contains("nothing was changed"),
        "\(table.prefix(60)): \(refused.messages.prefix(600))")
    }
    let missing = try run("budget change line=Nobody amount=1", status: 2)
    #expect(missing.messages.contains("qapi --node a budget line list --all"))
    let all = try run(
      "budget change import - --yes --json", input: "line,amount\nSalaries,x\nNobody,1\nSalaries,1.234\n", status: 1)
    let error = try #require(try all.member("error") as? [String: Any])
    // What cannot be read and what breaks a rule, in the order of the rows.
    let problems = (error["problems"] as? [[String: Any]] ?? []).compactMap { $0["where"] as? String }
    #expect(problems == ["row 2, amount", "row 3", "row 4, amount"])
    #expect(try run("status --json").output == before)
  }
}
