import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct FormPublish: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish the next edition of a form as a whole (the department).",
    discussion: """
      The CSV table has a row for each line of one form: \((FormLine.keys + FormLine.fields).map(\.name).joined(separator: ", ")). \
      form, edition, code and title must be there; lines without a position stand in the order of the rows. Begin with the \
      edition before: `qapi form show FORM --csv`. An edition is written once; a correction is the next one.

      Says what would be published, asks, and then writes all of it or nothing. JSON: form, edition, lines (how many), \
      published (false if these very lines are). An error has problems (where, what, next).
      """)
  @Argument(help: "The CSV file (- for standard input).")
  var file: String
  @Flag(help: "Say what would be published, and change nothing.")
  var dryRun = false
  @Flag(help: "Do not ask.")
  var yes = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("publishes editions of forms", see: "qapi form list")
    let person = dryRun ? nil : try writing.person(of: node)
    let fields = FormLine.keys + FormLine.fields
    let needed: Set = ["form", "edition", "code", "title"]
    let read = RecordTable.read(
      try RecordTable.load(file), fields: fields, optional: Set(fields.map(\.name)).subtracting(needed)
    ) { FormLine() }
    guard read.problems.isEmpty else { return .problems(read.problems, at: file) }
    let lines = read.rows.enumerated().map { place, row in
      var line = row.entry
      if line.position == 0 { line.position = place + 1 }
      return line
    }
    let (editions, funds) = try node.engine.queue.read { db in
      (try FiscalStore.editions(in: db), try RecordStore.published(FundSource.self, in: db).map(\.code))
    }
    let form = lines.first.flatMap { FormLine.Form(rawValue: $0.form) }
    func report(published: Bool, notes: [String]) -> Report {
      Report(
        lines: [
          "\(lines.first?.form ?? ""), edition \(lines.first?.edition ?? 0), \(Layout.count(lines.count, "line"))"
        ],
        json: [
          "form": .text(lines.first?.form ?? ""), "edition": JSON(lines.first?.edition ?? 0),
          "lines": JSON(lines.count), "published": JSON(published),
        ], notes: notes)
    }
    if let form, let number = lines.first?.edition, !lines.isEmpty,
      editions.lines(of: form, edition: number) == lines.sorted(by: { ($0.position, $0.code) < ($1.position, $1.code) })
    {
      return report(published: false, notes: ["nothing was changed: these very lines are edition \(number)"])
    }
    let problems = editions.problems(publishing: lines, funds: funds).map { problem in
      InputProblem(
        place: problem.line.map { "row \(read.rows[$0].number), \(problem.field)" } ?? "the table",
        problem: "\(problem.rule.words) (rule \(problem.rule.rawValue))",
        next: Self.next(problem, form, editions, funds))
    }
    guard problems.isEmpty else { return .problems(problems, at: file) }
    guard let person else { return report(published: false, notes: ["nothing was changed: --dry-run"]) }
    if !yes {
      for line in lines { Terminal.note("\(Shown.line(line.code)): \(Shown.line(line.title))") }
      guard try Terminal.confirmWriting(lines.count, "line", from: file) else {
        return Report(notes: ["nothing was changed"])
      }
    }
    try writing.write(on: node, as: person, otherwise: "edition \(lines[0].edition) of the \(lines[0].form)") { db in
      guard try FiscalStore.editions(in: db) == editions else {
        throw Failure(
          .busy, "editions changed while you looked; nothing was changed", next: "look again, and try again")
      }
      for line in lines { try RecordStore.insert(line, agency: nil, in: db) }
    }
    return report(published: true, notes: ["next:  qapi merge"])
  }

  private static func next(
    _ problem: EditionProblem, _ form: FormLine.Form?, _ editions: FormEditions, _ funds: [String]
  ) -> String {
    switch problem.rule {
    case .empty: "add a row for each line"
    case .mixed: "publish each edition by itself"
    case .notNext: "number it \(form.map { editions.newest(of: $0) + 1 } ?? 1)"
    case .codeMissing, .titleMissing, .categoryMissing, .partMissing: "write it"
    case .federalMissing, .federalUnknown:
      "use one of: "
        + (form.map { editions.federalCategories(of: $0, funds: funds).sorted().joined(separator: ", ") } ?? "")
        + "; or set a fund source with this code first: `qapi allocation fund`"
    case .codeTwice, .functionTwice: "leave one of them out"
    case .automation: "say both, or neither"
    }
  }
}
