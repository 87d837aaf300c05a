internal import Catalogue
internal import GRDB
internal import Improvement
internal import Measures
internal import Plans
internal import Records

extension DueSources {
  /// The catalogue's duties that have a rule and no records of their own.
  static func obligationDues(_ request: Request, in db: Database) throws -> [CalendarEntry] {
    try request.agencies.flatMap { agency -> [CalendarEntry] in
      let done = try ObligationStore.done(by: agency, in: db)
      let reports = try reportsOfPlans(of: agency, in: db)
      let met = try metByMoney(of: agency, in: db)
      return try ObligationStore.states(ofCalendarFor: agency, department: request.department, in: db)
        .filter { $0.obligation.shownAs == nil }.flatMap { state in
          let inPlans = reports[state.obligation.id] ?? []
          return entries(of: state, agency, request, besides: inPlans) { occurrence in
            let marks = done[state.obligation.id] ?? []
            return met[state.obligation.id]?.contains(occurrence.key) == true || marks.contains(occurrence.key)
              || marks.contains("\(occurrence.day)")
              || marks.contains(ObligationDone.once)
          }
        }
    }
  }

  /// The standard figures of each quarter, until they are handed in (22 CCR 111920, IOP.2.2).
  static func figureDues(_ request: Request, in db: Database) throws -> [CalendarEntry] {
    try request.counties.flatMap { agency -> [CalendarEntry] in
      let submitted = Set(try RecordStore.all(FigureSubmission.self, of: agency, in: db).map(\.record.period))
      return try shown(as: .figures, for: agency, request, in: db).flatMap { state in
        entries(of: state, agency, request) { submitted.contains($0.key) }
      }
    }
  }

  /// The case reviews that each quarter asks for, until they are finished (IOP.1.4).
  static func reviewDues(_ request: Request, in db: Database) throws -> [CalendarEntry] {
    try request.counties.flatMap { agency -> [CalendarEntry] in
      let reviews = try RecordStore.all(CaseReview.self, of: agency, in: db).map(\.record)
      return try shown(as: .caseReviews, for: agency, request, in: db).flatMap { state in
        let kind = state.obligation.id == "IOP.1.4-4" ? CaseReview.reliability : CaseReview.compliance
        return entries(of: state, agency, request) { occurrence in
          reviews.contains { $0.kind == kind && $0.quarter == occurrence.key && !$0.finished.isEmpty }
        }
      }
    }
  }

  /// The days of quarterly reports that stand in the calendar as those of a plan that was begun (a kind of plan names the
  /// duties that it fulfils), by the id of the duty.
  private static func reportsOfPlans(of agency: String, in db: Database) throws -> [String: Set<Day>] {
    let kinds = try DepartmentStore.kinds(in: db)
    var days: [String: Set<Day>] = [:]
    for found in try PlanStore.plans(of: agency, in: db) {
      guard let template = kinds.first(where: { $0.name == found.plan.template })?.opened(for: found.plan) else {
        continue
      }
      for id in template.kind?.obligations ?? [] where Obligation.named(id)?.frequency == .quarterly {
        days[id, default: []].formUnion(template.quarters.compactMap(\.due))
      }
    }
    return days
  }

  private static func shown(
    as records: Obligation.Records, for agency: String, _ request: Request, in db: Database
  ) throws -> [ObligationState] {
    try ObligationStore.states(ofCalendarFor: agency, department: request.department, in: db).filter {
      $0.obligation.shownAs == records
    }
  }

  private static func entries(
    of state: ObligationState, _ agency: String, _ request: Request, besides shown: Set<Day> = [],
    isDone: (DueRule.Occurrence) -> Bool
  ) -> [CalendarEntry] {
    guard let (rule, origin) = state.rule else { return [] }
    let row = state.obligation
    let said = origin == .department ? state.setting?.source ?? "" : origin == .catalogue ? row.ruleSource : ""
    let kind: CalendarEntry.Kind =
      switch row.shownAs {
      case nil: .obligation
      case .figures: .figures
      case .caseReviews: .review
      }
    return rule.occurrences(in: request.days).filter { !shown.contains($0.day) }.map { occurrence in
      CalendarEntry(
        id: "obligation.\(row.id).\(occurrence.key.replacing(" ", with: "-"))", agency: agency, day: occurrence.day,
        title: line(row.what.prefix(1).uppercased() + row.what.dropFirst())
          + (occurrence.label.isEmpty ? "" : ": \(occurrence.label)"), kind: kind,
        source: row.id + (said.isEmpty ? "" : ", \(line(said))"), person: state.person, isDone: isDone(occurrence))
    }
  }
}
