import ArgumentParser
import GRDB
import Improvement
import Plans
import Records
import Store

struct OversightCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oversight",
    abstract: "Reviews of agencies by the department: visits, findings, answers (IOP.4.3 to IOP.4.7).",
    discussion: """
      The department plans reviews and writes findings; the agency answers. Kinds: \
      \(OversightReview.kinds.joined(separator: ", ")).
      """,
    subcommands: [
      RecordAdd<OversightNoun>.self, OversightList.self, OversightShow.self, RecordEdit<OversightNoun>.self,
      RecordRemove<OversightNoun>.self, OversightScheduleCommand.self, OversightFindingCommand.self,
      OversightAnswerCommand.self,
    ], defaultSubcommand: OversightList.self)
}

/// Reviews, written by the department.
enum OversightNoun: RecordNoun {
  typealias Entry = OversightReview
  static let command = "oversight"
  static let title = "review"
  static let beginning = "plan"
  static let columns = ["kind", "planned", "visit_begin", "reported", "title"]
  static let required: [String] = []

  static func check(
    _ entry: OversightReview, was old: OversightReview?, of agency: String?, in db: Database
  ) throws {
    if let begin = Day(entry.visitBegin), let end = Day(entry.visitEnd), end < begin {
      throw Failure.rule(
        "visit-ends-before", "the visit would end on \(end), before it begins on \(begin)",
        next: "correct visit_begin= or visit_end=")
    }
    if let begin = Day(entry.visitBegin), let papers = Day(entry.papersDue), papers > begin {
      throw Failure.rule(
        "papers-after-visit", "the papers would be due on \(papers), after the visit begins on \(begin)",
        next: "correct papers_due= or visit_begin=: papers are read before the visit (IOP.4.5 task 3)")
    }
    if let begin = Day(entry.visitBegin), let reported = Day(entry.reported), reported < begin {
      throw Failure.rule(
        "reported-before-visit", "the findings would be reported on \(reported), before the visit on \(begin)",
        next: "correct reported= or visit_begin=")
    }
  }

  static func isOpen(_ entry: OversightReview) -> Bool { entry.reported.isEmpty }

  static func remarks(on entry: OversightReview) -> [String] {
    entry.kind == OversightReview.scheduled && entry.plannedDay == nil
      ? ["no day is planned yet: planned= or visit_begin="] : []
  }
}

/// Findings of reviews, written by the department.
enum OversightFindingNoun: RecordNoun {
  typealias Entry = OversightFinding
  static let command = "oversight finding"
  static let detailNames = "late, answers"
  static let title = "finding"
  static let columns = ["review", "answer_due", "element", "text"]
  static let required = ["review", "text"]
  static let writtenBy = ["position": "qapi oversight finding add"]

  static func check(
    _ entry: OversightFinding, was old: OversightFinding?, of agency: String?, in db: Database
  ) throws {
    guard let agency, let due = Day(entry.answerDue),
      let review = try RecordStore.find(OversightReview(id: entry.review), agency: agency, in: db),
      let reported = Day(review.reported), due < reported
    else { return }
    throw Failure.rule(
      "answer-due-before-report", "the answer would be due on \(due), before the findings were reported on \(reported)",
      next: "correct answer_due=")
  }

  static func remarks(on entry: OversightFinding) -> [String] {
    entry.answerDue.isEmpty ? ["no day is set for the answer (answer_due): it will never be late"] : []
  }

  static func details(
    of entry: OversightFinding, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let answers = try RecordStore.records(
      OversightAnswer.self, of: agency ?? "", where: "finding", is: entry.id, in: db)
    let standing = OversightStanding.AnsweredFinding(finding: entry, answers: answers)
    return RecordDetails(
      lines: OversightWords.answers(of: standing, on: occasion.today),
      members: JSON.members([
        "late": JSON(standing.isLate(on: occasion.today)),
        "answers": .list(answers.map { .object(JSON.members(of: $0)) }),
      ]))
  }
}

struct OversightFindingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finding", abstract: "Findings of a review (the department writes, the agency answers).",
    subcommands: [
      OversightFindingAdd.self, RecordList<OversightFindingNoun>.self, RecordShow<OversightFindingNoun>.self,
      RecordEdit<OversightFindingNoun>.self, RecordRemove<OversightFindingNoun>.self,
    ], defaultSubcommand: RecordList<OversightFindingNoun>.self)
}

/// What the commands say of findings and answers.
enum OversightWords {
  static func answers(of entry: OversightStanding.AnsweredFinding, on today: Day) -> [String] {
    var lines: [String] = []
    if let days = entry.lateness(on: today) {
      lines += ["  \(entry.isAnswered ? "answered" : "no answer yet,") \(Layout.count(days, "day")) late"]
    } else if !entry.isAnswered {
      lines += ["  no answer yet"]
    }
    for answer in entry.answers {
      let action = answer.action.isEmpty ? "" : ", corrective action \(answer.action)"
      lines += ["  answer of \(Shown.line(answer.day)), \(Shown.line(answer.person))\(Shown.line(action)):"]
      lines += Layout.wrapped(Shown.text(answer.text), margin: "    ")
    }
    return lines
  }
}
