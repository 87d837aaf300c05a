import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct AdvanceMonth: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "month", abstract: "The advances of one month to all agencies, to be paid (AS.2.6).",
    discussion: """
      --csv writes a table that `advance paid import` takes back once it is paid: amounts as planned, with the first day of the month.

      JSON: year, month, first_day, agencies (agency, advance, paid or null), total (advance, paid); of a table also file_format, \
      file, text.
      """)
  @Argument(help: "The month of the state fiscal year: 1 is July, 12 is June.")
  var month: Int
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else the newest that has begun and has a letter.")
  var year: String?
  @Option(help: "Only this agency.")
  var agency: String?
  @Flag(help: "As a CSV table.")
  var csv = false
  @Option(name: .customLong("output"), help: "Write the table to this file.")
  var path: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...12).contains(month) else { throw ValidationError("The month is 1 (July) to 12 (June).") }
    guard path == nil || csv else { throw ValidationError("--output needs --csv.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let agencies = try node.agenciesToRead(agency)
    let asked = try year.map { try StateFiscalYear.argument($0) }
    let years = try node.engine.queue.read { db -> [(agency: String, year: AdvanceStore.Year)] in
      guard let year = try asked ?? StateFiscalYear.newest(of: agencies, in: db) else { return [] }
      return try agencies.map { ($0, try AdvanceStore.year(year, of: $0, in: db)) }
    }
    guard let year = years.first?.year.year else { return Report(lines: ["no allocation letter"]) }
    let day = year.months[month - 1]
    let rows = years.map { agency, found in
      (agency: agency, advance: found.plan.months[month - 1].advance.advance, paid: found.paid(month))
    }
    let total = try Money.sum(rows.map(\.advance))
    let paid = try Money.sum(rows.compactMap(\.paid))
    let members = JSON.members([
      "year": .text("\(year)"), "month": JSON(month), "first_day": .text("\(day)"),
      "agencies": .list(
        rows.map { row in
          .object(["agency": .text(row.agency), "advance": JSON(row.advance), "paid": JSON(row.paid)])
        }), "total": .object(["advance": JSON(total), "paid": JSON(paid)]),
    ])
    if csv {
      let table = CSVTable(
        columns: ["agency", "year", "month", "amount", "day"],
        rows: rows.map { row in
          [row.agency, "\(year)", "\(month)", "\(row.advance)".replacing(",", with: ""), "\(day)"]
        })
      return try PageOptions.report(table.csv(), fileFormat: "csv", to: path, members: members)
    }
    return Report(
      lines: [Terminal.strong("\(day.description.prefix(7))")]
        + Layout.table(
          [["", "advance", "paid"]] + rows.map { [$0.agency, "\($0.advance)", $0.paid.map { "\($0)" } ?? ""] }
            + [["total", "\(total)", "\(paid)"]], figures: [1, 2]), members: members)
  }
}
