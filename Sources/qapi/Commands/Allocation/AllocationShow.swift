import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct AllocationShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "What the letters of a year come to, line by line.",
    discussion: """
      JSON: agency, year, binds, total, letters (id, kind, day, number, in_force), lines (letter, edp, project, account, \
      initiative, program, special, fund, amount, note).
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else the newest that has a letter.")
  var year: String?
  @Option(help: "Code of the agency; the department must say it.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    guard let agency = agency ?? (node.isDepartment || node.engine.identity.isReader ? nil : node.member) else {
      throw Failure.usage("it is not said of which agency", next: "say it with --agency CODE")
    }
    try node.checkReads(agency)
    if let year, StateFiscalYear(year) == nil {
      throw Failure.usage("--year is no state fiscal year", next: "write it like \"SFY 2024-25\"")
    }
    let (shown, found) = try node.engine.queue.read { db in
      let years = try RecordStore.all(AllocationLetter.self, of: agency, in: db).map(\.record.year)
      let shown = year ?? years.compactMap(StateFiscalYear.init).max().map(\.description)
      return (shown, try shown.map { try BudgetStore.allocation(of: agency, year: $0, in: db) })
    }
    guard let shown, let found, found.allocation.standard != nil || !found.allocation.additions.isEmpty else {
      return Report(lines: ["no allocation letter" + (year.map { " of \($0)" } ?? "")])
    }
    let total = try Money.sum(found.lines.map { Money(cents: Int64($0.amount)) })
    let letters = [found.allocation.standard].compactMap(\.self) + found.allocation.additions
    let lines = found.lines.map { line in
      [
        line.edp.isEmpty ? "administration" : [line.edp, line.project, line.account].joined(separator: " "),
        [line.initiative, line.program, line.special].first { !$0.isEmpty } ?? "", line.fund,
        "\(Money(cents: Int64(line.amount)))",
      ].map { Shown.line($0, limit: 30) }
    }
    return Report(
      lines: [
        Terminal.strong("\(Shown.line(node.name(of: agency))), \(shown)")
          + (found.allocation.binds ? "" : "  for planning only")
      ]
        + letters.map {
          ["\($0.kind) allocation of", Shown.line($0.day), Shown.line($0.number)].filter { !$0.isEmpty }
            .joined(separator: " ")
        } + [""]
        + Layout.table(lines + [["total", "", "", "\(total)"]], figures: [3]),
      json: [
        "agency": .text(agency), "year": .text(shown), "binds": JSON(found.allocation.binds),
        "total": .text("\(total)"),
        "letters": .list(
          (letters.map { ($0, true) } + found.allocation.past.map { ($0, false) }).map { letter, isInForce in
            .object([
              "id": .text(letter.id), "kind": .text(letter.kind), "day": .text(letter.day),
              "number": .text(letter.number), "in_force": JSON(isInForce),
            ])
          }), "lines": .list(found.lines.map { .object(JSON.members(of: $0)) }),
      ])
  }
}
