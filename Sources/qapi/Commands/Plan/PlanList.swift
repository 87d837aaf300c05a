import ArgumentParser
import GRDB
import Plans
import Store
import SyncEngine

struct PlanList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plans that this node reads.",
    discussion:
      "Other commands take the short ids too. JSON: plans (id, agency, agency_name, template, title, blocks, tactics, submitted)."
  )
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
      lines: plans.isEmpty ? ["no plans"] : lines(plans, submitted.map { $0 != nil }),
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

  /// One line for each plan, the title cut to what is left of it.
  private func lines(_ plans: [AgencyPlan], _ submitted: [Bool]) -> [String] {
    let ids = PlanName.unique(plans.map(\.plan.id))
    let columns = Layout.table(
      plans.indices.map { [ids[$0], plans[$0].agency, submitted[$0] ? "submitted" : "not yet", ""] })
    return zip(columns, plans).map { columns, entry in
      let room = max(Layout.columnCount - Shown.width(columns), 20)
      let title = Shown.line(entry.plan.title)
      return columns + (Shown.width(title) <= room ? title : Shown.line(entry.plan.title, limit: room - 1))
    }
  }
}
