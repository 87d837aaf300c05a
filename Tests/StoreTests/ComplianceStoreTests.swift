import Budgets
import GRDB
import Records
import Store
import Testing
import Training

@Suite("Compliance, transcripts, needs, hours and the plan in the store")
struct ComplianceStoreTests {
  private typealias Fill = TrainingFixture
  private static let agency = Fixture.agency
  private static let day = Day("2024-07-01")

  @Test("The last completion that counts on the day is asked for: void, later and earlier versions are not")
  func last() throws {
    let day = try #require(Self.day)
    try Fixture.database().write { db in
      for staff in ["1", "2", "3", "4"] {
        try Fill.member(staff, in: db)
        try Fill.assignment(staff, unit: staff == "4" ? "north" : "", in: db)
      }
      try Fill.member("5", in: db)
      try Fill.requirement("core", days: 30, version: 2, in: db)
      try Fill.completion("1", "core", "2024-01-01", version: 2, in: db)
      try Fill.completion("1", "core", "2024-01-01", number: 2, version: 3, in: db)
      try Fill.completion("1", "core", "2024-06-01", version: 1, in: db)
      try Fill.completion("1", "core", "2024-07-02", version: 2, in: db)
      try Fill.completion("2", "core", "2024-01-01", version: 2, void: "2024-02-01", in: db)
      try Fill.completion("3", "core", "2024-07-01", version: 2, in: db)
      try Fill.completion("3", "core", "2024-07-01", version: 2, agency: "inv-b", in: db)
      let store = try ComplianceStore(Self.agency, in: db)
      let all = try store.everybody(on: day, in: db)
      let shown = all.map { person in
        "\(person.member.code) \(person.courses.map { "\($0.state.rawValue) \($0.completion?.number ?? 0)" })"
      }
      #expect(
        shown == [#"1 ["done 2"]"#, #"2 ["overdue 0"]"#, #"3 ["done 1"]"#, #"4 ["overdue 0"]"#])
      #expect(try store.everybody(on: day, in: db) { $0.unit == "north" }.map(\.member.code) == ["4"])
      #expect(try ComplianceStore.withoutAssignment(on: day, of: Self.agency, in: db).map(\.staff) == ["5"])
      #expect(try ComplianceStore.withoutAssignment(on: day, of: "inv-b", in: db).isEmpty)
    }
  }

  @Test("Who is without an assignment: only staff of the day, the first and the last day included")
  func withoutAssignment() throws {
    try Fixture.database().write { db in
      try Fill.member("1", hired: "2024-07-01", separated: "2024-07-01", in: db)
      try Fill.member("2", hired: "", in: db)
      try Fill.member("3", in: db)
      try Fill.assignment("3", first: "2024-07-02", in: db)
      for (text, codes) in [("2024-06-30", ["3"]), ("2024-07-01", ["1", "3"]), ("2024-07-02", [])] {
        let day = try #require(Day(text))
        #expect(try ComplianceStore.withoutAssignment(on: day, in: db).map(\.staff) == codes, "\(text)")
      }
    }
  }

  @Test("A transcript has titles by version, and says from which agency a line came")
  func transcript() throws {
    try Fixture.database().write { db in
      try Fill.member("1", in: db)
      var course = Course()
      (course.code, course.version, course.title) = ("core", 2, "Core")
      try RecordStore.put(course, agency: nil, in: db)
      var source = Transcript(id: "t")
      (source.staff, source.from) = ("1", "inv-b")
      try RecordStore.put(source, agency: Self.agency, in: db)
      try Fill.completion("1", "core", "2024-01-01", version: 2, in: db)
      try Fill.completion("1", "core", "2020-01-01", version: 1, transcript: "t", in: db)
      try Fill.completion("2", "core", "2020-01-01", in: db)
      let lines = try #require(try TranscriptStore.transcript(of: "1", Self.agency, in: db)).lines
      #expect(lines.map { "\($0.completion.day) \($0.title) \($0.from)" } == ["2020-01-01  inv-b", "2024-01-01 Core "])
      #expect(try TranscriptStore.transcript(of: "9", Self.agency, in: db) == nil)
    }
  }

  @Test("Of assessments the last until the day counts, also a lower one")
  func needs() throws {
    let day = try #require(Self.day)
    try Fixture.database().write { db in
      var skill = CriticalSkill()
      (skill.code, skill.needed) = ("law", 3)
      try RecordStore.put(skill, agency: Self.agency, in: db)
      for (staff, ratings) in [
        ("1", [("2024-01-01", 4), ("2024-07-01", 2), ("2024-07-02", 5)]), ("2", [("2024-01-01", 3)]), ("3", []),
      ] {
        try Fill.member(staff, in: db)
        try Fill.assignment(staff, in: db)
        for (day, rating) in ratings {
          var assessment = SkillAssessment()
          (assessment.staff, assessment.skill, assessment.day, assessment.rating) = (staff, "law", day, rating)
          try RecordStore.put(assessment, agency: Self.agency, in: db)
        }
      }
      let all = try NeedStore.needs(of: Self.agency, on: day, in: db)
      #expect(all.map { "\($0.member.code) \($0.needs.map(\.gap))" } == ["1 [1]", "2 []", "3 [3]"])
      #expect(try NeedStore.needs(of: Self.agency, staff: "1", on: day, in: db) == [all[0]])
    }
  }

  @Test(
    "Hours of the year: what is void, came from elsewhere or was prior training is none; a joined session costs nothing"
  )
  func hours() throws {
    try Fixture.database().write { db in
      for (staff, day, hours, kind, void, transcript) in [
        ("1", "2024-06-30", 1, Completion.Kind.training, "", ""), ("1", "2024-07-01", 10, .training, "", ""),
        ("1", "2025-06-30", 100, .development, "", ""), ("1", "2025-07-01", 1, .training, "", ""),
        ("2", "2024-08-01", 1, .training, "2024-09-01", ""), ("2", "2024-08-02", 1, .training, "", "t"),
        ("2", "2024-08-03", 1, .equivalent, "", ""),
      ] {
        try Fill.completion(
          staff, "core", day, hours: hours, kind: kind, void: void, transcript: transcript, in: db)
      }
      for (id, day, last, state, joined, cost) in [
        ("1", "2024-07-01", "", "held", "", 100), ("2", "2024-07-01", "", "held", "1", 100),
        ("3", "2024-06-28", "2024-07-02", "held", "", 20), ("4", "2024-08-01", "", "planned", "", 100),
        ("5", "2025-06-30", "2025-07-01", "held", "", 100), ("6", "2024-08-01", "", "cancelled", "", 100),
      ] {
        var session = TrainingSession(id: id)
        (session.day, session.lastDay, session.state, session.joined, session.cost) = (day, last, state, joined, cost)
        try RecordStore.put(session, agency: Self.agency, in: db)
      }
      let found = try TrainingHours(of: Self.agency, year: #require(StateFiscalYear("SFY 2024-25")), in: db)
      #expect(found.completions == 2 && found.hours == 110)
      #expect(found.sessions == 2 && found.cost == Money(cents: 120))
    }
  }

  @Test("The plan of a year: what falls due, who is enrolled, whose certification covers both ends of a session")
  func plan() throws {
    let year = try #require(StateFiscalYear("SFY 2024-25"))
    let today = try #require(Self.day)
    try Fixture.database().write { db in
      for staff in ["1", "2", "3"] {
        try Fill.member(staff, separated: staff == "3" ? "2024-06-30" : "", coordinator: staff == "1" ? 0 : 1, in: db)
        try Fill.assignment(staff, in: db)
      }
      try Fill.requirement("core", days: 30, months: 12, in: db)
      try Fill.completion("1", "core", "2024-06-01", in: db)
      var course = Course()
      (course.code, course.title) = ("core", "Core")
      try RecordStore.put(course, agency: nil, in: db)
      var trainer = Trainer()
      trainer.code = "T"
      try RecordStore.put(trainer, agency: Self.agency, in: db)
      var certification = TrainerCertification()
      (certification.trainer, certification.first, certification.last) = ("T", "2024-01-01", "2024-09-01")
      try RecordStore.put(certification, agency: Self.agency, in: db)
      for (id, day, last, trainer, state) in [
        ("a", "2024-09-01", "", "T", "planned"), ("b", "2024-09-01", "2024-09-02", "T", "planned"),
        ("c", "2024-10-01", "", "", "planned"), ("d", "2024-10-01", "", "T", "cancelled"),
        ("e", "2025-07-01", "", "", "planned"),
      ] {
        var session = TrainingSession(id: id)
        (session.course, session.day, session.lastDay, session.trainer, session.state) = (
          "core", day, last, trainer, state
        )
        try RecordStore.put(session, agency: Self.agency, in: db)
      }
      for (session, staff, withdrawn) in [("a", "1", ""), ("a", "2", "2024-08-01"), ("c", "2", "")] {
        var enrolment = Enrolment()
        (enrolment.session, enrolment.staff, enrolment.withdrawn) = (session, staff, withdrawn)
        try RecordStore.put(enrolment, agency: Self.agency, in: db)
      }
      let plan = try TrainingPlanStore.plan(of: Self.agency, days: year.days, today: today, in: db)
      #expect(plan.coordinators.map(\.code) == ["2"])
      #expect(plan.required == [TrainingPlan.Required(course: "core", people: 2, overdue: 1, falling: 1)])
      #expect(
        plan.sessions.map { "\($0.session.id) \($0.enrolled) \($0.isCertified.map { "\($0)" } ?? "-")" } == [
          "a 1 true", "b 0 false", "c 1 -",
        ])
      #expect(plan.curricula.map { "\($0.course.code) \($0.sessions) \($0.isSpecial)" } == ["core 3 false"])
      #expect(plan.trainers.map(\.code) == ["T"] && plan.day == today)
      for (code, courses) in [("D1", "NOPE"), ("D2", "core, NOPE"), ("D3", "")] {
        var published = PublishedTrainer()
        (published.code, published.name, published.first, published.courses) = (code, code, "2024-01-01", courses)
        try RecordStore.put(published, agency: nil, in: db)
      }
      let later = try #require(Day("2026-11-21"))
      let past = try TrainingPlanStore.plan(of: Self.agency, days: year.days, today: later, in: db)
      #expect(past.trainers.map { "\($0.code) \($0.courses)" } == ["T ", "D2 core", "D3 "])
      #expect(past.day == Day("2025-06-30"))
    }
  }
}
