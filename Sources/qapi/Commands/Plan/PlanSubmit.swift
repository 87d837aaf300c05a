import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct PlanSubmit: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Hand a plan in, or a quarterly update: freeze it, with name and time.",
    discussion: """
      The plan, and an amendment of an accepted plan, need the director's approval of exactly what stands there (`plan \
      approve`). Work goes on in the living plan. What is handed in again needs a note, and the earlier version is kept. \
      What `plan check` finds is said and stops nothing; the exit code is 3 then.

      JSON: submission, plan, agency, item, submitted_at, digest, errors, not_known, changed (places that differ from what \
      was handed in before).
      """)
  @OptionGroup var selection: PlanSelection
  @Option(help: "What is handed in: plan, amendment, or q1 to q4 for a quarterly update.")
  var item = PlanItem.plan
  @Option(help: "A note that goes with the submission: why it is handed in again.")
  var note = ""
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWritesPlans()
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let (standing, items) = try node.engine.queue.read { db in
      let found = try selection.find(in: db, of: node)
      return (
        try PlanStanding(of: found, today: today, in: db, node: node),
        try PlanChecking.items(of: found, today: today, in: db, node: node)
      )
    }
    let found = standing.found
    try node.checkOwns(found)
    let snapshot = PlanSnapshot.json(of: found.plan)
    let digest = PlanStanding.sha256(snapshot)
    let note = try Entered.text(note, "the note")
    try checkMaySubmit(standing, digest: digest)
    let changed = try changes(standing, note: note)
    guard snapshot.utf8.count <= RecordText.byteLimit else {
      throw Failure.usage(
        "the plan has \(snapshot.utf8.count) bytes, and \(RecordText.byteLimit) is the limit; nothing was changed",
        next: "shorten its texts")
    }
    let approval = isQuarter ? nil : standing.life.approval
    let unchanged = standing.life.lastVersion.flatMap { !isQuarter && $0.digest == digest ? $0 : nil }
    let submission = Submission(
      id: node.laterID(than: standing.life.submissions.last?.id), plan: found.plan.id, item: item.rawValue,
      preparedBy: approval?.preparedBy.name ?? unchanged?.preparedBy ?? "",
      approvedBy: approval?.approvedBy.name ?? unchanged?.approvedBy ?? "", submittedBy: person.name,
      submittedAt: node.now, note: note,
      snapshot: snapshot, digest: digest)
    try writing.write(on: node, as: person, otherwise: "submission of the \(item.rawValue)") { db in
      try PlanStore.submit(submission, agency: node.member, in: db)
    }
    let errors = items.count { $0.severity == .error }
    let notKnown = items.count { $0.severity == .notKnown }
    let lack = "\(Layout.count(errors, "error")), \(notKnown) not known: see `qapi plan check \(found.plan.id)`"
    let what = item == .plan ? "" : " (\(item.rawValue))"
    return Report(
      lines: Layout.wrapped("submitted \(found.plan.id)\(what) at \(submission.submittedAt)", hanging: "  ")
        + ["SHA-256 \(digest)"]
        + (changed.isEmpty ? [] : ["changed since it was last submitted:"])
        + changed.flatMap { Layout.wrapped(Shown.line($0), margin: "  ", hanging: "    ") },
      json: [
        "submission": .text(submission.id), "plan": .text(found.plan.id), "agency": .text(found.agency),
        "item": .text(item.rawValue), "submitted_at": .text(submission.submittedAt), "digest": .text(digest),
        "errors": JSON(errors), "not_known": JSON(notKnown), "changed": JSON(changed),
      ],
      notes: (standing.template?.isInternal == true && !isQuarter
        ? ["the plan is the agency's own: this version holds, and nobody else decides on it"] : [])
        + emptyQuarter(found) + (errors + notKnown > 0 ? [lack] : []) + [
          "next:  qapi sync, so that the department receives it"
        ],
      status: errors > 0 ? .open : .done)
  }

  /// What is handed in empty is said, and not stopped: it can be handed in again.
  private func emptyQuarter(_ found: AgencyPlan) -> [String] {
    guard case .quarter(let number) = item, !found.plan.hasUpdate(ofQuarter: number) else { return [] }
    return ["nothing is written for quarter \(number), no text and no figure; it can be handed in again"]
  }

  private var isQuarter: Bool {
    if case .quarter = item { return true }
    return false
  }

  private func checkMaySubmit(_ standing: PlanStanding, digest: String) throws {
    let life = standing.life
    let short = PlanName.short(standing.found.plan.id)
    func refusal(_ what: String, next: String) -> Failure { .usage("\(what); nothing was changed", next: next) }
    switch item {
    case .quarter(let number):
      guard standing.template?.quarter(number) != nil else {
        throw refusal("the form has no update of quarter \(number)", next: "see `qapi plan show \(short)`")
      }
      guard life.state.allows(.submitQuarter) else {
        throw refusal(
          "the plan is \(life.state.rawValue)",
          next: life.state == .closed
            ? "begin the next one" : "hand in the plan first, with `qapi plan submit \(short)`")
      }
      return
    case .plan:
      guard life.state.allows(.submitPlan) else {
        throw refusal(
          "the plan is \(life.state.rawValue)",
          next: life.state == .closed
            ? "begin the next one" : "hand in an amendment with --item amendment, or an update with --item q1 to q4")
      }
    case .amendment:
      guard life.state.allows(.submitAmendment) else {
        throw refusal("the plan is \(life.state.rawValue)", next: "begin the next one")
      }
      let isOfEarlierYear = standing.template?.isForEarlierYear(standing.found.plan) ?? false
      guard life.accepted != nil || isOfEarlierYear else {
        throw refusal("nothing was accepted yet that could be amended", next: "leave --item out")
      }
    }
    if let last = life.lastVersion, last.digest == digest {
      // What was returned may be handed in as it is, with the answer in the note; its approval stands.
      if life.isReturned { return }
      throw refusal(
        "the plan has not changed since it was submitted at \(Shown.line(last.submittedAt))",
        next: "edit it first, if something is to be handed in again")
    }
    guard life.approval != nil else {
      throw refusal(
        "nobody has approved the plan as it stands now",
        next: "let the director read it and run `qapi plan approve \(short)`, then submit it")
    }
  }

  /// What differs from what was handed in before; nothing if this is the first time.
  private func changes(_ standing: PlanStanding, note: String) throws -> [String] {
    let earlier: Submission?
    let part: VersionDifference.Part
    if case .quarter(let number) = item {
      (earlier, part) = (standing.life.quarters[number], .quarter(number))
    } else {
      (earlier, part) = (standing.life.lastVersion, .everything)
    }
    guard let earlier else { return [] }
    let places = (try? PlanSnapshot.plan(from: earlier.snapshot)).map {
      VersionDifference(from: $0, to: standing.found.plan, in: part).places
    }
    if isQuarter, places?.isEmpty == true {
      throw Failure.usage(
        "nothing of \(item.rawValue) has changed since it was submitted at \(Shown.line(earlier.submittedAt)); nothing was "
          + "changed", next: "edit it first, if something is to be handed in again")
    }
    guard !note.isEmpty else {
      throw Failure.usage(
        "\(isQuarter ? item.rawValue : "the plan") was handed in at \(Shown.line(earlier.submittedAt)) already; nothing was changed",
        next: "say why it is handed in again, with --note")
    }
    return places ?? ["the earlier copy cannot be read here"]
  }
}
