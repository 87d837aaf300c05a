import Budgets
import Records
import Testing

@Suite("A year of advances: letters, settings, adjustments, and claims against them (AS.2.6 task 6)")
struct AdvancePlanTests {
  private typealias Letters = [(kind: AllocationLetter.Kind, day: String, cents: Int, edp: String)]

  static let year = StateFiscalYear("SFY 2024-25")!

  private static func plan(
    _ letters: Letters, adjustments: [AdvanceAdjustment] = [], _ change: (inout FiscalSettings) -> Void = { _ in }
  ) throws -> AdvancePlan {
    var settings = FiscalSettings()
    change(&settings)
    var all: [AllocationLetter] = []
    var lines: [AllocationLine] = []
    for (index, given) in letters.enumerated() {
      var letter = AllocationLetter(id: "\(index)")
      (letter.year, letter.kind, letter.day) = ("\(year)", given.kind.rawValue, given.day)
      all.append(letter)
      var line = AllocationLine(id: "\(index)")
      (line.letter, line.edp, line.amount) = (letter.id, given.edp, given.cents)
      (line.project, line.account) = given.edp.isEmpty ? ("", "") : ("P", "A")
      lines.append(line)
    }
    return try AdvancePlan(year: year, letters: all, lines: lines, adjustments: adjustments, settings: settings)
  }

  static func adjustment(_ id: String, quarter: String = "SFY 2024-25 Q1", month: Int, cents: Int) -> AdvanceAdjustment
  {
    var adjustment = AdvanceAdjustment(id: id)
    (adjustment.year, adjustment.quarter, adjustment.month) = ("\(year)", quarter, month)
    (adjustment.amount, adjustment.day) = (cents, "2024-10-20")
    return adjustment
  }

  private static func bases(_ plan: AdvancePlan) -> [Int64] { plan.months.map(\.base.cents) }

  @Test("A letter governs from the first day of a month that is its day or later")
  func governs() throws {
    let plan = try Self.plan([
      (.finalPlanning, "2024-06-15", 12_000, ""), (.final, "2024-09-01", 13_200, ""),
      (.nonStandard, "2024-12-02", 1_200, ""),
    ])
    #expect(
      Self.bases(plan) == Array(repeating: 12_000, count: 2) + Array(repeating: 13_200, count: 4)
        + Array(repeating: 14_400, count: 6))
    #expect(plan.months[1].letters == ["0"] && plan.months[2].letters == ["1"] && plan.months[6].letters == ["1", "2"])
    // Each plan is kept: the year's first, one from September, one from January.
    #expect(plan.plannings.map(\.from) == [1, 3, 7])
    #expect(plan.plannings[0].advances.map(\.cents) == Array(repeating: 900, count: 12))
    #expect(plan.plannings[1].advances.map(\.cents) == [900, 900] + Array(repeating: 1_008, count: 10))
    #expect(plan.months.map(\.advance.advance.cents).reduce(0, +) == 12_960)
    guard case .letters(let letters) = plan.plannings[2].cause else {
      Issue.record("a letter made this plan")
      return
    }
    #expect(letters.map(\.id) == ["2"])
  }

  @Test("Only maintenance and operation of EDP is in the base, where the department says so")
  func base() throws {
    let letters: Letters = [(.final, "2024-06-15", 12_000, "")]
    let subs = EDPCategory.allCases.map { (AllocationLetter.Kind.nonStandard, "2024-06-20", 1_200, $0.rawValue) }
    #expect(Self.bases(try Self.plan(letters + subs))[0] == 12_000 + 6 * 1_200)
    let part = try Self.plan(letters + subs) { $0.base = "administration and M&O" }
    #expect(Self.bases(part)[0] == 12_000 + 4 * 1_200)
  }

  @Test(
    "July is governed by the newest standard letter, or by the final planning one if the department says so",
    arguments: [
      // settings, letters, base of July
      ("latest", [(.initialPlanning, "2024-02-10", 100, "")], 100),
      ("planning", [(.initialPlanning, "2024-02-10", 100, "")], 0),
      ("latest", [(.initialPlanning, "2024-02-10", 100, ""), (.finalPlanning, "2024-07-20", 200, "")], 100),
      ("planning", [(.initialPlanning, "2024-02-10", 100, ""), (.finalPlanning, "2024-07-20", 200, "")], 200),
      ("planning", [(.finalPlanning, "2024-06-10", 200, ""), (.final, "2024-08-20", 300, "")], 200),
      ("latest", [(.final, "2024-08-20", 300, "")], 0), ("latest", [], 0),
    ] as [(String, [(AllocationLetter.Kind, String, Int, String)], Int64)])
  func july(setting: String, letters: [(AllocationLetter.Kind, String, Int, String)], base: Int64) throws {
    let plan = try Self.plan(letters.map { (kind: $0.0, day: $0.1, cents: $0.2, edp: $0.3) }) { $0.july = setting }
    #expect(Self.bases(plan)[0] == base)
  }

  @Test("An adjustment larger than the next advance takes that one and goes on; both plans are shown")
  func adjusted() throws {
    let plan = try Self.plan(
      [(.final, "2024-06-15", 12_000, "")], adjustments: [Self.adjustment("a", month: 5, cents: -2_000)])
    #expect(plan.plannings.map { $0.advances[4].cents } == [900, 0])
    #expect(plan.months.map(\.advance.advance.cents) == [900, 900, 900, 900, 0, 0, 700, 900, 900, 900, 900, 900])
  }

  @Test("What settles earlier quarters is no advance of this one, and nothing is adjusted twice")
  func compared() throws {
    let adjustments = [Self.adjustment("a", month: 5, cents: -2_000)]
    let plan = try Self.plan([(.final, "2024-06-15", 12_000, "")], adjustments: adjustments)
    func payments(_ months: ClosedRange<Int>) -> [AdvancePayment] {
      months.map { month in
        var payment = AdvancePayment()
        (payment.year, payment.month) = ("\(Self.year)", month)
        payment.amount = Int(plan.months[month - 1].advance.advance.cents)
        return payment
      }
    }
    func compare(_ number: Int, claimed: Int64?, _ paid: [AdvancePayment]) throws -> AdvanceComparison {
      try AdvanceComparison(
        quarter: StateQuarter(year: Self.year, number: number)!, claimed: claimed.map(Money.init(cents:)), plan: plan,
        payments: paid, adjustments: adjustments)
    }
    // 27.00 advanced, 7.00 claimed: 20.00 were taken back already.
    let first = try compare(1, claimed: 700, payments(1...12))
    #expect(first.advanced.cents == 2_700 && first.adjusted.cents == -2_000 && first.proposed == .zero)
    // A supplemental claim of 1.00 brings 1.00 more.
    #expect(try compare(1, claimed: 800, payments(1...12)).proposed?.cents == 100)
    // In the second quarter 9.00 were paid, after 18.00 had been kept for the first one.
    let second = try compare(2, claimed: 3_000, payments(1...12))
    #expect(second.paid.cents == 900 && second.settled.cents == -1_800 && second.advanced.cents == 2_700)
    #expect(second.proposed?.cents == 300)
    // The third one got 25.00, of which 2.00 were still kept.
    #expect(try compare(3, claimed: 2_700, payments(1...12)).proposed == .zero)
    let none = try compare(1, claimed: nil, payments(1...2))
    #expect(none.proposed == nil && none.unpaid == [3])
  }
}
