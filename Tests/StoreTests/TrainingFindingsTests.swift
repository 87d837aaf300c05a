import Catalogue
import GRDB
import Records
import Store
import Testing
import Training

@Suite("Findings and the calendar of training")
struct TrainingFindingsTests {
  private typealias Fill = TrainingFixture
  private static let agency = Fixture.agency

  private static func rules(on day: String = "2024-07-01", in db: Database) throws -> [String] {
    try Findings.all(in: db, today: Day(day), sha256: Fixture.lengthAsDigest).map(\.rule)
  }

  @Test(
    "Staff without an assignment, and assignments whose supervisor is no staff: one finding an agency, with the count")
  func staff() throws {
    try Fixture.database().write { db in
      try Fill.member("1", coordinator: 1, in: db)
      try Fill.assignment("1", supervisor: "2", in: db)
      try Fill.member("2", separated: "2024-06-30", in: db)
      try Fill.assignment("2", in: db)
      #expect(try Self.rules(on: "2024-06-30", in: db) == [])
      #expect(try Self.rules(in: db) == ["supervisor-not-staff"])
      // Whoever is gone is not supervised, and an assignment that was followed by another says nothing.
      try Fill.member("3", separated: "2024-06-30", in: db)
      try Fill.assignment("3", supervisor: "2", in: db)
      try Fill.assignment("1", first: "2024-06-01", in: db)
      #expect(try Self.rules(in: db) == [])
      for code in ["4", "5"] { try Fill.member(code, in: db) }
      let found = try Findings.all(in: db, today: Day("2024-07-01"), sha256: Fixture.lengthAsDigest)
      #expect(found.map(\.rule) == ["staff-without-assignment"] && found[0].message.hasSuffix(": 2"))
      #expect(try Findings.all(in: db, sha256: Fixture.lengthAsDigest).isEmpty)
    }
  }

  @Test("What is said of somebody on a day who is no staff then is one finding an agency and kind, with the count")
  func outside() throws {
    try Fixture.database().write { db in
      try Fill.member("1", hired: "2024-01-10", coordinator: 1, in: db)
      try Fill.member("2", hired: "2024-01-10", separated: "2024-06-30", in: db)
      for code in ["1", "2"] { try Fill.assignment(code, first: "2024-01-10", in: db) }
      var skill = CriticalSkill()
      skill.code = "K"
      try RecordStore.put(skill, agency: Self.agency, in: db)
      var assessment = SkillAssessment()
      (assessment.staff, assessment.skill, assessment.day) = ("2", "K", "2024-06-30")
      try RecordStore.put(assessment, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == [])
      for code in ["1", "2"] { try Fill.assignment(code, first: "2024-01-09", in: db) }
      (assessment.staff, assessment.day) = ("1", "2034-01-01")
      try RecordStore.put(assessment, agency: Self.agency, in: db)
      var leave = StaffLeave()
      (leave.staff, leave.first) = ("2", "2024-07-01")
      try RecordStore.put(leave, agency: Self.agency, in: db)
      var recognition = Recognition(id: "r")
      (recognition.staff, recognition.day) = ("2", "2024-07-02")
      try RecordStore.put(recognition, agency: Self.agency, in: db)
      let found = try Findings.all(in: db, today: Day("2024-07-01"), sha256: Fixture.lengthAsDigest)
      #expect(
        found.map { "\($0.rule) \($0.row.table) \($0.message.suffix(3))" } == [
          "outside-employment staff_assignment : 2", "outside-employment staff_leave : 1",
          "outside-employment skill_assessment : 1", "outside-employment recognition : 1",
        ])
    }
  }

  @Test("An agency that keeps its staff has a training coordinator who is staff")
  func coordinator() throws {
    try Fixture.database().write { db in
      try Fill.member("1", separated: "2024-06-30", coordinator: 1, in: db)
      try Fill.member("2", in: db)
      for code in ["1", "2"] { try Fill.assignment(code, in: db) }
      #expect(try Self.rules(on: "2024-06-30", in: db) == [])
      #expect(try Self.rules(in: db) == ["no-training-coordinator"])
      // It names nobody: it is nobody's fault.
      let found = try Findings.all(in: db, today: Day("2024-07-01"), sha256: Fixture.lengthAsDigest)
      #expect(found.map(\.row.key) == [[.text(Self.agency), .text("")]] && found[0].message.contains("of 1 members"))
    }
  }

  @Test("Worker errors above the level that DCSS or the agency accepts, until training follows")
  func errors() throws {
    try Fixture.database().write { db in
      var count = WorkerErrorCount(id: "1")
      (count.day, count.cases, count.errors) = ("2024-01-01", 100, 6)
      try RecordStore.put(count, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == [])
      var level = ErrorLevel()
      (level.first, level.acceptable) = ("2024-01-01", 5_00)
      try RecordStore.put(level, agency: nil, in: db)
      #expect(try Self.rules(in: db) == ["worker-errors-above-level"])
      count.acceptable = 6_00
      try RecordStore.put(count, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == [])
      (count.acceptable, count.course) = (5_99, "core")
      try RecordStore.put(count, agency: Self.agency, in: db)
      #expect(try Self.rules(in: db) == [])
    }
  }

  @Test("The calendar holds sessions by course, time and place, and certifications that run out until another follows")
  func sessionsAndCertifications() throws {
    try Fixture.database().write { db in
      for (id, day, state, joined) in [
        ("1", "2024-08-01", "planned", ""), ("2", "2024-08-02", "held", ""), ("3", "2024-08-03", "cancelled", ""),
        ("4", "2024-08-04", "planned", "1"), ("5", "2023-08-05", "planned", ""), ("6", "2023-08-06", "held", ""),
      ] {
        var session = TrainingSession(id: id)
        (session.course, session.day, session.time, session.state) = ("core", day, "09:00", state)
        (session.trainer, session.joined) = ("T1", joined)
        try RecordStore.put(session, agency: Self.agency, in: db)
      }
      for (trainer, course, first, last) in [
        ("T1", "core", "2024-01-01", "2024-09-01"), ("T2", "core", "2024-01-01", "2024-09-02"),
        ("T2", "", "2024-09-01", ""), ("T3", "", "2024-01-01", "2024-09-03"), ("T3", "core", "2024-09-01", ""),
        ("T4", "", "2020-01-01", "2020-09-03"),
      ] {
        var certification = TrainerCertification()
        (certification.trainer, certification.course) = (trainer, course)
        (certification.first, certification.last) = (first, last)
        try RecordStore.put(certification, agency: Self.agency, in: db)
      }
      var published = PublishedTrainer()
      (published.code, published.name, published.first, published.last) = ("D1", "Una", "2024-01-01", "2024-09-04")
      try RecordStore.put(published, agency: nil, in: db)
      let today = try #require(Day("2024-07-01"))
      let entries = try DueSources.entries(
        for: DueSources.Request(
          agencies: [Self.agency, "dcss"], department: "dcss", today: today,
          days: today...(today.adding(days: 183) ?? today), sha256: { $0 }), in: db
      ).filter { $0.kind == .training }
      #expect(
        entries.map { "\($0.day) \($0.agency) \($0.title) \($0.isDone)" } == [
          "2023-08-05 \(Self.agency) Session of training core, 09:00 false",
          "2024-08-01 \(Self.agency) Session of training core, 09:00 false",
          "2024-08-02 \(Self.agency) Session of training core, 09:00 true",
          "2024-09-01 \(Self.agency) Certification ends: trainer T1, core false",
          "2024-09-02 \(Self.agency) Certification ends: trainer T2, core true",
          "2024-09-03 \(Self.agency) Certification ends: trainer T3 false",
          "2024-09-04 dcss Certification ends: trainer D1, through DCSS false",
        ])
    }
  }

  @Test("An evaluation leads to a follow-up within thirty days; the calendar holds it, and goals by staff code")
  func evaluations() throws {
    try Fixture.database().write { db in
      var evaluation = TrainingEvaluation(id: "1")
      (evaluation.course, evaluation.day) = ("core", "2024-06-01")
      try RecordStore.put(evaluation, agency: Self.agency, in: db)
      #expect(try Self.rules(on: "2024-07-01", in: db) == [])
      #expect(try Self.rules(on: "2024-07-02", in: db) == ["evaluation-without-follow-up"])
      (evaluation.followUp, evaluation.due) = ("Shorter slides", "2024-08-01")
      try RecordStore.put(evaluation, agency: Self.agency, in: db)
      #expect(try Self.rules(on: "2024-07-02", in: db) == [])
      var goal = DevelopmentGoal(id: "2")
      (goal.staff, goal.title, goal.due, goal.done) = ("S1", "Conference", "2024-08-02", "2024-08-02")
      try RecordStore.put(goal, agency: Self.agency, in: db)
      let today = try #require(Day("2024-07-01"))
      let last = try #require(Day("2024-12-31"))
      let entries = try DueSources.entries(
        for: DueSources.Request(
          agencies: [Self.agency], department: "dcss", today: today, days: today...last,
          sha256: Fixture.lengthAsDigest), in: db
      ).filter { $0.source.hasPrefix("AS.5.") && $0.kind == .followUp }
      #expect(
        entries.map { "\($0.day) \($0.title) \($0.isDone)" } == [
          "2024-08-01 Follow-up of training core: Shorter slides false",
          "2024-08-02 Development, staff S1: Conference true",
        ])
    }
  }
}
