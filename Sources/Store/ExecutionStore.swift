public import Budgets
public import GRDB
public import Records

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
    public let closed: Set<CalendarMonth>
    /// Months that are left and of which nobody said what is expected; 1 to 12.
    public let unexpected: [Int]
  }

  public static func spending(
    of agency: String, year: StateFiscalYear, on today: Day, method: Spending.Method, in db: Database
  ) throws -> WholeSpending {
    try spending(
      of: agency, year: year, sums: LedgerStore.sums(of: agency, in: year.days, in: db), on: today, method: method,
      in: db)
  }

  /// - Parameter sums: all of the year.
  static func spending(
    of agency: String, year: StateFiscalYear, sums: [LedgerSum], on today: Day, method: Spending.Method,
    in db: Database
  ) throws -> WholeSpending {
    let paid = sums.compactMap { sum in
      year.month(of: sum.month.firstDay).map { Spending.Paid(account: sum.account, month: $0, amount: sum.amount) }
    }
    let crosswalk = try crosswalk(of: agency, year: year, sums: sums, in: db)
    let closed = try LedgerStore.closedMonths(of: agency, in: db)
    let count = Spending.monthsOver(of: year, on: today, closed: closed, paid: paid)
    let letters = try BudgetStore.allocation(of: agency, year: "\(year)", in: db)
    let isAllocated = letters.allocation.standard != nil || !letters.allocation.additions.isEmpty
    let budget = try budget(of: agency, year: "\(year)", in: db)
    let months = try RecordStore.all(ExpectedMonth.self, of: agency, in: db).map(\.record)
    let expected = Dictionary(
      months.compactMap { month in
        CalendarMonth(month.month).flatMap { year.month(of: $0.firstDay) }.map {
          ($0, Money(cents: Int64(month.amount)))
        }
      }, uniquingKeysWith: { first, _ in first })
    return WholeSpending(
      spending: try Spending(
        of: year, paid: paid, monthCount: count, crosswalk: crosswalk, budget: budget?.totals(),
        allocated: isAllocated ? letters.lines.compactMap(\.controlled) : nil, method: method, expected: expected),
      crosswalk: crosswalk, budget: budget?.budget, allocation: letters.allocation, closed: closed,
      unexpected: method == .manual ? (1...12).filter { $0 > count && expected[$0] == nil } : [])
  }

  /// A contract with its amendments and the approvals that it needs; an error where its amounts do not fit into a sum, which is
  /// of that contract alone.
  public static func approvals(
    of agency: String, in db: Database
  ) throws -> [(
    contract: Contract, amendments: [ContractAmendment], approvals: Result<ContractApprovals, MoneyOverflow>
  )] {
    let amendments = try RecordStore.all(ContractAmendment.self, of: agency, in: db).map(\.record)
    let requests = try RecordStore.all(ApprovalRequest.self, of: agency, in: db).map(\.record)
    let answers = try RecordStore.all(ApprovalAnswer.self, of: agency, in: db).map(\.record)
    return try RecordStore.all(Contract.self, of: agency, in: db).map { _, contract in
      let own = ContractApprovals.inOrder(amendments.filter { $0.contract == contract.id })
      let approvals = Result { () throws(MoneyOverflow) in
        try ContractApprovals(of: contract, amendments: own, requests: requests, answers: answers)
      }
      return (contract, own, approvals)
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
    // A merged row holds any text for its month, and what is no month is not the newest.
    let count = try RecordStore.all(CaseloadCount.self, of: agency, in: db).map(\.record).compactMap { count in
      CalendarMonth(count.month).map { (month: $0, count: count) }
    }.filter { count in month.map { count.month <= $0 } ?? true }.max { $0.month < $1.month }?.count
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
