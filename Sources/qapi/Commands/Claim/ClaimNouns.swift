import Budgets
import GRDB
import Records
import Store

/// Claims, written by the agency.
enum ClaimNoun: RecordNoun {
  typealias Entry = Claim
  static let command = "claim"
  static let beginning = "new"
  static let columns = ["quarter", "form", "note"]
  static let required = ["quarter"]
  static let standingNames = "state, due, total (as handed in, or of the lines)"
  static let detailNames = "state, due, total, lines (line, title, amount, positions)"

  static func filled(_ entry: Claim, was old: Claim?, of agency: String?, in db: Database) throws -> Claim {
    var entry = entry
    if entry.edition == 0 { entry.edition = try FiscalStore.editions(in: db).newest(of: .claim) }
    guard entry.form != Claim.Form.original.rawValue, entry.prior.isEmpty,
      let quarter = StateQuarter(entry.quarter)
    else { return entry }
    let claims = try ClaimStore.claims(of: quarter, agency: agency ?? "", in: db)
    entry.prior = claims.whole?.claim.id ?? ""
    return entry
  }

  static func check(_ entry: Claim, was old: Claim?, of agency: String?, in db: Database) throws {
    if let old { try checkIsOpen(old, agency, in: db) }
    let quarter = try FiscalRules.checkQuarter(entry.quarter)
    guard try !FiscalStore.editions(in: db).lines(of: .claim, edition: entry.edition).isEmpty else {
      throw Failure.rule(
        ClaimRules.Rule.edition.rawValue, "edition \(entry.edition) of the CS 356 is not known here",
        next: "see `qapi form list`, or leave it out for the newest")
    }
    let others = try ClaimStore.claims(of: quarter, agency: agency ?? "", in: db).claims
      .filter { $0.claim.id != entry.id }
    if entry.form == Claim.Form.original.rawValue {
      guard !others.contains(where: { $0.form == .original }) else {
        throw Failure.rule(
          ClaimRules.Rule.originalExists.rawValue, "there is an original claim of \(quarter)",
          next:
            "edit it, or make a revised or supplemental one with form=...: `qapi claim next \"\(quarter)\"` says which")
      }
      guard entry.prior.isEmpty else {
        throw Failure.rule(
          "prior-of-original", "an original claim follows none", next: "leave out prior, or say form=revised")
      }
    } else {
      guard others.contains(where: { $0.claim.id == entry.prior }) else {
        throw Failure.rule(
          ClaimRules.Rule.priorNotInForce.rawValue,
          entry.prior.isEmpty
            ? "no claim of \(quarter) was handed in" : "the claim that it follows is not one of \(quarter)",
          next: "hand in the original claim first, or name the claim in force with prior=ID")
      }
      let isNewlyRevised = entry.form == Claim.Form.revised.rawValue && old?.form != entry.form
      guard !isNewlyRevised || !others.contains(where: \.standing.isPaymentScheduled) else {
        throw Failure.rule(
          ClaimRules.Rule.paymentScheduled.rawValue,
          "payment of the claim is scheduled, so that nothing replaces it any more",
          next: "make a supplemental claim with form=supplemental")
      }
    }
  }

  static func checkRemoval(of entry: Claim, agency: String?, in db: Database) throws {
    guard try FiscalStore.standing(of: entry.id, agency: agency ?? "", in: db).submissions.isEmpty else {
      throw Failure.rule(
        "handed-in", "the claim was handed in, and stays", next: "see `qapi claim submissions`")
    }
  }

  static let parts = [Schema.claimLine]

  static func removeParts(of entry: Claim, agency: String?, in db: Database) throws {
    for line in try RecordStore.records(ClaimLine.self, of: agency ?? "", where: "claim", is: entry.id, in: db) {
      try RecordStore.delete(line, agency: agency, in: db)
    }
  }

  /// - Throws: `Failure.rule` while the claim waits at the department, or stands.
  static func checkIsOpen(_ claim: Claim, _ agency: String?, in db: Database) throws {
    let standing = try FiscalStore.standing(of: claim.id, agency: agency ?? "", in: db)
    guard standing.isClosed else { return }
    throw Failure.rule(
      "handed-in", "the claim was handed in and is \(standing.state().rawValue)",
      next: "make a revised or supplemental one: `qapi claim next \"\(Shown.line(claim.quarter))\"`")
  }

  static func standings(of entries: [(agency: String, record: Claim)], in db: Database) throws -> [RecordDetails] {
    try entries.map { agency, claim in
      let facts = try ClaimFacts(claim, of: agency, in: db)
      return RecordDetails(lines: ["\(facts.state)", "\(facts.total)"], members: facts.members)
    }
  }

  static func details(
    of entry: Claim, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails {
    let facts = try ClaimFacts(entry, of: agency ?? "", in: db)
    return RecordDetails(
      lines: [""]
        + Layout.facts(
          [["state:", facts.state], ["due:", facts.due.map { "\($0)" } ?? ""]].filter { !$0[1].isEmpty })
        + [""] + facts.table,
      members: facts.members + [.init(key: "lines", value: facts.json)])
  }
}

/// Lines of a claim.
enum ClaimLineNoun: NaturalNoun {
  typealias Entry = ClaimLine
  static let command = "claim line"
  static let columns = ["claim", "line", "positions", "amount"]
  static let required = ["line"]

  static func check(_ entry: ClaimLine, was old: ClaimLine?, of agency: String?, in db: Database) throws {
    let claim = try checkIsOpen(entry, agency, in: db)
    let line = try FiscalRules.checkLine(entry.line, of: .claim, edition: claim.edition, in: db)
    if entry.amount < 0, claim.form != Claim.Form.supplemental.rawValue {
      throw Failure.rule(
        ClaimRules.Rule.negativeAmount.rawValue, "only a supplemental claim has amounts below zero",
        next: "correct it, or claim it in a supplemental")
    }
    if entry.positions != 0, line.function.isEmpty {
      throw Failure.rule(
        "positions-without-function", "only lines of salaries and benefits have positions",
        next: "leave out positions")
    }
  }

  static func checkRemoval(of entry: ClaimLine, agency: String?, in db: Database) throws {
    _ = try checkIsOpen(entry, agency, in: db)
  }

  private static func checkIsOpen(_ entry: ClaimLine, _ agency: String?, in db: Database) throws -> Claim {
    guard let claim = try RecordStore.find(Claim(id: entry.claim), agency: agency, in: db) else {
      throw Failure.usage("there is no such claim; nothing was changed", next: "see `qapi claim list`")
    }
    try ClaimNoun.checkIsOpen(claim, agency, in: db)
    return claim
  }
}
