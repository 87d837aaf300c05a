import ArgumentParser
import GRDB
import Records
import Reports
import Store
import SyncEngine
import Training

/// Which completions are read: by person or by course, since there are very many.
struct CompletionSelection: ParsableArguments {
  @Argument(help: "staff=CODE, course=CODE, or both; and what else they must have, as FIELD=VALUE.")
  var values: [String] = []
  @Flag(help: "All that this node reads.")
  var all = false
  @Option(help: "Only those of this agency.")
  var agency: String?

  /// Those that are asked for, void ones too, by agency and key.
  func records(on node: OpenNode) throws -> [(agency: String, record: Completion)] {
    let agencies = try node.agenciesToRead(agency)
    return try node.engine.queue.read { db in
      let wanted = try values.map { try RecordFilter<CompletionNoun>($0, of: agency, in: db) }
      func said(_ name: String) -> String? { wanted.first { $0.name == name }?.text }
      let (staff, course) = (said("staff"), said("course"))
      guard all || staff != nil || course != nil else {
        throw Failure.usage(
          "it is not said whose completions, or of which course", next: "say staff=CODE or course=CODE; or --all")
      }
      return try agencies.flatMap { agency in
        try SessionStore.completions(of: staff, course: course, agency, in: db).filter { record in
          wanted.allSatisfy { $0.matches(record) }
        }.map { (agency, $0) }
      }
    }
  }
}

struct CompletionList: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what a person completed, or who completed a course.",
    discussion: "Void ones are listed with the day since which they are. JSON: records (\(CompletionNoun.jsonNames)).")
  @OptionGroup var selection: CompletionSelection
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let records = try selection.records(on: node)
    let showsAgency = node.isDepartment
    let fields = CompletionNoun.columns.compactMap { name in CompletionNoun.fields.first { $0.name == name } }
    let rows = records.map { agency, record in
      (showsAgency ? [agency] : []) + fields.map { Shown.line($0.written(record)) }
    }
    let figures = fields.indices.filter { fields[$0].content.isInteger }.map { $0 + (showsAgency ? 1 : 0) }
    return Report(
      lines: records.isEmpty
        ? ["no completions"]
        : Layout.table([(showsAgency ? ["agency"] : []) + fields.map(\.label)] + rows, figures: Set(figures)),
      json: [
        "records": .list(records.map { .object(CompletionNoun.members(of: $0.record, agency: $0.agency)) })
      ], notes: records.isEmpty ? node.unreadNotes : [])
  }
}

struct CompletionExport: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write what a person completed, or who completed a course, as a CSV table.",
    discussion: "Days are written like 2024-01-31, numbers plain. JSON: file_format, file, text.")
  @OptionGroup var selection: CompletionSelection
  @Option(name: .customLong("output"), help: "Write it to this file.")
  var path: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let records = try selection.records(on: node)
    let table = CSVTable(
      columns: ["agency"] + CompletionNoun.fields.map(\.name),
      rows: records.map { agency, record in
        [agency] + CompletionNoun.fields.map { $0.content.plain($0.value(record)) }
      })
    return try PageOptions.report(table.csv(), fileFormat: "csv", to: path)
  }
}
