public import Budgets
internal import Records

/// A budget as a page: the three steps by category and line item, the schedules held against the lines, the two sets of
/// staffing assumptions, the reduction options in their order, and the reconciliation.
public enum BudgetPage {
  /// - Parameters:
  ///   - agency: shown name.
  ///   - letters: of the year.
  ///   - allocated: the lines of the letters in force.
  ///   - state: where it stands, in words.
  /// - Throws: `MoneyOverflow` where the amounts do not fit into a sum.
  public static func page(
    _ whole: WholeBudget, agency: String, letters: Allocation, allocated: [ControlledAmount], state: String
  ) throws(MoneyOverflow) -> Page {
    let totals = try whole.totals()
    let reconciliation = try Reconciliation(planned: totals.controlled, allocated: allocated)
    var blocks: [Page.Block] = [
      .fields(
        [
          ("State:", state), ("Title:", whole.budget.title), ("Proposed:", "$\(totals.all.proposed)"),
          ("Allocation:", words(letters)), ("Note:", whole.budget.note),
        ].filter { !$0.1.isEmpty }.map { Page.Field($0.0, $0.1) })
    ]
    if let note = note(reconciliation, letters) { blocks.append(.note(note)) }
    if !whole.undecided.isEmpty {
      let count = whole.undecided.count
      blocks.append(
        .note(
          Page.Note(
            .warning, word: "Not decided",
            "\(count) \(count == 1 ? "change" : "changes") of policy \(count == 1 ? "is" : "are") neither approved, modified nor denied"
          )))
    }
    blocks += [
      .section(
        "Three steps", [.table(categories(totals))] + (totals.lines.isEmpty ? [] : [.chart(chart(totals))])),
      .section("Line items", [.table(lines(whole, totals))]),
      .section("Baseline, cost and price", [.table(routine(whole))]),
      .section("New items and policy", [.table(policy(whole))]),
    ]
    let divisions = try whole.divisions()
    if divisions.count > 1 || divisions.first?.name.isEmpty == false {
      blocks.append(.section("Divisions", [.table(table(divisions, totals.all.proposed))]))
    }
    blocks.append(.section("Schedules", try schedules(whole)))
    blocks.append(
      .section(
        "Staffing assumptions",
        StaffingAssumption.Year.allCases.map { .table(BudgetScheduleTables.assumptions(whole.assumptions, of: $0)) }))
    blocks.append(.section("Reduction options", [.table(try reductions(whole.reductions))]))
    if letters.standard != nil {
      blocks.append(.section("Reconciliation", [.table(table(reconciliation))]))
    }
    return Page(
      title: "Budget, \(whole.budget.year)", overline: ["Child support program: local budget (AS.2.1)"],
      subtitle: [agency], blocks: blocks,
      footer: ["Every total is computed from the changes of the line items; what was denied counts nothing."])
  }

  private static func words(_ letters: Allocation) -> String {
    guard let standard = letters.standard else { return "no letter yet" }
    let more = letters.additions.count
    return "\(standard.kind) allocation of \(standard.day)"
      + (more == 0 ? "" : ", and \(more) \(more == 1 ? "letter" : "letters") after it")
      + (letters.binds ? "" : " (for planning only)")
  }

  private static func note(_ reconciliation: Reconciliation, _ letters: Allocation) -> Page.Note? {
    guard letters.standard != nil else { return nil }
    guard !reconciliation.isWithin else {
      return Page.Note(.done, word: "Within the allocation", "The plan is within each control of the letters in force.")
    }
    let over = reconciliation.breaches.map { "\($0.scope.title) by \($0.amount)" }.joined(separator: "; ")
    return Page.Note(letters.binds ? .problem : .warning, word: "Over the allocation", over)
  }

  private static let steps: [Page.Column] = [
    .figures("Revised baseline"), .figures("Cost and price"), .figures("Budget-year baseline"),
    .figures("New items and policy"), .figures("Proposed"),
  ]

  private static func cells(_ steps: BudgetTotals.Steps) -> [Page.Cell] {
    [steps.baseline, steps.changes[1], steps.budgetYear, steps.changes[2], steps.proposed].map(Page.Cell.money)
  }

  private static func categories(_ totals: BudgetTotals) -> Page.Table {
    Page.Table(
      caption: "By category, step by step", columns: ["Category"] + steps,
      rows: BudgetCategory.allCases.compactMap { category in
        totals.categories[category].map { Page.Row([.text(category.rawValue.capitalizingFirst)] + cells($0)) }
      } + [Page.Row([.text("Total")] + cells(totals.all), isTotal: true)], hasRowHeaders: true,
      footnote: "Baseline: the current year's allocation or budget, adjusted for actual spending and one-time items.")
  }

  private static func chart(_ totals: BudgetTotals) -> Page.Chart {
    let names = BudgetCategory.allCases
    func series(_ name: String, _ value: (BudgetTotals.Steps) -> Money) -> Page.Chart.Series {
      Page.Chart.Series(name, names.map { totals.categories[$0].map { .money(value($0)) } })
    }
    return Page.Chart(
      .bars, title: "Each category after each step", categoryHeader: "Category",
      categories: names.map(\.rawValue.capitalizingFirst),
      series: [
        series("Revised baseline") { $0.baseline }, series("Budget-year baseline") { $0.budgetYear },
        series("Proposed") { $0.proposed },
      ], scale: Page.Chart.Scale(prefix: "$"))
  }

  private static func lines(_ whole: WholeBudget, _ totals: BudgetTotals) -> Page.Table {
    let byCategory = BudgetCategory.allCases.map(\.rawValue)
    let sorted = totals.lines.enumerated().sorted { left, right in
      let places = [left, right].map { byCategory.firstIndex(of: $0.element.line.category) ?? byCategory.count }
      return (places[0], left.offset) < (places[1], right.offset)
    }
    return Page.Table(
      caption: "Line items, step by step", columns: ["Category", "Line item", "Control, purpose"] + steps,
      rows: sorted.map { _, total in
        Page.Row(
          [
            .text(total.line.category.capitalizingFirst), .text(total.line.title),
            Page.Cell(stringLiteral: purpose(total.line)),
          ]
            + cells(total.steps))
      }
        + (totals.lines.isEmpty
          ? [] : [Page.Row([.text("Total"), .empty, .empty] + cells(totals.all), isTotal: true)]),
      whenEmpty: "No line items")
  }

  /// "Local M&O recurring, P1, A1", "Training".
  private static func purpose(_ line: BudgetLine) -> String {
    let control = [line.edp, line.project, line.account].filter { !$0.isEmpty }.joined(separator: ", ")
    let initiative = line.initiative.isEmpty ? "" : "initiative: \(line.initiative)"
    return [control, initiative, line.program, line.division.isEmpty ? "" : "division: \(line.division)"]
      .filter { !$0.isEmpty }.joined(separator: "; ").capitalizingFirst
  }

  /// The changes of the first two steps, each by itself: what was one-time, what was spent, what became dearer (AS.2.1 task 3).
  private static func routine(_ whole: WholeBudget) -> Page.Table {
    let titles = Dictionary(whole.lines.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let steps = [BudgetChange.Step.baseline, .price].map(\.rawValue)
    let changes = steps.flatMap { step in whole.changes.filter { $0.step == step } }
    return Page.Table(
      caption: "Each change of the baseline, and of cost and price",
      columns: ["Step", "Line item", "Kind", "Text", .figures("Amount"), "Decision", .figures("Counts")],
      rows: changes.map { change in
        [
          .text(change.step.capitalizingFirst), .text(titles[change.line] ?? ""),
          Page.Cell(stringLiteral: change.kind), Page.Cell(stringLiteral: change.text),
          .money(Money(cents: Int64(change.amount))),
          Page.Cell(stringLiteral: change.decision.isEmpty ? "" : "\(change.decision) \(change.day)"),
          .money(change.counted),
        ]
      }, whenEmpty: "No changes of the baseline, or of cost and price")
  }

  private static func policy(_ whole: WholeBudget) -> Page.Table {
    let titles = Dictionary(whole.lines.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    return Page.Table(
      caption: "Each new item and change of policy, and what was decided",
      columns: ["Line item", "Justification", "Funded", .figures("Asked"), "Decision", .figures("Counts")],
      rows: whole.changes.filter { $0.step == BudgetChange.Step.policy.rawValue }.map { change in
        [
          .text(titles[change.line] ?? ""), Page.Cell(stringLiteral: change.text),
          .text(change.funding.isEmpty ? "not said" : change.funding), .money(Money(cents: Int64(change.amount))),
          .text(change.decision.isEmpty ? "open" : "\(change.decision) \(change.day)"), .money(change.counted),
        ]
      }, whenEmpty: "No new items or changes of policy")
  }

  private static func table(_ divisions: [(name: String, proposed: Money)], _ all: Money) -> Page.Table {
    Page.Table(
      caption: "Proposed by division", columns: ["Division", .figures("Proposed")],
      rows: divisions.map { Page.Row([.text($0.name.isEmpty ? "None" : $0.name), .money($0.proposed)]) }
        + [Page.Row([.text("Total"), .money(all)], isTotal: true)], hasRowHeaders: true,
      footnote: "Divisions are a way to manage, not to account (AS.2.4).")
  }

  private static func schedules(_ whole: WholeBudget) throws(MoneyOverflow) -> [Page.Block] {
    let ties = try whole.ties()
    return [
      .table(try BudgetScheduleTables.positions(whole)), .table(try BudgetScheduleTables.contracts(whole)),
      .table(try BudgetScheduleTables.equipment(whole)),
      .table(
        Page.Table(
          caption: "Schedules held against the line items that pay them",
          columns: ["Schedule", "Line item", .figures("Listed"), .figures("Proposed"), .figures("Difference")],
          rows: ties.map { tie in
            [
              .text(tie.schedule.rawValue.capitalizingFirst), .text(tie.line?.title ?? "none named"),
              .money(tie.listed),
              tie.line == nil ? .empty : .money(tie.proposed), .money(tie.difference),
            ]
          }, whenEmpty: "No schedules",
          footnote: "Difference: proposed less listed. What no line item pays stands below zero.")),
    ]
  }

  private static func reductions(_ options: [ReductionOption]) throws(MoneyOverflow) -> Page.Table {
    var sum = Money.zero
    var rows: [Page.Row] = []
    for option in options {
      let amount = Money(cents: Int64(option.amount))
      sum = try sum.adding(amount)
      rows.append([
        .number("\(option.rank)"), .text(option.title), Page.Cell(stringLiteral: option.division),
        Page.Cell(stringLiteral: option.text), .money(amount), .money(sum),
      ])
    }
    return Page.Table(
      caption: "What would be given up, in this order",
      columns: [.figures("Rank"), "Option", "Division", "What it means", .figures("Saves"), .figures("Saves so far")],
      rows: rows, whenEmpty: "No reduction options")
  }

  private static func table(_ reconciliation: Reconciliation) -> Page.Table {
    Page.Table(
      caption: "The plan against the allocation, control by control",
      columns: ["Control", .figures("Planned"), .figures("Allocated"), .figures("Left"), "Remark"],
      rows: reconciliation.rows.map { row in
        Page.Row(
          [
            .text(row.scope.title.capitalizingFirst), .money(row.planned), .money(row.allocated),
            .money(row.difference),
            row.isOver ? .text("over") : .empty,
          ], isTotal: row.scope == .total)
      }, hasRowHeaders: true,
      footnote: "The Customer Service Initiative lies inside of its parent, and is not added a second time.")
  }
}
