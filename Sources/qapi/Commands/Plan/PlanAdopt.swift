import ArgumentParser
import GRDB
import Plans
import Store
import SyncEngine

struct PlanAdopt: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Let a plan go on with a newer version of its template.",
    discussion: """
      Says what differs between the two versions, and writes nothing but the version: every text and figure stays. What \
      the new form has no place for is shown behind it.

      JSON: plan, agency, template, from, to (versions), changes (place, was, now; empty for what was not there).
      """)
  @OptionGroup var selection: PlanSelection
  @Option(help: "Version of the template; else the newest.")
  var version: Int?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkWritesPlans()
    let person = try writing.person(of: node)
    let (old, new, plan) = try writing.write(on: node, as: person, otherwise: "newer version of the template") { db in
      try adopt(in: db, node)
    }
    let changes = try TemplateComparison.changes(from: old.text, to: new.text)
    return Report(
      lines: [
        Shown.line("\(plan) goes on with \(new.name); \(Layout.count(changes.count, "difference")) to \(old.name)")
      ]
        + TemplateDifference.lines(changes),
      json: [
        "plan": .text(plan), "agency": .text(node.member), "template": .text(new.name.id),
        "from": JSON(old.name.version), "to": JSON(new.name.version), "changes": TemplateDifference.json(changes),
      ], notes: ["next:  qapi plan check \(plan)"])
  }

  private func adopt(
    in db: Database, _ node: OpenNode
  ) throws -> (old: TemplateDocument, new: TemplateDocument, plan: String) {
    let found = try selection.find(in: db, of: node)
    try node.checkOwns(found)
    let name = found.plan.template
    let old = try TemplateSelection.document(name.id, version: name.version, in: db)
    let new = try TemplateSelection.document(name.id, version: version, in: db)
    guard new.name.version > old.name.version else {
      throw Failure.usage(
        "the plan has \(Shown.line("\(name)")), which is not older than version \(new.name.version); nothing was changed",
        next: "see `qapi template list`")
    }
    guard new.template != nil else {
      throw Failure(
        .error, "\(Shown.line("\(new.name)")) cannot be read by this qapi; nothing was changed", next: "upgrade qapi")
    }
    var plan = found.plan
    plan.template = new.name
    try PlanStore.apply(PlanChange.changes(from: found.plan, to: plan), agency: found.agency, in: db)
    return (old, new, plan.id)
  }
}
