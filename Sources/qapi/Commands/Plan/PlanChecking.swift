import Foundation
import GRDB
import Plans
import Store

/// Gathers what a check of a plan looks at.
enum PlanChecking {
  static func items(of found: AgencyPlan, today: Day, in db: Database, node: OpenNode) throws -> [PlanCheckItem] {
    let submissions = try PlanStore.submissions(agency: found.agency, plan: found.plan.id, in: db)
    return PlanCheck.check(
      found.plan, template: try node.template(of: found.plan, in: db),
      figures: try DepartmentStore.figures(of: found.agency, in: db), today: today,
      firstSubmitted: submissions.first.flatMap { Day(String($0.submittedAt.prefix(10))) })
  }
}

extension Day {
  /// A day as a person types it; today if nothing was typed. Due dates are days, so the machine's own calendar decides.
  static func argument(_ text: String?) throws -> Day {
    guard let text else {
      let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
      if let year = parts.year, let month = parts.month, let day = parts.day, let today = Day(year, month, day) {
        return today
      }
      throw Failure(
        .error, "the clock of this machine shows no usable day", next: "set the clock, or name the day with --on")
    }
    guard let day = Day(text) else {
      throw Failure.usage("this is not a day", next: "write it like 2024-01-31")
    }
    return day
  }
}
