import ArgumentParser
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct PlanList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plans that this node reads.",
    discussion: """
      With the state of each, and what is late, or due next. Other commands take the short ids too.

      JSON: plans (id, agency, agency_name, template, title, blocks, tactics, submitted, \(PlanStanding.jsonNames)).
      """)
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
    let today = try Day.argument(nil)
    let (plans, standings) = try node.engine.queue.read { db in
      let plans = try PlanStore.plans(of: agency, in: db)
      return (
        plans,
        try plans.map { try PlanStanding(of: $0, today: today, in: db, node: node) }
      )
    }
    let names = plans.map { node.name(of: $0.agency) }
    return Report(
      lines: plans.isEmpty ? ["no plans"] : lines(plans, standings),
      json: [
        "plans": .list(
          plans.indices.map { index in
            let plan = plans[index].plan
            let own = JSON.object([
              "id": .text(plan.id), "agency": .text(plans[index].agency), "agency_name": .text(names[index]),
              "template": .text("\(plan.template)"), "title": .text(plan.title), "blocks": JSON(plan.blocks.count),
              "tactics": JSON(plan.blocks.reduce(0) { $0 + $1.tactics.count }),
              "submitted": JSON(standings[index].life.submissions.last?.submittedAt),
            ])
            guard case .object(let members) = own else { return own }
            return .object(members + standings[index].json)
          })
      ])
  }

  /// One line for each plan, the title cut to what is left of it: the id names the plan where nothing is.
  private func lines(_ plans: [AgencyPlan], _ standings: [PlanStanding]) -> [String] {
    let ids = PlanName.unique(plans.map(\.plan.id))
    return Layout.table(
      plans.indices.map { index in
        [
          ids[index], plans[index].agency, standings[index].word, standings[index].dueWord,
          Shown.line(plans[index].plan.title),
        ]
      }, cuttingLast: true)
  }
}

extension PlanStanding {
  /// The state in a word or two.
  fileprivate var word: String {
    life.state.rawValue + (life.amendment.map { ", amendment \($0.state.rawValue)" } ?? "")
      + (isKeptByDepartment ? " (DCSS)" : "")
  }

  /// What is late, or else what is due next.
  fileprivate var dueWord: String {
    let missing = late.filter { $0.submitted == nil }
    if let first = missing.first {
      return "\(first.item.rawValue) late" + (missing.count > 1 ? " and \(missing.count - 1) more" : "")
    }
    guard life.state != .closed, let next, let day = next.due else { return "" }
    return "\(next.item.rawValue) \(day)" + (next.isExtended ? " ext." : "")
  }
}
