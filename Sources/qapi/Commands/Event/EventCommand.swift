import ArgumentParser
import GRDB
import Improvement
import Plans
import Records
import Store

struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event",
    abstract: "Report exceptional events to the department, and answer them (IOP.3.3).",
    discussion: """
      The agency reports what disrupts service or may do so, to its Regional Administrator; the department answers. Kinds: \
      \(ExceptionalEvent.kinds.joined(separator: ", ")); the list is open, and other words are as good. Press inquiries and \
      Public Records Act requests go by guidelines of their own.
      """,
    subcommands: [
      RecordAdd<EventNoun>.self, RecordList<EventNoun>.self, EventStatus.self, RecordShow<EventNoun>.self,
      RecordEdit<EventNoun>.self, EventEnd.self, EventAnswerCommand.self, RecordRemove<EventNoun>.self,
    ], defaultSubcommand: RecordList<EventNoun>.self)
}

/// Exceptional events, written by the agency.
enum EventNoun: RecordNoun {
  typealias Entry = ExceptionalEvent
  static let title = "event"
  static let command = "event"
  static let detailNames = "state, waiting_days, answers"
  static let beginning = "report"
  static let columns = ["day", "kind", "title"]
  static let standingNames = "state"
  static let required = ["kind", "title", "day"]

  static func begin(_ entry: inout ExceptionalEvent, _ occasion: RecordOccasion) {
    entry.day = "\(occasion.today)"
    entry.reported = "\(occasion.today)"
    entry.person = occasion.person
  }

  static func check(
    _ entry: ExceptionalEvent, was old: ExceptionalEvent?, of agency: String?, in db: Database
  ) throws {
    if let day = Day(entry.day), let ended = Day(entry.ended), ended < day {
      throw Failure.rule(
        "event-ends-before", "the event would end on \(ended), before the day that it was on, \(day)",
        next: "correct day= or ended=")
    }
    if let day = Day(entry.day), let reported = Day(entry.reported), reported < day {
      throw Failure.rule(
        "event-reported-before", "the event would be reported on \(reported), before the day that it was on, \(day)",
        next: "correct day= or reported=")
    }
  }

  static func isOpen(_ entry: ExceptionalEvent) -> Bool { entry.ended.isEmpty }

  static func remarks(on entry: ExceptionalEvent) -> [String] {
    var remarks: [String] = []
    if !ExceptionalEvent.kinds.contains(entry.kind) {
      remarks.append("the kind is in words of its own; the list has: " + ExceptionalEvent.kinds.joined(separator: ", "))
    }
    if entry.kind == ExceptionalEvent.keyPositions {
      remarks.append(
        "to ask: is it the Director, a member of the management team, the lead Ombudsperson, or another position that "
          + "is designated? The program does not know which are; your Regional Administrator does")
    }
    if entry.goesAnotherWay {
      remarks.append(
        "press inquiries and Public Records Act requests go by the department's guidelines for them, besides or instead "
          + "of this report (IOP.3.3 task 2)")
    }
    return remarks
  }

  static func standings(
    of entries: [(agency: String, record: ExceptionalEvent)], in db: Database
  ) throws -> [RecordDetails] {
    try entries.map { agency, event in
      let words = try OversightStore.standing(of: event, agency: agency, in: db).words
      return RecordDetails(lines: [words], members: [.init(key: "state", value: .text(words))])
    }
  }

  static func details(
    of entry: ExceptionalEvent, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let standing = try OversightStore.standing(of: entry, agency: agency ?? "", in: db)
    let waiting = standing.waitingDays(on: occasion.today)
    var lines = [""] + Layout.facts([["state:", standing.words]])
    if standing.answers.isEmpty, let waiting {
      lines += Layout.facts([["waiting:", "\(Layout.count(waiting, "day")) since the report"]])
    }
    for answer in standing.answers {
      lines += ["", "answer of \(Shown.line(answer.day)), \(Shown.line(answer.analyst)):"]
      lines += Layout.wrapped(Shown.text(answer.text), margin: "  ")
    }
    return RecordDetails(
      lines: lines,
      members: JSON.members([
        "state": .text(standing.words), "waiting_days": JSON(waiting.map(Int64.init)),
        "answers": .list(standing.answers.map { .object(JSON.members(of: $0)) }),
      ]))
  }
}
