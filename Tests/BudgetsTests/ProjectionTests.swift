import Budgets
import Testing

@Suite("Spending foreseen (AS.2.4 task 6, AS.2.5 task 1)")
struct ProjectionTests {
  private static func money(_ cents: [Int64]) -> [Money] { cents.map(Money.init(cents:)) }

  struct Case: Sendable {
    let spent: [Int64]
    let method: Projection.Method
    let yearEnd: Int64?
    let overrun: Int?
  }

  @Test(
    "What is expected of the year, and the month in which it is too much",
    arguments: [
      Case(spent: [100, 100, 100], method: .straightLine, yearEnd: 1_200, overrun: nil),
      Case(spent: [101, 100, 100], method: .straightLine, yearEnd: 1_204, overrun: 12),
      Case(spent: [0, 0, 0, 130, 130, 130], method: .straightLine, yearEnd: 780, overrun: nil),
      Case(spent: [0, 0, 0, 130, 130, 130], method: .lastQuarter, yearEnd: 1_170, overrun: nil),
      Case(spent: [0, 0, 0, 200, 200, 200], method: .lastQuarter, yearEnd: 1_800, overrun: 10),
      Case(spent: [100, 200], method: .lastQuarter, yearEnd: 1_800, overrun: 9),
      Case(spent: [100], method: .manual(money([1_100, 1])), yearEnd: 1_201, overrun: 3),
      Case(spent: [1_201], method: .straightLine, yearEnd: 14_412, overrun: 1),
      Case(spent: [], method: .straightLine, yearEnd: nil, overrun: nil),
      Case(spent: [], method: .manual(money([5])), yearEnd: 5, overrun: nil),
      Case(spent: Array(repeating: 100, count: 12), method: .straightLine, yearEnd: 1_200, overrun: nil),
    ])
  func expected(_ one: Case) throws {
    let projection = Projection(
      spent: Self.money(one.spent), allocated: Money(cents: 1_200), method: one.method)
    #expect(try projection.yearEnd()?.cents == one.yearEnd)
    #expect(try projection.balance()?.cents == one.yearEnd.map { 1_200 - $0 })
    #expect(try projection.overrunMonth() == one.overrun)
  }
}
