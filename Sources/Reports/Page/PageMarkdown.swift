extension Page {
  /// The page as Markdown with the tables of GitHub's: the same words in the same order as `html()`.
  ///
  /// A chart is the table of its figures. A header that spans columns stands before each of them ("Progress Reports: 1st
  /// Quarter"), since these tables have no spans.
  public func markdown() -> String {
    var parts = overline.map { MarkdownText.inline($0) } + ["# \(MarkdownText.inline(title))"]
    parts += subtitle.map { MarkdownText.inline($0) }
    parts += Self.markdown(of: blocks, depth: 1, outline: outline)
    if !footer.isEmpty { parts += ["---"] + footer.map { MarkdownText.inline($0) } }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func markdown(of blocks: [Block], depth: Int, outline: [OutlineEntry]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .section(let title, let inner):
        return [String(repeating: "#", count: min(depth + 1, 6)) + " " + MarkdownText.inline(title)]
          + markdown(of: inner, depth: depth + 1, outline: outline)
      case .paragraph(let text): return text.isEmpty ? [] : [MarkdownText.paragraphs(text)]
      case .room: return []
      case .fields(let fields): return fields.map(markdown(of:))
      case .note(let note): return [markdown(of: note)]
      case .list(let items, let ordered): return items.isEmpty ? [] : [markdown(of: items, ordered: ordered)]
      case .table(let table): return markdown(of: table)
      case .chart(let chart): return markdown(of: chart.table)
      case .contents(let title, let levels):
        let entries = outline.filter { $0.depth <= levels }
        if entries.isEmpty { return [] }
        let lines = entries.map {
          String(repeating: "  ", count: $0.depth - 1) + "- " + MarkdownText.inline($0.title)
        }
        return ["**\(MarkdownText.inline(title))**", lines.joined(separator: "\n")]
      }
    }
  }

  private static func markdown(of field: Field) -> String {
    let label = field.label.isEmpty ? "" : "**\(MarkdownText.inline(field.label))**"
    if field.value.isEmpty { return label }
    let separator = field.value.utf8.contains(UInt8(ascii: "\n")) ? "\n\n" : " "
    return label + separator + MarkdownText.paragraphs(field.value)
  }

  private static func markdown(of note: Note) -> String {
    let word = "**\(MarkdownText.inline(note.word)):**"
    let text = note.text.isEmpty ? word : word + " " + MarkdownText.paragraphs(note.text)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
  }

  private static func markdown(of items: [String], ordered: Bool) -> String {
    items.enumerated().map { index, item in
      (ordered ? "\(index + 1). " : "- ") + MarkdownText.inline(item)
    }.joined(separator: "\n")
  }

  private static func markdown(of table: Table) -> [String] {
    let headers = table.columns.flatMap { column in
      column.parts.isEmpty ? [column.header] : column.parts.map { "\(column.header): \($0.header)" }
    }
    var lines = [row(headers), row(marks: table.leaves.map { $0.alignment == .end ? "--:" : "---" })]
    for entry in table.rows {
      let texts = entry.cells.map(\.string)
      lines.append(row(texts + Array(repeating: "", count: table.width - texts.count)))
    }
    if table.rows.isEmpty { lines.append(row([table.whenEmpty] + Array(repeating: "", count: table.width - 1))) }
    let caption = table.caption.isEmpty ? [] : ["**\(MarkdownText.inline(table.caption))**"]
    return caption + [lines.joined(separator: "\n")]
      + (table.footnote.isEmpty ? [] : [MarkdownText.paragraphs(table.footnote)])
  }

  private static func row(_ texts: [String]) -> String { row(marks: texts.map { MarkdownText.inline($0) }) }
  private static func row(marks: [String]) -> String { "| \(marks.joined(separator: " | ")) |" }
}
