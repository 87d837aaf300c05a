public import Records

/// What stands against handing a claim in (AS.2.6 task 7).
public enum ClaimRules {
  public struct Problem: Hashable, Sendable {
    public let rule: Rule
    /// Code of the line that it is about; empty for the whole claim.
    public let line: String
    /// One line, without a period.
    public let words: String
    public let next: String
  }

  public enum Rule: String, CaseIterable, Hashable, Sendable {
    case quarterNotOver = "quarter-not-over"
    case noLines = "no-lines"
    case unknownLine = "unknown-line"
    case negativeAmount = "negative-amount"
    case originalExists = "original-exists"
    case priorNotInForce = "prior-not-in-force"
    case paymentScheduled = "payment-scheduled"
    case notOverHalf = "not-over-half"
    case overHalf = "over-half"
    case windowClosed = "window-closed"
    case edition = "unknown-edition"
  }

  /// - Parameters:
  ///   - lines: of the claim.
  ///   - edition: the lines of its edition of the form.
  ///   - others: the claims of the agency for the same quarter.
  ///   - day: on which it is handed in.
  public static func problems(
    of claim: Claim, lines: [ClaimLine], edition: [FormLine], others: QuarterClaims, on day: Day
  ) throws(MoneyOverflow) -> [Problem] {
    var problems: [Problem] = []
    func refuse(_ rule: Rule, _ words: String, _ next: String, line: String = "") {
      problems.append(Problem(rule: rule, line: line, words: words, next: next))
    }
    let quarter = others.quarter
    let last = quarter.lastDay
    if day <= last {
      refuse(
        .quarterNotOver, "\(quarter) ends on \(last), and is claimed when all of it is paid",
        "hand it in after that day")
    }
    if edition.isEmpty {
      refuse(.edition, "edition \(claim.edition) of the CS 356 is not known here", "see `qapi form list`")
    }
    let items = lines.filter { $0.amount != 0 }
    if items.isEmpty { refuse(.noLines, "no line has an amount", "enter its lines, or fill it from the ledger") }
    let codes = Set(edition.map(\.code))
    for line in lines where !codes.contains(line.line) && !edition.isEmpty {
      refuse(
        .unknownLine, "edition \(claim.edition) of the CS 356 has no such line", "take it out, or name another",
        line: line.line)
    }
    let form = Claim.Form(rawValue: claim.form)
    if form != .supplemental {
      for line in lines where line.amount < 0 {
        refuse(
          .negativeAmount, "only a supplemental claim has amounts below zero",
          "correct it, or claim it in a supplemental",
          line: line.line)
      }
    }
    let before = others.before(claim.id)
    guard form != .original else {
      if before.whole != nil {
        refuse(
          .originalExists, "a claim of \(quarter) was handed in before",
          "make a revised or a supplemental one: `qapi claim next`")
      }
      return problems
    }
    guard let whole = before.whole, claim.prior == whole.claim.id else {
      refuse(
        .priorNotInForce, "the claim that it follows is not the one in force for \(quarter)",
        "name that one in prior: `qapi claim list`")
      return problems
    }
    let old = try before.amounts()
    var new: [String: Money] = [:]
    for line in lines {
      new[line.line] = form == .revised ? line.money : try old[line.line, default: .zero].adding(line.money)
    }
    if form == .supplemental { new.merge(old) { changed, _ in changed } }
    let revision = try ClaimRevision(prior: old, new: new)
    let share = "\(revision.revised) of \(revision.lineItems) line items change"
    if form == .revised {
      if before.isPaymentScheduled {
        refuse(
          .paymentScheduled, "payment of the claim is scheduled, so that nothing replaces it any more",
          "make a supplemental claim")
      }
      if !revision.isOverHalf {
        refuse(.notOverHalf, "\(share), which is not over one half", "make a supplemental claim")
      }
    } else {
      if revision.isOverHalf, !before.isPaymentScheduled {
        refuse(
          .overHalf, "\(share), which is over one half, and payment is not scheduled", "make a revised claim")
      }
      if let until = quarter.supplementalUntil, day > until {
        refuse(
          .windowClosed, "supplemental claims of \(quarter) are filed until \(until), and this is \(day)",
          "it is too late for these costs; ask the department")
      }
    }
    return problems
  }
}
