public import Budgets
public import Records

/// A budget against the allocation of its year: control by control, what must change, and targeted programs with their evidence
/// (AS.2.3 task 5, AS.2.4 tasks 2 and 5).
public enum ReconciliationPage {
  public struct Content: Hashable, Sendable {
    /// Shown name.
    public var agency: String
    public var budget: Budget
    public var reconciliation: Reconciliation
    public var allocation: Allocation
    public var programs: [ProgramEffort]

    public init(
      agency: String, budget: Budget, reconciliation: Reconciliation, allocation: Allocation, programs: [ProgramEffort]
    ) {
      self.agency = agency
      self.budget = budget
      self.reconciliation = reconciliation
      self.allocation = allocation
      self.programs = programs
    }
  }

  public static func page(_ content: Content, today: Day) -> Page {
    let reconciliation = content.reconciliation
    var blocks: [Page.Block] = [
      .fields([Page.Field("Budget:", name(content.budget)), Page.Field("Letters:", letters(content.allocation))])
    ]
    blocks.append(.note(verdict(content)))
    blocks.append(.section("Control by control", [.table(controls(reconciliation)), .chart(chart(reconciliation))]))
    if !content.programs.isEmpty {
      blocks.append(.section("Targeted programs", [.table(programs(content.programs))]))
      let evidence = content.programs.flatMap { program in program.evidence.map { (program.program, $0) } }
      if !evidence.isEmpty { blocks.append(.section("Evidence of effort", [.table(table(evidence))])) }
    }
    return Page(
      title: "Budget plan and allocation, \(content.budget.year)", overline: ["Reconciliation (AS.2.3, AS.2.4)"],
      subtitle: [content.agency], blocks: blocks,
      footer: [
        "As of \(today). The Customer Service Initiative lies inside of administration, or of EDP, and is not added a second time."
      ])
  }

  /// What must change, in one line.
  public static func words(_ breach: Reconciliation.Breach) -> String { "\(breach.scope.title): \(change(breach))" }

  private static func change(_ breach: Reconciliation.Breach) -> String {
    switch breach.rule {
    case .overAllocation: "plan \(breach.amount) less"
    case .forbiddenTransfer: "plan \(breach.amount) less; what is left elsewhere may not be moved here"
    case .initiativeRedirected:
      "\(breach.amount) of it would pay for other work; plan so much less of that, or so much more for customer service"
    }
  }

  private static func name(_ budget: Budget) -> String { budget.title.isEmpty ? budget.id : budget.title }

  /// The letters whose lines are held against the plan, in one line.
  public static func letters(_ allocation: Allocation) -> String {
    let standard = allocation.standard.map {
      "\($0.kind) allocation of \($0.day)" + (allocation.binds ? "" : ", for planning only")
    }
    let all = [standard].compactMap(\.self) + allocation.additions.map { "non-standard letter of \($0.day)" }
    return all.isEmpty ? "no letter yet" : all.joined(separator: ", ")
  }

  private static func verdict(_ content: Content) -> Page.Note {
    guard content.allocation.standard != nil else {
      return Page.Note(.information, word: "No letter", "Nothing is allocated yet for \(content.budget.year).")
    }
    let count = content.reconciliation.breaches.count
    guard count > 0 else {
      return Page.Note(.done, word: "Within", "The plan stays within the allocation in each control.")
    }
    let words = "\(count == 1 ? "One control is" : "\(count) controls are") not kept."
    return content.allocation.binds
      ? Page.Note(.problem, word: "Over", words)
      : Page.Note(.warning, word: "Over", words + " The letters are for planning only: the Final Allocation binds.")
  }

  private static func controls(_ reconciliation: Reconciliation) -> Page.Table {
    let over = Set(reconciliation.breaches.map(\.scope))
    func must(_ row: Reconciliation.Row) -> Page.Cell {
      guard over.contains(row.scope) else { return .text("kept") }
      return .text(
        reconciliation.breaches.filter { $0.scope == row.scope }.map { "\(change($0)) (\($0.rule.rawValue))" }
          .joined(separator: "\n"))
    }
    return Page.Table(
      caption: "Planned and allocated, in dollars",
      columns: ["Control", .figures("Planned"), .figures("Allocated"), .figures("Left"), "What must change"],
      rows: ordered(reconciliation).map { row in
        Page.Row(
          [
            .text(title(row.scope)), .money(row.planned), .money(row.allocated), .money(row.difference), must(row),
          ], isTotal: row.scope == .total)
      }, hasRowHeaders: true,
      footnote: "Sub-categories of EDP and the initiative are parts of the lines above them.")
  }

  /// The initiative under administration, where it is by default; the total last.
  private static func ordered(_ reconciliation: Reconciliation) -> [Reconciliation.Row] {
    func rows(_ isIn: (Reconciliation.Scope) -> Bool) -> [Reconciliation.Row] {
      reconciliation.rows.filter { isIn($0.scope) }
    }
    return rows { $0 == .administration } + rows { $0 == .initiative }
      + rows { ![.administration, .initiative, .total].contains($0) } + rows { $0 == .total }
  }

  private static func title(_ scope: Reconciliation.Scope) -> String {
    switch scope {
    case .edpPart, .initiative: "of it: \(scope.title)"
    case .total, .administration, .edp: scope.title.capitalizingFirst
    }
  }

  private static func chart(_ reconciliation: Reconciliation) -> Page.Chart {
    let rows = ordered(reconciliation)
    return Page.Chart(
      .bars, title: "Planned and allocated by control", categoryHeader: "Control", categories: rows.map(\.scope.title),
      series: [
        Page.Chart.Series("Planned", rows.map { Page.Chart.Figure.money($0.planned) }),
        Page.Chart.Series("Allocated", rows.map { Page.Chart.Figure.money($0.allocated) }),
      ], scale: .dollars)
  }

  private static func programs(_ programs: [ProgramEffort]) -> Page.Table {
    Page.Table(
      caption: "Targeted programs: what is allocated is a floor of effort, in dollars",
      columns: [
        "Program", .figures("Planned"), .figures("Allocated"), .figures("Evidence"), .figures("Entries"),
        "What it says",
      ],
      rows: programs.map { program in
        [
          .text(program.program.rawValue), .money(program.planned), .money(program.allocated), .money(program.shown),
          .number("\(program.evidence.count)"), .text(program.words),
        ]
      }, hasRowHeaders: true)
  }

  private static func table(_ evidence: [(TargetedProgram, EffortEvidence)]) -> Page.Table {
    Page.Table(
      caption: "Evidence of effort", columns: ["Program", "Day", "Work", "Outcome", "Timeframe", .figures("Cost")],
      rows: evidence.map { program, entry in
        [
          .text(program.rawValue), Page.Cell(stringLiteral: entry.day), Page.Cell(stringLiteral: entry.text),
          Page.Cell(stringLiteral: entry.outcome), Page.Cell(stringLiteral: entry.timeframe),
          .money(Money(cents: Int64(entry.amount))),
        ]
      })
  }
}
