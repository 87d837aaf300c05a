import AgeFormat
import Canonical
import Changesets
import Foundation
import GRDB
import Merge
import SQLiteChangeset
import Trust

/// What one run over the waiting changesets did.
public struct AdvanceResult: Sendable, Hashable {
  public var counted = 0
  public var refused = 0
  public var cut = 0
  /// Rows that were rebuilt because the roster changed what counts.
  public var rebuilt = 0
}

extension Engine {
  /// Judges every waiting changeset that can be judged, and enters what counts. Everything is sealed first, in the same
  /// transaction, so that all that is local has a place below what comes.
  ///
  /// State is a function of (changesets, roster): the order in which changesets arrived makes no difference.
  func advance(in db: Database, repository: LocalRepository) throws -> AdvanceResult {
    let documents = Documents(db: db)
    guard let roster = try documents.roster(), let root = try documents.root() else { return AdvanceResult() }
    let history = History(db: db)
    let judge = Judge(
      db: db, history: history, roster: roster, root: root, configuration: configuration, documents: documents,
      epochSecret: { try self.epochIdentity($0, $1, roster: roster, in: db) },
      body: { try self.body(of: $0, in: db, repository: repository) })
    var result = AdvanceResult()
    let rebuild = try reconsider(judge: judge, roster: roster, result: &result, in: db)
    let applier = try Applier(on: db, configuration: configuration)
    var isProgressing = true
    while isProgressing {
      isProgressing = false
      // What a changeset stands on has a smaller depth, so one pass in this order is nearly always enough.
      let waiting = try Int64.fetchAll(db, sql: "SELECT id FROM sync_changeset WHERE verdict = 0 ORDER BY depth, id")
      for id in waiting {
        guard let changeset = try history.changeset(id) else { continue }
        let (judgement, context) = try judge.judge(changeset)
        switch judgement {
        case .waits(let reason):
          if changeset.reason != "waits" || changeset.detail != reason {
            try db.execute(
              sql: "UPDATE sync_changeset SET reason = 'waits', detail = ? WHERE id = ?", arguments: [reason, id])
          }
          continue
        case .refused(let code, let detail):
          try decide(changeset, context, .refused, code, detail, in: db)
          result.refused += 1
        case .cut(let detail):
          try decide(changeset, context, .cut, "cut", detail, in: db)
          result.cut += 1
        case .counts(let payload):
          try decide(changeset, context, .counted, "", "", in: db)
          var transactions = try history.transactions(of: id)
          let isNew = transactions.isEmpty
          if isNew { transactions = try history.insertTransactions(of: payload, changeset: id) }
          result.counted += 1
          if rebuild.reinstated.contains(id) {
            // Others may have been entered above it already; its rows are entered in order by the rebuild.
            rebuild.add(rowsOf: payload, configuration)
          } else {
            let dots = try DotResolver(
              payload.manifest, changeset: id, previous: context.previous?.id, vector: context.vector, on: db)
            try applier.apply(payload, transactions: transactions, dots: dots)
          }
        }
        isProgressing = true
      }
    }
    result.rebuilt = try rebuildRows(rebuild.rows, judge: judge, roster: roster, applier: applier, in: db)
    return result
  }

  private func decide(
    _ changeset: StoredChangeset, _ context: Judge.Context, _ verdict: Verdict, _ code: String, _ detail: String,
    in db: Database
  ) throws {
    let history = History(db: db)
    if changeset.header.sequence == 1 {
      try history.setFirstRoster(changeset.header.roster.version, of: changeset.stream)
    }
    try history.decide(
      changeset.id, stream: changeset.stream, previous: context.previous?.id, vector: context.vector, verdict: verdict,
      reason: code, detail: detail)
  }

  /// The secret of an epoch, if this node holds it.
  func epochIdentity(_ audience: String, _ number: Int64, roster: Roster, in db: Database) throws -> X25519Identity? {
    let name = EpochName(audience: audience, number: number)
    if let secret = epochIdentities[name] { return secret.identity }
    guard let keys,
      let sealed = try Data.fetchOne(
        db, sql: "SELECT sealed FROM sync_epoch WHERE audience = ? AND epoch = ?", arguments: [audience, number])
    else { return nil }
    let secret = try EpochSecret(opening: [UInt8](sealed), with: keys.encryption, roster: roster)
    epochIdentities[name] = secret
    return secret.identity
  }

  /// The age file of a changeset: from the database while it is kept there, else from the local git copy. Checked against
  /// the header either way.
  func body(of changeset: StoredChangeset, in db: Database, repository: LocalRepository) throws -> [UInt8] {
    let bytes: [UInt8]
    if let kept = try Data.fetchOne(
      db, sql: "SELECT bytes FROM sync_body WHERE changeset = ?", arguments: [changeset.id])
    {
      bytes = [UInt8](kept)
    } else if let object = changeset.bodyObject {
      bytes = try repository.blob(object, maximumByteCount: FormatLimits.bodyByteCount)
    } else {
      throw EngineError.failed(
        "the body of changeset \(changeset.header.sequence) of \(changeset.header.node) is missing")
    }
    try Sealing.check(bytes, against: changeset.header)
    return bytes
  }
}
