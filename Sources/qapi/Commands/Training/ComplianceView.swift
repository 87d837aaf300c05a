import Records
import Reports
import Training

/// Compliance in words, as a table, and for programs.
struct ComplianceView {
  let report: ComplianceReport
  let agency: String
  let name: String
  let titles: CourseTitles
  let day: Day
  let grouping: ComplianceGrouping?
  /// Codes of staff without an assignment.
  let unassigned: [String]

  private var groups: [ComplianceReport.Group] { grouping.map { report.groups(by: $0) } ?? [] }

  var lines: [String] {
    var lines = [Terminal.strong("\(Shown.line(name)), \(day)"), Self.words(report.share)]
    if !unassigned.isEmpty {
      lines += Layout.wrapped(
        "without an assignment, so that nobody knows what is required: \(unassigned.count) "
          + "(\(Shown.line(unassigned.prefix(5).joined(separator: ", ")))\(unassigned.count > 5 ? ", ..." : ""))")
    }
    if let grouping, !groups.isEmpty {
      lines += [""]
      lines += Layout.table(
        [[grouping.rawValue, "people", "in order", "percent"]]
          + groups.map { [Self.shown($0.title)] + Self.cells($0.share) }, figures: [1, 2, 3])
    }
    if !report.courses.isEmpty {
      lines += [""]
      lines += Layout.table(
        [["course", "required", "done", "open", "overdue", "waived", "on leave", "percent", "title"]]
          + report.courses.map { course in
            [Shown.line(course.course), "\(course.required)"] + Self.states.map { "\(course.count($0))" }
              + [course.share.percent ?? "", Shown.line(titles.title(of: course.course))]
          }, cuttingLast: true, figures: [1, 2, 3, 4, 5, 6, 7])
    }
    return lines + (report.share.inOrder == report.share.people ? [] : [""] + lacking)
  }

  /// Who lacks what; group by group, where it is taken apart.
  var lacking: [String] {
    guard grouping != nil else { return Self.lacking(report.people) }
    let late = groups.filter { $0.share.inOrder < $0.share.people }
    guard !late.isEmpty else { return ["nothing is overdue"] }
    return late.enumerated().flatMap { place, group in
      (place == 0 ? [] : [""])
        + [Terminal.strong("\(Self.shown(group.title)): \(Self.words(group.share))")] + Self.lacking(group.people)
    }
  }

  private static func lacking(_ people: [StaffCompliance]) -> [String] {
    let rows = people.flatMap { person in
      person.lacking.enumerated().map { place, entry in
        [
          place == 0 ? Shown.line(person.member.code) : "", Shown.line(entry.requirement.course),
          entry.overdueSince.map { "\($0)" } ?? "", entry.completion.map { Shown.line($0.day) } ?? "never",
          place == 0 ? Shown.line(person.member.name) : "",
        ]
      }
    }
    return rows.isEmpty
      ? ["nothing is overdue"]
      : Layout.table([["staff", "course", "lacking since", "completed", "name"]] + rows, cuttingLast: true)
  }

  static let states: [TrainingCompliance.State] = [.done, .open, .overdue, .waived, .onLeave]

  private static func shown(_ name: String) -> String { name.isEmpty ? "(not said)" : Shown.line(name) }

  private static func cells(_ share: ComplianceShare) -> [String] {
    ["\(share.people)", "\(share.inOrder)", share.percent ?? ""]
  }

  static func words(_ share: ComplianceShare) -> String {
    guard let percent = share.percent else { return "nobody of whom anything is known" }
    return "\(share.inOrder) of \(share.people) have nothing overdue: \(percent) percent"
  }

  /// A row for each person and course; group by group, where it is taken apart.
  func table(onlyLacking: Bool) -> CSVTable {
    let people = grouping == nil ? report.people : groups.flatMap(\.people)
    return CSVTable(
      columns: Self.columns,
      rows: people.flatMap { person in
        (onlyLacking ? person.lacking : person.courses).map { Self.row(person, $0) }
      })
  }

  static let columns = [
    "staff", "name", "unit", "level", "job_class", "supervisor", "course", "requirement", "state", "due", "completed",
  ]

  /// A person and a course, in the order of ``columns``.
  static func row(_ person: StaffCompliance, _ entry: TrainingCompliance) -> [String] {
    let assignment = person.assignment
    return [
      person.member.code, person.member.name, assignment.unit, assignment.level, assignment.jobClass,
      assignment.supervisor, entry.requirement.course, entry.requirement.id, entry.state.rawValue,
      entry.knownDue.map { "\($0)" } ?? "", entry.completion?.day ?? "",
    ]
  }

  var members: [JSON.Member] {
    JSON.members(["on": .text("\(day)"), "agency": .text(agency)]) + Self.members(report.share)
      + JSON.members([
        "without_assignment": JSON(unassigned), "by": JSON(grouping?.rawValue),
        "groups": .list(
          groups.map { .object([JSON.Member(key: "name", value: .text($0.name))] + Self.members($0.share)) }),
        "courses": .list(report.courses.map { .object(Self.members($0)) }),
        "lacking": .list(
          report.people.flatMap { person in
            person.lacking.map { entry in
              .object([
                "staff": .text(person.member.code), "name": .text(person.member.name),
                "unit": .text(person.assignment.unit), "level": .text(person.assignment.level),
                "job_class": .text(person.assignment.jobClass), "supervisor": .text(person.assignment.supervisor),
                "course": .text(entry.requirement.course), "requirement": .text(entry.requirement.id),
                "since": JSON(entry.overdueSince.map { "\($0)" }), "due": JSON(entry.due.map { "\($0)" }),
                "completed": JSON(entry.completion?.day),
              ])
            }
          }),
      ])
  }

  static func members(_ share: ComplianceShare) -> [JSON.Member] {
    JSON.members(["people": JSON(share.people), "in_order": JSON(share.inOrder), "percent": JSON(share.percent)])
  }

  static func members(_ course: CourseCompliance) -> [JSON.Member] {
    JSON.members(["course": .text(course.course), "required": JSON(course.required)])
      + states.map { state in
        JSON.Member(key: state.rawValue.replacing(" ", with: "_"), value: JSON(course.count(state)))
      } + [JSON.Member(key: "percent", value: JSON(course.share.percent))]
  }
}
