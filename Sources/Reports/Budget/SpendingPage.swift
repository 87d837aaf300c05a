public import Budgets
public import Records

/// Payments of a year against what may be spent, with what is foreseen (AS.2.4 task 6, AS.2.5 task 1).
public enum SpendingPage {
  /// - Parameters:
  ///   - agency: shown name.
  ///   - letter: the letter in force, in words.
  public static func page(
    _ spending: Spending, method: Spending.Method, agency: String, letter: String, closed: Set<CalendarMonth>,
    today: Day
  ) -> Page {
    let overruns = spending.overruns.map { row in
      "\(row.scope.title): \(row.yearEnd ?? .zero) foreseen, \(row.limit ?? .zero) "
        + (row.allocated == nil ? "budgeted" : "allocated")
        + (row.overrunMonth.map { "; over it in \(month(spending, $0))" } ?? "")
    }
    let controls = spending.rows.filter { ["total", "control"].contains($0.scope.kind) }
    let categories = spending.rows.filter { $0.scope.kind == "category" }
    let lines = spending.rows.filter { $0.scope.kind == "line item" }
    var blocks: [Page.Block] = overruns.map { .note(Page.Note(.problem, word: "Overrun", $0)) }
    if overruns.isEmpty, spending.monthCount > 0, spending.total.yearEnd != nil {
      blocks.append(.note(Page.Note(.done, word: "Within", "What is foreseen stays within what there is.")))
    }
    blocks += [
      .section("To date", [.chart(course(spending)), .table(months(spending, closed))]),
      .section(
        "By control", [.table(table("Controls", controls, limit: "Allocated", spending)), .chart(bars(controls))]),
    ]
    if !categories.isEmpty {
      blocks.append(
        .section(
          "By category", [.table(table("Categories", categories, limit: "Budget", spending)), .chart(bars(categories))])
      )
    }
    if !lines.isEmpty {
      blocks.append(.section("By line item", [.table(table("Line items", lines, limit: "Budget", spending))]))
    }
    return Page(
      title: "Spending", overline: ["Local child support agency"], subtitle: [agency, "\(spending.year)", letter],
      blocks: blocks,
      footer: [
        "As of \(today). \(spending.monthCount) months are counted. Foreseen: \(words(method)).",
        "Payments count by the day on which they were paid. Variance is an even share of what may be spent, by month, less what was "
          + "paid in the months that are counted.",
      ])
  }

  static func words(_ method: Spending.Method) -> String {
    switch method {
    case .straightLine: "straight line, each month that is left as the months that are over, on average"
    case .lastQuarter: "each month that is left as the last three months that are over, on average"
    case .manual: "what the agency expects of each month that is left"
    }
  }

  private static func month(_ spending: Spending, _ number: Int) -> String {
    "\(CalendarMonth(of: spending.year.months[number - 1]))"
  }

  private static func cumulated(_ spending: Spending) -> [Money] {
    var sum = Money.zero
    return spending.total.spent.map { amount in
      sum = (try? sum.adding(amount)) ?? sum
      return sum
    }
  }

  /// Paid to the end of each month that is counted, and from there in a straight line to what is foreseen.
  private static func course(_ spending: Spending) -> Page.Chart {
    let total = spending.total
    let paid = cumulated(spending)
    let count = spending.monthCount
    let begin = count == 0 ? Money.zero : paid[count - 1]
    let foreseen: [Page.Chart.Figure?] = (1...12).map { number in
      guard let end = total.yearEnd, number >= max(count, 1), count < 12, let rest = try? end.subtracting(begin) else {
        return nil
      }
      return (try? begin.adding(rest.share(number - count, of: 12 - count))).map { Page.Chart.Figure.money($0) }
    }
    return Page.Chart(
      .lines, title: "Paid and foreseen, to the end of each month", categoryHeader: "Month",
      categories: (1...12).map { month(spending, $0) },
      series: [
        .init("Paid", (0..<12).map { $0 < count ? Page.Chart.Figure.money(paid[$0]) : nil }),
        .init(
          "Even share", (1...12).map { number in total.limit.map { Page.Chart.Figure.money($0.share(number, of: 12)) } }
        ),
        .init("Foreseen", foreseen),
      ],
      target: total.limit.map { .init(total.allocated == nil ? "Budget" : "Allocation", Page.Chart.Figure.money($0)) },
      scale: .dollars, missing: "–")
  }

  private static func months(_ spending: Spending, _ closed: Set<CalendarMonth>) -> Page.Table {
    let paid = cumulated(spending)
    return Page.Table(
      caption: "Month by month",
      columns: [
        "Month", .figures("Paid"), .figures("To date"), .figures("Even share to date"), .figures("Variance"), "State",
      ],
      rows: (0..<12).filter { $0 < spending.monthCount || spending.total.spent[$0] != .zero }.map { index in
        let share = spending.total.limit?.share(index + 1, of: 12)
        let state =
          closed.contains(CalendarMonth(of: spending.year.months[index]))
          ? "closed" : index < spending.monthCount ? "ended" : "not counted yet"
        return [
          .text(month(spending, index + 1)), .money(spending.total.spent[index]), .money(paid[index]),
          .money(share), .money(share.flatMap { try? $0.subtracting(paid[index]) }), .text(state),
        ]
      } + [Page.Row([.text("Total"), .money(spending.total.toDate)], isTotal: true)], hasRowHeaders: true,
      whenEmpty: "Nothing was paid")
  }

  private static func table(_ caption: String, _ rows: [Spending.Row], limit: String, _ spending: Spending)
    -> Page.Table
  {
    let others = rows.filter { $0.scope != .total }
    let totals = rows.filter { $0.scope == .total }
    return Page.Table(
      caption: caption,
      columns: [
        Page.Column(caption), .figures(limit), .figures("Paid"), .figures("Variance"), .figures("Foreseen"),
        .figures("Left then"), "Over in",
      ],
      rows: (others + totals).map { row in
        Page.Row(
          [
            .text(row.scope.title), .money(row.limit), .money(row.toDate), .money(row.variance),
            .money(row.yearEnd), .money(row.balance),
            row.overrunMonth.map { .text(month(spending, $0)) } ?? .empty,
          ], isTotal: row.scope == .total)
      }, hasRowHeaders: true,
      footnote: caption == "Controls" ? "Sub-categories are part of EDP." : "")
  }

  private static func bars(_ rows: [Spending.Row]) -> Page.Chart {
    let rows = rows.filter { $0.scope != .total && $0.scope != .unmatched }
    return Page.Chart(
      .bars, title: "What there is, what was paid, what is foreseen", categoryHeader: "Of what",
      categories: rows.map(\.scope.title),
      series: [
        .init("There is", rows.map { $0.limit.map { Page.Chart.Figure.money($0) } }),
        .init("Paid", rows.map { Page.Chart.Figure.money($0.toDate) }),
        .init("Foreseen", rows.map { $0.yearEnd.map { Page.Chart.Figure.money($0) } }),
      ], scale: .dollars, missing: "–")
  }
}

extension SpendingPage {
  public struct Agency: Hashable, Sendable {
    public let code: String
    /// Shown name.
    public let name: String
    public let spending: Spending

    public init(code: String, name: String, spending: Spending) {
      (self.code, self.name, self.spending) = (code, name, spending)
    }
  }

  /// An agency whose amounts are too large to be added, and in no sum.
  public struct LeftOut: Hashable, Sendable {
    public let code: String
    /// Shown name.
    public let name: String

    public init(code: String, name: String) { (self.code, self.name) = (code, name) }
  }

  /// Of all agencies.
  public struct Total: Hashable, Sendable {
    public let allocated: Money
    public let paid: Money
    /// Of the agencies that have a projection.
    public let yearEnd: Money
    /// Codes of those that have none.
    public let withoutProjection: [String]

    public init(_ agencies: [Agency]) throws(MoneyOverflow) {
      let totals = agencies.map(\.spending.total)
      allocated = try Money.sum(totals.compactMap(\.allocated))
      paid = try Money.sum(totals.map(\.toDate))
      yearEnd = try Money.sum(totals.compactMap(\.yearEnd))
      withoutProjection = agencies.filter { $0.spending.total.yearEnd == nil }.map(\.code)
    }
  }

  /// All agencies beside each other, for the department.
  public static func page(
    _ agencies: [Agency], _ total: Total, leftOut: [LeftOut] = [], of year: StateFiscalYear, method: Spending.Method,
    today: Day
  ) -> Page {
    let over = agencies.filter { !$0.spending.overruns.isEmpty }
    return Page(
      title: "Spending of all agencies", overline: ["Department of Child Support Services"], subtitle: ["\(year)"],
      blocks: over.map { agency in
        .note(
          Page.Note(
            .problem, word: "Overrun",
            "\(agency.name): \(agency.spending.overruns.map(\.scope.title).joined(separator: ", "))"))
      } + [
        .table(
          Page.Table(
            caption: "Agencies",
            columns: [
              "Agency", .figures("Months counted"), .figures("Allocated"), .figures("Paid"), .figures("Variance"),
              .figures("Foreseen"), .figures("Left then"), "Over in",
            ],
            rows: agencies.map { agency in
              let row = agency.spending.total
              return [
                .text(agency.name), .number("\(agency.spending.monthCount)"), .money(row.allocated),
                .money(row.toDate), .money(row.variance), .money(row.yearEnd), .money(row.balance),
                row.overrunMonth.map { .text(month(agency.spending, $0)) } ?? .empty,
              ]
            } + leftOut.map { [.text($0.name), .empty, .text(Money.cannotBeAdded)] } + [
              Page.Row(
                [
                  .text("Total"), .empty, .money(total.allocated), .money(total.paid), .empty, .money(total.yearEnd),
                ],
                isTotal: true)
            ], hasRowHeaders: true,
            footnote: [
              ("Not in the sum of what is foreseen", total.withoutProjection),
              ("Too large to be added, and in no sum", leftOut.map(\.code)),
            ].filter { !$0.1.isEmpty }.map { "\($0): \($1.joined(separator: ", "))." }.joined(separator: " "))),
        .chart(
          Page.Chart(
            .bars, title: "Allocated, paid, foreseen", categoryHeader: "Agency", categories: agencies.map(\.name),
            series: [
              .init("Allocated", agencies.map { $0.spending.total.allocated.map { Page.Chart.Figure.money($0) } }),
              .init("Paid", agencies.map { Page.Chart.Figure.money($0.spending.total.toDate) }),
              .init("Foreseen", agencies.map { $0.spending.total.yearEnd.map { Page.Chart.Figure.money($0) } }),
            ], scale: .dollars, missing: "–")),
      ], footer: ["As of \(today). Foreseen: \(words(method))."])
  }
}
