import Changesets
import GRDB
import SQLiteChangeset

/// Under which schema document a local transaction is sealed, where program and network are of different versions.
///
/// Readers take a changeset only if its rows have the columns of the document that its header names. So a transaction is
/// sealed under the newest document here that has its tables with just as many columns. A program that is newer than the
/// network writes its rows in the columns of the network's document as long as nothing is lost by it: as long as the newer
/// columns hold their defaults. What says more waits, unsealed, until the hub has published the newer document; and with it
/// waits what is written in its audience later.
struct SchemaShapes {
  /// The newest first; none newer than the program. Before any document has come, the first version, which every network
  /// has, stands for them without a name.
  private let documents: [(name: VersionedHash?, document: SchemaDocument)]
  private let configuration: Configuration

  init(in db: Database, configuration: Configuration) throws {
    self.configuration = configuration
    let stored = Documents(db: db)
    let newest = min(try stored.newestVersion(.schema), configuration.schemaVersion)
    let named = try (0..<newest).map { newest - $0 }.compactMap { version -> (VersionedHash?, SchemaDocument)? in
      guard let document = try stored.schema(version: version), let hash = try stored.hash(.schema, version: version)
      else { return nil }
      return (VersionedHash(version: version, hash: hash), document)
    }
    let first = SchemaDocument(
      version: 1, previous: nil, tables: configuration.earlierTables.first ?? configuration.tables)
    documents = named.isEmpty ? [(nil, first)] : named
  }

  /// Whether the program is newer than the newest document here; where none is, than the first.
  static func programIsAhead(in db: Database, configuration: Configuration) throws -> Bool {
    try max(Documents(db: db).newestVersion(.schema), 1) < configuration.schemaVersion
  }

  // MARK: Sealing

  /// The document under which an unsealed part of a transaction is sealed; nil where it waits.
  func document(for part: Row) throws -> VersionedHash? {
    try place(of: part).flatMap { documents[$0].name }
  }

  private func place(of part: Row) throws -> Int? {
    if documents.count == 1, documents[0].document.version == configuration.schemaVersion { return 0 }
    let changes = try SQLiteChangeset(decoding: part.optionalBytes("changes") ?? [])
    let merges = LocalMerge.decode(part.optionalBytes("merges") ?? [])
    return documents.firstIndex { _, document in
      changes.tables.allSatisfy { document.table($0.name)?.columns.count == $0.columnCount }
        && merges.allSatisfy { merge in
          let table = document.table(configuration.tables[merge.row.table].name)
          return table.map { merge.register < $0.columns.count } ?? false
        }
    }
  }

  /// How many parts wait in each audience until the hub publishes a newer document.
  func waiting(in db: Database) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    let parts = try Row.fetchCursor(
      db, sql: "SELECT audience, changes, merges FROM sync_transaction WHERE changeset IS NULL ORDER BY id")
    while let part = try parts.next() {
      let audience: String = part["audience"]
      if try counts[audience] != nil || place(of: part) == nil { counts[audience, default: 0] += 1 }
    }
    return counts
  }

  // MARK: Writing

  /// Changes in the columns of the newest document; nil where that would lose something.
  func fitted(_ changes: SQLiteChangeset) throws -> SQLiteChangeset? {
    let document = documents[0].document
    for changed in changes.tables {
      guard let table = document.table(changed.name), table.columns.count <= changed.columnCount else { return nil }
    }
    if changes.tables.allSatisfy({ document.table($0.name)?.columns.count == $0.columnCount }) { return changes }
    var writer = ChangesetWriter(tables: configuration.tables.map(\.name))
    for record in changes.records {
      guard let count = document.table(record.table.name)?.columns.count,
        let newest = configuration.tables.first(where: { $0.name == record.table.name })
      else { return nil }
      if count == record.columnCount {
        try writer.append(record)
        continue
      }
      guard
        let table = ChangesetTable(name: record.table.name, primaryKey: Array(record.table.primaryKey.prefix(count)))
      else { return nil }
      let added = count..<record.columnCount
      func holdsDefault(_ cell: SQLiteChangeset.Cell?, _ column: Int) -> Bool {
        cell?.value == newest.columns[column].defaultValue
      }
      switch record.kind {
      case .insert:
        guard added.allSatisfy({ holdsDefault(record.new($0), $0) }) else { return nil }
        try writer.insert(into: table, (0..<count).compactMap { record.new($0)?.value })
      case .delete:
        guard added.allSatisfy({ holdsDefault(record.old($0), $0) }) else { return nil }
        try writer.delete(from: table, (0..<count).compactMap { record.old($0)?.value })
      case .update:
        guard added.allSatisfy({ record.new($0) == nil }) else { return nil }
        try writer.update(
          table, old: (0..<count).map { record.old($0)?.value }, new: (0..<count).map { record.new($0)?.value })
      }
    }
    return try writer.finish(limits: Engine.captureLimits)
  }
}
