import Budgets
import Records

/// A Budget Display on the terminal and as JSON.
struct DisplayView {
  let whole: WholeDisplay
  let totals: DisplayTotals
  let standing: FiscalStanding
  /// By need.
  let decisions: [String: NeedDecision]

  static let names = """
    state, staffing (function, program, authorized, filled, filled_mid_year, change (filled less mid-year), monthly_average, \
    annual_total, remarks), core, staff (authorized, filled, filled_mid_year, annual_total), costs (line, title, category, \
    amount (null where it is not said)), categories (category, amount), total, needs (id, title, amount, result, granted), \
    missing (in words). Positions are text with two decimals, amounts text
    """

  init(_ whole: WholeDisplay, _ standing: FiscalStanding, _ decisions: [String: NeedDecision]) throws {
    self.whole = whole
    totals = try whole.totals()
    self.standing = standing
    self.decisions = decisions
  }

  var details: RecordDetails {
    RecordDetails(
      lines: Layout.facts([["state:", standing.state().rawValue]]) + [""] + staffLines + [""] + costLines
        + (whole.needs.isEmpty ? [] : [""] + needLines)
        + (whole.missing.isEmpty
          ? [] : ["", "\(Layout.count(whole.missing.count, "entry", "entries")) not said yet: `qapi display check`"]),
      members: [.init(key: "state", value: .text(standing.state().rawValue))] + members)
  }

  private static func cells(_ staff: DisplayTotals.Staff) -> [String] {
    ["\(staff.authorized)", "\(staff.filled)", "\(staff.filledMidYear)", "\(staff.change)", "", "\(staff.annual)"]
  }

  private var staffLines: [String] {
    Layout.table(
      [["function", "auth.", "filled", "mid-year", "change", "average", "annual"]]
        + whole.staffing.map { row in
          [
            Shown.line(row.title, limit: 20), "\(FTE(hundredths: row.authorized))", "\(FTE(hundredths: row.filled))",
            "\(FTE(hundredths: row.filledMidYear))", "\(row.change)", "\(Money(cents: Int64(row.monthlyAverage)))",
            "\(Money(cents: Int64(row.annualTotal)))",
          ]
        } + [["core staffing"] + Self.cells(totals.core), ["all staffing"] + Self.cells(totals.staff)],
      figures: [1, 2, 3, 4, 5, 6])
  }

  private var costLines: [String] {
    let said = whole.costs.map { cost in
      [
        Shown.line(cost.line, limit: 26), "\(Money(cents: Int64(cost.amount)))",
        Shown.line(whole.lines.first { $0.code == cost.line }?.title ?? "no such line in this edition", limit: 36),
      ]
    }
    let categories = BudgetCategory.allCases.map { [$0.rawValue, "\(totals.categories[$0] ?? .zero)", ""] }
    return Layout.table(said + [["", "", ""]] + categories + [["total", "\(totals.all)", ""]], figures: [1])
  }

  private var needLines: [String] {
    Layout.table(
      whole.needs.map { need in
        [
          "need", "\(Money(cents: Int64(need.amount)))", Shown.line(need.year),
          Shown.line(decisions[need.id]?.result ?? "waits"),
          Shown.line(need.title),
        ]
      }, cuttingLast: true, figures: [1])
  }

  private static func json(_ staff: DisplayTotals.Staff) -> JSON {
    .object([
      "authorized": .text("\(staff.authorized)"), "filled": .text("\(staff.filled)"),
      "filled_mid_year": .text("\(staff.filledMidYear)"), "annual_total": .text("\(staff.annual)"),
    ])
  }

  private var members: [JSON.Member] {
    JSON.members([
      "staffing": .list(
        whole.staffing.map { row in
          .object([
            "function": .text(row.function), "program": .text(row.program),
            "authorized": .text("\(FTE(hundredths: row.authorized))"),
            "filled": .text("\(FTE(hundredths: row.filled))"),
            "filled_mid_year": .text("\(FTE(hundredths: row.filledMidYear))"), "change": .text("\(row.change)"),
            "monthly_average": .text("\(Money(cents: Int64(row.monthlyAverage)))"),
            "annual_total": .text("\(Money(cents: Int64(row.annualTotal)))"), "remarks": JSON(row.remarks),
          ])
        }),
      "core": Self.json(totals.core), "staff": Self.json(totals.staff),
      "costs": .list(
        whole.costLines.map { line in
          .object([
            "line": .text(line.code), "title": .text(line.title), "category": .text(line.category),
            "amount": JSON(whole.cost(of: line).map { "\(Money(cents: Int64($0.amount)))" }),
          ])
        }),
      "categories": .list(
        BudgetCategory.allCases.map {
          .object(["category": .text($0.rawValue), "amount": .text("\(totals.categories[$0] ?? .zero)")])
        }), "total": .text("\(totals.all)"),
      "needs": .list(
        whole.needs.map { need in
          .object([
            "id": .text(need.id), "title": .text(need.title), "amount": .text("\(Money(cents: Int64(need.amount)))"),
            "result": JSON(decisions[need.id]?.result),
            "granted": .text("\(Money(cents: Int64(decisions[need.id]?.amount ?? 0)))"),
          ])
        }), "missing": JSON(whole.missing),
    ])
  }
}
