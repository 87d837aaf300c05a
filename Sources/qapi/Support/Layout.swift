/// Plain text on 80 columns.
enum Layout {
  static let columnCount = 80

  /// Rows in columns, two spaces between them, and no blanks at the end of a line. The last column runs on.
  ///
  /// - Parameters:
  ///   - isCut: the last column is cut to the room that is left, or left out where that is too little to tell anything.
  ///   - figures: the columns whose cells stand at their right edge, from 0 on.
  static func table(_ rows: [[String]], cuttingLast isCut: Bool = false, figures: Set<Int> = []) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? Shown.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let row = row.enumerated().map { column, cell in
        figures.contains(column) ? String(repeating: " ", count: widths[column] - Shown.width(cell)) + cell : cell
      }
      var line = row.enumerated().map { column, cell in
        column == row.count - 1 ? "" : cell + String(repeating: " ", count: widths[column] - Shown.width(cell))
      }.joined(separator: "  ")
      line += isCut ? cut(row.last ?? "", to: columnCount - Shown.width(line)) : row.last ?? ""
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Rows in columns, the last of which goes on below itself, so that nothing of it is lost.
  static func wrappedTable(_ rows: [[String]]) -> [String] {
    // A mark in place of the last cell keeps the blanks before it.
    let fronts = table(rows.map { $0.dropLast() + ["|"] }).map { String($0.dropLast()) }
    return zip(fronts, rows).flatMap { front, row in
      let text = row.last ?? ""
      if text.isEmpty { return [String(front.reversed().drop { $0 == " " }.reversed())] }
      return wrapped(text, margin: front, hanging: String(repeating: " ", count: Shown.width(front)))
    }
  }

  /// The columns of the screen that a table leaves to its last column.
  static func room(in rows: [[String]]) -> Int {
    let count = rows.map(\.count).max() ?? 0
    return (0..<max(0, count - 1)).reduce(columnCount) { room, column in
      room - 2 - (rows.map { $0.indices.contains(column) ? Shown.width($0[column]) : 0 }.max() ?? 0)
    }
  }

  private static func cut(_ text: String, to room: Int) -> String {
    if Shown.width(text) <= room { return text }
    return room < 12 ? "" : Shown.line(text, limit: room - 1)
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
      for word in words(of: paragraph) where !(word.isEmpty && line.isEmpty) {
        if !line.isEmpty, Shown.width(margin) + Shown.width(line) + 1 + Shown.width(word) > columnCount {
          while line.last == " " { line.removeLast() }
          lines.append(margin + line)
          line = ""
        }
        line += line.isEmpty ? word : " \(word)"
      }
      lines.append(line.isEmpty ? "" : margin + line)
    }
    return lines
  }

  /// What stands between spaces. What is in backticks is one word, and so is a command of ours however long, so that it
  /// can be copied.
  private static func words(of paragraph: Substring) -> [String] {
    var words = paragraph.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    func opensOrCloses(_ word: String) -> Bool { !word.count { $0 == "`" }.isMultiple(of: 2) }
    var start = words.startIndex
    while let first = words[start...].firstIndex(where: opensOrCloses),
      let last = words[(first + 1)...].firstIndex(where: opensOrCloses)
    {
      let whole = words[first...last].joined(separator: " ")
      if whole.hasPrefix("`qapi ") || Shown.width(whole) < columnCount - 10 {
        words.replaceSubrange(first...last, with: [whole])
        start = first + 1
      } else {
        start = last + 1
      }
    }
    return words
  }

  /// Names and what they stand for; what is long goes on below itself.
  static func facts(_ rows: [[String]]) -> [String] {
    let width = rows.map { Shown.width($0[0]) }.max() ?? 0
    return rows.flatMap { row in
      let name = row[0] + String(repeating: " ", count: width - Shown.width(row[0]) + 2)
      return row[1].isEmpty
        ? [row[0]] : wrapped(row[1], margin: name, hanging: String(repeating: " ", count: width + 2))
    }
  }

  /// `1 changeset`, `2 changesets`.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
