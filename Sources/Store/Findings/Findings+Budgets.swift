internal import Budgets
internal import GRDB
internal import Records

/// Budgets against their allocation.
extension Findings {
  /// - `over-allocation`, `forbidden-transfer`, `initiative-redirected`: see ``Reconciliation/Rule``. For information while there are
  ///   planning letters only; once the final allocation is there, someone must look at it.
  /// - `unknown-control`: a line item, or a line of a letter, under a sub-category of EDP that is not known here.
  /// - The rules of ``BudgetLine/Miscoding``: a line item whose fields say different controls; entry refuses them, so that a merge, or a
  ///   newer edition of the CS 921, brought them together.
  /// - `amounts-too-large`: the amounts of a budget, or of its letters, do not fit into a sum.
  static func budgets(in db: Database) throws -> [Finding] {
    try RecordStore.all(Budget.self, in: db).flatMap { agency, budget in
      try unknownControls(of: budget, agency, in: db) + miscoded(of: budget, agency, in: db)
        + controls(of: budget, agency, in: db)
    }
  }

  private static func controls(of budget: Budget, _ agency: String, in db: Database) throws -> [Finding] {
    let row = RowName(table: Schema.budget.name, key: [.text(agency), .text(budget.id)])
    let reconciliation: Reconciliation
    let allocation: Allocation
    do {
      (reconciliation, allocation) = try BudgetStore.reconciliation(of: budget, agency: agency, in: db)
    } catch is MoneyOverflow {
      return [
        Finding(
          rule: "amounts-too-large", weight: .attention, agency: agency, row: row,
          message: "the amounts of this budget, or of its letters, are too large to be added",
          next: "look for an amount with too many digits: `qapi budget show`")
      ]
    }
    guard allocation.standard != nil else { return [] }
    return reconciliation.breaches.map { breach in
      Finding(
        rule: breach.rule.rawValue, weight: allocation.binds ? .attention : .information, agency: agency, row: row,
        message: "\(words(breach.rule)): \(RecordText.shown(breach.scope.title)) by \(breach.amount)",
        next: "see what must change with `qapi budget reconcile \(budget.id)`")
    }
  }

  private static func miscoded(of budget: Budget, _ agency: String, in db: Database) throws -> [Finding] {
    let lines = try RecordStore.records(BudgetLine.self, of: agency, where: "budget", is: budget.id, in: db)
    return try BudgetStore.miscoded(lines, in: db).map { line, miscoding in
      Finding(
        rule: miscoding.rawValue, weight: .attention, agency: agency,
        row: RowName(table: Schema.budgetLine.name, key: [.text(agency), .text(line.id)]),
        message: miscoding.words, next: "\(miscoding.next), with `qapi budget line edit \(line.id)`")
    }
  }

  private static func unknownControls(of budget: Budget, _ agency: String, in db: Database) throws -> [Finding] {
    let lines = try BudgetStore.whole(budget, of: agency, in: db).lines
      .filter { $0.control == nil }.map { RowName(table: Schema.budgetLine.name, key: [.text(agency), .text($0.id)]) }
    let letters = try BudgetStore.allocation(of: agency, year: budget.year, in: db).lines
      .filter { $0.control == nil }
      .map { RowName(table: Schema.allocationLine.name, key: [.text(agency), .text($0.id)]) }
    return (lines + letters).map { row in
      Finding(
        rule: "unknown-control", weight: .attention, agency: agency, row: row,
        message: "the sub-category of EDP is not known here, and its amount is not in the reconciliation",
        next: "upgrade qapi, or correct it")
    }
  }

  private static func words(_ rule: Reconciliation.Rule) -> String {
    switch rule {
    case .overAllocation: "more is planned than allocated"
    case .forbiddenTransfer: "more is planned than allocated, and what is left elsewhere may not be moved there"
    case .initiativeRedirected: "money of the initiative is planned for other work"
    }
  }
}
