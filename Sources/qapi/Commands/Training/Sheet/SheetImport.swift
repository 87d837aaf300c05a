import ArgumentParser
import GRDB
import Records
import Store
import SyncEngine
import Training

struct SheetImport: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take attendance from a table: a sign-in sheet, or rosters of many sessions (the agency).",
    discussion: """
      A header, and a row for each person in a session: session (its id), or course and day, with time and place where there are \
      several; staff (code), or name, as the roster has it; attendance (attended or absent; without the column all attended; where it is \
      empty, the person is enrolled); hours, where they are not those of the session. With --make-sessions those that are not found are \
      made: version, last_day, mode and trainer are of them. A row without a person is an empty line of the sheet.

      Says whom and what it found and what would be written, asks, and writes all of it or nothing; what is wrong is said all at once, \
      with row and column. Sessions that are likely one are named too. The same table twice changes nothing.

      JSON: sessions (id, or null for a new one; course, day, attended, absent, enrolled, completed: numbers of what is new), by_name \
      (row, name, staff), likely_same (pairs of ids, or "row N" for a new one), written. An error has problems (where, what, next).
      """)
  @Argument(help: "The CSV file (- for standard input).")
  var file: String
  @Flag(help: "Make the sessions that are not found.")
  var makeSessions = false
  @OptionGroup var taking: ImportOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<SessionNoun>.checkWrites(on: node)
    let person = try taking.person(of: node)
    let today = try Day.argument(nil)
    let table = SheetTable(try RecordTable.load(file))
    let newID = node.newID
    return try taking.take(
      from: file, counted: "change", on: node, as: person, otherwise: "attendance imported"
    ) { db in
      var work = try SheetImportWork(
        makesSessions: makeSessions, today: today, newID: newID, areNumbersConfirmed: taking.areNumbersConfirmed,
        of: node.member, in: db)
      try work.take(table.rows, besides: table.problems, in: db)
      return work
    } write: { work, db in
      try work.write(in: db)
    }
  }
}
