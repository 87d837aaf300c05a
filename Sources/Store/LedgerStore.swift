public import Budgets
public import GRDB
public import Records

/// The ledger of an agency as rules take it. What came with an import that was taken back counts nowhere.
public enum LedgerStore {
  /// What stands of an expenditure that counts, as a condition on `expenditure`.
  private static let counts = """
    (source = '' OR NOT EXISTS (SELECT 1 FROM ledger_import WHERE ledger_import.agency = expenditure.agency
    AND ledger_import.digest = expenditure.source AND taken_back != ''))
    """

  /// Sums by account and month, of an agency, by day of payment (AS.2.6 task 7).
  ///
  /// SQLite adds in 64 bits and fails where that is too little; halves of 32 bits fit, and are put together here.
  public static func sums(of agency: String, in days: ClosedRange<Day>, in db: Database) throws -> [LedgerSum] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT account, substr(paid, 1, 7) AS month, sum(amount >> 32) AS high, sum(amount & 4294967295) AS low,
        count(*) AS entries FROM expenditure
        WHERE agency = ? AND paid BETWEEN ? AND ? AND \(counts) GROUP BY account, month ORDER BY month, account
        """, arguments: [agency, "\(days.lowerBound)", "\(days.upperBound)"]
    ).compactMap { row -> LedgerSum? in
      guard let month = CalendarMonth(row["month"]) else { return nil }
      let cents = Int128(row["high"] as Int64) << 32 + Int128(row["low"] as Int64)
      guard let amount = Int64(exactly: cents) else { throw MoneyOverflow() }
      return LedgerSum(account: row["account"], month: month, amount: Money(cents: amount), count: row["entries"])
    }
  }

  public static func sums(of agency: String, in month: CalendarMonth, in db: Database) throws -> [LedgerSum] {
    try sums(of: agency, in: month.firstDay...month.lastDay, in: db)
  }

  /// Expenditures that count, by day of payment.
  public static func expenditures(
    of agency: String, in days: ClosedRange<Day>, in db: Database
  ) throws -> [Expenditure] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM expenditure WHERE agency = ? AND paid BETWEEN ? AND ? AND \(counts) ORDER BY paid, id",
      arguments: [agency, "\(days.lowerBound)", "\(days.upperBound)"]
    ).map(Expenditure.init(row:))
  }

  /// What an import brought, whether it counts or not.
  public static func expenditures(of agency: String, source digest: String, in db: Database) throws -> [Expenditure] {
    try RecordStore.records(Expenditure.self, of: agency, where: "source", is: digest, in: db)
  }

  /// The days of all that counts; nil where nothing does.
  public static func days(of agency: String, in db: Database) throws -> ClosedRange<Day>? {
    let row = try Row.fetchOne(
      db, sql: "SELECT min(paid) AS first, max(paid) AS last FROM expenditure WHERE agency = ? AND \(counts)",
      arguments: [agency])
    guard let first: String = row?["first"], let last: String = row?["last"], let first = Day(first),
      let last = Day(last), first <= last
    else { return nil }
    return first...last
  }

  public static func closedMonths(of agency: String, in db: Database) throws -> Set<CalendarMonth> {
    Set(try RecordStore.all(ClosedMonth.self, of: agency, in: db).compactMap { CalendarMonth($0.record.month) })
  }

  /// A month as it would be closed now; day and person are left empty.
  public static func closing(
    _ month: CalendarMonth, of agency: String, sha256: (String) -> String, in db: Database
  ) throws -> ClosedMonth {
    let sums = try sums(of: agency, in: month, in: db)
    var closed = ClosedMonth()
    closed.month = "\(month)"
    closed.amount = Int(try Money.sum(sums.map(\.amount)).cents)
    closed.count = sums.reduce(0) { $0 + $1.count }
    closed.digest = sha256(LedgerSum.text(of: sums))
    return closed
  }
}

/// Execution of the budget as rules take it.
public enum ExecutionStore {
  /// The budget of a year that is executed: of several the one that was submitted as final, else the newest. nil where there
  /// is none.
  public static func budget(of agency: String, year: String, in db: Database) throws -> WholeBudget? {
    let budgets = try RecordStore.all(Budget.self, of: agency, in: db).map(\.record).filter { $0.year == year }
    guard !budgets.isEmpty else { return nil }
    let final = try RecordStore.records(
      FiscalSubmission.self, of: agency, where: "form", is: FiscalSubmission.Form.final.rawValue, in: db
    ).filter { submission in budgets.contains { $0.id == submission.subject } }
      .max { Positions.isBefore($0.id, $1.id) }
    let chosen =
      budgets.first { $0.id == final?.subject } ?? budgets.max { Positions.isBefore($0.id, $1.id) }
    return try chosen.map { try BudgetStore.whole($0, of: agency, in: db) }
  }

  public static func crosswalk(
    of agency: String, year: StateFiscalYear, sums: [LedgerSum], in db: Database
  ) throws -> Crosswalk {
    let editions = try FiscalStore.editions(in: db)
    func lines(_ form: FormLine.Form) -> [FormLine] { editions.lines(of: form, edition: editions.newest(of: form)) }
    var paid: [String: Money] = [:]
    for sum in sums { paid[sum.account] = try (paid[sum.account] ?? .zero).adding(sum.amount) }
    return Crosswalk(
      accounts: try RecordStore.all(LedgerAccount.self, of: agency, in: db).map(\.record), paid: paid,
      lines: try budget(of: agency, year: "\(year)", in: db)?.lines, display: lines(.display), claim: lines(.claim))
  }

  public static func crosswalk(of agency: String, year: StateFiscalYear, in db: Database) throws -> Crosswalk {
    try crosswalk(of: agency, year: year, sums: LedgerStore.sums(of: agency, in: year.days, in: db), in: db)
  }

  public struct WholeSpending: Hashable, Sendable {
    public let spending: Spending
    public let crosswalk: Crosswalk
    public let budget: Budget?
    public let allocation: Allocation
    /// Payments and counted entries of each month, July first.
    public let closed: Set<CalendarMonth>
    /// Months that are left and of which nobody said what is expected; 1 to 12.
    public let unexpected: [Int]
  }

  public static func spending(
    of agency: String, year: StateFiscalYear, on today: Day, method: Spending.Method, in db: Database
  ) throws -> WholeSpending {
    let sums = try LedgerStore.sums(of: agency, in: year.days, in: db)
    let paid = sums.compactMap { sum in
      year.month(of: sum.month.firstDay).map { Spending.Paid(account: sum.account, month: $0, amount: sum.amount) }
    }
    let crosswalk = try crosswalk(of: agency, year: year, sums: sums, in: db)
    let closed = try LedgerStore.closedMonths(of: agency, in: db)
    let count = Spending.monthsOver(of: year, on: today, closed: closed, paid: paid)
    let letters = try BudgetStore.allocation(of: agency, year: "\(year)", in: db)
    let isAllocated = letters.allocation.standard != nil || !letters.allocation.additions.isEmpty
    let budget = try budget(of: agency, year: "\(year)", in: db)
    let expected = Dictionary(
      try RecordStore.records(ExpectedMonth.self, of: agency, where: "year", is: "\(year)", in: db)
        .map { ($0.month, Money(cents: Int64($0.amount))) }, uniquingKeysWith: { first, _ in first })
    return WholeSpending(
      spending: try Spending(
        of: year, paid: paid, monthCount: count, crosswalk: crosswalk, budget: budget?.totals(),
        allocated: isAllocated ? letters.lines.compactMap(\.controlled) : nil, method: method, expected: expected),
      crosswalk: crosswalk, budget: budget?.budget, allocation: letters.allocation, closed: closed,
      unexpected: method == .manual ? (1...12).filter { $0 > count && expected[$0] == nil } : [])
  }

  /// A contract with its amendments and the approvals that it needs.
  public static func approvals(
    of agency: String, in db: Database
  ) throws -> [(contract: Contract, amendments: [ContractAmendment], approvals: ContractApprovals)] {
    let amendments = try RecordStore.all(ContractAmendment.self, of: agency, in: db).map(\.record)
    let requests = try RecordStore.all(ApprovalRequest.self, of: agency, in: db).map(\.record)
    let answers = try RecordStore.all(ApprovalAnswer.self, of: agency, in: db).map(\.record)
    return try RecordStore.all(Contract.self, of: agency, in: db).map { _, contract in
      let own = ContractApprovals.inOrder(amendments.filter { $0.contract == contract.id })
      return (
        contract, own, try ContractApprovals(of: contract, amendments: own, requests: requests, answers: answers)
      )
    }
  }

  /// The claims of an agency with how long their records are kept, by quarter.
  public static func retention(
    of agency: String, on today: Day, in db: Database
  ) throws -> [(claim: Claim, quarter: StateQuarter, start: Retention.Start, retention: Retention)] {
    let holds = try RecordStore.all(RecordHold.self, of: agency, in: db).map(\.record)
    let audits = try RecordStore.all(Audit.self, of: agency, in: db).map(\.record)
    return try RecordStore.all(Claim.self, of: agency, in: db).map(\.record).compactMap { claim in
      StateQuarter(claim.quarter).map { (claim, $0) }
    }.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : Positions.isBefore($0.0.id, $1.0.id) }.map { claim, quarter in
      let standing = try FiscalStore.standing(of: claim.id, agency: agency, in: db)
      let settings = try FiscalStore.settings(of: quarter.year, in: db)
      let start = Retention.Start(rawValue: settings.retention) ?? .quarterEnd
      let decisions = standing.submissions.flatMap { standing.decisions(on: $0) }
      let paid = decisions.last { $0.result == FiscalDecision.Result.paid.rawValue }
      let scheduled = decisions.last { !$0.payment.isEmpty }
      return (
        claim, quarter, start,
        Retention(
          of: quarter, from: start, submitted: standing.submissions.last.flatMap { Day($0.day) },
          paid: paid.flatMap { Day(scheduled?.payment ?? "") ?? Day($0.day) }, holds: holds, audits: audits, on: today)
      )
    }
  }

  /// Cases by staff, as an agency reports both.
  public struct Caseload: Hashable, Sendable {
    public let agency: String
    /// The newest count; nil if there is none.
    public let count: CaseloadCount?
    /// The newest Budget Display, as submitted, else as it stands; nil if there is none.
    public let display: BudgetDisplay?
    public let isSubmitted: Bool
    /// nil where one of the two is missing.
    public let ratio: CaseloadRatio?
  }

  /// - Parameter month: the last month whose count is taken; nil for the newest.
  public static func caseload(
    of agency: String, upTo month: CalendarMonth? = nil, in db: Database
  ) throws -> Caseload {
    let count = try RecordStore.all(CaseloadCount.self, of: agency, in: db).map(\.record)
      .filter { count in month.map { count.month <= "\($0)" } ?? true }.max { $0.month < $1.month }
    let displays = try RecordStore.all(BudgetDisplay.self, of: agency, in: db).map(\.record)
      .sorted { $0.year != $1.year ? $0.year < $1.year : Positions.isBefore($0.id, $1.id) }
    for display in displays.reversed() {
      guard let last = try FiscalStore.standing(of: display.id, agency: agency, in: db).submissions.last,
        let frozen = FrozenRecords(text: last.snapshot)
      else { continue }
      return Caseload(
        agency: agency, count: count, display: display, isSubmitted: true,
        ratio: count.map { CaseloadRatio(cases: $0.cases, staffing: frozen.records(DisplayStaffing.self)) })
    }
    guard let display = displays.last else {
      return Caseload(agency: agency, count: count, display: nil, isSubmitted: false, ratio: nil)
    }
    let staffing = try RecordStore.records(DisplayStaffing.self, of: agency, where: "display", is: display.id, in: db)
    return Caseload(
      agency: agency, count: count, display: display, isSubmitted: false,
      ratio: count.map { CaseloadRatio(cases: $0.cases, staffing: staffing) })
  }
}
