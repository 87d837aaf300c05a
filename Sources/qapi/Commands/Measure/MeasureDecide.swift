import ArgumentParser
import Changesets
import GRDB
import Measures
import Records
import Store
import SyncEngine

struct MeasureAccept: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept submissions of figures (the department only).",
    discussion: """
      --clean accepts all that wait for a decision in a quarter and have neither errors nor warnings, and names the others; \
      the exit code is 3 if there are others.

      JSON: accepted (submission, agency, quarter, received_on), left (submission, agency, quarter, errors, warnings).
      """)
  @Argument(help: "Ids of submissions, or the beginnings of them.")
  var submissions: [String] = []
  @Option(help: "All of this quarter that are without errors and warnings, like \"FFY 2024 Q2\".")
  var clean: String?
  @Option(help: "Comments that go with the decision.")
  var comments = ""
  @OptionGroup var decision: FigureDecisionOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard submissions.isEmpty != (clean == nil) else {
      throw ValidationError("Name submissions, or say --clean with a quarter.")
    }
  }

  func report() throws -> Report {
    try decision.decide(.accepted, submissions, clean: clean, comments: comments, writing, node)
  }
}

struct MeasureReturn: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Send a submission of figures back, with comments (the department only).",
    discussion: "JSON: returned (submission, agency, quarter, received_on), left (always empty).")
  @Argument(help: "Id of the submission, or the beginning of it.")
  var submission: String
  @Option(help: "What must change, in words.")
  var comments: String
  @OptionGroup var decision: FigureDecisionOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    _ = try Entered.text(comments, "--comments", mayBeEmpty: false)
    return try decision.decide(.returned, [submission], clean: nil, comments: comments, writing, node)
  }
}

struct FigureDecisionOptions: ParsableArguments {
  @Option(name: .customLong("received"), help: "The day on which the department had it; else the day of submission.")
  var receivedOn: String?

  private typealias Waiting = (agency: String, submission: FigureSubmission, problems: [FigureProblem])

  func decide(
    _ kind: FigureDecision.Kind, _ ids: [String], clean: String?, comments: String, _ writing: WritingOptions,
    _ node: NodeOptions
  ) throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("decides on figures", see: "qapi measure submissions")
    let person = try writing.person(of: node)
    let comments = try Entered.text(comments, "--comments")
    let received = try receivedOn.map { try Entered.day($0, "--received") }
    if let received, received > (try Day.argument(nil)) {
      throw Failure.rule(
        "received-in-future", "\(received) has not come yet", next: "name the day on which the figures were there")
    }
    let quarter = try clean.map(FigureValues.quarter)
    var left: [Waiting] = []
    let decided = try writing.write(on: node, as: person, otherwise: "figures \(kind.rawValue)") { db in
      var chosen = try waiting(ids, quarter, in: db)
      if quarter != nil {
        left = chosen.filter { $0.problems.contains { $0.weight != .note } }
        chosen = chosen.filter { $0.problems.allSatisfy { $0.weight == .note } }
      }
      return try chosen.map { entry -> (Waiting, FigureDecision) in
        guard kind == .returned || FigureValues.sha256(entry.submission.snapshot) == entry.submission.digest else {
          throw Failure.usage(
            "altered-figures: the figures of \(entry.submission.id) are not what their digest says; nothing was changed",
            next: "return it with `qapi measure return`")
        }
        var decision = FigureDecision(id: node.newID())
        decision.submission = entry.submission.id
        decision.decision = kind.rawValue
        let day = received ?? Day(inCaliforniaAt: entry.submission.submittedAt)
        decision.receivedOn = day.map { "\($0)" } ?? ""
        decision.decidedBy = person.name
        decision.decidedAt = node.now
        decision.comments = comments
        try RecordStore.insert(decision, agency: entry.agency, in: db)
        return (entry, decision)
      }
    }
    let lines = decided.map { entry, _ in
      "\(kind.rawValue) \(entry.agency) \(Shown.line(entry.submission.period))"
    }
    let leftLines = left.map { entry in
      let errors = entry.problems.count { $0.weight == .error }
      let warnings = entry.problems.count { $0.weight == .warning }
      return "left: \(entry.agency) \(PlanName.short(entry.submission.id)): \(Layout.count(errors, "error")), "
        + Layout.count(warnings, "warning")
    }
    return Report(
      lines: lines.isEmpty ? ["nothing to decide"] : lines,
      json: [
        kind.rawValue: .list(
          decided.map { entry, decision in
            .object([
              "submission": .text(entry.submission.id), "agency": .text(entry.agency),
              "quarter": .text(entry.submission.period), "received_on": .text(decision.receivedOn),
            ])
          }),
        "left": .list(
          left.map { entry in
            .object([
              "submission": .text(entry.submission.id), "agency": .text(entry.agency),
              "quarter": .text(entry.submission.period),
              "errors": JSON(entry.problems.count { $0.weight == .error }),
              "warnings": JSON(entry.problems.count { $0.weight == .warning }),
            ])
          }),
      ],
      notes: leftLines + (decided.isEmpty ? [] : ["next:  qapi merge"]), status: left.isEmpty ? .done : .open)
  }

  /// The submissions that are named, or all of a quarter that wait, with what the rules find in them.
  private func waiting(_ ids: [String], _ quarter: FederalQuarter?, in db: Database) throws -> [Waiting] {
    let standings = try FigureStore.standings(in: db)
    let sets = try FigureStore.dataSets(in: db)
    let all = standings.sorted { $0.key < $1.key }.flatMap { agency, quarters in
      quarters.sorted { $0.key < $1.key }.map { (agency, $0.key, $0.value) }
    }
    func entry(_ agency: String, _ submission: FigureSubmission) -> Waiting {
      (agency, submission, Self.problems(in: submission, sets))
    }
    if let quarter {
      return all.filter { $0.1 == quarter }.compactMap { agency, _, standing in
        standing.waiting.map { entry(agency, $0) }
      }
    }
    let known = all.flatMap { agency, _, standing in standing.submissions.map { (agency, standing, $0) } }
    return try ids.map { id in
      let id = try OneOf.id(
        beginning: id, among: known.map(\.2.id), of: "submission", listedBy: "qapi measure submissions")
      guard let found = known.first(where: { $0.2.id == id }) else { preconditionFailure("it was just found") }
      guard found.1.submissions.last?.id == id else {
        throw Failure.usage(
          "the agency has handed in a later revision of \(Shown.line(found.2.period)); nothing was changed",
          next: "decide on that one: see `qapi measure submissions`")
      }
      guard found.1.waiting != nil else {
        throw Failure.usage(
          "this submission was \(found.1.state.rawValue) already; nothing was changed",
          next: "see `qapi measure submissions`")
      }
      return entry(found.0, found.2)
    }
  }

  /// What the rules find in a submission by itself, under the data set that it names. A copy that cannot be read is an error.
  static func problems(in submission: FigureSubmission, _ sets: [DataSet]) -> [FigureProblem] {
    func unreadable(_ words: String) -> [FigureProblem] {
      [
        FigureProblem(
          rule: "altered-figures", weight: .error, element: "", period: submission.period, column: "snapshot",
          problem: words, next: "return it")
      ]
    }
    guard let snapshot = FigureSnapshot(submission.snapshot), snapshot.quarter.description == submission.period,
      FigureValues.sha256(submission.snapshot) == submission.digest
    else { return unreadable("the figures are not what their digest says, or of another quarter") }
    guard let set = sets.first(where: { "\($0.name)" == snapshot.dataSet }) else {
      return unreadable("the data set under which it was reported is not known here")
    }
    return FigureRules(set: set).problems(inQuarter: snapshot.quarter, in: snapshot.book, today: nil)
  }
}
