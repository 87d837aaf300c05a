import ArgumentParser
import GRDB
import Plans
import Store
import SyncEngine

struct PlanList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plans that this node reads.",
    discussion: "JSON: plans (id, agency, agency_name, template, title, blocks, tactics, submitted).")
  @Option(help: "Only those of this agency.")
  var agency: String?
  @Flag(help: "Those of all agencies (as without --agency).")
  var all = false
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard agency == nil || !all else { throw ValidationError("--agency and --all exclude one another.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let (plans, submitted) = try node.engine.queue.read { db in
      let plans = try PlanStore.plans(of: agency, in: db)
      return (
        plans,
        try plans.map { try PlanStore.submissions(agency: $0.agency, plan: $0.plan.id, in: db).last?.submittedAt }
      )
    }
    let names = plans.map { node.name(of: $0.agency) }
    return Report(
      lines: plans.isEmpty
        ? ["no plans"] : Layout.table(plans.map { [$0.plan.id, $0.agency, Shown.line($0.plan.title, limit: 60)] }),
      json: [
        "plans": .list(
          plans.indices.map { index in
            let plan = plans[index].plan
            return .object([
              "id": .text(plan.id), "agency": .text(plans[index].agency), "agency_name": .text(names[index]),
              "template": .text("\(plan.template)"), "title": .text(plan.title), "blocks": JSON(plan.blocks.count),
              "tactics": JSON(plan.blocks.reduce(0) { $0 + $1.tactics.count }), "submitted": JSON(submitted[index]),
            ])
          })
      ])
  }
}
