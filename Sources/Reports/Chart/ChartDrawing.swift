/// The drawing of a chart: 720 units wide, as high as it needs.
enum ChartDrawing {
  static let width = 720

  static func svg(of chart: Page.Chart, id: String) -> String {
    let looks = chart.series.indices.map { SeriesLook(index: $0, id: id) }
    let (content, height) =
      switch chart.kind {
      case .lines: LineDrawing(chart: chart, looks: looks).drawn
      case .dots: DotDrawing(chart: chart).drawn
      case .bars, .stackedBars: BarDrawing(chart: chart, looks: looks).drawn
      }
    let patterns = looks.prefix(6).map(\.pattern).joined()
    return """
      <svg role="img" aria-labelledby="\(id)-title \(id)-desc" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)">
      <title id="\(id)-title">\(HTMLText.line(chart.title))</title>
      <desc id="\(id)-desc">\(HTMLText.line(description(of: chart)))</desc>
      \(patterns.isEmpty || chart.kind == .lines || chart.kind == .dots ? "" : "<defs>\n\(patterns)</defs>\n")\(content)</svg>

      """
  }

  /// What kind of drawing it is, and where its figures can be read.
  private static func description(of chart: Page.Chart) -> String {
    let kind =
      switch chart.kind {
      case .bars: "Bars"
      case .stackedBars: "Stacked bars"
      case .lines: "Lines"
      case .dots: "Points"
      }
    let names = chart.series.map(\.name).joined(separator: "; ")
    let lines = chart.measuringLines.map { ", with a line at \($0.name), \($0.figure.shown)" }.joined()
    return "\(kind): \(names), by \(chart.categoryHeader)\(lines). The figures are in the table that follows."
  }

  /// The names of the series with their looks, in as many lines as they need.
  ///
  /// - Returns: the elements and the height that they take; nothing for a single series.
  static func legend(of chart: Page.Chart, _ looks: [SeriesLook]) -> (text: String, height: Int) {
    if chart.series.count < 2 { return ("", 0) }
    var text = ""
    var (x, y) = (0, 0)
    for (series, look) in zip(chart.series, looks) {
      let name = SVG.cut(series.name, to: 300)
      let taken = 26 + SVG.width(of: name) + 18
      if x > 0 && x + taken > width { (x, y) = (0, y + 20) }
      text += SVG.rectangle(x: x + 1, y: y + 2, width: 18, height: 12, fill: look.fill)
      text += SVG.text(name, x: x + 26, y: y + 13)
      x += taken
    }
    return (text, y + 28)
  }
}

extension Page.Chart {
  /// The same figures as words.
  var table: Page.Table {
    let rows = categories.indices.map { index in
      Page.Row(
        [
          Page.Cell(
            stringLiteral: categories[index] + (marked.contains(index) && !markedWord.isEmpty ? " (\(markedWord))" : "")
          )
        ]
          + series.map { one in one.values[index].map { .number($0.shown) } ?? .text(missing) })
    }
    return Page.Table(
      caption: title, columns: [Page.Column(categoryHeader)] + series.map { Page.Column($0.name, align: .end) },
      rows: rows, hasRowHeaders: true,
      footnote: measuringLines.map { "\($0.name): \($0.figure.shown)" }.joined(separator: "; "))
  }

  /// The target first.
  var measuringLines: [Target] { (target.map { [$0] } ?? []) + references }

  var figures: [Figure] { series.flatMap(\.values).compactMap { $0 } }
}
