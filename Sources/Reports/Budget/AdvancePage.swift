public import Budgets
public import Records

/// The monthly advances of an agency: how each comes about, what was paid, and every plan that another took the place of (AS.2.6).
public enum AdvancePage {
  public struct Content: Hashable, Sendable {
    /// Shown name.
    public var agency: String
    public var year: StateFiscalYear
    public var settings: FiscalSettings
    public var plan: AdvancePlan
    /// Of the year.
    public var letters: [AllocationLetter]
    public var payments: [AdvancePayment]

    public init(
      agency: String, year: StateFiscalYear, settings: FiscalSettings, plan: AdvancePlan, letters: [AllocationLetter],
      payments: [AdvancePayment]
    ) {
      self.agency = agency
      self.year = year
      self.settings = settings
      self.plan = plan
      self.letters = letters
      self.payments = payments
    }
  }

  public static func page(_ content: Content, today: Day) throws(MoneyOverflow) -> Page {
    var blocks: [Page.Block] = [
      .fields([
        Page.Field("Base:", content.settings.base == "all" ? "all of the allocation" : content.settings.base),
        Page.Field("July is governed by:", july(content.settings)),
        Page.Field("After a new letter:", catchUp(content.settings)),
      ]), .section("Month by month", [.table(try months(content)), .table(letters(content)), .chart(chart(content))]),
    ]
    if content.plan.plannings.count > 1 {
      blocks.append(
        .section("Planned, and planned anew", [.table(try plannings(content)), .list(causes(content), ordered: true)]))
    }
    return Page(
      title: "Monthly advances, \(content.year)", overline: ["One twelfth of 90 percent of the allocation (AS.2.6)"],
      subtitle: [content.agency], blocks: blocks,
      footer: [
        "As of \(today). Where adjustments are larger than an advance, the rest is carried to the next one."
      ])
  }

  /// What made the department plan, in one line.
  public static func words(_ cause: AdvancePlan.Cause) -> String {
    switch cause {
    case .letters(let letters):
      return letters.isEmpty
        ? "no letter in force" : letters.map { "\($0.kind) allocation of \($0.day)" }.joined(separator: ", ")
    case .adjustment(let change):
      return "adjustment of \(Money(cents: Int64(change.amount))) after \(change.quarter)"
    }
  }

  private static func july(_ settings: FiscalSettings) -> String {
    settings.july == FiscalSettings.planningGovernsJuly
      ? "the final planning letter, until a final one is there" : "the newest standard letter of 1 July"
  }

  private static func catchUp(_ settings: FiscalSettings) -> String {
    switch AdvanceSchedule.CatchUp(rawValue: settings.catchUp) {
    case .next: "made up with the next advance"
    case .none?: "nothing is made up"
    case .spread, nil: "made up over the months that remain"
    }
  }

  private static func name(_ day: Day) -> String { String("\(day)".prefix(7)) }

  /// The letters that govern a month, by day: their places in this list number them.
  private static func governing(_ content: Content) -> [AllocationLetter] {
    let ids = Set(content.plan.months.flatMap(\.letters))
    return content.letters.filter { ids.contains($0.id) }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  private static func letters(_ content: Content) -> Page.Table {
    Page.Table(
      caption: "Letters that govern these months",
      columns: [Page.Column("#", align: .end), "Letter", "Day", "Number"],
      rows: governing(content).enumerated().map { index, letter in
        [
          .number("\(index + 1)"), .text(letter.kind), Page.Cell(stringLiteral: letter.day),
          Page.Cell(stringLiteral: letter.number),
        ]
      }, whenEmpty: "No letter yet")
  }

  private static func months(_ content: Content) throws(MoneyOverflow) -> Page.Table {
    let numbers = Dictionary(
      governing(content).enumerated().map { ($1.id, "\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
    let paid = Dictionary(
      content.payments.map { ($0.month, Money(cents: Int64($0.amount))) }, uniquingKeysWith: { first, _ in first })
    var rows: [Page.Row] = []
    for (day, month) in zip(content.year.months, content.plan.months) {
      let advance = month.advance
      let payment = paid[advance.number]
      let amounts = [
        month.base, advance.share, advance.adjustment, advance.carriedIn, advance.advance, advance.carriedOut,
      ]
      var cells: [Page.Cell] = [
        .text(name(day)), .text(month.letters.compactMap { numbers[$0] }.joined(separator: ", ")),
      ]
      cells += amounts.map { .money($0) }
      cells += [.money(payment), .money(try payment?.subtracting(advance.advance))]
      rows.append(Page.Row(cells))
    }
    let advances = content.plan.months.map(\.advance)
    rows.append(
      Page.Row(
        [
          .text("Total"), .empty, .empty, .money(try Money.sum(advances.map(\.share))),
          .money(try Money.sum(advances.map(\.adjustment))), .empty, .money(try Money.sum(advances.map(\.advance))),
          .empty, .money(try Money.sum(paid.values)), .empty,
        ], isTotal: true))
    return Page.Table(
      caption: "Advances by month, in dollars",
      columns: [
        "Month", "Letters", .figures("Base"), .figures("Share"), .figures("Adjustment"),
        .figures("Carried in"),
        .figures("Advance"), .figures("Carried out"), .figures("Paid"), .figures("Paid less advance"),
      ], rows: rows, hasRowHeaders: true)
  }

  private static func chart(_ content: Content) -> Page.Chart {
    let paid = Dictionary(
      content.payments.map { ($0.month, Money(cents: Int64($0.amount))) }, uniquingKeysWith: { first, _ in first })
    return Page.Chart(
      .lines, title: "Advances by month", categoryHeader: "Month", categories: content.year.months.map(name),
      series: [
        Page.Chart.Series("Advance", content.plan.months.map { Page.Chart.Figure.money($0.advance.advance) }),
        Page.Chart.Series("Paid", (1...12).map { month in paid[month].map { Page.Chart.Figure.money($0) } }),
      ], scale: .dollars, missing: "not paid")
  }

  private static func plannings(_ content: Content) throws(MoneyOverflow) -> Page.Table {
    let plans = content.plan.plannings
    var totals: [Money] = []
    for plan in plans { totals.append(try Money.sum(plan.advances)) }
    return Page.Table(
      caption: "Advances by month after each planning, in dollars",
      columns: ["Month"] + plans.indices.map { .figures("Plan \($0 + 1)") },
      rows: content.year.months.enumerated().map { index, day in
        Page.Row([.text(name(day))] + plans.map { .money($0.advances[index]) })
      } + [
        Page.Row([.text("Total")] + totals.map { .money($0) }, isTotal: true)
      ], hasRowHeaders: true)
  }

  private static func causes(_ content: Content) -> [String] {
    content.plan.plannings.map { planning in
      "from \(name(content.year.months[planning.from - 1])): \(words(planning.cause)); base \(planning.base)"
    }
  }
}
