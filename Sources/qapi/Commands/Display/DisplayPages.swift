import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine
import Trust

struct DisplayPageCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "A Budget Display as a printable page.",
    discussion: """
      --submission makes the page of the exact copy that was handed in.

      JSON: agency, display, year, total, file_format, file, text.
      """)
  @Argument(help: "Id of the display, or the beginning of it, or `latest`.")
  var id = "latest"
  @Option(help: "Id of a submission, or the beginning of it, or `latest`: its copy, and not the display as it stands.")
  var submission: String?
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try page.check()
    try page.checkAsked()
  }

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let (owner, whole, state, decisions, letters) = try node.engine.queue.read { db in
      let (owner, whole, state) = try chosen(in: db)
      let decisions = try DisplayStore.decisions(of: owner, in: db)
      return (
        owner, whole, state, decisions, try DisplayStore.letters(of: owner, granting: decisions.values, in: db)
      )
    }
    let made = try DisplayPage.page(
      whole, agency: node.name(of: owner), decisions: decisions, letters: letters, state: state)
    return try page.report(
      made,
      members: JSON.members([
        "agency": .text(owner), "display": .text(whole.display.id), "year": .text(whole.display.year),
        "total": .text("\(try whole.totals().all)"),
      ]))
  }

  private func chosen(in db: Database) throws -> (String, WholeDisplay, String) {
    guard let submission else {
      let found = try RecordWork<DisplayNoun>.find(id, agency: agency, in: db)
      let standing = try FiscalStore.standing(of: found.entry.id, agency: found.agency, in: db)
      return (
        found.agency, try DisplayStore.whole(found.entry, of: found.agency, in: db), standing.state().rawValue
      )
    }
    let found = try FiscalWork.find(submission, DisplayForm.forms, agency: agency, command: "display", in: db)
    guard let whole = WholeDisplay(copy: found.submission.snapshot, editions: try FiscalStore.editions(in: db)) else {
      throw Failure(
        .error, "the copy of this submission cannot be read (rule altered-copy)", next: "let the agency hand in again")
    }
    return (
      found.agency, whole,
      "\(found.standing.state(of: found.submission).rawValue); handed in on \(found.submission.day) "
        + "(no. \(found.submission.number))"
    )
  }
}

struct DisplayStatewide: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "statewide",
    abstract: "The Budget Displays of all agencies for a year, side by side (the department).",
    discussion: """
      The newest copy that each agency handed in counts, with its state beside it; agencies that handed in nothing are named. \
      --csv writes a row for each agency, function and line, without rows of totals.

      JSON: year, agencies (agency, name, state, day, edition, authorized, filled, filled_mid_year, annual_total, total; state \
      draft and the rest null where nothing was handed in), functions (function, authorized, filled, filled_mid_year, \
      annual_total), lines (line, title, category, total), staff, total, missing (codes), left_out (codes); of a page or table also \
      file_format, file, text.
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\".")
  var year: String
  @Flag(help: "As a CSV table.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: csv) }

  func report() throws -> Report {
    let node = try node.open()
    guard node.isDepartment || node.engine.identity.isReader else {
      throw Failure.usage(
        "only the department sees the displays of all agencies", next: "see your own with `qapi display list`")
    }
    guard let year = StateFiscalYear(year) else {
      throw Failure.usage("--year is no state fiscal year", next: "write it like \"SFY 2024-25\"")
    }
    let agencies = try node.agenciesToRead(nil).map { (code: $0, name: node.name(of: $0)) }
    let (rollUp, needs) = try node.engine.queue.read { db in
      (
        try DisplayStore.rollUp(of: year, agencies: agencies, in: db),
        try DisplayStore.needs(after: year, in: db)
      )
    }
    let members = Self.members(rollUp)
    if csv {
      return try page.report(DisplayRollUpTable.table(rollUp).csv(), fileFormat: "csv", members: members)
    }
    if page.isAsked {
      let made = DisplayRollUpPage.page(rollUp, needs: needs)
      return try page.report(made, members: members)
    }
    return Report(lines: Self.lines(rollUp), members: members)
  }

  private static func lines(_ rollUp: DisplayRollUp) -> [String] {
    let agencies = rollUp.agencies.map { agency in
      [agency.code, agency.gap ?? agency.state.rawValue, Shown.line(agency.day)]
        + (agency.totals.map { ["\($0.staff.authorized)", "\($0.staff.filled)", "\($0.all)"] } ?? ["", "", ""])
    }
    let totals = ["total", "", "", "\(rollUp.staff.authorized)", "\(rollUp.staff.filled)", "\(rollUp.all)"]
    return [Terminal.strong("Budget Displays (CS 921), \(rollUp.year)"), ""]
      + Layout.table(
        [["agency", "state", "handed in", "auth.", "filled", "total cost"]] + agencies + [totals], figures: [3, 4, 5])
      + [""]
      + Layout.table(
        [["function", "auth.", "filled", "mid-year", "annual salaries"]]
          + rollUp.functions.map { function in
            [
              function.function?.rawValue ?? "not known here", "\(function.total.authorized)",
              "\(function.total.filled)", "\(function.total.filledMidYear)", "\(function.total.annual)",
            ]
          } + [
            [
              "all", "\(rollUp.staff.authorized)", "\(rollUp.staff.filled)", "\(rollUp.staff.filledMidYear)",
              "\(rollUp.staff.annual)",
            ]
          ], figures: [1, 2, 3, 4])
      + [""]
      + Layout.table(
        [["line", "all agencies", ""], ["", "\(rollUp.staff.annual)", "Salaries and wages by function"]]
          + rollUp.lines.map { [Shown.line($0.code, limit: 26), "\($0.total)", Shown.line($0.title, limit: 40)] }
          + [["total", "\(rollUp.all)", ""]], figures: [1])
  }

  private static func staff(_ staff: DisplayTotals.Staff) -> [JSON.Member] {
    JSON.members([
      "authorized": .text("\(staff.authorized)"), "filled": .text("\(staff.filled)"),
      "filled_mid_year": .text("\(staff.filledMidYear)"), "annual_total": .text("\(staff.annual)"),
    ])
  }

  private static func members(_ rollUp: DisplayRollUp) -> [JSON.Member] {
    let nothing = ["authorized", "filled", "filled_mid_year", "annual_total"].map { JSON.Member(key: $0, value: .null) }
    return JSON.members([
      "year": .text("\(rollUp.year)"),
      "agencies": .list(
        rollUp.agencies.map { agency in
          .object(
            JSON.members([
              "agency": .text(agency.code), "name": .text(agency.name), "state": .text(agency.state.rawValue),
              "day": JSON(agency.day.isEmpty ? nil : agency.day),
              "edition": JSON((agency.display?.display.edition).map(Int64.init)),
            ]) + (agency.totals.map { staff($0.staff) } ?? nothing) + [
              .init(key: "total", value: JSON(agency.totals.map { "\($0.all)" }))
            ])
        }),
      "functions": .list(
        rollUp.functions.map {
          .object([.init(key: "function", value: JSON($0.function?.rawValue))] + staff($0.total))
        }),
      "lines": .list(
        rollUp.lines.map {
          .object([
            "line": .text($0.code), "title": .text($0.title), "category": JSON($0.category?.rawValue),
            "total": .text("\($0.total)"),
          ])
        }),
      "staff": .object(staff(rollUp.staff)), "total": .text("\(rollUp.all)"),
      "missing": JSON(rollUp.missing.map(\.code)), "left_out": JSON(rollUp.leftOut.map(\.code)),
    ])
  }
}
