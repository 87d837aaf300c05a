internal import Budgets

/// Money: what agencies plan, and what the department allocates.
extension Schema {
  static let budgets: [SyncedTable] = [budget, budgetLine, budgetChange, allocationLetter, allocationLine]

  public static let budget = agencyTable("budget", title: "budget", of: Budget.self)

  static let budgetLine = agencyTable("budget_line", title: "line item of a budget", of: BudgetLine.self)

  static let budgetChange = agencyTable("budget_change", title: "change of a line item", of: BudgetChange.self)

  /// Written once, with its lines.
  public static let allocationLetter = agencyTable(
    "allocation_letter", title: "allocation letter", of: AllocationLetter.self, owner: .department)

  /// Written once.
  public static let allocationLine = agencyTable(
    "allocation_line", title: "line of an allocation letter", of: AllocationLine.self, owner: .department)
}
