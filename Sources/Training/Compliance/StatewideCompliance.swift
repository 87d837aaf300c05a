/// The state of a level, class or unit in counts, without a name of anybody.
public struct GroupCompliance: Hashable, Sendable {
  /// Empty for those of whom nothing is said.
  public let name: String
  public let share: ComplianceShare
  /// How often anything is overdue: once for each person and course.
  public let overdue: Int
}

/// The state of training of an agency in counts, without a name (AS.5.2).
public struct AgencyCompliance: Hashable, Sendable {
  public let agency: String
  public let share: ComplianceShare
  /// By course.
  public let courses: [CourseCompliance]
  /// Staff without an assignment, of whom nobody can say what is required. They are not among the people of ``share``.
  public let withoutAssignment: Int
  /// By what it is taken apart; empty where it is not.
  public let groups: [GroupCompliance]

  public init(
    agency: String, _ report: ComplianceReport, by grouping: ComplianceGrouping? = nil, withoutAssignment: Int
  ) {
    self.agency = agency
    groups =
      grouping.map { grouping in
        report.groups(by: grouping).map { group in
          GroupCompliance(
            name: group.name, share: group.share, overdue: group.people.reduce(0) { $0 + $1.lacking.count })
        }
      } ?? []
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

  /// By what it is taken apart: unit, level or class; never by supervisor, who is a person.
  public let grouping: ComplianceGrouping?

  public init(_ agencies: [AgencyCompliance], by grouping: ComplianceGrouping? = nil) {
    self.agencies = agencies
    self.grouping = grouping
  }

  public var share: ComplianceShare { agencies.reduce(ComplianceShare()) { $0 + $1.share } }
  public var overdue: Int { agencies.reduce(0) { $0 + $1.overdue } }
  public var withoutAssignment: Int { agencies.reduce(0) { $0 + $1.withoutAssignment } }

  /// Of all agencies.
  public var groups: [GroupCompliance] {
    guard let grouping else { return [] }
    let parts = Dictionary(grouping: agencies.flatMap(\.groups), by: \.name)
    return grouping.ordered(parts.keys).map { name in
      let own = parts[name] ?? []
      return GroupCompliance(
        name: name, share: own.reduce(ComplianceShare()) { $0 + $1.share }, overdue: own.reduce(0) { $0 + $1.overdue })
    }
  }

  /// Of all agencies, by course.
  public var courses: [CourseCompliance] {
    Dictionary(grouping: agencies.flatMap(\.courses), by: \.course).map { course, parts in
      CourseCompliance(
        course: course, counts: parts.reduce(into: [:]) { $0.merge($1.counts) { $0 + $1 } })
    }.sorted { $0.course < $1.course }
  }
}
