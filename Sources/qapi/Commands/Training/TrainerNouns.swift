import GRDB
import Plans
import Records
import Store
import Training

/// Trainers of the agency and of its region (AS.5.2 task 4).
enum TrainerNoun: NaturalNoun {
  typealias Entry = Trainer
  static let command = "training trainer"
  static let columns = ["code", "kind", "staff", "name"]
  static let required = ["code"]

  static func remarks(on entry: Trainer) -> [String] {
    ["certify with `qapi training certification trainer=\(entry.code) first=...`"]
  }

  static func checkRemoval(of entry: Trainer, agency: String?, in db: Database) throws {
    let sessions = try RecordStore.records(
      TrainingSession.self, of: agency ?? "", where: "trainer", is: entry.code, in: db)
    guard sessions.isEmpty else {
      throw Failure.rule(
        "trainer-in-use", "\(sessions.count) sessions name the trainer", next: "end the certification instead")
    }
  }
}

enum TrainerCertificationNoun: NaturalNoun {
  typealias Entry = TrainerCertification
  static let command = "training certification"
  static let columns = ["trainer", "course", "first", "last", "reference"]
  static let required = ["first"]

  static func check(
    _ entry: TrainerCertification, was old: TrainerCertification?, of agency: String?, in db: Database
  ) throws {
    try TrainingRules.checkDays(entry.first, entry.last)
    guard !entry.course.isEmpty else { return }
    try TrainingRules.checkCourse(entry.course, of: agency, in: db)
  }
}

/// Trainers whom the department makes known to all (AS.5.2 task 4).
enum PublishedTrainerNoun: NaturalNoun {
  typealias Entry = PublishedTrainer
  static let command = "training published"
  static let plural = "trainers through DCSS"
  static let columns = ["code", "from_agency", "first", "last", "courses", "name"]
  static let required = ["code", "name", "first"]

  static func check(_ entry: PublishedTrainer, was old: PublishedTrainer?, of agency: String?, in db: Database) throws {
    try TrainingRules.checkDays(entry.first, entry.last)
    guard entry.from.isEmpty == entry.agreed.isEmpty else {
      throw Failure.rule(
        "published-without-agreement", "staff of an agency is published with its agreement",
        next: "say from_agency= and agreed= together, or neither for the department's own")
    }
    for course in entry.courseCodes { try TrainingRules.checkCourse(course, of: agency, in: db) }
  }

  /// Whom sessions name that count, and whom no agency has under the same code.
  static func checkRemoval(of entry: PublishedTrainer, agency: String?, in db: Database) throws {
    let own = Set(try RecordStore.all(Trainer.self, in: db).filter { $0.record.code == entry.code }.map(\.agency))
    let sessions = try RecordStore.all(TrainingSession.self, in: db).filter { agency, session in
      session.counts && session.trainer == entry.code && !own.contains(agency)
    }
    guard sessions.isEmpty else {
      throw Failure.rule(
        "trainer-in-use", "\(sessions.count) sessions name the trainer",
        next: "end it instead: `qapi training published code=\(Shown.line(entry.code)) last=...`")
    }
  }
}
