import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

/// Begins a record of any kind.
struct RecordAdd<Noun: RecordNoun>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Noun.beginning,
      abstract: "\(Self.verb.prefix(1).uppercased() + Self.verb.dropFirst()) \(Noun.withArticle) (\(Noun.owner)).",
      discussion: """
        \(Noun.fieldHelp)

        --edit opens a form with all of them in your editor; --file takes such a form.

        JSON: \(Noun.jsonNames).
        """, aliases: Noun.beginning == "add" ? [] : ["add"])
  }
  /// "new" is no verb.
  private static var verb: String { Noun.beginning == "new" ? "begin" : Noun.beginning }
  @Argument(help: "What is known of it, as FIELD=VALUE.")
  var values: [String] = []
  @Flag(help: "Fill the form in the editor.")
  var edit = false
  @Option(help: "Take the form from this file (- for standard input).")
  var file: String?
  @Option(help: "Code of the agency, where the department writes about one.")
  var agency: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let owner = try RecordWork<Noun>.agencyToWrite(agency, values, on: node)
    let person = try writing.person(of: node)
    let (values, scope) = RecordScope.split(values, of: Noun.self)
    let source = RecordFile.Source(values: values, file: file, editor: edit)
    try source.check()
    try writing.checkMessage(on: node)
    var begun = Noun.Entry(id: node.newID())
    Noun.begin(&begun, RecordOccasion(today: try Day.argument(nil), person: person.name))
    func write(_ entry: Noun.Entry) throws -> (entry: Noun.Entry, notes: [String]) {
      try writing.write(on: node, as: person, otherwise: "new \(Noun.title)") { db in
        let entry = try RecordWork<Noun>.checked(entry, was: nil, of: owner, within: scope, in: db)
        try RecordStore.insert(entry, agency: owner, in: db)
        return (entry, try Noun.notes(onNew: entry, of: owner, in: db))
      }
    }
    let written: (entry: Noun.Entry, notes: [String])?
    if edit {
      let fields = Noun.entered
      written = try Draft.saved(
        RecordFile.text(of: begun, Noun.self, isNew: true), of: "new-\(Noun.Entry.table.name)", in: node,
        folder: self.node.path, command: "qapi \(Noun.command) \(Noun.beginning)"
      ) { text in
        try write(try RecordForm.read(text, fields: fields, title: Noun.title, editing: begun))
      }
    } else if let file {
      written = try write(try RecordFile.read(file, editing: begun, Noun.self, isNew: true))
    } else {
      var entry = begun
      try RecordWork<Noun>.take(values, into: &entry)
      written = try write(entry)
    }
    guard let (entry, notes) = written else { return Report(notes: ["nothing was written"]) }
    return Report(
      lines: ["\(Noun.title) \(entry.id)"],
      notes: notes + Noun.remarks(on: entry) + [node.nextExchange],
      members: Noun.members(of: entry, agency: owner ?? ""))
  }
}

extension OpenNode {
  /// What follows on anything that was written.
  var nextExchange: String { isDepartment ? "next:  qapi merge" : "next:  qapi sync, when there is a network" }
}
