public import Canonical
import Changesets
import Foundation
import GRDB
import Merge
public import SQLiteChangeset
import Trust

/// A changeset that does not count, or not yet.
public struct ChangesetNote: Sendable, Hashable {
  public var node: String
  public var audience: String
  public var sequence: Int64
  public var hash: Digest
  /// A code for a refusal, `waits`, or `cut`.
  public var code: String
  public var detail: String
}

/// A file that came and was not taken.
public struct RefusedFile: Sendable, Hashable {
  public var branch: String
  public var commit: String
  public var name: String
  public var code: String
  public var detail: String
  public var time: String
}

/// Where a node stands.
public struct Status: Sendable, Hashable {
  public var rosterVersion: Int64?
  public var isEnrolled: Bool
  public var lastSync: String?
  /// Local transactions that no changeset holds yet.
  public var unsealed: Int
  /// Of those, parts that wait until the hub publishes the schema of this program.
  public var waitingForSchema: Int
  /// Sealed changesets that the exchange has not been seen to hold.
  public var unpushed: Int
  /// Own changesets on which the hub has not said its word.
  public var withoutReceipt: Int
  /// Own changesets that were sealed before an epoch was rotated, and that the exchange does not hold yet.
  public var underOldEpoch: Int
  public var conflicts: Int
  public var waiting: [ChangesetNote]
  /// For a reader: changesets of audiences of which it was given no secret. They do not wait for anything.
  public var notReadable: Int
  public var refused: [ChangesetNote]
  public var cut: [ChangesetNote]
  public var refusedFiles: [RefusedFile]
  /// Changesets on which the hub's receipt says otherwise than this node's own judgement.
  public var disagreements: [ChangesetNote]
  /// Changesets that wait for a newer schema document: upgrade the program.
  public var needsUpgrade: Int
}

/// The digest of the rows of one audience: equal on every node that reads it and has the same changesets.
public struct AudienceDigest: Sendable, Hashable {
  public var audience: String
  public var rows: Int
  public var digest: Digest
}

extension Engine {
  /// The audiences of which this node holds a secret: what a node that only reads was given.
  public func audiencesGiven() throws -> Set<String> {
    try reportingBusy { try queue.read { try Documents(db: $0).audiencesGiven() } }
  }

  public func status() throws -> Status {
    try reportingBusy {
      try queue.write { db in
        try absorb(in: db)
        let documents = Documents(db: db)
        let roster = try documents.roster()
        func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
          try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
        }
        let given = try documents.audiencesGiven()
        let undecided = try notes(where: "c.verdict = 0", in: db)
        let waiting = undecided.filter { !identity.isReader || given.contains($0.audience) }
        return Status(
          rosterVersion: roster?.version, isEnrolled: roster?.tenure(of: identity.node) != nil,
          lastSync: try documents.setting("last_sync"), unsealed: try unsealedCount(in: db),
          waitingForSchema: try waitingForSchema(in: db),
          unpushed: try unpushedCount(in: db),
          withoutReceipt: try count(
            """
            SELECT count(*) FROM sync_body b JOIN sync_changeset c ON c.id = b.changeset WHERE c.receipt IS NULL
            """),
          underOldEpoch: try underOldEpoch(roster, in: db),
          conflicts: try count("SELECT coalesce(sum(conflicts), 0) FROM sync_row WHERE conflicts > 0"),
          waiting: waiting, notReadable: undecided.count - waiting.count,
          refused: try notes(where: "c.verdict = 2", in: db),
          cut: try notes(where: "c.verdict = 3", in: db), refusedFiles: try refusedFiles(in: db),
          disagreements: try notes(
            where: "c.receipt IS NOT NULL AND c.receipt <> 0 AND c.verdict <> 0 AND c.receipt <> c.verdict", in: db),
          needsUpgrade: waiting.filter { $0.detail.hasPrefix("schema document") }.count)
      }
    }
  }

  private func unpushedCount(in db: Database) throws -> Int {
    let branch = RefTable.own(Branches(configuration).node(identity.node))
    let uncommitted =
      try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM sync_changeset c JOIN sync_body b ON b.changeset = c.id WHERE c.committed = 0") ?? 0
    let refs = RefTable(db: db)
    if try refs.head(branch) == refs.remote(branch) { return uncommitted }
    return try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM sync_changeset c JOIN sync_body b ON b.changeset = c.id WHERE c.receipt IS NULL") ?? 0
  }

  private func underOldEpoch(_ roster: Roster?, in db: Database) throws -> Int {
    guard let roster else { return 0 }
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT c.header FROM sync_changeset c JOIN sync_body b ON b.changeset = c.id WHERE c.receipt IS NULL")
    return try rows.filter { row in
      let header = try Header(row.bytes("header"))
      return header.epoch < roster.newestEpoch(of: header.audience)?.number ?? 0
    }.count
  }

  private func notes(where condition: String, in db: Database) throws -> [ChangesetNote] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.node, s.audience, c.sequence, c.hash, c.reason, c.detail FROM sync_changeset c
        JOIN sync_stream s ON s.id = c.stream WHERE \(condition) ORDER BY s.node, s.audience, c.sequence
        """
    ).compactMap { row in
      Digest(bytes: row.bytes("hash")).map {
        ChangesetNote(
          node: row["node"], audience: row["audience"], sequence: row["sequence"], hash: $0,
          code: row["reason"] == "" ? "waits" : row["reason"],
          detail: row["reason"] == "" ? "it was not judged yet: this node holds no right" : row["detail"])
      }
    }
  }

  private func refusedFiles(in db: Database) throws -> [RefusedFile] {
    try Row.fetchAll(db, sql: "SELECT * FROM sync_refusal ORDER BY id").map { row in
      RefusedFile(
        branch: row["ref"], commit: row["git_commit"], name: row["name"], code: row["code"], detail: row["detail"],
        time: row["time"])
    }
  }

  /// Rows that were written to and that no counting insert covers: kept, not shown, a finding.
  public func rowsWithoutInsert() throws -> [(table: String, key: [SQLiteValue])] {
    try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT tbl, key FROM sync_row WHERE conflicts < 0 ORDER BY tbl, key").map { row in
        (configuration.tables[row["tbl"] as Int].name, try SQLiteValue.values(decoding: row.bytes("key")))
      }
    }
  }

  /// The digest of each audience's rows and open conflicts.
  public func digests() throws -> [AudienceDigest] {
    try reportingBusy {
      try queue.write { db in
        try absorb(in: db)
        return try digests(in: db)
      }
    }
  }

  func digests(in db: Database) throws -> [AudienceDigest] {
    var digests: [String: AudienceDigest] = [:]
    func add(_ bytes: [UInt8], to audience: String, isRow: Bool) {
      var entry = digests[audience] ?? AudienceDigest(audience: audience, rows: 0, digest: Digest(of: []))
      entry.digest = Digest(of: entry.digest.bytes + bytes)
      entry.rows += isRow ? 1 : 0
      digests[audience] = entry
    }
    for table in configuration.tables {
      try TableWriter(table, on: db).eachRow { values in
        guard let audience = table.audience(ofKey: table.key.map { values[$0] }) else { return }
        add(Array(table.name.utf8) + [0] + SQLiteValue.encoding(of: values), to: audience, isRow: true)
      }
    }
    let states = try RowStates(on: db)
    for row in try Row.fetchAll(db, sql: "SELECT tbl, key FROM sync_row WHERE conflicts > 0 ORDER BY tbl, key") {
      let key = RowKey(table: row["tbl"], key: row.bytes("key"))
      guard let state = try states.state(key),
        let audience = configuration.tables[key.table].audience(ofKey: try SQLiteValue.values(decoding: key.key))
      else { continue }
      for register in state.conflicts {
        let values = Set((state.listed(register) ?? []).map(\.value)).sorted()
        let subject = Array("conflict \(configuration.tables[key.table].name) \(register)".utf8) + [0]
        add(subject + key.key + SQLiteValue.encoding(of: values), to: audience, isRow: false)
      }
    }
    return digests.values.sorted { $0.audience < $1.audience }
  }
}
