import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct SpendingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spending",
    abstract: "What was paid against allocation and budget, and what is foreseen (AS.2.4 task 6, AS.2.5 task 1).",
    subcommands: [SpendingShow.self, NaturalGroup<ExpectedMonthNoun>.self], defaultSubcommand: SpendingShow.self)
}

/// What people expect of a month, for `qapi spending --method manual`.
enum ExpectedMonthNoun: NaturalNoun {
  typealias Entry = ExpectedMonth
  static let command = "spending expected"
  static let columns = ["month", "amount", "note"]
  static let required = ["month"]

  static func check(_ entry: ExpectedMonth, was old: ExpectedMonth?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkMonth(entry.month)
  }
}

struct SpendingShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Payments month by month, variance, projection to the end of the year.",
    discussion: """
      A month is counted once it is closed, or is over and something was paid in it. Methods: straight-line (the months that \
      are over, on average), last-quarter (the last three of them), manual (what `qapi spending expected` says of each month, for \
      the total). Exits 3 if more will be paid than is allocated (budgeted, where there is no letter) in total, in administration, \
      in EDP or in one of its sub-categories.

      The department sees all agencies, if it names none: JSON then has year, method, on, agencies (agency, months_counted, overruns, allocated, \
      budget, paid, variance, year_end, balance, overrun_month) total (allocated, paid, year_end, without_projection) and left_out (codes of agencies whose amounts are too large to be \
      added).

      JSON: agency, year, method, on, months_counted, letter (kind of the standard letter in force, or null), binds, budget (its id, or \
      null), months (month, paid, to_date, even_share, closed), rows (kind, scope, allocated, budget, paid, variance, year_end, \
      balance, overrun_month, months), overruns (scopes), expected_missing (months); of a page or table also file_format, file, \
      text.
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else the newest with payments or letters.")
  var year: String?
  @Option(help: "straight-line, last-quarter or manual.")
  var method = Spending.Method.straightLine.rawValue
  @Option(help: "Code of the agency.")
  var agency: String?
  @Option(name: .customLong("on"), help: "As of this day, like 2024-01-31; else today.")
  var day: String?
  @Flag(help: "As a CSV table.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try page.check(besides: csv)
    guard Spending.Method(rawValue: method) != nil else {
      throw ValidationError("--method is one of: \(Spending.Method.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
  }

  func report() throws -> Report {
    let node = try node.open()
    let today = try Day.argument(day)
    let method = Spending.Method(rawValue: method) ?? .straightLine
    guard agency != nil || !(node.isDepartment || node.engine.identity.isReader) else {
      return try statewide(node, today, method)
    }
    let agency = try node.agencyToRead(agency)
    let found = try node.engine.queue.read { db in
      try ExecutionStore.spending(
        of: agency, year: LedgerWork.year(self.year, of: agency, on: today, in: db), on: today, method: method, in: db)
    }
    let view = SpendingView(
      found, method: method, agency: agency, name: node.name(of: agency), today: today)
    let status: Outcome = found.spending.overruns.isEmpty ? .done : .open
    guard page.isAsked || csv else {
      return Report(lines: view.lines, notes: view.notes, status: status, members: view.members)
    }
    var report =
      csv
      ? try page.report(
        SpendingTable.table(found.spending, agency: agency).csv(), fileFormat: "csv", members: view.members)
      : try page.report(
        SpendingPage.page(
          found.spending, method: method, agency: node.name(of: agency), letter: view.letter, closed: found.closed,
          today: today), members: view.members)
    (report.notes, report.status) = (view.notes, status)
    return report
  }

  private func statewide(_ node: OpenNode, _ today: Day, _ method: Spending.Method) throws -> Report {
    let agencies = try node.agenciesToRead(nil)
    let (newest, all) = try node.engine.queue.read { db in
      let newest = try agencies.map { try LedgerWork.year(self.year, of: $0, on: today, in: db) }.max()
      guard let newest else { return (newest, [(String, Spending?)]()) }
      return (
        newest,
        try agencies.map { agency in
          let spending = try Money.besideOthers {
            try ExecutionStore.spending(of: agency, year: newest, on: today, method: method, in: db).spending
          } adding: {
            [$0.total.allocated, $0.total.toDate, $0.total.yearEnd]
          }
          return (agency, spending)
        }
      )
    }
    guard let year = newest else { return Report(lines: ["no agencies"]) }
    let found = all.compactMap { agency, spending in
      spending.map { SpendingPage.Agency(code: agency, name: node.name(of: agency), spending: $0) }
    }
    let leftOut = all.filter { $0.1 == nil }.map { SpendingPage.LeftOut(code: $0.0, name: node.name(of: $0.0)) }
    let total = try SpendingPage.Total(found)
    let members = JSON.members([
      "year": .text("\(year)"), "method": .text(method.rawValue), "on": .text("\(today)"),
      "agencies": .list(
        found.map { entry in
          .object(
            JSON.members([
              "agency": .text(entry.code), "months_counted": JSON(entry.spending.monthCount),
              "overruns": JSON(entry.spending.overruns.map(\.scope.title)),
            ]) + SpendingView.figures(of: entry.spending.total, year))
        }),
      "total": .object([
        "allocated": JSON(total.allocated), "paid": JSON(total.paid), "year_end": JSON(total.yearEnd),
        "without_projection": JSON(total.withoutProjection),
      ]), "left_out": JSON(leftOut.map(\.code)),
    ])
    let status: Outcome = found.allSatisfy { $0.spending.overruns.isEmpty } ? .done : .open
    if page.isAsked || csv {
      var report =
        csv
        ? try page.report(
          SpendingTable.table(found, leftOut: leftOut, of: year).csv(), fileFormat: "csv", members: members)
        : try page.report(
          SpendingPage.page(found, total, leftOut: leftOut, of: year, method: method, today: today), members: members)
      report.status = status
      return report
    }
    let rows = found.map { entry -> [String] in
      let row = entry.spending.total
      return [
        entry.code, SpendingView.shown(row.allocated), "\(row.toDate)", SpendingView.shown(row.yearEnd),
        SpendingView.shown(row.balance),
        entry.spending.overruns.isEmpty
          ? "" : "over: " + entry.spending.overruns.map(\.scope.title).joined(separator: ", "),
      ]
    }
    return Report(
      lines: [Terminal.strong("all agencies, \(year), \(method.rawValue)"), ""]
        + Layout.table(
          [["", "allocated", "paid", "year end", "left then", ""]] + rows
            + leftOut.map { [$0.code, "", "", "", "", Money.cannotBeAdded] }
            + [["total", "\(total.allocated)", "\(total.paid)", "\(total.yearEnd)", "", ""]], cuttingLast: true,
          figures: [1, 2, 3, 4]),
      notes: [
        ("no projection yet, and not in the sum at year end", total.withoutProjection),
        ("amounts too large to be added, and left out of the total", leftOut.map(\.code)),
      ].filter { !$0.1.isEmpty }.map { "\($0): \($1.joined(separator: ", "))" },
      status: status, members: members)
  }
}

/// Spending on the terminal and as JSON.
struct SpendingView {
  let found: ExecutionStore.WholeSpending
  let method: Spending.Method
  let agency: String
  let name: String
  let today: Day
  private var spending: Spending { found.spending }

  init(_ found: ExecutionStore.WholeSpending, method: Spending.Method, agency: String, name: String, today: Day) {
    (self.found, self.method, self.agency, self.name, self.today) = (found, method, agency, name, today)
  }

  static func shown(_ money: Money?) -> String { money.map { "\($0)" } ?? "-" }

  /// "final allocation of 2024-08-15, non-standard letter of 2025-01-10", in words.
  var letter: String { ReconciliationPage.letters(found.allocation) }

  var notes: [String] {
    found.unexpected.isEmpty || spending.monthCount == 12
      ? []
      : [
        "nobody said what is expected of "
          + found.unexpected.map { "\(CalendarMonth(of: spending.year.months[$0 - 1]))" }.joined(separator: ", ")
          + (found.unexpected.count == 12 - spending.monthCount ? "" : "; they count as nothing"),
        "next:  qapi spending expected month=\(CalendarMonth(of: spending.year.months[found.unexpected[0] - 1])) amount=...",
      ]
  }

  /// Paid to the end of each month, and an even share of the limit to there.
  private var cumulated: [(month: CalendarMonth, paid: Money, toDate: Money, share: Money?)] {
    var sum = Money.zero
    return spending.year.months.enumerated().map { index, first in
      let paid = spending.total.spent[index]
      sum = (try? sum.adding(paid)) ?? sum
      return (CalendarMonth(of: first), paid, sum, spending.total.limit?.share(index + 1, of: 12))
    }
  }

  var lines: [String] {
    let months = cumulated.enumerated().filter { index, month in index < spending.monthCount || month.paid != .zero }
    let rows = spending.rows.map { row in
      [
        Self.indent(row.scope) + Shown.line(row.scope.title, limit: 28), Self.shown(row.limit), "\(row.toDate)",
        Self.shown(row.yearEnd), Self.shown(row.balance), row.isOverrun ? "over" : "",
      ]
    }
    let controls = zip(spending.rows, rows).filter { $0.0.scope.kind == "total" || $0.0.scope.kind == "control" }
    let others = zip(spending.rows, rows).filter { $0.0.scope.kind == "category" || $0.0.scope.kind == "line item" }
    let words = spending.overruns.map { row in
      "\(row.scope.title): \(row.yearEnd ?? .zero) foreseen, \(row.limit ?? .zero) "
        + (row.allocated == nil ? "budgeted" : "allocated")
        + (row.overrunMonth.map { "; over it in \(CalendarMonth(of: spending.year.months[$0 - 1]))" } ?? "")
    }
    let monthRows = months.map { index, month in
      [
        "\(month.month)", "\(month.paid)", "\(month.toDate)", Self.shown(month.share),
        Self.shown(month.share.flatMap { try? $0.subtracting(month.toDate) }),
        found.closed.contains(month.month) ? "closed" : index >= spending.monthCount ? "not counted yet" : "",
      ]
    }
    let course =
      monthRows.isEmpty
      ? ["nothing was paid yet", ""]
      : Layout.table(
        [["month", "paid", "to date", "even share", "variance", ""]] + monthRows, figures: [1, 2, 3, 4]) + [""]
    return [
      Terminal.strong("\(Shown.line(name)), \(spending.year)"),
      "\(Shown.line(letter)); \(Layout.count(spending.monthCount, "month")) counted, \(method.rawValue)", "",
    ] + course
      + Layout.table(
        [["", found.allocation.inForce.isEmpty ? "budget" : "allocated", "paid", "year end", "left then", ""]]
          + controls.map(\.1), figures: [1, 2, 3, 4])
      + (others.isEmpty
        ? []
        : [""]
          + Layout.table(
            [["", "budget", "paid", "year end", "left then", ""]] + others.map(\.1), figures: [1, 2, 3, 4]))
      + (words.isEmpty
        ? []
        : ["", "More than there is:"] + words.flatMap { Layout.wrapped(Shown.line($0), margin: "  ", hanging: "    ") })
  }

  private static func indent(_ scope: Spending.Scope) -> String {
    switch scope {
    case .edpPart, .line: "  "
    default: ""
    }
  }

  static func figures(of row: Spending.Row, _ year: StateFiscalYear) -> [JSON.Member] {
    JSON.members([
      "allocated": JSON(row.allocated), "budget": JSON(row.budget), "paid": JSON(row.toDate),
      "variance": JSON(row.variance), "year_end": JSON(row.yearEnd), "balance": JSON(row.balance),
      "overrun_month": JSON(row.overrunMonth.map { "\(CalendarMonth(of: year.months[$0 - 1]))" }),
    ])
  }

  var members: [JSON.Member] {
    JSON.members([
      "agency": .text(agency), "year": .text("\(spending.year)"), "method": .text(method.rawValue),
      "on": .text("\(today)"), "months_counted": JSON(spending.monthCount),
      "letter": JSON(found.allocation.standard?.kind), "binds": JSON(found.allocation.binds),
      "budget": JSON(found.budget?.id),
      "months": .list(
        cumulated.map { month in
          .object([
            "month": .text("\(month.month)"), "paid": JSON(month.paid), "to_date": JSON(month.toDate),
            "even_share": JSON(month.share), "closed": JSON(found.closed.contains(month.month)),
          ])
        }),
      "rows": .list(
        spending.rows.map { row in
          .object(
            [
              .init(key: "kind", value: .text(row.scope.kind)), .init(key: "scope", value: .text(row.scope.title)),
            ] + Self.figures(of: row, spending.year) + [
              .init(key: "months", value: .list(row.spent.map { JSON($0) }))
            ])
        }), "overruns": JSON(spending.overruns.map(\.scope.title)),
      "expected_missing": JSON(
        found.unexpected.map { "\(CalendarMonth(of: spending.year.months[$0 - 1]))" }),
    ])
  }
}
