public import Budgets
internal import Records

/// The same as a table: a row for each agency, function and line, as they were handed in, without rows of totals, so that every
/// sum of a column counts once.
public enum DisplayRollUpTable {
  public static let columns = [
    "agency", "name", "state", "day", "edition", "part", "function", "program", "line", "title", "category",
    "authorized",
    "filled", "filled_mid_year", "monthly_average", "amount",
  ]

  public static func table(_ rollUp: DisplayRollUp) -> CSVTable {
    CSVTable(
      columns: columns,
      rows: rollUp.agencies.flatMap { agency -> [[String]] in
        let begun = [agency.code, agency.name, agency.display == nil ? "missing" : agency.state.rawValue, agency.day]
        guard let display = agency.display else {
          return [begun + Array(repeating: "", count: columns.count - begun.count)]
        }
        let front = begun + ["\(display.display.edition)"]
        let staffing = display.staffing.map { row in
          front + ["staffing", row.function, row.program, "", "", BudgetCategory.personal.rawValue]
            + [row.authorized, row.filled, row.filledMidYear].map { "\(FTE(hundredths: $0))" }
            + [plain(row.monthlyAverage), plain(row.annualTotal)]
        }
        let costs = display.costs.map { cost in
          let line = display.lines.first { $0.code == cost.line }
          return front + [
            "cost", "", "", cost.line, line?.title ?? "", line?.category ?? "", "", "", "", "", plain(cost.amount),
          ]
        }
        return staffing + costs
      })
  }

  private static func plain(_ cents: Int) -> String { FieldContent.amount.plain(.integer(Int64(cents))) }
}
