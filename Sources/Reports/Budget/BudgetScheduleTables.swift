internal import Budgets
internal import Records

/// The supporting schedules of a budget, and its staffing assumptions, as tables.
enum BudgetScheduleTables {
  private static func titles(_ whole: WholeBudget) -> [String: String] {
    Dictionary(whole.lines.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  static func positions(_ whole: WholeBudget) throws(MoneyOverflow) -> Page.Table {
    let titles = titles(whole)
    let cost = try Money.sum(whole.positions.map { Money(cents: Int64($0.cost)) })
    let count = FTE.sum(whole.positions.map { FTE(hundredths: $0.positions) })
    return Page.Table(
      caption: "Authorized positions by classification",
      columns: [
        "Classification", "Function", "Line item", "Monthly salary range", .figures("Positions"),
        .figures("Total cost"),
      ],
      rows: whole.positions.map { entry in
        [
          .text(entry.classification), Page.Cell(stringLiteral: entry.function),
          Page.Cell(stringLiteral: titles[entry.line] ?? ""), Page.Cell(stringLiteral: range(entry)),
          .positions(FTE(hundredths: entry.positions)), .money(Money(cents: Int64(entry.cost))),
        ]
      }
        + (whole.positions.isEmpty
          ? [] : [Page.Row([.text("Total"), .empty, .empty, .empty, .positions(count), .money(cost)], isTotal: true)]),
      hasRowHeaders: true, whenEmpty: "No positions listed")
  }

  private static func range(_ entry: BudgetPosition) -> String {
    [entry.salaryFrom, entry.salaryTo].filter { $0 != 0 }.map { "\(Money(cents: Int64($0)))" }.joined(separator: " to ")
  }

  static func contracts(_ whole: WholeBudget) throws(MoneyOverflow) -> Page.Table {
    let titles = titles(whole)
    let sum = try Money.sum(whole.contracts.map { Money(cents: Int64($0.amount)) })
    return Page.Table(
      caption: "Contracts", columns: ["Contract", "Contractor", "Kind", "Line item", "Term", .figures("Amount")],
      rows: whole.contracts.map { contract in
        [
          .text(contract.title), Page.Cell(stringLiteral: contract.contractor), .text(contract.kind),
          Page.Cell(stringLiteral: titles[contract.line] ?? ""),
          Page.Cell(stringLiteral: [contract.first, contract.last].filter { !$0.isEmpty }.joined(separator: " to ")),
          .money(Money(cents: Int64(contract.amount))),
        ]
      }
        + (whole.contracts.isEmpty
          ? [] : [Page.Row([.text("Total"), .empty, .empty, .empty, .empty, .money(sum)], isTotal: true)]),
      hasRowHeaders: true, whenEmpty: "No contracts name this budget", footnote: "Without amendments.")
  }

  static func equipment(_ whole: WholeBudget) throws(MoneyOverflow) -> Page.Table {
    let titles = titles(whole)
    var rows: [Page.Row] = []
    var sum = Money.zero
    for item in whole.equipment {
      let cost = try item.cost()
      sum = try sum.adding(cost)
      rows.append([
        .text(item.title), Page.Cell(stringLiteral: titles[item.line] ?? ""), .number("\(item.count)"),
        .money(Money(cents: Int64(item.unitCost))), .money(cost),
      ])
    }
    if !rows.isEmpty { rows.append(Page.Row([.text("Total"), .empty, .empty, .empty, .money(sum)], isTotal: true)) }
    return Page.Table(
      caption: "Equipment",
      columns: ["Equipment", "Line item", .figures("How many"), .figures("Cost of one"), .figures("Cost")], rows: rows,
      hasRowHeaders: true, whenEmpty: "No equipment listed")
  }

  private static let months = [
    "whole year", "July", "August", "September", "October", "November", "December", "January", "February", "March",
    "April", "May", "June",
  ]

  static func assumptions(_ all: [StaffingAssumption], of year: StaffingAssumption.Year) -> Page.Table {
    let kinds = StaffingAssumption.Kind.allCases.map(\.rawValue)
    let own = all.filter { $0.year == year.rawValue }.sorted { left, right in
      let places = [left, right].map { kinds.firstIndex(of: $0.kind) ?? kinds.count }
      return (places[0], left.month, left.positionType, left.id) < (
        places[1], right.month, right.positionType, right.id
      )
    }
    return Page.Table(
      caption: "Assumptions of the \(year.rawValue)",
      columns: ["Assumption", "Month", "Type of position", .figures("Positions"), .figures("Cost"), "Cause, note"],
      rows: own.map { entry in
        [
          .text(entry.kind.capitalizingFirst), .text(months.indices.contains(entry.month) ? months[entry.month] : ""),
          Page.Cell(stringLiteral: entry.positionType), .positions(FTE(hundredths: entry.positions)),
          .money(Money(cents: Int64(entry.cost))),
          Page.Cell(stringLiteral: [entry.cause, entry.note].filter { !$0.isEmpty }.joined(separator: ": ")),
        ]
      }, whenEmpty: "Nothing is assumed")
  }
}
