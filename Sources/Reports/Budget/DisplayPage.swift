public import Budgets
internal import Records

/// A Budget Display (CS 921) as a page: staffing by function, other costs by budget component, new funding needs.
public enum DisplayPage {
  /// - Parameters:
  ///   - agency: shown name.
  ///   - decisions: the department's, by need.
  ///   - letters: those that grant, by the line that a decision names.
  ///   - state: where it stands, in words.
  /// - Throws: `MoneyOverflow` where the amounts do not fit into a sum.
  public static func page(
    _ whole: WholeDisplay, agency: String, decisions: [String: NeedDecision],
    letters: [String: AllocationLetter] = [:], state: String
  ) throws(MoneyOverflow) -> Page {
    let totals = try whole.totals()
    var blocks: [Page.Block] = [
      .fields(
        [
          ("State:", state), ("Title:", whole.display.title), ("Edition of the form:", "\(whole.display.edition)"),
          ("Total cost:", "$\(totals.all)"), ("Note:", whole.display.note),
        ].filter { !$0.1.isEmpty }.map { Page.Field($0.0, $0.1) })
    ]
    let missing = whole.missing
    if !missing.isEmpty {
      blocks.append(
        .note(
          Page.Note(
            .warning, word: "Not complete",
            "\(missing.count) \(missing.count == 1 ? "entry is" : "entries are") not said: the list stands at the end"))
      )
    }
    blocks += [
      .section("Staffing by function", [.table(staffing(whole, totals))] + chart(totals)),
      .section("Costs by budget component", [.table(components(totals)), .table(costs(whole))]),
      .section("New funding needs", [.table(needs(whole.needs, decisions, letters))]),
    ]
    if !whole.remarks.isEmpty {
      blocks.append(
        .section(
          "Remarks",
          [.list(whole.remarks.map { "\($0.staffing.title): \(DisplayStaffing.words($0.rule)) (\($0.rule))" })]))
    }
    let definitions = StaffFunction.allCases.map { ($0, whole.definition(of: $0)) }.filter { !$0.1.isEmpty }
    if !definitions.isEmpty {
      blocks.append(
        .section("Definitions", [.fields(definitions.map { Page.Field("\($0.rawValue.capitalizingFirst):", $1) })]))
    }
    if !missing.isEmpty { blocks.append(.section("Not said yet", [.list(missing)])) }
    return Page(
      title: "Budget Display (CS 921), \(whole.display.year)",
      overline: ["Child support program: CS 921 (AS.2.3 task 1)"],
      subtitle: [agency, whole.heading], blocks: blocks,
      footer: [
        "Functions are what people do, whatever their titles. Averages and annual totals stand as the county authorized and "
          + "reported them; neither is derived from the other."
      ])
  }

  static let staffColumns: [Page.Column] = [
    .figures("Authorized"), .figures("Filled"), .figures("Filled at mid-year of the prior SFY"),
    .figures("Change since mid-year"),
  ]

  static func cells(_ staff: DisplayTotals.Staff) -> [Page.Cell] {
    [.positions(staff.authorized), .positions(staff.filled), .positions(staff.filledMidYear), .positions(staff.change)]
  }

  private static func staffing(_ whole: WholeDisplay, _ totals: DisplayTotals) -> Page.Table {
    func total(_ title: String, _ staff: DisplayTotals.Staff) -> Page.Row {
      Page.Row([.text(title)] + cells(staff) + [.empty, .money(staff.annual), .empty], isTotal: true)
    }
    return Page.Table(
      caption: "Positions and salaries by function",
      columns: ["Function"] + staffColumns + [
        .figures("Average monthly salary"), .figures("Annual salaries and wages"), "Note",
      ],
      rows: whole.staffing.map { row in
        Page.Row([
          .text(
            row.program.isEmpty ? row.function.capitalizingFirst : "\(row.function.capitalizingFirst): \(row.program)"),
          .positions(FTE(hundredths: row.authorized)),
          .positions(FTE(hundredths: row.filled)), .positions(FTE(hundredths: row.filledMidYear)),
          .positions(row.change), .money(Money(cents: Int64(row.monthlyAverage))),
          .money(Money(cents: Int64(row.annualTotal))), Page.Cell(stringLiteral: row.note),
        ])
      } + (whole.staffing.isEmpty ? [] : [total("Core staffing", totals.core), total("All staffing", totals.staff)]),
      hasRowHeaders: true, whenEmpty: "No staffing reported",
      footnote:
        "Positions are full-time equivalents. Core staffing: casework, investigation, legal, SDU, clerical support.")
  }

  private static func chart(_ totals: DisplayTotals) -> [Page.Block] {
    guard totals.staff.authorized > .zero || totals.staff.filled > .zero else { return [] }
    let functions = StaffFunction.allCases
    func series(_ name: String, _ value: (DisplayTotals.Staff) -> FTE) -> Page.Chart.Series {
      Page.Chart.Series(name, functions.map { totals.functions[$0].map { .positions(value($0)) } })
    }
    return [
      .chart(
        Page.Chart(
          .bars, title: "Positions by function", categoryHeader: "Function",
          categories: functions.map(\.rawValue.capitalizingFirst),
          series: [
            series("Authorized") { $0.authorized }, series("Filled") { $0.filled },
            series("Mid-year of the prior SFY") { $0.filledMidYear },
          ]))
    ]
  }

  private static func components(_ totals: DisplayTotals) -> Page.Table {
    Page.Table(
      caption: "By budget component", columns: ["Component", .figures("Amount")],
      rows: BudgetCategory.allCases.map { category in
        Page.Row([.text(category.rawValue.capitalizingFirst), .money(totals.categories[category] ?? .zero)])
      }
        + (totals.unknown == .zero
          ? [] : [Page.Row([.text("Lines that the edition does not have"), .money(totals.unknown)])])
        + [Page.Row([.text("Total"), .money(totals.all)], isTotal: true)],
      hasRowHeaders: true, footnote: "Personal services include the annual salaries and wages by function.")
  }

  private static func costs(_ whole: WholeDisplay) -> Page.Table {
    let stray = whole.costsOfNoLine.map { cost in
      Page.Row([
        .text(cost.line), .empty, .text("no such line in this edition"), .money(Money(cents: Int64(cost.amount))),
        Page.Cell(stringLiteral: cost.note),
      ])
    }
    return Page.Table(
      caption: "Other costs, line by line",
      columns: ["Line", "Component", "Title", .figures("Amount"), "Note"],
      rows: whole.costLines.map { line in
        let cost = whole.cost(of: line)
        return Page.Row([
          .text(line.code), .text(line.category.capitalizingFirst), .text(line.title),
          cost.map { .money(Money(cents: Int64($0.amount))) } ?? .text("not said"),
          Page.Cell(stringLiteral: cost?.note ?? ""),
        ])
      } + stray, hasRowHeaders: true, whenEmpty: "The edition of the form is not known here")
  }

  private static func needs(
    _ needs: [FundingNeed], _ decisions: [String: NeedDecision], _ letters: [String: AllocationLetter]
  ) -> Page.Table {
    Page.Table(
      caption: "New funding needs for the coming year",
      columns: [
        "Need", "Year", "Kind", "Funded", .figures("Amount"), "Detail and justification", "Decision",
        .figures("Granted"),
      ],
      rows: needs.map { need in
        let decision = decisions[need.id]
        return [
          .text(need.title), .text(need.year), .text(need.kind), .text(need.funding),
          .money(Money(cents: Int64(need.amount))),
          Page.Cell(stringLiteral: [need.text, need.justification].filter { !$0.isEmpty }.joined(separator: "\n\n")),
          .text(
            decision.map { decision in
              "\(decision.result) \(decision.day)" + (letters[decision.line].map { ", \($0.reference)" } ?? "")
            } ?? "waits"),
          decision.map { .money(Money(cents: Int64($0.amount))) } ?? .empty,
        ]
      }, whenEmpty: "No new funding needs")
  }
}
