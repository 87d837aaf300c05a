/// The Budget Displays of all agencies for a year, side by side (AS.2.3): the newest copy that each handed in.
public struct DisplayRollUp: Hashable, Sendable {
  public struct Agency: Hashable, Sendable {
    public let code: String
    public let name: String
    /// nil where nothing was handed in, or its copy cannot be read.
    public let display: WholeDisplay?
    /// Day on which it was handed in; empty if nothing was.
    public let day: String
    public let state: FiscalStanding.State
    /// nil where nothing was handed in, or its amounts cannot be added.
    public let totals: DisplayTotals?

    public init(
      code: String, name: String, display: WholeDisplay?, day: String, state: FiscalStanding.State
    ) throws {
      (self.code, self.name, self.display, self.day, self.state) = (code, name, display, day, state)
      totals = try display.flatMap { display in
        let parts = (display.costs.map(\.amount) + display.staffing.map(\.annualTotal)).map { Money(cents: Int64($0)) }
        return try Money.besideOthers {
          try display.totals()
        } adding: {
          [$0.staff.annual, $0.all] + parts
        }
      }
    }

    /// In words, where it is no sum.
    public var gap: String? {
      display == nil ? "nothing handed in" : totals == nil ? Money.cannotBeAdded : nil
    }
  }

  /// Another cost, by code of the line; a code stands once, whatever edition an agency used.
  public struct Line: Hashable, Sendable {
    public let code: String
    public let title: String
    /// nil where no edition that was used has the line.
    public let category: BudgetCategory?
    /// By agency, in the order of the agencies that handed in; nil where it was not said.
    public let amounts: [Money?]
    public let total: Money
  }

  public struct Function: Hashable, Sendable {
    /// nil for what is reported under a word that is not known here, so that the functions always add up to all of them.
    public let function: StaffFunction?
    public let staff: [DisplayTotals.Staff]
    public let total: DisplayTotals.Staff
  }

  public let year: StateFiscalYear
  public let agencies: [Agency]
  /// Those that handed in what can be added, in the same order.
  public let reported: [Agency]
  public let functions: [Function]
  public let staff: DisplayTotals.Staff
  public let lines: [Line]
  /// Salaries and wages, and all other costs, of all agencies.
  public let all: Money

  public var missing: [Agency] { agencies.filter { $0.display == nil } }

  /// Those that handed in what cannot be added: in no total.
  public var leftOut: [Agency] { agencies.filter { $0.display != nil && $0.totals == nil } }

  /// Editions of the form that were used, each once.
  public var editions: [Int] { Set(reported.compactMap { $0.display?.display.edition }).sorted() }

  public init(year: StateFiscalYear, agencies: [Agency]) throws(MoneyOverflow) {
    self.year = year
    self.agencies = agencies
    let reported = agencies.filter { $0.totals != nil }
    self.reported = reported
    let displays = reported.compactMap(\.display)
    let rows = displays.flatMap(\.staffing)
    var functions: [Function] = []
    for function in StaffFunction.allCases.map(Optional.some) + [nil] {
      func isIn(_ row: DisplayStaffing) -> Bool { StaffFunction(rawValue: row.function) == function }
      guard function != nil || rows.contains(where: isIn) else { continue }
      var staff: [DisplayTotals.Staff] = []
      for display in displays { staff.append(try DisplayTotals.Staff(display.staffing.filter(isIn))) }
      functions.append(
        Function(function: function, staff: staff, total: try DisplayTotals.Staff(rows.filter(isIn))))
    }
    self.functions = functions
    staff = try DisplayTotals.Staff(rows)
    // The newest edition's order and titles; then what only older ones have, then what none has.
    let known = displays.sorted { $0.display.edition > $1.display.edition }.flatMap(\.costLines)
    let stray = displays.flatMap(\.costs).map(\.line).sorted()
    var seen: Set<String> = []
    var lines: [Line] = []
    for code in known.map(\.code) + stray where seen.insert(code).inserted {
      let line = known.first { $0.code == code }
      let amounts = displays.map { display in
        display.costs.first { $0.line == code }.map { Money(cents: Int64($0.amount)) }
      }
      lines.append(
        Line(
          code: code, title: line?.title ?? "", category: line.flatMap { BudgetCategory(rawValue: $0.category) },
          amounts: amounts, total: try Money.sum(amounts.compactMap(\.self))))
    }
    self.lines = lines
    all = try Money.sum(reported.compactMap { $0.totals?.all })
  }
}

/// A new funding need of an agency, and what the department decided.
public struct AgencyNeed: Hashable, Sendable {
  /// Its code.
  public let agency: String
  public let need: FundingNeed
  /// nil while it waits.
  public let decision: NeedDecision?

  public init(agency: String, need: FundingNeed, decision: NeedDecision?) {
    (self.agency, self.need, self.decision) = (agency, need, decision)
  }
}
