import Records
import Reports

/// Records in a CSV table: a header with the names of fields, and a row for each record.
enum RecordTable {
  struct Row<Entry> {
    /// As a spreadsheet counts: the header is 1.
    let number: Int
    let entry: Entry
    /// What the caller reads, by place.
    let others: [String]
    /// Whether all of it was read; rules are asked of such rows alone.
    let isRead: Bool
  }

  /// - Throws: `Failure` if the file is no table.
  static func load(_ file: String) throws -> CSVTable { try table(bytes(file), at: file) }

  /// All bytes of a file that is small enough for a table; of a larger one so many that ``table(_:at:)`` refuses it.
  static func bytes(_ file: String) throws -> [UInt8] {
    Array(try Terminal.readBytes(file, limit: CSVLimits().byteCount))
  }

  /// - Throws: `Failure` if the bytes are no table.
  static func table(_ bytes: [UInt8], at file: String) throws -> CSVTable {
    do {
      return try CSVTable(csv: bytes)
    } catch {
      throw Failure(
        .error, "\(error.description); nothing was changed", at: file, next: "correct it, or save it again as CSV UTF-8"
      )
    }
  }

  /// Reads every row; whatever is wrong is said at once, with its row and column. What is wrong in the header leaves no rows.
  ///
  /// - Parameters:
  ///   - others: columns that the table must have besides, which the caller reads.
  ///   - optional: names of fields whose column may be missing.
  static func read<Entry>(
    _ table: CSVTable, fields: [EntryField<Entry>], others: [String] = [], optional: Set<String> = [],
    new: () -> Entry
  ) -> (rows: [Row<Entry>], problems: [InputProblem]) {
    var problems: [InputProblem] = []
    let known = fields.map(\.name) + others
    let unknown = Set(table.columns).subtracting(known).sorted().map { "'\(Shown.line($0, limit: 40))'" }
    if !unknown.isEmpty {
      problems.append(
        InputProblem(
          place: "header", problem: "no column is called \(unknown.joined(separator: " or ")) (rule unknown-column)",
          next: "use: \(known.joined(separator: ", "))"))
    }
    for name in known where !table.columns.contains(name) && !optional.contains(name) {
      problems.append(
        InputProblem(
          place: "header", problem: "the column \(name) is missing (rule column-missing)",
          next: fields.contains { $0.name == name && $0.content.mustBeThere }
            ? "add it, with a number in each row" : "add it, even if it is empty"))
    }
    guard problems.isEmpty else { return ([], problems) }
    var rows: [Row<Entry>] = []
    for (index, row) in table.rows.enumerated() {
      let before = problems.count
      var entry = new()
      var besides = others.map { _ in "" }
      for (name, text) in zip(table.columns, row) {
        let text = RecordText.normalised(text)
        if let place = others.firstIndex(of: name) { besides[place] = text }
        guard let field = fields.first(where: { $0.name == name }) else { continue }
        do {
          field.assign(&entry, try field.content.value(of: text))
        } catch {
          problems.append(
            InputProblem(place: "row \(index + 2), \(name)", problem: error.problem, next: error.next))
        }
      }
      rows.append(
        Row(number: index + 2, entry: entry, others: besides, isRead: problems.count == before))
    }
    return (rows, problems)
  }
}
