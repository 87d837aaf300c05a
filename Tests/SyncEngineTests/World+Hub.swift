import Canonical
import Changesets
import Foundation
import GRDB
import SyncEngine
import Trust

extension World {
  /// Signs a roster that follows the newest, as a registrar's tool may, and publishes it.
  func publishRoster(_ change: (inout Roster) -> Void) throws {
    guard var roster = try hub.roster(), let keys = hub.keys else { throw EngineError.failed("no roster") }
    roster.previous = .init(of: roster.bytes)
    roster.version += 1
    change(&roster)
    try store("roster", roster.version, SignedDocument(signing: roster.bytes, as: .roster, with: keys.signing))
    try sync(hub)
  }

  /// Publishes the second version of the schema, which adds a column.
  func publishSecondSchema() throws {
    guard let keys = hub.keys else { throw EngineError.failed("no keys") }
    let first = SchemaDocument(version: 1, previous: nil, tables: Schema.tables(1))
    let second = SchemaDocument(version: 2, previous: .init(of: first.bytes), tables: Schema.tables(2))
    try store("schema", 2, SignedDocument(signing: second.bytes, as: .schema, with: keys.signing))
    try sync(hub)
  }

  private func store(_ kind: String, _ version: Int64, _ document: SignedDocument) throws {
    try hub.queue.write { db in
      try db.execute(
        sql: "INSERT INTO sync_document (kind, version, hash, bytes, signature) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          kind, version, Data(document.hash.bytes), Data(document.bytes), Data(document.signature),
        ])
    }
  }

  /// Opens a node with the program of the next version, which adds the column to its table.
  func upgrade(_ node: Engine) throws -> Engine {
    try node.queue.write { db in
      try db.execute(sql: "ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'")
    }
    let upgraded = try Engine(
      opening: node.folder, configuration: Schema.configuration(.seeded(4_711), schemaVersion: 2))
    try upgraded.unlock { [] }
    return upgraded
  }
}
