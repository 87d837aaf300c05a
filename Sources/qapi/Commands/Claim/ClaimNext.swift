import ArgumentParser
import Budgets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct ClaimNext: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Say which form a change of a quarter's claim takes: revised or supplemental.",
    discussion: """
      Holds the ledger, or the lines of the claim that --claim names, against the claims in force. A line item is a line of the form \
      with an amount that is not zero. Over half of the line items changed, and payment not scheduled: revised. Else: supplemental, \
      until nine months after the end of the quarter.

      JSON: agency, quarter, in_force (ids), form (original, revised, supplemental or null), line_items, revised, payment_scheduled, \
      due, supplemental_until, window_open, differences (line, amount), unmatched (account, line, amount).
      """)
  @Argument(help: "The quarter, like \"SFY 2024-25 Q1\".")
  var quarter: String
  @Option(help: "Id of a draft whose lines are the new figures, or the beginning of it; else the ledger.")
  var claim: String?
  @Option(help: "Code of the agency; the department must say it.")
  var agency: String?
  @Option(name: .customLong("on"), help: "As of this day, like 2024-10-12; else today.")
  var day: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let agency = try node.agencyToRead(agency)
    let quarter = try StateQuarter.argument(quarter)
    let today = try Day.argument(day)
    let (claims, new, ledger) = try node.engine.queue.read { db in
      let claims = try ClaimStore.claims(of: quarter, agency: agency, in: db)
      let editions = try FiscalStore.editions(in: db)
      let edition = editions.lines(
        of: .claim, edition: claims.whole?.claim.edition ?? editions.newest(of: .claim))
      let ledger = try ClaimStore.ledger(of: quarter, agency: agency, edition: edition, in: db)
      guard let claim else { return (claims, ledger.amounts, ledger) }
      let draft = try RecordWork<ClaimNoun>.find(claim, agency: agency, in: db).entry
      let lines = try ClaimStore.lines(of: draft, agency: agency, editions, in: db)
      return (claims, Dictionary(lines.map { ($0.line, $0.money) }) { first, _ in first }, ledger)
    }
    guard claim != nil || ledger.payments > 0 else {
      throw Failure.usage(
        "the ledger has no payment of \(quarter)", next: "import it, or name a draft with --claim ID")
    }
    let revision = try ClaimRevision(prior: claims.amounts(), new: new)
    let form =
      claims.whole == nil
      ? Claim.Form.original.rawValue : revision.form(paymentScheduled: claims.isPaymentScheduled)?.rawValue
    let until = quarter.supplementalUntil
    let isOpen = until.map { today <= $0 } ?? false
    var lines: [String] = []
    switch form {
    case Claim.Form.original.rawValue:
      lines = ["original: no claim of \(quarter) was handed in; due \(quarter.claimDue.map { "\($0)" } ?? "")"]
    case nil: lines = ["nothing: the claims in force say the same"]
    case let form?:
      lines = [
        "\(form): \(revision.revised) of \(Layout.count(revision.lineItems, "line item")) "
          + "\(revision.revised == 1 ? "changes" : "change"), \(revision.isOverHalf ? "over" : "not over") one half; payment is "
          + (claims.isPaymentScheduled ? "scheduled" : "not scheduled")
      ]
      if form == Claim.Form.supplemental.rawValue, let until {
        lines.append(isOpen ? "until \(until)" : "too late: the window closed on \(until)")
      }
    }
    if claims.whole != nil, form != nil {
      lines += [""] + Layout.table(revision.differences.map { [Shown.line($0.line), "\($0.amount)"] }, figures: [1])
    }
    return Report(
      lines: lines,
      json: [
        "agency": .text(agency), "quarter": .text("\(quarter)"), "in_force": JSON(claims.inForce.map(\.claim.id)),
        "form": JSON(form), "line_items": JSON(revision.lineItems), "revised": JSON(revision.revised),
        "payment_scheduled": JSON(claims.isPaymentScheduled), "due": JSON(quarter.claimDue.map { "\($0)" }),
        "supplemental_until": JSON(until.map { "\($0)" }), "window_open": JSON(isOpen),
        "differences": .list(
          revision.differences.map { .object(["line": .text($0.line), "amount": .text("\($0.amount)")]) }),
        "unmatched": LedgerWords.json(ledger.unmatched),
      ], notes: ledger.unmatched.map { "goes to no line: \(LedgerWords.line($0))" })
  }
}
