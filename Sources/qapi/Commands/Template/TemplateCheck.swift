import ArgumentParser
import Plans
import Records

struct TemplateCheck: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read a template file, say all that is wrong with it, and what it will ask.",
    discussion: """
      It needs no node. Exits with 3 if something is wrong.

      JSON: template, version (null where the file cannot be read), problems (line, place, problem, next), asks (texts).
      """)
  @Argument(help: "The file (- for standard input).")
  var file: String
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let (template, problems) = PlanTemplate.read(try TemplateFile.text(file))
    let lines = problems.flatMap { problem in
      Layout.wrapped(
        "\(problem.line.map { "line \($0): " } ?? "")\(Shown.line(problem.place)): \(Shown.line(problem.problem))",
        hanging: "  ") + Layout.wrapped("next:  \(Shown.line(problem.next))", margin: "  ", hanging: "         ")
    }
    return Report(
      lines: template.map { TemplateOutline.lines(of: $0) } ?? lines,
      json: [
        "template": JSON(template?.name.id), "version": JSON(template.map { Int64($0.name.version) }),
        "problems": .list(
          problems.map {
            .object([
              "line": JSON($0.line.map(Int64.init)), "place": .text($0.place), "problem": .text($0.problem),
              "next": .text($0.next),
            ])
          }), "asks": JSON(template?.asks ?? []),
      ],
      notes: problems.isEmpty
        ? ["nothing is wrong with it", "next:  qapi template publish \(Shown.line(file)), at the department"]
        : ["\(Layout.count(problems.count, "problem")): this is no template yet"],
      status: problems.isEmpty ? .done : .open)
  }
}
