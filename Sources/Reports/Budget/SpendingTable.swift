public import Budgets
internal import Records

/// Spending as tables: amounts plain, months like 2024-07, without rows of sums of agencies, so that a column adds up once.
public enum SpendingTable {
  private static let figures = [
    "allocated", "budget", "paid", "variance", "year_end", "balance", "overrun_month",
  ]

  private static func figures(of row: Spending.Row, _ year: StateFiscalYear) -> [String] {
    [row.allocated, row.budget, row.toDate, row.variance, row.yearEnd, row.balance].map(plain)
      + [row.overrunMonth.map { "\(CalendarMonth(of: year.months[$0 - 1]))" } ?? ""]
  }

  private static func plain(_ amount: Money?) -> String {
    amount.map { FieldContent.amount.plain(.integer($0.cents)) } ?? ""
  }

  /// Of one agency: a row for the total, each control, category and line item, with what was paid in each month.
  public static func table(_ spending: Spending, agency: String) -> CSVTable {
    CSVTable(
      columns: ["agency", "year", "kind", "scope"] + figures
        + spending.year.months.map { "paid_\(CalendarMonth(of: $0))" },
      rows: spending.rows.map { row in
        [agency, "\(spending.year)", row.scope.kind, row.scope.title] + figures(of: row, spending.year)
          + row.spent.map(plain)
      })
  }

  /// A row for each agency, with its total.
  public static func table(
    _ agencies: [SpendingPage.Agency], leftOut: [SpendingPage.LeftOut], of year: StateFiscalYear
  ) -> CSVTable {
    CSVTable(
      columns: ["agency", "year", "months_counted"] + figures + ["overruns"],
      rows: agencies.map { agency in
        [agency.code, "\(year)", "\(agency.spending.monthCount)"] + figures(of: agency.spending.total, year)
          + [agency.spending.overruns.map(\.scope.title).joined(separator: "; ")]
      }
        + leftOut.map { agency in
          [agency.code, "\(year)", "", Money.cannotBeAdded] + Array(repeating: "", count: figures.count)
        })
  }
}
