import Canonical
import GRDB
import Plans
import Records
import Store
import SyncEngine

/// Gathers what a check of a plan looks at.
enum PlanChecking {
  /// What a plan lacks; of a plan whose template is not known here, that alone.
  static func items(of found: AgencyPlan, today: Day, in db: Database, node: OpenNode) throws -> [PlanCheckItem] {
    let standing = try PlanStanding(of: found, today: today, in: db, node: node)
    guard let template = standing.template else {
      return [
        PlanCheckItem(
          rule: "template", severity: .notKnown, place: "plan",
          message: "the plan's template \(found.plan.template) is not known here: run `qapi sync`, or upgrade",
          source: "")
      ]
    }
    let targets = try PlanTargets.agreed(
      of: found.agency, year: template.targetYear(of: found.plan), in: db)
    return PlanCheck.check(
      found.plan, template: template, figures: try DepartmentStore.figures(of: found.agency, in: db), today: today,
      firstSubmitted: standing.life.firstSubmitted(.plan),
      dates: try CycleStore.dates(of: template, agency: found.agency, in: db),
      isAmendment: template.isForEarlierYear(found.plan))
      + PlanCheck.targets(found.plan, template: template, agreed: targets)
  }
}

extension Day {
  /// A day as a person types it; today if nothing was typed: the day in California, whose days due dates are, whatever
  /// zone the machine keeps.
  static func argument(_ text: String?) throws -> Day {
    guard let text else {
      if let today = Day(inCaliforniaAt: Deployment.configuration.surroundings.now()) { return today }
      throw Failure(
        .error, "the clock of this machine shows no usable day", next: "set the clock, or name the day with --on")
    }
    return try Entered.day(text, "--on")
  }
}
