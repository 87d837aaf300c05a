import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

/// Cases for each filled position (AS.2.3 tasks 1 and 2).
struct FiscalRatio: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "ratio", abstract: "Cases for each filled position: of core functions, and of all (AS.2.3).",
    discussion: """
      Cases are of the newest count, staff of the newest Budget Display that was submitted (else of the newest one as it stands). The \
      department sees all agencies; the sum is all cases by all staff, of the agencies that report both.

      JSON: agencies (agency, month, cases, display, display_year, submitted, core_staff, staff, per_core, per_staff), total (cases, \
      core_staff, staff, per_core, per_staff), missing (agencies); of a page or table (agencies) also file_format, file, text.
      """)
  @Option(help: "Take no count after this month, like 2024-12.")
  var month: String?
  @Option(help: "Only this agency.")
  var agency: String?
  @Flag(help: "As a CSV table: agencies.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try page.check(besides: csv)
    guard month.map({ CalendarMonth($0) != nil }) ?? true else {
      throw ValidationError("--month is written like 2024-12.")
    }
  }

  func report() throws -> Report {
    let node = try node.open()
    let agencies = try node.agenciesToRead(agency)
    let found = try node.engine.queue.read { db in
      try agencies.map { try ExecutionStore.caseload(of: $0, upTo: month.flatMap { CalendarMonth($0) }, in: db) }
    }
    let entries = found.map { entry in
      CaseloadPage.Entry(
        name: node.name(of: entry.agency), month: entry.count?.month, year: entry.display?.year,
        isSubmitted: entry.isSubmitted, ratio: entry.ratio)
    }
    let total = CaseloadRatio.sum(found.compactMap(\.ratio))
    let missing = found.filter { $0.ratio == nil }.map(\.agency)
    let members = JSON.members([
      "agencies": .list(
        found.map { entry in
          .object(
            JSON.members([
              "agency": .text(entry.agency), "month": JSON(entry.count?.month), "display": JSON(entry.display?.id),
              "display_year": JSON(entry.display?.year), "submitted": JSON(entry.isSubmitted),
              "cases": JSON(entry.count.map { Int64($0.cases) }),
            ]) + Self.figures(entry.ratio))
        }),
      "total": .object([.init(key: "cases", value: JSON(total.cases))] + Self.figures(total)),
      "missing": JSON(missing),
    ])
    if csv { return try page.report(CSVTable(of: "agencies", in: members).csv(), fileFormat: "csv", members: members) }
    if page.isAsked {
      return try page.report(
        CaseloadPage.page(entries, total: total), members: members)
    }
    func cells(_ ratio: CaseloadRatio?) -> [String] {
      guard let ratio else { return ["-", "-", "-", "-", "-"] }
      return [
        FieldContent.grouped(max(0, ratio.cases)), "\(FTE(hundredths: ratio.core))", "\(FTE(hundredths: ratio.all))",
        ratio.perCore ?? "-", ratio.perStaff ?? "-",
      ]
    }
    let rows = found.map { entry in
      [entry.agency, entry.count.map { Shown.line($0.month) } ?? "no count"] + cells(entry.ratio) + [
        entry.display.map { Shown.line($0.year) + (entry.isSubmitted ? "" : ", not submitted") } ?? "no Budget Display"
      ]
    }
    return Report(
      lines: Layout.table(
        [["", "count of", "cases", "core", "staff", "per core", "per staff", "staff as of"]] + rows
          + (found.count > 1 ? [["total", ""] + cells(total) + [""]] : []), cuttingLast: true, figures: [2, 3, 4, 5, 6]),
      notes: missing.isEmpty
        ? [] : ["a count (`qapi fiscal caseload`) or a Budget Display is missing: \(missing.joined(separator: ", "))"],
      members: members)
  }

  private static func figures(_ ratio: CaseloadRatio?) -> [JSON.Member] {
    JSON.members([
      "core_staff": JSON(ratio.map { "\(FTE(hundredths: $0.core))" }),
      "staff": JSON(ratio.map { "\(FTE(hundredths: $0.all))" }),
      "per_core": JSON(ratio?.perCore), "per_staff": JSON(ratio?.perStaff),
    ])
  }
}

/// How long the records of each claim are kept (AS.2.6 task 9).
struct FiscalRetention: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "Until when the records of each claim are kept, and what holds them (AS.2.6).",
    discussion: """
      Four years and four months; longer under an open audit, litigation or a court order (`qapi fiscal hold`). From which day the \
      time runs the manual does not say: the department's settings of the claim's year do (quarter end, if it has none). From the \
      last day of a month the time runs to the last day of a month.

      JSON: agency, on, claims (claim, quarter, form, from, start, until, holds, state); of a page or table (claims) also file_format, file, text.
      """)
  @Option(help: "Code of the agency; the department must say it.")
  var agency: String?
  @Option(name: .customLong("on"), help: "As of this day, like 2024-01-31; else today.")
  var day: String?
  @Flag(help: "As a CSV table: claims.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: csv) }

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyToRead(agency)
    let today = try Day.argument(day)
    let claims = try node.engine.queue.read { db in try ExecutionStore.retention(of: agency, on: today, in: db) }
    let members = JSON.members([
      "agency": .text(agency), "on": .text("\(today)"),
      "claims": .list(
        claims.map { entry in
          .object([
            "claim": .text(entry.claim.id), "quarter": .text("\(entry.quarter)"), "form": .text(entry.claim.form),
            "from": .text(entry.start.rawValue), "start": JSON(entry.retention.start.map { "\($0)" }),
            "until": JSON(entry.retention.until.map { "\($0)" }), "holds": JSON(entry.retention.holds),
            "state": .text(entry.retention.state(on: today).rawValue),
          ])
        }),
    ])
    if csv { return try page.report(CSVTable(of: "claims", in: members).csv(), fileFormat: "csv", members: members) }
    if page.isAsked {
      let entries = claims.map {
        RetentionPage.Entry(quarter: $0.quarter, form: $0.claim.form, start: $0.start, retention: $0.retention)
      }
      return try page.report(
        RetentionPage.page(entries, agency: node.name(of: agency), today: today), members: members)
    }
    let rows = claims.map { entry in
      [
        "\(entry.quarter)", Shown.line(entry.claim.form),
        entry.retention.start.map { "\($0)" } ?? "no \(entry.start.rawValue) yet",
        entry.retention.until.map { "\($0)" } ?? "", entry.retention.state(on: today).rawValue,
        entry.retention.holds.map { Shown.line($0) }.joined(separator: "; "),
      ]
    }
    return Report(
      lines: rows.isEmpty
        ? ["no claims"]
        : Layout.table([["quarter", "form", "from", "kept until", "", "held by"]] + rows, cuttingLast: true),
      members: members)
  }
}
