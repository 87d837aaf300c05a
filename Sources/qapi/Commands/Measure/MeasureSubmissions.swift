import ArgumentParser
import GRDB
import Measures
import Records
import Store
import SyncEngine
import Trust

struct MeasureSubmissions: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "submissions", abstract: "List what was handed in, every revision, and what the department said.",
    discussion: """
      In force is what was accepted last.

      JSON: submissions (id, agency, quarter, state, in_force, submitted_by, submitted_at, reason, data_set, digest, \
      received_on, decided_by, decided_at, comments, and with --figures: figures as they were frozen).
      """)
  @Option(help: "Only this quarter, like \"FFY 2024 Q2\".")
  var quarter: String?
  @Option(help: "Only those of this agency.")
  var agency: String?
  @Flag(help: "With the figures.")
  var figures = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let quarter = try quarter.map(FigureValues.quarter)
    let standings = try node.engine.queue.read { db in try FigureStore.standings(of: agency, in: db) }
    let all = standings.sorted { $0.key < $1.key }.flatMap { agency, quarters in
      quarters.sorted { $0.key < $1.key }.filter { quarter == nil || $0.key == quarter }.flatMap { _, standing in
        standing.submissions.map { (agency, standing, $0) }
      }
    }
    let ids = PlanName.unique(all.map(\.2.id))
    return Report(
      lines: all.isEmpty
        ? ["no submissions"]
        : zip(ids, all).flatMap { id, entry in lines(id, entry.0, entry.1, entry.2) },
      json: [
        "submissions": .list(
          all.map { agency, standing, submission in
            let decision = standing.decision(on: submission)
            return .object([
              "id": .text(submission.id), "agency": .text(agency), "quarter": .text(submission.period),
              "state": .text(standing.state(of: submission).rawValue),
              "in_force": JSON(standing.inForce?.id == submission.id),
              "submitted_by": .text(submission.submittedBy), "submitted_at": .text(submission.submittedAt),
              "reason": .text(submission.reason), "data_set": .text(submission.dataSet),
              "digest": .text(submission.digest), "received_on": JSON(decision?.receivedOn),
              "decided_by": JSON(decision?.decidedBy), "decided_at": JSON(decision?.decidedAt),
              "comments": JSON(decision?.comments), "figures": figures ? .text(submission.snapshot) : .null,
            ])
          })
      ])
  }

  private func lines(
    _ id: String, _ agency: String, _ standing: QuarterStanding, _ submission: FigureSubmission
  ) -> [String] {
    let decision = standing.decision(on: submission)
    let state = standing.state(of: submission).rawValue + (standing.inForce?.id == submission.id ? ", in force" : "")
    return [
      "\(Shown.line(id))  \(agency)  \(Shown.line(submission.period))  \(state)  \(Shown.line(submission.submittedAt))"
    ]
      + [("reason", submission.reason), ("comments", decision?.comments ?? "")].filter { !$0.1.isEmpty }.flatMap {
        Layout.wrapped("\($0.0): \(Shown.line($0.1))", margin: "  ", hanging: "    ")
      }
      + (figures ? submission.snapshot.split(separator: "\n").map { "  " + Shown.line(String($0)) } : [])
  }
}

struct MeasureMissing: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "missing", abstract: "Agencies whose figures of a quarter are missing or late (the department).",
    discussion: """
      Due is 15 calendar days after the end of the quarter, or the next business day (22 CCR 111920; days and steps are \
      those of the data set). The day of receipt is the one of the decision, else the day of submission. The exit code is 3 \
      if a quarter's figures are missing.

      JSON: quarter, due, agencies (agency, agency_name, state, received_on, days_late, times_late, step, missing).
      """)
  @Argument(help: "The quarter, like \"FFY 2024 Q2\".")
  var quarter: String
  @Option(name: .customLong("on"), help: "As of this day; else today.")
  var day: String?
  @Flag(help: "All agencies, those in time too.")
  var all = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    guard node.isDepartment else {
      throw Failure.usage(
        "only the department reads every agency's submissions", next: "use `qapi measure submissions`")
    }
    let quarter = try FigureValues.quarter(quarter)
    let today = try Day.argument(day)
    let (standings, rules) = try node.engine.queue.read { db in
      (try FigureStore.standings(in: db), try FigureStore.dataSetInForce(in: db).submission)
    }
    guard let due = rules.due(of: quarter) else {
      throw Failure.usage("the quarter has no due day", next: "name another one")
    }
    let agencies = node.members.map(\.id).filter { $0 != Deployment.department }.sorted()
    let found = agencies.map { agency in
      Lateness(agency: agency, standings: standings[agency] ?? [:], quarter: quarter, rules: rules, today: today)
    }
    let shown = found.filter { all || $0.isMissing || $0.daysLate > 0 }
    let isMissing = found.contains { $0.isMissing && today > due }
    return Report(
      lines: ["\(quarter) \(today > due ? "was" : "is") due on \(due)"]
        + (shown.isEmpty
          ? ["every agency's figures are there, in time"]
          : Layout.table(
            shown.map { entry in
              [
                entry.agency, entry.state.rawValue,
                entry.received.map { "received \($0)" } ?? "not received",
                entry.daysLate > 0 ? "\(Layout.count(entry.daysLate, "day")) late" : "",
              ]
            })) + steps(shown, rules),
      json: [
        "quarter": .text("\(quarter)"), "due": .text("\(due)"),
        "agencies": .list(
          shown.map { entry in
            .object([
              "agency": .text(entry.agency), "agency_name": .text(node.name(of: entry.agency)),
              "state": .text(entry.state.rawValue), "received_on": JSON(entry.received.map { "\($0)" }),
              "days_late": JSON(entry.daysLate), "times_late": JSON(entry.timesLate),
              "step": JSON(entry.step?.title), "missing": JSON(entry.isMissing),
            ])
          }),
      ], status: isMissing ? .open : .done)
  }

  /// What may follow, with the agencies that it is about.
  private func steps(_ late: [Lateness], _ rules: SubmissionRules) -> [String] {
    rules.steps.flatMap { step -> [String] in
      let agencies = late.filter { $0.step == step }.map(\.agency)
      guard !agencies.isEmpty else { return [] }
      return Layout.wrapped(
        "\(Shown.line(step.title)) [\(Shown.line(rules.source))]: \(agencies.joined(separator: ", "))", hanging: "  ")
    }
  }
}
