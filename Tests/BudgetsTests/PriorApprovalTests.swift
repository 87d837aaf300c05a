import Budgets
import Testing

@Suite("Prior approvals of EDP agreements (AS.2.4 task 5, AS.2.6 task 3)")
struct PriorApprovalTests {
  struct Case: Sendable {
    let amount: Int64
    var amendments: [(cents: Int64, days: Int)] = []
    let needed: [String]
  }

  @Test(
    "What needs which approval, and by which reading",
    arguments: [
      Case(amount: 10_000_000, needed: []), Case(amount: 10_000_001, needed: ["0 over $100,000: certain"]),
      // An amendment that goes past the threshold, exactly to it, and by two steps.
      Case(amount: 9_000_000, amendments: [(1_000_000, 0)], needed: []),
      Case(amount: 9_000_000, amendments: [(1_000_001, 0)], needed: ["1 an amendment goes past $100,000: certain"]),
      Case(
        amount: 9_000_000, amendments: [(600_000, 0), (600_000, 0)],
        needed: ["2 an amendment goes past $100,000: if amendments are summed"]),
      Case(amount: 9_000_000, amendments: [(-500_000, 0)], needed: []),
      // 60 and 61 days, of a large agreement and of a small one.
      Case(amount: 10_000_001, amendments: [(0, 60)], needed: ["0 over $100,000: certain"]),
      Case(
        amount: 10_000_001, amendments: [(0, 61)],
        needed: ["0 over $100,000: certain", "1 an amendment adds more than 60 days: certain"]),
      Case(
        amount: 10_000_001, amendments: [(0, 30), (0, 31)],
        needed: ["0 over $100,000: certain", "2 an amendment adds more than 60 days: if amendments are summed"]),
      Case(
        amount: 1_000_000, amendments: [(0, 61)],
        needed: ["1 an amendment adds more than 60 days: if 60 days bind smaller agreements"]),
      Case(amount: 1_000_000, amendments: [(0, 60), (0, -30)], needed: []),
      // Days that a merge brought and no person would: more than 64 bits hold.
      Case(
        amount: 1_000_000, amendments: [(0, .max), (0, 1), (0, .min)],
        needed: [
          "1 an amendment adds more than 60 days: if 60 days bind smaller agreements",
          "2 an amendment adds more than 60 days: if 60 days bind smaller agreements",
        ]),
      // Past the threshold and longer at once.
      Case(
        amount: 9_000_000, amendments: [(1_000_001, 61)],
        needed: [
          "1 an amendment goes past $100,000: certain", "1 an amendment adds more than 60 days: certain",
        ]),
    ])
  func needed(_ one: Case) throws {
    let approvals = try PriorApproval.needed(
      for: EDPAgreement(
        amount: Money(cents: one.amount),
        amendments: one.amendments.map { .init(amount: Money(cents: $0.cents), days: $0.days) }))
    #expect(approvals.first == PriorApproval(step: 0, reason: .spending, reading: .certain))
    #expect(
      approvals.filter(\.isFederal).map { "\($0.step) \($0.reason.rawValue): \($0.reading.rawValue)" } == one.needed)
  }
}
