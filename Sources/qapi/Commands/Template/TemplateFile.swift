import Plans
import Records

/// A template document that somebody wrote.
enum TemplateFile {
  /// - Parameter file: a path, or `-` for standard input.
  static func text(_ file: String) throws -> String {
    let text = try Terminal.readText(file)
    guard text.utf8.count <= RecordText.byteLimit else {
      throw Failure(
        .error, "the template has \(text.utf8.count) bytes, and \(RecordText.byteLimit) is the limit", at: file,
        next: "shorten it: it travels as one value")
    }
    return text
  }

  /// - Throws: `Failure` for the first problem, with the number of the others.
  static func template(_ text: String, file: String) throws -> PlanTemplate {
    let (template, problems) = PlanTemplate.read(text)
    if let template { return template }
    let first = problems[0]
    let line = first.line.map { " line \($0)" } ?? ""
    let more =
      problems.count == 1
      ? "" : "; `qapi template check` says \(Layout.count(problems.count - 1, "more problem", "more problems"))"
    throw Failure(
      .error, "\(first.problem); nothing was changed", at: "\(file)\(line), \(first.place)", next: first.next + more)
  }
}
