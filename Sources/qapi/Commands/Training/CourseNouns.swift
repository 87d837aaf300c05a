import GRDB
import Plans
import Records
import Store
import Training

/// Approved curriculum (AS.5.2 task 1).
enum CourseNoun: NaturalNoun {
  typealias Entry = Course
  static let command = "training course"
  static let columns = ["code", "version", "mode", "hours", "first", "title"]
  static let required = ["code", "title"]

  static func checkRemoval(of entry: Course, agency: String?, in db: Database) throws {
    let uses = try RecordStore.published(TrainingRequirement.self, in: db).filter { $0.course == entry.code }
    guard uses.isEmpty else {
      throw Failure.rule(
        "course-in-use", "\(uses.count) requirements name the course",
        next: "end them first: `qapi training requirement list course=\(entry.code)`")
    }
  }
}

/// What the department requires of all agencies (AS.5.2).
enum TrainingRequirementNoun: RecordNoun {
  typealias Entry = TrainingRequirement
  static let command = "training requirement"
  static let hasTables = true
  static let columns = ["course", "level", "job_class", "days", "months", "first", "last", "source"]
  static let required = ["course", "first"]

  static func check(
    _ entry: TrainingRequirement, was old: TrainingRequirement?, of agency: String?, in db: Database
  ) throws { try check(entry, of: nil, in: db) }

  static func notes(onNew entry: TrainingRequirement, of agency: String?, in db: Database) throws -> [String] {
    try TrainingRules.notes(onClass: entry.jobClass, of: nil, in: db)
  }

  /// The same is asked of what an agency requires of its own staff.
  static func check(_ rule: TrainingRequirement, of agency: String?, in db: Database) throws {
    try TrainingRules.checkCourse(rule.course, of: agency, in: db)
    let courses = try TrainingRules.courses(of: agency, in: db)
    // A least version above the newest would leave everybody overdue for ever.
    guard courses.versions(of: rule.course).contains(where: { $0.version >= rule.version }) else {
      throw TrainingRules.failure(.unknownVersion, rule.course, version: rule.version, on: rule.first, courses)
    }
    try TrainingRules.checkDays(rule.first, rule.last)
    try TrainingRules.checkDuty(rule.duty)
  }
}

/// What an agency requires of its own staff.
enum LocalRequirementNoun: RecordNoun {
  typealias Entry = LocalRequirement
  static let command = "training local"
  static let plural = "requirements of the agency"
  static let hasTables = true
  static let columns = TrainingRequirementNoun.columns
  static let required = TrainingRequirementNoun.required

  static func check(_ entry: LocalRequirement, was old: LocalRequirement?, of agency: String?, in db: Database) throws {
    try TrainingRequirementNoun.check(entry.rule, of: agency, in: db)
  }

  static func notes(onNew entry: LocalRequirement, of agency: String?, in db: Database) throws -> [String] {
    try TrainingRules.notes(onClass: entry.rule.jobClass, of: agency, in: db)
  }
}

/// Special training that an agency proposes (AS.5.2 task 2).
enum TrainingProposalNoun: RecordNoun {
  typealias Entry = TrainingProposal
  static let command = "training proposal"
  static let columns = ["course", "version", "day", "title"]
  static let required = ["course", "title", "need"]
  static let standingNames = "state"

  static func begin(_ entry: inout TrainingProposal, _ occasion: RecordOccasion) {
    (entry.day, entry.person) = ("\(occasion.today)", occasion.person)
  }

  static func standings(
    of entries: [(agency: String, record: TrainingProposal)], in db: Database
  ) throws -> [RecordDetails] {
    let answers = Dictionary(
      try RecordStore.all(ProposalAnswer.self, in: db).map { ([$0.agency, $0.record.proposal], $0.record.result) },
      uniquingKeysWith: { $1 })
    return entries.map { agency, proposal in
      let state = answers[[agency, proposal.id]] ?? "waits"
      return RecordDetails(lines: [Shown.line(state)], members: JSON.members(["state": .text(state)]))
    }
  }

  static func check(_ entry: TrainingProposal, was old: TrainingProposal?, of agency: String?, in db: Database) throws {
    if try RecordStore.published(Course.self, in: db).contains(where: { $0.code == entry.course }) {
      throw Failure.rule(
        "approved-curriculum", "\(Shown.line(entry.course, limit: 40)) is approved curriculum, and needs no proposal",
        next: "give the course another code")
    }
    let own = try TrainingStore.proposals(of: agency ?? "", in: db)
    if let answered = own.first(where: { $0.proposal.id == entry.id }), answered.isApproved {
      throw Failure.rule(
        "approved", "DCSS approved the proposal, and what it says stands",
        next: "propose a new version: `qapi training proposal course=\(entry.course) version=\(entry.version + 1)`")
    }
    let same = own.contains {
      $0.proposal.id != entry.id && $0.proposal.course == entry.course && $0.proposal.version == entry.version
    }
    guard !same else {
      throw Failure.rule(
        "proposed-twice", "version \(entry.version) of \(Shown.line(entry.course, limit: 40)) is proposed already",
        next: "edit that one, or say another version=")
    }
  }

  static func checkRemoval(of entry: TrainingProposal, agency: String?, in db: Database) throws {
    let own = try TrainingStore.proposals(of: agency ?? "", in: db)
    guard own.first(where: { $0.proposal.id == entry.id })?.isApproved == true else { return }
    throw Failure.rule(
      "approved", "DCSS approved the proposal, and sessions may rest on it", next: "propose a new version instead")
  }
}

enum ProposalAnswerNoun: RecordNoun {
  typealias Entry = ProposalAnswer
  static let command = "training proposal answer"
  static let plural = "answers to Training Proposals"
  static let columns = ["proposal", "result", "day", "text"]
  static let required = ["result"]

  static func begin(_ entry: inout ProposalAnswer, _ occasion: RecordOccasion) {
    (entry.day, entry.person) = ("\(occasion.today)", occasion.person)
  }

  static func check(_ entry: ProposalAnswer, was old: ProposalAnswer?, of agency: String?, in db: Database) throws {
    guard entry.result != ProposalAnswer.Result.approved.rawValue, entry.text.isEmpty else { return }
    throw Failure.rule(
      "answer-without-reason", "what is \(entry.result) needs comments", next: "say why with text=\"...\"")
  }
}
