public import Budgets
internal import Records

/// The Budget Displays of all agencies for a year as a page: who handed in, staffing by function, costs by line, needs.
public enum DisplayRollUpPage {
  public static func page(_ rollUp: DisplayRollUp, needs: [AgencyNeed]) -> Page {
    var blocks: [Page.Block] = []
    let returned = rollUp.agencies.filter { $0.state == .returned }
    let open = rollUp.agencies.filter { $0.display?.missing.isEmpty == false }
    if rollUp.missing.isEmpty, returned.isEmpty, open.isEmpty {
      blocks.append(.note(Page.Note(.done, word: "Complete", "Every agency handed in, and said everything.")))
    }
    if !returned.isEmpty {
      blocks.append(
        .note(
          Page.Note(
            .warning, word: "Returned",
            "these were sent back, and their newest copy stands here: "
              + returned.map(\.name).joined(separator: ", "))))
    }
    if !open.isEmpty {
      blocks.append(
        .note(
          Page.Note(
            .warning, word: "Not complete",
            "entries are not said: "
              + open.map { "\($0.name) (\($0.display?.missing.count ?? 0))" }.joined(separator: ", "))))
    }
    if !rollUp.missing.isEmpty {
      blocks.append(
        .note(
          Page.Note(
            .warning, word: "Missing",
            "\(rollUp.missing.count) of \(rollUp.agencies.count) agencies handed in nothing: "
              + rollUp.missing.map(\.name).joined(separator: ", "))))
    }
    if !rollUp.leftOut.isEmpty {
      blocks.append(
        .note(
          Page.Note(
            .problem, word: "Left out of the totals",
            "amounts too large to be added: " + rollUp.leftOut.map(\.name).joined(separator: ", "))))
    }
    if rollUp.editions.count > 1 {
      blocks.append(
        .note(
          Page.Note(
            .warning, word: "Editions",
            "several editions of the form were used (\(rollUp.editions.map { "\($0)" }.joined(separator: ", "))): lines are "
              + "added by their code, whose definitions may differ")))
    }
    blocks += [.section("Agencies", [.table(agencies(rollUp))] + chart(rollUp))]
    if !rollUp.reported.isEmpty {
      blocks += [
        .section("Staffing by function", [.table(functions(rollUp)), .table(filled(rollUp))]),
        .section("Costs by line", [.table(lines(rollUp))]),
      ]
    }
    blocks.append(.section("New funding needs of the coming year", [.table(table(needs, rollUp))]))
    return Page(
      title: "Budget Displays (CS 921) of all agencies, \(rollUp.year)",
      overline: ["Department of Child Support Services"],
      subtitle: Set(rollUp.reported.compactMap { $0.display?.heading }).sorted(),
      blocks: blocks,
      footer: ["Of each agency the newest copy that it handed in counts, with its state beside it."])
  }

  private static func agencies(_ rollUp: DisplayRollUp) -> Page.Table {
    Page.Table(
      caption: "Who handed in, and what it comes to",
      columns: ["Agency", "State", "Handed in"] + DisplayPage.staffColumns + [
        .figures("Annual salaries and wages"), .figures("Total cost"),
      ],
      rows: rollUp.agencies.map { agency in
        guard let totals = agency.totals else { return Page.Row([.text(agency.name), .text(agency.gap ?? "")]) }
        return Page.Row(
          [.text(agency.name), .text(agency.state.rawValue), .text(agency.day)] + DisplayPage.cells(totals.staff) + [
            .money(totals.staff.annual), .money(totals.all),
          ])
      } + [
        Page.Row(
          [.text("Total"), .empty, .empty] + DisplayPage.cells(rollUp.staff) + [
            .money(rollUp.staff.annual), .money(rollUp.all),
          ], isTotal: true)
      ], hasRowHeaders: true)
  }

  private static func chart(_ rollUp: DisplayRollUp) -> [Page.Block] {
    guard rollUp.reported.count > 1 else { return [] }
    return [
      .chart(
        Page.Chart(
          .bars, title: "Authorized and filled positions by agency", categoryHeader: "Agency",
          categories: rollUp.reported.map(\.name),
          series: [
            .init("Authorized", rollUp.reported.map { $0.totals.map { .positions($0.staff.authorized) } }),
            .init("Filled", rollUp.reported.map { $0.totals.map { .positions($0.staff.filled) } }),
          ]))
    ]
  }

  private static func title(_ function: DisplayRollUp.Function) -> String {
    function.function?.rawValue.capitalizingFirst ?? "Functions not known here"
  }

  private static func functions(_ rollUp: DisplayRollUp) -> Page.Table {
    Page.Table(
      caption: "Staffing of all agencies by function",
      columns: ["Function"] + DisplayPage.staffColumns + [.figures("Annual salaries and wages")],
      rows: rollUp.functions.map { function in
        Page.Row([.text(title(function))] + DisplayPage.cells(function.total) + [.money(function.total.annual)])
      } + [
        Page.Row(
          [.text("Total")] + DisplayPage.cells(rollUp.staff) + [.money(rollUp.staff.annual)], isTotal: true)
      ], hasRowHeaders: true)
  }

  private static func filled(_ rollUp: DisplayRollUp) -> Page.Table {
    Page.Table(
      caption: "Filled positions by agency and function",
      columns: ["Agency"] + rollUp.functions.map { .figures(title($0)) } + [.figures("Total")],
      rows: rollUp.reported.enumerated().map { place, agency in
        Page.Row(
          [.text(agency.name)] + rollUp.functions.map { .positions($0.staff[place].filled) } + [
            .positions(agency.totals?.staff.filled ?? .zero)
          ])
      } + [
        Page.Row(
          [.text("Total")] + rollUp.functions.map { .positions($0.total.filled) } + [.positions(rollUp.staff.filled)],
          isTotal: true)
      ], hasRowHeaders: true)
  }

  /// A row for each line, a column for each agency: few enough agencies make a table that can be printed; many are read from the
  /// CSV table.
  private static func lines(_ rollUp: DisplayRollUp) -> Page.Table {
    let showsAgencies = rollUp.reported.count <= 6
    let columns = showsAgencies ? rollUp.reported.map { Page.Column.figures($0.name) } : []
    func cells(_ amounts: [Money?]) -> [Page.Cell] {
      showsAgencies ? amounts.map { $0.map(Page.Cell.money) ?? .text("not said") } : []
    }
    let salaries = rollUp.reported.map { $0.totals?.staff.annual }
    return Page.Table(
      caption: "Costs of all agencies by line",
      columns: ["Line", "Component", "Title"] + columns + [.figures("All agencies")],
      rows: [
        Page.Row(
          [.empty, .text("Personal services"), .text("Salaries and wages by function")] + cells(salaries) + [
            .money(rollUp.staff.annual)
          ])
      ]
        + rollUp.lines.map { line in
          Page.Row(
            [
              .text(line.code), Page.Cell(stringLiteral: line.category?.rawValue.capitalizingFirst ?? ""),
              .text(line.title.isEmpty ? "in no edition" : line.title),
            ] + cells(line.amounts) + [.money(line.total)])
        } + [
          Page.Row(
            [.text("Total"), .empty, .empty] + cells(rollUp.reported.map { $0.totals?.all }) + [.money(rollUp.all)],
            isTotal: true)
        ],
      footnote: showsAgencies
        ? "" : "By agency: `qapi display statewide --year \"\(rollUp.year)\" --csv`.")
  }

  private static func table(_ needs: [AgencyNeed], _ rollUp: DisplayRollUp) -> Page.Table {
    let names = Dictionary(rollUp.agencies.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    return Page.Table(
      caption: "Needs, with a display or sent at once, and what was decided",
      columns: [
        "Agency", "Need", "Kind", "Funded", "Known since", .figures("Amount"), "Decision", .figures("Granted"),
      ],
      rows: needs.map { entry in
        [
          .text(names[entry.agency] ?? entry.agency), .text(entry.need.title), .text(entry.need.kind),
          .text(entry.need.funding), .text(entry.need.day), .money(Money(cents: Int64(entry.need.amount))),
          .text(entry.decision.map { "\($0.result) \($0.day)" } ?? "waits"),
          entry.decision.map { .money(Money(cents: Int64($0.amount))) } ?? .empty,
        ]
      }, whenEmpty: "No needs")
  }
}
