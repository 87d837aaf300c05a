import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct PlanApprove: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve a plan exactly as it stands, as the director.",
    discussion: """
      Preparer and approver are different persons, and both are recorded. Names are asserted on this node's key. Who \
      prepared the plan is whoever wrote in it last, unless --prepared-by says it. A change of the plan after this needs \
      another approval.

      JSON: approval, plan, agency, item, prepared_by, approved_by, approved_at, digest.
      """)
  @OptionGroup var selection: PlanSelection
  @Option(help: "Who prepared the plan, like \"Kim Lee <klee>\".")
  var preparedBy: String?
  @Option(help: "A note that goes with the approval.")
  var note = ""
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWritesPlans()
    let director = try writing.person(of: node)
    let today = try Day.argument(nil)
    let standing = try node.engine.queue.read { db in
      try PlanStanding(of: try selection.find(in: db, of: node), today: today, in: db, node: node)
    }
    let (found, life) = (standing.found, standing.life)
    try node.checkOwns(found)
    guard life.state.allows(.approve) else {
      throw Failure.usage("the plan is \(life.state.rawValue); nothing was changed", next: "begin the next one")
    }
    let digest = PlanStanding.sha256(PlanSnapshot.json(of: found.plan))
    if let last = life.lastVersion, last.digest == digest {
      throw Failure.usage(
        "the plan has not changed since it was submitted at \(Shown.line(last.submittedAt)); nothing was changed",
        next: "edit it first, if something is to be handed in again")
    }
    var approval = Approval(id: node.newID())
    approval.plan = found.plan.id
    approval.item = life.nextWhole.rawValue
    approval.preparedBy = try preparer(of: standing, node)
    approval.approvedBy = PersonName(director)
    approval.approvedAt = node.now
    approval.note = try Entered.text(note, "the note")
    approval.digest = digest
    guard !approval.preparedBy.isSame(as: approval.approvedBy) else {
      throw Failure.usage(
        "\(Shown.line(approval.preparedBy.name)) prepared the plan, and preparer and approver are different persons; "
          + "nothing was changed",
        next: preparedBy == nil
          ? "let another person approve it (--person), or say who prepared it with --prepared-by"
          : "let another person approve it, with --person")
    }
    try writing.write(on: node, as: director, otherwise: "approval of the \(approval.item)") { db in
      try RecordStore.insert(approval, agency: node.member, in: db)
    }
    return Report(
      lines: [
        "approved \(found.plan.id) by \(Shown.line(approval.approvedBy.name)), "
          + "prepared by \(Shown.line(approval.preparedBy.name))",
        "SHA-256 \(digest)",
      ].flatMap { Layout.wrapped($0, hanging: "  ") },
      json: [
        "approval": .text(approval.id), "plan": .text(found.plan.id), "agency": .text(found.agency),
        "item": .text(approval.item), "prepared_by": .text(approval.preparedBy.name),
        "approved_by": .text(approval.approvedBy.name), "approved_at": .text(approval.approvedAt),
        "digest": .text(digest),
      ],
      notes: [
        "next:  qapi plan submit \(found.plan.id)" + (life.nextWhole == .plan ? "" : " --item amendment")
      ])
  }

  private func preparer(of standing: PlanStanding, _ node: OpenNode) throws -> PersonName {
    if let preparedBy { return PersonName(node.signing(try Person(argument: preparedBy))) }
    let rows = standing.found.rows(in: node.engine, template: standing.template)
    guard let last = try node.engine.lastWriter(of: rows) else {
      throw Failure.usage(
        "it is not known who prepared the plan; nothing was changed", next: "say it with --prepared-by")
    }
    return PersonName(last)
  }
}

extension PersonName {
  init(_ person: Person) { self.init(id: person.id, name: person.name) }
}
