public import Budgets
public import GRDB
public import Records

public enum StatewideMoneyStore {
  /// - Parameter agencies: codes, in the order in which they shall stand.
  public static func year(
    _ year: StateFiscalYear, of agencies: [String], today: Day, in db: Database
  ) throws -> StatewideMoney {
    try StatewideMoney(year: year, rows: agencies.map { try row(of: $0, year, today, db) })
  }

  private static func row(
    of agency: String, _ year: StateFiscalYear, _ today: Day, _ db: Database
  ) throws -> StatewideMoney.Row {
    let filed = try ClaimStore.filed(by: agency, in: db)
    let quarters = year.quarters.map { QuarterClaims($0, claims: filed) }
    let budget = try finalBudget(of: agency, year, db)
    let displays = try FiscalStore.standings(of: [.display], agency: agency, in: db).map(\.standing)
    let amounts = try Money.besideOthers {
      try StatewideMoney.Amounts(
        allocated: Money.sum(BudgetStore.allocation(of: agency, year: "\(year)", in: db).lines.map(\.money)),
        budget: budget.flatMap { try planned($0) }, claimed: Money.sum(quarters.map { try $0.total() ?? .zero }),
        advanced: Money.sum(
          RecordStore.records(AdvancePayment.self, of: agency, where: "year", is: "\(year)", in: db)
            .map { Money(cents: Int64($0.amount)) }))
    } adding: {
      [$0.allocated, $0.budget, $0.claimed, $0.advanced]
    }
    return StatewideMoney.Row(
      agency: agency, amounts: amounts, display: FiscalStanding.newest(of: displays, in: "\(year)")?.state() ?? .draft,
      budget: budget?.state() ?? .draft, claims: quarters.compactMap { StatewideMoney.ClaimState($0, today: today) })
  }

  /// Where the final budget stands that was handed in last; nil where none was.
  private static func finalBudget(
    of agency: String, _ year: StateFiscalYear, _ db: Database
  ) throws -> FiscalStanding? {
    FiscalStanding.newest(
      of: try FiscalStore.standings(of: [.final], agency: agency, in: db).map(\.standing), in: "\(year)")
  }

  /// What it comes to, as it was handed in; nil for a copy that is none.
  private static func planned(_ standing: FiscalStanding) throws(MoneyOverflow) -> Money? {
    guard let last = standing.submissions.last, let frozen = FrozenRecords(text: last.snapshot) else { return nil }
    return try BudgetTotals(lines: frozen.records(BudgetLine.self), changes: frozen.records(BudgetChange.self))
      .all.proposed
  }
}
