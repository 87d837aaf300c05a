import Records
import Testing

@testable import Plans

@Suite("Progress from baseline to target")
struct MeasurementProgressTests {
  @Test(
    "Standing and part of the way",
    arguments: [
      // baseline, target, direction, figures, standing, hundredths of a percent
      ("61.8", "63.8", "", ["62.8"], "on the way", 5000),
      ("61.8", "63.8", "", ["62.8", "63.8"], "reached", 10000),
      ("61.8", "63.8", "", ["63.79999"], "on the way", 9999),
      ("61.8", "63.8", "", ["64.8"], "reached", 15000),
      ("61.8", "63.8", "", ["61.8"], "unchanged", 0),
      ("61.8", "63.8", "", ["61.7"], "moved away", nil),
      ("263", "150", "", ["200"], "on the way", 5575),
      ("263", "150", "down", ["149"], "reached", 10088),
      ("263", "150", "down", ["264"], "moved away", nil),
      ("$1.90", "$2.00", "up", ["$1.999"], "on the way", 9900),
      ("61.8 %", "63.8%", "", ["62.8%"], "on the way", 5000),
      ("4,600", "4,738", "", ["4,669"], "on the way", 5000),
      ("61.8", "63.8", "", [], "no figure yet", nil),
      ("few", "many", "", ["62"], "cannot be measured", nil),
      ("61.8", "63.8", "", ["better"], "cannot be measured", nil),
      ("61.8", "61.8", "", ["62"], "cannot be measured", nil),
    ] as [(String, String, String, [String], String, Int64?)])
  func standing(
    baseline: String, target: String, direction: String, figures: [String], standing: String, share: Int64?
  ) {
    var entry = Measurement(id: "m", title: "M", baseline: baseline, target: target, position: 1)
    entry.direction = direction
    entry.progress = figures.enumerated().map { Progress(quarter: $0 + 1, figure: $1) }
    let progress = MeasurementProgress(of: entry)
    #expect(progress.standing.rawValue == standing)
    #expect(progress.share == share)
  }

  @Test("Days are counted over leap days and ends of centuries")
  func days() throws {
    let pairs: [(String, String, Int)] = [
      ("1900-01-01", "1900-01-01", 0), ("2024-02-28", "2024-03-01", 2), ("2023-02-28", "2023-03-01", 1),
      ("1999-12-31", "2000-03-01", 61), ("2099-12-31", "2100-03-01", 60), ("2023-09-15", "2024-09-15", 366),
      ("1900-01-01", "2000-01-01", 36524),
    ]
    for (first, last, count) in pairs {
      #expect(try #require(Day(last)).ordinal - #require(Day(first)).ordinal == count, "\(first) \(last)")
    }
  }
}
