internal import Budgets
internal import GRDB
internal import Records

/// Claims, advances and letters after a merge.
extension Findings {
  /// - `claim-changed`: a claim that waits or stands is not what was handed in.
  /// - `two-originals`: two original claims of one quarter.
  /// - `claim-not-in-force`, `two-revised`, `revised-after-scheduled`, `window-closed`: see ``ClaimConflict``.
  /// - `adjusted-twice`: several adjustments of a quarter, which do not come out even with its claims and advances.
  /// - `claim-unknown-line`: a draft has a line that its edition has not.
  /// - `claimed-above-allocation`: more is claimed of a year than the final letters allocate.
  /// - `recoupment-differs`: what was recouped of a month is not what Box 190 of the CS 35 says.
  /// - `over-appropriation`: the letters in force that this node reads come to more than was appropriated.
  /// - `move-does-not-balance`: both letters of a reallocation are here, and do not add up to nothing, or one is in force and the
  ///   other is not.
  /// - `amounts-too-large`: amounts that do not fit into a sum.
  static func claims(in db: Database) throws -> [Finding] {
    let agencies = try String.fetchAll(
      db,
      sql: "SELECT agency FROM claim UNION SELECT agency FROM fiscal_submission UNION "
        + "SELECT agency FROM advance_adjustment ORDER BY agency")
    let editions = try FiscalStore.editions(in: db)
    var found: [Finding] = []
    for agency in agencies {
      let filed = try ClaimStore.filed(by: agency, in: db)
      found += try changed(filed, agency, editions, db) + quarters(filed, agency)
      found += try aboveAllocation(filed, agency, db) + adjustedTwice(filed, agency, db)
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
      // Without a row it was removed after it was handed in, which is a finding of its own.
      guard let claim = try RecordStore.find(entry.claim, agency: agency, in: db) else { return [] }
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

  private static func quarters(_ filed: [QuarterClaims.Filed], _ agency: String) -> [Finding] {
    Set(filed.compactMap { StateQuarter($0.claim.quarter) }).sorted().flatMap { quarter -> [Finding] in
      let claims = QuarterClaims(quarter, claims: filed)
      // One that was returned is over where another counts.
      let originals = claims.claims.filter {
        $0.form == .original && (claims.original == nil || $0.standing.state() != .returned)
      }
      let further = originals.last { $0.claim.id != claims.original?.claim.id }
      let two =
        originals.count < 2
        ? nil
        : further.map { further in
          finding(
            "two-originals", agency, Schema.claim, further.claim.id,
            "there are \(originals.count) original claims of \(quarter); the one handed in first counts",
            next: further.standing.isClosed
              ? "let the department return this one (`qapi claim decide`), and claim the difference: `qapi claim next`"
              : "remove the draft, or claim the difference: `qapi claim next`")
        }
      return [two].compactMap(\.self)
        + claims.conflicts.map { conflict in
          let (message, next) = words(conflict.rule)
          return finding(
            conflict.rule.rawValue, agency, Schema.claim, conflict.claim.id, "\(quarter): \(message)", next: next)
        }
    }
  }

  private static func words(_ rule: ClaimConflict.Rule) -> (message: String, next: String) {
    let back = "let the department return it (`qapi claim decide`)"
    return switch rule {
    case .notInForce:
      (
        "this supplemental claim adds to one that is not in force, and counts nothing",
        "\(back), and claim the difference: `qapi claim next`"
      )
    case .twoRevised:
      ("two revised claims replace the same claim; the one handed in last counts, and not this one", back)
    case .revisedAfterScheduled:
      (
        "this revised claim replaces one whose payment is scheduled",
        "\(back), and claim the difference in a supplemental claim"
      )
    case .windowClosed: ("this supplemental claim was handed in more than nine months after the quarter", back)
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

  private static func adjustedTwice(
    _ filed: [QuarterClaims.Filed], _ agency: String, _ db: Database
  ) throws -> [Finding] {
    let adjustments = try RecordStore.all(AdvanceAdjustment.self, of: agency, in: db).map(\.record)
    return try Dictionary(grouping: adjustments, by: \.quarter).sorted { $0.key < $1.key }.compactMap { name, own in
      guard own.count > 1, let last = own.last, let quarter = StateQuarter(name) else { return nil }
      do {
        let comparison = try AdvanceStore.year(quarter.year, of: agency, in: db)
          .comparison(of: quarter, claimed: QuarterClaims(quarter, claims: filed).total())
        guard comparison.unpaid.isEmpty, let open = comparison.proposed, open != .zero else { return nil }
        return finding(
          "adjusted-twice", agency, Schema.advanceAdjustment, last.id,
          "\(quarter): the \(own.count) adjustments come to \(comparison.adjusted), which is \(open) off",
          next:
            "see `qapi advance compare \"\(quarter)\"`; take out what was adjusted twice (`qapi advance adjust remove`), "
            + "or write what is missing (--write)")
      } catch is MoneyOverflow {
        return finding(
          "amounts-too-large", agency, Schema.advanceAdjustment, last.id,
          "the claims, advances or adjustments of \(quarter) are too large to be added",
          next: "look for an amount with too many digits: `qapi advance adjust list`")
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
    let ofActs = Set(letters.map { [$0.agency, $0.record.year] })
    let inForce = Set(
      Dictionary(grouping: letters.isEmpty ? [] : try RecordStore.all(AllocationLetter.self, in: db)) {
        [$0.agency, $0.record.year]
      }.filter { ofActs.contains($0.key) }.values.flatMap { Allocation(of: $0.map(\.record)).inForce })
    return Dictionary(grouping: letters, by: \.record.act).sorted { $0.key < $1.key }.compactMap { _, sides in
      guard sides.count > 1, let first = sides.first else { return nil }
      func finding(_ letter: AllocationLetter, of agency: String, _ message: String) -> Finding {
        Self.finding(
          "move-does-not-balance", agency, Schema.allocationLetter, letter.id, message,
          next: "issue a letter that corrects it")
      }
      guard (try? Money.sum(sides.flatMap { lines[$0.record.id] ?? [] }.map(\.money))) == .zero else {
        return finding(first.record, of: first.agency, "the letters of this reallocation do not add up to nothing")
      }
      guard let past = sides.first(where: { !inForce.contains($0.record.id) }),
        sides.contains(where: { inForce.contains($0.record.id) })
      else { return nil }
      return finding(
        past.record, of: past.agency, "another letter of this reallocation is in force, and this one counts no more")
    }
  }
}
