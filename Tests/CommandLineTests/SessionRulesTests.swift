import Foundation
import GRDB
import Records
import Reports
import Store
import Testing
import Training

@testable import qapi

@Suite("What sessions, sheets and completions are asked before they are written")
struct SessionRulesTests {
  static let agency = "inv-a"

  /// Staff S1 to S6, the courses core (two versions) and law, the trainer T who is certified for core in the first half of 2024.
  func database() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.write { db in
      try Schema.create(in: db)
      for (code, version) in [("core", 1), ("core", 2), ("law", 1)] {
        var course = Course()
        (course.code, course.version, course.hours, course.first) = (code, version, 600 + version, "2020-01-01")
        try RecordStore.put(course, agency: nil, in: db)
      }
      for (code, name, hired, separated) in [
        ("S1", "Ada Invented", "2020-01-06", ""), ("S2", "Ben Invented", "2020-01-06", ""),
        ("S3", "Cyd Invented", "2020-01-06", ""), ("S4", "Cyd Invented", "2020-01-06", ""),
        ("S5", "", "2020-01-06", "2024-02-29"), ("S6", "Eve Invented", "2024-04-01", ""),
      ] {
        var member = StaffMember()
        (member.code, member.name, member.hired, member.separated) = (code, name, hired, separated)
        try RecordStore.put(member, agency: Self.agency, in: db)
      }
      var trainer = Trainer()
      trainer.code = "T"
      try RecordStore.put(trainer, agency: Self.agency, in: db)
      var certification = TrainerCertification()
      (certification.trainer, certification.course) = ("T", "core")
      (certification.first, certification.last) = ("2024-01-01", "2024-06-30")
      try RecordStore.put(certification, agency: Self.agency, in: db)
    }
    return queue
  }

  /// The rule that a failure names; "" if nothing fails.
  func rule(_ body: () throws -> Void) throws -> String {
    do {
      try body()
      return ""
    } catch let failure as Failure {
      let rule = failure.what.firstMatch(of: /\(rule ([a-z-]+)\)/)?.output.1
      return String(try #require(rule, "\(failure.what)"))
    }
  }

  static let occasion = RecordOccasion(today: Day("2024-06-01") ?? .distantFuture, person: "P")

  /// What the generic commands do before they write one.
  private func checked<Noun: KeptNoun>(
    _: Noun.Type, _ values: String, was old: Noun.Entry? = nil, in db: Database
  ) throws -> Noun.Entry {
    var entry = old ?? Noun.empty(id: "new")
    if old == nil { Noun.begin(&entry, Self.occasion) }
    try RecordWork<Noun>.take(values.split(separator: " ").map(String.init), into: &entry)
    return try RecordWork<Noun>.checked(entry, was: old, of: Self.agency, in: db)
  }

  @Test("A session is of a course and version that are known, by a trainer certified on each of its days")
  func sessions() throws {
    try database().write { db in
      for (values, wanted) in [
        ("course=core day=2024-03-04", ""), ("course=core day=2024-03-04 version=1 trainer=T", ""),
        ("course=none day=2024-03-04", "unknown-course"), ("course=core day=2024-03-04 version=3", "unknown-version"),
        ("course=core day=2024-03-04 trainer=X", "unknown-trainer"),
        ("course=core day=2024-06-30 trainer=T", ""), ("course=core day=2024-07-01 trainer=T", "trainer-not-certified"),
        ("course=core day=2024-06-30 last_day=2024-07-01 trainer=T", "trainer-not-certified"),
        ("course=law day=2024-03-04 trainer=T", "trainer-not-certified"),
        ("course=core day=2024-03-04 last_day=2024-03-03", "ends-before-it-begins"),
      ] {
        let broken = try rule { _ = try checked(SessionNoun.self, values, in: db) }
        #expect(broken == wanted, "\(values)")
      }
      let filled = try checked(SessionNoun.self, "course=core day=2024-03-04", in: db)
      #expect(filled.version == 2)
    }
  }

  @Test("An evaluation is of the course of its session, and not of a day to come")
  func evaluations() throws {
    try database().write { db in
      var session = TrainingSession(id: "s")
      (session.course, session.day) = ("core", "2024-03-04")
      try RecordStore.put(session, agency: Self.agency, in: db)
      for (values, wanted) in [
        ("session=s", ""), ("session=s course=core", ""), ("course=law", ""),
        ("session=s course=law", "evaluation-of-another-course"), ("course=law day=2099-01-01", "evaluation-in-future"),
        ("answers=2", "evaluation-of-what"),
      ] {
        #expect(try rule { _ = try checked(TrainingEvaluationNoun.self, values, in: db) } == wanted, "\(values)")
      }
      var old = TrainingEvaluation(id: "e")
      (old.course, old.day) = ("law", "2099-01-01")
      #expect(try rule { _ = try checked(TrainingEvaluationNoun.self, "answers=2", was: old, in: db) } == "")
    }
  }

  @Test("Who loses a seat, and who has one, is said where the seats change")
  func changedSeats() throws {
    try database().write { db in
      var session = TrainingSession(id: "s")
      (session.course, session.day, session.seats) = ("core", "2024-03-04", 2)
      try RecordStore.put(session, agency: Self.agency, in: db)
      for (place, staff) in ["S1", "S2", "S3"].enumerated() {
        var enrolment = Enrolment()
        (enrolment.session, enrolment.staff, enrolment.place) = ("s", staff, place)
        try RecordStore.put(enrolment, agency: Self.agency, in: db)
      }
      for (seats, notes) in [
        (1, ["waits now:  S2  Ben Invented"]), (2, []), (3, ["has a seat: S3  Cyd Invented"]),
      ] {
        var changed = session
        changed.seats = seats
        #expect(
          try SessionNoun.notes(onChanged: changed, was: session, of: Self.agency, in: db) == notes, "\(seats)")
      }
    }
  }

  @Test("What was held, cancelled or joined keeps what rests on it; a session is moved with a reason")
  func edits() throws {
    try database().write { db in
      for (state, joined, values, wanted) in [
        ("planned", "", "course=law", ""), ("planned", "", "day=2024-03-05", "moved-without-reason"),
        ("planned", "", "place=x", ""), ("held", "", "place=x", ""), ("held", "", "course=law", "session-held"),
        ("held", "", "day=2024-03-05", "session-held"), ("held", "", "hours=3", "session-held"),
        ("held", "", "seats=1", "over-full"), ("held", "", "seats=2", ""),
        ("cancelled", "", "place=x", "session-cancelled"), ("planned", "other", "place=x", "session-joined"),
      ] {
        var session = TrainingSession(id: "s")
        (session.course, session.version, session.day) = ("core", 1, "2024-03-04")
        (session.state, session.joined) = (state, joined)
        try RecordStore.put(session, agency: Self.agency, in: db)
        for (place, staff) in ["S1", "S2"].enumerated() {
          var enrolment = Enrolment()
          (enrolment.session, enrolment.staff, enrolment.place) = ("s", staff, place)
          enrolment.attendance = Enrolment.attended
          try RecordStore.put(enrolment, agency: Self.agency, in: db)
        }
        #expect(
          try rule { _ = try checked(SessionNoun.self, values, was: session, in: db) } == wanted, "\(state) \(values)")
      }
    }
  }

  @Test("A completion lies between hire and separation and not after today, of a version that is known, once a day")
  func completions() throws {
    try database().write { db in
      for (values, wanted) in [
        ("staff=S1 course=core day=2024-03-04", ""), ("staff=S1 course=none day=2024-03-04", "unknown-course"),
        ("staff=S1 course=core version=9 day=2024-03-04", "unknown-version"),
        ("staff=S1 course=core day=2019-12-31", "before-hire"), ("staff=S6 course=core day=2024-03-31", "before-hire"),
        ("staff=S6 course=core day=2024-04-01", ""),
        ("staff=S5 course=core day=2024-03-01", "after-separation"), ("staff=S5 course=core day=2024-02-29", ""),
        ("staff=S1 course=core day=2099-03-01", "completion-in-future"),
      ] {
        #expect(try rule { _ = try checked(CompletionNoun.self, values, in: db) } == wanted, "\(values)")
      }
      let short = try checked(CompletionNoun.self, "staff=S1 course=core day=2024-03-04 hours=0", in: db)
      #expect(short.hours == 0, "hours that are said are those that count")
      var first = try checked(CompletionNoun.self, "staff=S1 course=core day=2024-03-04", in: db)
      #expect(first.version == 2 && first.hours == 602)
      try RecordStore.put(first, agency: Self.agency, in: db)
      var second = first
      second.number = try CompletionNoun.nextNumber(first, of: Self.agency, in: db)
      #expect(second.number == 2)
      #expect(try rule { try CompletionNoun.check(second, was: nil, of: Self.agency, in: db) } == "twice")
      first.void = "2024-04-01"
      try RecordStore.put(first, agency: Self.agency, in: db)
      #expect(try rule { try CompletionNoun.check(second, was: nil, of: Self.agency, in: db) } == "")
    }
  }

  @Test(
    "What must be said is said by a word that is the first of its kind, and by a 0 that is a number; not by silence")
  func required() throws {
    try database().write { db in
      func says(_ body: () throws -> Void) -> String {
        do { try body() } catch { return (error as? Failure)?.what ?? "\(error)" }
        return ""
      }
      var proposal = TrainingProposal(id: "p")
      proposal.course = "x"
      try RecordStore.put(proposal, agency: Self.agency, in: db)
      for (values, refused) in [
        ("proposal=p result=approved", ""), ("proposal=p result=denied text=x", ""), ("proposal=p", "needs its result"),
        ("proposal=p result=", "needs its result"), ("proposal=p text=x", "needs its result"),
        ("proposal=p result=denied", "answer-without-reason"),
      ] {
        let said = says { _ = try checked(ProposalAnswerNoun.self, values, in: db) }
        #expect(refused.isEmpty ? said.isEmpty : said.contains(refused), "\(values): \(said)")
      }
      for (values, refused) in [
        ("first=2024-01-01 acceptable=0", ""), ("first=2024-01-01 acceptable=2.5", ""),
        ("first=2024-01-01", "needs its acceptable"), ("first=2024-01-01 acceptable=", "needs its acceptable"),
        ("first=2024-01-01 acceptable=500", "percent from 0 to 100"), ("acceptable=1", "needs its from"),
      ] {
        let said = says { _ = try checked(ErrorLevelNoun.self, values, in: db) }
        #expect(refused.isEmpty ? said.isEmpty : said.contains(refused), "\(values): \(said)")
      }
      let own = says { _ = try checked(WorkerErrorNoun.self, "title=x day=2024-01-01 acceptable=500", in: db) }
      #expect(own.contains("rule over-100-percent"))
      // A word that stands where nothing was said is an answer, whatever requires it.
      let choice = FieldContent.choice(["a", "b"], whenEmpty: "a")
      #expect(!choice.isNothing(.text("a")) && FieldContent.percent.isNothing(FieldContent.percent.empty))
      #expect(
        FieldContent.percent.written(.integer(0)) == "0" && FieldContent.percent.written(.integer(2_50)) == "2.50")
    }
  }

  @Test("The version of a day is the newest one that is taught on it; a later one is refused, but as prior training")
  func versions() throws {
    try database().write { db in
      for (code, version, first) in [("core", 3, "2024-05-01"), ("new", 1, "2024-05-01"), ("old", 1, "")] {
        var course = Course()
        (course.code, course.version, course.first) = (code, version, first)
        try RecordStore.put(course, agency: nil, in: db)
      }
      for (values, wanted, version) in [
        ("course=core day=2024-04-30", "", 2), ("course=core day=2024-05-01", "", 3),
        ("course=core day=2024-04-30 version=3", "version-not-taught", 0),
        ("course=core day=2024-05-02 version=1", "", 1), ("course=new day=2024-04-30", "version-not-taught", 0),
        ("course=old day=2001-01-01", "", 1),
      ] {
        var sessionVersion = 0
        let session = try rule {
          sessionVersion = try checked(SessionNoun.self, values + " last_day=2024-05-03", in: db).version
        }
        #expect(session == wanted && sessionVersion == version, "\(values)")
        var entry = Completion()
        CompletionNoun.begin(&entry, Self.occasion)
        try RecordWork<CompletionNoun>.take(values.split(separator: " ").map(String.init) + ["staff=S1"], into: &entry)
        var prior = entry
        prior.kind = Completion.Kind.equivalent.rawValue
        if values.contains("2001") { entry = prior }
        var doneVersion = 0
        let done = try rule {
          doneVersion = try RecordWork<CompletionNoun>.checked(entry, was: nil, of: Self.agency, in: db).version
        }
        #expect(done == wanted && doneVersion == version, "\(values)")
        let elsewhere = try rule {
          _ = try RecordWork<CompletionNoun>.checked(prior, was: nil, of: Self.agency, in: db)
        }
        #expect(elsewhere == "", "\(values)")
      }
      let sheet = try sheet("course,day,staff,attendance\ncore,2024-04-30,S1,attended\n", in: db)
      #expect(sheet.problems == [])
      try sheet.work.write(in: db)
      let done = try SessionStore.completions(of: "S1", course: "core", day: "2024-04-30", Self.agency, in: db)
      #expect(done.map(\.version) == [2] && done.map(\.hours) == [602])
      var planned = TrainingSession(id: "s")
      (planned.course, planned.version, planned.day) = ("core", 3, "2024-05-02")
      var moved = planned
      moved.day = "2024-04-30"
      let refused = try rule { try SessionNoun.checkWhole(moved, was: planned, of: Self.agency, in: db) }
      #expect(refused == "version-not-taught")
    }
  }

  @Test("Assignments, leave, assessments and recognition are of somebody who is staff on the day")
  func employment() throws {
    try database().write { db in
      var skill = CriticalSkill()
      skill.code = "K"
      try RecordStore.put(skill, agency: Self.agency, in: db)
      func broken<Noun: KeptNoun>(_: Noun.Type, _ values: String) throws -> String {
        try rule { _ = try checked(Noun.self, values, in: db) }
      }
      for (values, wanted, ahead) in [
        ("staff=S6 first=2024-03-31", "before-hire", ""), ("staff=S6 first=2024-04-01", "", ""),
        ("staff=S5 first=2024-02-29", "", ""), ("staff=S5 first=2024-03-01", "after-separation", ""),
        ("staff=S1 first=2099-01-01", "", "in-future"),
      ] {
        #expect(try broken(StaffAssignmentNoun.self, values) == wanted, "\(values)")
        #expect(try broken(StaffLeaveNoun.self, values) == wanted, "\(values)")
        let seen = values.replacing("first", with: "day")
        let expected = ahead.isEmpty ? wanted : ahead
        #expect(try broken(SkillAssessmentNoun.self, seen + " skill=K rating=1") == expected, "\(seen)")
        #expect(try broken(RecognitionNoun.self, seen + " title=x") == expected, "\(seen)")
      }
      #expect(try broken(StaffLeaveNoun.self, "staff=S5 first=2024-02-01 last=2024-05-01") == "")
    }
  }

  @Test("Whatever another record names stays: staff, trainers, skills")
  func removal() throws {
    try database().write { db in
      func broken<Noun: NaturalNoun>(_: Noun.Type, code: String) throws -> String {
        var named = Noun.Entry()
        try RecordWork<Noun>.take(["code=" + code], into: &named)
        let entry = try #require(try RecordStore.find(named, agency: Self.agency, in: db))
        return try rule { try RecordWork<Noun>.checkNothingHangs(on: entry, agency: Self.agency, in: db) }
      }
      func put(_ record: some StoredRow) throws { try RecordStore.put(record, agency: Self.agency, in: db) }
      var skill = CriticalSkill()
      skill.code = "K"
      try put(skill)
      #expect(try broken(StaffNoun.self, code: "S1") == "" && broken(CriticalSkillNoun.self, code: "K") == "")
      #expect(try broken(TrainerNoun.self, code: "T") == "in-use")
      var assessment = SkillAssessment()
      (assessment.staff, assessment.skill, assessment.day) = ("S1", "K", "2024-01-01")
      var enrolment = Enrolment()
      (enrolment.session, enrolment.staff) = ("s", "S2")
      var assignment = StaffAssignment()
      (assignment.staff, assignment.first, assignment.supervisor) = ("S4", "2024-01-01", "S3")
      try put(assessment)
      try put(enrolment)
      try put(assignment)
      for code in ["S1", "S2", "S3", "S4"] { #expect(try broken(StaffNoun.self, code: code) == "in-use", "\(code)") }
      #expect(try broken(CriticalSkillNoun.self, code: "K") == "in-use" && broken(StaffNoun.self, code: "S6") == "")
    }
  }

  @Test("The days of hire and separation leave no training of the agency's own outside")
  func daysOfStaff() throws {
    try database().write { db in
      let member = try #require(try SessionStore.member("S1", of: Self.agency, in: db))
      for (day, kind) in [
        ("2019-01-01", Completion.Kind.equivalent), ("2024-03-04", .training), ("2024-03-05", .development),
      ] {
        var completion = Completion()
        (completion.staff, completion.course, completion.day, completion.kind) = ("S1", "core", day, kind.rawValue)
        try RecordStore.put(completion, agency: Self.agency, in: db)
      }
      for (values, wanted) in [
        ("hired=2024-03-04", ""), ("hired=2024-03-05", "completed-before-hire"), ("separated=2024-03-05", ""),
        ("separated=2024-03-04", "completed-after-separation"), ("name=x", ""),
      ] {
        #expect(try rule { _ = try checked(StaffNoun.self, values, was: member, in: db) } == wanted, "\(values)")
      }
    }
  }

  @Test("What can never hold is refused, or said: versions and courses that are none, classes that nobody has")
  func neverHolds() throws {
    try database().write { db in
      for (version, wanted) in [("0", ""), ("2", ""), ("3", "unknown-version")] {
        let values = "course=core first=2024-01-01 version=\(version)"
        #expect(try rule { _ = try checked(TrainingRequirementNoun.self, values, in: db) } == wanted, "\(values)")
        #expect(try rule { _ = try checked(LocalRequirementNoun.self, values, in: db) } == wanted, "\(values)")
      }
      var requirement = LocalRequirement(id: "r")
      requirement.rule.jobClass = "Clerk"
      func notes() throws -> [String] {
        try LocalRequirementNoun.notes(onNew: requirement, of: Self.agency, in: db)
      }
      #expect(try notes() == [], "nobody has any class yet")
      var assignment = StaffAssignment()
      (assignment.staff, assignment.first, assignment.jobClass) = ("S1", "2024-01-01", "clerk")
      try RecordStore.put(assignment, agency: Self.agency, in: db)
      #expect(try notes().first?.contains("there are: clerk") == true)
      requirement.rule.jobClass = "clerk"
      #expect(try notes() == [])

      let published = "code=P name=x first=2024-01-01"
      for (courses, wanted) in [("", ""), ("core,law", ""), ("core,NOPE", "unknown-course")] {
        let values = published + " courses=\(courses)"
        #expect(try rule { _ = try checked(PublishedTrainerNoun.self, values, in: db) } == wanted, "\(values)")
      }
      let trainer = try checked(PublishedTrainerNoun.self, published, in: db)
      func removal() throws -> String {
        try rule { try PublishedTrainerNoun.checkRemoval(of: trainer, agency: nil, in: db) }
      }
      #expect(try removal() == "")
      var session = TrainingSession(id: "s")
      (session.course, session.day, session.trainer) = ("core", "2024-03-04", "P")
      try RecordStore.put(session, agency: Self.agency, in: db)
      #expect(try removal() == "trainer-in-use")
      var own = Trainer()
      own.code = "P"
      try RecordStore.put(own, agency: Self.agency, in: db)
      #expect(try removal() == "", "the code is the agency's own")
    }
  }
}
