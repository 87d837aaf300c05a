/// An amount of a plan or of an allocation, with what controls it.
public struct ControlledAmount: Hashable, Sendable {
  public let amount: Money
  public let control: BudgetControl
  /// Of the Customer Service Initiative; nil for other money. It lies inside of `control` and is not added a second time.
  public let initiative: InitiativePart?
  /// What it is for; nil for no targeted program.
  public let program: TargetedProgram?

  public init(
    _ amount: Money, _ control: BudgetControl, initiative: InitiativePart? = nil, program: TargetedProgram? = nil
  ) {
    self.amount = amount
    self.control = control
    self.initiative = initiative
    self.program = program
  }
}

/// A final budget plan against the final allocation and the letters after it (AS.2.3 task 5, AS.2.4 tasks 2 and 5).
public struct Reconciliation: Hashable, Sendable {
  /// The total, the two components, each sub-category of EDP with its project and account, the initiative; in this order.
  public let rows: [Row]
  /// What the manual forbids.
  public let breaches: [Breach]
  /// Targeted programs whose planned effort is below what was allocated; each a finding, none a breach.
  public let shortfalls: [Shortfall]

  public struct Row: Hashable, Sendable {
    public let scope: Scope
    public let planned: Money
    public let allocated: Money
    /// Allocated less planned: below zero where the plan is over.
    public let difference: Money
    public var isOver: Bool { difference < .zero }
  }

  public enum Scope: Hashable, Sendable {
    case total, administration, edp
    case edpPart(EDPCategory, project: String, account: String)
    case initiative

    /// In people's words; project code and account as they were written.
    public var title: String {
      switch self {
      case .total: "total"
      case .administration: "administration"
      case .edp: "EDP"
      case .edpPart(let category, let project, let account):
        [category.rawValue, project, account].filter { !$0.isEmpty }.joined(separator: ", ")
      case .initiative: "Customer Service Initiative"
      }
    }
  }

  public struct Breach: Hashable, Sendable {
    public let rule: Rule
    public let scope: Scope
    /// By how much, above zero.
    public let amount: Money
  }

  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// More is planned than allocated.
    case overAllocation = "over-allocation"
    /// One component or sub-category is over what another leaves: money would have to move where it may not.
    case forbiddenTransfer = "forbidden-transfer"
    /// Initiative money is planned for something else.
    case initiativeRedirected = "initiative-redirected"
  }

  public struct Shortfall: Hashable, Sendable {
    public let program: TargetedProgram
    public let planned: Money
    public let allocated: Money
  }

  public var isWithin: Bool { breaches.isEmpty }

  public init(planned: [ControlledAmount], allocated: [ControlledAmount]) throws(MoneyOverflow) {
    func sum(_ amounts: [ControlledAmount], _ isIn: (ControlledAmount) -> Bool) throws(MoneyOverflow) -> Money {
      try Money.sum(amounts.filter(isIn).map(\.amount))
    }
    func row(_ scope: Scope, _ isIn: (ControlledAmount) -> Bool) throws(MoneyOverflow) -> Row {
      let (plan, letters) = (try sum(planned, isIn), try sum(allocated, isIn))
      return Row(scope: scope, planned: plan, allocated: letters, difference: try letters.subtracting(plan))
    }
    let administration = try row(.administration) { !$0.control.isEDP }
    let edp = try row(.edp) { $0.control.isEDP }
    var parts: [Row] = []
    for control in Self.edpControls(planned + allocated) {
      guard case .edp(let category, let project, let account) = control else { continue }
      parts.append(try row(.edpPart(category, project: project, account: account)) { $0.control == control })
    }
    let initiative = try row(.initiative) { $0.initiative != nil }
    let total = try row(.total) { _ in true }
    rows = [total, administration, edp] + parts + [initiative]

    var breaches = try rows.filter(\.isOver).map { row throws(MoneyOverflow) in
      Breach(
        rule: Self.moves(row, total: total, edp: edp) ? .forbiddenTransfer : .overAllocation, scope: row.scope,
        amount: try Money.zero.subtracting(row.difference))
    }
    // In each control what is allocated besides the initiative is all that other work may cost. Where it costs more, the
    // part by which the control itself is over is a breach already.
    var redirected = Money.zero
    for control in [.administration] + Self.edpControls(allocated)
    where allocated.contains(where: { $0.control == control && $0.initiative != nil }) {
      let others = try sum(allocated) { $0.control == control && $0.initiative == nil }
      let spent = try sum(planned) { $0.control == control && $0.initiative == nil }
      let all = try sum(planned) { $0.control == control }
      let over = try all.subtracting(sum(allocated) { $0.control == control })
      redirected = try redirected.adding(max(.zero, spent.subtracting(others).subtracting(max(.zero, over))))
    }
    if redirected > .zero {
      breaches.append(Breach(rule: .initiativeRedirected, scope: .initiative, amount: redirected))
    }
    self.breaches = breaches

    var shortfalls: [Shortfall] = []
    for program in TargetedProgram.allCases {
      let floor = try sum(allocated) { $0.program == program }
      let effort = try sum(planned) { $0.program == program }
      if effort < floor { shortfalls.append(Shortfall(program: program, planned: effort, allocated: floor)) }
    }
    self.shortfalls = shortfalls
  }

  /// Whether the money is there, but elsewhere: a component is over while the total is not, or a sub-category while EDP is not.
  private static func moves(_ row: Row, total: Row, edp: Row) -> Bool {
    switch row.scope {
    case .administration, .edp: !total.isOver
    case .edpPart: !edp.isOver
    case .total, .initiative: false
    }
  }

  private static func edpControls(_ amounts: [ControlledAmount]) -> [BudgetControl] {
    func order(_ control: BudgetControl) -> (Int, String, String) {
      guard case .edp(let category, let project, let account) = control else { return (0, "", "") }
      return (EDPCategory.allCases.firstIndex(of: category) ?? 0, project, account)
    }
    return Set(amounts.map(\.control).filter(\.isEDP)).sorted { order($0) < order($1) }
  }
}
