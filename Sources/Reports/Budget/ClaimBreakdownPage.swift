public import Budgets
public import Records

/// Claimed costs as the reports to the legislature and to the federal government take them apart (AS.2.4 task 4, AS.2.6 task 7).
public enum ClaimBreakdownPage {
  /// - Parameters:
  ///   - title: whose costs, and of which period.
  ///   - headings: what the editions of the claims say of themselves.
  ///   - agencies: by shown name; empty where it is of one agency.
  public static func page(
    _ breakdown: ClaimBreakdown, title: [String], headings: [String] = [FormEditions.heading],
    agencies: [(name: String, breakdown: ClaimBreakdown)], today: Day
  ) -> Page {
    var blocks = sections(breakdown)
    if !agencies.isEmpty { blocks.append(.section("By agency", [.table(table(agencies, breakdown))])) }
    return Page(
      title: "Expenditures claimed, by category", overline: headings, subtitle: title, blocks: blocks,
      footer: [
        "As of \(today), from the claims in force: handed in, and not returned. Positions of several quarters are their average.",
        "The federal share is computed with the rate of the fund source that has the category as its code; cents are cut off.",
      ])
  }

  static func sections(_ breakdown: ClaimBreakdown) -> [Page.Block] {
    [
      .section(
        "Report to the legislature", [.table(legislative(breakdown)), .table(functions(breakdown))]),
      .section("Federal categories", [.table(federal(breakdown))]),
    ]
  }

  private static func legislative(_ breakdown: ClaimBreakdown) -> Page.Table {
    Page.Table(
      caption: "Costs by the parts of the report, in dollars", columns: ["Part", .figures("Amount")],
      rows: breakdown.legislative.map { [.text($0.name), .money($0.amount)] }
        + [Page.Row([.text("Total"), .money(breakdown.total)], isTotal: true)], hasRowHeaders: true)
  }

  private static func functions(_ breakdown: ClaimBreakdown) -> Page.Table {
    Page.Table(
      caption: "Salaries and benefits by function, in dollars",
      columns: ["Function", .figures("Positions (FTE)"), .figures("Amount")],
      rows: breakdown.functions.filter { $0.positions != .zero || $0.amount != .zero }.map {
        [
          .text($0.function.rawValue.capitalizingFirst), $0.positions == .zero ? .text("–") : .positions($0.positions),
          .money($0.amount),
        ]
      } + [
        Page.Row(
          [
            .text("Total"), breakdown.positions == .zero ? .text("not reported") : .positions(breakdown.positions),
            .money(breakdown.salaries),
          ],
          isTotal: true)
      ], hasRowHeaders: true)
  }

  private static func federal(_ breakdown: ClaimBreakdown) -> Page.Table {
    Page.Table(
      caption: "Costs by federal category, in dollars",
      columns: ["Category", .figures("Amount"), .figures("Federal rate"), .figures("Federal share")],
      rows: breakdown.federal.map { part in
        [
          .text(part.category.isEmpty ? "not said" : part.category), .money(part.amount),
          part.rate.map { .number(FieldContent.percent.written(.integer(Int64($0))) + " percent") }
            ?? .text("no rate is set"), .money(part.share),
        ]
      } + [Page.Row([.text("Total"), .money(breakdown.total)], isTotal: true)], hasRowHeaders: true,
      whenEmpty: "Nothing is claimed")
  }

  private static func table(
    _ agencies: [(name: String, breakdown: ClaimBreakdown)], _ all: ClaimBreakdown
  ) -> Page.Table {
    func row(_ name: String, _ breakdown: ClaimBreakdown, isTotal: Bool = false) -> Page.Row {
      Page.Row(
        [.text(name)] + breakdown.legislative.map { .money($0.amount) } + [.money(breakdown.total)],
        isTotal: isTotal)
    }
    return Page.Table(
      caption: "Costs by agency, in dollars",
      columns: ["Agency"] + all.legislative.map { .figures($0.name) } + [.figures("Total")],
      rows: agencies.map { row($0.name, $0.breakdown) } + [row("All agencies", all, isTotal: true)],
      hasRowHeaders: true)
  }
}
