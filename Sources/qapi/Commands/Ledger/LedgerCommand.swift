import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "The agency's ledger: accounts, payments by their day, closed months (AS.2.4, AS.2.6).",
    discussion: """
      A payment counts in the month in which it was paid, whatever the day of the service. A closed month is corrected by new \
      entries in an open one.
      """,
    subcommands: [
      LedgerTotals.self, LedgerImportCommand.self, LedgerImports.self, LedgerTakeBack.self,
      RecordGroup<ExpenditureNoun>.self, NaturalGroup<LedgerAccountNoun>.self, LedgerCrosswalk.self, LedgerClose.self,
    ], defaultSubcommand: LedgerTotals.self)
}

/// Accounts of the ledger with their places in the budget and the forms.
enum LedgerAccountNoun: NaturalNoun {
  typealias Entry = LedgerAccount
  static let command = "ledger account"
  static let columns = ["code", "line", "display_line", "claim_line", "title"]
  static let required = ["code"]

  static func check(_ entry: LedgerAccount, was old: LedgerAccount?, of agency: String?, in db: Database) throws {
    let editions = try FiscalStore.editions(in: db)
    for (form, code) in [(FormLine.Form.display, entry.displayLine), (.claim, entry.claimLine)]
    where !code.isEmpty {
      let lines = editions.lines(of: form, edition: editions.newest(of: form))
      guard !lines.contains(where: { $0.code == code }) else { continue }
      throw Failure.rule(
        "unknown-form-line",
        "\(form.rawValue) edition \(editions.newest(of: form)) has no line '\(Shown.line(code, limit: 40))'",
        next: "use one of: \(lines.map(\.code).joined(separator: ", "))")
    }
    guard !entry.line.isEmpty, old?.line != entry.line else { return }
    let lines = try RecordStore.all(BudgetLine.self, of: agency, in: db).map(\.record)
    let named = Crosswalk.lines(named: entry.line, in: lines)
    guard !named.isEmpty else {
      throw Failure.rule(
        "unknown-budget-line", "no line item of a budget has this title or this whole id",
        next: "see `qapi budget line list`")
    }
    guard Dictionary(grouping: named, by: \.budget).values.allSatisfy({ $0.count == 1 }) else {
      throw Failure.rule(
        "ambiguous-budget-line", "several line items of one budget are called so",
        next: "name one by its whole id: \(named.prefix(4).map(\.id).joined(separator: ", "))")
    }
  }
}

/// Payments.
enum ExpenditureNoun: RecordNoun {
  typealias Entry = Expenditure
  static let command = "ledger entry"
  static let hasTables = true
  static let columns = ["paid", "account", "amount", "payee", "text"]
  static let required = ["account", "paid"]
  static let writtenBy = ["source": "qapi ledger import"]
  static let plural = "expenditures"
  static let standingNames = "taken_back (its import was: it counts nowhere)"

  static func standings(
    of entries: [(agency: String, record: Expenditure)], in db: Database
  ) throws -> [RecordDetails] {
    let gone = Set(
      try RecordStore.all(LedgerImport.self, in: db).filter { !$0.record.takenBack.isEmpty }
        .map { [$0.agency, $0.record.digest] })
    return entries.map { agency, entry in
      let isGone = gone.contains([agency, entry.source])
      return RecordDetails(
        lines: [isGone ? "taken back" : ""], members: JSON.members(["taken_back": JSON(isGone)]))
    }
  }

  static func check(_ entry: Expenditure, was old: Expenditure?, of agency: String?, in db: Database) throws {
    // A table that brings everything back as it stands changes nothing.
    guard entry != old else { return }
    try checkStands(old ?? entry, agency, in: db)
    try checkStands(entry, agency, in: db)
    guard entry.amount != 0 else {
      throw Failure.rule("amount-zero", "an expenditure of nothing is none", next: "say amount=, below zero to correct")
    }
    if let day = Day(entry.paid), day > (try Day.argument(nil)) {
      throw Failure.rule(
        "not-paid-yet", "only what was paid is an expenditure, and this day is still to come",
        next: "enter it when it is paid")
    }
    var account = LedgerAccount()
    account.code = entry.account
    guard try RecordStore.find(account, agency: agency, in: db) == nil else { return }
    throw Failure.rule(
      "unknown-account", "the ledger has no account '\(Shown.line(entry.account, limit: 40))'",
      next: "see `qapi ledger account list`, or set it first: `qapi ledger account code=...`")
  }

  static func checkRemoval(of entry: Expenditure, agency: String?, in db: Database) throws {
    try checkStands(entry, agency, isRemoval: true, in: db)
  }

  /// - Throws: `Failure.rule` for an entry that may not be touched.
  private static func checkStands(
    _ entry: Expenditure, _ agency: String?, isRemoval: Bool = false, in db: Database
  ) throws {
    guard entry.source.isEmpty else {
      throw Failure.rule(
        "imported-entry", "this came with a file, and stands as the file has it",
        next: "correct it with a new entry, corrects=\(entry.id), or take the file back: `qapi ledger take-back`")
    }
    guard let month = Day(entry.paid).map({ CalendarMonth(of: $0) }), let agency,
      try LedgerStore.closedMonths(of: agency, in: db).contains(month)
    else { return }
    guard try isRemoval && LedgerStore.mayRemove(1, from: month, of: agency, in: db) else {
      throw LedgerWork.closed(month)
    }
  }
}

enum LedgerWork {
  static func closed(_ month: CalendarMonth) -> Failure {
    .rule(
      "month-closed", "\(month) is closed",
      next: "correct it with a new entry in an open month, with corrects=ID of the one that is wrong")
  }

  /// The year that is named; else the newest in which something was paid, or that has a letter; else the one that goes on.
  static func year(_ named: String?, of agency: String, on today: Day, in db: Database) throws -> StateFiscalYear {
    if let named { return try StateFiscalYear.argument(named) }
    let paid = try LedgerStore.days(of: agency, in: db).flatMap { StateFiscalYear(of: $0.upperBound) }
    if let year = try [paid, StateFiscalYear.newest(of: [agency], in: db)].compactMap(\.self).max() { return year }
    guard let year = StateFiscalYear(of: today) else {
      throw Failure.usage("it is not said of which year", next: "say it with --year \"SFY 2024-25\"")
    }
    return year
  }
}

struct LedgerTotals: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "totals", abstract: "What was paid in a year: by month, and by account.",
    discussion: """
      JSON: agency, year, months (month, amount, entries, closed), accounts (account, title, amount, entries), total, entries; of a \
      table (--csv: accounts; with --by-month: months) also file_format, file, text.
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else the newest with payments or letters.")
  var year: String?
  @Option(help: "Code of the agency; the department must say it.")
  var agency: String?
  @Flag(help: "As a CSV table: accounts, or with --by-month months.")
  var csv = false
  @Flag(help: "With --csv: a row for each month.")
  var byMonth = false
  @Option(name: .customLong("output"), help: "Write the table to this file.")
  var path: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  private struct Sum {
    let amount: Money
    let count: Int

    init(_ sums: [LedgerSum]) throws {
      amount = try Money.sum(sums.map(\.amount))
      count = sums.reduce(0) { $0 + $1.count }
    }

    var members: [JSON.Member] { JSON.members(["amount": JSON(amount), "entries": JSON(count)]) }
  }

  func validate() throws {
    guard csv || (path == nil && !byMonth) else { throw ValidationError("--output and --by-month go with --csv.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyToRead(agency, all: "qapi spending")
    let today = try Day.argument(nil)
    let (year, sums, closed, accounts) = try node.engine.queue.read { db in
      let year = try LedgerWork.year(self.year, of: agency, on: today, in: db)
      let sums = try LedgerStore.sums(of: agency, in: year.days, in: db)
      let closed = try LedgerStore.closedMonths(of: agency, in: db)
      return (year, sums, closed, try RecordStore.all(LedgerAccount.self, of: agency, in: db).map(\.record))
    }
    let titles = Dictionary(accounts.map { ($0.code, $0.title) }, uniquingKeysWith: { first, _ in first })
    let total = try Sum(sums)
    let allMonths = try year.months.map { first in
      let month = CalendarMonth(of: first)
      return (month: month, sum: try Sum(sums.filter { $0.month == month }))
    }
    let months = allMonths.filter { $0.sum.count > 0 || closed.contains($0.month) }
    let byAccount = Dictionary(grouping: sums, by: \.account)
    let codes = byAccount.keys.sorted { Positions.isBefore($0, $1) }
    let paid = try codes.map { code in (code: code, sum: try Sum(byAccount[code] ?? [])) }
    let members = JSON.members([
      "agency": .text(agency), "year": .text("\(year)"),
      "months": .list(
        months.map { month, sum in
          .object(
            [.init(key: "month", value: .text("\(month)"))] + sum.members + [
              .init(key: "closed", value: JSON(closed.contains(month)))
            ])
        }),
      "accounts": .list(
        paid.map { code, sum in
          .object(JSON.members(["account": .text(code), "title": JSON(titles[code])]) + sum.members)
        }), "total": JSON(total.amount), "entries": JSON(total.count),
    ])
    if csv {
      let table = CSVTable(of: byMonth ? "months" : "accounts", in: members)
      return try PageOptions.report(table.csv(), fileFormat: "csv", to: path, members: members)
    }
    let monthRows = months.map { month, sum in
      ["\(month)", "\(sum.amount)", "\(sum.count)", closed.contains(month) ? "closed" : ""]
    }
    let accountRows = paid.map { code, sum in
      [
        Shown.line(code, limit: 24), "\(sum.amount)", "\(sum.count)",
        Shown.line(titles[code] ?? "not among the accounts"),
      ]
    }
    let tables =
      Layout.table(
        [["month", "paid", "entries", ""]] + monthRows + [["total", "\(total.amount)", "\(total.count)", ""]],
        figures: [1, 2]) + [""]
      + Layout.table([["account", "paid", "entries", "title"]] + accountRows, cuttingLast: true, figures: [1, 2])
    return Report(
      lines: [Terminal.strong("\(Shown.line(node.name(of: agency))), \(year)"), ""]
        + (total.count == 0 && months.isEmpty ? ["nothing was paid"] : tables),
      members: members)
  }
}

struct LedgerCrosswalk: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk",
    abstract: "Each account with its place in the budget, the CS 921 and the CS 356; unmatched first.",
    discussion: """
      Exits 3 while an account has no place in one of them. `qapi ledger account` sets places, and takes them from a table; \
      `qapi form show "CS 921"` lists the lines.

      JSON: agency, year, accounts (account, title, line, display_line, claim_line, control, paid, gaps), lines_without_account (id, \
      title), unmatched (a number), unmatched_amount; of a page or table (accounts) also file_format, file, text.
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else the newest with payments or letters.")
  var year: String?
  @Option(help: "Code of the agency; the department must say it.")
  var agency: String?
  @Flag(help: "As a CSV table: accounts.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: csv) }

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyToRead(agency)
    let today = try Day.argument(nil)
    let (year, crosswalk) = try node.engine.queue.read { db in
      let year = try LedgerWork.year(self.year, of: agency, on: today, in: db)
      return (year, try ExecutionStore.crosswalk(of: agency, year: year, in: db))
    }
    let open = crosswalk.entries.filter { !$0.isMatched }
    let members = JSON.members([
      "agency": .text(agency), "year": .text("\(year)"), "accounts": .list(crosswalk.entries.map(Self.json)),
      "lines_without_account": .list(
        crosswalk.unfed.map { .object(["id": .text($0.id), "title": .text($0.title)]) }),
      "unmatched": JSON(open.count), "unmatched_amount": JSON(try Money.sum(open.map(\.paid))),
    ])
    if csv {
      var report = try page.report(CSVTable(of: "accounts", in: members).csv(), fileFormat: "csv", members: members)
      report.status = open.isEmpty ? .done : .open
      return report
    }
    if page.isAsked {
      var report = try page.report(
        CrosswalkPage.page(crosswalk, agency: node.name(of: agency), year: year), members: members)
      report.status = open.isEmpty ? .done : .open
      return report
    }
    var lines = [Terminal.strong("\(Shown.line(node.name(of: agency))), \(year)")]
    if !open.isEmpty {
      lines += ["", "\(Layout.count(open.count, "account")) without a place:"]
      lines += Layout.wrappedTable(
        open.map { entry in
          [
            "  " + Shown.line(entry.account.code, limit: 20), "\(entry.paid)",
            entry.gaps.map(\.rawValue).joined(separator: "; "),
          ]
        })
    }
    let matched = crosswalk.entries.filter(\.isMatched)
    if !matched.isEmpty {
      lines += [""]
      lines += Layout.table(
        [["account", "paid", "CS 921", "CS 356", "line item"]]
          + matched.map { entry in
            [
              Shown.line(entry.account.code, limit: 16), "\(entry.paid)",
              Shown.line(entry.account.displayLine, limit: 18), Shown.line(entry.account.claimLine, limit: 18),
              Shown.line(entry.line?.title ?? ""),
            ]
          }, cuttingLast: true, figures: [1])
    }
    if !crosswalk.unfed.isEmpty {
      lines += [""]
      lines += Layout.wrapped(
        "Line items without an account: \(crosswalk.unfed.map { Shown.line($0.title) }.joined(separator: ", "))",
        hanging: "  ")
    }
    if crosswalk.entries.isEmpty { lines += ["", "no accounts"] }
    return Report(lines: lines, status: open.isEmpty ? .done : .open, members: members)
  }

  private static func json(_ entry: Crosswalk.Entry) -> JSON {
    let control: JSON =
      switch entry.control {
      case nil: .null
      case .administration: .text("administration")
      case .edp(let part): .text(part.rawValue)
      }
    return .object([
      "account": .text(entry.account.code), "title": .text(entry.account.title), "line": JSON(entry.line?.title),
      "display_line": .text(entry.account.displayLine), "claim_line": .text(entry.account.claimLine),
      "control": control, "paid": JSON(entry.paid), "gaps": JSON(entry.gaps.map(\.rawValue)),
    ])
  }
}

struct LedgerClose: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a month (the agency); without one, list the closed ones.",
    discussion: """
      A closed month stays closed: what was wrong in it is corrected by a new entry, in an open month. What comes into it by a \
      merge is found: see `qapi findings`.

      JSON: months (agency, month, day, person, amount, entries).
      """)
  @Argument(help: "The month, like 2024-07.")
  var month: String?
  @Option(help: "Code of the agency, to list its months.")
  var agency: String?
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    guard let typed = month else {
      let agencies = try node.agenciesToRead(agency)
      let months = try node.engine.queue.read { db in
        try agencies.flatMap { try RecordStore.all(ClosedMonth.self, of: $0, in: db) }
      }
      return Self.report(months, notes: [])
    }
    try node.checkIsAgency("months are closed by the agencies", see: "qapi ledger close")
    guard agency == nil || agency == node.member else {
      throw Failure.usage(
        "this node closes the months of \(node.member); nothing was changed", next: "leave out --agency")
    }
    guard let month = CalendarMonth(typed) else {
      throw Failure.usage(
        "'\(Shown.line(typed, limit: 40))' is no month; nothing was changed", next: "write it like 2024-07")
    }
    let today = try Day.argument(day)
    guard month.lastDay < today else {
      throw Failure.rule("month-not-over", "\(month) is not over", next: "close it when it is")
    }
    let person = try writing.person(of: node)
    let closed = try writing.write(on: node, as: person, otherwise: "\(month) closed") { db in
      guard try !LedgerStore.closedMonths(of: node.member, in: db).contains(month) else {
        throw Failure.rule("closed-already", "\(month) is closed", next: "see `qapi ledger close`")
      }
      var closed = try LedgerStore.closing(month, of: node.member, sha256: FigureValues.sha256, in: db)
      (closed.day, closed.person) = ("\(today)", person.name)
      try RecordStore.insert(closed, agency: node.member, in: db)
      return closed
    }
    return Self.report([(node.member, closed)], notes: [node.nextExchange])
  }

  private static func report(_ months: [(agency: String, record: ClosedMonth)], notes: [String]) -> Report {
    Report(
      lines: months.isEmpty
        ? ["no month is closed"]
        : Layout.table(
          months.map { agency, closed in
            [
              agency, Shown.line(closed.month), "\(Money(cents: Int64(closed.amount)))",
              Layout.count(closed.count, "entry", "entries"),
              "closed on \(Shown.line(closed.day)), \(Shown.line(closed.person))",
            ]
          }, figures: [2]),
      json: [
        "months": .list(
          months.map { agency, closed in
            .object([
              "agency": .text(agency), "month": .text(closed.month), "day": .text(closed.day),
              "person": .text(closed.person), "amount": JSON(Money(cents: Int64(closed.amount))),
              "entries": JSON(closed.count),
            ])
          })
      ], notes: notes)
  }
}
