/// The supporting schedules of a budget (AS.2.1 task 2) held against its lines: what a schedule lists for a line, and what the
/// line proposes. They need not be equal: benefits and overtime stand in a line, and in no list of positions. The difference is
/// shown, and is for people to explain.
public struct ScheduleTie: Hashable, Sendable {
  public enum Schedule: String, CaseIterable, Hashable, Sendable {
    case positions, contracts, equipment
  }

  public let schedule: Schedule
  /// nil for what names no line of this budget.
  public let line: BudgetLine?
  /// Whole cents of what the schedule lists.
  public let listed: Money
  /// What the line proposes; nothing where there is no line.
  public let proposed: Money
  /// Proposed less listed: below zero where the schedule lists more than the line pays. Where there is no line, all that is
  /// listed is missing.
  public let difference: Money
  /// How many entries of the schedule.
  public let count: Int
}

extension WholeBudget {
  /// Schedule by schedule, the lines in their order, what names no line last.
  public func ties() throws(MoneyOverflow) -> [ScheduleTie] {
    let proposed = Dictionary(
      try totals().lines.map { ($0.line.id, $0.steps.proposed) }, uniquingKeysWith: { first, _ in first })
    var equipmentCosts: [(line: String, cost: Money)] = []
    for item in equipment { equipmentCosts.append((item.line, try item.cost())) }
    let listed: [(ScheduleTie.Schedule, [(line: String, cost: Money)])] = [
      (.positions, positions.map { ($0.line, Money(cents: Int64($0.cost))) }),
      (.contracts, contracts.map { ($0.line, Money(cents: Int64($0.amount))) }),
      (.equipment, equipmentCosts),
    ]
    let known = Set(lines.map(\.id))
    var ties: [ScheduleTie] = []
    for (schedule, entries) in listed {
      for line in lines.map(Optional.some) + [nil] {
        let own = entries.filter { entry in line.map { $0.id == entry.line } ?? !known.contains(entry.line) }
        guard !own.isEmpty else { continue }
        let sum = try Money.sum(own.map(\.cost))
        let pays = line.flatMap { proposed[$0.id] } ?? .zero
        ties.append(
          ScheduleTie(
            schedule: schedule, line: line, listed: sum, proposed: pays, difference: try pays.subtracting(sum),
            count: own.count))
      }
    }
    return ties
  }
}

extension BudgetEquipment {
  /// How many, times the cost of one.
  public func cost() throws(MoneyOverflow) -> Money {
    let (product, overflow) = Int64(count).multipliedReportingOverflow(by: Int64(unitCost))
    guard !overflow else { throw MoneyOverflow() }
    return Money(cents: product)
  }
}
