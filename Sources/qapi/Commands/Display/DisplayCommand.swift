import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct DisplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "display",
    abstract: "Budget Displays, form CS 921: staffing by function, other costs, new funding needs (AS.2.2, AS.2.3).",
    discussion: """
      Functions are what people do, whatever their titles. Averages and annual totals are reported as the county authorized \
      them: they are compared, and never derived. The form is \(FormEditions.heading).
      """,
    subcommands: [
      RecordAdd<DisplayNoun>.self, RecordList<DisplayNoun>.self, RecordShow<DisplayNoun>.self,
      RecordEdit<DisplayNoun>.self, RecordRemove<DisplayNoun>.self, NaturalGroup<DisplayStaffingNoun>.self,
      NaturalGroup<DisplayCostNoun>.self, RecordGroup<FundingNeedNoun>.self, NeedDecide.self, DisplayCheck.self,
      DisplaySubmit.self, FiscalSubmissions<DisplayForm>.self, FiscalCompare<DisplayForm>.self,
      FiscalDecide<DisplayForm>.self,
      DisplayPageCommand.self, DisplayStatewide.self,
    ], defaultSubcommand: RecordList<DisplayNoun>.self)
}

/// Budget Displays as they are handed in.
enum DisplayForm: FiscalForm {
  static let forms: [FiscalSubmission.Form] = [.display]
  static let command = "display"
  static let title = "Budget Display"

  static func frozen(_ subject: String, of agency: String, in db: Database) throws -> FrozenRecords? {
    try RecordStore.find(BudgetDisplay(id: subject), agency: agency, in: db).map {
      try DisplayStore.whole($0, of: agency, in: db).frozen
    }
  }

  static func title(of subject: String, agency: String, in db: Database) throws -> String {
    try RecordStore.find(BudgetDisplay(id: subject), agency: agency, in: db)?.title ?? ""
  }
}

/// Budget Displays.
enum DisplayNoun: RecordNoun {
  typealias Entry = BudgetDisplay
  static let command = "display"
  static let beginning = "new"
  static let columns = ["year", "title"]
  static let required = ["year"]
  static let detailNames = DisplayView.names
  static let standingNames = "state"

  static func notes(onNew entry: BudgetDisplay, of agency: String?, in db: Database) throws -> [String] {
    try FiscalRules.notes(onNew: entry, DisplayNoun.self, year: \.year, of: agency, in: db)
  }

  static func filled(
    _ entry: BudgetDisplay, was old: BudgetDisplay?, of agency: String?, in db: Database
  ) throws -> BudgetDisplay {
    guard entry.edition == 0 else { return entry }
    var entry = entry
    entry.edition = try FiscalStore.editions(in: db).newest(of: .display)
    return entry
  }

  static func check(_ entry: BudgetDisplay, was old: BudgetDisplay?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkYear(entry.year)
    let editions = try FiscalStore.editions(in: db)
    let lines = editions.lines(of: .display, edition: entry.edition)
    guard !lines.isEmpty else {
      throw Failure.rule(
        "unknown-edition", "there is no edition \(entry.edition) of the CS 921",
        next: "leave it out for the newest, \(editions.newest(of: .display)); see `qapi form list`")
    }
    guard let old else { return }
    try DisplayRules.checkOpen(old.id, of: agency, in: db)
    guard let stray = try DisplayStore.whole(entry, of: agency ?? "", in: db).costsOfNoLine.first else { return }
    throw Failure.rule(
      "unknown-line",
      "edition \(entry.edition) has no line '\(Shown.line(stray.line, limit: 40))', and a cost is reported there",
      next: "move the cost first: `qapi display cost list display=\(entry.id)`")
  }

  static func checkRemoval(of entry: BudgetDisplay, agency: String?, in db: Database) throws {
    guard try FiscalStore.standing(of: entry.id, agency: agency ?? "", in: db).submissions.isEmpty else {
      throw Failure.rule(
        "display-was-submitted", "the Budget Display was handed in, and its copies name it",
        next: "leave it, and begin another with `qapi display new`")
    }
  }

  static func details(
    of entry: BudgetDisplay, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let agency = agency ?? ""
    return try DisplayView(
      DisplayStore.whole(entry, of: agency, in: db), FiscalStore.standing(of: entry.id, agency: agency, in: db),
      DisplayStore.decisions(of: agency, in: db)
    ).details
  }

  static func standings(of entries: [(agency: String, record: BudgetDisplay)], in db: Database) throws
    -> [RecordDetails]
  {
    try entries.map { agency, display in
      let state = try FiscalStore.standing(of: display.id, agency: agency, in: db).state().rawValue
      return RecordDetails(lines: [state], members: [.init(key: "state", value: .text(state))])
    }
  }
}

/// Rules that the parts of a Budget Display share.
enum DisplayRules {
  /// - Throws: `Failure.rule` while what was handed in waits, or is accepted.
  static func checkOpen(_ display: String, of agency: String?, in db: Database) throws {
    guard !display.isEmpty else { return }
    let standing = try FiscalStore.standing(of: display, agency: agency ?? "", in: db)
    guard standing.isClosed else { return }
    let isAccepted = standing.state() == .accepted
    throw Failure.rule(
      "display-is-submitted",
      "the Budget Display was handed in\(standing.submissions.last.map { " on \($0.day)" } ?? ""), and "
        + (isAccepted ? "is accepted" : "waits for the department"),
      next: isAccepted
        ? "begin another with `qapi display new`, or ask the department to return it"
        : "wait for the department, or ask it to return the display")
  }
}
