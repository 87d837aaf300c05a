import GRDB
import Records
import Store
import Testing
import Training

@Suite("Staff, courses and the last completion, from the tables")
struct TrainingStoreTests {
  private static let agency = "inv-a"

  /// Staff S of Unit A, and what the table of completions holds of them: course, day, number, version, void.
  private static func database(
    _ completions: [(String, String, Int, Int, String)], requirements: [TrainingRequirement]
  ) throws -> DatabaseQueue {
    let queue = try Fixture.database()
    try queue.write { db in
      var member = StaffMember()
      (member.code, member.name, member.hired) = ("S", "Ada Alder", "2020-01-01")
      try RecordStore.insert(member, agency: agency, in: db)
      var assignment = StaffAssignment()
      (assignment.staff, assignment.first, assignment.unit) = ("S", "2020-01-01", "Unit A")
      try RecordStore.insert(assignment, agency: agency, in: db)
      for (course, day, number, version, void) in completions {
        var completion = Completion()
        (completion.staff, completion.course, completion.day) = ("S", course, day)
        (completion.number, completion.version, completion.void) = (number, version, void)
        try RecordStore.insert(completion, agency: agency, in: db)
        // Another agency's staff has the same code, and is somebody else.
        completion.day = "2024-05-05"
        if number == 1 { try RecordStore.put(completion, agency: "inv-b", in: db) }
      }
      for requirement in requirements { try RecordStore.insert(requirement, agency: nil, in: db) }
    }
    return queue
  }

  private static func requirement(
    _ id: String, _ course: String, months: Int = 12, version: Int = 0
  ) -> TrainingRequirement {
    var requirement = TrainingRequirement(id: id)
    (requirement.course, requirement.first, requirement.days) = (course, "2020-01-01", 30)
    (requirement.months, requirement.version) = (months, version)
    return requirement
  }

  @Test(
    "The last completion that counts is found by the key, as from a list of all",
    arguments: [
      ("2020-01-31", "open", "2020-01-31"), ("2020-02-01", "overdue", "2020-01-31"),
      ("2021-03-01", "done", "2022-03-01"),
      ("2021-12-31", "done", "2022-03-01"), ("2022-03-02", "overdue", "2022-03-01"),
      ("2023-01-10", "done", "2024-01-10"),
      ("2024-06-01", "overdue", "2024-01-10"),
    ])
  func last(on text: String, state: String, due: String) throws {
    let completions = [
      ("C", "2021-03-01", 1, 1, ""), ("C", "2021-12-31", 1, 1, "2022-01-05"), ("C", "2023-01-10", 1, 1, "2023-01-11"),
      ("C", "2023-01-10", 2, 1, ""), ("D", "2024-05-01", 1, 1, ""),
    ]
    let rule = Self.requirement("r", "C")
    let day = try #require(Day(text))
    try Self.database(completions, requirements: [rule]).read { db in
      let everybody = try ComplianceStore(Self.agency, in: db).everybody(on: day, in: db)
      let found = try #require(everybody.first?.courses.first)
      #expect(everybody.count == 1 && found.state.rawValue == state && found.due.map { "\($0)" } == due)
      let all = try TrainingStore.completions(of: "S", Self.agency, in: db)
      #expect(all.count == completions.count)
      #expect(found.completion == TrainingCompliance.last(of: all, for: rule, on: day))
    }
  }

  @Test("Of two requirements of one course the one counts that falls due first")
  func strictest() throws {
    let rules = [Self.requirement("a", "C", months: 24), Self.requirement("b", "C", months: 12, version: 2)]
    let queue = try Self.database([("C", "2023-06-01", 1, 1, "")], requirements: rules)
    try queue.read { db in
      let person = try ComplianceStore(Self.agency, in: db).everybody(on: try #require(Day("2023-07-01")), in: db).first
      #expect(person?.courses.map(\.requirement.id) == ["b"] && person?.lacking.count == 1)
    }
  }

  @Test("A course is approved curriculum, or special training that the department approved last")
  func courses() throws {
    let queue = try Fixture.database()
    try queue.write { db in
      var course = Course()
      (course.code, course.title) = ("C", "Published")
      try RecordStore.insert(course, agency: nil, in: db)
      for (id, code, results) in [
        ("p1", "X", ["returned", "approved"]), ("p2", "Y", ["approved", "denied"]), ("p3", "Z", []),
        ("p4", "C", ["approved"]),
      ] {
        var proposal = TrainingProposal(id: id)
        (proposal.course, proposal.title) = (code, "Special")
        try RecordStore.insert(proposal, agency: Self.agency, in: db)
        for (number, result) in results.enumerated() {
          var answer = ProposalAnswer(id: "\(id)-\(number)")
          (answer.proposal, answer.result) = (id, result)
          try RecordStore.insert(answer, agency: Self.agency, in: db)
        }
      }
      let own = try TrainingStore.courses(of: Self.agency, in: db)
      #expect(own.map { "\($0.code) \($0.title)" } == ["C Published", "X Special"])
      #expect(try TrainingStore.courses(of: "inv-b", in: db).map(\.code) == ["C"])
    }
  }
}
