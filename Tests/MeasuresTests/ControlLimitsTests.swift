import Measures
import Records
import Testing

@Suite("Control limits: decided by whole numbers")
struct ControlLimitsTests {
  typealias Verdict = ControlLimits.Verdict

  @Test(
    "On the limit is inside; one case further is outside",
    arguments: [
      // centre, deviations, share, verdict
      ((1, 2), 3, (27, 36), .inside),  // 3 · √(¼ / 36) is a quarter: 0.75 is the limit itself
      ((1, 2), 3, (28, 36), .above), ((1, 2), 3, (9, 36), .inside), ((1, 2), 3, (8, 36), .below),
      ((1, 2), 2, (24, 36), .inside), ((1, 2), 2, (25, 36), .above), ((1, 2), 1, (21, 36), .inside),
      ((1, 2), 1, (22, 36), .above), ((500, 1000), 3, (27, 36), .inside),
      ((1, 10), 3, (19, 100), .inside), ((1, 10), 3, (20, 100), .above),
      ((1, 10), 3, (1, 100), .inside), ((1, 10), 3, (0, 100), .below),
      // A centre of none or all has no room.
      ((0, 5), 3, (0, 7), .inside), ((0, 5), 3, (1, 7), .above), ((5, 5), 3, (6, 7), .below),
      // No share.
      ((1, 2), 3, (8, 7), nil), ((1, 2), 3, (-1, 7), nil), ((1, 2), 3, (0, 0), nil),
      // Products beyond 128 bits.
      ((500_000_000_000_000, 1_000_000_000_000_000), 3, (500_000_000_000_000, 1_000_000_000_000_000), .inside),
      ((500_000_000_000_000, 1_000_000_000_000_000), 3, (500_000_100_000_000, 1_000_000_000_000_000), .above),
    ] as [((Int64, Int64), Int, (Int64, Int64), Verdict?)])
  func verdict(centre: (Int64, Int64), deviations: Int, share: (Int64, Int64), verdict: Verdict?) throws {
    let limits = try #require(
      ControlLimits(numerator: centre.0, denominator: centre.1, deviations: deviations))
    #expect(limits.verdict(numerator: share.0, size: share.1) == verdict)
  }

  @Test("What is no share is no centre", arguments: [(1, 0), (-1, 3), (4, 3)] as [(Int64, Int64)])
  func noCentre(centre: (Int64, Int64)) {
    #expect(ControlLimits(numerator: centre.0, denominator: centre.1, deviations: 3) == nil)
  }

  @Test(
    "What is shown: hundredths of a point, the distance rounded down, never beyond 0 and 100",
    arguments: [
      ((1, 2), 36, [2500, 5000, 7500]), ((1, 3), 100, [1919, 3333, 4747]), ((1, 10), 9, [0, 1000, 4000]),
      ((99, 100), 10, [8957, 9900, 10_000]), ((0, 5), 7, [0, 0, 0]),
    ] as [((Int64, Int64), Int64, [Int])])
  func shown(centre: (Int64, Int64), size: Int64, limits: [Int]) throws {
    let found = try #require(
      ControlLimits(numerator: centre.0, denominator: centre.1, deviations: 3)?.shown(size: size))
    #expect([found.lower, found.centre, found.upper] == limits)
  }

  @Test(
    "Differences keep their sign, and halves go away from zero",
    arguments: [
      ("61.8", "60", 2, "+1.80"), ("60", "61.8", 2, "-1.80"), ("1", "1", 2, "0.00"), ("1.005", "1", 2, "+0.01"),
      ("1", "1.005", 2, "-0.01"), ("1", "1.004", 2, "0.00"), ("0.999", "0", 2, "+1.00"), ("2.5", "0", 0, "+3"),
    ])
  func differences(value: String, other: String, places: Int, written: String) throws {
    let first = try #require(ExactFigure(decimal: value))
    let second = try #require(ExactFigure(decimal: other))
    #expect(FigureDifference(first, less: second).rounded(to: places) == written)
  }
}
