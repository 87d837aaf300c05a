import Measures
import Records
import Testing

@Suite("The comparative report: rules (IOP.2.3, 2.4, 2.6)")
struct ComparisonTests {
  typealias Example = ComparisonExample

  @Test("An average is the sum over the sum; what is missing is no zero, and the count says so")
  func averages() throws {
    let one = Example.computed(
      Example.comparison([
        ("a", "all", ["90/100"]), ("b", "all", ["1000/10000"]), ("c", "all", ["-"]), ("d", "all", ["*"]),
        ("e", "all", ["0/0"]), ("f", "", ["50/100"]),
      ]))
    #expect(one.statewide.numerator == 1140 && one.statewide.denominator == 10_200 && one.statewide.count == 3)
    let first = one.standings[0]
    #expect(first.peers.numerator == 1000 && first.peers.count == 1, "the others of its group, itself left out")
    #expect(one.groupAverages["all"]?.count == 2)
    #expect(one.standings[4].isNotComputable && one.standings[4].statewideRank == nil)
    #expect(one.standings[5].peers.value == nil && one.standings[5].groupRank == nil)
  }

  @Test(
    "Equal values share a place, and the best is the first in the direction of the measure",
    arguments: [(Measure.Direction.higher, [1, 2, 2, 4]), (.lower, [4, 2, 2, 1])])
  func ranks(direction: Measure.Direction, places: [Int]) {
    let one = Example.computed(
      Example.comparison(
        [
          ("a", "all", ["9/10"]), ("b", "all", ["4/5"]), ("c", "all", ["8/10"]), ("d", "all", ["1/10"]),
          ("e", "all", ["0/0"]),
        ], direction: direction))
    #expect(one.standings.compactMap { $0.statewideRank?.place } == places)
    #expect(one.standings[0].groupRank?.of == 4)
  }

  @Test(
    "A trend is so many changes in one direction, without a stop and without a gap",
    arguments: [
      (["1/10", "2/10", "3/10", "4/10"], false, .improving), (["4/10", "3/10", "2/10", "1/10"], false, .worsening),
      (["1/10", "2/10", "2/10", "4/10"], false, .none), (["9/10", "1/10", "2/10", "3/10", "4/10"], false, .improving),
      (["1/10", "-", "3/10", "4/10"], false, .tooFew), (["2/10", "3/10", "4/10"], false, .tooFew),
      (["1/10", "2/10", "3/10", "4/10"], true, .toDate),
    ] as [([String], Bool, MeasureComparison.Trend)])
  func trend(figures: [String], countsToDate: Bool, trend: MeasureComparison.Trend) {
    let one = Example.computed(Example.comparison([("a", "all", figures)], countsToDate: countsToDate))
    #expect(one.standings[0].trend == trend)
  }

  @Test(
    "An agency's own limits are about the mean of its earlier quarters, four at least",
    arguments: [
      (["18/36", "18/36", "18/36", "18/36", "27/36"], .inside),
      (["18/36", "18/36", "18/36", "18/36", "28/36"], .above),
      (["18/36", "18/36", "18/36", "18/36", "8/36"], .below), (["18/36", "18/36", "18/36", "28/36"], nil),
      (["18/36", "-", "18/36", "18/36", "28/36"], nil),
    ] as [([String], ControlLimits.Verdict?)])
  func ownLimits(figures: [String], verdict: ControlLimits.Verdict?) {
    let share = Example.comparison([("a", "all", figures)])
    #expect(Example.computed(share).standings[0].ownVerdict == verdict)
    let money = Example.comparison([("a", "all", figures)], isShare: false)
    #expect(Example.computed(money).standings[0].ownLimits == nil, "dollars are no cases: chance has no such limits")
    let toDate = Example.comparison([("a", "all", figures)], countsToDate: true)
    #expect(Example.computed(toDate).standings[0].ownLimits == nil)
  }

  @Test("An outlier is beyond one and a half times the distance of the quartiles; the fence itself is inside")
  func outliers() {
    // Quartiles 20 and 40: the fences are at 0 less 10 and at 70.
    func verdicts(_ last: String) -> [MeasureComparison.Outlier?] {
      let values = ["10/100", "20/100", "20/100", "30/100", "30/100", "40/100", "40/100", last]
      let rows = values.enumerated().map { index, value in (agency: "a\(index)", group: "all", figures: [value]) }
      return Example.computed(Example.comparison(rows)).standings.map(\.outlier)
    }
    #expect(verdicts("70/100").compactMap(\.self).isEmpty)
    #expect(verdicts("71/100").last == .some(.high))
    #expect(verdicts("-").compactMap(\.self).isEmpty, "seven values are too few")
  }

  @Test(
    "A figure is outside its band when it is worse by more than its width: exactly so much is inside",
    arguments: [
      ("50/100", "5", 1), ("55/100", "5", 0), ("549/1000", "5", 1), ("70/100", "5", 0), ("0/0", "5", 0),
      ("599/1000", "0", 1), ("60/100", "0", 0),
    ])
  func bands(own: String, by: String, count: Int) {
    let rows = [("a", "all", [own]), ("b", "all", ["60/100"])]
    let one = Example.computed(Example.comparison(rows, bands: [(.peers, by)]))
    #expect(one.standings[0].triggers.count == count)
  }

  @Test("A lower measure is worse above; a year before is four quarters back; no basis, no trigger")
  func otherBands() {
    let rows = [
      ("a", "all", ["60/100", "1/100", "1/100", "1/100", "66/100"]), ("b", "", ["-", "-", "-", "-", "9/10"]),
    ]
    let bands: [(ToleranceBand.Basis, String)] = [(.yearBefore, "5"), (.peers, "5")]
    let lower = Example.computed(Example.comparison(rows, direction: .lower, bands: bands))
    #expect(lower.standings[0].triggers.map(\.against) == [.yearBefore])
    #expect(lower.standings[1].triggers.isEmpty)
    let higher = Example.computed(Example.comparison(rows, bands: bands))
    #expect(higher.standings[0].triggers.isEmpty)
  }

  @Test(
    "The threshold of a whole year waits for its end where a measure counts to date",
    arguments: [("FFY 2024 Q3", true, 0), ("FFY 2024 Q4", true, 1), ("FFY 2024 Q3", false, 1)])
  func toDate(quarter: String, countsToDate: Bool, count: Int) {
    let comparison = Example.comparison(
      [("a", "all", ["899/1000"])], quarter: quarter, countsToDate: countsToDate, thresholds: ["90"],
      bands: [(.threshold, "0")])
    #expect(Example.computed(comparison).standings[0].triggers.count == count)
  }

  @Test("What is written is read, and written again as it was")
  func law() throws {
    let comparison = Example.comparison(
      [("a", "all", ["1/3", "-"]), ("b", "", ["*", "0/0"])], thresholds: ["90"], bands: [(.peers, "0.5")])
    let parts = comparison.parts
    #expect(parts.map(\.name) == ["agencies", "orders"])
    #expect(try Comparison(parts: parts.reversed()) == comparison)
  }

  @Test("A part that is not as it is written is refused", arguments: 0..<2)
  func damage(part: Int) throws {
    let comparison = Example.comparison(
      [("a", "all", ["1/3", "-"]), ("b", "", ["*", "0/0"])], thresholds: ["90"], bands: [(.peers, "0.5")])
    let parts = comparison.parts
    #expect(throws: ComparisonProblem.self) { try Comparison(parts: [parts[1 - part]]) }
    let lines = parts[part].text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices.dropLast() {
      let (before, line, after) = (lines[..<index], String(lines[index]), lines[(index + 1)...])
      let replacements: [[String]] = [[], [line, line], [line + "\t"], [line + " "]]
      for replacement in replacements {
        let damaged = before.map(String.init) + replacement + after.map(String.init)
        var broken = parts
        broken[part] = .init(name: parts[part].name, text: damaged.joined(separator: "\n"))
        // A damage that reads is another comparison, never the same one.
        let read = try? Comparison(parts: broken)
        #expect(read != comparison, "line \(index + 1)")
        #expect(read.map(\.parts) == nil || read?.parts == broken)
      }
    }
  }

  @Test(
    "Figures as they are written in a part",
    arguments: [
      ("12/34", true), ("-", true), ("*", true), ("-5/3", true), ("012/34", false), ("12/34/5", false), ("12", false),
      ("+1/2", false), ("1/2 ", false), ("1000000000000001/1", false), ("", false),
    ])
  func figures(text: String, isRead: Bool) {
    #expect((ComparedFigure(written: text)?.written == text) == isRead)
  }
}
