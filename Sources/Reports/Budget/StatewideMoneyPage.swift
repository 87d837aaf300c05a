public import Budgets
public import Records

/// The money of a state fiscal year, agency by agency (AS.2.5).
public enum StatewideMoneyPage {
  /// - Parameters:
  ///   - names: of the agencies, by their codes.
  ///   - use: appropriations; nil where the page is of one agency.
  public static func page(
    _ money: StatewideMoney, names: [String: String], use: AppropriationUse?, today: Day
  ) -> Page {
    func name(_ code: String) -> String { names[code] ?? code }
    var blocks: [Page.Block] = [
      .section("Allocated, planned, claimed, advanced", [.table(amounts(money, name)), .chart(chart(money, name))]),
      .section("Handed in", [.table(standing(money, name))]),
    ]
    let notes = money.rows.filter { !$0.missing.isEmpty || !$0.late.isEmpty }.map { row in
      "\(name(row.agency)): "
        + [
          row.missing.isEmpty ? "" : "missing " + row.missing.joined(separator: ", "),
          row.late.isEmpty ? "" : row.late.joined(separator: ", "),
        ].filter { !$0.isEmpty }.joined(separator: "; ")
    }
    if !notes.isEmpty { blocks.append(.section("Late and missing", [.list(notes)])) }
    if let use, !use.rows.isEmpty { blocks.append(.section("Against the appropriation", [.table(table(use))])) }
    return Page(
      title: "Money of \(money.year), by agency", overline: ["Statewide budget monitoring (AS.2.5)"],
      subtitle: [money.rows.count == 1 ? name(money.rows[0].agency) : "\(money.rows.count) agencies"], blocks: blocks,
      footer: [
        "As of \(today). Allocated: letters in force. Planned: the final budget that was handed in last. Claimed: claims in force. "
          + "No source gives a day for the CS 921 and the final budget."
      ])
  }

  private static func amounts(_ money: StatewideMoney, _ name: (String) -> String) -> Page.Table {
    func cells(_ amounts: StatewideMoney.Amounts) -> [Page.Cell] {
      [
        .money(amounts.allocated), .money(amounts.budget), .money(amounts.claimed), .money(amounts.advanced),
        .money(amounts.left),
      ]
    }
    return Page.Table(
      caption: "By agency, in dollars",
      columns: [
        "Agency", .figures("Allocated"), .figures("Final budget"), .figures("Claimed"), .figures("Advances paid"),
        .figures("Allocated less claimed"),
      ],
      rows: money.rows.map {
        Page.Row([.text(name($0.agency))] + ($0.amounts.map(cells) ?? [.text(Money.cannotBeAdded)]))
      }
        + [Page.Row([.text("Total")] + cells(money.total), isTotal: true)], hasRowHeaders: true,
      footnote: money.leftOut.isEmpty
        ? "" : "Too large to be added, and in no total: \(money.leftOut.joined(separator: ", ")).")
  }

  private static func standing(_ money: StatewideMoney, _ name: (String) -> String) -> Page.Table {
    Page.Table(
      caption: "Forms by agency: claims with the day on which they were handed in",
      columns: ["Agency", "CS 921", "Final budget"] + (1...4).map { Page.Column("Claim of Q\($0)") },
      rows: money.rows.map { row in
        Page.Row(
          [.text(name(row.agency)), .text(row.display.rawValue), .text(row.budget.rawValue)]
            + row.claims.map { .text($0.words) })
      }, hasRowHeaders: true)
  }

  private static func chart(_ money: StatewideMoney, _ name: (String) -> String) -> Page.Chart {
    Page.Chart(
      .bars, title: "Allocated and claimed by agency", categoryHeader: "Agency",
      categories: money.rows.map { name($0.agency) },
      series: [
        Page.Chart.Series("Allocated", money.rows.map { $0.amounts.map { Page.Chart.Figure.money($0.allocated) } }),
        Page.Chart.Series("Claimed", money.rows.map { $0.amounts.map { Page.Chart.Figure.money($0.claimed) } }),
      ], scale: .dollars, missing: "–")
  }

  private static func table(_ use: AppropriationUse) -> Page.Table {
    Page.Table(
      caption: "Letters in force of all agencies against the appropriation, in dollars",
      columns: ["Category", .figures("Appropriated"), .figures("Letters in force"), .figures("Left")],
      rows: use.rows.map {
        [.text($0.category.capitalizingFirst), .money($0.appropriated), .money($0.allocated), .money($0.left)]
      },
      hasRowHeaders: true)
  }
}
