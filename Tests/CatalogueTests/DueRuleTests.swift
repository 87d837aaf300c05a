import Catalogue
import Records
import Testing

@Suite("When something is due")
struct DueRuleTests {
  private static func days(_ rule: String, _ from: String, _ to: String) throws -> [String] {
    let rule = try #require(DueRule(rule))
    return rule.occurrences(in: try #require(Day(from))...(try #require(Day(to)))).map { "\($0.day) \($0.key)" }
  }

  @Test(
    "A rule has the days of its words",
    arguments: [
      ("2024-09-15", ["2024-09-15 2024-09-15"]),
      // The 15th calendar day after a month is the 15th of the next, on whatever weekday: 15 June 2024 is a Saturday.
      (
        "15 days after month end",
        [
          "2024-01-15 2023-12", "2024-02-15 2024-01", "2024-03-15 2024-02", "2024-04-15 2024-03", "2024-05-15 2024-04",
          "2024-06-15 2024-05", "2024-07-15 2024-06", "2024-08-15 2024-07", "2024-09-15 2024-08", "2024-10-15 2024-09",
          "2024-11-15 2024-10", "2024-12-15 2024-11",
        ]
      ),
      (
        "15 days after quarter end",
        [
          "2024-01-15 FFY 2024 Q1", "2024-04-15 FFY 2024 Q2", "2024-07-15 FFY 2024 Q3", "2024-10-15 FFY 2024 Q4",
        ]
      ),
      (
        "30 days after quarter end",
        [
          "2024-01-30 FFY 2024 Q1", "2024-04-30 FFY 2024 Q2", "2024-07-30 FFY 2024 Q3", "2024-10-30 FFY 2024 Q4",
        ]
      ),
      ("15 days after FFY end", ["2024-10-15 FFY 2024"]), ("15 days after SFY end", ["2024-07-15 SFY 2023-24"]),
      ("before FFY", ["2024-09-30 FFY 2025"]), ("before SFY", ["2024-06-30 SFY 2024-25"]),
      (
        "at quarter end",
        ["2024-03-31 FFY 2024 Q2", "2024-06-30 FFY 2024 Q3", "2024-09-30 FFY 2024 Q4", "2024-12-31 FFY 2025 Q1"]
      ),
      ("yearly on 09-15", ["2024-09-15 2024"]), ("every 2 years from 2022-11-01", ["2024-11-01 2024"]),
      ("every 2 years from 2023-11-01", []), ("every 2 years from 2026-11-01", []),
    ])
  func daysOfAYear(rule: String, expected: [String]) throws {
    #expect(try Self.days(rule, "2024-01-01", "2024-12-31") == expected)
  }

  @Test(
    "Thirty days after January fall into March, on the first of a leap year and the second of any other",
    arguments: [(2023, "2023-03-02"), (2024, "2024-03-01"), (2100, "2100-03-02"), (2000, "2000-03-01")])
  func thirtiethDay(year: Int, expected: String) throws {
    #expect(try Self.days("30 days after month end", "\(year)-03-01", "\(year)-03-29") == ["\(expected) \(year)-01"])
    // February's falls on 30 March, so March has two and February none but in what January left over.
    #expect(try Self.days("30 days after month end", "\(year)-02-01", "\(year)-02-28").isEmpty)
    #expect(try Self.days("30 days after month end", "\(year)-03-01", "\(year)-03-31").count == 2)
  }

  @Test(
    "The next business day moves a weekend to Monday, and no other day",
    arguments: [
      // 15 April 2023 is a Saturday, 15 October 2023 a Sunday; 15 January 2024 is a Monday, and a holiday that nobody ships.
      ("2023-04-15", "2023-04-18", ["2023-04-17 FFY 2023 Q2"]),
      ("2023-10-14", "2023-10-17", ["2023-10-16 FFY 2023 Q4"]),
      ("2024-01-13", "2024-01-17", ["2024-01-15 FFY 2024 Q1"]),
      // Moved out of the days that are asked for, and into them.
      ("2023-04-10", "2023-04-16", []), ("2023-04-17", "2023-04-17", ["2023-04-17 FFY 2023 Q2"]),
    ])
  func businessDays(from: String, to: String, expected: [String]) throws {
    #expect(try Self.days("15 days after quarter end, next business day", from, to) == expected)
  }

  @Test(
    "A rule is written as it was read",
    arguments: [
      "2024-09-15", "1 day after month end", "15 days after month end", "366 days after quarter end", "at month end",
      "at quarter end", "30 days after FFY end", "15 days after SFY end, next business day", "before FFY", "before SFY",
      "monthly on 1", "monthly on 28", "yearly on 01-31", "every 2 years from 2024-09-15",
      "yearly on 09-15, next business day",
    ])
  func roundTrip(text: String) throws { #expect(try #require(DueRule(text)).description == text) }

  @Test(
    "Every other text is no rule",
    arguments: [
      "", " ", "soon", "15 days", "15 days after month", "15  days after month end", "15 days after Month end",
      "0 days after month end", "015 days after month end", "367 days after month end", "-1 days after month end",
      "1 days after month end", "15 day after month end", "15 days after year end", "before month", "before quarter",
      "at FFY end", "monthly on 0", "monthly on 29", "monthly on 01", "yearly on 02-29", "yearly on 13-01",
      "yearly on 9-15", "every 1 years from 2024-01-01", "every 11 years from 2024-01-01",
      "every 2 years from 2024-02-29", "2023-02-29", "2024-9-15", "2024-09-15, next business day",
      "15 days after month end,next business day", "15 days after month end, next business day, next business day",
      "15 days after month end\n",
    ])
  func refused(text: String) { #expect(DueRule(text) == nil) }

  @Test("Days are counted both ways, over leap years and to the ends of the calendar")
  func counting() throws {
    for (year, month, day) in [(1900, 1, 1), (1900, 12, 31), (2000, 2, 29), (2024, 12, 31), (9999, 12, 31)] {
      let day = try #require(Day(year, month, day))
      #expect(Day(ordinal: day.ordinal) == day)
    }
    for ordinal in stride(from: 0, to: 120_000, by: 97) {
      #expect(try #require(Day(ordinal: ordinal)).ordinal == ordinal)
    }
    let end = try #require(Day(9999, 12, 31))
    #expect(end.adding(days: 1) == nil && Day(1900, 1, 1)?.adding(days: -1) == nil)
    #expect(Day(2024, 2, 28)?.adding(days: 2) == Day(2024, 3, 1))
    // 21 November 2026 is a Saturday.
    #expect(Day(2026, 11, 21)?.weekday == 6 && Day(1900, 1, 1)?.weekday == 1)
    #expect(Day(2026, 11, 21)?.quarterEnd == Day(2026, 12, 31) && Day(2024, 2, 1)?.monthEnd == Day(2024, 2, 29))
  }
}
