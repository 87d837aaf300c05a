import Records

/// How many of some people have nothing overdue (AS.5.2).
public struct ComplianceShare: Hashable, Sendable {
  public var people = 0
  public var inOrder = 0

  public init(people: Int = 0, inOrder: Int = 0) {
    self.people = people
    self.inOrder = inOrder
  }

  init(of people: [StaffCompliance]) {
    self.init(people: people.count, inOrder: people.count { $0.lacking.isEmpty })
  }

  /// Two decimals, rounded half up: "66.67". nil of nobody.
  public var percent: String? { ExactFigure(Int64(inOrder) * 100, over: Int64(people))?.rounded(to: 2) }

  public static func + (left: ComplianceShare, right: ComplianceShare) -> ComplianceShare {
    ComplianceShare(people: left.people + right.people, inOrder: left.inOrder + right.inOrder)
  }
}

/// By what the state of an agency is taken apart.
public enum ComplianceGrouping: String, CaseIterable, Hashable, Sendable {
  case unit, level
  case jobClass = "class"
  case supervisor

  public func name(of assignment: StaffAssignment) -> String {
    switch self {
    case .unit: assignment.unit
    case .level: assignment.level
    case .jobClass: assignment.jobClass
    case .supervisor: assignment.supervisor
    }
  }

  /// Names by name; levels in their order.
  public func ordered(_ names: some Sequence<String>) -> [String] {
    let order = self == .level ? StaffLevel.words : []
    func place(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }
    return names.sorted { (place($0), $0) < (place($1), $1) }
  }
}

/// The state of one course: of how many people it is required, and where they stand.
public struct CourseCompliance: Hashable, Sendable {
  public let course: String
  public let counts: [TrainingCompliance.State: Int]

  public init(course: String, counts: [TrainingCompliance.State: Int]) {
    self.course = course
    self.counts = counts
  }

  public func count(_ state: TrainingCompliance.State) -> Int { counts[state] ?? 0 }
  public var required: Int { counts.values.reduce(0, +) }
  public var share: ComplianceShare { ComplianceShare(people: required, inOrder: required - count(.overdue)) }
}

/// Who has the training that is required, of some staff on one day.
public struct ComplianceReport: Hashable, Sendable {
  /// By code.
  public let people: [StaffCompliance]

  public init(_ people: [StaffCompliance]) { self.people = people }

  public struct Group: Hashable, Sendable {
    /// Empty for those of whom nothing is said.
    public let name: String
    /// The name, with that of a supervisor who is looked at too: "E001, Ana Alder".
    public let title: String
    public let people: [StaffCompliance]
    public var share: ComplianceShare { ComplianceShare(of: people) }
  }

  public var share: ComplianceShare { ComplianceShare(of: people) }

  /// By name; levels in their order.
  public func groups(by grouping: ComplianceGrouping) -> [Group] {
    let groups = Dictionary(grouping: people) { grouping.name(of: $0.assignment) }
    let named = grouping == .supervisor ? people.filter { !$0.member.name.isEmpty } : []
    let names = Dictionary(named.map { ($0.member.code, $0.member.name) }) { first, _ in first }
    return grouping.ordered(groups.keys).map { name in
      Group(name: name, title: names[name].map { "\(name), \($0)" } ?? name, people: groups[name] ?? [])
    }
  }

  /// By course.
  public var courses: [CourseCompliance] {
    var counts: [String: [TrainingCompliance.State: Int]] = [:]
    for entry in people.lazy.flatMap(\.courses) {
      counts[entry.requirement.course, default: [:]][entry.state, default: 0] += 1
    }
    return counts.keys.sorted().map { CourseCompliance(course: $0, counts: counts[$0] ?? [:]) }
  }

  /// Only what is required of one course, and of whom it is required.
  public func only(course: String) -> ComplianceReport {
    ComplianceReport(
      people.compactMap { person in
        let own = person.courses.filter { $0.requirement.course == course }
        return own.isEmpty
          ? nil : StaffCompliance(member: person.member, assignment: person.assignment, courses: own)
      })
  }
}
