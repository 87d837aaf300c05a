import Measures
import Records
import Testing

@Suite("The value of a measure")
struct MeasureValueTests {
  private let set = DataSet.standard

  private func value(_ name: String, _ period: String, _ figures: [String: Int64]) -> MeasureValue? {
    guard let measure = set.measure(name) else { fatalError("there is no measure \(name)") }
    return set.value(of: measure, through: quarter(period)) { figures["\($0.element) \($0.period)"] }
  }

  @Test("A stock counts as it is at the end of the quarter, and is whole at any time")
  func stock() {
    let value = value("2", "FFY 2024 Q2", ["157-1 2024-03": 8, "157-2 2024-03": 7, "157-2 2024-02": 1])
    #expect(value?.value == figure("87.5"))
    #expect(value?.isToDate == false)
  }

  @Test("A flow is added from the first month of the federal fiscal year; a month that is missing leaves no value")
  func flow() {
    var figures: [String: Int64] = [:]
    for (index, month) in ["2023-10", "2023-11", "2023-12", "2024-01", "2024-02", "2024-03"].enumerated() {
      figures["157-24 \(month)"] = 100_00
      figures["157-25 \(month)"] = Int64(index) * 10_00
    }
    let value = value("3", "FFY 2024 Q2", figures)
    #expect(value?.numerator == 150_00)
    #expect(value?.denominator == 600_00)
    #expect(value?.value == figure("25"))
    #expect(value?.isToDate == false)
    figures["157-25 2023-11"] = nil
    #expect(self.value("3", "FFY 2024 Q2", figures) == nil)
  }

  @Test("What counts once in the year is taken as it stands, and says so before the year's end")
  func toDate() {
    let figures: [String: Int64] = [
      "157-28 2024-03": 10, "157-29 2024-03": 4, "157-28 2024-09": 12, "157-29 2024-09": 9,
    ]
    #expect(value("4", "FFY 2024 Q2", figures)?.value == figure("40"))
    #expect(value("4", "FFY 2024 Q2", figures)?.isToDate == true)
    #expect(value("4", "FFY 2024 Q4", figures)?.value == figure("75"))
    #expect(value("4", "FFY 2024 Q4", figures)?.isToDate == false)
  }

  @Test("Paternity is over the year before, and may be more than 100 percent")
  func priorYear() {
    let value = value("1a", "FFY 2024 Q4", ["157-6 2024-09": 103, "157-5 2023-09": 100, "157-5 2024-09": 1])
    #expect(value?.value == figure("103"))
  }

  @Test("Cost-effectiveness: collections over expenditures less what is taken off; quarters and months together")
  func ratio() {
    var figures: [String: Int64] = [
      "396-7 FFY 2024 Q1": 110_00, "396-1c FFY 2024 Q1": 10_00, "396-7 FFY 2024 Q2": 100_00, "396-1c FFY 2024 Q2": 0,
    ]
    for month in quarter("FFY 2024 Q2").toDate.flatMap(\.months) {
      for line in ["34-4b", "34-4c", "34-8", "34-11"] { figures["\(line) \(month)"] = 25_00 }
    }
    #expect(value("5", "FFY 2024 Q2", figures)?.value == figure("3"))
  }

  @Test("A denominator of zero is not computable: neither 0 nor 100")
  func zero() {
    let value = value("2", "FFY 2024 Q1", ["157-1 2023-12": 0, "157-2 2023-12": 0])
    #expect(value != nil)
    #expect(value?.value == nil)
  }

  @Test(
    "The months of the quarters",
    arguments: [
      ("FFY 2024 Q1", ["2023-10", "2023-11", "2023-12"]), ("FFY 2024 Q2", ["2024-01", "2024-02", "2024-03"]),
      ("FFY 2024 Q3", ["2024-04", "2024-05", "2024-06"]), ("FFY 2024 Q4", ["2024-07", "2024-08", "2024-09"]),
    ])
  func months(period: String, months: [String]) {
    #expect(quarter(period).months == months)
  }

  @Test("Links are among the measures, and a state measure says what of it is ours")
  func links() {
    for measure in set.measures where measure.origin == .state {
      #expect(!measure.ours.isEmpty && (1...3).contains(measure.link))
      #expect(set.measure(measure.linkedTo)?.origin == .federal)
    }
  }
}
