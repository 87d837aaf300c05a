public import Records

/// The days by which one agency's plan and its quarterly updates are due: the template's, unless the department has set
/// others for all agencies, or has given this agency more time. An amendment has no due date: no letter sets one.
public struct DueDates: Hashable, Sendable {
  /// nil if nobody has set a day.
  public var plan: Day?
  /// By the number of the quarter; a quarter without a day is not in it.
  public var quarters: [Int: Day]
  /// What this agency was given more time for.
  public var extended: Set<PlanItem> = []

  /// As the letter has them.
  public init(of template: PlanTemplate) { self.init(of: template, set: [:], extended: [:]) }

  /// - Parameters:
  ///   - set: days that the department has set for all agencies; they go before the letter's.
  ///   - extended: days that the department has given this agency; they go before all others. One that is not later than
  ///     the day for all is no extension, and does not count.
  public init(of template: PlanTemplate, set: [PlanItem: Day], extended: [PlanItem: Day]) {
    var days = set
    if let due = template.due, days[.plan] == nil { days[.plan] = due }
    for quarter in template.quarters where days[.quarter(quarter.number)] == nil {
      days[.quarter(quarter.number)] = quarter.due
    }
    for (item, day) in extended where days[item].map({ $0 < day }) ?? true {
      days[item] = day
      self.extended.insert(item)
    }
    plan = days[.plan]
    quarters = [:]
    for quarter in template.quarters { quarters[quarter.number] = days[.quarter(quarter.number)] }
  }

  public func day(of item: PlanItem) -> Day? {
    switch item {
    case .plan: plan
    case .amendment: nil
    case .quarter(let number): quarters[number]
    }
  }
}

/// Whether one thing was, or is to be, handed in on time. The due day itself is not late. Late is shown, and never blocked.
public struct DueItem: Hashable, Sendable {
  public let item: PlanItem
  /// nil if nobody has set a day; then nothing is late.
  public let due: Day?
  public let isExtended: Bool
  /// The day on which it was first handed in; nil if it was not yet.
  public let submitted: Day?
  public let isLate: Bool

  public init(_ item: PlanItem, dates: DueDates, submitted: Day?, today: Day) {
    self.item = item
    due = dates.day(of: item)
    isExtended = dates.extended.contains(item)
    self.submitted = submitted
    // On a day of the past nothing is late yet that is handed in later.
    isLate = due.map { $0 < min(submitted ?? today, today) } ?? false
  }
}

extension PlanLife {
  /// The plan and each quarter of its template. Of a closed plan nothing that was not handed in is late.
  public func dueItems(template: PlanTemplate, dates: DueDates, today: Day) -> [DueItem] {
    let items = [PlanItem.plan] + template.quarters.map { .quarter($0.number) }
    return items.map { item in
      let submitted = firstSubmitted(item)
      let lastDay = state == .closed ? closing.flatMap { Day(inCaliforniaAt: $0.decidedAt) } : nil
      return DueItem(item, dates: dates, submitted: submitted, today: lastDay.map { min($0, today) } ?? today)
    }
  }
}
