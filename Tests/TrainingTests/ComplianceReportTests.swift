import Records
import Testing
import Training

@Suite("The state of an agency: shares, groups, courses, what falls due")
struct ComplianceReportTests {
  private static let today = Day("2024-07-01")

  /// Somebody of whom courses are required within so many days of 1 January 2024, and who completed some of them.
  private static func person(
    _ code: String, _ courses: [(String, days: Int, months: Int)], done: [String: String] = [:],
    level: StaffLevel = .rankAndFile, unit: String = "", supervisor: String = "", waived: String = ""
  ) throws -> StaffCompliance {
    let day = try #require(today)
    var member = StaffMember()
    (member.code, member.hired) = (code, "2024-01-01")
    var assignment = StaffAssignment()
    (assignment.staff, assignment.first, assignment.level) = (code, "2024-01-01", level.rawValue)
    (assignment.unit, assignment.supervisor) = (unit, supervisor)
    var waiver = TrainingWaiver()
    (waiver.course, waiver.first) = (waived, "2024-01-01")
    let history = StaffHistory(member, assignments: [assignment], waivers: waived.isEmpty ? [] : [waiver])
    return StaffCompliance(
      member: member, assignment: assignment,
      courses: try courses.map { course, days, months in
        var requirement = TrainingRequirement(id: "r-\(course)")
        (requirement.course, requirement.days, requirement.months) = (course, days, months)
        requirement.first = "2020-01-01"
        return try #require(
          TrainingCompliance(requirement, of: history, on: day) {
            done[course].map { day in
              var completion = Completion()
              (completion.course, completion.day) = (course, day)
              return completion
            }
          })
      })
  }

  @Test(
    "Percent has two decimals, is rounded half up, and says nothing of nobody",
    arguments: [
      (0, 0, nil), (0, 3, "0.00"), (1, 3, "33.33"), (2, 3, "66.67"), (3, 3, "100.00"), (1_499, 1_500, "99.93"),
      (1, 800, "0.13"), (29_999, 30_000, "100.00"),
    ] as [(Int, Int, String?)])
  func percent(_ inOrder: Int, _ people: Int, _ shown: String?) {
    #expect(ComplianceShare(people: people, inOrder: inOrder).percent == shown)
  }

  private static func report() throws -> ComplianceReport {
    ComplianceReport([
      try person("1", [("core", 30, 0)], unit: "north", supervisor: "9"),
      try person("2", [("core", 30, 0), ("privacy", 10, 0)], done: ["core": "2024-01-05"], unit: "north"),
      try person("3", [("core", 30, 0)], done: ["core": "2024-01-05"], unit: "south", supervisor: "9"),
      try person("4", [("core", 30, 0)], level: .executive, waived: "core"),
    ])
  }

  @Test("Whoever lacks anything is not in order; each course is counted on its own")
  func shares() throws {
    let report = try Self.report()
    #expect(report.share == ComplianceShare(people: 4, inOrder: 2) && report.share.percent == "50.00")
    #expect(report.courses.map { "\($0.course) \($0.share.percent ?? "")" } == ["core 75.00", "privacy 0.00"])
    #expect(report.courses[0].count(.done) == 2 && report.courses[0].count(.waived) == 1)
    let only = report.only(course: "privacy")
    #expect(only.people.map(\.member.code) == ["2"] && only.share.percent == "0.00")
    #expect(report.only(course: "core").share.percent == "75.00")
  }

  @Test(
    "By unit, supervisor, class and level: levels in their order, those of whom nothing is said under no name",
    arguments: [
      (.unit, [" 1/1", "north 0/2", "south 1/1"]), (.supervisor, [" 1/2", "9 1/2"]), (.jobClass, [" 2/4"]),
      (.level, ["rank and file 1/3", "executive 1/1"]),
    ] as [(ComplianceGrouping, [String])])
  func groups(_ grouping: ComplianceGrouping, _ shown: [String]) throws {
    let groups = try Self.report().groups(by: grouping)
    #expect(groups.map { "\($0.name) \($0.share.inOrder)/\($0.share.people)" } == shown)
  }

  @Test(
    "Since when: the day after the last one on which it was in order; what falls due, by day, without what is waived")
  func due() throws {
    let person = try Self.person(
      "1", [("core", 30, 0), ("later", 182, 0), ("next", 183, 0), ("yearly", 10, 12), ("waived", 10, 0)],
      done: ["yearly": "2023-08-01"], waived: "waived")
    #expect(person.lacking.map(\.requirement.course) == ["core"])
    #expect(person.lacking[0].overdueSince == Day("2024-02-01"))
    let dues = try [
      ("2024-06-30", ["core"]), ("2024-07-01", ["core", "later"]), ("2024-08-01", ["core", "later", "next", "yearly"]),
    ]
    .map { day, courses in (try #require(Day(day)), courses) }
    for (day, courses) in dues {
      #expect(person.due(until: day).map(\.requirement.course) == courses, "\(day)")
    }
  }

  @Test("The state is the sum of its agencies, in counts")
  func statewide() throws {
    let state = StatewideCompliance([
      AgencyCompliance(agency: "inv-a", try Self.report(), withoutAssignment: 2),
      AgencyCompliance(
        agency: "inv-b", ComplianceReport([try Self.person("1", [("core", 30, 0)])]), withoutAssignment: 0),
    ])
    #expect(state.share == ComplianceShare(people: 5, inOrder: 2) && state.overdue == 3 && state.withoutAssignment == 2)
    #expect(state.courses.map { "\($0.course) \($0.required) \($0.count(.overdue))" } == ["core 5 2", "privacy 1 1"])
    #expect(state.groups.isEmpty)
    for (grouping, shown) in [
      (ComplianceGrouping.level, ["rank and file 1/4 3", "executive 1/1 0"]),
      (.unit, [" 1/2 1", "north 0/2 2", "south 1/1 0"]),
    ] {
      let apart = StatewideCompliance(
        try [("inv-a", Self.report()), ("inv-b", ComplianceReport([Self.person("1", [("core", 30, 0)])]))].map {
          AgencyCompliance(agency: $0, $1, by: grouping, withoutAssignment: 0)
        }, by: grouping)
      #expect(apart.groups.map { "\($0.name) \($0.share.inOrder)/\($0.share.people) \($0.overdue)" } == shown)
    }
  }
}
