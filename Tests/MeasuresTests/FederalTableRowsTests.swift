import Measures
import Records
import Testing

private let set = DataSet.standard

private func measure(_ number: String) -> Measure {
  guard let measure = set.measure(number) else { fatalError("there is no measure \(number)") }
  return measure
}

/// So many ten-thousandths: the step by which a value is just below or just above an edge.
private func parts(_ units: Int64) -> ExactFigure {
  guard let figure = ExactFigure(units, over: 10_000) else { fatalError("\(units) is no figure") }
  return figure
}

@Suite("45 CFR 305.33: each row of the three tables, just below, at and just above its edge")
struct IncentiveRowTests {
  /// Table 1: percent of the measure, at least; applicable percentage. Below the last row: 0.
  static let paternityAndOrders: [(edge: Int64, percent: Int)] = [
    (80, 100), (79, 98), (78, 96), (77, 94), (76, 92), (75, 90), (74, 88), (73, 86), (72, 84), (71, 82), (70, 80),
    (69, 79), (68, 78), (67, 77), (66, 76), (65, 75), (64, 74), (63, 73), (62, 72), (61, 71), (60, 70), (59, 69),
    (58, 68), (57, 67), (56, 66), (55, 65), (54, 64), (53, 63), (52, 62), (51, 61), (50, 60),
  ]

  /// Table 2 goes on where table 1 ends.
  static let currentAndArrears =
    paternityAndOrders + [
      (49, 59), (48, 58), (47, 57), (46, 56), (45, 55), (44, 54), (43, 53), (42, 52), (41, 51), (40, 50),
    ]

  /// Table 3, in cents for a dollar.
  static let costEffectiveness: [(edge: Int64, percent: Int)] = [
    (500, 100), (450, 90), (400, 80), (350, 70), (300, 60), (250, 50), (200, 40),
  ]

  private func expectRows(_ number: String, _ rows: [(edge: Int64, percent: Int)], unit: Int64) {
    for (index, row) in rows.enumerated() {
      let below = index + 1 < rows.count ? rows[index + 1].percent : 0
      for (units, percent) in [
        (row.edge * unit - 1, below), (row.edge * unit, row.percent), (row.edge * unit + 1, row.percent),
      ] {
        // The value of the year before is the same: nothing is gained.
        let incentive = set.incentive(
          of: measure(number), value: parts(units), yearBefore: parts(units), in: quarter("FFY 2024 Q4"))
        #expect(incentive?.percent == percent, "\(number) at \(parts(units))")
      }
    }
  }

  @Test("Tables 1 and 2, in percent", arguments: ["1a", "1b", "2", "3", "4"])
  func percent(number: String) {
    let rows = ["3", "4"].contains(number) ? Self.currentAndArrears : Self.paternityAndOrders
    #expect(rows.count == (["3", "4"].contains(number) ? 41 : 31))
    expectRows(number, rows, unit: 10_000)
  }

  @Test("Table 3, in dollars for a dollar") func dollars() {
    expectRows("5", Self.costEffectiveness, unit: 100)
  }

  @Test(
    "Too low for the table: a gain of so many points is worth 50, exactly so many and not a part less",
    arguments: [
      ("1a", 50, 10), ("1b", 50, 10), ("2", 50, 5), ("3", 40, 5), ("4", 40, 5),
    ] as [(String, Int64, Int64)])
  func gains(number: String, lowest: Int64, gain: Int64) {
    func earned(_ value: Int64, _ before: Int64?) -> Int? {
      set.incentive(
        of: measure(number), value: parts(value), yearBefore: before.map(parts), in: quarter("FFY 2024 Q4"))?.percent
    }
    let points = gain * 10_000
    for value in [lowest * 10_000 - 1, 300_000, points + 1, points] {
      #expect(earned(value, value - points) == 50, "\(parts(value))")
      #expect(earned(value, value - points + 1) == 0, "\(parts(value))")
      #expect(earned(value, nil) == 0, "\(parts(value))")
    }
    #expect(earned(points - 1, 0) == 0)
    // In the table, the table holds.
    #expect(earned(lowest * 10_000, 0) == (lowest == 50 ? 60 : 50))
    #expect(earned(600_000, 0) == 70)
  }

  @Test("Cost-effectiveness is not rescued") func noRescue() {
    let incentive = set.incentive(
      of: measure("5"), value: parts(19_999), yearBefore: parts(0), in: quarter("FFY 2024 Q4"))
    #expect(incentive?.percent == 0 && incentive?.basis == .table)
  }

  @Test("The tables hold from FFY 2000 on", arguments: [("FFY 1999 Q4", false), ("FFY 2000 Q1", true)])
  func dated(period: String, holds: Bool) {
    for number in ["1a", "1b", "2", "3", "4", "5"] {
      let incentive = set.incentive(of: measure(number), value: parts(900_000), yearBefore: nil, in: quarter(period))
      #expect((incentive != nil) == holds, "\(number)")
    }
  }
}

@Suite("45 CFR 305.40, 305.61: each row of the penalty levels, just below, at and just above its edge")
struct PenaltyRowTests {
  /// A value, what it is taken as, and the points over the year before that are needed; nil for none.
  typealias Row = (value: String, whole: Int64, points: Int64?)

  static let ninety: [Row] = [
    ("100", 100, nil), ("90.0001", 90, nil), ("90", 90, nil), ("89.6", 90, nil), ("89.5", 90, nil),
    ("89.4999", 89, 2), ("75", 75, 2), ("74.5", 75, 2), ("74.4999", 74, 3), ("50", 50, 3), ("49.5", 50, 3),
    ("49.4999", 49, 4), ("45", 45, 4), ("44.5", 45, 4), ("44.4999", 44, 5), ("40", 40, 5), ("39.5", 40, 5),
    ("39.4999", 39, 6), ("20", 20, 6),
  ]

  static let fifty: [Row] = [
    ("90", 90, nil), ("50.0001", 50, nil), ("50", 50, nil), ("49.5", 50, nil), ("49.4999", 49, 4), ("45", 45, 4),
    ("44.5", 45, 4), ("44.4999", 44, 5), ("40", 40, 5), ("39.5", 40, 5), ("39.4999", 39, 6), ("20", 20, 6),
  ]

  @Test(
    "Paternity, rounded to whole points, as is the year before; FFY 2020 to 2022 have their own level",
    arguments: [
      ("FFY 2000 Q1", 90), ("FFY 2019 Q4", 90), ("FFY 2020 Q1", 50), ("FFY 2021 Q2", 50), ("FFY 2022 Q4", 50),
      ("FFY 2023 Q1", 90), ("FFY 2024 Q4", 90),
    ])
  func paternity(period: String, level: Int) {
    for number in ["1a", "1b"] {
      for row in level == 90 ? Self.ninety : Self.fifty {
        func penalty(_ before: Int64?) -> Penalty? {
          set.penalty(
            of: measure(number), value: figure(row.value), yearBefore: before.map(parts), in: quarter(period))
        }
        #expect(penalty(nil)?.judged == parts(row.whole * 10_000), "\(number) at \(row.value)")
        guard let points = row.points else {
          #expect(
            penalty(nil)?.verdict == .reached && penalty(1_000_000)?.verdict == .reached, "\(number) \(row.value)")
          continue
        }
        #expect(penalty(nil)?.verdict == .notKnown && penalty(nil)?.neededGain == parts(points * 10_000))
        let before = (row.whole - points) * 10_000
        for (units, verdict) in [
          (before - 10_000, Penalty.Verdict.reachedByGain), (before, .reachedByGain), (before + 4_999, .reachedByGain),
          (before + 5_000, .penalty), (before + 10_000, .penalty),
        ] {
          #expect(penalty(units)?.verdict == verdict, "\(number) at \(row.value), before \(parts(units))")
        }
      }
    }
  }

  @Test(
    "Orders and current support, exactly: below the level five points more earn an incentive, else nothing, else a penalty",
    arguments: [
      ("2", 50, 40), ("3", 40, 35),
    ] as [(String, Int64, Int64)])
  func others(number: String, level: Int64, low: Int64) {
    func penalty(_ value: Int64, _ before: Int64?) -> Penalty.Verdict? {
      set.penalty(
        of: measure(number), value: parts(value), yearBefore: before.map(parts), in: quarter("FFY 2024 Q4"))?.verdict
    }
    for (value, otherwise) in [
      (level * 10_000 + 1, nil), (level * 10_000, nil), (level * 10_000 - 1, .neither), (low * 10_000 + 1, .neither),
      (low * 10_000, .neither), (low * 10_000 - 1, .penalty), (50_000, .penalty),
    ] as [(Int64, Penalty.Verdict?)] {
      let (gained, missed) = (value - 50_000, value - 49_999)
      #expect(penalty(value, gained) == (otherwise == nil ? .reached : .reachedByGain), "\(number) at \(parts(value))")
      #expect(penalty(value, missed) == otherwise ?? .reached, "\(number) at \(parts(value))")
      #expect(penalty(value, nil) == (otherwise == nil ? .reached : .notKnown), "\(number) at \(parts(value))")
    }
    #expect(penalty(49_999, 0) == .penalty && penalty(0, 0) == .penalty)
  }

  @Test(
    "The thresholds that agencies are held against, and when",
    arguments: [
      // quarter; 1a and 1b, 2, 3, 4, 5
      ("FFY 1999 Q4", ["", "", "", "", ""]), ("FFY 2000 Q1", ["90", "40", "35", "", "2"]),
      ("FFY 2019 Q4", ["90", "40", "35", "", "2"]), ("FFY 2020 Q1", ["50", "40", "35", "", "2"]),
      ("FFY 2022 Q4", ["50", "40", "35", "", "2"]), ("FFY 2023 Q1", ["90", "40", "35", "", "2"]),
      ("FFY 2024 Q4", ["90", "40", "35", "", "2"]),
    ])
  func thresholds(period: String, values: [String]) {
    for (number, value) in zip(["1a", "1b", "2", "3", "4", "5"], [values[0]] + values) {
      let found = set.thresholds(of: measure(number), in: quarter(period))
      #expect(found.map(\.value) == (value.isEmpty ? [] : [figure(value)]), "\(number)")
      #expect(found.allSatisfy { $0.title == "federal minimum threshold (state measure) applied to this LCSA" })
    }
  }

  @Test("89.6 is below the threshold, exactly, and reaches the penalty level as 90") func bothVerdicts() {
    let (value, period) = (figure("89.6"), quarter("FFY 2024 Q4"))
    #expect(set.thresholds(of: measure("1b"), in: period).allSatisfy { value < $0.value })
    let penalty = set.penalty(of: measure("1b"), value: value, yearBefore: nil, in: period)
    #expect(penalty?.verdict == .reached && penalty?.judged == figure("90"))
    #expect(set.incentive(of: measure("1b"), value: value, yearBefore: nil, in: period)?.percent == 100)
  }
}
