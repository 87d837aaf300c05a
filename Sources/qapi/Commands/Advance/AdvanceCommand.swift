import ArgumentParser
import Budgets
import GRDB
import Records
import Store

struct AdvanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advance",
    abstract: "Monthly advances: planned, paid, compared with claims, adjusted (AS.2.6).",
    discussion: """
      At the beginning of each month the department advances 1/12 of 90 percent of the allocation. What the manual leaves open (on \
      which components, by which letter in July, how a new letter is caught up) the department says with `qapi advance settings`.
      """,
    subcommands: [
      AdvanceShow.self, AdvanceCompare.self, NaturalGroup<AdvancePaymentNoun>.self,
      RecordGroup<AdvanceAdjustmentNoun>.self, NaturalGroup<FiscalSettingsNoun>.self,
    ], defaultSubcommand: AdvanceShow.self)
}

enum FiscalSettingsNoun: NaturalNoun {
  typealias Entry = FiscalSettings
  static let command = "advance settings"
  static let columns = ["year", "base", "july", "catch_up", "retention", "source"]
  static let required = ["year"]
  static let plural = "fiscal settings"

  static func check(_ entry: FiscalSettings, was old: FiscalSettings?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkYear(entry.year)
  }
}

enum AdvancePaymentNoun: NaturalNoun {
  typealias Entry = AdvancePayment
  static let command = "advance paid"
  static let columns = ["year", "month", "day", "amount"]
  static let required = ["year", "month"]

  static func check(_ entry: AdvancePayment, was old: AdvancePayment?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkYear(entry.year)
  }
}

enum AdvanceAdjustmentNoun: RecordNoun {
  typealias Entry = AdvanceAdjustment
  static let command = "advance adjust"
  static let title = "adjustment"
  static let hasTables = true
  static let columns = ["year", "month", "quarter", "amount", "text"]
  static let required = ["year", "quarter", "month", "amount"]

  static func begin(_ entry: inout AdvanceAdjustment, _ occasion: RecordOccasion) {
    (entry.day, entry.person) = ("\(occasion.today)", occasion.person)
  }

  static func check(_ entry: AdvanceAdjustment, was old: AdvanceAdjustment?, of agency: String?, in db: Database) throws
  {
    try FiscalRules.checkYear(entry.year)
    let quarter = try FiscalRules.checkQuarter(entry.quarter)
    guard let year = StateFiscalYear(entry.year), year.months[entry.month - 1] > quarter.lastDay else {
      throw Failure.rule(
        "not-a-later-month", "\(quarter) ends on \(quarter.lastDay), and an adjustment is of later advances (AS.2.6)",
        next: "name a month after it, with year=... month=... (1 is July)")
    }
  }
}
