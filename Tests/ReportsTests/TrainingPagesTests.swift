import Records
import Reports
import Testing
import Training

@Suite("Pages of training: lists with names for the agency, counts for the state, paper that can be checked")
struct TrainingPagesTests {
  private static func person(_ code: String, _ name: String, supervisor: String = "", done: Bool) throws
    -> StaffCompliance
  {
    let day = try #require(Day("2024-07-01"))
    var member = StaffMember()
    (member.code, member.name, member.hired) = (code, name, "2024-01-01")
    var assignment = StaffAssignment()
    (assignment.first, assignment.unit, assignment.supervisor) = ("2024-01-01", "North | South", supervisor)
    var requirement = TrainingRequirement(id: "r")
    (requirement.course, requirement.days, requirement.first) = ("core", 30, "2020-01-01")
    var completion = Completion()
    completion.day = "2024-01-10"
    let found = TrainingCompliance(requirement, of: StaffHistory(member, assignments: [assignment]), on: day) {
      done ? completion : nil
    }
    return StaffCompliance(member: member, assignment: assignment, courses: [try #require(found)])
  }

  private static let titles: CourseTitles = {
    let versions: [Course] = [(1, "Core"), (2, "Core skills")].map { version, title in
      var course = Course()
      (course.code, course.version, course.title) = ("core", version, title)
      return course
    }
    return CourseTitles(versions)
  }()

  private static func report() throws -> ComplianceReport {
    ComplianceReport([
      try person("1", "Ana Ivy", done: true), try person("2", "Ben <Oak>", supervisor: "1", done: false),
    ])
  }

  @Test("Each supervisor has a list, called by code and name; what people wrote is no markup")
  func compliance() throws {
    let day = try #require(Day("2024-07-01"))
    let page = try CompliancePage.page(
      Self.report(), agency: "Invented", titles: Self.titles, on: day, by: .supervisor, unassigned: 3)
    let text = page.markdown()
    for words in ["Supervisor: 1, Ana Ivy", "50.00 percent", "2024-02-01", "never", "required: 3", "core, Core skills"]
    {
      #expect(text.contains(words), "\(words)")
    }
    #expect(page.html().contains("Ben &lt;Oak&gt;") && !page.html().contains("<Oak>"))
    let whole = try CompliancePage.page(
      Self.report(), agency: "Invented", titles: Self.titles, on: day, by: nil, unassigned: 0
    ).markdown()
    for words in ["By unit", "By level", "By job class"] { #expect(whole.contains(words), "\(words)") }
  }

  @Test("The state's page has counts, and neither a name nor a code")
  func statewide() throws {
    let state = StatewideCompliance([
      AgencyCompliance(agency: "inv-a", try Self.report(), withoutAssignment: 0),
      AgencyCompliance(agency: "inv-b", ComplianceReport([]), withoutAssignment: 1),
    ])
    let page = CompliancePage.statewide(
      state, names: ["inv-a": "County A", "inv-b": "County B"], titles: Self.titles, on: try #require(Day("2024-07-01"))
    )
    for text in [page.markdown(), page.html()] {
      #expect(text.contains("50.00") && text.contains("County B") && text.contains("Core skills"))
      #expect(!text.contains("Ivy") && !text.contains("Oak") && !text.contains("North"))
    }
  }

  @Test("A transcript marks what is void and says where it came from; a certificate has its number and how to check it")
  func transcript() throws {
    var member = StaffMember()
    (member.code, member.name, member.hired) = ("1", "Ana Ivy", "2020-01-01")
    var completion = Completion()
    (completion.course, completion.day, completion.hours) = ("core", "2021-03-01", 650)
    var void = completion
    (void.day, void.void, void.reason) = ("2021-04-01", "2021-05-01", "wrong person")
    let transcript = StaffTranscript(
      member: member,
      lines: [
        .init(completion: completion, title: "Core", from: "inv-b"), .init(completion: void, title: "", from: ""),
      ])
    let text = TranscriptPage.page(
      transcript, agency: "Invented", imported: [], recorded: ["0123456789ab", "not sealed yet"],
      today: try #require(Day("2024-07-01"))
    ).markdown()
    for words in ["inv-b", "6.50", "0123456789ab", "void since 2021-05-01: wrong person", "not sealed yet"] {
      #expect(text.contains(words), "\(words)")
    }
    let certificate = CertificatePage.page(
      transcript.lines[0], of: member, agency: "Invented", digest: "abc123", recorded: "def456", check: "qapi check"
    ).markdown()
    for words in ["Ana Ivy", "core, Core", "2021-03-01", "abc123", "def456", "qapi check", "Completed at"] {
      #expect(certificate.contains(words), "\(words)")
    }
  }
}
