import GRDB
import Records
import Testing
import Training

@testable import Store

@Suite("Sessions and completions in the store: what a merge may have brought")
struct SessionFindingsTests {
  private static let agency = Fixture.agency
  private static let today = Day("2024-06-01")

  /// Staff A and B, the course core of versions 1 and 2, late, which is taught from 2024-03-05, the trainer T who is certified for
  /// March.
  private static func prepare(_ db: Database) throws {
    for version in 1...2 {
      var course = Course()
      (course.code, course.version, course.title, course.first) = ("core", version, "Core", "2020-01-01")
      try RecordStore.put(course, agency: nil, in: db)
    }
    var late = Course()
    (late.code, late.title, late.first) = ("late", "Late", "2024-03-05")
    try RecordStore.put(late, agency: nil, in: db)
    for code in ["A", "B", "C"] {
      var member = StaffMember()
      (member.code, member.hired) = (code, "2024-01-10")
      if code == "B" { member.separated = "2024-04-30" }
      try RecordStore.put(member, agency: agency, in: db)
    }
    var trainer = Trainer()
    trainer.code = "T"
    try RecordStore.put(trainer, agency: agency, in: db)
    var certification = TrainerCertification()
    (certification.trainer, certification.first, certification.last) = ("T", "2024-03-01", "2024-03-31")
    try RecordStore.put(certification, agency: agency, in: db)
  }

  private struct Held {
    var id = "1"
    var course = "core"
    var version = 1
    var day = "2024-03-04"
    var time = ""
    var trainer = ""
    var seats = 0
    var state = "held"
    var joined = ""
    /// Staff code and attendance.
    var people: [(String, String)] = []

    func put(in db: Database) throws {
      var session = TrainingSession(id: id)
      (session.course, session.version, session.day, session.time) = (course, version, day, time)
      (session.trainer, session.seats, session.state, session.joined) = (trainer, seats, state, joined)
      try RecordStore.put(session, agency: agency, in: db)
      for (place, (staff, attendance)) in people.enumerated() {
        var enrolment = Enrolment()
        (enrolment.session, enrolment.staff, enrolment.place) = (id, staff, place + 1)
        enrolment.attendance = attendance
        try RecordStore.put(enrolment, agency: agency, in: db)
      }
    }
  }

  private struct Done {
    var staff = "A"
    var course = "core"
    var day = "2024-03-04"
    var number = 1
    var kind = Completion.Kind.training
    var void = ""
    var transcript = ""

    func put(in db: Database) throws {
      var completion = Completion()
      (completion.staff, completion.course, completion.day, completion.number) = (staff, course, day, number)
      (completion.kind, completion.void, completion.transcript) = (kind.rawValue, void, transcript)
      try RecordStore.put(completion, agency: agency, in: db)
    }
  }

  private struct Case: CustomTestStringConvertible {
    let why: String
    var sessions: [Held] = []
    var completions: [Done] = []
    let rules: [String]
    var testDescription: String { why }
  }

  private static let attended = [("A", Enrolment.attended)]

  private static let cases: [Case] = [
    Case(
      why: "a session that was held, with what was completed in it", sessions: [Held(trainer: "T", people: attended)],
      completions: [Done()], rules: []),
    Case(why: "on the day of hire", completions: [Done(day: "2024-01-10")], rules: []),
    Case(why: "the day before it", completions: [Done(day: "2024-01-09")], rules: ["completion-before-hire"]),
    Case(why: "void", completions: [Done(day: "2024-01-09", void: "2024-02-01")], rules: []),
    Case(why: "equivalent training before it", completions: [Done(day: "2024-01-09", kind: .equivalent)], rules: []),
    Case(why: "on the last day", completions: [Done(staff: "B", day: "2024-04-30")], rules: []),
    Case(
      why: "the day after it", completions: [Done(staff: "B", day: "2024-05-01")],
      rules: ["completion-after-separation"]),
    Case(why: "today", completions: [Done(day: "2024-06-01")], rules: []),
    Case(why: "tomorrow", completions: [Done(day: "2024-06-02")], rules: ["completion-in-future"]),
    Case(why: "twice", completions: [Done(), Done(number: 2)], rules: ["completed-twice"]),
    Case(why: "issued anew", completions: [Done(void: "2024-04-01"), Done(number: 2)], rules: []),
    Case(why: "a course that is none", completions: [Done(course: "no")], rules: ["unknown-course"]),
    Case(why: "the same, void", completions: [Done(course: "no", void: "2024-04-01")], rules: []),
    Case(why: "a version that is none", sessions: [Held(version: 3)], rules: ["unknown-course"]),
    Case(
      why: "a version that is taught from the next day",
      sessions: [Held(course: "late"), Held(id: "2", course: "late")],
      completions: [Done(course: "late"), Done(staff: "C", course: "late")],
      rules: ["version-not-taught", "version-not-taught", "likely-duplicate-sessions"]),
    Case(
      why: "the same on that day", sessions: [Held(course: "late", day: "2024-03-05")],
      completions: [Done(course: "late", day: "2024-03-05")], rules: []),
    Case(why: "the same, void", completions: [Done(course: "late", void: "2024-04-01")], rules: []),
    Case(why: "the same, as prior training", completions: [Done(course: "late", kind: .equivalent)], rules: []),
    Case(
      why: "in a session after today", sessions: [Held(day: "2024-06-02", people: attended)],
      completions: [Done(day: "2024-06-02")], rules: ["completion-in-future", "attended-in-future"]),
    Case(why: "planned for a day after today", sessions: [Held(day: "2024-06-02", state: "planned")], rules: []),
    Case(
      why: "more than there are seats", sessions: [Held(seats: 1, people: attended + [("C", Enrolment.attended)])],
      completions: [Done(), Done(staff: "C")], rules: ["session-over-full"]),
    Case(
      why: "a trainer after the certification", sessions: [Held(day: "2024-04-01", trainer: "T")],
      rules: ["trainer-not-certified"]),
    Case(why: "a trainer nobody knows", sessions: [Held(trainer: "X")], rules: ["trainer-not-certified"]),
    Case(
      why: "the same, cancelled", sessions: [Held(trainer: "X", state: "cancelled")], rules: []),
    Case(why: "two alike", sessions: [Held(), Held(id: "2", time: "09:00")], rules: ["likely-duplicate-sessions"]),
    Case(why: "two at two times", sessions: [Held(time: "13:00"), Held(id: "2", time: "09:00")], rules: []),
    Case(
      why: "two at one time, written by an older program",
      sessions: [Held(time: "9:00"), Held(id: "2", time: "09:00")], rules: ["likely-duplicate-sessions"]),
    Case(
      why: "two at two times, with somebody in both",
      sessions: [Held(time: "13:00", people: attended), Held(id: "2", time: "09:00", people: [("A", ""), ("C", "")])],
      completions: [Done()], rules: ["likely-duplicate-sessions"]),
    Case(
      why: "two at two times, with somebody absent from one",
      sessions: [
        Held(time: "13:00", people: attended), Held(id: "2", time: "09:00", people: [("A", Enrolment.absent)]),
      ], completions: [Done()], rules: []),
    Case(
      why: "one joined to the other", sessions: [Held(people: attended), Held(id: "2", joined: "1", people: attended)],
      completions: [Done()], rules: []),
    Case(
      why: "each joined to the other", sessions: [Held(joined: "2"), Held(id: "2", joined: "1")],
      rules: ["joined-to-nothing", "joined-to-nothing"]),
    Case(why: "nothing was completed", sessions: [Held(people: attended)], rules: ["attended-without-completion"]),
    Case(
      why: "what was completed is void", sessions: [Held(people: attended)], completions: [Done(void: "2024-04-01")],
      rules: []),
    Case(
      why: "enrolled in a cancelled one", sessions: [Held(state: "cancelled", people: [("A", "")])],
      rules: ["enrolled-in-cancelled"]),
  ]

  @Test("Each rule finds what breaks it, and nothing else", arguments: cases.indices)
  func rules(index: Int) throws {
    let wanted = Self.cases[index]
    try Fixture.database().write { db in
      try Self.prepare(db)
      for session in wanted.sessions { try session.put(in: db) }
      for completion in wanted.completions { try completion.put(in: db) }
      let found = try Findings.sessions(on: Self.today, in: db)
      #expect(found.map(\.rule) == wanted.rules, "\(wanted.why)")
      #expect(
        found.allSatisfy { ($0.weight == .information) == ($0.rule == "enrolled-in-cancelled") }, "\(wanted.why)")
    }
  }

  @Test("What came with a transcript may be another agency's course, before the day of hire")
  func transcripts() throws {
    try Fixture.database().write { db in
      try Self.prepare(db)
      try RecordStore.put(Transcript(id: "t"), agency: Self.agency, in: db)
      try Done(course: "elsewhere", day: "2020-01-01", transcript: "t").put(in: db)
      let found = try Findings.sessions(on: Self.today, in: db).map(\.rule)
      #expect(found == [])
    }
  }

  @Test("What one person, or one course, completed is read by the key of the table")
  func byKey() throws {
    try Fixture.database().write { db in
      try Self.prepare(db)
      try Done().put(in: db)
      try Done(staff: "C").put(in: db)
      try Done(course: "no", number: 3).put(in: db)
      func named(_ staff: String?, _ course: String?) throws -> [String] {
        try SessionStore.completions(of: staff, course: course, Self.agency, in: db).map { "\($0.staff) \($0.course)" }
      }
      #expect(try named("A", nil) == ["A core", "A no"] && named(nil, "core") == ["A core", "C core"])
      #expect(try named("A", "no") == ["A no"] && named(nil, nil).count == 3 && named("B", nil) == [])
      let plan = try Row.fetchAll(
        db,
        sql: "EXPLAIN QUERY PLAN SELECT * FROM completion WHERE agency = 'inv-a' AND staff = 'A' AND course = 'core'")
      #expect(plan.allSatisfy { ($0["detail"] as String).contains("SEARCH") })
    }
  }
}
