public import Records
public import Training

/// The training plan of an agency (AS.5.1 task 4).
public enum TrainingPlanPage {
  /// - Parameters:
  ///   - agency: shown name.
  ///   - year: "SFY 2024-25".
  ///   - day: as of which staff and requirements are counted.
  public static func page(_ plan: TrainingPlan, agency: String, year: String, of day: Day, today: Day) -> Page {
    let coordinators = plan.coordinators.map { $0.name.isEmpty ? $0.code : "\($0.name) (\($0.code))" }
    let lacking: [Page.Block] =
      plan.lacking.isEmpty
      ? [.note(Page.Note(.done, word: "Complete", "Each of the five parts is there"))]
      : [
        .note(Page.Note(.warning, word: "Open", "This plan lacks:")), .list(plan.lacking),
      ]
    return Page(
      title: "Training plan", name: "Training plan, \(year), \(agency)", overline: ["Training (AS.5.1)"],
      subtitle: [agency, year, "As of \(day)"],
      blocks: [.fields([Page.Field("Training Coordinator:", coordinators.joined(separator: ", "))])] + lacking + [
        .section("Required training", [.table(required(plan.required)), .table(needs(plan.needs))]),
        .section("Curricula", [.table(curricula(plan.curricula))]),
        .section("Schedule of sessions", [.table(schedule(plan.sessions))]),
        .section("Coverage", [.table(coverage(plan.sessions))]),
        .section("Certified trainers", [.table(trainers(plan.trainers))]),
        .section("Evaluation", EvaluationPage.blocks(plan.evaluations)),
      ],
      footer: [
        "Computed on \(today) from the records of the agency. Staff and requirements as of \(day), with the sessions of the year."
      ])
  }

  private static func required(_ required: [TrainingPlan.Required]) -> Page.Table {
    Page.Table(
      caption: "Required training, by course",
      columns: ["Course", .figures("Staff"), .figures("Overdue"), .figures("Falls due in the year")],
      rows: required.map {
        [.text($0.course), .number("\($0.people)"), .number("\($0.overdue)"), .number("\($0.falling)")]
      }, hasRowHeaders: true, whenEmpty: "Nothing is required")
  }

  private static func needs(_ needs: [SkillNeed]) -> Page.Table {
    Page.Table(
      caption: "Assessed needs, by level and job class",
      columns: ["Level", "Job class", "Skill", .figures("Staff"), .figures("Never assessed"), "Course"],
      rows: needs.map { need in
        [
          Page.Cell(stringLiteral: need.level), Page.Cell(stringLiteral: need.jobClass),
          .text(need.skill.title.isEmpty ? need.skill.code : need.skill.title), .number("\(need.people)"),
          .number("\(need.unassessed)"), Page.Cell(stringLiteral: need.skill.course),
        ]
      }, whenEmpty: "No needs")
  }

  private static func curricula(_ curricula: [TrainingPlan.Curriculum]) -> Page.Table {
    Page.Table(
      caption: "Curricula that are required, scheduled, or teach what is needed",
      columns: [
        "Course", "Title", "Curriculum", "Mode", .figures("Hours"), "Succession level", .figures("Sessions"),
      ],
      rows: curricula.map { entry in
        [
          .text(entry.course.code), Page.Cell(stringLiteral: entry.course.title),
          .text(entry.isSpecial ? "special" : "approved"), Page.Cell(stringLiteral: entry.course.mode),
          .hours(entry.course.hours), Page.Cell(stringLiteral: entry.course.succession), .number("\(entry.sessions)"),
        ]
      }, hasRowHeaders: true)
  }

  private static func schedule(_ sessions: [TrainingPlan.Scheduled]) -> Page.Table {
    Page.Table(
      caption: "Sessions of the year",
      columns: ["Day", "Time", "Course", "Place", "Trainer", .figures("Enrolled"), .figures("Seats"), "State"],
      rows: sessions.map { entry in
        let session = entry.session
        let trainer = session.trainer + (entry.isCertified == false ? " (not certified)" : "")
        return [
          .text(session.day), Page.Cell(stringLiteral: session.time), .text(session.course),
          Page.Cell(stringLiteral: session.place), Page.Cell(stringLiteral: trainer), .number("\(entry.enrolled)"),
          session.seats > 0 ? .number("\(session.seats)") : .empty, .text(session.state),
        ]
      }, whenEmpty: "No session is scheduled")
  }

  private static func coverage(_ sessions: [TrainingPlan.Scheduled]) -> Page.Table {
    Page.Table(
      caption: "How the work of those who attend is covered", columns: ["Day", "Course", "Coverage"],
      rows: sessions.map { entry in
        [
          .text(entry.session.day), .text(entry.session.course),
          .text(entry.session.coverage.isEmpty ? "not said" : entry.session.coverage),
        ]
      }, whenEmpty: "No session is scheduled")
  }

  private static func trainers(_ trainers: [TrainingPlan.Certified]) -> Page.Table {
    Page.Table(
      caption: "Certifications in force in the year", columns: ["Trainer", "Name", "Kind", "Courses", "From", "Until"],
      rows: trainers.map { entry in
        [
          .text(entry.code), Page.Cell(stringLiteral: entry.name), Page.Cell(stringLiteral: entry.kind),
          .text(entry.courses.isEmpty ? "all" : entry.courses), .text(entry.first),
          Page.Cell(stringLiteral: entry.last),
        ]
      }, hasRowHeaders: true, whenEmpty: "No trainer is certified")
  }
}
