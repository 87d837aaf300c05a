/// The state of training of an agency in counts, without a name (AS.5.2).
public struct AgencyCompliance: Hashable, Sendable {
  public let agency: String
  public let share: ComplianceShare
  /// By course.
  public let courses: [CourseCompliance]
  /// Staff without an assignment, of whom nobody can say what is required. They are not among the people of ``share``.
  public let withoutAssignment: Int

  public init(agency: String, _ report: ComplianceReport, withoutAssignment: Int) {
    self.agency = agency
    share = report.share
    courses = report.courses
    self.withoutAssignment = withoutAssignment
  }

  /// How often anything is overdue: once for each person and course.
  public var overdue: Int { courses.reduce(0) { $0 + $1.count(.overdue) } }
}

/// The state of training of many agencies.
public struct StatewideCompliance: Hashable, Sendable {
  public let agencies: [AgencyCompliance]

  public init(_ agencies: [AgencyCompliance]) { self.agencies = agencies }

  public var share: ComplianceShare { agencies.reduce(ComplianceShare()) { $0 + $1.share } }
  public var overdue: Int { agencies.reduce(0) { $0 + $1.overdue } }
  public var withoutAssignment: Int { agencies.reduce(0) { $0 + $1.withoutAssignment } }

  /// Of all agencies, by course.
  public var courses: [CourseCompliance] {
    Dictionary(grouping: agencies.flatMap(\.courses), by: \.course).map { course, parts in
      CourseCompliance(
        course: course, counts: parts.reduce(into: [:]) { $0.merge($1.counts) { $0 + $1 } })
    }.sorted { $0.course < $1.course }
  }
}
