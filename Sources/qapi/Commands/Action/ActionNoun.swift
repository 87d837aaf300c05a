import GRDB
import Improvement
import Plans
import Records
import Store

/// Corrective actions.
enum ActionNoun: RecordNoun {
  typealias Entry = CorrectiveAction
  static let command = "action"
  static let beginning = "open"
  static let columns = ["opened", "due", "title"]
  static let required = ["title", "problem"]
  static let detailNames = "state, late, overdue_steps (ids), causes, steps, progress, reassessments, monitoring"
  static let writtenBy = [
    "reached": "qapi action reach", "reached_on": "qapi action reach", "closed": "qapi action close",
    "closed_by": "qapi action close", "closing": "qapi action close", "required": "qapi action open --review",
  ]

  static func isOpen(_ entry: CorrectiveAction) -> Bool { entry.closed.isEmpty }

  static func begin(_ action: inout CorrectiveAction, _ occasion: RecordOccasion) {
    action.opened = "\(occasion.today)"
    action.person = occasion.person
  }

  /// The tables in which an origin stands; the others are named by words or by keys of their own.
  private static let origins: [String: SyncedTable] = [
    "review": Schema.caseReview, "finding": Schema.reviewFinding, "event": Schema.exceptionalEvent,
    "oversight": Schema.oversightFinding,
  ]

  /// The open ones that come from one origin.
  static func open(from origin: String, of agency: String, in db: Database) throws -> [CorrectiveAction] {
    try RecordStore.all(CorrectiveAction.self, of: agency, in: db).map(\.record).filter {
      $0.originId == origin && $0.closed.isEmpty
    }
  }

  static func check(_ action: CorrectiveAction, was old: CorrectiveAction?, of agency: String?, in db: Database) throws
  {
    if let table = origins[action.origin], !action.originId.isEmpty, action.originId != old?.originId {
      let ids = try String.fetchAll(
        db, sql: "SELECT id FROM \(table.name) WHERE agency = ?", arguments: [agency ?? ""])
      guard ids.contains(action.originId) else {
        throw Failure.rule(
          "origin-not-there", "the \(table.title) that this is opened from is not there",
          next: "give its whole id, or leave out origin_id")
      }
    }
    guard let opened = Day(action.opened), let due = Day(action.due), due < opened else { return }
    throw Failure.rule("due-before-opened", "it would be due before it was opened", next: "correct due or opened")
  }

  static func details(
    of action: CorrectiveAction, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let whole =
      try ImprovementStore.actions(of: agency, in: db).first { $0.action.action.id == action.id }?.action
      ?? WholeAction(action: action)
    let view = ActionView(whole, today: occasion.today)
    return RecordDetails(lines: view.lines, members: view.members)
  }
}

/// A root cause of a corrective action.
enum RootCauseNoun: RecordNoun {
  typealias Entry = RootCause
  static let command = "action cause"
  static let columns = ["text"]
  static let required = ["text"]
}

/// A step of a corrective action.
enum ActionStepNoun: RecordNoun {
  typealias Entry = ActionStep
  static let command = "action step"
  static let title = "step"
  static let columns = ["status", "due", "person", "text"]
  static let required = ["text", "person"]
  static func isOpen(_ entry: ActionStep) -> Bool { !["done", "dropped"].contains(entry.status) }

  static func check(_ step: ActionStep, was old: ActionStep?, of agency: String?, in db: Database) throws {
    if let begin = Day(step.begin), let due = Day(step.due), due < begin {
      throw Failure.rule("due-before-begin", "the step would be due before it begins", next: "correct begin or due")
    }
    guard step.status != "done" || !step.done.isEmpty else {
      throw Failure.rule("done-without-day", "a step that is done says when", next: "say it with done=2024-01-31")
    }
  }
}

/// A report on how a corrective action goes.
enum ActionProgressNoun: RecordNoun {
  typealias Entry = ActionProgress
  static let command = "action progress"
  static let title = "progress"
  static let plural = "progress reports"
  static let columns = ["day", "person", "text"]
  static let required = ["text"]
  static func begin(_ entry: inout ActionProgress, _ occasion: RecordOccasion) {
    entry.day = "\(occasion.today)"
    entry.person = occasion.person
  }
}

/// Whether the problem is gone.
enum ReassessmentNoun: RecordNoun {
  typealias Entry = Reassessment
  static let command = "action reassess"
  static let columns = ["day", "result", "text"]
  static let required = ["day"]
  static func begin(_ entry: inout Reassessment, _ occasion: RecordOccasion) {
    entry.day = "\(occasion.today)"
    entry.person = occasion.person
  }

  static func check(_ entry: Reassessment, was old: Reassessment?, of agency: String?, in db: Database) throws {
    guard let action = try RecordStore.find(CorrectiveAction(id: entry.action), agency: agency, in: db),
      let opened = Day(action.opened), let day = Day(entry.day), day < opened
    else { return }
    throw Failure.rule(
      "reassessed-before-opened", "the corrective action was opened on \(opened), after the reassessment",
      next: "correct day=")
  }
}

/// The department's look at a corrective action.
enum ActionMonitoringNoun: RecordNoun {
  typealias Entry = ActionMonitoring
  static let command = "action monitor"
  static let title = "monitoring"
  static let plural = "monitorings"
  static let columns = ["day", "verdict", "analyst", "text"]
  static let required = ["day"]
  static func begin(_ entry: inout ActionMonitoring, _ occasion: RecordOccasion) {
    entry.day = "\(occasion.today)"
    entry.analyst = occasion.person
  }
}
