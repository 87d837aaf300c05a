import Records
import Testing
import Training

@Suite("Who has the training that is required")
struct TrainingComplianceTests {
  private struct Person {
    let history: StaffHistory
    let completions: [Completion]
  }

  private static func person(
    hired: String = "2024-01-10", separated: String = "", assignments: [(String, StaffLevel, String)] = [],
    leaves: [(String, String)] = [], waivers: [(String, String)] = [], done: [(String, Int)] = [],
    void: Set<String> = []
  ) -> Person {
    var member = StaffMember()
    (member.code, member.hired, member.separated) = ("S1", hired, separated)
    let begun = assignments.isEmpty ? [(hired, StaffLevel.rankAndFile, "caseworker")] : assignments
    let history = StaffHistory(
      member,
      assignments: begun.map { entry in
        var assignment = StaffAssignment()
        (assignment.first, assignment.level, assignment.jobClass) = (entry.0, entry.1.rawValue, entry.2)
        return assignment
      },
      leaves: leaves.map { entry in
        var leave = StaffLeave()
        (leave.first, leave.last) = entry
        return leave
      },
      waivers: waivers.map { entry in
        var waiver = TrainingWaiver()
        (waiver.course, waiver.first, waiver.last) = ("core", entry.0, entry.1)
        return waiver
      })
    return Person(
      history: history,
      completions: done.map { day, version in
        var completion = Completion()
        (completion.course, completion.day, completion.version) = ("core", day, version)
        if void.contains(day) { completion.void = "2025-01-01" }
        return completion
      })
  }

  private static func requirement(
    days: Int = 30, months: Int = 0, version: Int = 0, first: String = "2020-01-01", last: String = "",
    level: String = "", jobClass: String = "", start: TrainingRequirement.Start = .hire
  ) -> TrainingRequirement {
    var requirement = TrainingRequirement(id: "r")
    (requirement.course, requirement.days, requirement.months) = ("core", days, months)
    (requirement.version, requirement.first, requirement.last) = (version, first, last)
    (requirement.level, requirement.jobClass, requirement.start) = (level, jobClass, start.rawValue)
    return requirement
  }

  @Test(
    "What falls due is listed though a leave or a waiver rests it, where that ends in time; nothing after the last day",
    arguments: [
      // Due 9 February (30 days after hire), seen on 1 February.
      ([], [], "", "2024-02-09"), ([("2024-01-30", "2024-02-02")], [], "", "2024-02-13"),
      ([("2024-01-30", "")], [], "", nil), ([], [("2024-01-30", "2024-02-05")], "", "2024-02-09"),
      ([], [("2024-01-30", "2024-02-20")], "", "2024-02-21"), ([], [("2024-02-09", "2024-02-20")], "", "2024-02-21"),
      ([], [("2024-01-30", "2024-02-20"), ("2024-02-21", "2024-02-29")], "", "2024-03-01"),
      ([], [("2024-01-30", "")], "", nil), ([], [], "2024-02-09", "2024-02-09"), ([], [], "2024-02-08", nil),
      ([], [("2024-01-30", "2024-02-20")], "2024-02-20", nil),
    ] as [([(String, String)], [(String, String)], String, String?)])
  func falls(leaves: [(String, String)], waivers: [(String, String)], separated: String, falls: String?) throws {
    let person = Self.person(separated: separated, leaves: leaves, waivers: waivers)
    let day = try #require(Day("2024-02-01"))
    let found = try #require(TrainingCompliance(Self.requirement(), of: person.history, on: day) { nil })
    #expect(found.falls == falls.flatMap { Day($0) })
    guard let falls = falls.flatMap({ Day($0) }) else { return }
    let state = StaffCompliance(
      member: person.history.member, assignment: person.history.assignments[0], courses: [found])
    #expect(state.due(until: falls).count == 1 && state.due(until: falls.adding(days: -1) ?? falls).isEmpty)
  }

  private struct Case {
    let why: String
    let requirement: TrainingRequirement
    let person: Person
    /// Day, state ("" where it does not apply) and the day until which all is in order.
    let days: [(String, String, String)]
  }

  private static let cases: [Case] = [
    Case(
      why: "within thirty days of hire; the last day of staff is one of staff", requirement: requirement(),
      person: person(separated: "2024-06-30"),
      days: [
        ("2024-01-09", "", ""), ("2024-01-10", "open", "2024-02-09"), ("2024-02-09", "open", "2024-02-09"),
        ("2024-02-10", "overdue", "2024-02-09"), ("2024-06-30", "overdue", "2024-02-09"), ("2024-07-01", "", ""),
      ]),
    Case(
      why: "once done is done, on the day itself, and before hire too", requirement: requirement(),
      person: person(done: [("2024-01-20", 1)]),
      days: [("2024-01-19", "open", "2024-02-09"), ("2024-01-20", "done", ""), ("2030-01-01", "done", "")]),
    Case(
      why: "prior training counts", requirement: requirement(), person: person(done: [("2019-05-05", 1)]),
      days: [("2024-01-10", "done", "")]),
    Case(
      why: "a requirement that comes into force later gives those who are there its days",
      requirement: requirement(first: "2025-03-01", last: "2025-12-31"),
      person: person(),
      days: [
        ("2025-02-28", "", ""), ("2025-03-01", "open", "2025-03-31"), ("2025-04-01", "overdue", "2025-03-31"),
        ("2025-12-31", "overdue", "2025-03-31"), ("2026-01-01", "", ""),
      ]),
    Case(
      why: "every twelve months: the same day, or the month's last", requirement: requirement(months: 12),
      person: person(done: [("2024-02-29", 1)]),
      days: [
        ("2025-02-28", "done", "2025-02-28"), ("2025-03-01", "overdue", "2025-02-28"),
      ]),
    Case(
      why: "a renewal counts from its day, and what was before stays what it was", requirement: requirement(months: 12),
      person: person(done: [("2024-02-01", 1), ("2025-01-15", 1)]),
      days: [
        ("2025-01-14", "done", "2025-02-01"), ("2025-01-15", "done", "2026-01-15"),
        ("2026-01-16", "overdue", "2026-01-15"),
      ]),
    Case(
      why: "an old completion gives whoever is hired the days of the start", requirement: requirement(months: 12),
      person: person(done: [("2010-01-01", 1)]),
      days: [("2024-02-09", "done", "2024-02-09"), ("2024-02-10", "overdue", "2024-02-09")]),
    Case(
      why: "of earlier versions nothing counts", requirement: requirement(version: 2),
      person: person(done: [("2024-01-15", 1), ("2024-03-01", 2)]),
      days: [("2024-02-10", "overdue", "2024-02-09"), ("2024-03-01", "done", "")]),
    Case(
      why: "what is void never counted", requirement: requirement(),
      person: person(done: [("2024-01-15", 1)], void: ["2024-01-15"]), days: [("2024-02-10", "overdue", "2024-02-09")]),
    Case(
      why: "a waiver rests it on its days", requirement: requirement(),
      person: person(waivers: [("2024-02-01", "2024-03-31")]),
      days: [
        ("2024-01-31", "open", "2024-02-09"), ("2024-02-01", "waived", ""), ("2024-03-31", "waived", ""),
        ("2024-04-01", "overdue", "2024-02-09"),
      ]),
    Case(
      why: "days of leave do not count: ten of them move the due day by ten", requirement: requirement(),
      person: person(leaves: [("2024-01-20", "2024-01-29")]),
      days: [
        ("2024-01-25", "on leave", "2024-02-19"), ("2024-02-19", "open", "2024-02-19"),
        ("2024-02-20", "overdue", "2024-02-19"),
      ]),
    Case(
      why: "leave that begins on the due day, and one that the moved day reaches", requirement: requirement(),
      person: person(leaves: [("2024-02-09", "2024-02-10"), ("2024-02-11", "2024-02-11")]),
      days: [("2024-02-12", "open", "2024-02-12"), ("2024-02-13", "overdue", "2024-02-12")]),
    Case(
      why: "leave after the due day moves nothing, and hides nothing once it is over", requirement: requirement(),
      person: person(leaves: [("2024-02-20", "2024-02-25")]),
      days: [
        ("2024-02-10", "overdue", "2024-02-09"), ("2024-02-22", "on leave", "2024-02-09"),
        ("2024-02-26", "overdue", "2024-02-09"),
      ]),
    Case(
      why: "while nobody knows when leave ends nothing falls due", requirement: requirement(),
      person: person(leaves: [("2024-01-20", "")]), days: [("2026-01-01", "on leave", "9999-12-31")]),
    Case(
      why: "of a level and class: a promotion brings it, another one takes it away",
      requirement: requirement(level: "supervisory", start: .assignment),
      person: person(assignments: [
        ("2024-01-10", .rankAndFile, "caseworker"), ("2024-05-01", .supervisory, "supervisor"),
        ("2024-08-01", .supervisory, "other"), ("2025-01-01", .management, "manager"),
      ]),
      days: [
        ("2024-04-30", "", ""), ("2024-05-01", "open", "2024-05-31"), ("2024-08-02", "overdue", "2024-05-31"),
        ("2024-12-31", "overdue", "2024-05-31"), ("2025-01-01", "", ""),
      ]),
    Case(
      why: "whoever comes back to a class begins anew",
      requirement: requirement(jobClass: "caseworker", start: .assignment),
      person: person(assignments: [
        ("2024-01-10", .rankAndFile, "caseworker"), ("2024-02-01", .rankAndFile, "clerk"),
        ("2024-03-01", .rankAndFile, "caseworker"),
      ]),
      days: [("2024-02-15", "", ""), ("2024-03-10", "open", "2024-03-31"), ("2024-04-01", "overdue", "2024-03-31")]),
    Case(
      why: "an assignment before hire counts from hire on",
      requirement: requirement(jobClass: "caseworker", start: .assignment),
      person: person(assignments: [("2023-01-01", .rankAndFile, "caseworker")]),
      days: [("2024-01-09", "", ""), ("2024-01-10", "open", "2024-02-09"), ("2024-02-10", "overdue", "2024-02-09")]),
    Case(
      why: "leaves that overlap, and one whose end comes before its beginning, are counted once and not at all",
      requirement: requirement(),
      person: person(leaves: [("2024-01-20", "2024-01-29"), ("2024-01-25", "2024-01-31"), ("2024-02-05", "2024-02-01")]
      ),
      days: [("2024-02-21", "open", "2024-02-21"), ("2024-02-22", "overdue", "2024-02-21")]),
    Case(
      why: "leave that began before hire moves only by the days after the start", requirement: requirement(days: 0),
      person: person(leaves: [("2024-01-01", "2024-01-20")]),
      days: [("2024-01-10", "on leave", "2024-01-10"), ("2024-01-21", "overdue", "2024-01-10")]),
  ]

  @Test("Day by day at the boundaries", arguments: cases.indices)
  func states(_ index: Int) throws {
    let entry = Self.cases[index]
    for (text, state, due) in entry.days {
      let day = try #require(Day(text))
      let found = TrainingCompliance(entry.requirement, of: entry.person.history, on: day) {
        TrainingCompliance.last(of: entry.person.completions, for: entry.requirement, on: day)
      }
      #expect(found?.state.rawValue ?? "" == state, "\(entry.why): \(text)")
      if !due.isEmpty { #expect(found?.due.map { "\($0)" } == due, "\(entry.why): \(text)") }
    }
  }
}
