/// Points, one under the other, each on a thin line of its own; labels on the left, values on the right. A point tells its
/// value by its place alone, so the axis may begin where the values do: differences of a few points can be seen.
struct DotDrawing {
  private let chart: Page.Chart
  private let left: Int
  private let right: Int
  private let axis: ChartAxis
  private let pitch: Int
  private let labelSize: Int

  init(chart: Page.Chart) {
    self.chart = chart
    let isDense = chart.categories.count > 24
    pitch = isDense ? 15 : 22
    labelSize = isDense ? 12 : 13
    let labels = chart.categories.indices.map { SVG.width(of: Self.label(chart, $0)) }.max() ?? 0
    left = min(labels, 250) + 10
    let values = (chart.figures.map(\.shown) + [chart.missing]).map { SVG.width(of: $0, size: 12) }.max() ?? 0
    right = min(values, 170) + 14
    axis = ChartAxis(
      values: chart.figures.map { Ratio($0) } + chart.measuringLines.map { Ratio($0.figure) }, fromZero: false,
      length: ChartDrawing.width - left - right - 16)
  }

  private static func label(_ chart: Page.Chart, _ index: Int) -> String {
    chart.marked.contains(index) ? "▶ \(chart.categories[index])" : chart.categories[index]
  }

  private var top: Int { chart.measuringLines.count * 18 + 8 }
  private var bottom: Int { top + max(1, chart.categories.count) * pitch }
  private var origin: Int { left + 8 }

  var drawn: (text: String, height: Int) {
    let rows = chart.categories.indices.map { row($0) }.joined()
    let base =
      axis.startsAtZero
      ? "" : SVG.text("The axis does not begin at zero.", x: origin, y: bottom + 36, size: 12, fill: "#52606d")
    return (grid + lines + rows + base, bottom + (axis.startsAtZero ? 26 : 44))
  }

  private var grid: String {
    axis.marks(decimals: chart.scale.decimals).map { mark in
      let x = origin + mark.place
      return SVG.line((x, top), (x, bottom), stroke: "#e4e8ec")
        + SVG.text(
          chart.scale.prefix + mark.text + chart.scale.suffix, x: x, y: bottom + 17, anchor: .middle, size: 12)
    }.joined()
  }

  private static let dashes = ["6 4", "2 3", "10 3 2 3", "1 5"]
  private static let inks = [SVG.targetInk, "#4a4a4a", "#5b2a86", "#1e6b3a"]

  /// Each line has a row of its own above the points for its words, and a dash of its own.
  private var lines: String {
    chart.measuringLines.enumerated().map { index, line in
      let number = index % 4
      let x = origin + axis.place(of: Ratio(line.figure))
      let y = 14 + index * 18
      let words = "\(line.name) \(line.figure.shown)"
      let width = SVG.width(of: words, size: 12)
      let isRight = x + 8 + width > ChartDrawing.width
      return SVG.line((x, y - 10), (x, bottom), stroke: Self.inks[number], width: 2, dash: Self.dashes[number])
        + SVG.text(
          words, x: isRight ? x - 6 : x + 6, y: y, anchor: isRight ? .end : .start, size: 12, fill: Self.inks[number],
          bold: true, halo: true)
    }.joined()
  }

  private func row(_ index: Int) -> String {
    let y = top + index * pitch + pitch / 2
    let isMarked = chart.marked.contains(index)
    let label = SVG.text(
      SVG.cut(Self.label(chart, index), to: left - 10, size: labelSize), x: left - 4, y: y + 4, anchor: .end,
      size: labelSize, bold: isMarked)
    guard let figure = chart.series[0].values[index] else {
      return label
        + SVG.text(
          chart.missing, x: ChartDrawing.width - 4, y: y + 4, anchor: .end, size: 12, fill: "#52606d", bold: isMarked)
    }
    let x = origin + axis.place(of: Ratio(figure))
    let point =
      isMarked
      ? "<path d=\"M\(x) \(y - 7)L\(x + 7) \(y)L\(x) \(y + 7)L\(x - 7) \(y)Z\" fill=\"#a34700\" stroke=\"#fff\"/>\n"
      : "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\" fill=\"\(SVG.blue)\" stroke=\"#fff\"/>\n"
    return label + SVG.line((origin, y), (origin + axis.length, y), stroke: "#e4e8ec") + point
      + SVG.text(
        figure.shown, x: ChartDrawing.width - 4, y: y + 4, anchor: .end, size: 12, bold: isMarked)
  }
}
