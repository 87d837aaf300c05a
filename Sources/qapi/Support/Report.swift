import ArgumentParser

/// What a command has to say: a result for people, the same for programs, and how the run ended.
struct Report {
  /// For standard output; lines without a line end.
  var lines: [String] = []
  /// The members that `--json` prints behind `"format":1`.
  var json: KeyValuePairs<String, JSON> = [:]
  /// For standard error: what else there is to know, what to do next.
  var notes: [String] = []
  var status: Outcome = .done
  /// Members behind those of `json`, where they are not written out one by one.
  var members: [JSON.Member] = []
}

/// A command that answers with a report.
protocol ReportingCommand: ParsableCommand {
  var node: NodeOptions { get }
  var output: OutputOptions { get }
  func report() throws -> Report
}

extension ReportingCommand {
  func run() throws {
    let report = try report()
    if output.json {
      let members =
        [JSON.Member(key: "format", value: .number(1))] + report.json.map { .init(key: $0.key, value: $0.value) }
        + report.members
      assert(Set(members.map(\.key)).count == members.count, "a member of the result stands twice")
      try Terminal.write(JSON.object(members).line + "\n", to: .result)
    } else if !report.lines.isEmpty {
      try Terminal.write(report.lines.joined(separator: "\n") + "\n", to: .result)
    }
    for note in report.notes {
      let isStep = note.hasPrefix("next:")
      let text = isStep ? Advice.naming(node.path, in: Shown.line(note)) : Shown.line(note)
      // What a note's own lines stand under is kept.
      let margin = String(text.prefix { $0 == " " })
      let lines = Layout.wrapped(
        String(text.dropFirst(margin.count)), margin: margin, hanging: isStep ? "       " : margin)
      for line in lines { Terminal.note(line) }
    }
    if report.status != .done { throw report.status }
  }
}

/// On every command.
struct OutputOptions: ParsableArguments {
  @Flag(
    help: """
      Print one line of JSON: an object with "format":1 and then the members that the command names, in snake_case. \
      Later versions add members, and never change one.
      """)
  var json = false
}
