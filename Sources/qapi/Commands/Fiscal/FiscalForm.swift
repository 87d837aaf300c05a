import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine

/// What is handed in to the department, and decided upon there: budgets, Budget Displays, claims.
protocol FiscalForm: SendableMetatype {
  static var forms: [FiscalSubmission.Form] { get }
  /// What is typed before the verb: "claim".
  static var command: String { get }
  /// "claim".
  static var title: String { get }
  /// Every row that belongs to a subject as it stands now, in the order in which it is handed in; nil where it is gone.
  static func frozen(_ subject: String, of agency: String, in db: Database) throws -> FrozenRecords?
  /// What people call a subject; empty where it has no title.
  static func title(of subject: String, agency: String, in db: Database) throws -> String
  /// Asked before the department decides, inside the transaction.
  ///
  /// - Throws: `Failure.rule` for the rule that the decision would break.
  static func check(
    _ result: FiscalDecision.Result, on submission: FiscalSubmission, of agency: String, in db: Database
  ) throws
}

extension FiscalForm {
  static func frozen(_ subject: String, of agency: String, in db: Database) throws -> FrozenRecords? { nil }
  static func title(of subject: String, agency: String, in db: Database) throws -> String { "" }
  static func check(
    _ result: FiscalDecision.Result, on submission: FiscalSubmission, of agency: String, in db: Database
  ) throws {}
}

enum FiscalWork {
  /// Hands in: writes an exact copy, which stands from the moment that it is sealed.
  ///
  /// - Parameters:
  ///   - frozen: every row that belongs to it, in a fixed order.
  ///   - conflicts: those that are open on the node.
  /// - Throws: `Failure.rule` where nothing is new, where the day is none of its time, or where a row of the copy has values among which nobody has decided.
  static func submit(
    _ form: FiscalSubmission.Form, subject: String, period: String, frozen: FrozenRecords, note: String, day: Day,
    as person: Person, conflicts: [Conflict], on node: OpenNode, in db: Database
  ) throws -> FiscalSubmission {
    try FiscalRules.checkHandIn(day, of: period)
    let standing = try FiscalStore.standing(of: subject, agency: node.member, in: db)
    let text = frozen.text
    let undecided = conflicts.filter { concerns($0, frozen) }
    guard undecided.isEmpty else {
      throw Failure.rule(
        "open-conflicts",
        "\(Layout.count(undecided.count, "conflict is", "conflicts are")) open in what would be handed in",
        next: "decide with `qapi conflicts`, then hand in")
    }
    if let last = standing.submissions.last, last.form == form.rawValue, last.snapshot == text,
      standing.state() != .returned
    {
      throw Failure.rule(
        "nothing-new", "it was handed in just so on \(last.day), and was not returned", next: "change it first")
    }
    var submission = FiscalSubmission(id: node.laterID(than: standing.submissions.last?.id))
    (submission.form, submission.subject, submission.period) = (form.rawValue, subject, period)
    (submission.number, submission.note) = (Positions.next(after: standing.submissions.map(\.number)), note)
    (submission.day, submission.person) = ("\(day)", person.name)
    (submission.snapshot, submission.digest) = (text, FigureValues.sha256(text))
    try FiscalStore.insert(submission, agency: node.member, in: db)
    return submission
  }

  /// Whether a conflict is about a row of a copy.
  private static func concerns(_ conflict: Conflict, _ frozen: FrozenRecords) -> Bool {
    let names = (Schema.table(named: conflict.table)?.primaryKey ?? []).dropFirst()
    let key = conflict.key.dropFirst().map { $0.string ?? "" }
    return frozen.rows.contains { row in
      row.kind == conflict.table && zip(names, key).allSatisfy { row.values[$0, default: ""] == $1 }
    }
  }

  /// A submission that a person named by its id or the beginning of it, or `latest`; also by the id of its subject.
  static func find(
    _ typed: String, _ forms: [FiscalSubmission.Form], agency: String?, command: String, in db: Database
  ) throws -> (agency: String, submission: FiscalSubmission, standing: FiscalStanding) {
    let all = try FiscalStore.standings(of: forms, agency: agency, in: db)
    let ids = all.flatMap { $0.standing.submissions.map(\.id) }
    guard !ids.isEmpty else {
      throw Failure.usage("nothing was handed in; nothing was changed", next: "see `qapi \(command) list`")
    }
    // What was handed in last of the record that is named so.
    let subjects = all.filter { !typed.isEmpty && $0.subject.hasPrefix(typed.lowercased()) }
    if subjects.count == 1, let last = subjects[0].standing.submissions.last,
      !ids.contains(where: { $0.hasPrefix(typed.lowercased()) })
    {
      return (subjects[0].agency, last, subjects[0].standing)
    }
    let id = try RecordID.complete(
      typed, among: ids, of: "submission", listedBy: "qapi \(command) submissions")
    for (agency, _, standing) in all {
      if let found = standing.submissions.first(where: { $0.id == id }) { return (agency, found, standing) }
    }
    preconditionFailure("the submission was just found")
  }

  /// - Throws: `Failure.rule` where a submission was decided upon in a way that leaves no room for another word.
  static func check(
    _ result: FiscalDecision.Result, on submission: FiscalSubmission, _ standing: FiscalStanding, command: String
  ) throws {
    let state = standing.state(of: submission)
    guard standing.submissions.last?.id == submission.id else {
      throw Failure.rule(
        "newer-submission", "a newer submission of the same stands",
        next: "decide on that: `qapi \(command) submissions`")
    }
    guard result.mayFollow(state) else {
      throw Failure.rule(
        "decision-out-of-order", "its state is \"\(state.rawValue)\", after which it cannot be \"\(result.rawValue)\"",
        next: "see `qapi \(command) submissions`")
    }
  }
}

/// The department's word on a submission.
struct FiscalDecide<Form: FiscalForm>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "decide", abstract: "Accept or return what was handed in (the department).",
      discussion: """
        Results: accepted, returned\(results.count > 2 ? ", payment scheduled (with --payment DAY), paid" : ""). What is \
        returned needs comments. A decision is written once.

        JSON: agency, \(FiscalDecision.fields.map(\.name).joined(separator: ", ")).
        """)
  }
  private static var results: [FiscalDecision.Result] {
    Form.forms == [.claim] ? FiscalDecision.Result.allCases : [.accepted, .returned]
  }
  @Argument(help: "Id of the submission, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "The result.")
  var result: String
  @Option(help: "What the agency shall know.")
  var comments: String?
  @Option(help: "Of a claim: the day for which payment is scheduled.")
  var payment: String?
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("decides on a \(Form.title)", see: "qapi \(Form.command) submissions")
    guard let result = Self.results.first(where: { $0.rawValue == result }) else {
      throw Failure.usage(
        "--result is none that is known; nothing was changed",
        next: "use one of: \(Self.results.map(\.rawValue).joined(separator: ", "))")
    }
    guard (result == .scheduled) == (payment != nil) else {
      throw Failure.usage(
        "--payment goes with the result 'payment scheduled', and must be said there; nothing was changed",
        next: "say the day with --payment 2024-11-05")
    }
    guard result != .returned || comments?.isEmpty == false else {
      throw Failure.usage("what is returned needs comments; nothing was changed", next: "say why with --comments")
    }
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let paid = try payment.map { try Entered.day($0, "--payment") }
    let text = try Entered.text(comments ?? "", "--comments")
    let (owner, decision) = try writing.write(on: node, as: person, otherwise: "\(Form.title) \(result.rawValue)") {
      db in
      let found = try FiscalWork.find(id, Form.forms, agency: agency, command: Form.command, in: db)
      try FiscalWork.check(result, on: found.submission, found.standing, command: Form.command)
      try Form.check(result, on: found.submission, of: found.agency, in: db)
      if let handedIn = Day(found.submission.day) {
        guard day >= handedIn else {
          throw Failure.rule(
            "decided-before", "it was handed in on \(handedIn), and this would be decided on \(day)",
            next: "say the day of the decision with --on")
        }
        if let paid, paid < handedIn {
          throw Failure.rule(
            "paid-before", "it was handed in on \(handedIn), and payment would be on \(paid)",
            next: "say a later day with --payment")
        }
      }
      var decision = FiscalDecision(
        id: node.laterID(than: found.standing.decisions(on: found.submission).last?.id))
      (decision.submission, decision.result) = (found.submission.id, result.rawValue)
      (decision.payment, decision.text) = (paid.map { "\($0)" } ?? "", text)
      (decision.day, decision.person) = ("\(day)", person.name)
      try RecordStore.insert(decision, agency: found.agency, in: db)
      return (found.agency, decision)
    }
    return Report(
      lines: ["\(Form.title) of \(owner): \(result.rawValue)"], notes: [node.nextExchange],
      members: [.init(key: "agency", value: .text(owner))] + JSON.members(of: decision))
  }
}

/// What was handed in, and where it stands.
struct FiscalSubmissions<Form: FiscalForm>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "submissions", abstract: "List what was handed in, and where it stands.",
      discussion: """
        With an id: the exact copy that was handed in, a line for each row.

        JSON: submissions (agency, id, form, subject, period, number, day, person, note, digest, state, decisions (result, \
        payment, text, day, person), title (of the subject)); with an id: the same of one but the title, and snapshot.
        """)
  }
  @Argument(help: "Id of a submission, or the beginning of it, or `latest`.")
  var id: String?
  @Option(help: "Only those of this agency.")
  var agency: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    if let id {
      let found = try node.engine.queue.read { db in
        try FiscalWork.find(id, Form.forms, agency: agency, command: Form.command, in: db)
      }
      return Report(
        lines: Layout.facts(Self.facts(found.agency, found.submission, found.standing)) + [""]
          + found.submission.snapshot.split(separator: "\n").flatMap {
            Layout.wrapped(Shown.line(String($0)), hanging: "  ")
          },
        json: [:],
        members: Self.members(found.agency, found.submission, found.standing) + [
          .init(key: "snapshot", value: .text(found.submission.snapshot))
        ])
    }
    let all = try node.engine.queue.read { db in
      try FiscalStore.standings(of: Form.forms, agency: agency, in: db).flatMap { owner, subject, standing in
        let title = try Form.title(of: subject, agency: owner, in: db)
        return standing.submissions.map { (owner, $0, standing, title) }
      }.sorted { Positions.isBefore($0.1.id, $1.1.id) }
    }
    let ids = PlanName.unique(all.map(\.1.id))
    return Report(
      lines: all.isEmpty
        ? ["nothing was handed in"]
        : Layout.table(
          zip(ids, all).map { id, entry in
            let (owner, submission, standing, title) = entry
            return [
              Shown.line(id), owner, Shown.line(submission.period), submission.form, "no. \(submission.number)",
              Shown.line(submission.day), standing.state(of: submission).rawValue, Shown.line(title),
            ]
          }, cuttingLast: true),
      json: [
        "submissions": .list(
          all.map { .object(Self.members($0.0, $0.1, $0.2) + [.init(key: "title", value: .text($0.3))]) })
      ])
  }

  private static func facts(
    _ agency: String, _ submission: FiscalSubmission, _ standing: FiscalStanding
  ) -> [[String]] {
    [
      ["submission:", Shown.line(submission.id)], ["agency:", agency],
      ["form:", "\(submission.form), no. \(submission.number)"], ["period:", Shown.line(submission.period)],
      ["handed in:", "\(Shown.line(submission.day)), \(Shown.line(submission.person))"],
      ["state:", standing.state(of: submission).rawValue], ["SHA-256:", Shown.line(submission.digest)],
    ]
      + standing.decisions(on: submission).map {
        ["\(Shown.line($0.result)):", "\(Shown.line($0.day)), \(Shown.line($0.person)) \(Shown.line($0.text))"]
      }
  }

  private static func members(
    _ agency: String, _ submission: FiscalSubmission, _ standing: FiscalStanding
  ) -> [JSON.Member] {
    [.init(key: "agency", value: .text(agency))]
      + JSON.members(of: submission).filter { $0.key != "snapshot" } + [
        .init(key: "state", value: .text(standing.state(of: submission).rawValue)),
        .init(
          key: "decisions",
          value: .list(
            standing.decisions(on: submission).map { decision in
              .object(JSON.members(of: decision).filter { !["id", "submission"].contains($0.key) })
            })),
      ]
  }
}
