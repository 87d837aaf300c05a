internal import Budgets
internal import GRDB
internal import Records

extension Findings {
  /// What two nodes did without each other to what was handed in of budgets, Budget Displays and claims:
  ///
  /// - `submission-without-record`: it waits or stands, and the record was removed.
  /// - `decision-out-of-order`: a decision that could not follow the one before it. See ``FiscalStanding/contradiction``. For
  ///   information once payment is made.
  static func submissions(in db: Database) throws -> [Finding] {
    try FiscalStore.standings(of: FiscalSubmission.Form.allCases, in: db).flatMap { agency, subject, standing in
      guard let last = standing.submissions.last, let form = FiscalSubmission.Form(rawValue: last.form) else {
        return [Finding]()
      }
      let (title, command) = names(form)
      let period = RecordText.shown(last.period, limit: 40)
      var found: [Finding] = []
      if standing.isClosed, try !isThere(subject, form, of: agency, in: db) {
        found.append(
          Finding(
            rule: "submission-without-record", weight: .attention, agency: agency,
            row: RowName(table: Schema.fiscalSubmission.name, key: [.text(agency), .text(last.id)]),
            message: "the \(title) of \(period) was removed after it was handed in; what was handed in counts",
            next: "put it back with `qapi undo`, or let the department return it: `qapi \(command) submissions`"))
      }
      if let decision = standing.contradiction {
        let state = standing.state()
        found.append(
          Finding(
            rule: "decision-out-of-order", weight: state == .paid ? .information : .attention, agency: agency,
            row: RowName(table: Schema.fiscalDecision.name, key: [.text(agency), .text(decision.id)]),
            message:
              "the \(title) of \(period): \(RecordText.shown(decision.result, limit: 40)) contradicts the decision "
              + "before it; it counts as \(state.rawValue)",
            next: "let the department settle it, and say the next decision: `qapi \(command) submissions`",
            doer: .department))
      }
      return found
    }
  }

  private static func names(_ form: FiscalSubmission.Form) -> (title: String, command: String) {
    switch form {
    case .proposed, .final: ("budget", "budget")
    case .display: ("Budget Display", "display")
    case .claim: ("claim", "claim")
    }
  }

  private static func isThere(
    _ id: String, _ form: FiscalSubmission.Form, of agency: String, in db: Database
  ) throws -> Bool {
    switch form {
    case .proposed, .final: try RecordStore.find(Budget(id: id), agency: agency, in: db) != nil
    case .display: try RecordStore.find(BudgetDisplay(id: id), agency: agency, in: db) != nil
    case .claim: try RecordStore.find(Claim(id: id), agency: agency, in: db) != nil
    }
  }
}
