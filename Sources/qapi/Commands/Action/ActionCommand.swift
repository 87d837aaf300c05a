import ArgumentParser
import Changesets
import GRDB
import Improvement
import Plans
import Records
import Store
import SyncEngine

struct ActionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action",
    abstract: "Corrective action: problem, causes, steps, outcome, reassessment (IOP.1.3, IOP.1.4).",
    discussion: """
      The agency opens a corrective action, follows it until its outcome is reached, reassesses the problem, and closes it. \
      The department monitors those that come from the reviews that it requires.
      """,
    subcommands: [
      ActionOpen.self, ActionList.self, RecordShow<ActionNoun>.self, RecordEdit<ActionNoun>.self,
      RecordRemove<ActionNoun>.self, RecordGroup<RootCauseNoun>.self, RecordGroup<ActionStepNoun>.self,
      RecordGroup<ActionProgressNoun>.self, ActionReach.self, RecordGroup<ReassessmentNoun>.self, ActionClose.self,
      ActionReopen.self, RecordGroup<ActionMonitoringNoun>.self, ActionPageCommand.self,
    ], defaultSubcommand: ActionList.self)
}

struct ActionOpen: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a corrective action (the agency).",
    discussion: """
      --review and --finding fill in what is known. From a review that the department requires, it monitors the action.

      \(ActionNoun.fieldHelp)

      JSON: \(ActionNoun.jsonNames).
      """, aliases: ["add"])
  @Argument(help: "What is known of it, as FIELD=VALUE.")
  var values: [String] = []
  @Option(help: "Id of the review that it comes from, or the beginning of it, or `latest`.")
  var review: String?
  @Option(help: "Id of the finding of a review that it comes from, or the beginning of it, or `latest`.")
  var finding: String?
  @Flag(help: "Fill the form in the editor.")
  var edit = false
  @Option(help: "Take the form from this file (- for standard input).")
  var file: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard review == nil || finding == nil else { throw ValidationError("Say only one of --review, --finding.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<ActionNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    try RecordFile.Source(values: values, file: file, editor: edit).check()
    try writing.checkMessage(on: node)
    let today = try Day.argument(nil)
    let (begun, others) = try node.engine.queue.read { db in
      let begun = try filled(node, today, person.name, in: db)
      let others = begun.originId.isEmpty ? [] : try ActionNoun.open(from: begun.originId, of: node.member, in: db)
      return (begun, others.map { "another one is open from the same \(begun.origin): \($0.id)" })
    }
    func write(_ action: CorrectiveAction) throws -> CorrectiveAction {
      try writing.write(on: node, as: person, otherwise: "corrective action opened") { db in
        let action = try RecordWork<ActionNoun>.checked(action, was: nil, of: node.member, in: db)
        try RecordStore.insert(action, agency: node.member, in: db)
        if finding != nil { try answerFinding(action, person.name, in: db, agency: node.member) }
        return action
      }
    }
    let action: CorrectiveAction?
    if edit {
      action = try Draft.saved(
        RecordFile.text(of: begun, ActionNoun.self, isNew: true), of: "new-\(Schema.correctiveAction.name)", in: node,
        folder: self.node.path, command: "qapi action open"
      ) { text in
        try write(
          try RecordForm.read(text, fields: ActionNoun.entered, title: ActionNoun.title, editing: begun))
      }
    } else if let file {
      action = try write(try RecordFile.read(file, editing: begun, ActionNoun.self, isNew: true))
    } else {
      var entry = begun
      try RecordWork<ActionNoun>.take(values, into: &entry)
      action = try write(entry)
    }
    guard let action else { return Report(notes: ["nothing was written"]) }
    return Report(
      lines: ["corrective action \(action.id)"],
      notes: others + (action.required == 1 ? ["the department monitors it: it comes from a required review"] : [])
        + [node.nextExchange], members: ActionNoun.members(of: action, agency: node.member))
  }

  private func filled(_ node: OpenNode, _ today: Day, _ person: String, in db: Database) throws -> CorrectiveAction {
    var begun = CorrectiveAction(id: node.newID())
    ActionNoun.begin(&begun, RecordOccasion(today: today, person: person))
    if let review {
      let found = try RecordWork<ReviewNoun>.find(review, agency: node.member, in: db)
      let standing = try ReviewStanding(of: found.entry, agency: node.member, in: db)
      begun = standing.correctiveAction(id: begun.id, on: today, person: person)
    }
    if let finding {
      let found = try RecordWork<ReviewFindingNoun>.find(finding, agency: node.member, in: db).entry
      let review = try RecordWork<ReviewNoun>.find(found.review, agency: node.member, in: db).entry
      guard found.action.isEmpty else {
        throw Failure.rule(
          "finding-has-action", "this finding leads to the corrective action \(found.action) already",
          next: "see `qapi action show \(found.action)`; for another, use `qapi review finding dispose` first")
      }
      begun.title = Shown.line(found.text, limit: 80)
      begun.problem = found.text
      begun.origin = "finding"
      begun.originId = found.id
      begun.element = "IOP.1.4"
      begun.required = CaseReview.required.contains(review.kind) ? 1 : 0
    }
    return begun
  }

  /// The finding that the action comes from is disposed of by it.
  private func answerFinding(
    _ action: CorrectiveAction, _ person: String, in db: Database, agency: String
  ) throws {
    guard let old = try RecordStore.find(ReviewFinding(id: action.originId), agency: agency, in: db) else { return }
    var finding = old
    finding.disposition = "corrective action"
    finding.action = action.id
    finding.person = person
    finding.day = action.opened
    try RecordStore.update(finding, from: old, agency: agency, in: db)
  }
}

struct ActionList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List corrective actions with their states: late ones first.",
    discussion: """
      At the department of all agencies; --required lists those that it monitors.

      JSON: records (\(ActionNoun.jsonNames), state, late, overdue_steps, unmonitored: not looked at this quarter), \
      hidden (how many are closed and not listed).
      """)
  @Option(help: "Only those of this agency.")
  var agency: String?
  @Flag(help: "Only those that the department monitors.")
  var required = false
  @Flag(help: "Also those that are closed.")
  var all = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let today = try Day.argument(nil)
    let quarter = FederalQuarter(of: today)
    let known = try node.engine.queue.read { db in try ImprovementStore.actions(of: agency, in: db) }.filter {
      _, whole in !required || whole.action.required == 1
    }
    let listed = known.filter { _, whole in all || whole.state != .closed }
    let found = listed.map { ($0.agency, ActionView($0.action, today: today)) }
    let actions = found.filter { $0.1.isLate } + found.filter { !$0.1.isLate }
    let ids = PlanName.unique(actions.map { $0.1.whole.action.id })
    return Report(
      lines: actions.isEmpty
        ? [ActionNoun.none(hidden: known.count - listed.count)]
        : Layout.table(
          zip(ids, actions).map { id, entry in
            [Shown.line(id)] + (node.isDepartment ? [entry.0] : []) + [
              entry.1.standing
                + (node.isDepartment && entry.1.whole.isUnmonitored(in: quarter) ? ", to be monitored" : ""),
              Shown.line(entry.1.whole.action.title),
            ]
          }, cuttingLast: true),
      json: [
        "records": .list(
          actions.map { agency, view in
            .object(
              ActionNoun.members(of: view.whole.action, agency: agency) + [
                .init(key: "state", value: .text(view.whole.state.rawValue)),
                .init(key: "late", value: .boolean(view.isLate)),
                .init(key: "overdue_steps", value: JSON(view.whole.overdueSteps(on: today).count)),
                .init(key: "unmonitored", value: .boolean(view.whole.isUnmonitored(in: quarter))),
              ])
          }), "hidden": JSON(known.count - listed.count),
      ])
  }
}
