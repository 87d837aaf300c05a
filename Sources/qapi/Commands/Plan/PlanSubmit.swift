import ArgumentParser
import Canonical
import Changesets
import Foundation
import GRDB
import Plans
import Store
import SyncEngine

struct PlanSubmit: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Hand a plan in: freeze it as it stands, with name and time.",
    discussion: """
      Work goes on in the living plan. What `plan check` finds is said, and does not stop a submission.

      JSON: submission, plan, agency, submitted_at, digest, errors, not_known.
      """)
  @OptionGroup var selection: PlanSelection
  @Option(help: "A note that goes with the submission.")
  var note = ""
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWritesPlans()
    let person = try writing.person(of: node)
    let today = try Day.argument(nil)
    let (found, items, last) = try node.engine.queue.read { db in
      let found = try selection.find(in: db, of: node)
      return (
        found, try PlanChecking.items(of: found, today: today, in: db, node: node),
        try PlanStore.submissions(agency: found.agency, plan: found.plan.id, in: db).last
      )
    }
    try node.checkOwns(found)
    let snapshot = PlanSnapshot.json(of: found.plan)
    let digest = Digest(of: Array(snapshot.utf8)).hex
    if let last, last.digest == digest {
      throw Failure.usage(
        "the plan has not changed since it was submitted at \(Shown.line(last.submittedAt)); nothing was changed",
        next: "edit it first, if something is to be handed in again")
    }
    guard snapshot.utf8.count <= PlanText.byteLimit else {
      throw Failure.usage(
        "the plan has \(snapshot.utf8.count) bytes, and \(PlanText.byteLimit) is the limit; nothing was changed",
        next: "shorten its texts")
    }
    let surroundings = node.engine.configuration.surroundings
    let time = Date(timeIntervalSince1970: TimeInterval(surroundings.now())).formatted(.iso8601)
    let submission = Submission(
      id: surroundings.newID(), plan: found.plan.id, submittedBy: person.name, submittedAt: time,
      note: PlanText.normalised(note), snapshot: snapshot, digest: digest)
    try writing.write(on: node, as: person, otherwise: "submission") { db in
      try PlanStore.submit(submission, agency: node.member, in: db)
    }
    let errors = items.count { $0.severity == .error }
    let notKnown = items.count { $0.severity == .notKnown }
    let lack = "\(Layout.count(errors, "error")), \(notKnown) not known: see `qapi plan check \(found.plan.id)`"
    return Report(
      lines: ["submitted \(found.plan.id) at \(time)", "SHA-256 \(digest)"],
      json: [
        "submission": .text(submission.id), "plan": .text(found.plan.id), "agency": .text(found.agency),
        "submitted_at": .text(time), "digest": .text(digest), "errors": JSON(errors), "not_known": JSON(notKnown),
      ],
      notes: (errors + notKnown > 0 ? [lack] : []) + ["next:  qapi sync, so that the department receives it"])
  }
}
