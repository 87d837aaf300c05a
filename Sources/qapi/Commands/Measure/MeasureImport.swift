import ArgumentParser
import Foundation
import GRDB
import Measures
import Records
import Reports
import Store
import SyncEngine

struct MeasureImport: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take figures of this agency from a CSV file.",
    discussion: """
      Columns: element, period, value, out_of, source, note; the last three may be missing. Money is in dollars and cents. \
      Says what would change, asks, and then writes all of it or nothing. What is wrong is said all at once, with rule, row \
      and column; --problems writes it as a CSV file. What contradicts other figures is a warning, or stops `measure submit`.

      JSON: new, changed, unchanged (numbers of figures), written, problems (\(FigureValues.problemNames)).
      """)
  @Argument(help: "The file (- for standard input).")
  var file: String
  @Flag(help: "Say what would change, and change nothing.")
  var dryRun = false
  @Flag(help: "Do not ask.")
  var yes = false
  @Option(name: .customLong("problems"), help: "Write the problems to this CSV file.")
  var problemFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try node.checkIsAgency("figures belong to the agencies", see: "qapi measure figures")
    let person = dryRun ? nil : try writing.person(of: node)
    let today = try Day.argument(nil)
    let (rules, before) = try node.engine.queue.read { db in
      (
        try FigureStore.rules(of: node.member, in: db),
        try RecordStore.all(Figure.self, of: node.member, in: db).map(\.record)
      )
    }
    let read = try FigureFile(reading: file, rules: rules, today: today)
    if !read.problems.isEmpty {
      try write(read.problems)
      return refused(read.problems)
    }
    let old = Dictionary(before.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let changes = read.figures.filter { old[$0.figure.name] != $0.figure }
    let newCount = changes.count { old[$0.figure.name] == nil }
    var book = FigureBook(before)
    for (_, figure) in read.figures { book[figure.name] = FigureBook.Entry(figure) }
    let rows = Dictionary(read.figures.map { ($0.figure.name, $0.row) }, uniquingKeysWith: { $1 })
    let problems = rules.problems(of: read.figures.map(\.figure.name), in: book).map { problem in
      rows[FigureName(element: problem.element, period: problem.period)].map(problem.inRow) ?? problem
    }
    try write(problems)
    let summary =
      "\(newCount) new, \(changes.count - newCount) changed, \(read.figures.count - changes.count) as they stand"
    func report(_ lines: [String], written: Bool, notes: [String]) -> Report {
      Report(
        lines: lines,
        json: [
          "new": JSON(newCount), "changed": JSON(changes.count - newCount),
          "unchanged": JSON(read.figures.count - changes.count), "written": JSON(written),
          "problems": .list(problems.map(FigureValues.json)),
        ], notes: (output.json ? [] : problems.flatMap(FigureValues.lines)) + notes,
        status: problems.isEmpty ? .done : .open)
    }
    guard !changes.isEmpty else {
      return report([], written: false, notes: ["nothing differs from what stands; nothing was changed"])
    }
    guard let person else { return report([summary], written: false, notes: ["nothing was changed: --dry-run"]) }
    if !yes {
      for line in preview(changes.map(\.figure), old, rules) + [summary] { Terminal.note(line) }
      guard try Terminal.confirmWriting(changes.count, "figure", from: file) else {
        return report([], written: false, notes: ["nothing was changed"])
      }
    }
    try writing.write(on: node, as: person, otherwise: "import of figures") { db in
      for (_, figure) in changes { try RecordStore.put(figure, agency: node.member, in: db) }
    }
    return report(["figures written: \(summary)"], written: true, notes: [])
  }

  /// What would change, ten lines of it at most.
  private func preview(_ changes: [Figure], _ old: [FigureName: Figure], _ rules: FigureRules) -> [String] {
    let lines = Layout.table(
      changes.prefix(10).map { figure in
        let unit = rules.element(figure.element)?.unit
        return [
          figure.element, figure.period,
          old[figure.name].map { FigureValues.written(Int64($0.value), unit) } ?? "",
          old[figure.name] == nil ? "new" : "becomes", FigureValues.written(Int64(figure.value), unit),
        ]
      })
    return lines + (changes.count > 10 ? ["… and \(changes.count - 10) more"] : [])
  }

  private func refused(_ problems: [FigureProblem]) -> Report {
    let failure = Failure(
      .error, "\(Layout.count(problems.count, "error")) in what was handed in; nothing was changed",
      at: file, next: "correct \(problems.count == 1 ? "it" : "them"), and try again")
    return Report(
      json: [
        "error": .object([
          "what": .text(failure.what), "where": .text(file), "next": .text(failure.next),
          "exit": .number(Int64(Outcome.error.rawValue)), "problems": .list(problems.map(FigureValues.json)),
        ])
      ],
      notes: problems.prefix(50).flatMap(FigureValues.lines)
        + (problems.count > 50 ? ["… and \(problems.count - 50) more: see --problems FILE"] : []) + failure.lines,
      status: .error)
  }

  private func write(_ problems: [FigureProblem]) throws {
    guard let problemFile else { return }
    try TableFile.write(FigureFile.table(problems), to: problemFile)
  }
}

/// A table in a file.
enum TableFile {
  static func write(_ table: CSVTable, to path: String) throws {
    do {
      try Data(table.csv()).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.error, "the table cannot be written", at: path, next: "check the path, its rights and the space")
    }
  }
}
