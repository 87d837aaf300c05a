import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct CollectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collection",
    abstract: "Monthly reports of collections, CS 34 and CS 35, and recoupment (AS.2.6, FM.2.2).",
    discussion: """
      Both reports are due the 15th calendar day after the month. The federal and state share of recoupment, as in Box 190 of the \
      CS 35, is due the 30th calendar day after the month: 30 days are counted, so that of January falls on 1 or 2 March.

      The layout is \(FormEditions.heading).
      """,
    subcommands: [
      CollectionDue.self, NaturalGroup<CollectionFigureNoun>.self, NaturalGroup<CollectionMonthNoun>.self,
    ], defaultSubcommand: CollectionDue.self)
}

enum CollectionFigureNoun: NaturalNoun {
  typealias Entry = CollectionFigure
  static let command = "collection figure"
  static let columns = ["month", "form", "line", "amount"]
  static let required = ["month", "form", "line"]

  static func check(_ entry: CollectionFigure, was old: CollectionFigure?, of agency: String?, in db: Database) throws {
    try FiscalRules.checkMonth(entry.month)
    try FiscalRules.checkLine(entry.line, of: FormLine.Form(rawValue: entry.form) ?? .collections, in: db)
  }
}

enum CollectionMonthNoun: NaturalNoun {
  typealias Entry = CollectionMonth
  static let command = "collection month"
  static let columns = ["month", "cs34", "cs35", "federal", "state", "paid"]
  static let required = ["month"]

  static func check(_ entry: CollectionMonth, was old: CollectionMonth?, of agency: String?, in db: Database) throws {
    let month = try FiscalRules.checkMonth(entry.month)
    for day in [entry.cs34, entry.cs35, entry.paid].compactMap({ Day($0) }) where day <= month.lastDay {
      throw Failure.rule(
        "month-not-over", "\(entry.month) ends on \(month.lastDay), and nothing of it is sent or paid on \(day)",
        next: "correct the day")
    }
  }
}

struct CollectionDue: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "When the reports and the recoupment of a month are due, and whether they are met.",
    discussion: """
      Exits 3 while something is late, or while what was paid is not what Box 190 says.

      JSON: month, reports_due, recoupment_due, agencies (agency, cs34, cs35, paid (days or null), box190 or null, recouped or null, \
      difference or null, open (words)).
      """)
  @Argument(help: "The month, like 2024-07.")
  var month: String
  @Option(help: "Only this agency.")
  var agency: String?
  @Option(name: .customLong("on"), help: "As of this day, like 2024-08-12; else today.")
  var day: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let agencies = try node.agenciesToRead(agency)
    let days = try FiscalRules.checkMonth(RecordText.normalised(month))
    let today = try Day.argument(day)
    let states = try node.engine.queue.read { db in
      try agencies.map { ($0, try CollectionStore.state(of: days, agency: $0, in: db)) }
    }
    let rows = states.map { agency, state in
      [
        agency, Self.word(state.record.cs34, due: days.reports, today),
        Self.word(state.record.cs35, due: days.reports, today),
        Self.word(state.record.paid, due: days.recoupment, today), state.box190.map { "\($0)" } ?? "",
        state.recouped.map { "\($0)" } ?? "", state.differs ? "differs" : "",
      ]
    }
    let open = states.map { $0.1.open(on: today) }
    return Report(
      lines: ["reports due \(days.reports), recoupment due \(days.recoupment)", ""]
        + Layout.table(
          [["", "CS 34", "CS 35", "recouped on", "Box 190", "recouped", ""]] + rows, figures: [4, 5]),
      json: [
        "month": .text(days.month), "reports_due": .text("\(days.reports)"),
        "recoupment_due": .text("\(days.recoupment)"),
        "agencies": .list(
          zip(states, open).map { entry, open in
            let (agency, state) = entry
            func day(_ text: String) -> JSON { JSON(text.isEmpty ? nil : text) }
            return .object([
              "agency": .text(agency), "cs34": day(state.record.cs34), "cs35": day(state.record.cs35),
              "paid": day(state.record.paid), "box190": JSON(state.box190), "recouped": JSON(state.recouped),
              "difference": JSON(state.difference), "open": JSON(open),
            ])
          }),
      ], status: open.allSatisfy(\.isEmpty) ? .done : .open)
  }

  private static func word(_ day: String, due: Day, _ today: Day) -> String {
    guard let sent = Day(day) else { return today > due ? "late" : "open" }
    return day + (sent > due ? " late" : "")
  }
}
