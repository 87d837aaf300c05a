import Records
import Testing
import Training

@Suite("What is computed from records of training")
struct TrainingRecordsTests {
  @Test(
    "Seats go in the order of enrolment; whoever attended had one; who withdrew leaves theirs to the next",
    arguments: [
      // seats, people as code:place:state, seated, waiting
      (2, "a:1: b:2: c:3:", "ab", "c"), (0, "a:1: b:2: c:3:", "abc", ""), (2, "a:1:w b:2: c:3:", "bc", ""),
      (2, "c:1: a:1: b:1:", "ab", "c"), (1, "a:1: b:2:attended", "b", "a"),
      (2, "a:3:absent b:2: c:1:attended", "cb", "a"),
      (1, "a:1:attended b:2:attended", "ab", ""),
    ])
  func rosters(seats: Int, people: String, seated: String, waiting: String) {
    var session = TrainingSession(id: "s")
    session.seats = seats
    let roster = SessionRoster(
      session,
      people.split(separator: " ").map { words in
        let parts = words.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var enrolment = Enrolment()
        (enrolment.staff, enrolment.place) = (parts[0], Int(parts[1]) ?? 0)
        if parts[2] == "w" { enrolment.withdrawn = "2024-01-01" } else { enrolment.attendance = parts[2] }
        return enrolment
      })
    #expect(roster.seated.map(\.staff).joined() == seated)
    #expect(roster.waiting.map(\.staff).joined() == waiting)
  }

  @Test(
    "A certification covers its course, or every one, from its first day to its last",
    arguments: [
      ("", "", "2024-01-01", "", "2024-01-01", true), ("", "", "2024-01-02", "", "2024-01-01", false),
      ("C", "", "2024-01-01", "2024-06-30", "2024-06-30", true),
      ("C", "", "2024-01-01", "2024-06-30", "2024-07-01", false),
      ("D", "", "2024-01-01", "", "2024-01-01", false), ("", "", "nonsense", "", "2024-01-01", false),
      ("", "", "2024-01-01", "nonsense", "2024-01-01", false),
    ])
  func certifications(course: String, _: String, first: String, last: String, on day: String, covers: Bool) throws {
    let day = try #require(Day(day))
    var certification = TrainerCertification()
    (certification.course, certification.first, certification.last) = (course, first, last)
    #expect(certification.covers("C", on: day) == covers)
    var published = PublishedTrainer()
    (published.courses, published.first, published.last) = (course.isEmpty ? "" : "X, \(course)", first, last)
    #expect(published.covers("C", on: day) == covers)
  }

  @Test("A need is what is needed less what was assessed last, until the day that is asked for")
  func needs() throws {
    var assignment = StaffAssignment()
    (assignment.level, assignment.jobClass) = (StaffLevel.supervisory.rawValue, "clerk")
    func skill(_ code: String, needed: Int, level: String = "", jobClass: String = "") -> CriticalSkill {
      var skill = CriticalSkill()
      (skill.code, skill.needed, skill.level, skill.jobClass) = (code, needed, level, jobClass)
      return skill
    }
    func assessed(_ code: String, _ day: String, _ rating: Int) -> SkillAssessment {
      var assessment = SkillAssessment()
      (assessment.skill, assessment.day, assessment.rating) = (code, day, rating)
      return assessment
    }
    let needs = TrainingNeed.needs(
      of: assignment,
      skills: [
        skill("never", needed: 2), skill("better", needed: 3), skill("other", needed: 3, level: "executive"),
        skill("enough", needed: 1, level: "supervisory", jobClass: "clerk"),
      ],
      assessments: [
        assessed("better", "2024-01-01", 1), assessed("better", "2024-03-01", 2), assessed("better", "2024-03-02", 3),
        assessed("enough", "2024-01-01", 1),
      ], on: try #require(Day("2024-03-01")))
    #expect(needs.map { "\($0.skill.code) \($0.gap)" } == ["better 1", "never 2"])
  }

  @Test(
    "Worker errors stand against the agency's level, else the department's of the day",
    arguments: [
      (100, 5, 500, nil), (100, 6, 500, nil), (100, 5, -1, 500), (100, 6, -1, 500), (100, 6, -1, nil), (100, 6, 0, 500),
      (0, 0, 500, nil),
      (3, 1, 3_333, nil), (30_000, 9_999, 3_333, nil), (Int.max, Int.max, 1, nil),
    ] as [(Int, Int, Int, Int?)])
  func errors(cases: Int, errors: Int, own: Int, published: Int?) {
    var count = WorkerErrorCount(id: "w")
    (count.day, count.cases, count.errors, count.acceptable) = ("2024-06-01", cases, errors, own)
    var levels: [ErrorLevel] = []
    for (first, acceptable) in [("2023-01-01", 1), ("2024-06-01", published ?? 0), ("2024-06-02", 10_000)] {
      var level = ErrorLevel()
      (level.first, level.acceptable) = (first, acceptable)
      if published != nil { levels.append(level) }
    }
    let expected: Bool? =
      switch (cases, errors) {
      case (0, _): nil
      case (100, 6) where own < 0 && published == nil: nil
      case (100, 5), (30_000, 9_999): false
      default: true
      }
    #expect(count.isOver(levels) == expected)
  }

  @Test("A level of zero is a level: no error is accepted; a count without cases has a level, and says nothing")
  func zero() {
    var count = WorkerErrorCount(id: "w")
    (count.day, count.cases, count.errors) = ("2024-06-01", 100, 1)
    var level = ErrorLevel()
    level.first = "2024-01-01"
    #expect(count.level([]) == nil && count.level([level]) == nil && count.isOver([level]) == nil)
    level.acceptable = 0
    #expect(count.level([level]) == 0 && count.isOver([level]) == true)
    count.errors = 0
    #expect(count.isOver([level]) == false)
    count.cases = 0
    #expect(count.level([level]) == 0 && count.isOver([level]) == nil)
  }

  @Test("Numbers that only a merge can bring stop nothing")
  func hostile() throws {
    var member = StaffMember()
    (member.code, member.hired) = ("S", "2024-01-01")
    var assignment = StaffAssignment()
    assignment.first = "2024-01-01"
    var leave = StaffLeave()
    (leave.first, leave.last) = ("1900-01-01", "9999-12-31")
    for number in [Int.max, Int.min, -1] {
      var requirement = TrainingRequirement(id: "r")
      (requirement.first, requirement.days, requirement.months) = ("2024-01-01", number, number)
      var completion = Completion()
      completion.day = "2024-01-01"
      for leaves in [[], [leave]] {
        let history = StaffHistory(member, assignments: [assignment], leaves: leaves)
        for done in [nil, completion] {
          let found = TrainingCompliance(requirement, of: history, on: try #require(Day("2024-02-01"))) { done }
          #expect(found != nil)
        }
      }
    }
  }
}
