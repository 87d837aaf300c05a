/// One thing that is wrong in what a person handed in: where, what, and what to do. It holds no content.
struct InputProblem {
  let place: String
  let problem: String
  let next: String
}

extension Report {
  /// Everything that is wrong with a document or a folder, at once. In JSON the error has one member more: `problems`
  /// (where, what, next).
  ///
  /// - Parameter problems: at least one. Those of rows are said in the order of the rows.
  static func problems(_ problems: [InputProblem], at place: String) -> Report {
    let problems = problems.enumerated().sorted {
      ($0.element.number ?? 0, $0.offset) < ($1.element.number ?? 0, $1.offset)
    }.map(\.element)
    let failure = Failure(
      .error, "\(Layout.count(problems.count, "error")) in what was handed in; nothing was changed", at: place,
      next: "correct \(problems.count == 1 ? "it" : "them"), and try again")
    let list = JSON.list(
      problems.map { .object(["where": .text($0.place), "what": .text($0.problem), "next": .text($0.next)]) })
    return Report(
      json: [
        "error": .object([
          "what": .text(failure.what), "where": .text(place), "next": .text(failure.next),
          "exit": .number(Int64(Outcome.error.rawValue)), "problems": list,
        ])
      ],
      notes: inRuns(problems).map { "\($0.place): \($0.problem); \($0.next)" } + failure.lines, status: .error)
  }

  /// What is wrong alike in rows that follow each other is said once, of "rows 2 to 16".
  private static func inRuns(_ problems: [InputProblem]) -> [InputProblem] {
    var runs: [(first: InputProblem, rows: ClosedRange<Int>?)] = []
    for problem in problems {
      let row = problem.row
      if let row, let last = runs.last, let rows = last.rows, row == rows.upperBound + 1,
        last.first.problem == problem.problem, last.first.next == problem.next
      {
        runs[runs.count - 1].rows = rows.lowerBound...row
      } else {
        runs.append((problem, row.map { $0...$0 }))
      }
    }
    return runs.map { first, rows in
      guard let rows, rows.count > 1 else { return first }
      return InputProblem(
        place: "rows \(rows.lowerBound) to \(rows.upperBound)", problem: first.problem, next: first.next)
    }
  }
}

extension InputProblem {
  /// The row, where the whole of it is meant.
  fileprivate var row: Int? { place.hasPrefix("row ") ? Int(place.dropFirst(4)) : nil }

  /// The row that is meant, or a column of it.
  fileprivate var number: Int? { place.hasPrefix("row ") ? Int(place.dropFirst(4).prefix { $0 != "," }) : nil }
}
