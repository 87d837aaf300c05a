import GRDB
import Records
import Store
import Training

/// Training records of an invented agency.
enum TrainingFixture {
  static func member(
    _ code: String, hired: String = "2020-01-01", separated: String = "", coordinator: Int = 0,
    agency: String = Fixture.agency, in db: Database
  ) throws {
    var member = StaffMember()
    (member.code, member.hired, member.separated, member.coordinator) = (code, hired, separated, coordinator)
    try RecordStore.put(member, agency: agency, in: db)
  }

  static func assignment(
    _ staff: String, first: String = "2020-01-01", unit: String = "", supervisor: String = "",
    agency: String = Fixture.agency, in db: Database
  ) throws {
    var assignment = StaffAssignment()
    (assignment.staff, assignment.first) = (staff, first)
    (assignment.unit, assignment.supervisor) = (unit, supervisor)
    try RecordStore.put(assignment, agency: agency, in: db)
  }

  static func requirement(_ course: String, days: Int, months: Int = 0, version: Int = 0, in db: Database) throws {
    var requirement = TrainingRequirement(id: "r-\(course)-\(version)")
    (requirement.course, requirement.days, requirement.months) = (course, days, months)
    (requirement.version, requirement.first) = (version, "2020-01-01")
    try RecordStore.put(requirement, agency: nil, in: db)
  }

  static func completion(
    _ staff: String, _ course: String, _ day: String, number: Int = 1, version: Int = 1, hours: Int = 0,
    kind: Completion.Kind = .training, void: String = "", transcript: String = "", agency: String = Fixture.agency,
    in db: Database
  ) throws {
    var completion = Completion()
    (completion.staff, completion.course, completion.day, completion.number) = (staff, course, day, number)
    (completion.version, completion.hours, completion.kind) = (version, hours, kind.rawValue)
    (completion.void, completion.transcript) = (void, transcript)
    try RecordStore.put(completion, agency: agency, in: db)
  }
}
