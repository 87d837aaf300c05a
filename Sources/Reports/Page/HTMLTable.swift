/// One table: caption, headers with their scopes, rows, footnote. A short one is not broken over two sheets.
struct HTMLTable {
  let table: Page.Table
  /// The caption's id.
  let id: String
  /// The number of the section that it stands in; 0 if in none.
  let section: Int

  /// A wide table, and one with long figures, gets a frame that scrolls, can be reached by the keyboard and has a name: its
  /// section's and its own. It is a group and no landmark: a page of plans has dozens of them.
  var text: String {
    let name = section == 0 ? id : "s\(section) \(id)"
    let isWide = table.width > 3
    let frame =
      "<div class=\"\(isWide ? "wide" : "figures")\" role=\"group\" aria-labelledby=\"\(name)\" tabindex=\"0\">\n"
    let note = table.footnote.isEmpty ? "" : "<p class=\"footnote\">\(HTMLText.lines(table.footnote))</p>\n"
    let isFramed = isWide || hasFigures
    return (isFramed ? frame : "") + element + (isFramed ? "</div>\n" : "") + note
  }

  private var element: String {
    """
    <table\(style)>
    <caption id="\(id)">\(HTMLText.line(table.caption))</caption>
    \(hasGroups ? columnGroups : "")<thead>
    \(head)</thead>
    <tbody>
    \(body)</tbody>
    </table>

    """
  }

  /// Figures are never broken over two lines, so that a screen may be too narrow for a row with so many characters of them,
  /// as two amounts have; beside fewer there is room for words at 320 pixels.
  private var hasFigures: Bool {
    table.rows.contains { row in
      row.cells.reduce(0) { if case .number(let text) = $1 { $0 + text.count } else { $0 } } >= 12
    }
  }

  private var style: String {
    // Few rows stay on one sheet, as long as they leave no large gap. Many columns need every place to break a line.
    let names = [(table.rows.count <= 4, "short"), (table.width > 10, "many")].filter(\.0).map(\.1)
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  private var hasGroups: Bool { table.columns.contains { !$0.parts.isEmpty } }

  /// `scope="colgroup"` speaks of these.
  private var columnGroups: String {
    table.columns.map { "<colgroup span=\"\(max(1, $0.parts.count))\"></colgroup>\n" }.joined()
  }

  private var head: String {
    let first = table.columns.map { column in
      if column.parts.isEmpty {
        return Self.header(column, scope: "col", hasGroups ? " rowspan=\"2\"" : "")
      }
      return Self.header(column, scope: "colgroup", " colspan=\"\(column.parts.count)\"")
    }
    let second = table.columns.flatMap(\.parts).map { Self.header($0, scope: "col", "") }
    return "<tr>\n\(first.joined())</tr>\n" + (hasGroups ? "<tr>\n\(second.joined())</tr>\n" : "")
  }

  /// A header without words would be no header: it is an empty cell.
  private static func header(_ column: Page.Column, scope: String, _ span: String) -> String {
    if column.header.isEmpty { return "<td\(span)></td>\n" }
    let style = column.alignment == .end ? " class=\"number\"" : scope == "colgroup" ? " class=\"group\"" : ""
    return "<th scope=\"\(scope)\"\(span)\(style)>\(HTMLText.lines(column.header))</th>\n"
  }

  private var body: String {
    if table.rows.isEmpty {
      return "<tr>\n<td colspan=\"\(table.width)\" class=\"none\">\(HTMLText.line(table.whenEmpty))</td>\n</tr>\n"
    }
    return table.rows.map(text(of:)).joined()
  }

  /// "2024-01-31", which a browser would break at its hyphens.
  private static func isDay(_ text: String) -> Bool {
    text.utf8.count == 10 && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (48...57).contains($0) }
  }

  private func text(of row: Page.Row) -> String {
    let cells = row.cells + Array(repeating: .empty, count: table.width - row.cells.count)
    let texts = zip(cells, table.leaves).enumerated().map { index, pair in
      let (cell, column) = pair
      let isHeader = index == 0 && table.hasRowHeaders && !cell.string.isEmpty
      let isEnd = column.alignment == .end
      let style =
        switch cell {
        case .number: " class=\"number\""
        case .text(let text) where Self.isDay(text): " class=\"day\(isEnd ? " end" : "")\""
        case .text, .empty: isEnd ? " class=\"end\"" : ""
        }
      let name = isHeader ? "th" : "td"
      return "<\(name)\(isHeader ? " scope=\"row\"" : "")\(style)>\(HTMLText.lines(cell.string))</\(name)>\n"
    }
    // A row with nothing in it is one of a form, to be written in by hand.
    let isOpen = cells.allSatisfy(\.string.isEmpty)
    let style = row.isTotal ? " class=\"total\"" : isOpen ? " class=\"open\"" : ""
    return "<tr\(style)>\n\(texts.joined())</tr>\n"
  }
}
