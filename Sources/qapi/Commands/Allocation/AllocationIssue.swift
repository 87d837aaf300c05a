import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine
import Trust

struct AllocationIssue: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Issue letters to all agencies that one table names, or to one (the department only).",
    discussion: """
      The CSV table has a header and a row for each line: agency, edp (empty for administration, else the sub-category), project, \
      account, initiative, program, special, fund, amount, note. All but agency and amount may be missing or empty. An agency \
      gets one letter with all its lines. Says what would be issued, asks, and then writes all of it or nothing.

      --supersedes corrects a letter: the table then names one agency only.

      JSON: year, kind, total, letters (agency, id, lines, amount), dry_run. An error has problems (where, what, next).
      """)
  @Argument(help: "The CSV file (- for standard input).")
  var file: String
  @Option(help: "State fiscal year, like \"SFY 2024-25\".")
  var year: String
  @Option(help: "One of: \(AllocationLetter.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: String
  @Option(name: .customLong("on"), help: "The day of the letters, like 2024-08-15; else today.")
  var day: String?
  @Option(help: "The number of the letters.")
  var number: String?
  @Option(help: "Id of the letter that this one takes the place of, or the beginning of it.")
  var supersedes: String?
  @Option(help: "What the letters say besides.")
  var text: String?
  @Flag(help: "Say what would be issued, and change nothing.")
  var dryRun = false
  @Flag(help: "Do not ask.")
  var yes = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard AllocationLetter.Kind(rawValue: kind) != nil else {
      throw ValidationError(
        "--kind is one of: \(AllocationLetter.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    guard StateFiscalYear(year) != nil else { throw ValidationError("--year is written like \"SFY 2024-25\".") }
  }

  private struct Letter {
    let agency: String
    var lines: [AllocationLine]
    let amount: Money
  }

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("issues allocation letters", see: "qapi allocation show")
    let person = dryRun ? nil : try writing.person(of: node)
    let day = try Day.argument(day)
    let optional = Set(AllocationLine.fields.map(\.name)).subtracting(["amount"])
    let fields = AllocationLine.fields.filter { $0.name != "letter" && $0.name != "position" }
    let (rows, problems) = RecordTable.read(
      try RecordTable.load(file), fields: fields, others: ["agency"], optional: optional
    ) { AllocationLine(id: node.newID()) }
    let found = problems + rows.flatMap { check($0.entry, $0.others[0], row: $0.number, node) }
    guard found.isEmpty else { return .problems(found, at: file) }
    let letters = try letters(rows.map { ($0.others[0], $0.entry) })
    guard !letters.isEmpty else {
      throw Failure(.error, "the table has no rows; nothing was changed", at: file, next: "add a row for each line")
    }
    guard supersedes == nil || letters.count == 1 else {
      throw Failure.usage(
        "--supersedes corrects the letter of one agency, and the table names \(letters.count); nothing was changed",
        next: "hand in a table for that agency alone")
    }
    let total = try Money.sum(letters.map(\.amount))
    let summary = "\(Layout.count(letters.count, "letter")), \(total) in all"
    let preview = Layout.table(
      letters.map { [$0.agency, Layout.count($0.lines.count, "line"), "\($0.amount)"] }, figures: [2])
    func report(_ ids: [String?], _ notes: [String]) -> Report {
      Report(
        lines: preview + [summary],
        json: [
          "year": .text(year), "kind": .text(kind), "total": .text("\(total)"),
          "letters": .list(
            zip(letters, ids).map { letter, id in
              .object([
                "agency": .text(letter.agency), "id": JSON(id), "lines": JSON(letter.lines.count),
                "amount": .text("\(letter.amount)"),
              ])
            }), "dry_run": JSON(dryRun),
        ], notes: notes)
    }
    guard let person else { return report(letters.map { _ in nil }, ["nothing was changed: --dry-run"]) }
    if !yes {
      for line in preview + [summary] { Terminal.note(line) }
      guard try Terminal.confirmWriting(letters.count, "letter", from: file) else {
        return Report(notes: ["nothing was changed"])
      }
    }
    let ids = try writing.write(on: node, as: person, otherwise: "\(kind) allocation of \(year)") { db in
      try letters.map { letter in
        var entry = AllocationLetter(id: node.newID())
        (entry.year, entry.kind, entry.day, entry.person) = (year, kind, "\(day)", person.name)
        entry.number = try Entered.text(number ?? "", "--number", oneLine: true)
        entry.text = try Entered.text(text ?? "", "--text")
        entry.supersedes =
          try supersedes.map {
            try RecordID.complete($0, in: Schema.allocationLetter, of: letter.agency, in: db)
          } ?? ""
        try RecordStore.insert(entry, agency: letter.agency, in: db)
        for var line in letter.lines {
          line.letter = entry.id
          try RecordStore.insert(line, agency: letter.agency, in: db)
        }
        return entry.id
      }
    }
    return report(ids, ["next:  qapi merge"])
  }

  private func check(_ line: AllocationLine, _ agency: String, row: Int, _ node: OpenNode) -> [InputProblem] {
    var problems: [InputProblem] = []
    func refuse(_ column: String, _ problem: String, _ next: String) {
      problems.append(InputProblem(place: "row \(row), \(column)", problem: problem, next: next))
    }
    if (try? node.checkAgency(agency)) == nil {
      refuse("agency", "no agency has the code '\(Shown.line(agency, limit: 40))'", "see `qapi roster show`")
    }
    if let gap = BudgetControl.gap(edp: line.edp, project: line.project, account: line.account) {
      refuse(
        "project", "\(gap.words) (rule \(gap.rawValue))",
        gap == .projectWithoutEDP ? "name it in the column edp" : "name the project code")
    }
    if line.amount < 0, kind != AllocationLetter.Kind.nonStandard.rawValue {
      refuse("amount", "only a non-standard letter takes back", "issue a non-standard letter for it")
    }
    return problems
  }

  private func letters(_ rows: [(agency: String, line: AllocationLine)]) throws -> [Letter] {
    let byAgency = Dictionary(grouping: rows, by: \.agency)
    return try byAgency.keys.sorted { Positions.isBefore($0, $1) }.map { agency in
      let lines = (byAgency[agency] ?? []).enumerated().map { index, row in
        var line = row.line
        line.position = index + 1
        return line
      }
      return Letter(
        agency: agency, lines: lines, amount: try Money.sum(lines.map { Money(cents: Int64($0.amount)) }))
    }
  }
}
