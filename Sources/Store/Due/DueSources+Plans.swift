internal import Catalogue
internal import GRDB
internal import Plans
internal import Records

extension DueSources {
  /// What letters and the department ask of every agency, where an agency has not begun its plan yet.
  static func planDues(_ request: Request, in db: Database) throws -> [CalendarEntry] {
    let begun = Set(try PlanStore.plans(in: db).map { [$0.agency, $0.plan.template.id] })
    return try newestTemplates(in: db).flatMap { template in
      try request.counties.filter { !begun.contains([$0, template.name.id]) }.flatMap { agency in
        let dates = try CycleStore.dates(of: template, agency: agency, in: db)
        return items(of: template).compactMap { item in
          dates.day(of: item).map { entry(item, of: template, plan: template.name.id, agency, $0, isDone: false) }
        }
      }
    }
  }

  /// Plans that were begun, with their updates, and the tactics that have a projected day.
  static func startedPlanDues(_ request: Request, in db: Database) throws -> [CalendarEntry] {
    // A plan that another one of the same template took the place of is not asked for twice.
    // Of a kind without a year (risks, recruitment) several stand side by side.
    let severalKinds = Set(
      try DepartmentStore.kinds(in: db).filter { $0.kind?.fiscalYear == nil }.map(\.name.id))
    let plans = Dictionary(
      try PlanStore.plans(in: db).map { found in
        let own = severalKinds.contains(found.plan.template.id) ? found.plan.id : found.plan.period
        return ([found.agency, found.plan.template.id, own], found)
      },
      uniquingKeysWith: { Positions.isBefore($0.plan.id, $1.plan.id) ? $1 : $0 })
    return try plans.values.flatMap { found -> [CalendarEntry] in
      guard let template = try DepartmentStore.template(of: found.plan, in: db) else { return [] }
      let life = try LifeStore.life(
        of: found, template: template, today: request.today, in: db, sha256: request.sha256)
      let dates = try CycleStore.dates(of: template, agency: found.agency, in: db)
      let name = found.plan.period.isEmpty ? template.name.id : found.plan.id
      let due = life.dueItems(template: template, dates: dates, today: request.today).compactMap { item in
        item.due.map { day in
          entry(
            item.item, of: template, plan: name, found.agency, day,
            isDone: item.submitted != nil || life.state == .closed)
        }
      }
      guard life.state != .closed else { return due }
      return due
        + found.plan.blocks.flatMap(\.tactics).compactMap { tactic in
          guard let day = Day(tactic.projected) else { return nil }
          let isDone = !tactic.completed.isEmpty || tactic.status == .completed || tactic.status == .dropped
          return CalendarEntry(
            id: "tactic.\(tactic.id)", agency: found.agency, day: day, title: "Tactic: \(line(tactic.title))",
            kind: .tactic, source: template.title, person: tactic.leads, isDone: isDone)
        }
    }
  }

  private static func items(of template: PlanTemplate) -> [PlanItem] {
    [.plan] + template.quarters.map { .quarter($0.number) }
  }

  private static func entry(
    _ item: PlanItem, of template: PlanTemplate, plan: String, _ agency: String, _ day: Day, isDone: Bool
  ) -> CalendarEntry {
    let year = template.year.isEmpty ? "" : ", \(template.year)"
    let title: String
    if case .quarter(let number) = item {
      let label = template.quarters.first { $0.number == number }?.label ?? "quarter \(number)"
      let quarter = label.hasSuffix(":") ? String(label.dropLast()) : label
      title = "\(template.title)\(year): \(quarter)"
    } else {
      title = "\(template.title)\(year)"
    }
    return CalendarEntry(
      id: "plan.\(plan).\(item.rawValue)", agency: agency, day: day, title: line(title),
      kind: item == .plan ? .plan : .update, source: template.source, isDone: isDone)
  }

  /// The newest version of each template.
  private static func newestTemplates(in db: Database) throws -> [PlanTemplate] {
    Dictionary(grouping: try DepartmentStore.templates(in: db), by: \.name.id).values.compactMap { versions in
      versions.max { $0.name.version < $1.name.version }
    }
  }
}
