import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct PlanAccept: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept a plan, or an amendment, as it was handed in (the department only).",
    discussion: DecisionOptions.discussion)
  @OptionGroup var selection: PlanSelection
  @Option(help: "Comments that go with the decision.")
  var comments = ""
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    try decision.decide(.accepted, comments: comments, on: selection, writing, node: node)
  }
}

struct PlanReturn: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Send a plan back to its agency, with comments (the department only).",
    discussion: DecisionOptions.discussion)
  @OptionGroup var selection: PlanSelection
  @Option(help: "What must change, in words.")
  var comments: String
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    _ = try Entered.text(comments, "--comments", mayBeEmpty: false)
    return try decision.decide(.returned, comments: comments, on: selection, writing, node: node)
  }
}

struct PlanClose: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a plan after its final results, or with a reason (the department only).",
    discussion: DecisionOptions.discussion)
  @OptionGroup var selection: PlanSelection
  @Option(help: "Why it is closed, if the final results are not handed in.")
  var reason = ""
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    try decision.decide(.closed, comments: reason, on: selection, writing, node: node)
  }
}

/// What the three decisions have in common.
struct DecisionOptions: ParsableArguments {
  static let discussion = """
    A decision is the department's own record, and written once. It is on the submission that came last, not on what the \
    agency has written since.

    JSON: id, plan, agency, submission, decision, decided_by, jointly_with, decided_at, comments, state.
    """

  @Option(help: "Who decided together with you, like the Regional Administrator (FFY 2004).")
  var jointlyWith = ""

  func decide(
    _ kind: Decision.Kind, comments: String, on selection: PlanSelection, _ writing: WritingOptions, node: NodeOptions
  ) throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("decides on plans")
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    var decision = Decision(id: node.newID())
    decision.decision = kind.rawValue
    decision.decidedBy = person.name
    decision.jointlyWith = try Entered.text(jointlyWith, "--jointly-with", oneLine: true)
    decision.decidedAt = node.now
    decision.comments = try Entered.text(comments, "the comment")
    let (before, after) = try writing.write(on: node, as: person, otherwise: "plan \(kind.rawValue)") { db in
      let found = try selection.find(in: db, of: node)
      let before = try PlanStanding(of: found, today: today, in: db, node: node)
      decision.plan = found.plan.id
      decision.submission = try subject(of: kind, before, reason: decision.comments)
      try RecordStore.insert(decision, agency: found.agency, in: db)
      return (before, try PlanStanding(of: found, today: today, in: db, node: node))
    }
    let alone = before.template.map { $0.isDecidedJointly && decision.jointlyWith.isEmpty } ?? false
    let hasMoved = before.life.undecided.map { waiting in
      kind != .closed && waiting.digest != PlanStanding.sha256(PlanSnapshot.json(of: before.found.plan))
    }
    return Report(
      lines: Layout.wrapped(
        "\(kind.rawValue) \(decision.plan) of \(before.found.agency); its state is \(after.life.state.rawValue) now",
        hanging: "  "),
      json: [
        "id": .text(decision.id), "plan": .text(decision.plan), "agency": .text(before.found.agency),
        "submission": .text(decision.submission), "decision": .text(decision.decision),
        "decided_by": .text(decision.decidedBy), "jointly_with": .text(decision.jointlyWith),
        "decided_at": .text(decision.decidedAt), "comments": .text(decision.comments),
        "state": .text(after.life.state.rawValue),
      ],
      notes: (alone
        ? ["plans of this form are decided on by the \(before.template?.reviewer ?? ""): say with whom, --jointly-with"]
        : [])
        + (hasMoved == true ? ["the agency has changed the plan since; the decision is on what was handed in"] : [])
        + ["next:  qapi merge"])
  }

  /// The submission that is decided on.
  private func subject(of kind: Decision.Kind, _ standing: PlanStanding, reason: String) throws -> String {
    let life = standing.life
    func refusal(_ what: String, next: String) -> Failure { .usage("\(what); nothing was changed", next: next) }
    if standing.template?.isInternal == true {
      throw refusal(
        "a plan of this kind is the agency's own, and the department does not decide on it",
        next: "comment on it with `qapi plan comment`")
    }
    guard kind == .closed else {
      guard life.state.allows(.decide), let waiting = life.undecided else {
        throw refusal(
          "the plan is \(life.state.rawValue), and nothing of it waits for a decision",
          next: "see `qapi plan show \(standing.found.plan.id)`")
      }
      return waiting.id
    }
    guard life.state.allows(.close) else {
      throw refusal("the plan is closed already", next: "see `qapi plan show \(standing.found.plan.id)`")
    }
    guard life.state == .finalResults || !reason.isEmpty else {
      throw refusal(
        "the plan is \(life.state.rawValue): its final results are not handed in",
        next: "wait for them, or say with --reason why it is closed without them")
    }
    return life.submissions.last?.id ?? ""
  }
}
