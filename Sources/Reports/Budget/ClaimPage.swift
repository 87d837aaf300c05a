public import Budgets
public import Records

/// A claim, CS 356: its lines by category, what it changes, and how the reports to others take it apart (AS.2.6 task 7).
public enum ClaimPage {
  public struct Content: Hashable, Sendable {
    /// Shown name.
    public var agency: String
    public var claim: Claim
    public var standing: FiscalStanding
    /// Lines of the edition, in order.
    public var edition: [FormLine]
    /// What the edition says of itself.
    public var heading: String
    public var lines: [ClaimLine]
    /// Amounts in force of the claims of the quarter that were handed in before, by code; empty for an original claim.
    public var before: [String: Money]
    public var breakdown: ClaimBreakdown

    public init(
      agency: String, claim: Claim, standing: FiscalStanding, edition: [FormLine],
      heading: String = FormEditions.heading, lines: [ClaimLine],
      before: [String: Money], breakdown: ClaimBreakdown
    ) {
      self.agency = agency
      self.claim = claim
      self.standing = standing
      self.edition = edition
      self.heading = heading
      self.lines = lines
      self.before = before
      self.breakdown = breakdown
    }
  }

  public static func page(_ content: Content, today: Day) throws(MoneyOverflow) -> Page {
    let claim = content.claim
    let state = content.standing.state()
    var blocks: [Page.Block] = [.fields(facts(content))]
    if content.standing.isClosed, let submission = content.standing.submissions.last {
      blocks.append(
        .note(
          Page.Note(
            .done, word: "Handed in",
            "on \(submission.day) by \(submission.person), no. \(submission.number); \(state.rawValue)")))
    } else {
      blocks.append(.note(Page.Note(.warning, word: "Draft", "This claim is not handed in, or was returned.")))
    }
    blocks.append(.section("Line items", [.table(try lineItems(content))]))
    if content.lines.contains(where: { $0.amount > 0 }) {
      blocks.append(.section("Costs by category", [.chart(try chart(content))]))
    }
    blocks += ClaimBreakdownPage.sections(content.breakdown)
    if !content.standing.submissions.isEmpty { blocks.append(.section("History", [.table(history(content.standing))])) }
    return Page(
      title: "Administrative Expense Claim CS 356", name: "CS 356, \(claim.quarter), \(content.agency)",
      overline: [content.heading], subtitle: [content.agency, "\(claim.quarter), \(claim.form) claim"],
      blocks: blocks,
      footer: [
        "As of \(today). Edition \(claim.edition) of the form. Payments count by the day on which they were paid (AS.2.6)."
      ])
  }

  private static func facts(_ content: Content) -> [Page.Field] {
    let quarter = StateQuarter(content.claim.quarter)
    var fields = [Page.Field("Form:", content.claim.form), Page.Field("State:", content.standing.state().rawValue)]
    if let quarter { fields.insert(Page.Field("Quarter:", "\(quarter.firstDay) to \(quarter.lastDay)"), at: 0) }
    if content.claim.form == Claim.Form.original.rawValue, let due = quarter?.claimDue {
      fields.append(Page.Field("Due:", "\(due)"))
    }
    if content.claim.form == Claim.Form.supplemental.rawValue, let until = quarter?.supplementalUntil {
      fields.append(Page.Field("May be filed until:", "\(until)"))
    }
    if !content.claim.note.isEmpty { fields.append(Page.Field("Note:", content.claim.note)) }
    return fields
  }

  /// What the claims in force come to with this one.
  private static func after(_ line: String, _ content: Content) throws(MoneyOverflow) -> Money {
    let own = content.lines.first { $0.line == line }?.money ?? .zero
    guard content.claim.form == Claim.Form.supplemental.rawValue else { return own }
    return try content.before[line, default: .zero].adding(own)
  }

  private static func lineItems(_ content: Content) throws(MoneyOverflow) -> Page.Table {
    let isOriginal = content.claim.form == Claim.Form.original.rawValue
    let codes = Set(content.lines.map(\.line)).union(content.before.keys)
    let known = Set(content.edition.map(\.code))
    var rows: [Page.Row] = []
    func amounts(_ lines: [String]) throws(MoneyOverflow) -> [Page.Cell] {
      let own = try Money.sum(content.lines.filter { lines.contains($0.line) }.map(\.money))
      guard !isOriginal else { return [.money(own)] }
      let before = try Money.sum(lines.map { content.before[$0, default: .zero] })
      var after: [Money] = []
      for line in lines { after.append(try self.after(line, content)) }
      return [.money(before), .money(own), .money(try Money.sum(after))]
    }
    func positions(_ lines: [String]) -> Page.Cell {
      let sum = FTE.sum(content.lines.filter { lines.contains($0.line) }.map { FTE(hundredths: $0.positions) })
      return sum == .zero ? .empty : .positions(sum)
    }
    let categories = BudgetCategory.allCases.map(\.rawValue) + [""]
    for category in categories {
      let own = content.edition.filter { $0.category == category && codes.contains($0.code) }
      guard !own.isEmpty else { continue }
      for line in own {
        rows.append(
          Page.Row([.text(line.code), .text(line.title), positions([line.code])] + (try amounts([line.code]))))
      }
      let all = own.map(\.code)
      rows.append(
        Page.Row(
          [.text(""), .text(category.isEmpty ? "Other" : category.capitalizingFirst), positions(all)]
            + (try amounts(all)), isTotal: true)
      )
    }
    for code in codes.subtracting(known).sorted() {
      rows.append(
        Page.Row([.text(code), .text("not a line of this edition"), positions([code])] + (try amounts([code]))))
    }
    rows.append(
      Page.Row(
        [.text(""), .text("Total"), positions(Array(codes))] + (try amounts(Array(codes))), isTotal: true))
    return Page.Table(
      caption: "Line items of the claim, in dollars",
      columns: ["Line", "Cost", .figures("Positions (FTE)")]
        + (isOriginal
          ? [.figures("Amount")] : [.figures("In force before"), .figures("This claim"), .figures("In force after")]),
      rows: rows, hasRowHeaders: true, whenEmpty: "No line has an amount")
  }

  private static func chart(_ content: Content) throws(MoneyOverflow) -> Page.Chart {
    var amounts: [(String, Money)] = []
    for category in BudgetCategory.allCases {
      let codes = Set(content.edition.filter { $0.category == category.rawValue }.map(\.code))
      amounts.append(
        (
          category.rawValue.capitalizingFirst,
          try Money.sum(content.lines.filter { codes.contains($0.line) }.map(\.money))
        ))
    }
    return Page.Chart(
      .bars, title: "Costs of this claim by category", categoryHeader: "Category", categories: amounts.map(\.0),
      series: [Page.Chart.Series("Amount", amounts.map { Page.Chart.Figure.money($0.1) })], scale: .dollars)
  }

  private static func history(_ standing: FiscalStanding) -> Page.Table {
    Page.Table(
      caption: "Handed in, and decided", columns: ["Day", "What", "By", "Words"],
      rows: standing.submissions.flatMap { submission -> [Page.Row] in
        [
          [
            .text(submission.day), .text("handed in, no. \(submission.number)"), .text(submission.person),
            Page.Cell(stringLiteral: submission.note),
          ]
        ]
          + standing.decisions(on: submission).map { decision in
            [
              .text(decision.day),
              .text(decision.result + (decision.payment.isEmpty ? "" : " for \(decision.payment)")),
              .text(decision.person), Page.Cell(stringLiteral: decision.text),
            ]
          }
      })
  }
}
