import Budgets
import Testing

@Suite("A plan against its allocation (AS.2.3 task 5, AS.2.4)")
struct ReconciliationTests {
  private static let recurring = BudgetControl.edp(.localRecurring, project: "P1", account: "A1")
  private static let enhancements = BudgetControl.edp(.enhancements, project: "P2", account: "A1")

  /// 1,000 for administration, 100 of it for the initiative and 50 for training; 300 for EDP in two parts.
  private static let letters = [
    ControlledAmount(Money(cents: 850), .administration),
    ControlledAmount(Money(cents: 60), .administration, initiative: .local, program: .customerService),
    ControlledAmount(Money(cents: 40), .administration, initiative: .ombudsperson, program: .ombudsperson),
    ControlledAmount(Money(cents: 50), .administration, program: .training),
    ControlledAmount(Money(cents: 200), recurring), ControlledAmount(Money(cents: 100), enhancements),
  ]

  /// A plan: other administration, local initiative, ombudsperson, training, recurring, enhancements.
  private static func plan(_ cents: [Int64]) -> [ControlledAmount] {
    zip(cents, letters).map { cents, line in
      ControlledAmount(
        Money(cents: cents), line.control, initiative: line.initiative, program: line.program)
    }
  }

  private static func words(_ breach: Reconciliation.Breach) -> String {
    let scope =
      switch breach.scope {
      case .total: "total"
      case .administration: "administration"
      case .edp: "edp"
      case .edpPart(let category, let project, let account): "\(category.rawValue) \(project) \(account)"
      case .initiative: "initiative"
      }
    return "\(breach.rule.rawValue) \(scope) \(breach.amount.cents)"
  }

  @Test(
    "Each control at its line and a cent over it",
    arguments: [
      ([850, 60, 40, 50, 200, 100], []),
      ([851, 60, 40, 50, 200, 100], ["over-allocation total 1", "over-allocation administration 1"]),
      // Administration is over, and EDP has it: it may not move there.
      ([851, 60, 40, 50, 199, 100], ["forbidden-transfer administration 1"]),
      ([849, 60, 40, 50, 201, 100], ["forbidden-transfer edp 1", "over-allocation local M&O recurring P1 A1 1"]),
      // Within EDP the sub-category is over, and EDP is not.
      ([850, 60, 40, 50, 201, 99], ["forbidden-transfer local M&O recurring P1 A1 1"]),
      // The two parts of the initiative exchange; money out of it does not go to other work.
      ([850, 70, 30, 50, 200, 100], []), ([850, 61, 40, 49, 200, 100], ["over-allocation initiative 1"]),
      ([851, 60, 39, 50, 200, 100], ["initiative-redirected initiative 1"]),
      ([850, 60, 30, 50, 200, 100], []),
      ([0, 0, 0, 0, 0, 0], []),
    ] as [([Int64], [String])])
  func controls(cents: [Int64], breaches: [String]) throws {
    let reconciliation = try Reconciliation(planned: Self.plan(cents), allocated: Self.letters)
    #expect(reconciliation.breaches.map(Self.words) == breaches)
    #expect(reconciliation.isWithin == breaches.isEmpty)
  }

  @Test("A difference that has no counterpart in 64 bits is an error")
  func overflow() {
    #expect(throws: MoneyOverflow()) {
      try Reconciliation(
        planned: [ControlledAmount(Money(cents: .max), .administration)],
        allocated: [ControlledAmount(Money(cents: -1), .administration)])
    }
  }

  @Test("The initiative is kept where its letter put it, in EDP too; a control that is over hides nothing")
  func parents() throws {
    func redirected(
      _ control: BudgetControl, allocated: [(Int64, InitiativePart?)], planned: [(Int64, InitiativePart?)]
    ) throws -> Int64? {
      func amounts(_ cents: [(Int64, InitiativePart?)]) -> [ControlledAmount] {
        cents.map { ControlledAmount(Money(cents: $0.0), control, initiative: $0.1) }
      }
      return try Reconciliation(planned: amounts(planned), allocated: amounts(allocated)).breaches
        .first { $0.rule == .initiativeRedirected }?.amount.cents
    }
    let edp = BudgetControl.edp(.enhancements, project: "P", account: "")
    #expect(try redirected(edp, allocated: [(100, .local)], planned: [(100, nil)]) == 100)
    #expect(try redirected(edp, allocated: [(100, .local)], planned: [(100, .local)]) == nil)
    for control in [edp, .administration] {
      let allocated: [(Int64, InitiativePart?)] = [(60, nil), (40, .local)]
      #expect(try redirected(control, allocated: allocated, planned: [(101, nil)]) == 40)
      #expect(try redirected(control, allocated: allocated, planned: [(61, nil), (40, .local)]) == nil)
    }
  }

  @Test("The initiative is counted once; every row says planned, allocated and the difference")
  func rows() throws {
    let rows = try Reconciliation(planned: Self.plan([800, 60, 40, 50, 150, 100]), allocated: Self.letters).rows
    #expect(rows.map(\.planned.cents) == [1_200, 950, 250, 150, 100, 100])
    #expect(rows.map(\.allocated.cents) == [1_300, 1_000, 300, 200, 100, 100])
    #expect(rows.map(\.difference.cents) == [100, 50, 50, 50, 0, 0])
  }

  @Test("What was allocated for a targeted program is a floor, never a cap")
  func targetedPrograms() throws {
    let less = try Reconciliation(planned: Self.plan([850, 60, 40, 49, 200, 100]), allocated: Self.letters)
    #expect(less.isWithin)
    #expect(less.shortfalls.map(\.program) == [.training] && less.shortfalls.first?.planned == Money(cents: 49))
    let more = try Reconciliation(planned: Self.plan([700, 60, 40, 200, 200, 100]), allocated: Self.letters)
    #expect(more.isWithin && more.shortfalls.isEmpty)
  }

  @Test("EDP that no letter names is over its allocation of nothing")
  func unknownProject() throws {
    let plan = [ControlledAmount(Money(cents: 1), .edp(.localRecurring, project: "P9", account: "A1"))]
    let reconciliation = try Reconciliation(planned: plan, allocated: Self.letters)
    #expect(reconciliation.breaches.map(Self.words) == ["forbidden-transfer local M&O recurring P9 A1 1"])
  }
}
