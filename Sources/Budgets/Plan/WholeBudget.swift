/// A budget with everything that hangs on it: its lines and what they are made of, the schedules that support them, the
/// assumptions behind them, and what would be given up first.
public struct WholeBudget: Hashable, Sendable {
  public let budget: Budget
  /// In their order.
  public let lines: [BudgetLine]
  public let changes: [BudgetChange]
  /// Of the schedules (AS.2.1 task 2).
  public let positions: [BudgetPosition]
  public let equipment: [BudgetEquipment]
  /// Agreements of the agency that name this budget.
  public let contracts: [Contract]
  public let assumptions: [StaffingAssumption]
  /// By rank.
  public let reductions: [ReductionOption]

  public init(
    budget: Budget, lines: [BudgetLine], changes: [BudgetChange], positions: [BudgetPosition] = [],
    equipment: [BudgetEquipment] = [], contracts: [Contract] = [], assumptions: [StaffingAssumption] = [],
    reductions: [ReductionOption] = []
  ) {
    self.budget = budget
    self.lines = lines.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    self.changes = changes
    self.positions = positions
    self.equipment = equipment
    self.contracts = contracts
    self.assumptions = assumptions
    self.reductions = reductions.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
  }

  public func totals() throws(MoneyOverflow) -> BudgetTotals { try BudgetTotals(lines: lines, changes: changes) }

  /// What a final budget settles: without the contracts and reduction options, which live on through the year.
  public var settled: WholeBudget {
    WholeBudget(
      budget: budget, lines: lines, changes: changes, positions: positions, equipment: equipment,
      assumptions: assumptions)
  }

  /// Changes of policy that nobody has decided upon (AS.2.1 task 1: each is approved, modified or denied).
  public var undecided: [BudgetChange] {
    changes.filter { $0.step == BudgetChange.Step.policy.rawValue && $0.decision.isEmpty }
  }

  /// What a division proposes to spend; the empty name is what belongs to none.
  public func divisions() throws(MoneyOverflow) -> [(name: String, proposed: Money)] {
    let totals = try totals()
    var divisions: [(name: String, proposed: Money)] = []
    for name in Set(lines.map(\.division)).sorted() {
      let amounts = totals.lines.filter { $0.line.division == name }.map(\.steps.proposed)
      divisions.append((name, try Money.sum(amounts)))
    }
    return divisions
  }
}
