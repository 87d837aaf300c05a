extension Page {
  /// The page as one HTML file that needs nothing else: no script, no picture, no font, no address is fetched.
  ///
  /// One `h1`, headings without gaps, landmarks with a skip link, tables with captions and scopes, drawings with a title
  /// and their figures in a table behind them. It is set for the screen, for narrow screens and for Letter paper.
  ///
  /// - Source: HTML Living Standard; WCAG 2.2, level AA.
  public func html() -> String {
    var writer = HTMLWriter(outline: outline)
    writer.write(blocks, depth: 1)
    return """
      <!doctype html>
      <html lang="\(HTMLText.line(language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(PageStyle.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light">
      <title>\(HTMLText.line(name))</title>
      <style>\(PageStyle.sheet)</style>
      </head>
      <body>
      <a class="skip" href="#content">Skip to content</a>
      <header>
      \(Self.lines(overline))<h1>\(HTMLText.line(title))</h1>
      \(Self.lines(subtitle))</header>
      <main id="content" tabindex="-1">
      \(writer.text)</main>
      \(footer.isEmpty ? "" : "<footer>\n\(Self.lines(footer))</footer>\n")</body>
      </html>

      """
  }

  private static func lines(_ lines: [String]) -> String {
    lines.map { "<p>\(HTMLText.line($0))</p>\n" }.joined()
  }
}

/// Writes blocks in their order, and gives ids by counting: `s1`, `s2` … for sections, `t1` … for tables, `c1` … for charts.
struct HTMLWriter {
  private(set) var text = ""
  private let outline: [Page.OutlineEntry]
  private var sectionCount = 0
  private var tableCount = 0
  private var chartCount = 0

  init(outline: [Page.OutlineEntry]) { self.outline = outline }

  mutating func write(_ blocks: [Page.Block], depth: Int) {
    for block in blocks { write(block, depth: depth) }
  }

  private mutating func write(_ block: Page.Block, depth: Int) {
    switch block {
    case .section(let title, let blocks):
      sectionCount += 1
      let level = min(depth + 1, 6)
      text += "<section>\n<h\(level) id=\"s\(sectionCount)\">\(HTMLText.line(title))</h\(level)>\n"
      write(blocks, depth: depth + 1)
      text += "</section>\n"
    case .paragraph(let words): text += HTMLText.paragraphs(words)
    case .room(let lines):
      let line = "<div class=\"line\"></div>\n"
      text += "<div class=\"room\">\n\(String(repeating: line, count: lines))</div>\n"
    case .fields(let fields): write(fields)
    case .note(let note): write(note)
    case .list(let items, let ordered): write(items, ordered: ordered)
    case .table(let table): write(table)
    case .chart(let chart):
      if chart.figures.isEmpty { return write(chart.table) }
      chartCount += 1
      text += "<figure>\n<figcaption>\(HTMLText.line(chart.title))</figcaption>\n"
      text += "\(ChartDrawing.svg(of: chart, id: "c\(chartCount)"))</figure>\n"
      var table = chart.table
      table.caption = "Figures: \(chart.title)"
      write(table)
    case .contents(let title, let levels): writeContents(title, levels)
    }
  }

  private mutating func write(_ fields: [Page.Field]) {
    if fields.isEmpty { return }
    let items = fields.map { field in
      "<div><dt>\(HTMLText.line(field.label))</dt><dd>\(HTMLText.lines(field.value))</dd></div>\n"
    }
    text += "<dl>\n\(items.joined())</dl>\n"
  }

  private mutating func write(_ note: Page.Note) {
    let lead = "<strong>\(HTMLText.line(note.word)):</strong>"
    text += "<div class=\"note \(note.kind.rawValue)\">\n\(HTMLText.paragraphs(note.text, lead: lead))</div>\n"
  }

  private mutating func write(_ items: [String], ordered: Bool) {
    if items.isEmpty { return }
    let name = ordered ? "ol" : "ul"
    text += "<\(name)>\n\(items.map { "<li>\(HTMLText.lines($0))</li>\n" }.joined())</\(name)>\n"
  }

  private mutating func write(_ table: Page.Table) {
    tableCount += 1
    text += HTMLTable(table: table, id: "t\(tableCount)", section: sectionCount).text
  }

  /// A list in lists, which `nav` makes a landmark.
  private mutating func writeContents(_ title: String, _ levels: Int) {
    let entries = outline.enumerated().filter { $0.element.depth <= levels }
    if entries.isEmpty { return }
    text += "<nav aria-label=\"\(HTMLText.line(title))\">\n<p class=\"contents\">\(HTMLText.line(title))</p>\n"
    var depth = 0
    for (index, entry) in entries {
      if entry.depth > depth { text += "<ul>\n" } else { text += "</li>\n" }
      while depth > entry.depth {
        text += "</ul></li>\n"
        depth -= 1
      }
      depth = entry.depth
      text += "<li><a href=\"#s\(index + 1)\">\(HTMLText.line(entry.title))</a>"
    }
    text += String(repeating: "</li></ul>\n", count: depth) + "</nav>\n"
  }
}
