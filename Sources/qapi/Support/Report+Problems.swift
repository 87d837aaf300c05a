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
  /// - Parameter problems: at least one.
  static func problems(_ problems: [InputProblem], at place: String) -> Report {
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
      notes: problems.map { "\($0.place): \($0.problem); \($0.next)" } + failure.lines, status: .error)
  }
}
