import Budgets
import Testing

@Suite("What may follow a claim (AS.2.6 task 7)")
struct ClaimRevisionTests {
  private static func amounts(_ cents: [Int64]) -> [String: Money] {
    Dictionary(uniqueKeysWithValues: cents.enumerated().map { ("l\($0.offset + 1)", Money(cents: $0.element)) })
  }

  @Test(
    "Over one half of the prior claim's line items, and payment not scheduled, is a revised claim",
    arguments: [
      ([1, 2, 3, 4], [9, 9, 3, 4], false, .supplemental, 4, 2), ([1, 2, 3, 4], [9, 9, 9, 4], false, .revised, 4, 3),
      ([1, 2, 3, 4], [9, 9, 9, 4], true, .supplemental, 4, 3), ([1, 2, 3], [9, 9, 3], false, .revised, 3, 2),
      ([1, 2, 3], [9, 2, 3], false, .supplemental, 3, 1), ([1, 2, 3], [1, 2, 3], false, nil, 3, 0),
      // Removed is revised; added is no line item of the prior claim; a line of zero is none.
      ([1, 2, 3], [0, 0, 3], false, .revised, 3, 2), ([1, 2, 3], [1, 2, 3, 4, 5, 6], false, .supplemental, 3, 0),
      ([1, 0, 0], [9, 9, 9], false, .revised, 1, 1), ([0], [5], false, .supplemental, 0, 0),
      ([-1, -2, 3], [1, 2, 3], false, .revised, 3, 2),
    ] as [([Int64], [Int64], Bool, Claim.Form?, Int, Int)])
  func form(
    prior: [Int64], new: [Int64], scheduled: Bool, form: Claim.Form?, lineItems: Int, revised: Int
  ) throws {
    let revision = try ClaimRevision(prior: Self.amounts(prior), new: Self.amounts(new))
    #expect(revision.form(paymentScheduled: scheduled) == form)
    #expect(revision.lineItems == lineItems && revision.revised == revised)
  }

  @Test("A supplemental claim has what is added and taken off, line by line")
  func differences() throws {
    let revision = try ClaimRevision(prior: Self.amounts([100, 200, 300]), new: Self.amounts([100, 150, 0, 40]))
    #expect(
      revision.differences == [
        .init(line: "l2", amount: Money(cents: -50)), .init(line: "l3", amount: Money(cents: -300)),
        .init(line: "l4", amount: Money(cents: 40)),
      ])
  }
}
