import ArgumentParser
import Canonical
import Catalogue
import Changesets
import Foundation
import Plans
import Records
import Reports
import Store
import SyncEngine

struct DueShow: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what is due: overdue first, then what comes.",
    discussion: """
      Plans and updates, tactics, follow-ups, obligations, figures, case reviews, corrective actions, oversight, risks. Without \
      an option: this node's agency, 45 days ahead. Obligations are looked at 92 days back; what has a day of its own stays until \
      it is done. Rows that are switched off, repeat another row, or are times within a case are not shown.

      --ics writes a file that a calendar program imports and updates: all-day events without persons. Send it to whom the \
      titles may be shown.

      What waits for an answer and has no day stands behind: figures outside their band, targets, what was handed in or sent back, \
      and at the department funding needs, approvals, notices of insufficiency and Training Proposals.

      JSON: on, from, to, entries (id, agency, day, title, kind, source, person, state as late, coming or done), open (number of \
      obligations without a date), to_answer (kind, count, see). With --ics: events, cancelled, file, and without --output: text.
      """)
  @Flag(help: "Only what names the person of this node, or of --person.")
  var mine = false
  @Flag(help: "Of all agencies and the department (where they are read).")
  var all = false
  @Option(help: "Of this agency (at the department).")
  var agency: String?
  @Option(help: "With --mine: whom, like \"Ana Ruiz <aruiz>\"; else the node's person.")
  var person: String?
  @Option(help: "From this day on, like 2024-01-01; else 92 days back.")
  var from: String?
  @Option(help: "Up to this day; else --days ahead.")
  var to: String?
  @Option(help: "So many days ahead.")
  var days: Int?
  @Flag(help: "Show what is done too.")
  var done = false
  @Option(name: .customLong("on"), help: "As of this day, like 2024-01-31; else today.")
  var day: String?
  @Flag(help: "Write an iCalendar file.")
  var ics = false
  @Option(name: .customLong("output"), help: "Write the iCalendar file here.")
  var path: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard [mine, all, agency != nil].count(where: { $0 }) <= 1 else {
      throw ValidationError("Say only one of --mine, --all, --agency.")
    }
    guard person == nil || mine else { throw ValidationError("--person goes with --mine.") }
    guard path == nil || ics else { throw ValidationError("--output goes with --ics.") }
    guard !ics || !done else { throw ValidationError("What is done is not exported: leave --done or --ics out.") }
    guard to == nil || days == nil else { throw ValidationError("Say only one of --to, --days.") }
    guard (0...3660).contains(days ?? 0) else { throw ValidationError("--days is a number from 0 to 3660.") }
  }

  func report() throws -> Report {
    let node = try node.open()
    let today = try Day.argument(day)
    let calendar = DueCalendar(node: node, scope: try scope(of: node), today: today)
    let span = try span(around: today)
    if ics { return try export(calendar, span) }
    let entries = try calendar.entries(in: span).filter { done || !$0.isDone }
    let open = try calendar.openCount()
    let questions = try calendar.questions()
    return Report(
      lines: lines(entries, calendar, span, open, questions?.questions ?? []),
      json: [
        "on": .text("\(today)"), "from": .text("\(span.lowerBound)"), "to": .text("\(span.upperBound)"),
        "entries": .list(entries.map { json($0, today) }), "open": JSON(open),
        "to_answer": questions?.json ?? .list([]),
      ],
      notes: entries.contains { $0.agency == node.member && $0.kind == .obligation && $0.state(on: today) == .late }
        ? ["next:  qapi obligation done ID DAY marks what is met, with id and day as above"] : [])
  }

  private func scope(of node: OpenNode) throws -> DueCalendar.Scope {
    let readsAll = node.isDepartment || node.engine.identity.isReader
    if let agency {
      try node.checkReads(agency)
      return .member(agency)
    }
    if mine {
      guard let someone = try person.map({ try Person(argument: $0) }) ?? node.settings.person else {
        throw Failure.usage(
          "it is not known who you are",
          next: "say it with --person \"Ana Ruiz <aruiz>\", or set it once with "
            + "`qapi remote set --person`")
      }
      return .person(PersonName(id: someone.id, name: someone.name))
    }
    guard all || node.engine.identity.isReader else { return .member(node.member) }
    guard readsAll else {
      throw Failure.usage(
        "this node reads the rows of \(node.member) only", next: "leave --all out; the department sees all agencies")
    }
    return .all
  }

  private func span(around today: Day) throws -> ClosedRange<Day> {
    let first = try from.map { try Entered.day($0, "--from") } ?? today.adding(days: -DueCalendar.daysBack) ?? today
    let last = try to.map { try Entered.day($0, "--to") } ?? today.adding(days: days ?? 45) ?? today
    guard first <= last else {
      throw Failure.usage("there is no day from \(first) to \(last)", next: "name the earlier day with --from")
    }
    return first...last
  }

  // MARK: In words

  private func lines(
    _ entries: [CalendarEntry], _ calendar: DueCalendar, _ span: ClosedRange<Day>, _ open: Int,
    _ questions: [OpenQuestions.Question]
  ) -> [String] {
    func part(_ title: String, _ state: CalendarEntry.State) -> [String] {
      let own = entries.filter { $0.state(on: calendar.today) == state }
      return own.isEmpty ? [] : ["\(title):"] + grouped(own, calendar)
    }
    var lines = part("overdue", .late) + part("due until \(span.upperBound)", .coming) + part("done", .done)
    if lines.isEmpty { lines = ["nothing is due until \(span.upperBound)"] }
    lines += questions.flatMap { Layout.wrapped("to answer: \($0.words)", hanging: "  ") }
    if open > 0 {
      let others = calendar.members.count > 1 ? ", and with --agency CODE what an agency has" : ""
      lines += Layout.wrapped(
        "no date set: \(Layout.count(open, "obligation")) (see `qapi obligation list --open`\(others))", hanging: "  ")
    }
    return lines
  }

  /// One entry for all agencies that owe the same on the same day.
  private func grouped(_ entries: [CalendarEntry], _ calendar: DueCalendar) -> [String] {
    var order: [[String]] = []
    var groups: [[String]: [CalendarEntry]] = [:]
    for entry in entries {
      let key = ["\(entry.day)", entry.title, entry.source, entry.person]
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(entry)
    }
    let namesAgencies = calendar.members.count > 1
    return order.compactMap { groups[$0] }.flatMap { group -> [String] in
      guard let entry = group.first else { return [] }
      let agencies = group.count > 3 ? "\(group.count) agencies" : group.map(\.agency).joined(separator: ", ")
      let behind = [
        Shown.line(entry.source), namesAgencies ? agencies : "", entry.person.isEmpty ? "" : Shown.line(entry.person),
      ].filter { !$0.isEmpty }.joined(separator: "; ")
      return Layout.wrapped(
        "\(Shown.line(entry.title)) (\(behind))", margin: "  \(entry.day)  ", hanging: String(repeating: " ", count: 14)
      )
    }
  }

  private func json(_ entry: CalendarEntry, _ today: Day) -> JSON {
    .object([
      "id": .text(entry.id), "agency": .text(entry.agency), "day": .text("\(entry.day)"), "title": .text(entry.title),
      "kind": .text(entry.kind.rawValue), "source": .text(entry.source), "person": .text(entry.person),
      "state": .text(entry.state(on: today).rawValue),
    ])
  }

  // MARK: As a file

  private func export(_ calendar: DueCalendar, _ span: ClosedRange<Day>) throws -> Report {
    let file = LedgerFile(of: calendar.node)
    var ledgers = try file.read()
    var ledger = ledgers[calendar.name] ?? CalendarLedger()
    // What was exported before is looked at wherever its day is, so that what is gone is told from what is out of sight.
    let known = ledger.lines.values.map(\.day) + [span.lowerBound, span.upperBound]
    let wide = (known.min() ?? span.lowerBound)...(known.max() ?? span.upperBound)
    let alive = Set(try calendar.entries(in: wide).filter { !$0.isDone }.map { uid(of: $0, calendar) })
    let entries = try calendar.entries(in: span).filter { !$0.isDone }
    let now = calendar.node.engine.configuration.surroundings.now()
    let events = ledger.events(
      of: entries.map { ($0, uid(of: $0, calendar)) }.map { entry, uid in
        (uid, entry, "\(entry.source). \(calendar.node.name(of: entry.agency)).")
      }, gone: Set(ledger.lines.keys).subtracting(alive),
      at: .init(seconds: now, instant: calendar.node.now, day: calendar.today))
    let text = CalendarFile(name: "qapi: \(calendar.title)", events: events, reminder: 7).text
    if let path {
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw Failure(
          .error, "the calendar cannot be written", at: path, next: "check the path, its rights and the space")
      }
    }
    ledgers[calendar.name] = ledger
    try file.write(ledgers)
    let cancelled = events.count(where: \.isCancelled)
    var members: [JSON.Member] = [
      .init(key: "events", value: JSON(events.count)), .init(key: "cancelled", value: JSON(cancelled)),
      .init(key: "file", value: JSON(path)),
    ]
    guard let path else {
      members.append(.init(key: "text", value: .text(text)))
      return Report(lines: [String(text.dropLast(1))], members: members)
    }
    return Report(
      lines: ["\(Shown.line(path)): \(Layout.count(events.count, "event")), \(cancelled) of them called off"],
      members: members)
  }

  private func uid(of entry: CalendarEntry, _ calendar: DueCalendar) -> String {
    "\(entry.agency).\(entry.id)@\(calendar.node.engine.identity.network.short).qapi"
  }
}
