public import Budgets
public import GRDB

/// Budgets and allocations as rules take them.
public enum BudgetStore {
  public static func whole(_ budget: Budget, of agency: String, in db: Database) throws -> WholeBudget {
    func own<Record: StoredRecord>(_: Record.Type) throws -> [Record] {
      try RecordStore.records(Record.self, of: agency, where: "budget", is: budget.id, in: db)
    }
    let changes = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM budget_change WHERE agency = ?
        AND line IN (SELECT id FROM budget_line WHERE agency = ? AND budget = ?) ORDER BY id
        """, arguments: [agency, agency, budget.id]
    ).map(BudgetChange.init(row:))
    return WholeBudget(
      budget: budget, lines: try own(BudgetLine.self), changes: changes, positions: try own(BudgetPosition.self),
      equipment: try own(BudgetEquipment.self), contracts: try own(Contract.self),
      assumptions: try own(StaffingAssumption.self), reductions: try own(ReductionOption.self))
  }

  /// The line items whose fields say different controls.
  public static func miscoded(
    _ lines: [BudgetLine], in db: Database
  ) throws -> [(line: BudgetLine, miscoding: BudgetLine.Miscoding)] {
    let editions = try FiscalStore.editions(in: db)
    return lines.compactMap { line in
      line.miscoding(on: editions.line(line.displayLine, of: .display)).map { (line, $0) }
    }
  }

  /// The letters of an agency and year with the lines that count.
  public struct WholeAllocation: Hashable, Sendable {
    public let allocation: Allocation
    /// Of the letters in force.
    public let lines: [AllocationLine]
  }

  /// - Parameter further: letters that would stand besides; those of others are left out.
  public static func allocation(
    of agency: String, year: String, with further: [AllocationStore.Letter] = [], in db: Database
  ) throws -> WholeAllocation {
    let further = further.filter { $0.agency == agency && $0.letter.year == year }
    let allocation = Allocation(
      of: try RecordStore.all(AllocationLetter.self, of: agency, in: db).map(\.record).filter { $0.year == year }
        + further.map(\.letter))
    let inForce = Set(allocation.inForce)
    let lines = try (RecordStore.all(AllocationLine.self, of: agency, in: db).map(\.record) + further.flatMap(\.lines))
      .filter { inForce.contains($0.letter) }.sorted {
        ($0.letter, $0.position, $0.id) < ($1.letter, $1.position, $1.id)
      }
    return WholeAllocation(allocation: allocation, lines: lines)
  }

  /// A budget against the allocation of its year.
  public static func reconciliation(
    of budget: Budget, agency: String, in db: Database
  ) throws -> (reconciliation: Reconciliation, allocation: Allocation) {
    let plan = try whole(budget, of: agency, in: db).totals()
    let letters = try allocation(of: agency, year: budget.year, in: db)
    return (
      try Reconciliation(planned: plan.controlled, allocated: letters.lines.compactMap(\.controlled)),
      letters.allocation
    )
  }

  /// Targeted programs of a budget's year: planned, allocated, and what shows the effort.
  public static func programs(of budget: Budget, agency: String, in db: Database) throws -> [ProgramEffort] {
    try ProgramEffort.all(
      planned: whole(budget, of: agency, in: db).totals().controlled,
      allocated: allocation(of: agency, year: budget.year, in: db).lines.compactMap(\.controlled),
      evidence: RecordStore.records(EffortEvidence.self, of: agency, where: "year", is: budget.year, in: db))
  }
}
