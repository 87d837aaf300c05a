import Budgets
import Records

/// A budget on the terminal and as JSON: by category, in the three steps.
struct BudgetView {
  let totals: BudgetTotals

  init(_ totals: BudgetTotals) { self.totals = totals }

  var details: RecordDetails {
    let categories = BudgetCategory.allCases.compactMap { category in
      totals.categories[category].map { (category.rawValue, $0) }
    }
    let table = Layout.table(
      [["", "baseline", "budget year", "proposed"]]
        + (categories + [("total", totals.all)]).map { name, steps in
          [name, "\(steps.baseline)", "\(steps.budgetYear)", "\(steps.proposed)"]
        }, figures: [1, 2, 3])
    return RecordDetails(
      lines: [""] + table,
      members: JSON.members([
        "categories": .list(
          categories.map { name, steps in
            .object([
              "category": .text(name), "baseline": .text("\(steps.baseline)"),
              "budget_year": .text("\(steps.budgetYear)"), "proposed": .text("\(steps.proposed)"),
            ])
          }),
        "lines": .list(
          totals.lines.map { total in
            .object([
              "id": .text(total.line.id), "title": .text(total.line.title),
              "proposed": .text("\(total.steps.proposed)"),
            ])
          }),
      ]))
  }
}
