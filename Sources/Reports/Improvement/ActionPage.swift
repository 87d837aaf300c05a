public import Improvement
public import Records

/// A corrective action as a page, and the corrective actions of a state as one.
public enum ActionPage {
  /// - Parameters:
  ///   - agency: its name.
  ///   - today: what is open and was due before it is late.
  public static func page(_ whole: WholeAction, agency: String, today: Day) -> Page {
    let action = whole.action
    let late = Set(whole.overdueSteps(on: today).map(\.id))
    return Page(
      title: action.title.isEmpty ? "Corrective action" : action.title, overline: ["Corrective action"],
      subtitle: [agency],
      blocks: [
        .note(note(whole, today)),
        .fields(
          [
            ("Opened from", action.origin), ("Element", action.element), ("Measure", action.measure),
            ("Monitored by the department", action.required == 1 ? "yes, from a required review" : "no"),
            ("Opened", action.opened), ("Person responsible", action.person), ("Due", action.due),
            ("Outcome wanted", action.outcome), ("Outcome reached", action.reached), ("Reached on", action.reachedOn),
            ("Reassess by", action.reassessBy), ("Closed", action.closed), ("Closed by", action.closedBy),
            ("Closing words", action.closing),
          ].filter { !$0.1.isEmpty }.map { Page.Field($0.0, $0.1) }),
        .section("Problem", [.paragraph(action.problem)]),
        .section(
          "Root causes",
          [
            table(
              "Root causes", ["Root cause", "Evidence"], whole.causes.map { [$0.text, $0.evidence] },
              "No root cause is named")
          ]),
        .section(
          "Steps",
          [
            table(
              "Who does what by when", ["Step", "Person", "Begin", "Due", "Status", "Done", "Evidence"],
              whole.steps.map { step in
                [
                  step.text, step.person, step.begin, step.due,
                  late.contains(step.id) ? "\(step.status), overdue" : step.status,
                  step.done, step.evidence,
                ]
              }, "No step is named")
          ]),
        .section(
          "Progress",
          [
            table(
              "How it goes", ["Day", "Progress", "By whom"], whole.progress.map { [$0.day, $0.text, $0.person] },
              "Nothing is reported")
          ]),
        .section(
          "Reassessment",
          [
            table(
              "Whether the problem is gone", ["Day", "Result", "Words", "By whom"],
              whole.reassessments.map { [$0.day, $0.result, $0.text, $0.person] }, "Not reassessed")
          ]),
        .section(
          "Monitoring by the department",
          [
            table(
              "The department's looks at it", ["Day", "Verdict", "Words", "Analyst"],
              whole.monitoring.map { [$0.day, $0.verdict, $0.text, $0.analyst] }, "Not looked at")
          ]),
      ], footer: ["As of \(today)."])
  }

  /// - Parameter actions: with the name of the agency, in the order in which they are shown.
  public static func page(of actions: [(agency: String, action: WholeAction)], today: Day) -> Page {
    Page(
      title: "Corrective actions", subtitle: ["As of \(today)"],
      blocks: [
        table(
          "Corrective actions", ["Agency", "Corrective action", "State", "Due", "Steps overdue", "Monitored"],
          actions.map { agency, whole in
            [
              agency, whole.action.title,
              whole.isLate(on: today) ? "\(whole.state.rawValue), late" : whole.state.rawValue,
              whole.action.due, "\(whole.overdueSteps(on: today).count)",
              whole.action.required == 1 ? whole.monitoring.last.map { "\($0.day): \($0.verdict)" } ?? "not yet" : "no",
            ]
          }, "No corrective actions")
      ])
  }

  private static func note(_ whole: WholeAction, _ today: Day) -> Page.Note {
    let overdue = whole.overdueSteps(on: today).count
    if whole.isLate(on: today) || overdue > 0 {
      return Page.Note(.warning, word: "Late", "State: \(whole.state.rawValue). Steps overdue: \(overdue).")
    }
    return Page.Note(
      whole.state == .closed ? .done : .information, word: "State", whole.state.rawValue)
  }

  private static func table(
    _ caption: String, _ columns: [Page.Column], _ rows: [[String]], _ whenEmpty: String
  ) -> Page.Block {
    .table(
      Page.Table(
        caption: caption, columns: columns, rows: rows.map { Page.Row($0.map { $0.isEmpty ? .empty : .text($0) }) },
        whenEmpty: whenEmpty))
  }
}
