import Canonical
import Catalogue
import Foundation
import GRDB
import Plans
import Records
import SQLiteChangeset
import Store
import SyncEngine

/// What the generic commands do, for one kind of record.
enum RecordWork<Noun: KeptNoun> {
  typealias Entry = Noun.Entry

  /// The agency whose row this node writes; nil for what the department publishes to all.
  ///
  /// - Parameters:
  ///   - named: what `--agency` says.
  ///   - values: FIELD=VALUE; the record that one of them names says the agency too.
  /// - Throws: `Failure` when another writes these records.
  static func agencyToWrite(_ named: String?, _ values: [String], on node: OpenNode) throws -> String? {
    try checkWrites(on: node)
    if Noun.isStatewide {
      guard named == nil else {
        throw Failure.usage(
          "this is published to all agencies, and not to one; nothing was changed", next: "leave out --agency")
      }
      return nil
    }
    guard Noun.isDepartments else {
      guard named == nil || named == node.member else {
        throw Failure.usage(
          "this node writes the records of \(node.member); nothing was changed", next: "leave out --agency")
      }
      return node.member
    }
    guard let named = try named ?? agencyOfTarget(in: values, on: node) else {
      throw Failure.usage("it is not said for which agency; nothing was changed", next: "say it with --agency CODE")
    }
    try node.checkAgency(named)
    return named
  }

  /// The agency of the record on which a new one will hang; nil if no value names one record of one agency.
  private static func agencyOfTarget(in values: [String], on node: OpenNode) throws -> String? {
    guard let reference = Schema.references(of: Entry.table).first(where: { !$0.isOptional }),
      let typed = values.first(where: { $0.hasPrefix(reference.column + "=") })?.dropFirst(reference.column.count + 1),
      !typed.isEmpty
    else { return nil }
    let rows = try node.engine.queue.read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT agency, \(reference.target.nameColumn) AS name FROM \(reference.target.name) ORDER BY name")
    }
    let named = typed == "latest" ? rows.suffix(1) : rows.filter { ($0["name"] as String).hasPrefix(typed) }
    let agencies = Set(named.map { $0["agency"] as String })
    return agencies.count == 1 ? agencies.first : nil
  }

  /// Takes FIELD=VALUE.
  static func take(_ values: [String], into entry: inout Entry) throws {
    var taken: Set<String> = []
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else {
        throw Failure.usage(
          "'\(Shown.line(value, limit: 40))' is not FIELD=VALUE; nothing was changed",
          next: "write a name, =, and the value in quotes if it has spaces: \(Noun.entered[0].name)=\"...\"")
      }
      let field = try field(parts[0])
      guard taken.insert(field.name).inserted else {
        throw Failure.usage("\(field.name) is given twice; nothing was changed", next: "give it once")
      }
      do throws(FieldProblem) {
        try field.take(RecordText.normalised(parts[1]), into: &entry, shown: nil)
      } catch {
        throw Failure.usage("\(field.name): \(error.problem); nothing was changed", next: error.next)
      }
    }
  }

  /// A field that may be entered, by the name that a person typed.
  static func field(_ typed: String) throws -> EntryField<Entry> {
    let name = typed.lowercased().replacing("-", with: "_").replacing(" ", with: "_")
    if let field = Noun.entered.first(where: { $0.name == name }) { return field }
    if let command = Noun.writtenBy[name] {
      throw Failure.usage("\(name) is not entered here; nothing was changed", next: "use `\(command)`")
    }
    throw Failure.usage(
      "\(Noun.withArticle) has no field '\(Shown.line(typed, limit: 40))'; nothing was changed",
      next: "use one of: \(Noun.entered.map(\.name).joined(separator: ", "))")
  }

  /// Everything that is asked before a record is written; ids of other records are completed.
  ///
  /// - Parameter scope: in what titles of other records are looked for.
  static func checked(
    _ entry: Entry, was old: Entry?, of agency: String?, within scope: RecordScope = .none, in db: Database
  ) throws -> Entry {
    for name in Noun.required {
      guard let field = Noun.fields.first(where: { $0.name == name }), field.value(entry) == field.content.empty else {
        continue
      }
      throw Failure.usage(
        "\(Noun.withArticle) needs its \(field.label); nothing was changed", next: "say it with \(name)=\"...\"")
    }
    var entry = try completed(entry, was: old, of: agency, within: scope, in: db)
    // What a record says of the catalogue are codes that the catalogue has.
    for field in Noun.fields where ["element", "elements"].contains(field.name) {
      let typed = field.written(entry)
      guard old.map({ field.written($0) != typed }) ?? true else { continue }
      let codes = typed.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      field.assign(
        &entry,
        .text(try codes.map { try CatalogueCode.element($0, "; nothing was changed").code }.joined(separator: ", ")))
    }
    entry = try Noun.filled(entry, was: old, of: agency, in: db)
    try Noun.check(entry, was: old, of: agency, in: db)
    return entry
  }

  /// The record with whole ids of the records that it names by the beginning of an id, by `latest`, or by a title.
  static func completed(
    _ entry: Entry, was old: Entry?, of agency: String?, within scope: RecordScope = .none, in db: Database
  ) throws -> Entry {
    var entry = entry
    var within = try agency.map { try scope.names(of: Noun.self, agency: $0, in: db) } ?? [:]
    for reference in Schema.references(of: Entry.table) {
      guard let agency, let field = Noun.fields.first(where: { $0.name == reference.column }) else { continue }
      defer { within[reference.column] = field.written(entry) }
      let typed = field.written(entry)
      if let old, field.written(old) == typed { continue }
      if typed.isEmpty {
        guard !reference.isOptional else { continue }
        throw Failure.usage(
          "\(Noun.withArticle) needs its \(field.label); nothing was changed", next: "say it with \(field.name)=ID")
      }
      field.assign(
        &entry, .text(try RecordID.complete(typed, in: reference.target, of: agency, within: within, in: db)))
    }
    return entry
  }
}

extension RecordWork where Noun: RecordNoun {

  /// A record that a person named by the beginning of its id, by `latest`, or by a title that no other bears.
  static func find(_ typed: String, agency: String?, in db: Database) throws -> (agency: String, entry: Entry) {
    let all = try RecordStore.all(Entry.self, of: Noun.isStatewide ? nil : agency, in: db)
    if let title = Noun.fields.first(where: { $0.name == "title" }) {
      let titled = all.filter { title.written($0.record) == typed }
      if titled.count == 1 { return (titled[0].agency, titled[0].record) }
      if titled.count > 1 { throw RecordID.ambiguous(typed, count: titled.count, Noun.plural) }
    }
    let id = try RecordID.complete(
      typed, among: all.map(\.record.id), of: Noun.title, listedBy: "qapi \(Noun.command) list --all")
    guard let found = all.first(where: { $0.record.id == id }) else {
      preconditionFailure("the record was just found")
    }
    return (found.agency, found.record)
  }

  /// The same, to be changed on this node.
  static func findToWrite(
    _ typed: String, agency: String?, on node: OpenNode, in db: Database
  ) throws -> (agency: String?, entry: Entry) {
    let found = try find(typed, agency: Noun.isDepartments ? agency : node.member, in: db)
    return (Noun.isStatewide ? nil : found.agency, found.entry)
  }

  /// Writes the fields that were changed. A record that was deleted meanwhile is brought back as it was edited.
  ///
  /// - Returns: the names of the fields that were written, and whether the record was brought back.
  static func update(
    _ entry: Entry, from old: Entry, agency: String?, in db: Database
  ) throws -> (changed: [String], isBack: Bool) {
    let changed = Entry.fields.filter { $0.value(entry) != $0.value(old) }.map(\.name)
    guard !changed.isEmpty else { return ([], false) }
    if try RecordStore.find(old, agency: agency, in: db) == nil {
      try RecordStore.insert(entry, agency: agency, in: db)
      return (changed, true)
    }
    try RecordStore.update(entry, from: old, agency: agency, in: db)
    return (changed, false)
  }

  static func rowKey(of entry: Entry, agency: String?, on node: OpenNode) -> RowKey {
    let key = (agency.map { [FieldValue.text($0)] } ?? []) + entry.keyValues
    return node.engine.rowKey(Entry.table.name, key.map(\.value))
  }

  /// What other records hang on a record: "2 steps of a corrective action".
  static func dependents(of entry: Entry, agency: String, in db: Database) throws -> [String] {
    // A corrective action says in one column what it was opened from, whatever that is.
    let columns =
      Schema.references(to: Entry.table).filter { !Noun.parts.contains($0.table) }.map { ($0.table, $0.column) } + [
        (Schema.correctiveAction, "origin_id")
      ]
    return try columns.compactMap { table, column in
      let count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(table.name) WHERE agency = ? AND \(column) = ?",
          arguments: [agency, entry.id]) ?? 0
      return count == 0 ? nil : "\(table.title) (\(count))"
    }
  }
}

/// Ids as people type them: the beginning, or `latest`.
enum RecordID {
  /// - Parameter within: what the record hangs on, where that is known, by column: a title is looked for in it.
  static func complete(
    _ typed: String, in table: SyncedTable, of agency: String, within: [String: String] = [:], in db: Database
  ) throws -> String {
    let column = table.nameColumn
    let whole = try String.fetchOne(
      db, sql: "SELECT \(column) FROM \(table.name) WHERE agency = ? AND \(column) = ?", arguments: [agency, typed])
    if let whole { return whole }
    if let id = try titled(typed, in: table, of: agency, within: within, in: db) { return id }
    // A code is written out: its beginning is no name.
    guard column == "id" else {
      throw Failure.usage(
        "there is no \(table.title) '\(Shown.line(typed, limit: 40))'; nothing was changed",
        next: "name one by its \(column), or by its whole name")
    }
    let ids = try String.fetchAll(
      db, sql: "SELECT id FROM \(table.name) WHERE agency = ? ORDER BY id", arguments: [agency])
    return try complete(typed, among: ids, of: table.title, listedBy: Listing.command(of: table) ?? "qapi help")
  }

  static func ambiguous(_ typed: String, count: Int, _ what: String) -> Failure {
    .usage(
      "\(count) \(what) bear the title '\(Shown.line(typed, limit: 40))'; nothing was changed",
      next: "name it by its id, or the beginning of it")
  }

  private static func ambiguous(_ typed: String, in table: SyncedTable) -> Failure {
    let parents = Schema.references(of: table).filter { !$0.isOptional }.map { "\($0.column)=..." }
    return .usage(
      "more than one \(table.title) bears the \(titleColumn(of: table) ?? "title") '\(Shown.line(typed, limit: 40))'; "
        + "nothing was changed",
      next: "name it by its \(table.nameColumn == "id" ? "id, or the beginning of it" : table.nameColumn)"
        + (parents.isEmpty ? "" : "; or say also \(parents.joined(separator: " "))"))
  }

  /// The one record that bears a title or a name; nil if none does.
  private static func titled(
    _ typed: String, in table: SyncedTable, of agency: String, within: [String: String], in db: Database
  ) throws -> String? {
    guard let title = titleColumn(of: table) else { return nil }
    let inside = Schema.references(of: table).compactMap { reference in
      within[reference.column].flatMap { $0.isEmpty ? nil : (column: reference.column, name: $0) }
    }
    let ids = try String.fetchAll(
      db,
      sql: "SELECT \(table.nameColumn) FROM \(table.name) WHERE agency = ? AND \(title) = ?"
        + inside.map { " AND \($0.column) = ?" }.joined() + " LIMIT 2",
      arguments: StatementArguments([agency, typed] + inside.map(\.name)))
    guard ids.count < 2 else { throw ambiguous(typed, in: table) }
    // One of another budget is found too, so that it can be said that it is.
    if ids.isEmpty, !inside.isEmpty { return try titled(typed, in: table, of: agency, within: [:], in: db) }
    return ids.first
  }

  private static func titleColumn(of table: SyncedTable) -> String? {
    ["title", "name"].first { table.column(named: $0) != nil }
  }

  /// What names the records that a person may mean: by id or code, the beginning of an id, `latest`, or a title.
  ///
  /// - Parameter agency: nil for all.
  /// - Throws: `Failure` where there is none.
  static func named(_ typed: String, in table: SyncedTable?, of agency: String?, in db: Database) throws -> [String] {
    guard let table else { return [] }
    let (name, title) = (table.nameColumn, titleColumn(of: table))
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT \(name) AS name, \(title ?? "''") AS title FROM \(table.name) WHERE ?1 IS NULL OR agency = ?1 ORDER BY 1",
      arguments: [agency])
    let names: [String] = rows.map { $0["name"] }
    if names.contains(typed) { return [typed] }
    let titled: [String] = rows.filter { $0["title"] == typed }.map { $0["name"] }
    if !titled.isEmpty { return titled }
    if name == "id" {
      if typed == "latest", let latest = names.max(by: { Positions.isBefore($0, $1) }) { return [latest] }
      let begun = names.filter { $0.hasPrefix(typed) }
      if !begun.isEmpty { return begun }
    }
    throw Failure.usage(
      "there is no \(table.title) '\(Shown.line(typed, limit: 40))'",
      next: "see `\(Listing.command(of: table) ?? "qapi help")`")
  }

  static func complete(_ typed: String, among ids: [String], of title: String, listedBy command: String) throws
    -> String
  {
    if typed == "latest", let latest = ids.max(by: { Positions.isBefore($0, $1) }) { return latest }
    return try OneOf.id(beginning: typed, among: ids, of: title, listedBy: command)
  }
}

extension OpenNode {
  /// What a reader is told beside an empty answer: an answer about nobody is none.
  var unreadNotes: [String] {
    guard engine.identity.isReader else { return [] }
    return [
      agenciesRead.isEmpty
        ? "this node reads the rows of no agency"
        : "this node reads the rows of: \(agenciesRead.joined(separator: ", "))"
    ]
  }

  /// - Parameters:
  ///   - whose: whose records these are: "risks belong to the agencies".
  ///   - command: where the department reads them.
  /// - Throws: `Failure` on a node of the department, or one that may not write.
  func checkIsAgency(_ whose: String, see command: String) throws {
    try checkWrites()
    guard !isDepartment else {
      throw Failure.usage(
        "\(whose), and this node to the department; nothing was changed",
        next: "the department reads them with `\(command)`"
      )
    }
  }
}
