import Changesets
import Foundation
import GRDB
import Merge
import SQLiteChangeset
import Trust

/// Rows that must be made anew, and the changesets that came back.
final class Rebuild {
  var rows: Set<RowKey> = []
  var reinstated: Set<Int64> = []

  func add(rowsOf payload: Payload, _ configuration: Configuration) {
    for (index, changes) in payload.changesets.enumerated() {
      let tables = changes.tables.map { table in configuration.tables.firstIndex { $0.name == table.name } }
      for record in changes.records {
        if let table = tables[record.tableIndex] { rows.insert(RowKey(table: table, key: record.key)) }
      }
      for merge in payload.manifest.transactions[index].merges {
        if let table = configuration.tables.firstIndex(where: { $0.name == merge.table }) {
          rows.insert(RowKey(table: table, key: merge.key))
        }
      }
    }
  }
}

extension Engine {
  /// Judges again what the newest roster may have changed: the streams of nodes whose right has a cut.
  ///
  /// Runs only when a roster came that was not considered yet.
  func reconsider(judge: Judge, roster: Roster, result: inout AdvanceResult, in db: Database) throws -> Rebuild {
    let rebuild = Rebuild()
    let documents = Documents(db: db)
    let considered = Int64(try documents.setting("considered_roster") ?? "0") ?? 0
    guard considered < roster.version else { return rebuild }
    let nodes = Set(roster.tenures.filter { $0.cut != nil }.map(\.node))
    for node in nodes.sorted() {
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT c.id FROM sync_changeset c JOIN sync_stream s ON s.id = c.stream
          WHERE s.node = ? AND c.verdict <> 0 ORDER BY s.id, c.sequence
          """, arguments: [node])
      for id in ids { try reconsider(id, judge: judge, rebuild: rebuild, result: &result, in: db) }
    }
    try documents.set("considered_roster", String(roster.version))
    return rebuild
  }

  private func reconsider(
    _ id: Int64, judge: Judge, rebuild: Rebuild, result: inout AdvanceResult, in db: Database
  ) throws {
    let history = History(db: db)
    guard let changeset = try history.changeset(id), let name = try history.streamName(changeset.stream) else { return }
    let before = try changeset.header.previous.flatMap { try history.position($0)?.verdict }
    let standing = try judge.standing(changeset, first: name.firstRoster ?? changeset.header.roster.version)
    var isWithin = false
    if case .within = standing { isWithin = before != .cut }
    switch (changeset.verdict, isWithin) {
    case (.counted, false):
      // What its writes touched is made anew without them; they are listed, and a person may enter them again.
      let payload = try open(changeset, judge: judge)
      rebuild.add(rowsOf: payload, configuration)
      let version = judge.roster.version
      try db.execute(
        sql: "UPDATE sync_changeset SET verdict = 3, reason = 'cut', detail = ? WHERE id = ?",
        arguments: ["roster \(version) ended the right of \(changeset.header.node) before this position", id])
      result.cut += 1
    case (.cut, true):
      try db.execute(
        sql: "UPDATE sync_changeset SET verdict = 0, reason = '', detail = '' WHERE id = ?", arguments: [id])
      rebuild.reinstated.insert(id)
    case (.refused, _):
      // Nothing of it was entered. It is judged anew, so that it is called what a new node calls it.
      try db.execute(
        sql: "UPDATE sync_changeset SET verdict = 0, reason = '', detail = '' WHERE id = ?", arguments: [id])
    default:
      break
    }
  }

  private func open(_ changeset: StoredChangeset, judge: Judge) throws -> Payload {
    let header = changeset.header
    guard let secret = try judge.epochSecret(header.audience, header.epoch) else {
      throw EngineError.failed("the secret of epoch \(header.epoch) of \(header.audience) is missing")
    }
    return try Sealing.open(
      try judge.body(changeset), header: header, with: secret, hasEscrow: judge.root.escrow != nil)
  }

  /// Makes rows anew from the kept history: every counting changeset of their audiences, in causal order, entered for
  /// these rows only.
  ///
  /// - Returns: how many rows were made anew.
  func rebuildRows(
    _ rows: Set<RowKey>, judge: Judge, roster: Roster, applier: Applier, in db: Database
  ) throws -> Int {
    guard !rows.isEmpty else { return 0 }
    for row in rows { try applier.forget(row) }
    var audiences: Set<String> = []
    for row in rows {
      let key = try SQLiteValue.values(decoding: row.key)
      if let audience = configuration.tables[row.table].audience(ofKey: key) { audiences.insert(audience) }
    }
    for audience in audiences.sorted() {
      try replay(audience, only: rows, judge: judge, applier: applier, in: db)
    }
    return rows.count
  }

  /// Enters every counting changeset of an audience, in causal order.
  func replay(_ audience: String, only rows: Set<RowKey>?, judge: Judge, applier: Applier, in db: Database) throws {
    let history = History(db: db)
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT c.id FROM sync_changeset c JOIN sync_stream s ON s.id = c.stream
        WHERE s.audience = ? AND c.verdict = 1 ORDER BY c.depth, c.id
        """, arguments: [audience])
    for id in ids {
      guard let changeset = try history.changeset(id) else { continue }
      let payload = try open(changeset, judge: judge)
      let transactions = try history.transactions(of: id)
      let dots = try DotResolver(
        payload.manifest, changeset: id, previous: changeset.previous, vector: changeset.vector, on: db)
      try applier.apply(payload, transactions: transactions, dots: dots, only: rows)
    }
  }
}
