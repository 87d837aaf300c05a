import ArgumentParser
import Budgets
import GRDB
import Records
import Store

struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Administrative expense claims, CS 356, quarter by quarter (AS.2.6).",
    discussion: """
      A claim has what was paid in the quarter, by the day of payment. It is due the 15th calendar day after the quarter; a weekend \
      does not move it. What changes later takes the form of a revised claim (over half of the line items, payment not scheduled) \
      or of a supplemental one (until nine months after the quarter): `qapi claim next` says which.

      The layout is \(FormEditions.heading).
      """,
    subcommands: [
      RecordAdd<ClaimNoun>.self, RecordList<ClaimNoun>.self, RecordShow<ClaimNoun>.self, RecordEdit<ClaimNoun>.self,
      RecordRemove<ClaimNoun>.self, NaturalGroup<ClaimLineNoun>.self, ClaimFill.self, ClaimNext.self,
      ClaimCheck.self, ClaimSubmit.self, FiscalSubmissions<ClaimForm>.self, FiscalDecide<ClaimForm>.self,
      ClaimPageCommand.self, ClaimBreakdownCommand.self,
    ], defaultSubcommand: RecordList<ClaimNoun>.self)
}

enum ClaimForm: FiscalForm {
  static let forms: [FiscalSubmission.Form] = [.claim]
  static let command = "claim"
  static let title = "claim"

  /// A claim that counts nothing is returned, and neither accepted nor paid; that it was paid is recorded.
  static func check(
    _ result: FiscalDecision.Result, on submission: FiscalSubmission, of agency: String, in db: Database
  ) throws {
    guard [.accepted, .scheduled].contains(result), let quarter = StateQuarter(submission.period) else { return }
    let claims = try ClaimStore.claims(of: quarter, agency: agency, in: db)
    guard let gap = claims.gap(of: submission.subject), let whole = claims.whole else { return }
    let inForce = whole.standing.submissions.last
    throw Failure.rule(
      ClaimConflict.Rule.notInForce.rawValue,
      "this claim of \(quarter) counts nothing: \(gap.rawValue), handed in on \(Shown.line(inForce?.day ?? ""))",
      next: "return it with --result returned --comments \"...\"; in force is \(Shown.line(inForce?.id ?? ""))")
  }
}
