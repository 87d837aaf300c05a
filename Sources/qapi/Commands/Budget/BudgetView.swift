import Budgets
import Records

/// A budget on the terminal and as JSON: by category in the three steps, by division, and the schedules held against the
/// lines that pay them.
struct BudgetView {
  let whole: WholeBudget
  let totals: BudgetTotals
  let standing: FiscalStanding

  static let names = """
    state, categories (category, baseline, price, budget_year, policy, proposed), lines (id, title, category, division, \
    baseline, price, budget_year, policy, proposed), divisions (division, proposed), schedules (schedule, line (null where \
    none is named), title, count, listed, proposed, difference), undecided (how many changes of policy)
    """

  init(_ whole: WholeBudget, _ standing: FiscalStanding) throws {
    self.whole = whole
    totals = try whole.totals()
    self.standing = standing
  }

  var details: RecordDetails {
    get throws {
      let ties = try whole.ties()
      let divisions = try whole.divisions()
      return RecordDetails(
        lines: Layout.facts([["state:", Self.state(standing)]]) + [""] + categoryLines + lineLines
          + (divisions.count < 2 && divisions.first?.name.isEmpty != false ? [] : divisionLines(divisions))
          + (ties.isEmpty ? [] : scheduleLines(ties))
          + (whole.undecided.isEmpty
            ? []
            : ["", "\(Layout.count(whole.undecided.count, "change")) of policy not decided: `qapi budget decide`"]),
        members: JSON.members([
          "state": .text(Self.state(standing)),
          "categories": .list(categories.map { .object(Self.members("category", $0, $1)) }),
          "lines": .list(
            totals.lines.map { total in
              .object(
                JSON.members([
                  "id": .text(total.line.id), "title": .text(total.line.title), "category": .text(total.line.category),
                  "division": .text(total.line.division),
                ]) + Self.steps(total.steps))
            }),
          "divisions": .list(
            divisions.map { .object(["division": .text($0.name), "proposed": .text("\($0.proposed)")]) }),
          "schedules": .list(ties.map(Self.json)), "undecided": JSON(whole.undecided.count),
        ]))
    }
  }

  /// "draft", "proposed budget submitted", "final budget submitted".
  static func state(_ standing: FiscalStanding) -> String {
    guard let last = standing.submissions.last else { return FiscalStanding.State.draft.rawValue }
    return "\(Shown.line(last.form)) \(standing.state().rawValue)"
  }

  private var categories: [(String, BudgetTotals.Steps)] {
    BudgetCategory.allCases.compactMap { category in totals.categories[category].map { (category.rawValue, $0) } }
  }

  /// What each step comes to.
  private var categoryLines: [String] {
    Layout.table(
      [["", "baseline", "budget year", "proposed"]]
        + (categories + [("total", totals.all)]).map { name, steps in
          [name, "\(steps.baseline)", "\(steps.budgetYear)", "\(steps.proposed)"]
        }, figures: [1, 2, 3])
  }

  /// What each step adds: both ways at once do not fit on a screen.
  private var lineLines: [String] {
    guard !totals.lines.isEmpty else {
      return ["", "no line items yet: `qapi budget line`, or `qapi budget table FILE`"]
    }
    return [""]
      + Layout.table(
        [["line item", "baseline", "price", "policy", "proposed"]]
          + totals.lines.map { total in
            [Shown.line(total.line.title, limit: 24)] + total.steps.changes.map { "\($0)" } + [
              "\(total.steps.proposed)"
            ]
          }, figures: [1, 2, 3, 4])
  }

  private func divisionLines(_ divisions: [(name: String, proposed: Money)]) -> [String] {
    [""]
      + Layout.table(
        [["division", "proposed"]]
          + divisions.map { [$0.name.isEmpty ? "none" : Shown.line($0.name, limit: 40), "\($0.proposed)"] },
        figures: [1])
  }

  private func scheduleLines(_ ties: [ScheduleTie]) -> [String] {
    [""]
      + Layout.table(
        [["schedule", "line item", "listed", "the line", "difference"]]
          + ties.map { tie in
            [
              tie.schedule.rawValue, tie.line.map { Shown.line($0.title, limit: 24) } ?? "(no line)", "\(tie.listed)",
              tie.line == nil ? "" : "\(tie.proposed)", "\(tie.difference)",
            ]
          }, figures: [2, 3, 4])
  }

  private static func members(_ key: String, _ name: String, _ amounts: BudgetTotals.Steps) -> [JSON.Member] {
    [.init(key: key, value: .text(name))] + steps(amounts)
  }

  private static func steps(_ steps: BudgetTotals.Steps) -> [JSON.Member] {
    JSON.members([
      "baseline": .text("\(steps.baseline)"), "price": .text("\(steps.changes[1])"),
      "budget_year": .text("\(steps.budgetYear)"), "policy": .text("\(steps.changes[2])"),
      "proposed": .text("\(steps.proposed)"),
    ])
  }

  private static func json(_ tie: ScheduleTie) -> JSON {
    .object([
      "schedule": .text(tie.schedule.rawValue), "line": JSON(tie.line?.id), "title": .text(tie.line?.title ?? ""),
      "count": JSON(tie.count), "listed": .text("\(tie.listed)"), "proposed": .text("\(tie.proposed)"),
      "difference": .text("\(tie.difference)"),
    ])
  }
}
