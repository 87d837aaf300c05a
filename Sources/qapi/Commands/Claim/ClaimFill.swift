import ArgumentParser
import Budgets
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

struct ClaimFill: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Fill a claim from the ledger, by the day of payment (the agency).",
    discussion: """
      Adds up the payments of the quarter through the crosswalk (`qapi ledger account`, claim_line). An original or revised claim \
      gets all of it; a supplemental one what differs from the claim in force. Positions stay as they are. Accounts that go to no \
      line are named, and refused unless --partly.

      JSON: claim, quarter, payments, lines (line, title, was, amount), unmatched (account, line, amount), total, written.
      """)
  @Argument(help: "Id of the claim, or the beginning of it, or `latest`.")
  var id: String
  @Flag(help: "Leave out the accounts that go to no line.")
  var partly = false
  @Flag(help: "Say what would change, and change nothing.")
  var dryRun = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  private struct Filled {
    let claim: Claim
    let edition: [FormLine]
    let ledger: LedgerClaim
    let old: [ClaimLine]
    /// By code; zero where the ledger says nothing.
    let new: [String: Money]

    /// What changes, in the order of the edition.
    var changes: [(line: FormLine, was: Money, amount: Money)] {
      edition.compactMap { line in
        let was = old.first { $0.line == line.code }?.money ?? .zero
        let amount = new[line.code] ?? .zero
        return was == amount ? nil : (line, was, amount)
      }
    }
  }

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<ClaimNoun>.checkWrites(on: node)
    let person = dryRun ? nil : try writing.person(of: node)
    let filled: Filled
    if let person {
      filled = try writing.write(on: node, as: person, otherwise: "claim filled from the ledger") { db in
        let filled = try fill(node, db)
        try write(filled, node, db)
        return filled
      }
    } else {
      filled = try node.engine.queue.read { db in try fill(node, db) }
    }
    let total = try Money.sum(filled.new.values)
    let below = filled.claim.form == Claim.Form.supplemental.rawValue ? [] : filled.new.filter { $0.value < .zero }
    var notes = ["\(Layout.count(filled.ledger.payments, "payment")) of \(filled.claim.quarter)"]
    notes += filled.ledger.unmatched.map { "left out: \(LedgerWords.line($0))" }
    notes += below.map(\.key).sorted().map { "\($0) is below zero: it belongs into a supplemental claim" }
    notes.append(person == nil ? "nothing was changed: --dry-run" : node.nextExchange)
    return Report(
      lines: Layout.table(
        [["line", "was", "amount"]] + filled.changes.map { [$0.line.code, "\($0.was)", "\($0.amount)"] }
          + [["total", "", "\(total)"]], figures: [1, 2]),
      json: [
        "claim": .text(filled.claim.id), "quarter": .text(filled.claim.quarter),
        "payments": JSON(filled.ledger.payments),
        "lines": .list(
          filled.changes.map { change in
            .object([
              "line": .text(change.line.code), "title": .text(change.line.title), "was": .text("\(change.was)"),
              "amount": .text("\(change.amount)"),
            ])
          }), "unmatched": LedgerWords.json(filled.ledger.unmatched), "total": .text("\(total)"),
        "written": JSON(person != nil && !filled.changes.isEmpty),
      ],
      notes: notes)
  }

  private func fill(_ node: OpenNode, _ db: Database) throws -> Filled {
    let claim = try RecordWork<ClaimNoun>.findToWrite(id, agency: nil, on: node, in: db).entry
    try ClaimNoun.checkIsOpen(claim, node.member, in: db)
    let quarter = try FiscalRules.checkQuarter(claim.quarter)
    let editions = try FiscalStore.editions(in: db)
    let edition = editions.lines(of: .claim, edition: claim.edition)
    let ledger = try ClaimStore.ledger(of: quarter, agency: node.member, edition: edition, in: db)
    guard ledger.payments > 0 else {
      throw Failure.rule(
        "no-payments", "the ledger has no payment of \(quarter)", next: "import it: `qapi ledger import FILE.csv`")
    }
    guard partly || ledger.unmatched.isEmpty else {
      throw Failure.rule(
        "unmatched-accounts",
        "\(Layout.count(ledger.unmatched.count, "account goes", "accounts go")) to no line of the CS 356: \(LedgerWords.list(ledger.unmatched))",
        next: "say their claim_line with `qapi ledger account`, or leave them out with --partly")
    }
    var new = ledger.amounts
    if claim.form == Claim.Form.supplemental.rawValue {
      let inForce = try ClaimStore.claims(of: quarter, agency: node.member, in: db).amounts()
      for code in Set(new.keys).union(inForce.keys) {
        new[code] = try new[code, default: .zero].subtracting(inForce[code, default: .zero])
      }
    }
    return Filled(
      claim: claim, edition: edition, ledger: ledger,
      old: try ClaimStore.lines(of: claim, agency: node.member, editions, in: db), new: new)
  }

  private func write(_ filled: Filled, _ node: OpenNode, _ db: Database) throws {
    for change in filled.changes {
      let old = filled.old.first { $0.line == change.line.code }
      var line = old ?? ClaimLine()
      (line.claim, line.line, line.amount) = (filled.claim.id, change.line.code, Int(change.amount.cents))
      if line.amount == 0, line.positions == 0, line.note.isEmpty {
        try RecordStore.delete(line, agency: node.member, in: db)
      } else {
        try RecordStore.put(line, agency: node.member, in: db)
      }
    }
  }
}

/// Accounts of the ledger that go to no line of the claim, in words.
enum LedgerWords {
  static func list(_ unmatched: [LedgerClaim.Unmatched]) -> String {
    unmatched.map { line($0) }.joined(separator: "; ")
  }

  static func line(_ account: LedgerClaim.Unmatched) -> String {
    "\(Shown.line(account.account)) (\(account.amount)\(account.line.isEmpty ? "" : ", line \(Shown.line(account.line)) is none"))"
  }

  static func json(_ unmatched: [LedgerClaim.Unmatched]) -> JSON {
    .list(
      unmatched.map { account in
        .object([
          "account": .text(account.account), "line": .text(account.line), "amount": .text("\(account.amount)"),
        ])
      })
  }
}
