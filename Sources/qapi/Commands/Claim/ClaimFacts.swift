import Budgets
import GRDB
import Records
import Store

/// A claim as it counts: what was handed in where it waits or stands, else its lines as they are.
struct ClaimFacts {
  let agency: String
  let claim: Claim
  let standing: FiscalStanding
  /// The lines of the edition, in order.
  let edition: [FormLine]
  /// What the edition says of itself.
  let heading: String
  let lines: [ClaimLine]
  let total: Money

  init(_ claim: Claim, of agency: String, in db: Database) throws {
    self.agency = agency
    standing = try FiscalStore.standing(of: claim.id, agency: agency, in: db)
    let claim = ClaimStore.frozenClaim(claim.id, standing) ?? claim
    self.claim = claim
    let editions = try FiscalStore.editions(in: db)
    edition = editions.lines(of: .claim, edition: claim.edition)
    heading = editions.heading(of: .claim, edition: claim.edition)
    let draft = try ClaimStore.lines(of: claim, agency: agency, editions, in: db)
    lines = standing.isClosed ? standing.submissions.last.map(ClaimStore.frozenLines) ?? draft : draft
    total = try Money.sum(lines.map(\.money))
  }

  var state: String { standing.state().rawValue }

  /// nil for a claim that is no original one: those have no due day.
  var due: Day? {
    claim.form == Claim.Form.original.rawValue ? StateQuarter(claim.quarter)?.claimDue : nil
  }

  func title(of line: ClaimLine) -> String { edition.first { $0.code == line.line }?.title ?? "" }

  var members: [JSON.Member] {
    JSON.members([
      "state": .text(state), "due": JSON(due.map { "\($0)" }), "total": .text("\(total)"),
    ])
  }

  var table: [String] {
    Layout.table(
      [["line", "", "positions", "amount"]]
        + lines.map { line in
          [Shown.line(line.line), Shown.line(title(of: line), limit: 40)]
            + [line.positions == 0 ? "" : "\(FTE(hundredths: line.positions))", "\(line.money)"]
        } + [["total", "", "", "\(total)"]], figures: [2, 3])
  }

  var json: JSON {
    .list(
      lines.map { line in
        .object([
          "line": .text(line.line), "title": .text(title(of: line)), "amount": .text("\(line.money)"),
          "positions": .text("\(FTE(hundredths: line.positions))"),
        ])
      })
  }
}
