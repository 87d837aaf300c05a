/// A Budget Display with everything that hangs on it, read with the lines of its edition.
public struct WholeDisplay: Hashable, Sendable {
  public let display: BudgetDisplay
  /// Function by function, in the order of the form; functions that are not known here last.
  public let staffing: [DisplayStaffing]
  public let costs: [DisplayCost]
  public let needs: [FundingNeed]
  /// Of the edition of the display, in their order; empty where it is not known here.
  public let lines: [FormLine]
  /// What the edition says of itself.
  public let heading: String

  public init(
    display: BudgetDisplay, staffing: [DisplayStaffing], costs: [DisplayCost], needs: [FundingNeed],
    editions: FormEditions
  ) {
    self.display = display
    self.staffing = staffing.sorted { Self.order($0) < Self.order($1) }
    self.costs = costs
    self.needs = needs
    lines = editions.lines(of: .display, edition: display.edition)
    heading = editions.heading(of: .display, edition: display.edition)
  }

  private static func order(_ staffing: DisplayStaffing) -> (Int, Int, String, String) {
    let function = StaffFunction.allCases.firstIndex { $0.rawValue == staffing.function }
    let program = TargetedProgram.allCases.firstIndex { $0.rawValue == staffing.program }
    return (function ?? .max, program ?? -1, staffing.function, staffing.program)
  }

  /// The lines of other costs: salaries and wages are reported with the staffing of their function.
  public var costLines: [FormLine] { lines.filter { $0.function.isEmpty } }

  /// Costs under lines that the edition does not have.
  public var costsOfNoLine: [DisplayCost] {
    let codes = Set(costLines.map(\.code))
    return costs.filter { !codes.contains($0.line) }
  }

  public func cost(of line: FormLine) -> DisplayCost? { costs.first { $0.line == line.code } }

  /// The definition of a function in the edition of this display; empty where it gives none.
  public func definition(of function: StaffFunction) -> String {
    lines.first { $0.function == function.rawValue }?.definition ?? ""
  }

  public func totals() throws(MoneyOverflow) -> DisplayTotals {
    try DisplayTotals(staffing: staffing, costs: costs, lines: lines)
  }

  // MARK: What is missing

  /// What an agency has not said yet, in words, in the order of the form. A function without anybody and a line without a cost
  /// are said with a 0: nothing written is no answer.
  public var missing: [String] {
    var missing: [String] = []
    if lines.isEmpty { missing.append("edition \(display.edition) of the form is not known here") }
    for function in StaffFunction.allCases where !staffing.contains(where: { $0.function == function.rawValue }) {
      missing.append("staffing of the function \(function.rawValue)")
    }
    for line in costLines where cost(of: line) == nil { missing.append("line \(line.code): \(line.title)") }
    for need in needs where need.text.isEmpty || need.justification.isEmpty {
      missing.append("detail and justification of the need \"\(need.title)\"")
    }
    return missing
  }

  /// What the reported numbers make one ask, by function; nothing of it is refused.
  public var remarks: [(staffing: DisplayStaffing, rule: String)] {
    staffing.flatMap { row in row.remarks.map { (row, $0) } }
  }
}

/// The sums of a Budget Display: by function, by line, by budget component.
public struct DisplayTotals: Hashable, Sendable {
  /// Of one function, or of several together.
  public struct Staff: Hashable, Sendable {
    public var authorized = FTE.zero
    public var filled = FTE.zero
    /// Filled at mid-year of the prior state fiscal year.
    public var filledMidYear = FTE.zero
    /// Annual salaries and wages, as reported.
    public var annual = Money.zero

    public init() {}

    public init(_ rows: [DisplayStaffing]) throws(MoneyOverflow) {
      authorized = .sum(rows.map { FTE(hundredths: $0.authorized) })
      filled = .sum(rows.map { FTE(hundredths: $0.filled) })
      filledMidYear = .sum(rows.map { FTE(hundredths: $0.filledMidYear) })
      annual = try Money.sum(rows.map { Money(cents: Int64($0.annualTotal)) })
    }

    /// Filled now less filled at mid-year of the prior year.
    public var change: FTE { filled - filledMidYear }
    public var vacant: FTE { authorized - filled }
  }

  /// In the order of the form.
  public let functions: [StaffFunction: Staff]
  /// Casework, investigation, legal, SDU and clerical support.
  public let core: Staff
  public let staff: Staff
  /// By budget component: salaries and wages are part of personal services.
  public let categories: [BudgetCategory: Money]
  /// Costs under lines that the edition does not have; they are part of `all` and of no component.
  public let unknown: Money
  public let all: Money

  public init(staffing: [DisplayStaffing], costs: [DisplayCost], lines: [FormLine]) throws(MoneyOverflow) {
    var functions: [StaffFunction: Staff] = [:]
    for function in StaffFunction.allCases {
      functions[function] = try Staff(staffing.filter { $0.function == function.rawValue })
    }
    self.functions = functions
    core = try Staff(staffing.filter { StaffFunction(rawValue: $0.function)?.isCore == true })
    let staff = try Staff(staffing)
    self.staff = staff
    let byCode = Dictionary(lines.map { ($0.code, $0.category) }, uniquingKeysWith: { first, _ in first })
    var categories: [BudgetCategory: Money] = [:]
    for category in BudgetCategory.allCases {
      let own = try Money.sum(
        costs.filter { byCode[$0.line] == category.rawValue }.map { Money(cents: Int64($0.amount)) })
      categories[category] = category == .personal ? try own.adding(staff.annual) : own
    }
    self.categories = categories
    let all = try staff.annual.adding(Money.sum(costs.map { Money(cents: Int64($0.amount)) }))
    self.all = all
    unknown = try all.subtracting(Money.sum(categories.values))
  }
}
