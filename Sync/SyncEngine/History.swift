import Canonical
import Changesets
import Foundation
import GRDB
import Merge
import SQLiteChangeset
import Trust

/// How `sync_changeset` writes verdicts.
extension Verdict {
  var number: Int64 {
    switch self {
    case .waiting: 0
    case .counted: 1
    case .refused: 2
    case .cut: 3
    }
  }

  init?(number: Int64) {
    guard let verdict = Verdict.allCases.first(where: { $0.number == number }) else { return nil }
    self = verdict
  }
}

/// A changeset as this node keeps it.
struct StoredChangeset {
  var id: Int64
  var stream: Int64
  var header: Header
  var headerBytes: [UInt8]
  var signature: [UInt8]
  var previous: Int64?
  var verdict: Verdict
  var reason: String
  var detail: String
  var vector: [Int64]
  var bodyObject: [UInt8]?

  var hash: Digest { Digest(of: headerBytes) }

  init(_ row: Row) throws {
    id = row["id"]
    stream = row["stream"]
    headerBytes = row.bytes("header")
    header = try Header(headerBytes)
    signature = row.bytes("signature")
    previous = row["previous"]
    verdict = Verdict(number: row["verdict"]) ?? .waiting
    reason = row["reason"]
    detail = row["detail"]
    bodyObject = row.optionalBytes("body_object")
    vector = []
    if let bytes = row.optionalBytes("vector") {
      var position = 0
      while let id = bytes.number(at: &position) { vector.append(id) }
    }
  }
}

/// What a changeset's place in the graph needs to be judged.
struct Position {
  var id: Int64
  var stream: Int64
  var sequence: Int64
  var depth: Int64
  var verdict: Verdict
}

/// Reads and writes `sync_stream`, `sync_changeset` and what hangs on them.
struct History {
  let db: Database

  func changeset(_ id: Int64) throws -> StoredChangeset? {
    try Row.fetchOne(db, cached: "SELECT * FROM sync_changeset WHERE id = ?", arguments: [id])
      .map { try StoredChangeset($0) }
  }

  func position(_ hash: Digest) throws -> Position? {
    try Row.fetchOne(
      db, cached: "SELECT id, stream, sequence, depth, verdict FROM sync_changeset WHERE hash = ?",
      arguments: [Data(hash.bytes)]
    ).map {
      Position(
        id: $0["id"], stream: $0["stream"], sequence: $0["sequence"], depth: $0["depth"],
        verdict: Verdict(number: $0["verdict"]) ?? .waiting)
    }
  }

  /// The id of a stream, made if it is new.
  func stream(node: String, incarnation: String, audience: String) throws -> Int64 {
    if let row = try Row.fetchOne(
      db, cached: "SELECT id FROM sync_stream WHERE node = ? AND incarnation = ? AND audience = ?",
      arguments: [node, incarnation, audience])
    {
      return row["id"]
    }
    try db.execute(
      sql: "INSERT INTO sync_stream (node, incarnation, audience) VALUES (?, ?, ?)",
      arguments: [node, incarnation, audience])
    return db.lastInsertedRowID
  }

  func streamName(_ id: Int64) throws -> (node: String, incarnation: String, audience: String, firstRoster: Int64?)? {
    try Row.fetchOne(
      db, cached: "SELECT node, incarnation, audience, first_roster FROM sync_stream WHERE id = ?", arguments: [id]
    ).map { ($0["node"], $0["incarnation"], $0["audience"], $0["first_roster"]) }
  }

  func setFirstRoster(_ version: Int64, of stream: Int64) throws {
    try db.execute(
      sql: "UPDATE sync_stream SET first_roster = ? WHERE id = ? AND first_roster IS NULL",
      arguments: [version, stream])
  }

  /// Stores a changeset whose signature holds. It waits until it is judged.
  func insert(_ header: Header, bytes: [UInt8], signature: [UInt8], bodyObject: [UInt8]?) throws -> Int64 {
    let stream = try stream(node: header.node, incarnation: header.incarnation, audience: header.audience)
    try db.cachedStatement(
      sql: """
        INSERT INTO sync_changeset (stream, sequence, hash, depth, verdict, header, signature, body_object)
        VALUES (?, ?, ?, ?, 0, ?, ?, ?)
        """
    ).execute(
      arguments: [
        stream, header.sequence, Data(Digest(of: bytes).bytes), header.depth, Data(bytes), Data(signature),
        bodyObject.map { Data($0) },
      ])
    return db.lastInsertedRowID
  }

  /// Writes down a decision, and moves the stream's head.
  func decide(
    _ id: Int64, stream: Int64, previous: Int64?, vector: [Int64], verdict: Verdict, reason: String, detail: String
  ) throws {
    var bytes: [UInt8] = []
    for head in vector { bytes.append(number: head) }
    try db.cachedStatement(
      sql: """
        UPDATE sync_changeset SET verdict = ?, reason = ?, detail = ?, previous = ?, vector = ? WHERE id = ?
        """
    ).execute(arguments: [verdict.number, reason, detail, previous, Data(bytes), id])
    if let previous {
      try db.cachedStatement(sql: "DELETE FROM sync_stream_head WHERE stream = ? AND changeset = ?")
        .execute(arguments: [stream, previous])
    }
    // A changeset that a roster brought back may have decided successors that are still cut; then it is no head.
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO sync_stream_head SELECT ?1, ?2
        WHERE NOT EXISTS (
          SELECT 1 FROM sync_changeset n JOIN sync_changeset c ON c.id = ?2
          WHERE n.stream = ?1 AND n.sequence = c.sequence + 1 AND n.previous = ?2 AND n.verdict <> 0)
        """
    ).execute(arguments: [stream, id])
  }

  /// The last decided changesets of all streams of an audience, in the order of a vector.
  func heads(of audience: String) throws -> [(id: Int64, stream: Int64, entry: VectorEntry, depth: Int64)] {
    let rows = try Row.fetchAll(
      db,
      cached: """
        SELECT c.id, c.stream, c.sequence, c.hash, c.depth, s.node, s.incarnation FROM sync_stream s
        JOIN sync_stream_head h ON h.stream = s.id JOIN sync_changeset c ON c.id = h.changeset
        WHERE s.audience = ?
        """, arguments: [audience])
    return try rows.map { row in
      guard let hash = Digest(bytes: row.bytes("hash")) else { throw EngineError.failed("the database is damaged") }
      return (
        row["id"], row["stream"],
        VectorEntry(node: row["node"], incarnation: row["incarnation"], sequence: row["sequence"], hash: hash),
        row["depth"]
      )
    }.sorted { $0.2.isOrderedBefore($1.2) }
  }

  /// The place of a transaction's writes.
  func place(ofTransaction id: Int64) throws -> (stream: Int64, sequence: Int64, firstIndex: Int)? {
    try Row.fetchOne(
      db,
      cached: """
        SELECT c.stream, c.sequence, t.first_index FROM sync_transaction t
        JOIN sync_changeset c ON c.id = t.changeset WHERE t.id = ?
        """, arguments: [id]
    ).map { ($0["stream"], $0["sequence"], $0["first_index"]) }
  }

  func transactions(of changeset: Int64) throws -> [Int64] {
    try Row.fetchAll(
      db, cached: "SELECT id FROM sync_transaction WHERE changeset = ? ORDER BY ordinal", arguments: [changeset]
    ).map { $0["id"] }
  }

  /// Stores the transactions of a foreign changeset, and returns their local ids.
  func insertTransactions(of payload: Payload, changeset: Int64) throws -> [Int64] {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO sync_transaction (changeset, ordinal, first_index, write_count, audience, transaction_id, part, parts,
          person, person_name, message, time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    var firstIndex = 0
    var ids: [Int64] = []
    for (ordinal, transaction) in payload.manifest.transactions.enumerated() {
      let count = payload.changesets[ordinal].recordCount + transaction.merges.count
      try statement.execute(
        arguments: [
          changeset, ordinal, firstIndex, count, payload.manifest.audience, transaction.id, transaction.part,
          transaction.parts, transaction.person.id, transaction.person.name, transaction.message, transaction.time,
        ])
      ids.append(db.lastInsertedRowID)
      firstIndex += count
    }
    return ids
  }
}
