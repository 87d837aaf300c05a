public import Canonical
public import Changesets
import Foundation
import GRDB
import Merge
import SQLiteChangeset
public import Trust

/// Who made a write, when, why, and under which changeset it stands.
public struct WriteOrigin: Sendable, Hashable {
  public var person: Person
  public var message: String
  /// RFC 3339, UTC. For display.
  public var time: String
  public var transaction: String
  /// The node whose key signed it; nil while it is not sealed.
  public var node: String?
  public var changeset: Digest?
  public var sequence: Int64?
  public var verdict: Verdict?
}

/// Reads the content of writes that versions name: from the transaction while it is not sealed, else from the sealed body.
final class WriteReader {
  private let engine: Engine
  private let db: Database
  private let repository: LocalRepository
  private let roster: Roster?
  private let hasEscrow: Bool
  private var parts: [Int64: Part] = [:]

  /// One transaction's part, opened.
  struct Part {
    var origin: WriteOrigin
    var changes: SQLiteChangeset
    var merges: [LocalMerge]
    var supersedes: [LocalSupersession]
  }

  /// What one write says of one register.
  struct Content {
    var origin: WriteOrigin
    /// The value that its author's table showed before; nil where the row was not there.
    var before: SQLiteValue?
    var after: SQLiteValue?
    var isResolution: Bool
    var kind: ChangeKind?
    /// Whether it says only that the row was there, as every edit of a column does besides.
    var isEcho: Bool
    var supersedes: [WriteReference]
  }

  init(engine: Engine, db: Database, repository: LocalRepository) throws {
    self.engine = engine
    self.db = db
    self.repository = repository
    let documents = Documents(db: db)
    roster = try documents.roster()
    hasEscrow = try documents.root()?.escrow != nil
  }

  func content(of write: WriteReference, register: Int) throws -> Content {
    let part = try part(write.transaction)
    if write.index >= part.changes.recordCount {
      let merge = part.merges[write.index - part.changes.recordCount]
      let own = register == merge.register
      return Content(
        origin: part.origin, before: nil, after: own ? merge.value : RowState.present, isResolution: true, kind: nil,
        isEcho: !own,
        supersedes: merge.supersedes.filter { $0.register == register }.map(\.write))
    }
    let record = part.changes.record(at: write.index)
    let supersedes = part.supersedes.filter { $0.record == write.index && $0.register == register }.map(\.write)
    if register == RowState.presence {
      let isDelete = record.kind == .delete
      return Content(
        origin: part.origin, before: record.kind == .insert ? nil : RowState.present,
        after: isDelete ? RowState.deleted : RowState.present, isResolution: false, kind: record.kind,
        isEcho: record.kind == .update, supersedes: supersedes)
    }
    let isThere = register < record.columnCount
    return Content(
      origin: part.origin, before: isThere ? record.old(register)?.value : nil,
      after: isThere ? record.new(register)?.value : nil, isResolution: false, kind: record.kind, isEcho: false,
      supersedes: supersedes)
  }

  func part(_ transaction: Int64) throws -> Part {
    if let part = parts[transaction] { return part }
    guard
      let row = try Row.fetchOne(db, sql: "SELECT * FROM sync_transaction WHERE id = ?", arguments: [transaction])
    else { throw EngineError.failed("the database is damaged: a version names a transaction that is not here") }
    let history = History(db: db)
    let changeset = try (row["changeset"] as Int64?).flatMap { try history.changeset($0) }
    let origin = WriteOrigin(
      person: Person(id: row["person"], name: row["person_name"]), message: row["message"], time: row["time"],
      transaction: row["transaction_id"], node: changeset?.header.node, changeset: changeset?.hash,
      sequence: changeset?.header.sequence, verdict: changeset?.verdict)
    guard let changeset else {
      let part = Part(
        origin: origin, changes: try SQLiteChangeset(decoding: row.optionalBytes("changes") ?? []),
        merges: LocalMerge.decode(row.optionalBytes("merges") ?? []),
        supersedes: LocalSupersession.decode(row.optionalBytes("supersedes") ?? []))
      parts[transaction] = part
      return part
    }
    let payload = try open(changeset)
    let dots = try DotResolver(
      payload.manifest, changeset: changeset.id, previous: changeset.previous, vector: changeset.vector, on: db)
    for (ordinal, id) in try history.transactions(of: changeset.id).enumerated() {
      parts[id] = try sealedPart(payload, ordinal, id, changeset, dots)
    }
    guard let part = parts[transaction] else { throw EngineError.failed("the database is damaged: a lost transaction") }
    return part
  }

  private func sealedPart(
    _ payload: Payload, _ ordinal: Int, _ id: Int64, _ changeset: StoredChangeset, _ dots: DotResolver
  ) throws -> Part {
    let transaction = payload.manifest.transactions[ordinal]
    let origin = WriteOrigin(
      person: transaction.person, message: transaction.message, time: transaction.time, transaction: transaction.id,
      node: changeset.header.node, changeset: changeset.hash, sequence: changeset.header.sequence,
      verdict: changeset.verdict)
    let merges = try transaction.merges.map { merge in
      LocalMerge(
        row: RowKey(
          table: engine.configuration.tables.firstIndex { $0.name == merge.table } ?? -1, key: merge.key),
        register: merge.register, value: merge.value,
        supersedes: try merge.supersedes.compactMap { dot in
          try dots.write(source: dot.source, index: dot.index).map { (dot.register, $0) }
        })
    }
    let supersedes = try transaction.supersedes.compactMap { entry in
      try dots.write(source: entry.source, index: entry.index).map {
        LocalSupersession(record: entry.record, register: entry.register, write: $0)
      }
    }
    return Part(origin: origin, changes: payload.changesets[ordinal], merges: merges, supersedes: supersedes)
  }

  /// Opens a sealed changeset; throws where this node has not its secret.
  func open(_ changeset: StoredChangeset) throws -> Payload {
    let header = changeset.header
    guard let roster, let secret = try engine.epochIdentity(header.audience, header.epoch, roster: roster, in: db)
    else {
      throw EngineError.failed("the secret of epoch \(header.epoch) of \(header.audience) is not here")
    }
    return try Sealing.open(
      try engine.body(of: changeset, in: db, repository: repository), header: header, with: secret,
      hasEscrow: hasEscrow)
  }
}
