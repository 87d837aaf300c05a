import ArgumentParser
import Changesets
import GRDB
import Measures
import Records
import Store
import SyncEngine

struct MeasureCheck: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the figures of a quarter as they stand.",
    discussion: """
      Errors stop `measure submit`; warnings ask for a look; notes are good to know. The exit code is 3 if there are errors \
      or warnings.

      JSON: agency, quarter, errors, warnings, problems (\(FigureValues.problemNames)).
      """)
  @Argument(help: "The quarter, like \"FFY 2024 Q2\".")
  var quarter: String
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?
  @Option(name: .customLong("problems"), help: "Write the problems to this CSV file.")
  var problemFile: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyOfFigures(agency)
    let quarter = try FigureValues.quarter(quarter)
    let today = try Day.argument(nil)
    let problems = try node.engine.queue.read { db in
      try FigureStore.rules(of: agency, in: db).problems(
        inQuarter: quarter, in: try FigureStore.book(of: agency, in: db), today: today)
    }
    if let problemFile { try TableFile.write(FigureFile.table(problems), to: problemFile) }
    let (errors, warnings) = (problems.count { $0.weight == .error }, problems.count { $0.weight == .warning })
    return Report(
      lines: problems.flatMap(FigureValues.lines) + [
        "\(Layout.count(errors, "error")), \(Layout.count(warnings, "warning")) in the figures of \(quarter)"
      ],
      json: [
        "agency": .text(agency), "quarter": .text("\(quarter)"), "errors": JSON(errors), "warnings": JSON(warnings),
        "problems": .list(problems.map(FigureValues.json)),
      ], status: errors + warnings == 0 ? .done : .open)
  }
}

struct MeasureSubmit: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Hand in the standard figures of a quarter: freeze them, with name and time.",
    discussion: """
      Frozen are the figures of the quarter, and those of the year to date and the year before that measures need. Errors of \
      `measure check` refuse it. A revision is a further submission and needs --reason; earlier ones are kept. Until the \
      department accepts a revision, the figures accepted before are in force.

      JSON: submission, quarter, data_set, figures (their number), submitted_at, digest, warnings, problems \
      (\(FigureValues.problemNames)).
      """)
  @Argument(help: "The quarter, like \"FFY 2024 Q2\".")
  var quarter: String
  @Option(help: "Why the quarter is handed in again.")
  var reason = ""
  @Option(help: "Who prepared the figures; else the person who submits them.")
  var preparedBy: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsAgency("figures belong to the agencies", see: "qapi measure submissions")
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let quarter = try FigureValues.quarter(quarter)
    try FigureValues.checkIsOver(quarter, today: today)
    let reason = try Entered.text(reason, "--reason")
    let preparedBy = try preparedBy.map { try Entered.text($0, "--prepared-by", oneLine: true) }
    var submission = FigureSubmission(id: node.newID())
    var problems: [FigureProblem] = []
    var count = 0
    do {
      try writing.write(on: node, as: person, otherwise: "submission of the figures of \(quarter)") { db in
        let rules = try FigureStore.rules(of: node.member, in: db)
        let book = try FigureStore.book(of: node.member, in: db)
        problems = rules.problems(inQuarter: quarter, in: book, today: today)
        guard !problems.contains(where: { $0.weight == .error }) else { throw Refused() }
        let names = rules.submitted(in: quarter).filter { book[$0] != nil }
        count = names.count
        let snapshot = FigureSnapshot(
          dataSet: "\(rules.set.name)", quarter: quarter,
          book: FigureBook(Dictionary(uniqueKeysWithValues: names.map { ($0, book[$0] ?? .init(value: 0)) })))
        let standing = try FigureStore.standings(of: node.member, in: db)[node.member]?[quarter]
        submission = FigureSubmission(id: node.laterID(than: standing?.submissions.last?.id))
        submission.period = "\(quarter)"
        submission.dataSet = snapshot.dataSet
        submission.edition = rules.set.edition
        submission.preparedBy = preparedBy ?? person.name
        submission.submittedBy = person.name
        submission.submittedAt = node.now
        submission.reason = reason
        submission.snapshot = snapshot.text
        submission.digest = FigureValues.sha256(submission.snapshot)
        try checkIsNew(submission, standing)
        try RecordStore.insert(submission, agency: node.member, in: db)
      }
    } catch is Refused {
      return refused(problems, quarter)
    }
    let warnings = problems.count { $0.weight == .warning }
    return Report(
      lines: ["submitted \(quarter): \(Layout.count(count, "figure")), at \(submission.submittedAt)"]
        + Layout.wrapped("submission \(submission.id)", hanging: "  ") + ["SHA-256 \(submission.digest)"],
      json: [
        "submission": .text(submission.id), "quarter": .text("\(quarter)"), "data_set": .text(submission.dataSet),
        "figures": JSON(count), "submitted_at": .text(submission.submittedAt), "digest": .text(submission.digest),
        "warnings": JSON(warnings), "problems": .list(problems.map(FigureValues.json)),
      ],
      notes: (output.json ? [] : problems.flatMap(FigureValues.lines)) + [
        "next:  qapi sync, so that the department receives it"
      ], status: warnings > 0 ? .open : .done)
  }

  private struct Refused: Error {}

  private func checkIsNew(_ submission: FigureSubmission, _ standing: QuarterStanding?) throws {
    guard let standing, let last = standing.submissions.last else { return }
    if last.digest == submission.digest, standing.state(of: last) != .returned {
      throw Failure.usage(
        "duplicate-submission: these very figures were handed in at \(Shown.line(last.submittedAt)) already; nothing was "
          + "changed", next: "see `qapi measure submissions --quarter \"\(submission.period)\"`")
    }
    guard !submission.reason.isEmpty else {
      throw Failure.usage(
        "\(submission.period) was handed in at \(Shown.line(last.submittedAt)) already; nothing was changed",
        next: "say with --reason why it is revised")
    }
  }

  private func refused(_ problems: [FigureProblem], _ quarter: FederalQuarter) -> Report {
    let errors = problems.filter { $0.weight == .error }
    let failure = Failure(
      .error, "\(Layout.count(errors.count, "error")) in the figures of \(quarter); nothing was submitted",
      next: "correct \(errors.count == 1 ? "it" : "them"), and submit again; see `qapi measure check \"\(quarter)\"`")
    return Report(
      json: [
        "error": .object([
          "what": .text(failure.what), "where": .null, "next": .text(failure.next),
          "exit": .number(Int64(Outcome.error.rawValue)), "problems": .list(problems.map(FigureValues.json)),
        ])
      ],
      notes: errors.prefix(50).flatMap(FigureValues.lines)
        + (errors.count > 50 ? ["… and \(errors.count - 50) more"] : []) + failure.lines, status: .error)
  }
}
