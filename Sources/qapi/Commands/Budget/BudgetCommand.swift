import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct BudgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget",
    abstract: "Budgets of a state fiscal year, built in three steps, against the allocation (AS.2.1, AS.2.4).",
    discussion: """
      A budget has line items; the amount of a line item is the sum of its changes: what it has in the current year, adjusted; \
      routine changes of cost and price; new items and policy.
      """,
    subcommands: [
      RecordAdd<BudgetNoun>.self, RecordList<BudgetNoun>.self, RecordShow<BudgetNoun>.self,
      RecordEdit<BudgetNoun>.self, RecordRemove<BudgetNoun>.self, BudgetTable.self,
      RecordGroup<BudgetLineNoun>.self, RecordGroup<BudgetChangeNoun>.self, RecordGroup<BudgetPositionNoun>.self,
      RecordGroup<BudgetEquipmentNoun>.self, RecordGroup<StaffingAssumptionNoun>.self,
      RecordGroup<ReductionOptionNoun>.self, BudgetDecide.self, BudgetReconcile.self, BudgetSubmit.self,
      FiscalSubmissions<BudgetForm>.self, FiscalCompare<BudgetForm>.self, BudgetPageCommand.self,
    ], defaultSubcommand: RecordList<BudgetNoun>.self)
}

struct BudgetDecide: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Approve, modify or deny a change of a line item (the agency).",
    discussion: "JSON: \(BudgetChangeNoun.jsonNames).")
  @Argument(help: "Id of the change, or the beginning of it, or `latest`.")
  var id: String
  @Option(help: "approved, modified or denied.")
  var result: String
  @Option(parsing: .unconditional, help: "With modified: the amount that counts, like 310.00 or -12.50.")
  var amount: String?
  @Option(name: .customLong("on"), help: "The day, like 2024-01-31; else today.")
  var day: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard BudgetChange.decisions.dropFirst().contains(result) else {
      throw ValidationError("--result is approved, modified or denied.")
    }
    guard (result == "modified") == (amount != nil) else {
      throw ValidationError("--amount goes with --result modified, and must be said there.")
    }
  }

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<BudgetChangeNoun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let day = try Day.argument(day)
    let decided = try amount.map { try Entered.amount($0, "--amount") }
    let change = try writing.write(on: node, as: person, otherwise: "decision on a change of the budget") { db in
      let old = try RecordWork<BudgetChangeNoun>.findToWrite(id, agency: nil, on: node, in: db).entry
      var change = old
      (change.decision, change.decided) = (result, decided ?? 0)
      (change.day, change.person) = ("\(day)", person.name)
      try RecordStore.update(change, from: old, agency: node.member, in: db)
      return change
    }
    return Report(
      lines: ["change \(change.id) \(change.decision), it counts \(change.counted)"], notes: [node.nextExchange],
      members: BudgetChangeNoun.members(of: change, agency: node.member))
  }
}
