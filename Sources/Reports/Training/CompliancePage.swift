public import Records
public import Training

/// Who has the training that is required (AS.5.2): an agency with names, many agencies in counts.
public enum CompliancePage {
  /// - Parameters:
  ///   - agency: shown name.
  ///   - titles: of the courses.
  ///   - grouping: by what it is taken apart, lists too; nil for shares by unit, level and class, and one list.
  ///   - unassigned: how many are staff without an assignment.
  public static func page(
    _ report: ComplianceReport, agency: String, titles: CourseTitles, on day: Day, by grouping: ComplianceGrouping?,
    unassigned: Int
  ) -> Page {
    var blocks: [Page.Block] = [note(report.share)]
    if unassigned > 0 {
      blocks.append(
        .note(
          Page.Note(
            .warning, word: "Not counted",
            "Staff without an assignment, of whom nobody knows what is required: \(unassigned)"
          )))
    }
    let groupings = grouping.map { [$0] } ?? [.unit, .level, .jobClass]
    let shares = groupings.map { Page.Block.table(share(report.groups(by: $0), $0)) }
    blocks.append(.section("Share in order", shares))
    blocks.append(
      .section("By course", [.table(courses(report.courses, titles, caption: "What is required, and where it stands"))])
    )
    let lists =
      grouping.map { grouping in
        report.groups(by: grouping).map { group in
          Page.Block.section(
            "\(title(grouping)): \(shown(group.title))", [note(group.share), .table(lacking(group.people, titles))])
        }
      } ?? [.table(lacking(report.people, titles))]
    blocks.append(.section("Lacking", lists))
    return Page(
      title: "Required training", overline: ["Training (AS.5.2)"], subtitle: [agency, "On \(day)"], blocks: blocks,
      footer: [
        "In order: nothing is overdue. Days of leave do not count, and a waiver rests a requirement.",
        "Personnel record: for the agency and DCSS.",
      ])
  }

  /// - Parameters:
  ///   - names: of the agencies, by their codes.
  ///   - titles: of the courses.
  public static func statewide(
    _ state: StatewideCompliance, names: [String: String], titles: CourseTitles, on day: Day
  ) -> Page {
    let total = Page.Row(
      [.text("Total")] + cells(state.share) + [.number("\(state.overdue)"), .number("\(state.withoutAssignment)")],
      isTotal: true)
    let agencies = Page.Table(
      caption: "By agency",
      columns: [
        "Agency", .figures("Staff"), .figures("In order"), .figures("Percent"), .figures("Overdue"),
        .figures("Without assignment"),
      ],
      rows: state.agencies.map { entry in
        Page.Row(
          [.text(names[entry.agency] ?? entry.agency)] + cells(entry.share)
            + [.number("\(entry.overdue)"), .number("\(entry.withoutAssignment)")])
      } + (state.agencies.count > 1 ? [total] : []), hasRowHeaders: true,
      footnote: "Overdue counts each person and course. Staff without an assignment are not counted.")
    var blocks: [Page.Block] = [note(state.share), .section("Agencies", [.table(agencies)] + chart(state, names))]
    blocks.append(
      .section("Courses", [.table(courses(state.courses, titles, caption: "Of everybody of whom it is required"))]))
    if let grouping = state.grouping {
      blocks.append(.section("By \(title(grouping).lowercased())", [.table(groups(state, grouping, names))]))
    }
    if state.agencies.count > 1 { blocks.append(.section("Overdue", [.table(overdue(state, names))])) }
    return Page(
      title: "Required training, by agency", overline: ["Statewide training program (AS.5.2)"],
      subtitle: [
        state.agencies.count == 1 ? names[state.agencies[0].agency] ?? "" : "\(state.agencies.count) agencies",
        "On \(day)",
      ],
      blocks: blocks, footer: ["On \(day). Counts of staff; no name stands here."])
  }

  private static func note(_ share: ComplianceShare) -> Page.Block {
    guard let percent = share.percent else {
      return .note(Page.Note(.information, word: "Nobody", "No staff on this day"))
    }
    let isWell = share.inOrder == share.people
    return .note(
      Page.Note(
        isWell ? .done : .warning, word: isWell ? "In order" : "Overdue",
        isWell
          ? "all of \(share.people)"
          : "\(share.people - share.inOrder) of \(share.people) lack something; \(percent) percent have nothing overdue"
      ))
  }

  private static func title(_ grouping: ComplianceGrouping) -> String {
    grouping == .jobClass ? "Job class" : grouping.rawValue.capitalizingFirst
  }

  private static func shown(_ name: String) -> String { name.isEmpty ? "not said" : name }

  private static func cells(_ share: ComplianceShare) -> [Page.Cell] {
    [.number("\(share.people)"), .number("\(share.inOrder)"), share.percent.map { .number($0) } ?? .text("–")]
  }

  private static func share(_ groups: [ComplianceReport.Group], _ grouping: ComplianceGrouping) -> Page.Table {
    Page.Table(
      caption: "By \(title(grouping).lowercased())",
      columns: [
        Page.Column(title(grouping)), .figures("Staff"), .figures("In order"), .figures("Percent"),
      ],
      rows: groups.map { Page.Row([.text(shown($0.title))] + cells($0.share)) }, hasRowHeaders: true)
  }

  private static func courses(_ courses: [CourseCompliance], _ titles: CourseTitles, caption: String) -> Page.Table {
    Page.Table(
      caption: caption,
      columns: [
        "Course", "Title", .figures("Required"), .figures("Done"), .figures("Open"), .figures("Overdue"),
        .figures("Waived"),
        .figures("On leave"), .figures("Percent"),
      ],
      rows: courses.map { course in
        let states: [TrainingCompliance.State] = [.done, .open, .overdue, .waived, .onLeave]
        return Page.Row(
          [
            .text(course.course), Page.Cell(stringLiteral: titles.title(of: course.course)),
            .number("\(course.required)"),
          ] + states.map { .number("\(course.count($0))") }
            + [course.share.percent.map { .number($0) } ?? .text("–")])
      }, hasRowHeaders: true, footnote: "Percent: of those of whom it is required, who are not overdue.")
  }

  private static func lacking(_ people: [StaffCompliance], _ titles: CourseTitles) -> Page.Table {
    Page.Table(
      caption: "Who lacks what, since when",
      columns: ["Staff", "Name", "Unit", "Course", "Lacking since", "Last completed"],
      rows: people.flatMap { person in
        person.lacking.map { entry in
          [
            .text(person.member.code), Page.Cell(stringLiteral: person.member.name),
            Page.Cell(stringLiteral: person.assignment.unit), .text(titles.named(entry.requirement.course)),
            Page.Cell(stringLiteral: entry.overdueSince.map { "\($0)" } ?? ""),
            .text(entry.completion?.day ?? "never"),
          ]
        }
      }, hasRowHeaders: true, whenEmpty: "Nothing is overdue")
  }

  private static func groups(
    _ state: StatewideCompliance, _ grouping: ComplianceGrouping, _ names: [String: String]
  ) -> Page.Table {
    func row(_ agency: String, _ group: GroupCompliance, isTotal: Bool = false) -> Page.Row {
      Page.Row(
        [.text(agency), .text(shown(group.name))] + cells(group.share) + [.number("\(group.overdue)")], isTotal: isTotal
      )
    }
    return Page.Table(
      caption: "By agency and \(title(grouping).lowercased())",
      columns: [
        "Agency", Page.Column(title(grouping)), .figures("Staff"), .figures("In order"), .figures("Percent"),
        .figures("Overdue"),
      ],
      rows: state.agencies.flatMap { entry in entry.groups.map { row(names[entry.agency] ?? entry.agency, $0) } }
        + (state.agencies.count > 1 ? state.groups.map { row("Total", $0, isTotal: true) } : []), hasRowHeaders: true)
  }

  private static func overdue(_ state: StatewideCompliance, _ names: [String: String]) -> Page.Table {
    let courses = state.courses.filter { $0.count(.overdue) > 0 }.map(\.course)
    return Page.Table(
      caption: "Overdue by agency and course", columns: ["Agency"] + courses.map { .figures($0) },
      rows: state.agencies.filter { $0.overdue > 0 }.map { entry in
        let counts = Dictionary(entry.courses.map { ($0.course, $0.count(.overdue)) }) { first, _ in first }
        return Page.Row(
          [.text(names[entry.agency] ?? entry.agency)] + courses.map { .number("\(counts[$0] ?? 0)") })
      }, hasRowHeaders: true, whenEmpty: "Nothing is overdue")
  }

  private static func chart(_ state: StatewideCompliance, _ names: [String: String]) -> [Page.Block] {
    // Of nothing but zeros there is nothing to draw.
    guard state.agencies.count > 1, state.agencies.contains(where: { $0.share.inOrder > 0 }) else { return [] }
    return [
      .chart(
        Page.Chart(
          .bars, title: "Staff with nothing overdue, in percent", categoryHeader: "Agency",
          categories: state.agencies.map { names[$0.agency] ?? $0.agency },
          series: [
            Page.Chart.Series(
              "In order",
              state.agencies.map { entry in
                entry.share.percent.map { percent in
                  Page.Chart.Figure(entry.share.inOrder * 100, over: entry.share.people, shown: "\(percent) percent")
                }
              })
          ], scale: Page.Chart.Scale(suffix: " %")))
    ]
  }
}
