import Measures
import Records
import Testing

/// A decimal number of a table.
func figure(_ text: String) -> ExactFigure {
  guard let figure = ExactFigure(decimal: text) else { fatalError("\(text) is no decimal number") }
  return figure
}

func quarter(_ text: String) -> FederalQuarter {
  guard let quarter = FederalQuarter(text) else { fatalError("\(text) is no quarter") }
  return quarter
}

private let set = DataSet.standard

private func measure(_ name: String) -> Measure {
  guard let measure = set.measure(name) else { fatalError("there is no measure \(name)") }
  return measure
}

@Suite("45 CFR 305.33: applicable percentages")
struct IncentiveTests {
  @Test(
    "Every edge of the table",
    arguments: [
      // measure, value, year before, percent
      ("1a", "100", "", 100), ("1a", "80", "", 100), ("1a", "79.99", "", 98), ("1a", "79", "", 98),
      ("1a", "78.999999", "", 96), ("1a", "71", "", 82), ("1a", "70.999", "", 80), ("1a", "70", "", 80),
      ("1a", "69.9", "", 79), ("1a", "69", "", 79), ("1a", "51", "", 61), ("1a", "50", "", 60),
      ("1a", "107.3", "", 100), ("1b", "80", "", 100), ("1b", "49.9", "", 0),
      // Below 50: ten points more than the year before for the first measure, five for the second.
      ("1a", "49.9", "39.9", 50), ("1a", "49.9", "39.91", 0), ("1a", "49.9", "", 0), ("1a", "0", "0", 0),
      ("1b", "20", "10", 50), ("2", "49.9", "44.9", 50), ("2", "49.9", "44.91", 0), ("2", "49.9", "40", 50),
      ("2", "50", "40", 60), ("2", "80", "", 100), ("2", "79.99", "", 98), ("2", "69.9", "", 79),
      // The third and fourth go down to 40.
      ("3", "80", "", 100), ("3", "79.99", "", 98), ("3", "70", "", 80), ("3", "69.9", "", 79), ("3", "50", "", 60),
      ("3", "49.9", "", 59), ("3", "41", "", 51), ("3", "40", "", 50), ("3", "39.99", "34.99", 50),
      ("3", "39.99", "35", 0), ("3", "39.99", "", 0), ("4", "49.9", "", 59), ("4", "40", "", 50),
      ("4", "39.9", "34.9", 50), ("4", "39.9", "34.95", 0), ("4", "80", "", 100),
      // Dollars per dollar. 4.99 to 5.00 has no row in the law: it stays in the row of 4.50.
      ("5", "5.00", "", 100), ("5", "4.9999", "", 90), ("5", "4.995", "", 90), ("5", "4.99", "", 90),
      ("5", "4.985", "", 90), ("5", "4.50", "", 90), ("5", "4.49", "", 80), ("5", "4.00", "", 80),
      ("5", "3.99", "", 70), ("5", "3.50", "", 70), ("5", "3.49", "", 60), ("5", "3.00", "", 60),
      ("5", "2.99", "", 50), ("5", "2.50", "", 50), ("5", "2.49", "", 40), ("5", "2.00", "", 40),
      ("5", "1.999", "", 0), ("5", "0", "1", 0),
    ] as [(String, String, String, Int)])
  func edges(name: String, value: String, before: String, percent: Int) {
    let incentive = set.incentive(
      of: measure(name), value: figure(value), yearBefore: before.isEmpty ? nil : figure(before),
      in: quarter("FFY 2024 Q4"))
    #expect(incentive?.percent == percent)
  }

  @Test("A value that the year before might rescue says that it is not known")
  func notKnown() {
    let low = set.incentive(of: measure("3"), value: figure("39"), yearBefore: nil, in: quarter("FFY 2024 Q4"))
    #expect(low?.basis == .yearBeforeNotKnown)
    let high = set.incentive(of: measure("3"), value: figure("40"), yearBefore: nil, in: quarter("FFY 2024 Q4"))
    #expect(high?.basis == .table)
  }

  @Test("State measures, and years before the table, earn nothing")
  func none() {
    #expect(
      set.incentive(of: measure("s1"), value: figure("90"), yearBefore: nil, in: quarter("FFY 2024 Q4")) == nil)
    #expect(set.incentive(of: measure("3"), value: figure("90"), yearBefore: nil, in: quarter("FFY 1999 Q4")) == nil)
  }
}

@Suite("45 CFR 305.40 and 305.61: penalty levels")
struct PenaltyTests {
  @Test(
    "Every edge of the levels",
    arguments: [
      // measure, quarter, value, year before, verdict
      ("1a", "FFY 2024 Q4", "90", "", .reached), ("1a", "FFY 2024 Q4", "89.5", "", .reached),
      ("1a", "FFY 2024 Q4", "89.49", "", .notKnown), ("1a", "FFY 2024 Q4", "89.49", "87", .reachedByGain),
      ("1a", "FFY 2024 Q4", "89", "87.5", .penalty), ("1a", "FFY 2024 Q4", "89", "87.4", .reachedByGain),
      ("1a", "FFY 2024 Q4", "75", "73", .reachedByGain), ("1a", "FFY 2024 Q4", "75", "74", .penalty),
      ("1a", "FFY 2024 Q4", "74", "71", .reachedByGain), ("1a", "FFY 2024 Q4", "74", "72", .penalty),
      ("1a", "FFY 2024 Q4", "50", "47", .reachedByGain), ("1a", "FFY 2024 Q4", "50", "48", .penalty),
      ("1a", "FFY 2024 Q4", "49", "45", .reachedByGain), ("1a", "FFY 2024 Q4", "49", "46", .penalty),
      ("1a", "FFY 2024 Q4", "45", "41", .reachedByGain), ("1a", "FFY 2024 Q4", "45", "42", .penalty),
      ("1a", "FFY 2024 Q4", "44", "39", .reachedByGain), ("1a", "FFY 2024 Q4", "44", "40", .penalty),
      ("1a", "FFY 2024 Q4", "40", "35", .reachedByGain), ("1a", "FFY 2024 Q4", "40", "36", .penalty),
      ("1a", "FFY 2024 Q4", "39", "33", .reachedByGain), ("1a", "FFY 2024 Q4", "39", "34", .penalty),
      ("1b", "FFY 2024 Q4", "39", "34", .penalty),
      // FFY 2020 to 2022: 50.
      ("1b", "FFY 2019 Q4", "50", "50", .penalty), ("1b", "FFY 2020 Q1", "50", "50", .reached),
      ("1b", "FFY 2022 Q4", "49.5", "50", .reached), ("1b", "FFY 2022 Q4", "49.4", "46", .penalty),
      ("1b", "FFY 2023 Q1", "50", "50", .penalty),
      ("2", "FFY 2024 Q4", "50", "", .reached), ("2", "FFY 2024 Q4", "49.99", "44.99", .reachedByGain),
      ("2", "FFY 2024 Q4", "49.99", "45", .neither), ("2", "FFY 2024 Q4", "40", "36", .neither),
      ("2", "FFY 2024 Q4", "39.99", "36", .penalty), ("2", "FFY 2024 Q4", "39.99", "34.99", .reachedByGain),
      ("3", "FFY 2024 Q4", "40", "", .reached), ("3", "FFY 2024 Q4", "39.99", "36", .neither),
      ("3", "FFY 2024 Q4", "35", "31", .neither), ("3", "FFY 2024 Q4", "35", "30", .reachedByGain),
      ("3", "FFY 2024 Q4", "34.99", "31", .penalty), ("3", "FFY 2024 Q4", "34.99", "29.99", .reachedByGain),
    ] as [(String, String, String, String, Penalty.Verdict)])
  func edges(name: String, period: String, value: String, before: String, verdict: Penalty.Verdict) {
    let penalty = set.penalty(
      of: measure(name), value: figure(value), yearBefore: before.isEmpty ? nil : figure(before), in: quarter(period))
    #expect(penalty?.verdict == verdict)
  }

  @Test("There is no penalty level for arrears cases and cost-effectiveness", arguments: ["4", "5"])
  func none(name: String) {
    #expect(set.penalty(of: measure(name), value: figure("1"), yearBefore: nil, in: quarter("FFY 2024 Q4")) == nil)
  }

  @Test(
    "The threshold follows the dates",
    arguments: [("FFY 2019 Q4", "90"), ("FFY 2020 Q1", "50"), ("FFY 2022 Q4", "50"), ("FFY 2023 Q1", "90")])
  func dated(period: String, value: String) {
    #expect(set.thresholds(of: measure("1b"), in: quarter(period)).map(\.value) == [figure(value)])
  }

  @Test("A level that was lowered after a disaster is a dated row of a new data set (305.61(e), (f))")
  func lowered() throws {
    let set = try DataSet(
      document: DataSet.standardDocument.replacing("- {at_least: 90}", with: "- {at_least: 85}"))
    let penalty = set.penalty(
      of: measure("1a"), value: figure("85"), yearBefore: figure("85"), in: quarter("FFY 2024 Q4"))
    #expect(penalty?.verdict == .reached)
  }
}
