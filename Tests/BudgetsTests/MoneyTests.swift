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
    // Whatever the order: what fits at the end fits.
    #expect(try Money.sum([most, Money(cents: 1), Money(cents: -1)]) == most)
    #expect(try Money.sum([]) == .zero)
  }

  @Test("Beside others stands what a thousand of them can be added to; else nothing, and no error")
  func besideOthers() throws {
    let most = Money(cents: 9_000_000_000_000_000)
    func beside(_ cents: [Int64]) throws -> Money? {
      try Money.besideOthers {
        try Money.sum(cents.map { Money(cents: $0) })
      } adding: {
        [$0, nil]
      }
    }
    #expect(try beside([most.cents - 1, 1]) == most && beside([-most.cents]) == Money(cents: -most.cents))
    #expect(try beside([most.cents, 1]) == nil && beside([.max, 1]) == nil && beside([.min]) == nil)
    #expect(try Money.sum(Array(repeating: most, count: 1_000)).cents == 9_000_000_000_000_000_000)
  }

  @Test("A state fiscal year runs from July to June")
  func years() throws {
    let year = try #require(StateFiscalYear("SFY 2023-24"))
    #expect("\(year)" == "SFY 2023-24")
    #expect(year.months.first == Day(2023, 7, 1) && year.months.last == Day(2024, 6, 1))
    #expect(Day(2024, 2, 29).flatMap(year.month) == 8)
    #expect(Day(2023, 6, 30).flatMap(year.month) == nil && Day(2024, 7, 1).flatMap(year.month) == nil)
    #expect(StateFiscalYear("SFY 1999-00")?.description == "SFY 1999-00")
    for text in ["SFY 2023-25", "FFY 2024", "SFY 2023-24 Q1", "SFY 23-24", ""] {
      #expect(StateFiscalYear(text) == nil, "\(text)")
    }
  }

  @Test(
    "Quarters are claimed by the day of payment; claims are due on the 15th, weekend or not",
    arguments: [
      ("SFY 2024-25 Q1", "2024-07-01", "2024-09-30", "2024-10-15", "2025-06-30"),
      ("SFY 2024-25 Q2", "2024-10-01", "2024-12-31", "2025-01-15", "2025-09-30"),
      ("SFY 2024-25 Q3", "2025-01-01", "2025-03-31", "2025-04-15", "2025-12-31"),
      ("SFY 2024-25 Q4", "2025-04-01", "2025-06-30", "2025-07-15", "2026-03-31"),
      // 15 October 2023 is a Sunday; the window of a leap year ends with its month too.
      ("SFY 2023-24 Q1", "2023-07-01", "2023-09-30", "2023-10-15", "2024-06-30"),
    ])
  func quarters(name: String, first: String, last: String, due: String, until: String) throws {
    let quarter = try #require(StateQuarter(name))
    #expect("\(quarter)" == name)
    #expect(quarter.firstDay == Day(first) && quarter.lastDay == Day(last))
    #expect(quarter.claimDue == Day(due) && quarter.supplementalUntil == Day(until))
    #expect(quarter.contains(quarter.firstDay) && quarter.contains(quarter.lastDay))
    #expect(try !quarter.contains(#require(quarter.lastDay.adding(days: 1))))
  }
}
