import ArgumentParser
import GRDB
import Records
import Reports
import Store
import SyncEngine

/// Writes records of any kind as a CSV table that `import` takes back.
struct RecordExport<Noun: KeptNoun>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: "Write the \(Noun.plural) that this node reads as a CSV table.",
      discussion: """
        `import` takes the table back. FIELD=VALUE writes only those with this value. Days are written like 2024-01-31, \
        numbers plain.

        JSON: file_format, file, text.
        """)
  }
  @Argument(help: "Only those with this value, as FIELD=VALUE.")
  var values: [String] = []
  @Option(help: "Only those of this agency.")
  var agency: String?
  @Option(name: .customLong("output"), help: "Write it to this file.")
  var path: String?
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    if let agency { try node.checkAgency(agency) }
    let records = try node.engine.queue.read { db in
      let wanted = try values.map { try RecordFilter<Noun>($0, of: agency, in: db) }
      return try RecordStore.all(Noun.Entry.self, of: Noun.isStatewide ? nil : agency, in: db).filter { entry in
        wanted.allSatisfy { $0.matches(entry.record) }
      }
    }
    let hasID = Noun.id(of: Noun.empty(id: "")) != nil
    let table = CSVTable(
      columns: (Noun.isStatewide ? [] : ["agency"]) + (hasID ? ["id"] : []) + Noun.entered.map(\.name),
      rows: records.map { agency, record in
        (Noun.isStatewide ? [] : [agency]) + (hasID ? [Noun.id(of: record) ?? ""] : [])
          + Noun.entered.map { $0.content.plain($0.value(record)) }
      })
    return try PageOptions.report(table.csv(), fileFormat: "csv", to: path)
  }
}
