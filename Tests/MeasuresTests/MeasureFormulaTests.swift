import Measures
import Records
import Testing

/// 45 CFR 305.2(a), DCL-09-07; 22 CCR 121120(a) and what of it is ours.
@Suite("What each measure is made of")
struct MeasureFormulaTests {
  /// What each element has in every period of FFY 2024; in FFY 2023 it is 1000 more. No two sums of them are equal.
  private static let figures: [String: Int64] = [
    "157-1": 101, "157-2": 53, "157-5": 31, "157-6": 29, "157-8": 37, "157-9": 19, "157-24": 43, "157-25": 41,
    "157-28": 23, "157-29": 17, "34-4b": 2, "34-4c": 3, "34-8": 5, "34-11": 7, "396-7": 61, "396-1c": 11,
    "state-current-order": 47, "state-current-paid": 59, "state-paying": 67, "state-arrears-order": 71,
    "state-to-serve": 73, "state-served": 79, "state-paternities": 83, "state-orders": 89, "state-medical-order": 97,
    "state-medical-provided": 103,
  ]

  private static func value(_ measure: Measure, _ period: String) -> MeasureValue? {
    DataSet.standard.value(of: measure, through: quarter(period)) { name in
      let year = Period(name.period).map { FederalQuarter(of: $0.lastDay).year }
      return figures[name.element].map { year == 2024 ? $0 : $0 + 1000 }
    }
  }

  @Test(
    "Numerator over denominator at mid-year: six months added, the last of a stock, the whole of the year before",
    arguments: [
      // number, kind, numerator, denominator, whether it says "so far", whether it may be over 100
      ("1a", .percent, 29, 1031, true, true), ("1b", .percent, 6 * 19, 1037, true, true),
      ("2", .percent, 53, 101, false, false), ("3", .percent, 6 * 41, 6 * 43, false, false),
      ("4", .percent, 17, 23, true, false), ("5", .ratio, 6 * (2 + 3 + 5 + 7), 2 * (61 - 11), false, false),
      ("s1", .percent, 47, 101, false, false), ("s2", .percent, 59, 47, true, true),
      ("s3", .dollars, 6 * (2 + 3 + 5 + 7), 67, true, false), ("s4", .percent, 71, 101, false, false),
      ("s5", .percent, 17, 23, true, false), ("s6", .percent, 6 * 79, 6 * 73, false, true),
      ("s7", .percent, 6 * 83, 1031, true, true), ("s8", .percent, 6 * 89, 1101 - 1053, true, true),
      ("s9", .ratio, 6 * (2 + 3 + 5 + 7), 2 * 61, false, false), ("s10", .percent, 97, 53, false, false),
      ("s11", .percent, 103, 97, false, false),
    ] as [(String, Measure.Kind, Int64, Int64, Bool, Bool)])
  func formula(
    number: String, kind: Measure.Kind, numerator: Int64, denominator: Int64, isToDate: Bool, mayExceedWhole: Bool
  ) throws {
    let measure = try #require(DataSet.standard.measure(number))
    let value = try #require(Self.value(measure, "FFY 2024 Q2"))
    #expect(measure.kind == kind && measure.mayExceedWhole == mayExceedWhole)
    #expect(value.numerator == numerator && value.denominator == denominator)
    let (over, under): (Int64, Int64) =
      switch kind {
      case .percent: (100, 1)
      case .ratio: (1, 1)
      case .dollars: (1, 100)
      }
    #expect(value.value == ExactFigure(numerator * over, over: denominator * under))
    #expect(value.isToDate == isToDate)
    #expect(Self.value(measure, "FFY 2024 Q4")?.isToDate == false)
  }

  @Test("Every element of the data set is in a measure, and every measure is in the table above")
  func whole() {
    let set = DataSet.standard
    #expect(Set(set.elements.map(\.code)) == Set(Self.figures.keys))
    #expect(Set(set.measures.flatMap { $0.terms.map(\.element) }) == Set(Self.figures.keys))
    #expect(set.measures.count == 17)
  }

  @Test(
    "A state measure names the regulation, what of it is ours, and the federal measure that it is linked to",
    arguments: [
      ("s1", "2", 2), ("s2", "3", 1), ("s3", "3", 2), ("s4", "4", 3), ("s5", "4", 1), ("s6", "2", 2), ("s7", "1a", 1),
      ("s8", "2", 1), ("s9", "5", 1), ("s10", "2", 3), ("s11", "2", 3),
    ])
  func link(number: String, federal: String, strength: Int) throws {
    let measure = try #require(DataSet.standard.measure(number))
    #expect(measure.source.contains("22 CCR 121120(a)") && !measure.ours.isEmpty)
    #expect(DataSet.standard.measure(measure.linkedTo)?.number == federal && measure.link == strength)
  }
}
