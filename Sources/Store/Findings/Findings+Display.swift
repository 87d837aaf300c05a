internal import Budgets
internal import GRDB
internal import Records

extension Findings {
  /// What was handed in of budgets and Budget Displays, and the lines and functions under which is reported:
  ///
  /// - `altered-copy`: a submission whose copy is not what its digest says, or is no copy. Of claims too.
  /// - `changed-after-final`: a budget that is not what was handed in as final: a final one is due, or the change is not meant.
  /// - `display-changed`: a Budget Display that waits or was accepted, and is not what was handed in: an edit of another node
  ///   came with a merge.
  /// - `unknown-edition`, `unknown-line`, `unknown-function`: what a Budget Display says under what the form does not have.
  /// - `program-and-function`: a targeted program under another function, or targeted programs of no program.
  static func displays(in db: Database, sha256: (String) -> String) throws -> [Finding] {
    let editions = try FiscalStore.editions(in: db)
    return try altered(in: db, sha256: sha256) + budgetsAfterFinal(in: db)
      + RecordStore.all(BudgetDisplay.self, in: db).flatMap { agency, display in
        let whole = try DisplayStore.whole(display, of: agency, in: db)
        return try changed(whole, agency, editions, in: db) + unknown(whole, agency)
      }
  }

  private static func altered(in db: Database, sha256: (String) -> String) throws -> [Finding] {
    try FiscalStore.submissions(in: db).filter { _, record in
      FrozenRecords(text: record.snapshot) == nil || sha256(record.snapshot) != record.digest
    }.map { agency, record in
      Finding(
        rule: "altered-copy", weight: .attention, agency: agency,
        row: RowName(table: Schema.fiscalSubmission.name, key: [.text(agency), .text(record.id)]),
        message: "the copy of what was handed in is not what its digest says, or is no copy",
        next: "do not use it, and let the agency hand in again")
    }
  }

  private static func budgetsAfterFinal(in db: Database) throws -> [Finding] {
    let submissions = try FiscalStore.standings(of: [.proposed, .final], in: db)
    return try RecordStore.all(Budget.self, in: db).compactMap { agency, budget in
      let own = submissions.first { $0.agency == agency && $0.subject == budget.id }?.standing.submissions ?? []
      guard let final = own.last(where: { $0.form == FiscalSubmission.Form.final.rawValue }),
        let copy = WholeBudget(copy: final.snapshot),
        try BudgetStore.whole(budget, of: agency, in: db).settled.frozen != copy.settled.frozen
      else { return nil }
      return Finding(
        rule: "changed-after-final", weight: .attention, agency: agency,
        row: RowName(table: Schema.budget.name, key: [.text(agency), .text(budget.id)]),
        message: "the budget is not what was handed in as final on \(RecordText.shown(final.day))",
        next: "see what changed with `qapi budget compare \(final.id)`, and hand it in again with "
          + "`qapi budget submit \(budget.id) --final`, or take it back")
    }
  }

  private static func changed(
    _ whole: WholeDisplay, _ agency: String, _ editions: FormEditions, in db: Database
  ) throws -> [Finding] {
    let standing = try FiscalStore.standing(of: whole.display.id, agency: agency, in: db)
    guard standing.isClosed, let last = standing.submissions.last,
      let copy = WholeDisplay(copy: last.snapshot, editions: editions), copy.frozen != whole.frozen
    else { return [] }
    return [
      Finding(
        rule: "display-changed", weight: .attention, agency: agency,
        row: RowName(table: Schema.budgetDisplay.name, key: [.text(agency), .text(whole.display.id)]),
        message: "the Budget Display is not what was handed in on \(RecordText.shown(last.day))",
        next:
          "see what changed with `qapi display compare \(last.id)`, and hand it in again with "
          + "`qapi display submit \(whole.display.id)`, or take it back")
    ]
  }

  private static func unknown(_ whole: WholeDisplay, _ agency: String) -> [Finding] {
    func finding(_ rule: String, _ table: SyncedTable, _ key: [FieldValue], _ message: String, _ next: String)
      -> Finding
    {
      Finding(
        rule: rule, weight: .attention, agency: agency,
        row: RowName(table: table.name, key: [.text(agency)] + key), message: message, next: next)
    }
    guard !whole.lines.isEmpty else {
      return [
        finding(
          "unknown-edition", Schema.budgetDisplay, [.text(whole.display.id)],
          "the edition of the form is not known here", "run `qapi sync`, or name another with `qapi display edit`")
      ]
    }
    let lines = whole.costsOfNoLine.map { cost in
      finding(
        "unknown-line", Schema.displayCost, cost.keyValues, "the edition of the form has no such line",
        "move it to another line: `qapi form show \"CS 921\"`")
    }
    return lines
      + whole.staffing.compactMap { row in
        guard let function = StaffFunction(rawValue: row.function) else {
          return finding(
            "unknown-function", Schema.displayStaffing, row.keyValues, "the function is not known here",
            "upgrade qapi, or report it under another function")
        }
        guard (function == .targeted) == row.program.isEmpty else { return nil }
        return finding(
          "program-and-function", Schema.displayStaffing, row.keyValues,
          "a targeted program stands under another function, or none under targeted programs",
          "correct it with `qapi display staffing`")
      }
  }
}
