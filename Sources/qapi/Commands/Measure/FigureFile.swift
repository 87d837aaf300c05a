import Foundation
import Measures
import Records
import Reports

/// A table of figures, as spreadsheet programs write it: columns element, period, value, out_of, source, note.
struct FigureFile {
  /// With its row of the file; the header is row 1.
  private(set) var figures: [(row: Int, figure: Figure)] = []
  private(set) var problems: [FigureProblem] = []

  static let columns = ["element", "period", "value", "out_of", "source", "note"]
  private static let needed = ["element", "period", "value"]

  /// - Throws: `Failure` when there is no table that can be read.
  init(reading path: String, rules: FigureRules, today: Day) throws {
    let table = try RecordTable.load(path)
    let unknown = table.columns.filter { !Self.columns.contains($0) }
    let missing = Self.needed.filter { !table.columns.contains($0) }
    guard unknown.isEmpty, missing.isEmpty else {
      throw Failure(
        .error,
        (missing.isEmpty
          ? "the column \(Shown.line(unknown[0], limit: 24)) is not known" : "the column \(missing[0]) is missing")
          + "; nothing was changed", at: path, next: "use the columns \(Self.columns.joined(separator: ", "))")
    }
    var rows: [FigureName: Int] = [:]
    for (index, cells) in table.rows.enumerated() {
      read(
        Dictionary(zip(table.columns, cells.map(RecordText.normalised)), uniquingKeysWith: { first, _ in first }),
        row: index + 2, rules, today, &rows)
    }
  }

  private mutating func read(
    _ cells: [String: String], row: Int, _ rules: FigureRules, _ today: Day, _ rows: inout [FigureName: Int]
  ) {
    var figure = Figure()
    figure.element = cells["element"] ?? ""
    figure.period = cells["period"] ?? ""
    func problem(_ rule: String, _ column: String, _ words: String, _ next: String) -> FigureProblem {
      FigureProblem(
        rule: rule, weight: .error, element: RecordText.isName(figure.element) ? figure.element : "",
        period: Period(figure.period) == nil ? "" : figure.period, row: row, column: column, problem: words, next: next)
    }
    let content = FigureValues.content(of: rules.element(figure.element)?.unit)
    var isNumber = true
    for column in ["value", "out_of"] {
      let text = cells[column] ?? ""
      if text.isEmpty && column == "out_of" { continue }
      do throws(FieldProblem) {
        guard !text.isEmpty else {
          throw FieldProblem(problem: "the number is missing", next: "write it, or delete the row")
        }
        guard case .integer(let number) = try content.value(of: text) else { continue }
        if column == "value" { figure.value = Int(number) } else { figure.base = Int(number) }
      } catch {
        isNumber = false
        problems.append(problem("not-a-number", column, error.problem, error.next))
      }
    }
    for (column, path, content) in [
      ("source", \Figure.source, FieldContent.line), ("note", \Figure.note, FieldContent.text),
    ] as [(String, WritableKeyPath<Figure, String>, FieldContent)] {
      let text = cells[column] ?? ""
      do throws(FieldProblem) {
        _ = try content.value(of: text)
        figure[keyPath: path] = text
      } catch {
        problems.append(problem("no-text", column, error.problem, error.next))
      }
    }
    if let first = rows[figure.name] {
      problems.append(
        problem("repeated-row", "element", "row \(first) has a figure of this element and period already", "delete one")
      )
    }
    rows[figure.name] = rows[figure.name] ?? row
    guard isNumber else { return }
    problems += rules.problems(of: figure.name, FigureBook.Entry(figure), today: today).map { $0.inRow(row) }
    figures.append((row, figure))
  }

  /// The table that this reads.
  static func table(_ figures: [Figure], rules: FigureRules) -> CSVTable {
    CSVTable(
      columns: columns,
      rows: figures.map { figure in
        let unit = rules.element(figure.element)?.unit
        return [
          figure.element, figure.period, FigureValues.plain(Int64(figure.value), unit),
          figure.base == 0 ? "" : FigureValues.plain(Int64(figure.base), unit), figure.source, figure.note,
        ]
      })
  }

  /// Problems as a table, for whoever mends the file.
  static func table(_ problems: [FigureProblem]) -> CSVTable {
    CSVTable(
      columns: ["rule", "severity", "element", "period", "row", "column", "what", "next"],
      rows: problems.map { problem in
        [
          problem.rule, problem.weight.rawValue, problem.element, problem.period, problem.row.map { "\($0)" } ?? "",
          problem.column, problem.problem, problem.next,
        ]
      })
  }
}
