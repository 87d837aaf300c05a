public import Records
public import Training

/// The development plan of one person: required training, assessed needs, professional development, recognition (AS.5.3).
public enum DevelopmentPage {
  public struct Content: Hashable, Sendable {
    public var member: StaffMember
    /// nil before the first assignment.
    public var assignment: StaffAssignment?
    public var required: [TrainingCompliance]
    public var needs: [TrainingNeed]
    /// Levels of the Succession Plan, by course.
    public var successions: [String: String]
    /// Open ones and those that were reached.
    public var goals: [DevelopmentGoal]
    /// Professional development that was completed.
    public var completions: [Completion]
    public var recognitions: [Recognition]

    public init(
      member: StaffMember, assignment: StaffAssignment?, required: [TrainingCompliance], needs: [TrainingNeed],
      successions: [String: String], goals: [DevelopmentGoal], completions: [Completion], recognitions: [Recognition]
    ) {
      self.member = member
      self.assignment = assignment
      self.required = required
      self.needs = needs
      self.successions = successions
      self.goals = goals
      self.completions = completions
      self.recognitions = recognitions
    }

    public func goals(_ kind: DevelopmentGoal.Kind) -> [DevelopmentGoal] {
      goals.filter { $0.kind == kind.rawValue }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    }
  }

  /// - Parameter agency: shown name.
  public static func page(_ content: Content, agency: String, on day: Day) -> Page {
    var facts = [Page.Field("Staff code:", content.member.code)]
    if !content.member.name.isEmpty { facts.append(Page.Field("Name:", content.member.name)) }
    if let assignment = content.assignment {
      facts += [
        Page.Field("Level:", assignment.level), Page.Field("Job class:", assignment.jobClass),
        Page.Field("Unit:", assignment.unit),
      ].filter { !$0.value.isEmpty }
    }
    return Page(
      title: "Training and development plan", name: "Development plan, \(content.member.shown)",
      overline: ["Training (AS.5.3)"], subtitle: [agency],
      blocks: [
        .fields(facts),
        .section("Required training", [.table(required(content.required))]),
        .section(
          "Assessed needs",
          [.table(needs(content)), .table(goals(content.goals(.need), "What is planned for them", day))]),
        .section(
          "Professional development",
          [
            .table(goals(content.goals(.development), "Planned", day)), .table(completed(content.completions)),
          ]),
        .section("Recognition", [.table(recognitions(content.recognitions))]),
        .section("Agreed", [.room(lines: 2), .paragraph("Member of staff, supervisor, day")]),
      ],
      footer: [
        "On \(day). Required training is computed from the requirements of the day.",
        "Personnel record: for the agency and DCSS.",
      ])
  }

  private static func required(_ required: [TrainingCompliance]) -> Page.Table {
    Page.Table(
      caption: "What is required of this assignment", columns: ["Course", "State", "Due", "Last completed"],
      rows: required.map { entry in
        [
          .text(entry.requirement.course), .text(entry.state.rawValue),
          Page.Cell(stringLiteral: entry.knownDue.map { "\($0)" } ?? ""),
          Page.Cell(stringLiteral: entry.completion?.day ?? ""),
        ]
      }, hasRowHeaders: true, whenEmpty: "Nothing is required")
  }

  private static func needs(_ content: Content) -> Page.Table {
    Page.Table(
      caption: "Critical skills that are needed beyond what was assessed",
      columns: ["Skill", .figures("Needed"), .figures("Assessed"), "On", "Course", "Succession level"],
      rows: content.needs.map { need in
        [
          .text(need.skill.title.isEmpty ? need.skill.code : need.skill.title), .number("\(need.skill.needed)"),
          need.assessment.map { .number("\($0.rating)") } ?? .text("never"),
          Page.Cell(stringLiteral: need.assessment?.day ?? ""), Page.Cell(stringLiteral: need.skill.course),
          Page.Cell(stringLiteral: content.successions[need.skill.course] ?? ""),
        ]
      }, hasRowHeaders: true, whenEmpty: "No needs")
  }

  private static func goals(_ goals: [DevelopmentGoal], _ caption: String, _ day: Day) -> Page.Table {
    Page.Table(
      caption: caption, columns: ["What", "Course", "By", "Done on"],
      rows: goals.map { goal in
        let isLate = goal.done.isEmpty && (Day(goal.due).map { $0 < day } ?? false)
        return [
          .text(goal.title), Page.Cell(stringLiteral: goal.course),
          Page.Cell(stringLiteral: goal.due + (isLate ? " (late)" : "")), Page.Cell(stringLiteral: goal.done),
        ]
      }, hasRowHeaders: true, whenEmpty: "Nothing is planned")
  }

  private static func completed(_ completions: [Completion]) -> Page.Table {
    Page.Table(
      caption: "Completed", columns: ["Course", "On", .figures("Hours")],
      rows: completions.map { [.text($0.course), .text($0.day), .hours($0.hours)] }, hasRowHeaders: true,
      whenEmpty: "Nothing yet")
  }

  private static func recognitions(_ entries: [Recognition]) -> Page.Table {
    Page.Table(
      caption: "Recognized for", columns: ["What", "On", "Text"],
      rows: entries.sorted { ($0.day, $0.id) < ($1.day, $1.id) }.map {
        [.text($0.title), Page.Cell(stringLiteral: $0.day), Page.Cell(stringLiteral: $0.text)]
      }, hasRowHeaders: true, whenEmpty: "Nothing yet")
  }
}
