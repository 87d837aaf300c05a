import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct AllocationShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "What the letters of a year come to, or one letter, line by line.",
    discussion: """
      With a letter: its lines, whether it is in force or not, and what took its place. `qapi allocation list` lists all letters.

      --csv writes the lines of the letters in force as the table that `qapi allocation issue` takes; the department gets those \
      of all agencies, if it names none. With a letter it writes the lines of that letter.

      JSON: agency, year, binds, total, letters (id, kind, day, number, in_force), lines (letter, edp, project, account, \
      initiative, program, special, fund, amount, note); of one letter agency, its fields (id, \
      \(AllocationLetter.fields.map(\.name).joined(separator: ", "))), \(AllocationState.jsonNames), total, lines; of a table year, \
      file_format, file, text.
      """)
  @Argument(help: "Id of a letter, or the beginning of it, or `latest`; else all that is in force.")
  var letter: String?
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else the newest that has a letter.")
  var year: String?
  @Option(help: "Code of the agency; the department must say it.")
  var agency: String?
  @Flag(help: "As a CSV table.")
  var csv = false
  @Option(name: .customLong("output"), help: "Write the table to this file.")
  var path: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard path == nil || csv else { throw ValidationError("--output goes with --csv.") }
    guard letter == nil || year == nil else { throw ValidationError("A letter has its year: leave out --year.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    if let letter { return try one(letter, node) }
    if csv { return try table(node) }
    let agency = try node.agencyToRead(agency, all: "qapi fiscal statewide")
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
    return Report(
      lines: [
        Terminal.strong("\(Shown.line(node.name(of: agency))), \(shown)")
          + (found.allocation.binds ? "" : "  for planning only")
      ]
        + letters.map {
          ["\($0.kind) allocation of", Shown.line($0.day), Shown.line($0.number)].filter { !$0.isEmpty }
            .joined(separator: " ")
        } + [""] + Self.table(found.lines, total: total),
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

  private static func table(_ lines: [AllocationLine], total: Money) -> [String] {
    let rows = lines.map { line in
      [
        line.edp.isEmpty ? "administration" : [line.edp, line.project, line.account].joined(separator: " "),
        [line.initiative, line.program, line.special].first { !$0.isEmpty } ?? "", line.fund,
        "\(Money(cents: Int64(line.amount)))",
      ].map { Shown.line($0, limit: 30) }
    }
    return Layout.table(rows + [["total", "", "", "\(total)"]], figures: [3])
  }

  /// A letter, whether it counts or not.
  private func one(_ typed: String, _ node: OpenNode) throws -> Report {
    let (owner, letter, state, lines) = try node.engine.queue.read { db in
      let found = try RecordWork<AllocationLetterNoun>.find(typed, agency: agency, in: db)
      let letter = found.entry
      let allocation = try BudgetStore.allocation(of: found.agency, year: letter.year, in: db).allocation
      return (
        found.agency, letter, AllocationState(of: letter.id, in: allocation),
        try RecordStore.records(AllocationLine.self, of: found.agency, where: "letter", is: letter.id, in: db)
          .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
      )
    }
    let total = try Money.sum(lines.map(\.money))
    let members =
      JSON.members(["agency": .text(owner)]) + JSON.members(of: letter) + state.members
      + JSON.members(["total": .text("\(total)"), "lines": .list(lines.map { .object(JSON.members(of: $0)) })])
    if csv {
      return try PageOptions.report(
        Self.csv(lines.map { (owner, $0) }).csv(), fileFormat: "csv", to: path, members: members)
    }
    return Report(
      lines: RecordShow<AllocationLetterNoun>.facts(of: letter, agency: owner, node)
        + Layout.facts([["standing:", state.words]]) + [""] + Self.table(lines, total: total), members: members)
  }

  private static func csv(_ lines: [(agency: String, line: AllocationLine)]) -> CSVTable {
    CSVTable(
      columns: ["agency"] + AllocationWork.columns.map(\.name),
      rows: lines.map { agency, line in
        [agency] + AllocationWork.columns.map { $0.content.plain($0.value(line)) }
      })
  }

  /// The lines in force of one agency, or of all that this node reads.
  private func table(_ node: OpenNode) throws -> Report {
    let agencies = try node.agenciesToRead(agency)
    let asked = try year.map { try StateFiscalYear.argument($0) }
    let (shown, lines) = try node.engine.queue.read { db -> (StateFiscalYear?, [(String, AllocationLine)]) in
      let letters = try agencies.flatMap { try RecordStore.all(AllocationLetter.self, of: $0, in: db) }
      guard let shown = asked ?? letters.compactMap({ StateFiscalYear($0.record.year) }).max() else { return (nil, []) }
      let lines = try agencies.flatMap { agency in
        try BudgetStore.allocation(of: agency, year: "\(shown)", in: db).lines.map { (agency, $0) }
      }
      return (shown, lines)
    }
    return try PageOptions.report(
      Self.csv(lines).csv(), fileFormat: "csv", to: path,
      members: [.init(key: "year", value: JSON(shown.map { "\($0)" }))])
  }
}
