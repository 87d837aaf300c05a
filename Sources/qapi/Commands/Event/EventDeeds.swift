import ArgumentParser
import Changesets
import GRDB
import Improvement
import Plans
import Records
import Store
import SyncEngine
import Trust

struct EventEnd: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Say that an event is over (the agency).", discussion: "JSON: \(EventNoun.jsonNames)."
  )
  @Argument(help: "Its id, or the beginning of it, or `latest`.")
  var id: String
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<EventNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let event = try writing.write(on: node, as: person, otherwise: "event is over") { db in
      let old = try RecordWork<EventNoun>.findToWrite(id, agency: nil, on: node, in: db).entry
      var event = old
      event.ended = "\(day)"
      event = try RecordWork<EventNoun>.checked(event, was: old, of: node.member, in: db)
      try RecordStore.update(event, from: old, agency: node.member, in: db)
      return event
    }
    return Report(
      lines: ["\(EventNoun.title) \(event.id) ended on \(day)"], notes: [node.nextExchange],
      members: EventNoun.members(of: event, agency: node.member))
  }
}

struct EventAnswerCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer the report of an event (the department).",
    discussion: "JSON: agency, id, event, day, analyst, text.")
  @Argument(help: "Id of the event, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "The answer.")
  var text: String
  @Option(help: "Who answers; else the person who writes this.")
  var analyst: String?
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsDepartment("answers the reports of events", see: "qapi event show \(Shown.line(id))")
    let person = try writing.person(of: node)
    var answer = EventAnswer(id: node.newID())
    answer.day = "\(try Day.argument(day))"
    answer.analyst = try Entered.text(analyst ?? person.name, "--analyst", oneLine: true)
    answer.text = try Entered.text(text, "--text", mayBeEmpty: false)
    let (owner, written) = try writing.write(on: node, as: person, otherwise: "answer to an event") { db in
      let found = try RecordWork<EventNoun>.find(id, agency: agency, in: db)
      answer.event = found.entry.id
      try RecordStore.insert(answer, agency: found.agency, in: db)
      return (found.agency, answer)
    }
    return Report(
      lines: ["answer \(written.id) to the event of \(owner)"], notes: [node.nextExchange],
      members: [.init(key: "agency", value: .text(owner))] + JSON.members(of: written))
  }
}

struct EventStatus: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Where reported events stand: unanswered ones first, the longest wait on top.",
    discussion: """
      No source says within how many days a report is answered: the days are shown, and none is called late.

      JSON: on, records (\(EventNoun.jsonNames), agency_name, state, answered, reporting_days, waiting_days).
      """)
  @Option(help: "Only those of this agency.")
  var agency: String?
  @Flag(help: "Also those that are over and answered.")
  var all = false
  @Option(name: .customLong("on"), help: "As of this day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let today = try Day.argument(day)
    let standings = try node.engine.queue.read { db in try OversightStore.events(of: agency, in: db) }
      .filter { all || !$0.standing.isAnswered || !$0.standing.isOver }
    // Stable: within one wait the order of the reports.
    func rank(_ standing: EventStanding) -> Int {
      standing.isAnswered ? -1 : standing.waitingDays(on: today) ?? 0
    }
    let ranked = standings.enumerated().sorted {
      let (left, right) = (rank($0.element.standing), rank($1.element.standing))
      return left != right ? left > right : $0.offset < $1.offset
    }.map(\.element)
    let ids = PlanName.unique(ranked.map(\.standing.event.id))
    let unanswered = ranked.count { !$0.standing.isAnswered }
    let rows = zip(ids, ranked).map { id, entry -> [String] in
      let event = entry.standing.event
      let waiting = entry.standing.waitingDays(on: today).map { Layout.count($0, "day") } ?? "-"
      return [
        Shown.line(id), entry.agency, Shown.line(event.reported), entry.standing.words, waiting,
        Shown.line(event.title),
      ]
    }
    return Report(
      lines: ranked.isEmpty
        ? ["no open events"]
        : ["\(Layout.count(unanswered, "event")) without an answer"]
          + Layout.table([["id", "agency", "reported", "state", "waited", "title"]] + rows, cuttingLast: true),
      json: [
        "on": .text("\(today)"),
        "records": .list(
          ranked.map { entry in
            .object(
              EventNoun.members(of: entry.standing.event, agency: entry.agency)
                + JSON.members([
                  "agency_name": .text(node.name(of: entry.agency)), "state": .text(entry.standing.words),
                  "answered": JSON(entry.standing.isAnswered),
                  "reporting_days": JSON(entry.standing.reportingDays.map(Int64.init)),
                  "waiting_days": JSON(entry.standing.waitingDays(on: today).map(Int64.init)),
                ]))
          }),
      ])
  }
}
