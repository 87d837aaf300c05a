import Canonical
import Changesets
import Foundation
import GRDB
import Trust

/// The kinds of document that a node keeps every version of.
enum DocumentKind: String {
  case root
  case roster
  case schema

  var namespace: SignatureNamespace {
    switch self {
    case .root: .root
    case .roster: .roster
    case .schema: .schema
    }
  }
}

/// Reads and writes `sync_document`, `sync_setting` and `sync_epoch`.
struct Documents {
  let db: Database

  func document(_ kind: DocumentKind, version: Int64) throws -> SignedDocument? {
    try Row.fetchOne(
      db, sql: "SELECT bytes, signature FROM sync_document WHERE kind = ? AND version = ?",
      arguments: [kind.rawValue, version]
    ).map { SignedDocument(bytes: $0.bytes("bytes"), signature: $0.bytes("signature")) }
  }

  func audiencesGiven() throws -> Set<String> {
    Set(try String.fetchAll(db, sql: "SELECT DISTINCT audience FROM sync_epoch"))
  }

  func newestVersion(_ kind: DocumentKind) throws -> Int64 {
    // Asked at each write, so the statement is kept prepared.
    let statement = try db.cachedStatement(sql: "SELECT max(version) FROM sync_document WHERE kind = ?")
    return try Int64.fetchOne(statement, arguments: [kind.rawValue]) ?? 0
  }

  func hash(_ kind: DocumentKind, version: Int64) throws -> Digest? {
    try Data.fetchOne(
      db, sql: "SELECT hash FROM sync_document WHERE kind = ? AND version = ?", arguments: [kind.rawValue, version]
    ).flatMap { Digest(bytes: $0) }
  }

  func store(_ document: SignedDocument, _ kind: DocumentKind, version: Int64) throws {
    try db.execute(
      sql: "INSERT INTO sync_document (kind, version, hash, bytes, signature) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        kind.rawValue, version, Data(document.hash.bytes), Data(document.bytes), Data(document.signature),
      ])
  }

  func root() throws -> RootDocument? {
    let version = try newestVersion(.root)
    return try document(.root, version: version).map { try RootDocument($0.bytes) }
  }

  func roster() throws -> Roster? {
    let version = try newestVersion(.roster)
    return try document(.roster, version: version).map { try Roster($0.bytes) }
  }

  func schema(version: Int64) throws -> SchemaDocument? {
    try document(.schema, version: version).map { try SchemaDocument($0.bytes) }
  }

  func setting(_ name: String) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM sync_setting WHERE name = ?", arguments: [name])
  }

  func set(_ name: String, _ value: String) throws {
    try db.execute(
      sql: "INSERT INTO sync_setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      arguments: [name, value])
  }
}

extension Row {
  /// The bytes of a BLOB column.
  func bytes(_ column: String) -> [UInt8] {
    let data: Data = self[column]
    return [UInt8](data)
  }

  /// The bytes of a BLOB column, or nil for NULL.
  func optionalBytes(_ column: String) -> [UInt8]? {
    let data: Data? = self[column]
    return data.map { [UInt8]($0) }
  }
}
