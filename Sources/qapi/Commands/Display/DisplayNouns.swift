import Budgets
import GRDB
import Plans
import Records
import Store

/// Staffing of a Budget Display by function.
enum DisplayStaffingNoun: NaturalNoun {
  typealias Entry = DisplayStaffing
  static let command = "display staffing"
  static let title = "staffing"
  static let withArticle = "the staffing of a function"
  static let plural = "staffing by function"
  static let columns = [
    "function", "program", "authorized", "filled", "filled_mid_year", "monthly_average", "annual_total",
  ]
  static let required = ["display", "function"]

  static func check(_ entry: DisplayStaffing, was old: DisplayStaffing?, of agency: String?, in db: Database) throws {
    try DisplayRules.checkOpen(entry.display, of: agency, in: db)
    switch (entry.function == StaffFunction.targeted.rawValue, entry.program.isEmpty) {
    case (true, true):
      throw Failure.rule(
        "program-and-function", "targeted programs are reported each by itself", next: "say which with program=\"...\"")
    case (false, false):
      throw Failure.rule(
        "program-and-function", "a targeted program is reported under the function \"targeted programs\"",
        next: "say function=\"targeted programs\", or leave the program out")
    case (true, false), (false, true): break
    }
  }

  static func checkRemoval(of entry: DisplayStaffing, agency: String?, in db: Database) throws {
    try DisplayRules.checkOpen(entry.display, of: agency, in: db)
  }

  static func remarks(on entry: DisplayStaffing) -> [String] {
    entry.remarks.map { "\(entry.title): \(DisplayStaffing.words($0)) (\($0))" }
  }
}

/// Other costs of a Budget Display by line of its edition.
enum DisplayCostNoun: NaturalNoun {
  typealias Entry = DisplayCost
  static let command = "display cost"
  static let title = "cost"
  static let columns = ["line", "amount", "note"]
  static let required = ["display", "line"]

  static func check(_ entry: DisplayCost, was old: DisplayCost?, of agency: String?, in db: Database) throws {
    try DisplayRules.checkOpen(entry.display, of: agency, in: db)
    guard let display = try RecordStore.find(BudgetDisplay(id: entry.display), agency: agency, in: db) else { return }
    let line = try FiscalRules.checkLine(entry.line, of: .display, edition: display.edition, in: db)
    guard line.function.isEmpty else {
      throw Failure.rule(
        "line-of-function", "salaries and wages are reported with the staffing of their function",
        next: "use `qapi display staffing function=\"\(line.function)\" annual_total=...`")
    }
    guard entry.amount >= 0 else {
      throw Failure.rule(
        ClaimRules.Rule.negativeAmount.rawValue, "a Budget Display reports costs, which are not below zero",
        next: "say the cost of the year, or 0")
    }
  }

  static func checkRemoval(of entry: DisplayCost, agency: String?, in db: Database) throws {
    try DisplayRules.checkOpen(entry.display, of: agency, in: db)
  }
}

/// New funding needs (AS.2.2 task 2): part of a Budget Display, or sent at once.
enum FundingNeedNoun: RecordNoun {
  typealias Entry = FundingNeed
  static let command = "display need"
  static let hasTables = true
  static let columns = ["year", "amount", "title"]
  static let required = ["year", "title", "amount"]
  static let standingNames = "result (granted, granted in part, denied; null while it waits), granted"

  static func begin(_ entry: inout FundingNeed, _ occasion: RecordOccasion) {
    (entry.day, entry.person) = ("\(occasion.today)", occasion.person)
  }

  static func check(_ entry: FundingNeed, was old: FundingNeed?, of agency: String?, in db: Database) throws {
    let year = try FiscalRules.checkYear(entry.year)
    guard entry.amount > 0 else {
      throw Failure.rule("no-amount", "a need has an amount above zero", next: "say it with amount=12,000")
    }
    if let display = try RecordStore.find(BudgetDisplay(id: entry.display), agency: agency, in: db),
      let displayed = StateFiscalYear(display.year), year <= displayed
    {
      throw Failure.rule(
        "need-of-coming-year", "a display of \(displayed) tells the needs of the coming year",
        next: "say a later year, or leave the display out to send the need at once")
    }
    for display in Set([entry.display, old?.display ?? ""]) { try DisplayRules.checkOpen(display, of: agency, in: db) }
    if let old { try checkUndecided(old, agency, in: db) }
  }

  static func checkRemoval(of entry: FundingNeed, agency: String?, in db: Database) throws {
    try DisplayRules.checkOpen(entry.display, of: agency, in: db)
    try checkUndecided(entry, agency, in: db)
  }

  private static func checkUndecided(_ need: FundingNeed, _ agency: String?, in db: Database) throws {
    guard let decision = try DisplayStore.decisions(of: agency ?? "", in: db)[need.id] else { return }
    throw Failure.rule(
      "need-is-decided", "the department decided on this need on \(decision.day): \(decision.result)",
      next: "send another need with `qapi display need`")
  }

  static func remarks(on entry: FundingNeed) -> [String] {
    let open = [("detail (text)", entry.text), ("a justification", entry.justification)].filter { $0.1.isEmpty }
    return open.isEmpty ? [] : ["not said yet: " + open.map(\.0).joined(separator: "; ")]
  }

  static func standings(of entries: [(agency: String, record: FundingNeed)], in db: Database) throws
    -> [RecordDetails]
  {
    var decisions: [String: [String: NeedDecision]] = [:]
    for agency in Set(entries.map(\.agency)) { decisions[agency] = try DisplayStore.decisions(of: agency, in: db) }
    return entries.map { agency, need in
      let decision = decisions[agency]?[need.id]
      return RecordDetails(
        lines: [decision?.result ?? "waits"],
        members: JSON.members([
          "result": JSON(decision?.result), "granted": .text("\(Money(cents: Int64(decision?.amount ?? 0)))"),
        ]))
    }
  }

  static let detailNames = "decisions (\(JSON.members(of: NeedDecision(id: "")).map(\.key).joined(separator: ", ")))"

  static func details(
    of entry: FundingNeed, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let decisions = try RecordStore.records(NeedDecision.self, of: agency ?? "", where: "need", is: entry.id, in: db)
    let letters = try DisplayStore.letters(of: agency ?? "", granting: decisions, in: db)
    return RecordDetails(
      lines: decisions.isEmpty
        ? ["", "the department has not decided yet"]
        : [""]
          + decisions.map { decision in
            "\(Shown.line(decision.day)): \(Shown.line(decision.result)), \(Money(cents: Int64(decision.amount)))"
              + (letters[decision.line].map { ", \(Shown.line($0.reference)) (\(Shown.line($0.id)))" } ?? "")
              + (decision.text.isEmpty ? "" : ": \(Shown.line(decision.text))")
          },
      members: JSON.members(["decisions": .list(decisions.map { .object(JSON.members(of: $0)) })]))
  }
}
