import GRDB
import Plans
import Records
import Store
import Training

/// The roster of an agency's staff (AS.5.1).
enum StaffNoun: NaturalNoun {
  typealias Entry = StaffMember
  static let command = "training staff"
  static let title = "member of staff"
  static let plural = "members of staff"
  static let columns = ["code", "hired", "separated", "coordinator", "name"]
  static let required = ["code", "hired"]

  static func check(_ entry: StaffMember, was old: StaffMember?, of agency: String?, in db: Database) throws {
    try TrainingRules.checkDays(entry.hired, entry.separated)
    guard (entry.hired, entry.separated) != (old?.hired, old?.separated) else { return }
    // Of the agency's own training that stands, what the new days would leave outside.
    let outside = try TrainingStore.completions(of: entry.code, agency ?? "", in: db).filter { completion in
      let rule = completion.broken(by: entry, today: .distantFuture)
      return rule != nil && rule != old.flatMap { completion.broken(by: $0, today: .distantFuture) }
    }.map(\.day).sorted()
    let next =
      "correct one of the days: `qapi training completion list staff=\(Shown.line(entry.code))`; who came back has a new code: "
      + "`qapi training transcript import --help`"
    if let first = outside.first, first < entry.hired {
      throw Failure.rule("completed-before-hire", "there is training of \(first), before \(entry.hired)", next: next)
    }
    if let last = outside.last {
      throw Failure.rule(
        "completed-after-separation", "there is training of \(last), after \(entry.separated)", next: next)
    }
  }

  static func remarks(on entry: StaffMember) -> [String] {
    entry.coordinator == 1
      ? [
        "if somebody else was training coordinator before, ask whether the change is an exceptional event (IOP.3.3): "
          + "`qapi event`"
      ] : []
  }
}

/// What staff does, and for whom (AS.5.1 task 2).
enum StaffAssignmentNoun: NaturalNoun {
  typealias Entry = StaffAssignment
  static let command = "training assignment"
  static let columns = ["staff", "first", "level", "unit", "supervisor", "job_class"]
  static let required = ["first"]

  static func check(_ entry: StaffAssignment, was old: StaffAssignment?, of agency: String?, in db: Database) throws {
    try TrainingRules.checkEmployment(entry, of: agency, in: db)
    guard entry.supervisor != entry.staff else {
      throw Failure.rule(
        "supervises-oneself", "nobody supervises themselves", next: "name somebody else, or leave supervisor out")
    }
  }
}

enum StaffLeaveNoun: NaturalNoun {
  typealias Entry = StaffLeave
  static let command = "training leave"
  static let title = "leave"
  static let columns = ["staff", "first", "last"]
  static let required = ["first"]

  static func check(_ entry: StaffLeave, was old: StaffLeave?, of agency: String?, in db: Database) throws {
    try TrainingRules.checkDays(entry.first, entry.last)
    try TrainingRules.checkEmployment(entry, of: agency, in: db)
  }
}

/// Days on which somebody need not take a course.
enum TrainingWaiverNoun: NaturalNoun {
  typealias Entry = TrainingWaiver
  static let command = "training waiver"
  static let columns = ["staff", "course", "first", "last", "reason"]
  static let required = ["course", "first", "reason"]

  static func begin(_ entry: inout TrainingWaiver, _ occasion: RecordOccasion) { entry.person = occasion.person }

  static func check(_ entry: TrainingWaiver, was old: TrainingWaiver?, of agency: String?, in db: Database) throws {
    try TrainingRules.checkDays(entry.first, entry.last)
    try TrainingRules.checkCourse(entry.course, of: agency, in: db)
  }
}
