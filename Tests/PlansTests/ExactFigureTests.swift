import Plans
import Records
import Testing

@Suite("A figure is exact")
struct ExactFigureTests {
  @Test(
    "What reads, and as which fraction",
    arguments: [
      ("89.6", 448, 5), ("89.60", 448, 5), ("2.00", 2, 1), ("1.999", 1999, 1000), ("0", 0, 1), ("100", 100, 1),
      ("0.000000000001", 1, 1_000_000_000_000),
    ] as [(String, Int64, Int64)])
  func reads(text: String, numerator: Int64, denominator: Int64) throws {
    let figure = try #require(ExactFigure(decimal: text))
    #expect(figure.numerator == numerator)
    #expect(figure.denominator == denominator)
  }

  @Test(
    "What does not read",
    arguments: ["", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", "90%", " 1", "1.2.3", "٣", "1234567890123456"])
  func refuses(text: String) { #expect(ExactFigure(decimal: text) == nil) }

  @Test(
    "A fraction without a positive denominator is no figure",
    arguments: [(1, 0), (0, 0), (1, -2), (-1, 2)] as [(Int64, Int64)])
  func refusesFraction(numerator: Int64, denominator: Int64) {
    #expect(ExactFigure(numerator, over: denominator) == nil)
  }

  @Test(
    "Compared exactly",
    arguments: [
      ("89.6", "90", true), ("90", "90", false), ("90.00", "90", false), ("89.99999999", "90", true),
      ("1.999", "2.00", true), ("2.00", "2", false), ("2.001", "2.00", false), ("999999999999999", "1", false),
    ])
  func compares(left: String, right: String, below: Bool) throws {
    let (left, right) = (try #require(ExactFigure(decimal: left)), try #require(ExactFigure(decimal: right)))
    #expect((left < right) == below)
  }

  @Test("The greatest integers compare without overflow")
  func comparesGreatest() throws {
    let less = try #require(ExactFigure(Int64.max - 1, over: Int64.max))
    let more = try #require(ExactFigure(Int64.max, over: Int64.max - 1))
    #expect(less < more)
    #expect(less.rounded(to: 6) == "1.000000")
    #expect(less.description == "0.999999…")
  }

  @Test(
    "Written in full or cut, rounded on request",
    arguments: [
      (448, 5, "89.6", "90", "89.60"), (1999, 1000, "1.999", "2", "2.00"), (2, 1, "2", "2", "2.00"),
      (5, 3, "1.666666…", "2", "1.67"), (1, 2, "0.5", "1", "0.50"),
      (5_999_999_999, 3_000_000_000, "1.999999…", "2", "2.00"),
    ] as [(Int64, Int64, String, String, String)])
  func shows(numerator: Int64, denominator: Int64, full: String, whole: String, cents: String) throws {
    let figure = try #require(ExactFigure(numerator, over: denominator))
    #expect(figure.description == full)
    #expect(figure.rounded(to: 0) == whole)
    #expect(figure.rounded(to: 2) == cents)
  }
}

@Suite("Days and periods")
struct DayAndPeriodTests {
  @Test(
    "Days that are none",
    arguments: ["2023-02-29", "2023-13-01", "2023-1-01", "2023/01/01", "2023-00-10", "", "2100-02-29"])
  func noDay(text: String) { #expect(Day(text) == nil) }

  @Test("A day is written in two ways")
  func written() throws {
    let day = try #require(Day("2024-02-29"))
    #expect(day.description == "2024-02-29")
    #expect(day.slashed == "02/29/24")
  }

  @Test(
    "The last day of a period",
    arguments: [
      ("FFY 2023", "2023-09-30"), ("FFY 2024 Q1", "2023-12-31"), ("FFY 2024 Q4", "2024-09-30"),
      ("SFY 2023-24", "2024-06-30"), ("SFY 2023-24 Q1", "2023-09-30"), ("SFY 1999-00", "2000-06-30"),
      ("2024-02", "2024-02-29"),
    ])
  func lastDay(text: String, day: String) throws { #expect(try #require(Period(text)).lastDay.description == day) }

  @Test(
    "Periods without a calendar are refused",
    arguments: ["2023", "Q1", "FFY 23", "SFY 2023", "SFY 2023-25", "FFY 2023 Q5", "FFY  2023", "2024-13"])
  func refused(text: String) { #expect(Period(text) == nil) }
}
