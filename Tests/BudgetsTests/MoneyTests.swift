import Budgets
import Records
import Testing

@Suite("Money and years")
struct MoneyTests {
  @Test(
    "An amount as people read it",
    arguments: [
      (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (99_999, "999.99"), (100_000, "1,000.00"),
      (-123_456_789, "-1,234,567.89"), (Int64.min, "-92,233,720,368,547,758.08"),
    ] as [(Int64, String)])
  func shown(cents: Int64, text: String) {
    #expect("\(Money(cents: cents))" == text)
  }

  @Test("A sum that does not fit is an error")
  func overflow() throws {
    let most = Money(cents: .max)
    #expect(throws: MoneyOverflow()) { try most.adding(Money(cents: 1)) }
    #expect(throws: MoneyOverflow()) { try Money(cents: .min).subtracting(Money(cents: 1)) }
    #expect(throws: MoneyOverflow()) { try Money.sum([most, Money(cents: -1), Money(cents: 2)]) }
    #expect(try Money.sum([most, Money(cents: -1), Money(cents: 1)]) == most)
    #expect(try Money.sum([]) == .zero)
  }

  @Test("A state fiscal year is named by both of its years")
  func years() throws {
    let year = try #require(StateFiscalYear("SFY 2023-24"))
    #expect("\(year)" == "SFY 2023-24")
    #expect(StateFiscalYear("SFY 1999-00")?.description == "SFY 1999-00")
    for text in ["SFY 2023-25", "FFY 2024", "SFY 2023-24 Q1", "SFY 23-24", ""] {
      #expect(StateFiscalYear(text) == nil, "\(text)")
    }
  }
}
