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

      --supersedes corrects a letter in force, of the same year and kind: the table then names one agency only. Nothing takes \
      more from an agency than it has, in total or in a control. Shows what the letters in force of all agencies come \
      to against the appropriation (`qapi allocation appropriation`), and refuses to exceed it, unless --exceed says why. \
      Refuses a letter that stands already, of the same kind and day with the same lines, unless --again says that it is meant.

      JSON: year, kind, total, letters (agency, id, lines, amount), \(AllocationWork.jsonNames), dry_run. An error has problems \
      (where, what, next).
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
  @Option(help: "Why the appropriation is exceeded; the reason stands in the letters.")
  var exceed: String?
  @Flag(help: "Issue it although the same letter stands.")
  var again = false
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

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("issues allocation letters", see: "qapi allocation show")
    let person = dryRun ? nil : try writing.person(of: node)
    let day = try Day.argument(day)
    let fields = AllocationWork.columns
    let optional = Set(fields.map(\.name)).subtracting(["amount"])
    let (rows, problems) = RecordTable.read(
      try RecordTable.load(file), fields: fields, others: ["agency"], optional: optional
    ) { AllocationLine(id: node.newID()) }
    let funds = try node.engine.queue.read { db in try RecordStore.published(FundSource.self, in: db).map(\.code) }
    let found = problems + rows.flatMap { check($0.entry, $0.others[0], row: $0.number, funds, node) }
    guard found.isEmpty else { return .problems(found, at: file) }
    let exceed = try exceed.map { try Entered.text($0, "--exceed", mayBeEmpty: false) }
    let letters = try node.engine.queue.read { db -> [AllocationStore.Letter] in
      try self.letters(rows.map { ($0.others[0], $0.entry) }, on: day, by: person?.name ?? "", exceed, node, db)
    }
    guard !letters.isEmpty else {
      throw Failure(.error, "the table has no rows; nothing was changed", at: file, next: "add a row for each line")
    }
    try FiscalRules.checkLetter(day, of: StateFiscalYear.argument(year))
    guard supersedes == nil || letters.count == 1 else {
      throw Failure.usage(
        "--supersedes corrects the letter of one agency, and the table names \(letters.count); nothing was changed",
        next: "hand in a table for that agency alone")
    }
    let amounts = try letters.map { try Money.sum($0.lines.map(\.money)) }
    let total = try Money.sum(amounts)
    let (use, late, standing) = try node.engine.queue.read { db in
      (
        try AllocationStore.use(of: year, with: letters, in: db), try checked(letters, in: db),
        try again ? [] : AllocationWork.standing(letters, in: db)
      )
    }
    let preview =
      Layout.table(
        zip(letters, amounts).map { [$0.agency, Layout.count($0.lines.count, "line"), "\($1)"] }, figures: [2])
      + ["\(Layout.count(letters.count, "letter")), \(total) in all"]
      + (use.rows.isEmpty ? [] : [""] + AllocationWork.lines(use))
    func report(_ notes: [String], written: Bool) -> Report {
      Report(
        lines: preview,
        json: [
          "year": .text(year), "kind": .text(kind), "total": .text("\(total)"),
          "letters": .list(
            zip(letters, amounts).map { letter, amount in
              .object([
                "agency": .text(letter.agency), "id": JSON(written ? letter.letter.id : nil),
                "lines": JSON(letter.lines.count), "amount": .text("\(amount)"),
              ])
            }), "appropriation": AllocationWork.json(use), "dry_run": JSON(dryRun),
        ], notes: late + standing.map { "the same letter stands already: \($0)" } + notes)
    }
    guard person != nil || !use.isExceeded || exceed != nil else {
      return report(["the appropriation would be exceeded: it is refused without --exceed"], written: false)
    }
    guard let person else { return report(["nothing was changed: --dry-run"], written: false) }
    try AllocationWork.check(standing)
    try AllocationWork.check(use, exceedingBecause: exceed)
    if !yes {
      for line in preview { Terminal.note(line) }
      guard try Terminal.confirmWriting(letters.count, "letter", from: file) else {
        return Report(notes: ["nothing was changed"])
      }
    }
    try writing.write(on: node, as: person, otherwise: "\(kind) allocation of \(year)") { db in
      _ = try checked(letters, in: db)
      if !again { try AllocationWork.check(AllocationWork.standing(letters, in: db)) }
      try AllocationWork.check(
        AllocationStore.use(of: year, with: letters, in: db), exceedingBecause: exceed)
      for letter in letters { try AllocationStore.insert(letter, in: db) }
    }
    return report(["next:  qapi merge"], written: true)
  }

  private func check(
    _ line: AllocationLine, _ agency: String, row: Int, _ funds: [String], _ node: OpenNode
  ) -> [InputProblem] {
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
    if !line.fund.isEmpty, !funds.isEmpty, !funds.contains(line.fund) {
      refuse(
        "fund", "no fund source has the code '\(Shown.line(line.fund, limit: 40))'", "see `qapi allocation fund list`")
    }
    if line.amount < 0, kind != AllocationLetter.Kind.nonStandard.rawValue {
      refuse("amount", "only a non-standard letter takes back", "issue a non-standard letter for it")
    }
    return problems
  }

  private func letters(
    _ rows: [(agency: String, line: AllocationLine)], on day: Day, by person: String, _ exceed: String?,
    _ node: OpenNode,
    _ db: Database
  ) throws -> [AllocationStore.Letter] {
    let byAgency = Dictionary(grouping: rows, by: \.agency)
    return try byAgency.keys.sorted { Positions.isBefore($0, $1) }.map { agency in
      var letter = AllocationLetter(id: node.newID())
      (letter.year, letter.kind, letter.day, letter.person) = (year, kind, "\(day)", person)
      letter.number = try Entered.text(number ?? "", "--number", oneLine: true)
      let reason = exceed.map { "The appropriation is exceeded: \($0)" }
      letter.text = [try Entered.text(text ?? "", "--text"), reason ?? ""].filter { !$0.isEmpty }
        .joined(separator: "\n")
      letter.supersedes =
        try supersedes.map { try RecordID.complete($0, in: Schema.allocationLetter, of: agency, in: db) } ?? ""
      let lines = (byAgency[agency] ?? []).enumerated().map { index, row in
        var line = row.line
        (line.position, line.letter) = (index + 1, letter.id)
        return line
      }
      return AllocationStore.Letter(agency: agency, letter: letter, lines: lines)
    }
  }

  /// What stands against letters, whatever is in the file.
  ///
  /// - Returns: what is said of them.
  private func checked(_ letters: [AllocationStore.Letter], in db: Database) throws -> [String] {
    for letter in letters { try AllocationWork.checkSupersedes(letter, in: db) }
    let notes = try overtaken(letters, in: db)
    try AllocationWork.checkIsThere(letters, in: db)
    return notes
  }

  /// Letters that will not count, because a later one or one of a higher kind is in force; and non-standard letters that count
  /// no more once these are there: what they gave or moved must stand in these.
  private func overtaken(_ letters: [AllocationStore.Letter], in db: Database) throws -> [String] {
    try letters.compactMap { letter in
      let standing = try RecordStore.records(
        AllocationLetter.self, of: letter.agency, where: "year", is: year, in: db)
      let after = Allocation(of: standing + [letter.letter])
      guard after.inForce.contains(letter.letter.id) else {
        guard kind != AllocationLetter.Kind.nonStandard.rawValue else {
          throw Failure.rule(
            "before-standard-letter",
            "\(letter.agency): a non-standard letter adds to the standard one of its day or before, so this one would count "
              + "nothing now, and would change advances that are over", next: "give it a later day with --on")
        }
        return "\(letter.agency): this letter will not count, because a later one or one of a higher kind is in force"
      }
      let ended = Allocation(of: standing).additions.filter {
        !after.inForce.contains($0.id) && $0.id != letter.letter.supersedes
      }
      guard !ended.isEmpty else { return nil }
      return "\(letter.agency): will count no more: "
        + ended.map { "non-standard letter of \($0.day)" + ($0.act.isEmpty ? "" : ", a reallocation") }
        .joined(separator: "; ")
    }
  }
}
