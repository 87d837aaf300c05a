/// The amounts of a budget, computed from its lines and their changes; nothing of it is stored, so it is right before and after
/// every merge.
public struct BudgetTotals: Hashable, Sendable {
  /// By line, in the order of the lines.
  public let lines: [Line]
  public let all: Steps
  public let categories: [BudgetCategory: Steps]

  public struct Line: Hashable, Sendable {
    public let line: BudgetLine
    public let steps: Steps
  }

  /// An amount after each of the three steps of AS.2.1.
  public struct Steps: Hashable, Sendable {
    /// Sums of the changes of each step.
    public let changes: [Money]
    /// After step 1: revised baseline of the current year.
    public var baseline: Money { changes[0] }
    /// After step 2: baseline of the budget year.
    public let budgetYear: Money
    /// After step 3: proposed budget.
    public let proposed: Money

    public init(_ changes: [BudgetChange]) throws(MoneyOverflow) {
      var sums: [Money] = []
      for step in BudgetChange.Step.allCases {
        sums.append(try Money.sum(changes.filter { $0.step == step.rawValue }.map(\.counted)))
      }
      self.changes = sums
      budgetYear = try sums[0].adding(sums[1])
      proposed = try budgetYear.adding(sums[2])
    }
  }

  public init(lines: [BudgetLine], changes: [BudgetChange]) throws(MoneyOverflow) {
    let byLine = Dictionary(grouping: changes, by: \.line)
    var totals: [Line] = []
    for line in lines { totals.append(Line(line: line, steps: try Steps(byLine[line.id] ?? []))) }
    self.lines = totals
    all = try Steps(lines.flatMap { byLine[$0.id] ?? [] })
    var categories: [BudgetCategory: Steps] = [:]
    for category in BudgetCategory.allCases {
      categories[category] = try Steps(
        lines.filter { $0.category == category.rawValue }.flatMap { byLine[$0.id] ?? [] })
    }
    self.categories = categories
  }

  /// The proposed budget with what controls it, for ``Reconciliation``. A line of an EDP sub-category that is not known here is
  /// left out, and is a finding.
  public var controlled: [ControlledAmount] {
    lines.compactMap { total in
      total.line.control.map {
        ControlledAmount(
          total.steps.proposed, $0, initiative: InitiativePart(rawValue: total.line.initiative),
          program: TargetedProgram(rawValue: total.line.program))
      }
    }
  }
}
