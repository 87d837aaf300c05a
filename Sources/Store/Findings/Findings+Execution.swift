internal import Budgets
internal import GRDB
internal import Records

/// Execution of budgets: ledgers, projections, prior approvals, effort.
extension Findings {
  /// 1. `closed-month-changed`: what counts in a closed month is not what it was closed with.
  /// 2. `accounts-unmatched`: payments of accounts that the crosswalk does not match. For information.
  /// 3. `overrun-foreseen`: by the straight line more will be paid than the final allocation gives, in total or under a control,
  ///    once three months are over (AS.2.4 task 6).
  /// 4. `missing-prior-approval`, `approval-after-start`, `approval-without-contract`: see ``ContractApprovals`` (AS.2.6 task 3).
  /// 5. `rate-without-approval`: an indirect rate that is used and was not approved (AS.2.6 task 5).
  /// 6. `special-without-plan`, `effort-without-evidence`, `effort-below-allocation`: special funding and targeted programs (AS.2.4
  ///    tasks 2 and 3).
  /// 7. `amounts-too-large`: the payments of an agency, what they are held against, or a contract with its amendments do not
  ///    fit into a sum.
  /// 8. `payment-without-day`: payments whose day is none, which count in no month.
  /// 9. `imports-overlap`: two files have payments alike, as two exports of one month do that were imported on two nodes. For
  ///    information: equal payments are usual.
  ///
  /// - Parameter today: 3, 5 and 6 find nothing without it.
  static func execution(on today: Day?, in db: Database, sha256: (String) -> String) throws -> [Finding] {
    let agencies = try String.fetchAll(
      db,
      sql: ["expenditure", "closed_month", "contract", "approval_request", "indirect_rate", "allocation_letter"]
        .map { "SELECT agency FROM \($0)" }.joined(separator: " UNION ") + " ORDER BY agency")
    return try agencies.flatMap { agency in
      try ledger(of: agency, on: today, in: db, sha256: sha256) + overlaps(of: agency, in: db)
        + approvals(of: agency, in: db)
        + rates(of: agency, on: today, in: db) + effort(of: agency, on: today, in: db)
    }
  }

  private static func found(
    _ rule: String, _ agency: String, _ table: SyncedTable, _ key: String, _ message: String, next: String,
    weight: Finding.Weight = .attention
  ) -> Finding {
    found(rule, agency, table, [key], message, next: next, weight: weight)
  }

  private static func found(
    _ rule: String, _ agency: String, _ table: SyncedTable, _ key: [String], _ message: String, next: String,
    weight: Finding.Weight = .attention
  ) -> Finding {
    Finding(
      rule: rule, weight: weight, agency: agency,
      row: RowName(table: table.name, key: ([agency] + key).map { .text($0) }),
      message: message, next: next, doer: .agency)
  }

  // MARK: Ledgers

  private static func ledger(
    of agency: String, on today: Day?, in db: Database, sha256: (String) -> String
  ) throws -> [Finding] {
    do {
      // Read once: a ledger has many rows, and each rule asks for some of its months.
      let sums = try LedgerStore.sums(of: agency, in: LedgerStore.knownDays, in: db)
      return try withoutDay(of: agency, in: db) + closedMonths(of: agency, sums, in: db, sha256: sha256)
        + unmatched(of: agency, sums, in: db)
        + (today.map { try overruns(of: agency, sums, on: $0, in: db) } ?? [])
    } catch is MoneyOverflow {
      let id = try String.fetchOne(
        db, sql: "SELECT id FROM expenditure WHERE agency = ? ORDER BY abs(amount >> 1) DESC, id LIMIT 1",
        arguments: [agency])
      return [
        found(
          "amounts-too-large", agency, Schema.expenditure, id ?? "",
          "the payments of this ledger are too large to be added",
          next: "look for an amount with too many digits: `qapi ledger entry list`")
      ]
    }
  }

  private static func withoutDay(of agency: String, in db: Database) throws -> [Finding] {
    let ids = try LedgerStore.withoutDay(of: agency, in: db)
    guard let first = ids.first else { return [] }
    return [
      found(
        "payment-without-day", agency, Schema.expenditure, first,
        "payments whose day is none, so that they count in no month: \(ids.count)",
        next: "enter them anew, and take these out with `qapi ledger entry remove` or `qapi ledger take-back`")
    ]
  }

  private static func closedMonths(
    of agency: String, _ sums: [LedgerSum], in db: Database, sha256: (String) -> String
  ) throws -> [Finding] {
    try RecordStore.all(ClosedMonth.self, of: agency, in: db).compactMap { _, closed in
      guard let month = CalendarMonth(closed.month) else { return nil }
      let now = try LedgerStore.closing(month, with: sums, sha256: sha256)
      guard now.digest != closed.digest else { return nil }
      return found(
        "closed-month-changed", agency, Schema.closedMonth, closed.month,
        "\(month) was closed with \(Money(cents: Int64(closed.amount))) in \(closed.count) entries; "
          + "\(Money(cents: Int64(now.amount))) in \(now.count) stand there now",
        next: "take out what came later (`qapi ledger entry remove`, `qapi ledger take-back`), and enter it in an "
          + "open month")
    }
  }

  private static func unmatched(of agency: String, _ sums: [LedgerSum], in db: Database) throws -> [Finding] {
    guard let last = sums.map(\.month).max(), let year = StateFiscalYear(of: last.firstDay) else { return [] }
    let own = sums.filter { year.days.contains($0.month.firstDay) }
    let open = try ExecutionStore.crosswalk(of: agency, year: year, sums: own, in: db).entries
      .filter { !$0.isMatched && $0.paid != .zero }
    guard let first = open.first else { return [] }
    return [
      found(
        "accounts-unmatched", agency, Schema.ledgerAccount, first.account.code,
        "accounts with payments in \(year) that have no place in the budget or in the forms: \(open.count)",
        next: "see `qapi ledger crosswalk`", weight: .information)
    ]
  }

  private static func overlaps(of agency: String, in db: Database) throws -> [Finding] {
    let files = Dictionary(
      try LedgerStore.files(of: agency, in: db).map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
    guard files.count > 1 else { return [] }
    return try LedgerStore.overlaps(of: agency, in: db).map { overlap in
      func name(_ digest: String) -> String { RecordText.shown(files[digest]?.name ?? digest, limit: 60) }
      return found(
        "imports-overlap", agency, Schema.ledgerImport,
        [overlap.second, files[overlap.second]?.imports[0].importID ?? ""],
        "payments that stand in \(name(overlap.first)) and in \(name(overlap.second)) alike: \(overlap.count)",
        next: "if they are the same payments, take one file back: `qapi ledger take-back`", weight: .information)
    }
  }

  private static func overruns(of agency: String, _ sums: [LedgerSum], on today: Day, in db: Database) throws
    -> [Finding]
  {
    let letters = try RecordStore.all(AllocationLetter.self, of: agency, in: db).map(\.record)
    return try Set(letters.map(\.year)).compactMap { StateFiscalYear($0) }.sorted().flatMap { year -> [Finding] in
      let allocation = Allocation(of: letters.filter { $0.year == "\(year)" })
      guard allocation.binds, let letter = allocation.standard else { return [] }
      let found: ExecutionStore.WholeSpending
      do {
        found = try ExecutionStore.spending(
          of: agency, year: year, sums: sums.filter { year.days.contains($0.month.firstDay) }, on: today,
          method: .straightLine, in: db)
      } catch is MoneyOverflow {
        return [
          Self.found(
            "amounts-too-large", agency, Schema.allocationLetter, letter.id,
            "the letters, the budget or the payments of \(year) are too large to be added",
            next: "look for an amount with too many digits: `qapi allocation show`, `qapi budget show`, `qapi ledger`")
        ]
      }
      guard found.spending.monthCount >= 3 else { return [] }
      return found.spending.overruns.map { row in
        Self.found(
          "overrun-foreseen", agency, Schema.allocationLetter, letter.id,
          "\(row.scope.title): \(row.yearEnd ?? .zero) foreseen for \(year), \(row.limit ?? .zero) allocated"
            + (row.overrunMonth.map { "; over it in \(CalendarMonth(of: year.months[$0 - 1]))" } ?? ""),
          next: "see `qapi spending`, and spend less in time")
      }
    }
  }

  // MARK: Approvals

  private static func approvals(of agency: String, in db: Database) throws -> [Finding] {
    let contracts = try ExecutionStore.approvals(of: agency, in: db).flatMap {
      contract, amendments, approvals -> [Finding] in
      guard case .success(let approvals) = approvals else {
        return [
          found(
            "amounts-too-large", agency, Schema.contract, contract.id,
            "the amounts of this contract and its amendments are too large to be added",
            next: "look for an amount with too many digits: `qapi fiscal contract amendment list`")
        ]
      }
      func words(_ needs: [ContractApprovals.Need]) -> String {
        needs.map { need in
          (need.approval.step == 0 ? "" : "amendment \(need.approval.step), ")
            + "\(need.approval.reason.rawValue), \(need.authority.rawValue): \(need.state.rawValue)"
        }.joined(separator: "; ")
      }
      func about(_ rule: String, _ needs: [ContractApprovals.Need], _ message: String, next: String) -> [Finding] {
        needs.isEmpty
          ? [] : [found(rule, agency, Schema.contract, contract.id, "\(message): \(words(needs))", next: next)]
      }
      /// As it can be typed: a request has a kind and a title, and names its step.
      func request(_ need: ContractApprovals.Need?) -> String {
        let step = need?.approval.step ?? 0
        let kind = step == 0 ? ApprovalRequest.Kind.agreement : .amendment
        return "qapi fiscal approval contract=\(contract.id) kind=\"\(kind.rawValue)\""
          + (step == 0 ? "" : " amendment=\(amendments[step - 1].id)")
          + (need?.authority == .federal ? " authority=federal" : "") + " title=\"...\""
      }
      let asked = approvals.missing.filter { $0.state == .asked }
      let lacking = approvals.missing.filter { $0.state != .asked }
      return about(
        "missing-prior-approval", lacking, "this agreement lacks prior written approval",
        next: "ask for \(lacking.count == 1 ? "it" : "the first") with `\(request(lacking.first))`")
        + (lacking.isEmpty
          ? about(
            "missing-prior-approval", asked, "this agreement waits for prior written approval",
            next: "nothing begins before the answer: `qapi fiscal contract approvals \(contract.id)`") : [])
        + about(
          "approval-after-start", approvals.late, "the approval of this agreement came after it began",
          next: "see `qapi fiscal contract approvals \(contract.id)`")
    }
    let kinds = [ApprovalRequest.Kind.agreement, .amendment].map(\.rawValue)
    return contracts
      + (try RecordStore.all(ApprovalRequest.self, of: agency, in: db).map(\.record)
        .filter { kinds.contains($0.kind) && $0.contract.isEmpty }.map { request in
          found(
            "approval-without-contract", agency, Schema.approvalRequest, request.id,
            "this request names no contract, and counts for none",
            next: "say it with `qapi fiscal approval edit \(request.id) contract=ID`", weight: .information)
        })
  }

  private static func rates(of agency: String, on today: Day?, in db: Database) throws -> [Finding] {
    guard let today else { return [] }
    return try RecordStore.all(IndirectRate.self, of: agency, in: db).map(\.record)
      .filter { rate in rate.approved.isEmpty && Day(rate.first).map { $0 <= today } ?? false }.map { rate in
        found(
          "rate-without-approval", agency, Schema.indirectRate, rate.id,
          "this indirect rate is used since \(rate.first), and no approval is written down (AS.2.6 task 5)",
          next: "write it down with `qapi fiscal rate edit \(rate.id) approved=DAY reference=...`")
      }
  }

  // MARK: Effort

  /// A year is looked at when it is over, an agreement when its last day has passed.
  private static func effort(of agency: String, on today: Day?, in db: Database) throws -> [Finding] {
    guard let today else { return [] }
    let evidence = try RecordStore.all(EffortEvidence.self, of: agency, in: db).map(\.record)
    let agreements = try RecordStore.all(SpecialFunding.self, of: agency, in: db).map(\.record)
    let letters = try RecordStore.all(AllocationLetter.self, of: agency, in: db).map(\.record)
    var findings: [Finding] = []
    for year in Set(letters.map(\.year)).compactMap({ StateFiscalYear($0) }).sorted() {
      let whole = try BudgetStore.allocation(of: agency, year: "\(year)", in: db)
      guard whole.allocation.binds, let letter = whole.allocation.standard else { continue }
      for title in Set(whole.lines.map(\.special)).subtracting([""]).sorted()
      where !agreements.contains(where: { $0.title == title && $0.year == "\(year)" }) {
        findings.append(
          found(
            "special-without-plan", agency, Schema.allocationLetter, letter.id,
            "a letter of \(year) gives special funding for which no implementation plan is written down: "
              + RecordText.shown(title, limit: 60), next: "write it with `qapi fiscal special`"))
      }
      guard year.days.upperBound < today else { continue }
      for program in TargetedProgram.allCases {
        let floor = try? Money.sum(
          whole.lines.filter { $0.program == program.rawValue }.map { Money(cents: Int64($0.amount)) })
        guard let floor, floor > .zero else { continue }
        let own = evidence.filter { $0.year == "\(year)" && $0.program == program.rawValue }
        findings += Self.effort(
          own, floor, agency, Schema.allocationLetter, letter.id, "\(program.rawValue), \(year)",
          next: "`qapi fiscal evidence`, with program=")
      }
    }
    for agreement in agreements where Day(agreement.last).map({ $0 < today }) ?? false {
      findings += Self.effort(
        evidence.filter { $0.agreement == agreement.id }, Money(cents: Int64(agreement.amount)), agency,
        Schema.specialFunding, agreement.id, "this special funding agreement",
        next: "`qapi fiscal evidence agreement=\(agreement.id)`")
    }
    return findings
  }

  private static func effort(
    _ evidence: [EffortEvidence], _ floor: Money, _ agency: String, _ table: SyncedTable, _ key: String,
    _ what: String, next: String
  ) -> [Finding] {
    if evidence.isEmpty {
      return [
        found(
          "effort-without-evidence", agency, table, key,
          "\(what): it is over, \(floor) were allocated, and there is no evidence of effort",
          next: "write it with \(next)")
      ]
    }
    // Amounts need not be said; where none is, nothing follows from them.
    guard let effort = try? Money.sum(evidence.map { Money(cents: Int64($0.amount)) }), effort > .zero, effort < floor
    else { return [] }
    return [
      found(
        "effort-below-allocation", agency, table, key,
        "\(what): the evidence names \(effort) of the \(floor) that were allocated as a floor of effort",
        next: "add what is left out with \(next)", weight: .information)
    ]
  }
}
