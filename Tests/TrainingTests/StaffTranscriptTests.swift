import Records
import Testing
import Training

@Suite("Transcripts, needs counted, and what a training plan lacks")
struct StaffTranscriptTests {
  private static func line(_ course: String, _ day: String, number: Int = 1, hours: Int = 100, void: String = "")
    -> StaffTranscript.Line
  {
    var completion = Completion()
    (completion.course, completion.day, completion.number) = (course, day, number)
    (completion.hours, completion.void) = (hours, void)
    return StaffTranscript.Line(completion: completion, title: "", from: "")
  }

  private static let transcript = StaffTranscript(
    member: StaffMember(),
    lines: [
      line("core", "2024-03-01"), line("core", "2023-03-01", hours: 250),
      line("core", "2023-05-01", void: "2023-06-01"),
      line("core", "2023-05-01", number: 2, hours: 50), line("privacy", "2024-01-01", void: "2024-01-02"),
    ])

  @Test(
    "The last one that stands; on a day the one that stands before what is void",
    arguments: [
      ("core", nil, "2024-03-01 1"), ("core", "2023-05-01", "2023-05-01 2"), ("privacy", nil, "2024-01-01 1 void"),
      ("core", "2020-01-01", nil), ("other", nil, nil),
    ] as [(String, String?, String?)])
  func completion(_ course: String, _ day: String?, _ shown: String?) {
    let found = Self.transcript.completion(of: course, on: day)?.completion
    #expect(found.map { "\($0.day) \($0.number)" + ($0.isVoid ? " void" : "") } == shown)
  }

  @Test("Hours by year are those of what stands")
  func hours() {
    #expect(Self.transcript.hoursByYear.map { "\($0.year) \($0.hours)" } == ["2023 300", "2024 100"])
  }

  private static func needs(_ code: String, _ level: StaffLevel, _ skills: [(String, Int?)]) -> StaffNeeds {
    var member = StaffMember()
    member.code = code
    var assignment = StaffAssignment()
    assignment.level = level.rawValue
    return StaffNeeds(
      member: member, assignment: assignment,
      needs: skills.map { code, rating in
        var skill = CriticalSkill()
        (skill.code, skill.needed) = (code, 3)
        let assessment = rating.map { rating in
          var assessment = SkillAssessment()
          assessment.rating = rating
          return assessment
        }
        return TrainingNeed(skill: skill, assessment: assessment)
      })
  }

  @Test("Needs are counted by level, class and skill; who was never assessed among them")
  func counts() {
    let counts = SkillNeed.counted([
      Self.needs("1", .supervisory, [("law", 1)]), Self.needs("2", .rankAndFile, [("law", nil), ("calls", 2)]),
      Self.needs("3", .rankAndFile, [("law", 2)]),
    ])
    #expect(
      counts.map { "\($0.level) \($0.skill.code) \($0.people) \($0.unassessed)" } == [
        "rank and file calls 1 0", "rank and file law 2 1", "supervisory law 1 0",
      ])
  }

  @Test("What was held, or was to be held before the day, is no session for those who still need one")
  func planned() throws {
    let day = Day("2024-09-01")
    for (state, last, isScheduled) in [
      (TrainingSession.State.planned, "2024-09-01", true), (.planned, "2024-08-31", false),
      (.held, "2024-09-02", false),
    ] {
      var session = TrainingSession(id: "1")
      (session.course, session.coverage, session.state, session.day) = ("core", "Team 2", state.rawValue, last)
      let plan = TrainingPlan(
        coordinators: [StaffMember()],
        required: [TrainingPlan.Required(course: "core", people: 9, overdue: 2, falling: 0)], curricula: [],
        sessions: [TrainingPlan.Scheduled(session: session, enrolled: 0, isCertified: nil)], trainers: [], needs: [],
        day: day)
      #expect(plan.lacking.isEmpty == isScheduled, "\(state) \(last)")
    }
  }

  @Test("A plan names each part that lacks something")
  func plan() {
    func plan(coordinated: Bool, coverage: String, isCertified: Bool?, falling: Int, course: String) -> [String] {
      var session = TrainingSession(id: "1")
      (session.course, session.coverage) = (course, coverage)
      return TrainingPlan(
        coordinators: coordinated ? [StaffMember()] : [],
        required: [TrainingPlan.Required(course: "core", people: 9, overdue: 0, falling: falling)], curricula: [],
        sessions: [TrainingPlan.Scheduled(session: session, enrolled: 0, isCertified: isCertified)], trainers: [],
        needs: []
      ).lacking
    }
    #expect(plan(coordinated: true, coverage: "Team 2", isCertified: true, falling: 2, course: "core") == [])
    #expect(plan(coordinated: true, coverage: "Team 2", isCertified: nil, falling: 0, course: "other") == [])
    #expect(
      plan(coordinated: false, coverage: "", isCertified: false, falling: 2, course: "other") == [
        "no training coordinator (AS.5.1 task 1)",
        "core: no session is scheduled; overdue for 0, falls due for 2",
        "scheduled sessions for which no coverage is said: 1", "scheduled sessions without a certified trainer: 1",
      ])
  }
}
