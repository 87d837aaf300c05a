import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

struct BudgetPageCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "A budget as a page: three steps, schedules, assumptions, reduction options, reconciliation.",
    discussion: """
      --submission makes the page of the exact copy that was handed in, held against the letters in force now.

      JSON: agency, budget, year, total, file_format, file, text.
      """)
  @Argument(help: "Id of the budget, or the beginning of it, or `latest`.")
  var id = "latest"
  @Option(help: "Id of a submission, or the beginning of it, or `latest`: its copy, and not the budget as it stands.")
  var submission: String?
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var page: PageOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try page.check()
    try page.checkAsked()
  }

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let (owner, whole, standing, letters, handedIn) = try node.engine.queue.read { db in
      let (owner, whole, handedIn) = try chosen(in: db)
      return (
        owner, whole, try FiscalStore.standing(of: whole.budget.id, agency: owner, in: db),
        try BudgetStore.allocation(of: owner, year: whole.budget.year, in: db), handedIn
      )
    }
    let made = try BudgetPage.page(
      whole, agency: node.name(of: owner), letters: letters.allocation,
      allocated: letters.lines.compactMap(\.controlled),
      state: handedIn.map { "\($0.form), handed in on \($0.day) (no. \($0.number))" }
        ?? BudgetView.state(standing))
    return try page.report(
      made,
      members: JSON.members([
        "agency": .text(owner), "budget": .text(whole.budget.id), "year": .text(whole.budget.year),
        "total": .text("\(try whole.totals().all.proposed)"),
      ]))
  }

  private func chosen(in db: Database) throws -> (String, WholeBudget, FiscalSubmission?) {
    guard let submission else {
      let found = try RecordWork<BudgetNoun>.find(id, agency: agency, in: db)
      return (found.agency, try BudgetStore.whole(found.entry, of: found.agency, in: db), nil)
    }
    let found = try FiscalWork.find(
      submission, BudgetForm.forms, agency: agency, command: BudgetForm.command, in: db)
    guard let whole = WholeBudget(copy: found.submission.snapshot) else {
      throw Failure(
        .error, "the copy of this submission cannot be read (rule altered-copy)", next: "let the agency hand in again")
    }
    return (found.agency, whole, found.submission)
  }
}
