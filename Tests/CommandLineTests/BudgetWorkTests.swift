import Foundation
import Testing

@Suite("A budget from one table to the final plan, with its schedules")
struct BudgetWorkTests {
  private static let table = """
    category,title,division,edp,project,account,display_line,baseline,price,policy,text,funding
    personal services,Salaries,North,,,,ps-casework,"1,000.00",50.5,,,
    operating expenses,Postage,South,,,,op-postage,100,-10,25,More letters,new
    automation,Servers,,local M&O recurring,P1,A1,au-local-recurring,200,,,,

    """

  private func total(_ money: MoneyNetwork) throws -> String? {
    let categories = try money.run("a1", "budget show latest --json").member("categories") as? [[String: Any]]
    return categories?.compactMap { $0["proposed"] as? String }.joined(separator: " ")
  }

  @Test("The same table twice changes nothing; another amount changes one; what people added otherwise counts besides")
  func table() throws {
    let money = try MoneyNetwork()
    defer { money.binary.remove() }
    try money.run("a1", "budget new", "year=SFY 2024-25")
    try money.run("a1", "budget table - --dry-run", input: Self.table)
    #expect(try total(money) == "0.00 0.00 0.00 0.00 0.00")
    #expect(
      try money.run("a1", "budget table - --yes --json", input: Self.table).member("total") as? String == "1,365.50")
    #expect(try total(money) == "1,050.50 115.00 0.00 0.00 200.00")
    let again = try money.run("a1", "budget table - --yes --json", input: Self.table)
    #expect(try again.member("unchanged") as? Int == 3 && again.member("written") as? Bool == false)
    try money.run("a1", "budget change line=Postage amount=1 kind=price", "step=cost and price")
    let other = Self.table.replacing(",100,-10,", with: ",100,-20,")
    #expect(try money.run("a1", "budget table - --yes --json", input: other).member("changed") as? Int == 1)
    #expect(try total(money) == "1,050.50 106.00 0.00 0.00 200.00")
    // What is decided stays as it was decided.
    let changes = try money.run("a1", "budget change list --json", "step=new items and policy").member("records")
    let id = try #require((changes as? [[String: Any]])?.first?["id"] as? String)
    try money.run("a1", "budget decide \(id) --result modified --amount 20")
    let decided = try money.run(
      "a1", "budget table - --yes", input: other.replacing(",25,", with: ",30,"), status: 1)
    #expect(decided.messages.contains("row 3, policy") && decided.messages.contains("rule change-is-decided"))
    #expect(try total(money) == "1,050.50 101.00 0.00 0.00 200.00")
    // Lines and changes go out as tables, and come back as nothing new.
    for part in ["line", "change"] {
      let exported = try money.run("a1", "budget \(part) export").output
      let back = try money.run("a1", "budget \(part) import - --yes --json", input: exported)
      #expect(try back.member("written") as? Bool == false, "\(part): \(exported)")
    }
  }

  @Test(
    "The final plan is refused without a final letter and while a control is over; each is named, and then it passes")
  func submit() throws {
    let money = try MoneyNetwork()
    defer { money.binary.remove() }
    func issue(_ table: String, _ kind: String) throws {
      try money.run("d", "allocation issue - --yes --on 2024-08-15 --year", "SFY 2024-25", "--kind", kind, input: table)
      try money.network.exchange("a1")
    }
    try money.run("a1", "budget new", "title=Plan A", "year=SFY 2024-25")
    #expect(try money.run("a1", "budget submit", status: 2).messages.contains("(rule nothing-planned)"))
    try money.run("a1", "budget table - --yes", input: Self.table)
    let letters = "agency,edp,project,account,amount\ninv-a,,,,1100\ninv-a,local M&O recurring,P1,A1,150\n"
    try issue(letters, "final planning")
    #expect(try money.run("a1", "budget submit --final", status: 2).messages.contains("(rule no-final-letter)"))
    let proposed = try money.run("a1", "budget submit --json --on 2024-07-01")
    #expect(try proposed.member("undecided") as? Int == 1 && proposed.member("total") as? String == "1,365.50")
    try issue(letters, "final")
    let refused = try money.run("a1", "budget submit --final", status: 2).messages
    for breach in [
      "total: plan 115.50 less (rule over-allocation)", "administration: plan 65.50 less (rule over-allocation)",
      "EDP: plan 50.00 less (rule over-allocation)", "local M&O recurring, P1, A1: plan 50.00 less",
      "(rule not-reconciled); nothing was changed",
    ] { #expect(refused.replacing("\n", with: " ").contains(breach), "\(refused)") }
    let within = Self.table.replacing("\"1,000.00\",50.5", with: "934.50,50.5").replacing(
      "A1,au-local-recurring,200", with: "A1,au-local-recurring,150")
    try money.run("a1", "budget table - --yes", input: within)
    #expect(try money.run("a1", "budget submit --final --json").member("form") as? String == "final budget")
    #expect(try money.run("a1", "budget list").output.contains("final budget submitted"))
    // What changes afterwards is a finding on both sides, until it is handed in again.
    try money.run("a1", "budget change line=Postage amount=-1", "step=cost and price")
    let since = try money.run("a1", "budget compare").output
    #expect(since.contains("change of a line item \"cost and price\" of \"Postage\": new"), "\(since)")
    try money.network.exchange("a1")
    for node in ["a1", "d"] {
      #expect(try money.run(node, "findings", status: 3).output.contains("changed-after-final"), "\(node)")
    }
    try money.run("a1", "budget submit --final")
    #expect(try money.run("a1", "findings").output.contains("changed-after-final") == false)
    let submissions = try money.run("a1", "budget submissions --json").member("submissions") as? [[String: Any]]
    #expect(submissions?.map { $0["number"] as? Int } == [1, 2, 3])
    #expect(submissions?.map { $0["title"] as? String } == ["Plan A", "Plan A", "Plan A"])
    let first = try #require(submissions?.first?["id"] as? String)
    let last = try #require(submissions?.last?["id"] as? String)
    let between = try money.run("a1", "budget compare \(first) --with \(last)").output.replacing("\n    ", with: " ")
    #expect(
      between.contains("amount: 1,000.00 to 934.50") && between.contains("amount: 200.00 to 150.00"), "\(between)")
    #expect(try money.run("a1", "budget page --markdown --submission", first).output.contains("1,365.50"))
    #expect(try money.run("a1", "budget page --markdown").output.contains("**Within the allocation:**"))
  }

  @Test("Wrong words and tables about schedules change nothing, and name row, column and rule")
  func wrong() throws {
    let money = try MoneyNetwork()
    defer { money.binary.remove() }
    try money.run("a1", "budget new title=Old", "year=SFY 2023-24")
    try money.run("a1", "budget line budget=latest title=Elsewhere", "category=operating expenses")
    try money.run("a1", "budget new", "year=SFY 2024-25")
    try money.run("a1", "budget reduction budget=latest title=x rank=1")
    try money.run("a1", "budget position budget=latest classification=Attorney positions=1.5 cost=100")
    func table(_ text: String, says: String, _ more: String = "nothing was changed") -> MoneyNetwork.Wrong {
      .init("a1", "budget table - --yes", input: text, status: 1, says: says, more)
    }
    try money.expectRefused(
      [
        .init(
          "a1", "budget position budget=latest classification=x positions=-1", says: "positions", "positions from 0"),
        .init("a1", "budget position budget=latest classification=x function=cooking", says: "not known here"),
        .init(
          "a1", "budget position budget=latest classification=x line=Elsewhere", says: "rule line-of-another-budget"),
        .init(
          "a1", "budget position budget=latest classification=x salary_from=2 salary_to=1",
          says: "rule salary-range-reversed"),
        .init("a1", "budget position budget=latest", says: "needs its classification"),
        .init("a1", "budget equipment budget=latest title=x count=-1", says: "count"),
        .init("a1", "budget equipment budget=latest title=x unit_cost=1.001", says: "unit_cost", "dollars and cents"),
        .init(
          "a1", "budget assumption budget=latest", "kind=vacant at year end", "of_year=budget year",
          says: "rule vacant-at-end-of-budget-year"),
        .init("a1", "budget assumption budget=latest kind=hiring cause=moved", says: "rule cause-without-attrition"),
        .init("a1", "budget assumption budget=latest kind=hiring month=13", says: "month", "from 0 to 12"),
        .init("a1", "budget reduction budget=latest title=y rank=1", says: "rule rank-is-taken"),
        .init("a1", "budget reduction budget=latest title=y", says: "needs its rank"),
        .init("a1", "budget line budget=latest category=automation title=x display_line=zz", says: "rule unknown-line"),
        .init("a1", "budget page", says: "--html or --markdown"),
        .init("a1", "budget submit", says: "rule nothing-planned"),
        .init("d", "budget submit", says: "belong to the agencies"),
        .init("d", "budget table - --yes", input: Self.table, says: "belong to the agencies"),
        .init(
          "a1", "budget position import - budget=latest --yes", input: "classification,positions\nx,-1\n", status: 1,
          says: "row 2, positions"),
        table("category,title,baseline\noperating expenses,x,1.234\n", says: "row 2, baseline", "dollars and cents"),
        table("category,title,price\noperating expenses,x,much\n", says: "row 2, price", "dollars and cents"),
        table(
          "category,title,baseline,price\nfood,x,1.234,1\noperating expenses,y,1,10000000000\n",
          says: "row 2, category",
          "row 2, baseline"),
        table(
          "category,title,price\noperating expenses,y,10000000000\n", says: "row 2, price",
          "too large: 9,999,999,999.99 at most"),
        .init(
          "a1", "budget table - --dry-run",
          input:
            "category,title,policy,text,note\noperating expenses,x,,,\noperating expenses,y,1,Call 123-45-6789,SSN 123-45-6789\n",
          says: "seems to stand in row 3, note", "row 3, text"),
        table("category,title\nfood,x\n", says: "row 2, category", "not known here"),
        table("title\nx\n", says: "the column category is missing"),
        table("category,title,sum\noperating expenses,x,1\n", says: "no column is called 'sum'"),
        table(
          "category,title,policy\noperating expenses,x,1\n", says: "row 2, policy", "rule policy-without-justification"),
        table("category,title,edp\noperating expenses,x,conversions\n", says: "row 2", "rule edp-without-project"),
        table(
          "category,title\noperating expenses,x\noperating expenses,x\n", says: "row 3, title", "the same line item"),
      ], on: ["a1", "d"])
  }
}
