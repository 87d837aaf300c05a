import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

/// A kind of record that its own fields name, kept with `set`, `list` and `remove`: the account of a ledger by its code, the
/// staffing of a function.
protocol NaturalNoun: KeptNoun where Entry: StoredNaturalRecord {}

extension NaturalNoun {
  static var fields: [EntryField<Entry>] { Entry.keys + Entry.fields }
  static func empty(id: String) -> Entry { Entry() }
  static func id(of entry: Entry) -> String? { nil }

  static func members(of entry: Entry, agency: String) -> [JSON.Member] {
    (isStatewide ? [] : [JSON.Member(key: "agency", value: .text(agency))]) + JSON.members(of: entry)
  }

  static var keyNames: String { Entry.keys.map { "\($0.name)=" }.joined(separator: " ") }

  /// What names the record, in words: "form CS 921, edition 1, code op-travel". Ids of other records are left out, and codes stay.
  static func name(of entry: Entry) -> String {
    let references = Set(Schema.references(of: Entry.table).filter { $0.target.nameColumn == "id" }.map(\.column))
    let keys = Entry.keys.filter { !references.contains($0.name) }
    return (keys.isEmpty ? Entry.keys : keys).map { ($0.label, $0.written(entry)) }.filter { !$0.1.isEmpty }.map {
      "\($0) \(Shown.line($1))"
    }
    .joined(separator: ", ")
  }
}

/// Records that their own fields name: sets one, if nothing else is said.
struct NaturalGroup<Noun: NaturalNoun>: ParsableCommand {
  static var configuration: CommandConfiguration {
    let words = Noun.command.split(separator: " ").map(String.init)
    return CommandConfiguration(
      commandName: words[words.count - 1],
      abstract: "The \(Noun.plural) (\(Noun.owner)): sets one, if nothing else is said.",
      subcommands: [
        NaturalSet<Noun>.self, NaturalList<Noun>.self, NaturalRemove<Noun>.self, RecordImport<Noun>.self,
        RecordExport<Noun>.self,
      ], defaultSubcommand: NaturalSet<Noun>.self)
  }
}

/// Writes a record by the fields that name it: a new one, or fields of the one that stands.
struct NaturalSet<Noun: NaturalNoun>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "set", abstract: "Set \(Noun.withArticle), or fields of the one that stands (\(Noun.owner)).",
      discussion: """
        \(Noun.keyNames) \(Noun.Entry.keys.count == 1 ? "names" : "name") it.

        \(Noun.fieldHelp)

        JSON: \(Noun.jsonNames), changed (names of fields).
        """)
  }
  @Argument(help: "What names it, and what is known of it, as FIELD=VALUE.")
  var values: [String] = []
  @Option(help: "Code of the agency, where the department writes about one.")
  var agency: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let owner = try RecordWork<Noun>.agencyToWrite(agency, values, on: node)
    let person = try writing.person(of: node)
    try writing.checkMessage(on: node)
    let occasion = RecordOccasion(today: try Day.argument(nil), person: person.name)
    let (entry, changed) = try writing.write(on: node, as: person, otherwise: "\(Noun.title) set") { db in
      var named = Noun.Entry()
      try RecordWork<Noun>.take(values, into: &named)
      named = try RecordWork<Noun>.completed(named, was: nil, of: owner, in: db)
      let old = try RecordStore.find(named, agency: owner, in: db)
      var entry = old ?? named
      if old == nil {
        Noun.begin(&entry, occasion)
      }
      try RecordWork<Noun>.take(values, into: &entry)
      entry = try RecordWork<Noun>.checked(entry, was: old, of: owner, in: db)
      try RecordStore.put(entry, agency: owner, in: db)
      return (entry, Noun.fields.filter { field in old.map { field.value($0) != field.value(entry) } ?? true })
    }
    guard !changed.isEmpty else { return Report(notes: ["nothing was changed"]) }
    return Report(
      lines: ["\(Noun.title): \(Noun.name(of: entry))"], notes: Noun.remarks(on: entry) + [node.nextExchange],
      members: Noun.members(of: entry, agency: owner ?? "") + [
        .init(key: "changed", value: JSON(changed.map(\.name)))
      ])
  }
}

struct NaturalList<Noun: NaturalNoun>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: "List the \(Noun.plural) that this node reads.",
      discussion: """
        FIELD=VALUE lists only those with this value; fields: \(Noun.fields.map(\.name).joined(separator: ", ")).

        JSON: records (\(Noun.jsonNames)).
        """)
  }
  @Argument(help: "Only those with this value, as FIELD=VALUE.")
  var values: [String] = []
  @Option(help: "Only those of this agency.")
  var agency: String?
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
    let fields = Noun.columns.compactMap { name in Noun.fields.first { $0.name == name } }
    let showsAgency = !Noun.isStatewide && node.isDepartment
    let figures = fields.indices.filter { fields[$0].content.isInteger }.map { $0 + (showsAgency ? 1 : 0) }
    let rows = records.map { entry in
      (showsAgency ? [entry.agency] : []) + fields.map { Shown.line($0.written(entry.record)) }
    }
    let header = (showsAgency ? ["agency"] : []) + fields.map(\.label)
    return Report(
      lines: records.isEmpty ? ["no \(Noun.plural)"] : Layout.table([header] + rows, figures: Set(figures)),
      json: [
        "records": .list(records.map { .object(Noun.members(of: $0.record, agency: $0.agency)) })
      ], notes: records.isEmpty && !Noun.isStatewide ? node.unreadNotes : [])
  }
}

struct NaturalRemove<Noun: NaturalNoun>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove", abstract: "Remove \(Noun.withArticle) (\(Noun.owner)).",
      discussion: "Say \(Noun.keyNames). `qapi log` keeps what it said. JSON: \(Noun.jsonNames).")
  }
  @Argument(help: "What names it, as FIELD=VALUE.")
  var values: [String] = []
  @Option(help: "Code of the agency, where the department writes about one.")
  var agency: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    let owner = try RecordWork<Noun>.agencyToWrite(agency, values, on: node)
    let person = try writing.person(of: node)
    let removed = try writing.write(on: node, as: person, otherwise: "\(Noun.title) removed") { db in
      var named = Noun.Entry()
      try RecordWork<Noun>.take(values, into: &named)
      named = try RecordWork<Noun>.completed(named, was: nil, of: owner, in: db)
      guard let old = try RecordStore.find(named, agency: owner, in: db) else {
        throw Failure.usage(
          "there is no \(Noun.title): \(Noun.name(of: named)); nothing was changed",
          next: "see `qapi \(Noun.command) list`")
      }
      try Noun.checkRemoval(of: old, agency: owner, in: db)
      try RecordStore.delete(old, agency: owner, in: db)
      return old
    }
    return Report(
      lines: ["\(Noun.title): \(Noun.name(of: removed)) is removed"], notes: [node.nextExchange],
      members: Noun.members(of: removed, agency: owner ?? ""))
  }
}
