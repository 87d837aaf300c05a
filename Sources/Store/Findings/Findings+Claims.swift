internal import Budgets
internal import GRDB
internal import Records

/// Claims, advances and letters after a merge.
extension Findings {
  /// - `claim-changed`: the lines of a claim that waits or stands are not those that were handed in.
  /// - `two-originals`: two original claims of one quarter.
  /// - `claim-unknown-line`: a draft has a line that its edition has not.
  /// - `claimed-above-allocation`: more is claimed of a year than the final letters allocate.
  /// - `recoupment-differs`: what was recouped of a month is not what Box 190 of the CS 35 says.
  /// - `over-appropriation`: the letters in force that this node reads come to more than was appropriated.
  /// - `move-does-not-balance`: both letters of a reallocation are here, and do not add up to nothing.
  /// - `amounts-too-large`: amounts that do not fit into a sum.
  static func claims(in db: Database) throws -> [Finding] {
    let all = try RecordStore.all(Claim.self, in: db)
    let editions = try FiscalStore.editions(in: db)
    var found: [Finding] = []
    for agency in Set(all.map(\.agency)).sorted() {
      let filed = try ClaimStore.filed(by: agency, in: db)
      found += try changed(filed, agency, editions, db) + twoOriginals(filed, agency)
      found += try aboveAllocation(filed, agency, db)
    }
    return try found + recoupments(in: db) + appropriations(in: db) + moves(in: db)
  }

  private static func finding(
    _ rule: String, _ agency: String, _ table: SyncedTable, _ id: String, _ message: String, next: String,
    weight: Finding.Weight = .attention
  ) -> Finding {
    Finding(
      rule: rule, weight: weight, agency: agency, row: RowName(table: table.name, key: [.text(agency), .text(id)]),
      message: message, next: next)
  }

  private static func changed(
    _ filed: [QuarterClaims.Filed], _ agency: String, _ editions: FormEditions, _ db: Database
  ) throws -> [Finding] {
    try filed.flatMap { entry -> [Finding] in
      let claim = entry.claim
      let lines = try ClaimStore.lines(of: claim, agency: agency, editions, in: db)
      let name = "claim of \(RecordText.shown(claim.quarter, limit: 40))"
      if entry.standing.isClosed {
        guard entry.standing.submissions.last?.snapshot != ClaimStore.frozen(claim, lines).text else { return [] }
        return [
          finding(
            "claim-changed", agency, Schema.claim, claim.id, "the \(name) was changed after it was handed in",
            next: "what was handed in stands; claim the difference: `qapi claim next`")
        ]
      }
      let codes = Set(editions.lines(of: .claim, edition: claim.edition).map(\.code))
      guard lines.contains(where: { !codes.contains($0.line) }) else { return [] }
      return [
        finding(
          "claim-unknown-line", agency, Schema.claim, claim.id,
          "the \(name) has a line that edition \(claim.edition) of the form has not",
          next: "take it out: `qapi claim check`")
      ]
    }
  }

  private static func twoOriginals(_ filed: [QuarterClaims.Filed], _ agency: String) -> [Finding] {
    Dictionary(grouping: filed.filter { $0.form == .original }, by: \.claim.quarter).sorted { $0.key < $1.key }
      .compactMap { quarter, claims in
        guard claims.count > 1, let last = claims.map(\.claim.id).max() else { return nil }
        return finding(
          "two-originals", agency, Schema.claim, last,
          "there are \(claims.count) original claims of \(RecordText.shown(quarter, limit: 40)); the one handed in first counts",
          next: "remove the draft, or claim the difference: `qapi claim next`")
      }
  }

  private static func aboveAllocation(
    _ filed: [QuarterClaims.Filed], _ agency: String, _ db: Database
  ) throws -> [Finding] {
    let years = Set(filed.compactMap { StateQuarter($0.claim.quarter)?.year }).sorted()
    return try years.compactMap { year in
      let letters = try BudgetStore.allocation(of: agency, year: "\(year)", in: db)
      guard letters.allocation.binds, let standard = letters.allocation.standard else { return nil }
      do {
        let allocated = try Money.sum(letters.lines.map(\.money))
        let claimed = try Money.sum(year.quarters.map { try QuarterClaims($0, claims: filed).total() ?? .zero })
        guard claimed > allocated else { return nil }
        return finding(
          "claimed-above-allocation", agency, Schema.allocationLetter, standard.id,
          "\(year): \(claimed) is claimed, and \(allocated) allocated",
          next: "see `qapi fiscal statewide`; spending is limited to what is allocated (AS.2.6)")
      } catch is MoneyOverflow {
        return finding(
          "amounts-too-large", agency, Schema.allocationLetter, standard.id,
          "the amounts of the claims, or of the letters, of \(year) are too large to be added",
          next: "look for an amount with too many digits: `qapi claim list`")
      }
    }
  }

  private static func recoupments(in db: Database) throws -> [Finding] {
    try RecordStore.all(CollectionMonth.self, in: db).compactMap { agency, month in
      guard !month.paid.isEmpty, let days = CollectionDays(month.month) else { return nil }
      let state = try CollectionStore.state(of: days, agency: agency, in: db)
      guard let difference = state.difference, state.differs else { return nil }
      return finding(
        "recoupment-differs", agency, Schema.collectionMonth, month.month,
        "recouped of \(days.month) less Box 190 of the CS 35 is \(difference)",
        next: "correct one of them: `qapi collection due \(days.month)`")
    }
  }

  private static func appropriations(in db: Database) throws -> [Finding] {
    let years = Set(try RecordStore.published(Appropriation.self, in: db).map(\.year)).sorted()
    return years.flatMap { year -> [Finding] in
      guard let use = try? AllocationStore.use(of: year, in: db) else { return [] }
      return use.rows.filter(\.isExceeded).map { row in
        Finding(
          rule: "over-appropriation", weight: .information, agency: "",
          row: RowName(table: Schema.appropriation.name, key: [.text(year), .text(row.category)]),
          message:
            "\(RecordText.shown(year, limit: 20)), \(row.category): the letters in force come to \(row.allocated), "
            + "and \(row.appropriated ?? .zero) is appropriated",
          next: "see `qapi fiscal statewide`; the letters say why")
      }
    }
  }

  private static func moves(in db: Database) throws -> [Finding] {
    let letters = try RecordStore.all(AllocationLetter.self, in: db).filter { !$0.record.act.isEmpty }
    let lines = Dictionary(
      grouping: letters.isEmpty ? [] : try RecordStore.all(AllocationLine.self, in: db).map(\.record), by: \.letter)
    return Dictionary(grouping: letters, by: \.record.act).sorted { $0.key < $1.key }.compactMap { _, sides in
      guard sides.count > 1, let first = sides.first else { return nil }
      let sum = try? Money.sum(sides.flatMap { lines[$0.record.id] ?? [] }.map(\.money))
      guard sum != .zero else { return nil }
      return finding(
        "move-does-not-balance", first.agency, Schema.allocationLetter, first.record.id,
        "the letters of this reallocation do not add up to nothing", next: "issue a letter that corrects it")
    }
  }
}
