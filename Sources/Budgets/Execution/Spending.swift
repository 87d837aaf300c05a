public import Records

/// What was paid in a state fiscal year, month by month, against the allocation and the budget, with what is foreseen (AS.2.4 task 6,
/// AS.2.5 task 1).
public struct Spending: Hashable, Sendable {
  public let year: StateFiscalYear
  /// How many months are over, July first: projections begin from them.
  public let monthCount: Int
  /// The total, administration, EDP, its sub-categories, what no control is known of; then categories, then line items.
  public let rows: [Row]

  public var total: Row { rows[0] }
  /// An overrun of the total, or of a control, that is foreseen or has happened.
  public var overruns: [Row] { rows.filter { $0.scope.isControlled && $0.isOverrun } }

  /// Payments of one account in one month.
  public struct Paid: Hashable, Sendable {
    public let account: String
    /// 1 to 12, July is 1.
    public let month: Int
    public let amount: Money

    public init(account: String, month: Int, amount: Money) {
      (self.account, self.month, self.amount) = (account, month, amount)
    }
  }

  public enum Scope: Hashable, Sendable {
    case total, administration, edp
    case edpPart(EDPCategory)
    /// Of accounts that the crosswalk does not match.
    case unmatched
    case category(BudgetCategory)
    case line(id: String, title: String)

    public var title: String {
      switch self {
      case .total: "total"
      case .administration: "administration"
      case .edp: "EDP"
      case .edpPart(let part): part.rawValue
      case .unmatched: "of no known control"
      case .category(let category): category.rawValue
      case .line(_, let title): title
      }
    }

    /// "total", "control", "category" or "line item".
    public var kind: String {
      switch self {
      case .total: "total"
      case .administration, .edp, .edpPart, .unmatched: "control"
      case .category: "category"
      case .line: "line item"
      }
    }

    /// Whether letters allocate to it; categories and line items have a budget alone.
    public var isControlled: Bool {
      switch self {
      case .total, .administration, .edp, .edpPart: true
      case .unmatched, .category, .line: false
      }
    }
  }

  public struct Row: Hashable, Sendable {
    public let scope: Scope
    /// By month, July first, 12 of them.
    public let spent: [Money]
    /// nil where the year has no budget.
    public let budget: Money?
    /// nil where there is no letter, and of what letters do not control.
    public let allocated: Money?
    /// Of all months, the one that goes on included.
    public let toDate: Money
    /// An even share of the limit for the months that are over, less what was paid in them: below zero where more was paid.
    public let variance: Money?
    /// Expected of the whole year, never less than what is paid already; nil where there is nothing to project from.
    public let yearEnd: Money?
    /// The limit less ``yearEnd``; below zero, an overrun.
    public let balance: Money?
    /// 1 to 12; nil where there is no overrun.
    public let overrunMonth: Int?

    /// What it is held against: the allocation, else the budget.
    public var limit: Money? { allocated ?? budget }
    public var isOverrun: Bool { balance.map { $0 < .zero } ?? false }

    fileprivate var isEmpty: Bool {
      toDate == .zero && spent.allSatisfy { $0 == .zero } && (budget ?? .zero) == .zero && (allocated ?? .zero) == .zero
    }
  }

  public enum Method: String, CaseIterable, Hashable, Sendable {
    case straightLine = "straight-line"
    case lastQuarter = "last-quarter"
    /// What people expect of each month; of the total alone.
    case manual
  }

  /// How many months count as over: up to the last one that is closed, or whose last day has passed and in which something was
  /// paid. A month at the end in which nothing was paid yet says nothing: its ledger has not come.
  public static func monthsOver(
    of year: StateFiscalYear, on today: Day, closed: Set<CalendarMonth>, paid: [Paid]
  ) -> Int {
    let withPayments = Set(paid.map(\.month))
    return year.months.enumerated().filter { index, first in
      let month = CalendarMonth(of: first)
      return closed.contains(month) || (month.lastDay < today && withPayments.contains(index + 1))
    }.map { $0.offset + 1 }.max() ?? 0
  }

  /// - Parameters:
  ///   - allocated: lines of the letters in force; nil if there are none.
  ///   - budget: of the year; nil if there is none.
  ///   - expected: of months, for the manual method.
  public init(
    of year: StateFiscalYear, paid: [Paid], monthCount: Int, crosswalk: Crosswalk, budget: BudgetTotals?,
    allocated: [ControlledAmount]?, method: Method, expected: [Int: Money] = [:]
  ) throws(MoneyOverflow) {
    (self.year, self.monthCount) = (year, monthCount)
    let places = Dictionary(crosswalk.entries.map { ($0.account.code, $0) }) { first, _ in first }
    let plan = budget.map(\.controlled)
    func row(
      _ scope: Scope, _ isIn: (Crosswalk.Entry?) -> Bool, budget: Money?, allocated: Money?
    ) throws(MoneyOverflow) -> Row {
      var months = Array(repeating: Money.zero, count: 12)
      for payment in paid where isIn(places[payment.account]) {
        months[payment.month - 1] = try months[payment.month - 1].adding(payment.amount)
      }
      return try Row(scope, months, monthCount, budget: budget, allocated: allocated, method, expected)
    }
    func sum(_ amounts: [ControlledAmount]?, _ isIn: (BudgetControl) -> Bool) throws(MoneyOverflow) -> Money? {
      guard let amounts else { return nil }
      return try Money.sum(amounts.filter { isIn($0.control) }.map(\.amount))
    }
    func control(_ scope: Scope, _ isPaid: (SpendingControl?) -> Bool, _ isIn: (BudgetControl) -> Bool)
      throws(MoneyOverflow) -> Row
    {
      try row(scope, { isPaid($0?.control) }, budget: sum(plan, isIn), allocated: sum(allocated, isIn))
    }
    var rows = [
      try row(.total, { _ in true }, budget: budget?.all.proposed, allocated: sum(allocated) { _ in true }),
      try control(.administration, { $0 == .administration }, { !$0.isEDP }),
      try control(.edp, { $0 != nil && $0 != .administration }, \.isEDP),
    ]
    var further: [Row] = []
    for part in EDPCategory.allCases {
      further.append(
        try control(.edpPart(part), { $0 == .edp(part) }) { control in
          if case .edp(part, _, _) = control { true } else { false }
        })
    }
    further.append(try row(.unmatched, { $0?.control == nil }, budget: nil, allocated: nil))
    for category in BudgetCategory.allCases {
      further.append(
        try row(
          .category(category), { $0?.category == category }, budget: budget?.categories[category]?.proposed,
          allocated: nil))
    }
    for line in budget?.lines ?? [] {
      further.append(
        try row(
          .line(id: line.line.id, title: line.line.title), { $0?.line?.id == line.line.id },
          budget: line.steps.proposed, allocated: nil))
    }
    rows += further.filter { !$0.isEmpty }
    self.rows = rows
  }
}

extension Spending.Row {
  fileprivate init(
    _ scope: Spending.Scope, _ spent: [Money], _ monthCount: Int, budget: Money?, allocated: Money?,
    _ method: Spending.Method, _ expected: [Int: Money]
  ) throws(MoneyOverflow) {
    (self.scope, self.spent, self.budget, self.allocated) = (scope, spent, budget, allocated)
    toDate = try Money.sum(spent)
    let over = Array(spent.prefix(monthCount))
    let limit = allocated ?? budget
    variance = monthCount == 0 ? nil : try limit?.share(monthCount, of: 12).subtracting(Money.sum(over))
    let way: Projection.Method? =
      switch method {
      case .straightLine: .straightLine
      case .lastQuarter: .lastQuarter
      case .manual:
        // Of the total alone. Months that nobody said are nothing, and that is said where they are shown.
        scope == .total && (monthCount == 12 || !expected.isEmpty)
          ? .manual((monthCount..<12).map { expected[$0 + 1] ?? .zero }) : nil
      }
    guard let way else {
      (yearEnd, balance, overrunMonth) = (nil, nil, nil)
      return
    }
    let projection = Projection(spent: over, allocated: limit ?? .zero, method: way)
    guard let foreseen = try projection.yearEnd() else {
      (yearEnd, balance, overrunMonth) = (nil, nil, nil)
      return
    }
    yearEnd = max(foreseen, toDate)
    balance = try limit?.subtracting(max(foreseen, toDate))
    guard let limit, max(foreseen, toDate) > limit else {
      overrunMonth = nil
      return
    }
    // What is paid already comes before what is foreseen.
    var sum = Money.zero
    var month: Int?
    for (index, amount) in spent.enumerated() where month == nil {
      sum = try sum.adding(amount)
      if sum > limit { month = index + 1 }
    }
    let foreseenMonth = try projection.overrunMonth()
    overrunMonth = month ?? foreseenMonth ?? 12
  }
}
