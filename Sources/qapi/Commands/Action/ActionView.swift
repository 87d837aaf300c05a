import Improvement
import Plans
import Records

/// A corrective action in words and as JSON.
struct ActionView {
  let whole: WholeAction
  let today: Day

  init(_ whole: WholeAction, today: Day) {
    self.whole = whole
    self.today = today
  }

  var isLate: Bool { whole.isLate(on: today) }
  private var overdue: Set<String> { Set(whole.overdueSteps(on: today).map(\.id)) }

  /// `in progress, late, 2 steps overdue`.
  var standing: String {
    let overdue = overdue.count
    return
      ([whole.state.rawValue] + (isLate ? ["late"] : [])
      + (overdue > 0 ? ["\(Layout.count(overdue, "step")) overdue"] : [])).joined(separator: ", ")
  }

  var lines: [String] {
    var lines = ["", "state: \(standing)"]
    func list(_ heading: String, _ rows: [[String]]) {
      guard !rows.isEmpty else { return }
      lines += ["", heading]
      for row in rows {
        let line = row.filter { !$0.isEmpty }.map { Shown.line($0) }.joined(separator: ", ")
        lines += Layout.wrapped(line, margin: "  ", hanging: "    ")
      }
    }
    let late = overdue
    list("root causes:", whole.causes.map { [$0.text, $0.evidence.isEmpty ? "" : "shown by: \($0.evidence)"] })
    list(
      "steps:",
      zip(PlanName.unique(whole.steps.map(\.id)), whole.steps).map { id, step in
        [
          "\(id)  \(step.text)", step.person, step.due.isEmpty ? "" : "due \(step.due)", step.status,
          step.done.isEmpty ? "" : "done \(step.done)", late.contains(step.id) ? "overdue" : "",
        ]
      })
    list("progress:", whole.progress.map { ["\($0.day)  \($0.text)", $0.person] })
    list("reassessments:", whole.reassessments.map { ["\($0.day)  \($0.result)", $0.text, $0.person] })
    list("monitoring by the department:", whole.monitoring.map { ["\($0.day)  \($0.verdict)", $0.text, $0.analyst] })
    return lines
  }

  var members: [JSON.Member] {
    func list<Record: TypedRecord>(_ key: String, _ records: [Record]) -> JSON.Member {
      .init(key: key, value: .list(records.map { .object(JSON.members(of: $0)) }))
    }
    return [
      .init(key: "state", value: .text(whole.state.rawValue)), .init(key: "late", value: .boolean(isLate)),
      .init(key: "overdue_steps", value: JSON(whole.overdueSteps(on: today).map(\.id))),
      list("causes", whole.causes), list("steps", whole.steps), list("progress", whole.progress),
      list("reassessments", whole.reassessments), list("monitoring", whole.monitoring),
    ]
  }
}
