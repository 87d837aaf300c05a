import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct AdvanceShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The twelve advances of a year: how each comes about, and what was paid.",
    discussion: """
      An adjustment that is larger than the advance goes on with the next one. Each new letter and each adjustment plans the months \
      that remain anew; every plan is shown.

      JSON: agency, year, settings (base, july, catch_up), total, months (month, first_day, letters (ids), base, share, adjustment, \
      carried_in, advance, carried_out, paid or null, difference or null), plannings (from, cause, text, base, advances); of a page \
      or table (months) also file_format, file, text.
      """)
  @Option(help: "State fiscal year, like \"SFY 2024-25\"; else the newest that has begun and has a letter.")
  var year: String?
  @Option(help: "Code of the agency; the department must say it.")
  var agency: String?
  @Flag(help: "As a CSV table: months.")
  var csv = false
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try page.check(besides: csv) }

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyToRead(agency)
    let asked = try year.map { try StateFiscalYear.argument($0) }
    let found = try node.engine.queue.read { db -> AdvanceStore.Year? in
      guard let year = try asked ?? StateFiscalYear.newest(of: [agency], in: db) else { return nil }
      return try AdvanceStore.year(year, of: agency, in: db)
    }
    guard let found else { return Report(lines: ["no allocation letter"]) }
    let content = AdvancePage.Content(
      agency: node.name(of: agency), year: found.year, settings: found.settings, plan: found.plan,
      letters: found.letters, payments: found.payments)
    let members = try Self.members(agency, found)
    if csv { return try page.report(CSVTable(of: "months", in: members).csv(), fileFormat: "csv", members: members) }
    if page.isAsked {
      let made = try AdvancePage.page(content, today: Day.argument(nil))
      return try page.report(made, members: members)
    }
    let rows = zip(found.year.months, found.plan.months).map { day, month -> [String] in
      let advance = month.advance
      let paid = found.paid(advance.number)
      let amounts: [Money?] = [
        advance.share, advance.adjustment, advance.carriedIn, advance.advance, advance.carriedOut, paid,
      ]
      let remark = paid == nil || paid == advance.advance ? "" : "differs"
      return [String("\(day)".prefix(7))] + amounts.map { $0.map { "\($0)" } ?? "" } + [remark]
    }
    let total = try Money.sum(found.plan.months.map(\.advance.advance))
    let paid = try Money.sum(found.payments.map { Money(cents: Int64($0.amount)) })
    return Report(
      lines: [Terminal.strong("\(Shown.line(node.name(of: agency))), \(found.year)")]
        + Layout.table(
          [["", "share", "adjustment", "carried in", "advance", "carried out", "paid", ""]] + rows
            + [["total", "", "", "", "\(total)", "", "\(paid)", ""]], figures: [1, 2, 3, 4, 5, 6]) + [""]
        + Self.plannings(found), members: members)
  }

  private static func plannings(_ found: AdvanceStore.Year) -> [String] {
    found.plan.plannings.enumerated().flatMap { index, planning in
      let before = index == 0 ? nil : found.plan.plannings[index - 1].advances
      let heading =
        "\(index == 0 ? "planned" : "planned anew from \(String("\(found.year.months[planning.from - 1])".prefix(7)))"): "
        + AdvancePage.words(planning.cause) + ", base \(planning.base)"
      let changed = (0..<12).filter { before?[$0] != planning.advances[$0] }
      let change =
        before.map { before in
          changed.map { "\("\(found.year.months[$0])".prefix(7)) \(before[$0]) -> \(planning.advances[$0])" }
        } ?? []
      return Layout.wrapped(Shown.line(heading), hanging: "  ") + change.map { "  \($0)" }
    }
  }

  private static func members(_ agency: String, _ found: AdvanceStore.Year) throws -> [JSON.Member] {
    JSON.members([
      "agency": .text(agency), "year": .text("\(found.year)"),
      "settings": .object([
        "base": .text(found.settings.base), "july": .text(found.settings.july),
        "catch_up": .text(found.settings.catchUp),
      ]), "total": JSON(try Money.sum(found.plan.months.map(\.advance.advance))),
      "months": .list(
        try zip(found.year.months, found.plan.months).map { day, month in
          let paid = found.paid(month.advance.number)
          return .object([
            "month": JSON(month.advance.number), "first_day": .text("\(day)"), "letters": JSON(month.letters),
            "base": JSON(month.base), "share": JSON(month.advance.share),
            "adjustment": JSON(month.advance.adjustment), "carried_in": JSON(month.advance.carriedIn),
            "advance": JSON(month.advance.advance), "carried_out": JSON(month.advance.carriedOut),
            "paid": JSON(paid), "difference": JSON(try paid?.subtracting(month.advance.advance)),
          ])
        }),
      "plannings": .list(
        found.plan.plannings.map { planning in
          let cause: String =
            switch planning.cause {
            case .letters: "letters"
            case .adjustment: "adjustment"
            }
          return .object([
            "from": JSON(planning.from), "cause": .text(cause), "text": .text(AdvancePage.words(planning.cause)),
            "base": JSON(planning.base), "advances": .list(planning.advances.map { JSON($0) }),
          ])
        }),
    ])
  }
}

extension AdvanceStore.Year {
  /// nil where no payment is recorded.
  func paid(_ month: Int) -> Money? {
    payments.first { $0.month == month }.map { Money(cents: Int64($0.amount)) }
  }
}
