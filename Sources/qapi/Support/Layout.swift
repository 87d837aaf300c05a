/// Plain text on 80 columns.
enum Layout {
  static let columnCount = 80

  /// Rows in columns, two spaces between them. The last column runs on.
  static func table(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? Shown.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - Shown.width(cell))
      }.joined(separator: "  ")
    }
  }

  /// A text broken into lines at spaces.
  ///
  /// - Parameters:
  ///   - margin: stands before each line.
  ///   - hanging: stands before each line but the first instead.
  static func wrapped(_ text: String, margin first: String = "", hanging: String? = nil) -> [String] {
    var lines: [String] = []
    var margin: String { lines.isEmpty ? first : hanging ?? first }
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false)
      where !(word.isEmpty && line.isEmpty) {
        if !line.isEmpty, Shown.width(margin) + Shown.width(line) + 1 + Shown.width(String(word)) > columnCount {
          lines.append(margin + line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
      }
      lines.append(line.isEmpty ? "" : margin + line)
    }
    return lines
  }

  /// `1 changeset`, `2 changesets`.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
