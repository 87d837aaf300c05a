import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

/// Budgets as they are handed in.
enum BudgetForm: FiscalForm {
  static let forms: [FiscalSubmission.Form] = [.proposed, .final]
  static let command = "budget"
  static let title = "budget"

  static func frozen(_ subject: String, of agency: String, in db: Database) throws -> FrozenRecords? {
    try RecordStore.find(Budget(id: subject), agency: agency, in: db).map {
      try BudgetStore.whole($0, of: agency, in: db).frozen
    }
  }

  static func title(of subject: String, agency: String, in db: Database) throws -> String {
    try RecordStore.find(Budget(id: subject), agency: agency, in: db)?.title ?? ""
  }
}

struct BudgetSubmit: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Hand a budget in: an exact copy is kept (the agency).",
    discussion: """
      A proposed budget may be handed in at any time. --final is refused without a Final Allocation letter, and while \
      something is over, or money would have to move where it may not (AS.2.3 task 5). What is changed afterwards is a \
      finding, until it is handed in again.

      JSON: submission, form, number, period, total, undecided (how many changes of policy nobody decided upon).
      """)
  @Argument(help: "Id of the budget, or the beginning of it, or `latest`.")
  var id = "latest"
  @Flag(help: "As the final budget of its year.")
  var final = false
  @Option(help: "What the department shall know.")
  var note: String?
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open(unlocking: true)
    try node.checkIsAgency("budgets belong to the agencies", see: "qapi budget submissions")
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let note = try Entered.text(note ?? "", "--note")
    let conflicts = try node.engine.conflicts()
    let form: FiscalSubmission.Form = final ? .final : .proposed
    let (submission, whole) = try writing.write(on: node, as: person, otherwise: "\(form.rawValue) handed in") { db in
      let budget = try RecordWork<BudgetNoun>.findToWrite(id, agency: nil, on: node, in: db).entry
      let whole = try BudgetStore.whole(budget, of: node.member, in: db)
      guard !whole.lines.isEmpty else {
        throw Failure.rule(
          "nothing-planned", "the budget has no line items",
          next: "add them with `qapi budget line`, or `qapi budget table FILE --budget \(budget.id)`")
      }
      if final { try Self.checkFinal(whole, of: node.member, in: db) }
      return (
        try FiscalWork.submit(
          form, subject: budget.id, period: budget.year, frozen: whole.frozen, note: note, day: day, as: person,
          conflicts: conflicts,
          on: node, in: db), whole
      )
    }
    let total = try whole.totals().all.proposed
    let undecided = whole.undecided.count
    return Report(
      lines: ["\(form.rawValue) of \(Shown.line(whole.budget.year)), \(total), no. \(submission.number)"],
      json: [
        "submission": .text(submission.id), "form": .text(submission.form), "number": JSON(submission.number),
        "period": .text(submission.period), "total": .text("\(total)"), "undecided": JSON(undecided),
      ],
      notes: (undecided == 0
        ? [] : ["not decided yet: \(Layout.count(undecided, "change")) of policy; see `qapi budget change list`"])
        + [node.nextExchange])
  }

  /// - Throws: `Failure.rule` that names every breach, and what must change.
  private static func checkFinal(_ whole: WholeBudget, of agency: String, in db: Database) throws {
    guard !whole.lines.contains(where: { $0.control == nil }) else {
      throw Failure.rule(
        "unknown-control", "a line item stands under a sub-category of EDP that is not known here",
        next: "upgrade qapi, or correct it with `qapi budget line edit`")
    }
    if let (line, miscoding) = try BudgetStore.miscoded(whole.lines, in: db).first {
      throw Failure.rule(
        miscoding.rawValue, "line item '\(Shown.line(line.title, limit: 40))': \(miscoding.words)",
        next: "\(miscoding.next), with `qapi budget line edit \(PlanName.short(line.id))`")
    }
    let (reconciliation, allocation) = try BudgetStore.reconciliation(of: whole.budget, agency: agency, in: db)
    guard allocation.binds else {
      throw Failure.rule(
        "no-final-letter", "there is no Final Allocation of \(whole.budget.year), which a final budget lives within",
        next: "wait for the letter, run `qapi sync`, or hand in a proposed budget without --final")
    }
    guard reconciliation.isWithin else {
      throw Failure.rule(
        "not-reconciled",
        "the plan is not within the allocation: "
          + reconciliation.breaches.map { "\(ReconciliationPage.words($0)) (rule \($0.rule.rawValue))" }
          .joined(separator: "; "),
        next: "change it so, and see `qapi budget reconcile \(whole.budget.id)`")
    }
  }
}
