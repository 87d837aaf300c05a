import Testing

@testable import Reports

@Suite("Charts: exact places, words beside colours")
struct ChartDrawingTests {
  @Test(
    "The axis has round marks, and holds every value",
    arguments: [
      // values, from zero, marks
      ([(618, 10), (702, 10)], true, ["0", "20", "40", "60", "80"]),
      ([(618, 10), (702, 10)], false, ["60", "62", "64", "66", "68", "70", "72"]),
      ([(1_999, 1_000), (2, 1)], false, ["1.9990", "1.9992", "1.9994", "1.9996", "1.9998", "2.0000"]),
      ([(5, 1)], false, ["0", "1", "2", "3", "4", "5"]),
      ([(0, 1)], true, ["0", "1"]),
      ([], true, ["0", "1"]),
      ([(-200, 1), (700, 1)], true, ["−200", "0", "200", "400", "600", "800"]),
      ([(-7, 1)], true, ["−8", "−6", "−4", "−2", "0"]),
      ([(1_234_567, 1)], true, ["0", "500,000", "1,000,000", "1,500,000"]),
      ([(1, 3)], true, ["0.0", "0.1", "0.2", "0.3", "0.4"]),
      (
        [(Int.max, 1)], true,
        [
          "0", "2,000,000,000,000,000,000", "4,000,000,000,000,000,000", "6,000,000,000,000,000,000",
          "8,000,000,000,000,000,000", "10,000,000,000,000,000,000",
        ]
      ),
    ] as [([(Int, Int)], Bool, [String])])
  func marks(values: [(Int, Int)], fromZero: Bool, marks: [String]) {
    let values = values.map { Ratio(Int128($0.0), Int128($0.1)) }
    let axis = ChartAxis(values: values, fromZero: fromZero, length: 400)
    let found = axis.marks(decimals: 0)
    #expect(found.map(\.text) == marks)
    #expect(found.first?.place == 0 && found.last?.place == 400)
    for value in values { #expect((0...400).contains(axis.place(of: value))) }
  }

  @Test("An axis of money has its cents")
  func decimals() {
    let axis = ChartAxis(values: [Ratio(235, 100)], fromZero: true, length: 100)
    #expect(axis.marks(decimals: 2).map(\.text) == ["0.00", "0.50", "1.00", "1.50", "2.00", "2.50"])
  }

  @Test(
    "Places are rounded to whole units, and thirds are thirds",
    arguments: [
      ((0, 1), 0), ((1, 3), 100), ((2, 3), 200), ((1, 1), 300), ((1, 600), 1), ((1, 601), 0), ((-1, 3), -100),
    ] as [((Int, Int), Int)])
  func places(value: (Int, Int), place: Int) {
    let axis = ChartAxis(values: [.zero, Ratio(1, 1)], fromZero: true, length: 300)
    #expect(axis.place(of: Ratio(Int128(value.0), Int128(value.1))) == place)
  }

  @Test("Figures of any size are drawn", arguments: [Page.Chart.Kind.bars, .stackedBars, .lines])
  func extremes(kind: Page.Chart.Kind) {
    let figures: [Page.Chart.Figure?] = [
      .init(.max, shown: "most"), .init(.min, shown: "least"), .init(1, over: .max, shown: "small"), nil,
      .init(.max, over: .max, shown: "one"),
    ]
    for values in [figures, figures.map { figure in figure.flatMap { $0.numerator < 0 ? nil : $0 } }] {
      let chart = Page.Chart(
        kind, title: "T", categoryHeader: "C", categories: ["a", "b", "c", "d", "e"],
        series: [.init("S", values), .init("R", values)])
      #expect(PageMarkup(Page(title: "T", blocks: [.chart(chart)]).html()).faults == [])
    }
  }

  static func bars(_ kind: Page.Chart.Kind, _ series: [[Int?]]) -> [(x: Int, width: Int)] {
    let chart = Page.Chart(
      kind, title: "T", categoryHeader: "C", categories: series[0].indices.map { "\($0)" },
      series: series.enumerated().map { number, values in
        .init("S\(number)", values.map { $0.map { .init($0, shown: "\($0)") } })
      })
    return PageMarkup(ChartDrawing.svg(of: chart, id: "c1")).all("rect").filter { $0.attributes["y"] != nil }
      .filter { $0.attributes["height"] == "16" }
      .compactMap { tag in
        guard let x = tag.attributes["x"].flatMap({ Int($0) }), let width = tag.attributes["width"].flatMap({ Int($0) })
        else { return nil }
        return (x, width)
      }
  }

  @Test("Bars begin at zero, and are as long as their values")
  func barLengths() {
    let bars = Self.bars(.bars, [[100, 50, 0, nil, -50]])
    #expect(bars.count == 4)
    #expect(Set(bars.prefix(3).map(\.x)).count == 1)
    #expect(abs(bars[0].width - 2 * bars[1].width) <= 1)
    #expect(bars[2].width == 0)
    #expect(bars[3].x + bars[3].width == bars[0].x && abs(bars[3].width - bars[1].width) <= 1)
  }

  @Test("Parts of a stack stand end to end; a stack with a negative part is drawn as bars")
  func stacks() {
    let parts = Self.bars(.stackedBars, [[3, nil], [4, 2], [5, 6]])
    #expect(parts.count == 5)
    #expect(parts[1].x == parts[0].x + parts[0].width && parts[2].x == parts[1].x + parts[1].width)
    #expect(parts[3].x == parts[0].x)
    let bars = Self.bars(.stackedBars, [[3], [-1]])
    #expect(bars.count == 2 && bars[1].x + bars[1].width == bars[0].x)
  }

  @Test("A marked point has its mark in the drawing, and its word in the table")
  func marked() {
    let chart = Page.Chart(
      .dots, title: "T", categoryHeader: "Agency", categories: ["Invented County 01", "Invented County 02"],
      series: [.init("S", [.init(1, shown: "1"), .init(2, shown: "2")])], marked: [1], markedWord: "this agency")
    let drawn = DotDrawing(chart: chart).drawn.text
    #expect(drawn.contains(">▶ Invented County 02<") && drawn.contains(">Invented County 01<"), "\(drawn)")
    #expect(chart.table.rows.map { $0.cells[0] } == ["Invented County 01", "Invented County 02 (this agency)"])
  }

  @Test("A line is interrupted where a figure is missing")
  func gaps() {
    let chart = Page.Chart(
      .lines, title: "T", categoryHeader: "C", categories: ["a", "b", "c", "d"],
      series: [.init("S", [.init(1, shown: "1"), .init(2, shown: "2"), nil, .init(3, shown: "3")])])
    let path = PageMarkup(ChartDrawing.svg(of: chart, id: "c1")).all("path").first?.attributes["d"] ?? ""
    #expect(path.wholeMatch(of: /M\d+ \d+L\d+ \d+M\d+ \d+/) != nil)
  }

  @Test("Each of six series has another filling, another dash, another point")
  func looks() {
    let looks = (0..<6).map { SeriesLook(index: $0, id: "c1") }
    #expect(Set(looks.map(\.fill)).count == 6)
    #expect(Set(looks.map(\.dash)).count == 6)
    #expect(Set(looks.map { $0.point(x: 0, y: 0).prefix { $0 != "f" } }).count == 6)
    for look in looks where look.fill.hasPrefix("url") {
      #expect(look.pattern.contains("id=\"\(look.fill.dropFirst(5).dropLast())\""))
    }
  }

  @Test("The table of a chart has every figure in words, and says where there is none")
  func table() {
    #expect(
      Page(title: "T", blocks: [.chart(PageEverything.bars)]).markdown() == """
        # T

        **Current support collected, by agency**

        | Agency | Baseline | Now |
        | --- | --: | --: |
        | Invented County A | 61.8 percent | 62.7 percent |
        | Invented County B | 70.2 percent | 69.8 percent |
        | Invented County C | no figure | 64.1 percent |
        | Invented Regional Agency D | 65.5 percent | 67.1 percent |

        Statewide: 66.3 percent

        """)
  }

  @Test("Without any figure there is no drawing, only the table that says so")
  func nothingToDraw() {
    let chart = Page.Chart(
      .bars, title: "Late", categoryHeader: "Agency", categories: ["A"], series: [.init("Days", [nil])])
    let markup = PageMarkup(Page(title: "T", blocks: [.chart(chart)]).html())
    #expect(markup.all("svg").isEmpty)
    #expect(markup.all("td").map(\.text) == ["no figure"])
  }

  @Test("A target is drawn as a line with its name and its value")
  func target() {
    for chart in [PageEverything.bars, PageEverything.lines] {
      let markup = PageMarkup(ChartDrawing.svg(of: chart, id: "c1"))
      #expect(markup.all("line").contains { $0.attributes["stroke"] == SVG.targetInk })
      #expect(
        markup.all("text").contains { $0.text == "\(chart.target?.name ?? "") \(chart.target?.figure.shown ?? "")" })
    }
  }
}
