import ArgumentParser
import GRDB
import Records
import Reports
import Store
import SyncEngine
import Training

struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Sign-in sheets: printed, and back as a table (the agency).",
    subcommands: [SheetPrint.self, SheetImport.self], defaultSubcommand: SheetPrint.self)
}

struct SheetPrint: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Print the sign-in sheet of a session, or make the table that comes back.",
    discussion: """
      Markdown, if nothing else is said. --csv is the table (\(SheetTable.exported.joined(separator: ", "))): write `attended` or \
      `absent` in it, add a row for whoever walked in, and take it back with `qapi training sheet import`.

      JSON: agency, session, file_format, file, text.
      """)
  @Argument(help: "Id of the session, or the beginning of it, or `latest`.")
  var session: String
  @Option(help: "Code of the agency; else this node's.")
  var agency: String?
  @Flag(help: "As the table that comes back.")
  var csv = false
  @Option(help: "How many empty lines the printed sheet has for whoever walks in.")
  var blank = 5
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try page.check(besides: csv || !page.isAsked)
    guard (0...200).contains(blank) else { throw ValidationError("--blank is 0 to 200.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let agency = agency ?? node.member
    try node.checkAgency(agency)
    let content = try node.engine.queue.read { db in
      try Self.content(SessionRules.session(session, of: agency, in: db), agency, node, db)
    }
    let members: [JSON.Member] = [
      .init(key: "agency", value: .text(agency)), .init(key: "session", value: .text(content.page.session.id)),
    ]
    guard csv else { return try page.report(SheetPage.page(content.page, blank: blank), members: members) }
    let table = CSVTable(columns: SheetTable.exported, rows: content.rows)
    return try page.report(table.csv(), fileFormat: "csv", members: members)
  }

  private static func content(
    _ session: TrainingSession, _ agency: String, _ node: OpenNode, _ db: Database
  ) throws -> (page: SheetPage.Content, rows: [[String]]) {
    let roster = SessionRoster(session, try SessionStore.enrolments(in: session.id, of: agency, in: db))
    let day = Day(session.day)
    func person(_ enrolment: Enrolment) throws -> SheetPage.Person {
      let history = try TrainingStore.member(enrolment.staff, of: agency, in: db)
      return SheetPage.Person(
        code: enrolment.staff, name: history?.member.name ?? "",
        unit: day.flatMap { history?.assignment(on: $0) }?.unit ?? "")
    }
    let course = try TrainingStore.courses(of: agency, in: db).first {
      $0.code == session.course && $0.version == session.version
    }
    let hours = session.hours > 0 ? session.hours : course?.hours ?? 0
    var named = Trainer()
    named.code = session.trainer
    var published = PublishedTrainer()
    published.code = session.trainer
    let trainer =
      try RecordStore.find(named, agency: agency, in: db)?.name
      ?? RecordStore.find(published, agency: nil, in: db)?.name ?? ""
    let (seated, waiting) = (try roster.seated.map(person), try roster.waiting.map(person))
    let page = SheetPage.Content(
      agency: node.name(of: agency), session: session, title: course?.title ?? "",
      hours: FieldContent.hundredths.written(.integer(Int64(hours))),
      trainer: trainer.isEmpty ? session.trainer : trainer, seated: seated, waiting: waiting)
    let rows = zip(roster.seated + roster.waiting, seated + waiting).map { enrolment, person in
      [session.id, person.code, person.name, enrolment.attendance, ""]
    }
    return (page, rows)
  }
}
