/// Horizontal bars: categories one under the other, their labels on the left, values at the ends of the bars.
struct BarDrawing {
  private let chart: Page.Chart
  private let looks: [SeriesLook]
  private let isStacked: Bool
  private let left: Int
  private let axis: ChartAxis
  private let barHeight: Int
  private let gap: Int
  private let labelSize: Int
  private let legend: (text: String, height: Int)

  init(chart: Page.Chart, looks: [SeriesLook]) {
    self.chart = chart
    self.looks = looks
    isStacked = chart.kind == .stackedBars && chart.figures.allSatisfy { $0.numerator >= 0 }
    // Many rows stand closer together, so that all agencies of the state fit on one sheet.
    let isDense = chart.categories.count > 24
    barHeight = isDense ? 10 : 16
    gap = isDense ? 2 : 12
    labelSize = isDense ? 12 : 13
    let labels = chart.categories.map { SVG.width(of: $0) }.max() ?? 0
    left = min(labels, 290) + 10
    let shown = isStacked ? [] : chart.figures.map(\.shown) + [chart.missing]
    let right = min(shown.map { SVG.width(of: $0) }.max() ?? 20, 200) + 10
    var values = isStacked ? Self.sums(of: chart) : chart.figures.map { Ratio($0) }
    if let target = chart.target { values.append(Ratio(target.figure)) }
    axis = ChartAxis(values: values, fromZero: true, length: ChartDrawing.width - left - right)
    legend = ChartDrawing.legend(of: chart, looks)
  }

  private static func sums(of chart: Page.Chart) -> [Ratio] {
    chart.categories.indices.map { index in
      chart.series.compactMap { $0.values[index] }.reduce(Ratio.zero) { $0 + Ratio($1) }
    }
  }

  private var top: Int { legend.height + (chart.target == nil ? 4 : 22) }
  private var barsPerCategory: Int { isStacked ? 1 : max(1, chart.series.count) }
  private var pitch: Int { barsPerCategory * (barHeight + 2) + gap }
  private var bottom: Int { top + max(1, chart.categories.count) * pitch }
  private var zero: Int { left + axis.place(of: .zero) }

  var drawn: (text: String, height: Int) {
    let rows = chart.categories.indices.map { row($0) }
    let base = SVG.line((zero, top), (zero, bottom), stroke: SVG.ink)
    // Words come last: their halo keeps them clear of every line.
    let text = legend.text + grid + rows.map(\.bars).joined() + base + target + rows.map(\.words).joined()
    return (text, bottom + 24)
  }

  private var grid: String {
    axis.marks(decimals: chart.scale.decimals).map { mark in
      let x = left + mark.place
      let words = chart.scale.prefix + mark.text + chart.scale.suffix
      return SVG.line((x, top), (x, bottom), stroke: "#d5dbe1")
        + SVG.text(words, x: x, y: bottom + 17, anchor: .middle, size: 12)
    }.joined()
  }

  private var target: String {
    guard let target = chart.target else { return "" }
    let x = left + axis.place(of: Ratio(target.figure))
    let words = "\(target.name) \(target.figure.shown)"
    let half = SVG.width(of: words) / 2
    let middle = min(max(x, half), ChartDrawing.width - half)
    return SVG.line((x, top - 4), (x, bottom), stroke: SVG.targetInk, width: 2, dash: "6 4")
      + SVG.text(words, x: middle, y: top - 9, anchor: .middle, fill: SVG.targetInk, bold: true)
  }

  private typealias Parts = (bars: String, words: String)

  private func row(_ index: Int) -> Parts {
    let y = top + index * pitch + gap / 2
    let middle = y + barsPerCategory * (barHeight + 2) / 2
    let label = SVG.text(
      SVG.cut(chart.categories[index], to: left - 10), x: left - 8, y: middle + 4, anchor: .end, size: labelSize)
    let row = isStacked ? stack(index, y: y) : bars(index, y: y)
    return (row.bars, label + row.words)
  }

  private func bars(_ index: Int, y: Int) -> Parts {
    var (bars, words) = ("", "")
    for (number, series) in chart.series.enumerated() {
      let y = y + number * (barHeight + 2)
      let base = y + barHeight - (barHeight < 16 ? 1 : 3)
      guard let figure = series.values[index] else {
        words += SVG.text(chart.missing, x: zero + 6, y: base, size: labelSize, fill: "#52606d", halo: true)
        continue
      }
      let end = left + axis.place(of: Ratio(figure))
      bars += SVG.rectangle(
        x: min(zero, end), y: y, width: abs(end - zero), height: barHeight, fill: looks[number].fill)
      words += SVG.text(figure.shown, x: max(zero, end) + 6, y: base, size: labelSize, halo: true)
    }
    return (bars, words)
  }

  /// A part's value stands in it where there is room; the table has them all.
  private func stack(_ index: Int, y: Int) -> Parts {
    var (bars, words) = ("", "")
    var sum = Ratio.zero
    for (number, series) in chart.series.enumerated() {
      guard let figure = series.values[index] else { continue }
      let start = left + axis.place(of: sum)
      sum = sum + Ratio(figure)
      let end = left + axis.place(of: sum)
      bars += SVG.rectangle(x: start, y: y, width: end - start, height: barHeight, fill: looks[number].fill)
      if SVG.width(of: figure.shown, size: 12) + 10 <= end - start {
        let base = y + barHeight - (barHeight < 16 ? 1 : 4)
        words += SVG.text(figure.shown, x: (start + end) / 2, y: base, anchor: .middle, size: 12, halo: true)
      }
    }
    return (bars, words)
  }
}
