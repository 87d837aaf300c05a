/// A line for each series over periods, named at its right end.
struct LineDrawing {
  private let chart: Page.Chart
  private let looks: [SeriesLook]
  private let left: Int
  private let right: Int
  private let axis: ChartAxis
  private let top = 24

  init(chart: Page.Chart, looks: [SeriesLook]) {
    self.chart = chart
    self.looks = looks
    var values = chart.figures.map { Ratio($0) }
    if let target = chart.target { values.append(Ratio(target.figure)) }
    axis = ChartAxis(values: values, fromZero: false, length: 220)
    let marks = axis.marks(decimals: chart.scale.decimals).map { chart.scale.prefix + $0.text + chart.scale.suffix }
    left = max(30, (marks.map { SVG.width(of: $0, size: 12) }.max() ?? 0) + 12)
    let names = chart.series.map { SVG.width(of: Self.endLabel($0)) }.max() ?? 0
    right = ChartDrawing.width - min(max(names, 20), 230) - 28
  }

  private static func endLabel(_ series: Page.Chart.Series) -> String {
    guard let last = series.values.last, let figure = last else { return series.name }
    return "\(series.name) \(figure.shown)"
  }

  /// The same, with the name cut and the figure whole.
  private static func endLabel(_ series: Page.Chart.Series, width: Int) -> String {
    guard let last = series.values.last, let figure = last else { return SVG.cut(series.name, to: width) }
    return SVG.cut(series.name, to: width - SVG.width(of: " \(figure.shown)")) + " \(figure.shown)"
  }

  private var bottom: Int { top + axis.length }

  var drawn: (text: String, height: Int) {
    let lines = chart.series.indices.map { line($0) }.joined()
    let base =
      axis.startsAtZero
      ? "" : SVG.text("The axis does not begin at zero.", x: left, y: bottom + 42, size: 12, fill: "#52606d")
    let text = grid + periods + target.line + lines + target.words + endLabels + base
    return (text, bottom + (axis.startsAtZero ? 32 : 50))
  }

  private var showsValues: Bool { chart.series.count == 1 && chart.categories.count <= 8 }

  /// From the axis to the first point: words that stand there do not reach the marks of the axis.
  private var inset: Int {
    let words = (chart.categories.first.map { [$0] } ?? []) + (showsValues ? chart.figures.map(\.shown) : [])
    return min(max(24, (words.map { SVG.width(of: $0, size: 12) }.max() ?? 0) / 2 + 2), 100)
  }

  private func x(_ index: Int) -> Int {
    let count = chart.categories.count
    let (start, end) = (left + inset, right - 14)
    return count < 2 ? (start + end) / 2 : start + (end - start) * index / (count - 1)
  }

  private func y(_ figure: Page.Chart.Figure) -> Int { bottom - axis.place(of: Ratio(figure)) }

  private var grid: String {
    axis.marks(decimals: chart.scale.decimals).map { mark in
      let y = bottom - mark.place
      let words = chart.scale.prefix + mark.text + chart.scale.suffix
      return SVG.line((left, y), (right, y), stroke: mark.place == 0 ? SVG.ink : "#d5dbe1")
        + SVG.text(words, x: left - 8, y: y + 4, anchor: .end, size: 12)
    }.joined()
  }

  /// Labels of periods; where they would touch, only every second, third … stands.
  private var periods: String {
    let count = chart.categories.count
    let widest = chart.categories.map { SVG.width(of: $0, size: 12) + 8 }.max() ?? 0
    let room = count < 2 ? widest : max(1, x(1) - x(0))
    let step = max(1, min(count, (widest + room - 1) / room))
    return chart.categories.indices.filter { $0.isMultiple(of: step) }.map { index in
      SVG.text(
        SVG.cut(chart.categories[index], to: 200, size: 12), x: x(index), y: bottom + 18, anchor: .middle, size: 12)
    }.joined()
  }

  private var target: (line: String, words: String) {
    guard let target = chart.target else { return ("", "") }
    let y = y(target.figure)
    let line = SVG.line((left, y), (right, y), stroke: SVG.targetInk, width: 2, dash: "6 4")
    let words = "\(target.name) \(target.figure.shown)"
    return (line, SVG.text(words, x: left + 4, y: y - 6, fill: SVG.targetInk, bold: true, halo: true))
  }

  /// A missing figure interrupts the line. The values of a single line stand at its points.
  private func line(_ number: Int) -> String {
    let look = looks[number]
    var (path, points, values) = ("", "", "")
    var isInterrupted = true
    for (index, value) in chart.series[number].values.enumerated() {
      guard let figure = value else {
        isInterrupted = true
        continue
      }
      let (x, y) = (x(index), y(figure))
      path += "\(isInterrupted ? "M" : "L")\(x) \(y)"
      isInterrupted = false
      points += look.point(x: x, y: y)
      if showsValues && index + 1 < chart.categories.count {
        values += SVG.text(figure.shown, x: x, y: y - 10, anchor: .middle, size: 12, halo: true)
      }
    }
    if path.isEmpty { return "" }
    let dash = look.dash.isEmpty ? "" : " stroke-dasharray=\"\(look.dash)\""
    return "<path d=\"\(path)\" fill=\"none\" stroke=\"\(look.stroke)\" stroke-width=\"2\"\(dash)/>\n" + values + points
  }

  /// Each line's point and name at the height of its last value, moved apart where they would touch.
  private var endLabels: String {
    var labels: [(y: Int, number: Int)] = []
    for (number, series) in chart.series.enumerated() {
      guard let last = series.values.last(where: { $0 != nil }), let figure = last else { continue }
      labels.append((y(figure), number))
    }
    labels.sort { ($0.y, $0.number) < ($1.y, $1.number) }
    for index in labels.indices.dropFirst() where labels[index].y < labels[index - 1].y + 16 {
      labels[index].y = labels[index - 1].y + 16
    }
    return labels.map { label in
      let words = Self.endLabel(chart.series[label.number], width: ChartDrawing.width - right - 22)
      let look = looks[label.number]
      return look.point(x: right + 9, y: label.y)
        + SVG.text(words, x: right + 18, y: label.y + 5, fill: look.stroke, bold: true)
    }.joined()
  }
}
