import Budgets
import Testing

@Suite("Monthly advances (AS.2.6 task 6)")
struct AdvanceTests {
  private static func advances(_ schedule: AdvanceSchedule) throws -> [Int64] {
    try schedule.months().map(\.advance.cents)
  }

  @Test(
    "Twelve advances add up to 90 percent, to the cent, whatever the allocation",
    arguments: [0, 1, 10, 100, 1_000, 1_333, 12_000_000, 100_000_001, 9_999_999_999_999] as [Int64])
  func addUp(base: Int64) throws {
    let schedule = AdvanceSchedule(base: Money(cents: base))
    let shares = schedule.shares.map(\.cents)
    #expect(shares.reduce(0, +) == base * 9 / 10)
    #expect(try #require(shares.max()) - #require(shares.min()) <= 1)
    #expect(try Self.advances(schedule) == shares)
  }

  @Test("A new letter plans the months that remain anew; those that were paid stay")
  func newLetter() throws {
    // 90 percent of 120.00 is 108.00: 9.00 a month. From October on the allocation is 132.00: 118.80.
    let before = AdvanceSchedule(base: Money(cents: 12_000))
    func after(_ catchUp: AdvanceSchedule.CatchUp) throws -> [Int64] {
      try Self.advances(before.replanned(base: Money(cents: 13_200), from: 4, catchUp: catchUp))
    }
    #expect(try after(.spread) == [900, 900, 900] + Array(repeating: 1_020, count: 9))
    #expect(try after(.next) == [900, 900, 900, 1_260] + Array(repeating: 990, count: 8))
    #expect(try after(.none) == [900, 900, 900] + Array(repeating: 990, count: 9))
    #expect(try after(.spread).reduce(0, +) == 11_880 && after(.next).reduce(0, +) == 11_880)
    #expect(before.shares.map(\.cents) == Array(repeating: 900, count: 12))
  }

  @Test("A letter below what was paid already takes it back")
  func lowerLetter() throws {
    let before = AdvanceSchedule(base: Money(cents: 12_000))
    let spread = try before.replanned(base: Money(cents: 2_000), from: 4, catchUp: .spread)
    // 18.00 for the year, 27.00 paid: nothing more is paid, and 9.00 are owed at its end.
    #expect(try Self.advances(spread) == [900, 900, 900] + Array(repeating: 0, count: 9))
    #expect(try spread.months().last?.carriedOut.cents == -900)
  }

  @Test("An adjustment larger than the next advance goes on with the one after it")
  func adjustment() throws {
    let schedule = try AdvanceSchedule(base: Money(cents: 12_000)).adjusted(by: Money(cents: -2_000), from: 5)
    let months = try schedule.months()
    #expect(months.map(\.advance.cents) == [900, 900, 900, 900, 0, 0, 700, 900, 900, 900, 900, 900])
    #expect(months[4].carriedOut.cents == -1_100 && months[5].carriedIn.cents == -1_100)
    let both = try schedule.adjusted(by: Money(cents: 500), from: 6)
    #expect(try Self.advances(both) == [900, 900, 900, 900, 0, 300, 900, 900, 900, 900, 900, 900])
  }

  @Test("A letter after an adjustment leaves the adjustment as it is")
  func letterAfterAdjustment() throws {
    let schedule = try AdvanceSchedule(base: Money(cents: 12_000)).adjusted(by: Money(cents: -300), from: 4)
      .replanned(base: Money(cents: 13_200), from: 4, catchUp: .spread)
    #expect(try Self.advances(schedule) == [900, 900, 900, 720] + Array(repeating: 1_020, count: 8))
  }
}
