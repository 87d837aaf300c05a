import Records
import Testing
import Training

@Suite("Sessions: trainers, completions, and two that are one")
struct SessionTests {
  private static func session(
    _ id: String = "1", course: String = "core", day: String = "2024-03-04", lastDay: String = "", trainer: String = ""
  ) -> TrainingSession {
    var session = TrainingSession(id: id)
    (session.course, session.day, session.lastDay, session.trainer) = (course, day, lastDay, trainer)
    return session
  }

  private static let trainers: KnownTrainers = {
    func trainer(_ code: String) -> Trainer {
      var trainer = Trainer()
      trainer.code = code
      return trainer
    }
    func certification(_ code: String, _ course: String, _ first: String, _ last: String) -> TrainerCertification {
      var certification = TrainerCertification()
      (certification.trainer, certification.course) = (code, course)
      (certification.first, certification.last) = (first, last)
      return certification
    }
    func published(_ code: String, _ courses: String) -> PublishedTrainer {
      var trainer = PublishedTrainer()
      (trainer.code, trainer.courses, trainer.first, trainer.last) = (code, courses, "2024-01-01", "2024-03-31")
      return trainer
    }
    return KnownTrainers(
      [trainer("own"), trainer("both"), trainer("renewed")],
      [
        certification("own", "core", "2024-01-01", "2024-03-04"),
        certification("renewed", "", "2024-01-01", "2024-03-04"),
        certification("renewed", "core", "2024-03-05", ""),
      ], published: [published("both", ""), published("lent", "core, other"), published("all", "")])
  }()

  @Test(
    "A trainer is certified for the course on each day of the session, the agency's own by its own certifications",
    arguments: [
      ("", "core", "2024-03-04", "", .nobody),
      ("nobody", "core", "2024-03-04", "", .unknown),
      ("own", "core", "2024-03-04", "", .certified),
      ("own", "core", "2024-03-05", "", .notCertified(on: Self.day("2024-03-05"))),
      ("own", "core", "2023-12-31", "", .notCertified(on: Self.day("2023-12-31"))),
      ("own", "core", "2024-03-03", "2024-03-05", .notCertified(on: Self.day("2024-03-05"))),
      ("own", "other", "2024-03-04", "", .notCertified(on: Self.day("2024-03-04"))),
      ("renewed", "core", "2024-03-03", "2030-03-05", .certified),
      ("renewed", "other", "2024-03-04", "2024-03-05", .notCertified(on: Self.day("2024-03-05"))),
      // The agency has one with this code, and certified nobody: whoever the department lends is somebody else.
      ("both", "core", "2024-03-04", "", .notCertified(on: Self.day("2024-03-04"))),
      ("lent", "other", "2024-03-31", "", .certified),
      ("lent", "third", "2024-03-31", "", .notCertified(on: Self.day("2024-03-31"))),
      ("all", "third", "2024-03-31", "2024-04-01", .notCertified(on: Self.day("2024-04-01"))),
    ] as [(String, String, String, String, TrainerStanding)])
  func standing(trainer: String, course: String, day: String, lastDay: String, standing: TrainerStanding) {
    let session = Self.session(course: course, day: day, lastDay: lastDay, trainer: trainer)
    #expect(Self.trainers.standing(for: session) == standing)
  }

  private static func day(_ text: String) -> Day { Day(text) ?? .distantFuture }

  @Test(
    "A completion lies between the day of hire and the last day, today at the latest",
    arguments: [
      // day, kind, transcript, void, broken
      ("2024-01-10", .training, "", "", nil),
      ("2024-01-09", .training, "", "", .beforeHire),
      ("2024-01-09", .development, "", "", .beforeHire),
      ("2024-01-09", .equivalent, "", "", nil),
      ("2024-01-09", .training, "t", "", nil),
      ("2024-01-09", .training, "", "2024-02-01", nil),
      ("2024-06-30", .training, "", "", nil),
      ("2024-07-01", .training, "", "", .afterSeparation),
      ("2024-07-01", .training, "t", "", nil),
      ("2024-08-01", .training, "", "", .afterSeparation),
      ("2024-08-02", .equivalent, "t", "", .inFuture),
    ] as [(String, Completion.Kind, String, String, CompletionRule?)])
  func completion(day: String, kind: Completion.Kind, transcript: String, void: String, rule: CompletionRule?) {
    var completion = Completion()
    (completion.day, completion.kind) = (day, kind.rawValue)
    (completion.transcript, completion.void) = (transcript, void)
    var member = StaffMember()
    (member.hired, member.separated) = ("2024-01-10", "2024-06-30")
    #expect(completion.broken(by: member, today: Self.day("2024-08-01")) == rule)
  }

  private static func enrolment(
    _ session: String, _ staff: String, _ place: Int, _ attendance: String = "", withdrawn: String = ""
  ) -> Enrolment {
    var enrolment = Enrolment()
    (enrolment.session, enrolment.staff, enrolment.place) = (session, staff, place)
    (enrolment.attendance, enrolment.withdrawn) = (attendance, withdrawn)
    return enrolment
  }

  @Test(
    "A time of the day is kept in one form; what is none is refused",
    arguments: [
      ("9:00", "09:00"), ("09:00", "09:00"), ("0:05", "00:05"), ("23:59", "23:59"), ("", ""), ("24:00", nil),
      ("25:00", nil), ("9:60", nil), ("9", nil), ("9h", nil), ("9 am", nil), ("9:00 am", nil), ("9.00", nil),
      ("900", nil), ("9:0", nil), ("009:00", nil), ("-9:00", nil), ("9:00:00", nil), ("٩:00", nil),
    ] as [(String, String?)])
  func time(_ typed: String, _ kept: String?) {
    let field = TrainingSession.fields.first { $0.name == "time" }
    let value = try? field?.content.value(of: typed)
    #expect(value == kept.map { .text($0) }, "\(typed)")
  }

  @Test(
    "Two sessions are likely one: time and place agree however they are written, or somebody is in both",
    arguments: [
      (("9:00", "Room 1"), ("09:00", "room  1"), false, true), (("09:00", ""), ("", "Room 1"), false, true),
      (("9 am", ""), ("9 am", ""), false, true), (("09:00", ""), ("13:00", ""), false, false),
      (("09:00", "Room 1"), ("09:00", "Room 2"), false, false), (("09:00", ""), ("13:00", ""), true, true),
    ] as [((String, String), (String, String), Bool, Bool)])
  func like(one: (String, String), other: (String, String), shared: Bool, isLike: Bool) {
    var (left, right) = (Self.session("1"), Self.session("2"))
    (left.time, left.place) = one
    (right.time, right.place) = other
    #expect(left.isLike(right, shared: shared) == isLike && right.isLike(left, shared: shared) == isLike)
    right.day = "2024-03-05"
    #expect(!left.isLike(right, shared: true))
  }

  @Test("Evaluations of a course: at which levels, the mean of all who answered, and what is still to follow")
  func courseEvaluation() {
    func evaluation(
      _ id: String, _ session: String, _ level: TrainingEvaluation.Level, answers: Int = 0, score: Int = 0,
      follow: String = "", due: String = "", done: String = ""
    ) -> TrainingEvaluation {
      var evaluation = TrainingEvaluation(id: id)
      (evaluation.course, evaluation.session, evaluation.level) = ("core", session, level.rawValue)
      (evaluation.answers, evaluation.score) = (answers, score)
      (evaluation.followUp, evaluation.due, evaluation.done) = (follow, due, done)
      return evaluation
    }
    let all = CourseEvaluation.all(
      [
        evaluation("1", "a", .reaction, answers: 3, score: 4_00, follow: "slides", due: "2024-05-01"),
        evaluation("2", "b", .reaction, answers: 1, score: 3_50, follow: "room", done: "2024-04-01"),
        evaluation("3", "a", .performance), evaluation("4", "", .value, score: 2_00, follow: "less", due: "2024-04-01"),
        evaluation("5", "gone", .reaction, answers: 2, follow: "later"),
      ], held: [Self.session("a"), Self.session("b"), Self.session("c"), Self.session("d", course: "law")])
    #expect(all.map { "\($0.course) \($0.evaluatedSessions) of \($0.sessions)" } == ["core 2 of 3", "law 0 of 1"])
    #expect(
      all[0].levels.map { "\($0.level) \($0.evaluations) \($0.answers) \($0.score.map { "\($0)" } ?? "-")" } == [
        "reaction 3 6 388", "job performance 1 0 -", "return on investment 1 0 200",
      ])
    #expect(all[0].withoutFollowUp == 1 && all[0].openFollowUps.map(\.id) == ["4", "1", "5"])
    #expect(all[1].levels.isEmpty && all[1].openFollowUps.isEmpty)
  }

  @Test("More who attended than seats is over-full; those who wait or withdrew are not counted")
  func overFull() {
    var session = Self.session()
    session.seats = 1
    let attended = Enrolment.attended
    for (people, isOver) in [
      ([Self.enrolment("1", "A", 1, attended), Self.enrolment("1", "B", 2)], false),
      ([Self.enrolment("1", "A", 1, attended), Self.enrolment("1", "B", 2, attended)], true),
      ([Self.enrolment("1", "A", 1, attended), Self.enrolment("1", "B", 2, attended, withdrawn: "2024-03-01")], false),
    ] {
      #expect(SessionRoster(session, people).isOverFull(session) == isOver)
    }
    session.seats = 0
    #expect(!SessionRoster(session, [Self.enrolment("1", "A", 1, attended)]).isOverFull(session))
  }

  @Test("Whoever attended one of two sessions that are one attended; nothing is taken from the other")
  func join() {
    var kept = Self.session("K")
    (kept.place, kept.cost) = ("Room 1", 100)
    var other = Self.session("O", trainer: "own")
    (other.place, other.seats, other.cost, other.state) = ("Room 2", 9, 200, "held")
    let (attended, absent) = (Enrolment.attended, Enrolment.absent)
    func evaluation(_ id: String, _ session: String, _ text: String) -> TrainingEvaluation {
      var evaluation = TrainingEvaluation(id: id)
      (evaluation.session, evaluation.text) = (session, text)
      return evaluation
    }
    let join = SessionJoin(
      kept,
      [
        Self.enrolment("K", "A", 1, attended), Self.enrolment("K", "B", 2, absent), Self.enrolment("K", "C", 3),
        Self.enrolment("K", "D", 4, withdrawn: "2024-03-01"), Self.enrolment("K", "E", 5, absent),
      ], [evaluation("1", "K", "good")],
      other,
      [
        Self.enrolment("O", "Z", 2, attended), Self.enrolment("O", "Y", 7, withdrawn: "2024-03-02"),
        Self.enrolment("O", "A", 1, absent), Self.enrolment("O", "B", 3, attended), Self.enrolment("O", "C", 4, absent),
        Self.enrolment("O", "D", 5), Self.enrolment("O", "E", 6),
      ], [evaluation("2", "O", "good"), evaluation("3", "O", "long")])
    #expect(
      join.enrolments == [
        Self.enrolment("K", "Z", 6, attended), Self.enrolment("K", "B", 2, attended),
        Self.enrolment("K", "C", 3, absent), Self.enrolment("K", "D", 4),
        Self.enrolment("K", "Y", 7, withdrawn: "2024-03-02"),
      ])
    #expect(join.evaluations == [evaluation("3", "K", "long")])
    var (whole, ended) = (kept, other)
    (whole.state, whole.trainer, whole.seats) = ("held", "own", 9)
    ended.joined = "K"
    #expect(join.kept == whole && join.other == ended)
  }
}
