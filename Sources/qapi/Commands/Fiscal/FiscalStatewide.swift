import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct FiscalStatewide: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "statewide",
    abstract: "The money of a year by agency: allocated, planned, claimed, advanced; late and missing (AS.2.5).",
    discussion: """
      The department sees all agencies, an agency its own. Exits 3 while a claim is missing, or a CS 921 or final budget is not \
      handed in.

      JSON: year, on, agencies (agency, allocated, budget or null, claimed, advanced, left, display, final_budget, claims (quarter, \
      due, filed or null, missing, late_by or null), missing, late), total (allocated, budget, claimed, advanced, left), left_out \
      (codes of agencies whose amounts are too large to be added: null, and in no total), \
      \(AllocationWork.jsonNames); of a page or table also file_format, file, text.
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else the newest that has begun and has a letter.")
  var year: String?
  @Option(help: "Only this agency.")
  var agency: String?
  @Option(name: .customLong("on"), help: "As of this day, like 2024-10-16; else today.")
  var day: String?
  @Flag(help: "As a CSV table, whose last row is the total.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: csv) }

  func report() throws -> Report {
    let node = try node.open()
    let today = try Day.argument(day)
    let agencies = try node.agenciesToRead(agency)
    let asked = try year.map { try StateFiscalYear.argument($0) }
    let found = try node.engine.queue.read { db -> (StatewideMoney, AppropriationUse)? in
      guard let year = try asked ?? StateFiscalYear.newest(of: agencies, in: db) else { return nil }
      return (
        try StatewideMoneyStore.year(year, of: agencies, today: today, in: db),
        try AllocationStore.use(of: "\(year)", in: db)
      )
    }
    guard let (money, use) = found else { return Report(lines: ["no allocation letter"]) }
    // Who reads one agency's letters cannot hold them against what is for all.
    let shownUse = agencies.count > 1 ? use : nil
    let members = Self.members(money, shownUse, today)
    let isOpen = money.rows.contains { !$0.missing.isEmpty }
    var report: Report
    if csv {
      report = try page.report(Self.table(money).csv(), fileFormat: "csv", members: members)
    } else if page.isAsked {
      let names = Dictionary(agencies.map { ($0, node.name(of: $0)) }) { first, _ in first }
      let made = StatewideMoneyPage.page(money, names: names, use: shownUse, today: today)
      report = try page.report(made, members: members)
    } else {
      report = Report(
        lines: Self.lines(money, shownUse),
        notes: money.leftOut.map { "\($0): amounts too large to be added, and left out of the total" }, members: members
      )
    }
    report.status = isOpen ? .open : .done
    return report
  }

  private static func texts(_ amounts: StatewideMoney.Amounts) -> [String] {
    [
      "\(amounts.allocated)", amounts.budget.map { "\($0)" } ?? "", "\(amounts.claimed)", "\(amounts.advanced)",
      "\(amounts.left)",
    ]
  }

  private static func lines(_ money: StatewideMoney, _ use: AppropriationUse?) -> [String] {
    let rows = money.rows.map { [$0.agency] + ($0.amounts.map(texts) ?? [Money.cannotBeAdded]) }
    let notes = money.rows.flatMap { row in
      [("missing", row.missing), ("late", row.late)].filter { !$0.1.isEmpty }.flatMap { word, list in
        Layout.wrapped("\(row.agency): \(word): \(list.joined(separator: ", "))", hanging: "  ")
      }
    }
    return [Terminal.strong("\(money.year)")]
      + Layout.table(
        [["", "allocated", "final budget", "claimed", "advances", "left"]] + rows
          + (rows.count > 1 ? [["total"] + texts(money.total)] : []), figures: [1, 2, 3, 4, 5])
      + (notes.isEmpty ? [] : [""] + notes)
      + (use.map { $0.rows.isEmpty ? [] : [""] + AllocationWork.lines($0) } ?? [])
  }

  private static func table(_ money: StatewideMoney) -> CSVTable {
    func plain(_ amounts: StatewideMoney.Amounts) -> [String] { texts(amounts).map { $0.replacing(",", with: "") } }
    return CSVTable(
      columns: [
        "agency", "allocated", "final_budget", "claimed", "advances", "left", "display", "budget", "q1", "q2", "q3",
        "q4",
        "missing", "late",
      ],
      rows: money.rows.map { row -> [String] in
        let amounts = row.amounts.map(plain) ?? [Money.cannotBeAdded, "", "", "", ""]
        let filed = row.claims.map { $0.filed.map { "\($0)" } ?? "" }
        return [row.agency] + amounts + [row.display.rawValue, row.budget.rawValue] + filed
          + [row.missing.joined(separator: "; "), row.late.joined(separator: "; ")]
      } + [["total"] + plain(money.total) + Array(repeating: "", count: 8)])
  }

  private static func members(_ money: StatewideMoney, _ use: AppropriationUse?, _ today: Day) -> [JSON.Member] {
    func amounts(_ amounts: StatewideMoney.Amounts) -> [JSON.Member] {
      JSON.members([
        "allocated": JSON(amounts.allocated), "budget": JSON(amounts.budget), "claimed": JSON(amounts.claimed),
        "advanced": JSON(amounts.advanced), "left": JSON(amounts.left),
      ])
    }
    let rows = money.rows.map { row -> JSON in
      let claims = row.claims.map { claim -> JSON in
        .object([
          "quarter": .text("\(claim.quarter)"), "due": .text("\(claim.due)"),
          "filed": JSON(claim.filed.map { "\($0)" }), "missing": JSON(claim.isMissing),
          "late_by": JSON(claim.lateBy.map(Int64.init)),
        ])
      }
      let nothing = ["allocated", "budget", "claimed", "advanced", "left"].map { JSON.Member(key: $0, value: .null) }
      return .object(
        [.init(key: "agency", value: .text(row.agency))] + (row.amounts.map(amounts) ?? nothing)
          + JSON.members([
            "display": .text(row.display.rawValue), "final_budget": .text(row.budget.rawValue),
            "claims": .list(claims), "missing": JSON(row.missing), "late": JSON(row.late),
          ]))
    }
    return JSON.members([
      "year": .text("\(money.year)"), "on": .text("\(today)"), "agencies": .list(rows),
      "total": .object(amounts(money.total)), "left_out": JSON(money.leftOut),
      "appropriation": use.map { AllocationWork.json($0) } ?? .list([]),
    ])
  }
}
