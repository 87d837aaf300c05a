public import Budgets

extension Budget: StoredRecord {
  public static var table: SyncedTable { Schema.budget }
}
extension BudgetLine: StoredRecord {
  public static var table: SyncedTable { Schema.budgetLine }
}
extension BudgetChange: StoredRecord {
  public static var table: SyncedTable { Schema.budgetChange }
}
extension AllocationLetter: StoredRecord {
  public static var table: SyncedTable { Schema.allocationLetter }
}
extension AllocationLine: StoredRecord {
  public static var table: SyncedTable { Schema.allocationLine }
}
