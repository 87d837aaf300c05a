import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import Store
import SyncEngine

/// Changes fields of a record of any kind.
struct RecordEdit<Noun: RecordNoun>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "edit", abstract: "Edit \(Noun.withArticle) (\(Noun.owner)).",
      discussion: """
        Without values the form opens in your editor. Only what you change is written. A sync may run meanwhile: what it \
        brings and you did not see is not overwritten, and stands beside your change as a conflict if it is the same field.

        \(Noun.fieldHelp)

        JSON: \(Noun.jsonNames), changed (names of fields), brought_back.
        """)
  }
  @Argument(help: "Its id, or the beginning of it, its title, or `latest`.")
  var id: String
  @Argument(help: "What changes, as FIELD=VALUE.")
  var values: [String] = []
  @Flag(help: "Change the form in the editor, as without values.")
  var edit = false
  @Option(help: "Take the form from this file (- for standard input).")
  var file: String?
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<Noun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    try RecordFile.Source(values: values, file: file, editor: edit).check()
    try writing.checkMessage(on: node)
    let changed = try self.changed(node, person)
    guard let changed, !changed.fields.isEmpty else { return Report(notes: ["nothing was changed"]) }
    return Report(
      lines: ["\(Noun.title) \(changed.entry.id): \(changed.fields.joined(separator: ", "))"],
      notes: (changed.isBack ? ["brought back, because somebody deleted it while you edited it"] : [])
        + Noun.remarks(on: changed.entry) + changed.notes + [node.nextExchange],
      members: Noun.members(of: changed.entry, agency: changed.agency ?? "") + [
        .init(key: "changed", value: JSON(changed.fields)), .init(key: "brought_back", value: .boolean(changed.isBack)),
      ])
  }

  private struct Changed {
    let agency: String?
    let entry: Noun.Entry
    let fields: [String]
    let isBack: Bool
    let notes: [String]

    init(_ entry: Noun.Entry, from old: Noun.Entry, agency: String?, in db: Database) throws {
      self.agency = agency
      self.entry = try RecordWork<Noun>.checked(entry, was: old, of: agency, in: db)
      (fields, isBack) = try RecordWork<Noun>.update(self.entry, from: old, agency: agency, in: db)
      notes = try Noun.notes(onChanged: self.entry, was: old, of: agency, in: db)
    }
  }

  private func changed(_ node: OpenNode, _ person: Person) throws -> Changed? {
    let reason = "edit of \(Noun.withArticle)"
    guard values.isEmpty else {
      return try writing.write(on: node, as: person, otherwise: reason) { db in
        let (owner, old) = try RecordWork<Noun>.findToWrite(id, agency: agency, on: node, in: db)
        var entry = old
        try RecordWork<Noun>.take(values, into: &entry)
        return try Changed(entry, from: old, agency: owner, in: db)
      }
    }
    let (opened, shown) = try node.engine.open { db in
      let found = try RecordWork<Noun>.findToWrite(id, agency: agency, on: node, in: db)
      return (found, [RecordWork<Noun>.rowKey(of: found.entry, agency: found.agency, on: node)])
    }
    func write(_ entry: Noun.Entry) throws -> Changed {
      try writing.write(on: node, as: person, otherwise: reason, shown: shown) { db in
        try Changed(entry, from: opened.entry, agency: opened.agency, in: db)
      }
    }
    if let file { return try write(try RecordFile.read(file, editing: opened.entry, Noun.self, isNew: false)) }
    return try Draft.saved(
      RecordFile.text(of: opened.entry, Noun.self, isNew: false), of: "\(Noun.Entry.table.name)-\(opened.entry.id)",
      in: node, folder: self.node.path, command: "qapi \(Noun.command) edit \(opened.entry.id)"
    ) { text in
      try write(try RecordForm.read(text, fields: Noun.entered, title: Noun.title, editing: opened.entry))
    }
  }
}

extension RecordWork {
  /// - Throws: `Failure` on a node that does not write these records.
  static func checkWrites(on node: OpenNode) throws {
    if Noun.isDepartments {
      try node.checkIsDepartment("writes \(Noun.plural)", see: "qapi \(Noun.command) list")
    } else {
      try node.checkIsAgency("\(Noun.plural) belong to the agencies", see: "qapi \(Noun.command) list")
    }
  }
}

/// Takes a record away on which nothing hangs.
struct RecordRemove<Noun: RecordNoun>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove", abstract: "Remove \(Noun.withArticle) on which nothing hangs (\(Noun.owner)).",
      discussion: "`qapi log` keeps what it said. JSON: \(Noun.jsonNames).")
  }
  @Argument(help: "Its id, or the beginning of it, its title, or `latest`.")
  var id: String
  @Option(help: "Code of the agency, where ids of several begin alike.")
  var agency: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<Noun>.checkWrites(on: node)
    let person = try writing.person(of: node)
    let removed = try writing.write(on: node, as: person, otherwise: "\(Noun.title) removed") { db in
      let (owner, entry) = try RecordWork<Noun>.findToWrite(id, agency: agency, on: node, in: db)
      try RecordWork<Noun>.checkNothingHangs(on: entry, agency: owner, besides: Noun.parts, in: db)
      try Noun.checkRemoval(of: entry, agency: owner, in: db)
      try Noun.removeParts(of: entry, agency: owner, in: db)
      try RecordStore.delete(entry, agency: owner, in: db)
      return (owner, entry)
    }
    return Report(
      lines: ["\(Noun.title) \(removed.1.id) is removed"], notes: [node.nextExchange],
      members: Noun.members(of: removed.1, agency: removed.0 ?? ""))
  }
}
