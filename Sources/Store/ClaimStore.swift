public import Budgets
public import GRDB
public import Records

/// Claims, the ledger and advances as rules take them.
public enum ClaimStore {
  /// The claims of an agency for a quarter, with what was handed in of each.
  public static func claims(of quarter: StateQuarter, agency: String, in db: Database) throws -> QuarterClaims {
    try QuarterClaims(quarter, claims: filed(by: agency, in: db))
  }

  /// All claims of an agency, drafts among them. What waits or stands is as it was handed in, even where its row was changed or
  /// removed by another node.
  public static func filed(by agency: String, in db: Database) throws -> [QuarterClaims.Filed] {
    let standings = try FiscalStore.standings(of: [.claim], agency: agency, in: db)
    let known = Dictionary(standings.map { ($0.subject, $0.standing) }, uniquingKeysWith: { first, _ in first })
    let rows = try RecordStore.all(Claim.self, of: agency, in: db).map(\.record)
    let ids = Set(rows.map(\.id))
    let removed = standings.filter { $0.standing.isClosed && !ids.contains($0.subject) }
      .compactMap { frozenClaim($0.subject, $0.standing) }
    return (rows + removed).map { claim in
      let standing = known[claim.id] ?? FiscalStanding(submissions: [], decisions: [])
      return QuarterClaims.Filed(
        claim: frozenClaim(claim.id, standing) ?? claim, standing: standing,
        lines: standing.submissions.last.map(frozenLines) ?? [])
    }
  }

  /// A claim as it was handed in; nil for one that does not wait or stand, and for a copy that is none of it.
  public static func frozenClaim(_ id: String, _ standing: FiscalStanding) -> Claim? {
    guard standing.isClosed, let last = standing.submissions.last else { return nil }
    return FrozenRecords(text: last.snapshot)?.records(Claim.self).first { $0.id == id }
  }

  /// The lines of a claim as it was handed in.
  public static func frozenLines(of submission: FiscalSubmission) -> [ClaimLine] {
    FrozenRecords(text: submission.snapshot)?.records(ClaimLine.self) ?? []
  }

  /// The lines of a claim as they are, in the order of its edition; lines that it does not have last.
  public static func lines(
    of claim: Claim, agency: String, _ editions: FormEditions, in db: Database
  ) throws -> [ClaimLine] {
    let order = editions.lines(of: .claim, edition: claim.edition).map(\.code)
    func place(_ line: ClaimLine) -> (Int, String) { (order.firstIndex(of: line.line) ?? order.count, line.line) }
    return try RecordStore.records(ClaimLine.self, of: agency, where: "claim", is: claim.id, in: db)
      .sorted { place($0) < place($1) }
  }

  /// A claim with its lines, exactly.
  public static func frozen(_ claim: Claim, _ lines: [ClaimLine]) -> FrozenRecords {
    var frozen = FrozenRecords()
    frozen.add(claim)
    for line in lines { frozen.add(line) }
    return frozen
  }

  /// What the ledger says of a quarter, by the lines of an edition.
  public static func ledger(
    of quarter: StateQuarter, agency: String, edition: [FormLine], in db: Database
  ) throws -> LedgerClaim {
    try LedgerClaim(
      LedgerStore.sums(of: agency, in: quarter.firstDay...quarter.lastDay, in: db),
      accounts: RecordStore.all(LedgerAccount.self, of: agency, in: db).map(\.record),
      lines: Set(edition.map(\.code)))
  }
}

/// Advances as rules take them.
public enum AdvanceStore {
  /// Everything about the advances of an agency in a state fiscal year.
  public struct Year: Hashable, Sendable {
    public let year: StateFiscalYear
    public let settings: FiscalSettings
    public let letters: [AllocationLetter]
    public let plan: AdvancePlan
    public let payments: [AdvancePayment]
    /// Of the agency, of any year.
    public let adjustments: [AdvanceAdjustment]

    public func comparison(of quarter: StateQuarter, claimed: Money?) throws(MoneyOverflow) -> AdvanceComparison {
      try AdvanceComparison(
        quarter: quarter, claimed: claimed, plan: plan, payments: payments, adjustments: adjustments)
    }
  }

  public static func year(_ year: StateFiscalYear, of agency: String, in db: Database) throws -> Year {
    let settings = try FiscalStore.settings(of: year, in: db)
    let letters = try RecordStore.records(AllocationLetter.self, of: agency, where: "year", is: "\(year)", in: db)
    let ids = Set(letters.map(\.id))
    let lines = try RecordStore.all(AllocationLine.self, of: agency, in: db).map(\.record)
      .filter { ids.contains($0.letter) }
    let adjustments = try RecordStore.all(AdvanceAdjustment.self, of: agency, in: db).map(\.record)
    return Year(
      year: year, settings: settings, letters: letters,
      plan: try AdvancePlan(
        year: year, letters: letters, lines: lines, adjustments: adjustments, settings: settings),
      payments: try RecordStore.records(AdvancePayment.self, of: agency, where: "year", is: "\(year)", in: db),
      adjustments: adjustments)
  }
}

/// Collections as rules take them.
public enum CollectionStore {
  public static func state(of days: CollectionDays, agency: String, in db: Database) throws -> CollectionState {
    var named = CollectionMonth()
    named.month = days.month
    return CollectionState(
      days: days, record: try RecordStore.find(named, agency: agency, in: db),
      figures: try RecordStore.records(CollectionFigure.self, of: agency, where: "month", is: days.month, in: db))
  }
}
