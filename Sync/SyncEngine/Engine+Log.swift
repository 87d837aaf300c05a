import Canonical
import Changesets
import Foundation
import GRDB
import Merge
public import SQLiteChangeset
import SSHSignature
import Trust

/// One line of a field's history.
public struct LogEntry: Sendable, Hashable {
  public var origin: WriteOrigin
  /// The column, or nil for the row as a whole (made, deleted).
  public var column: String?
  public var kind: Kind
  public var before: SQLiteValue?
  public var after: SQLiteValue?
  /// The fingerprint of the key that signed it; nil while it is not sealed.
  public var fingerprint: String?

  public enum Kind: String, Sendable, Hashable {
    case insert
    case update
    case delete
    case resolution
  }
}

/// One transaction as the node's history has it.
public struct TransactionEntry: Sendable, Hashable {
  public var origin: WriteOrigin
  public var audience: String
  public var writeCount: Int
}

extension Engine {
  /// Who changed a row or one of its fields: when, from what to what, why, signed by which key, counted or not.
  ///
  /// Walks back from the current writes along what each supersedes, so the cost follows the changes of this field and
  /// not the history. Writes that do not count are found besides, in the changesets that were cut.
  ///
  /// - Parameter column: nil for all columns and the row's presence.
  /// - Returns: newest first.
  public func log(table: String, key: [SQLiteValue], column: String?) throws -> [LogEntry] {
    guard let index = configuration.tables.firstIndex(where: { $0.name == table }) else {
      throw EngineError.usage("there is no table \(table)")
    }
    let schema = configuration.tables[index]
    var registers = [RowState.presence] + Array(schema.columns.indices)
    if let column {
      guard let place = schema.columns.firstIndex(where: { $0.name == column }) else {
        throw EngineError.usage("table \(table) has no column \(column)")
      }
      registers = [place]
    }
    return try reportingBusy {
      let repository = try LocalRepository(opening: folder.repository)
      return try queue.write { db in
        try absorb(in: db)
        let row = RowKey(table: index, key: SQLiteValue.encoding(of: key))
        guard let state = try RowStates(on: db).state(row) else { return [] }
        let reader = try WriteReader(engine: self, db: db, repository: repository)
        let roster = try Documents(db: db).roster()
        var entries: [(WriteReference, LogEntry)] = []
        for register in registers {
          entries += try walk(row, register, state, schema, reader: reader, roster: roster)
        }
        entries += try uncounted(row, registers, schema, reader: reader, roster: roster, in: db)
        return Self.newestFirst(entries)
      }
    }
  }

  private func walk(
    _ row: RowKey, _ register: Int, _ state: RowState, _ schema: SchemaTable, reader: WriteReader, roster: Roster?
  ) throws -> [(WriteReference, LogEntry)] {
    var next = state.current(register) { SQLiteValue.null }.map(\.reference)
    var seen = Set(next)
    var entries: [(WriteReference, LogEntry)] = []
    while let write = next.popLast() {
      let content = try reader.content(of: write, register: register)
      if !content.isEcho {
        entries.append((write, entry(content, register, schema, roster)))
      }
      for before in content.supersedes where seen.insert(before).inserted { next.append(before) }
    }
    return entries
  }

  private func entry(
    _ content: WriteReader.Content, _ register: Int, _ schema: SchemaTable, _ roster: Roster?
  ) -> LogEntry {
    let kind: LogEntry.Kind =
      content.isResolution
      ? .resolution : content.kind == .insert ? .insert : content.kind == .delete ? .delete : .update
    return LogEntry(
      origin: content.origin, column: register == RowState.presence ? nil : schema.columns[register].name, kind: kind,
      before: content.before, after: content.after,
      fingerprint: content.origin.node.flatMap { roster?.node($0)?.signingKey.fingerprint })
  }

  /// Writes of the row in changesets that were cut.
  private func uncounted(
    _ row: RowKey, _ registers: [Int], _ schema: SchemaTable, reader: WriteReader, roster: Roster?, in db: Database
  ) throws -> [(WriteReference, LogEntry)] {
    var entries: [(WriteReference, LogEntry)] = []
    let key = try SQLiteValue.values(decoding: row.key)
    guard let audience = schema.audience(ofKey: key) else { return [] }
    let parts = try Int64.fetchAll(
      db,
      sql: """
        SELECT t.id FROM sync_transaction t JOIN sync_changeset c ON c.id = t.changeset
        WHERE c.verdict = 3 AND t.audience = ?
        """, arguments: [audience])
    for part in parts {
      let changes = try reader.part(part).changes
      for (index, record) in changes.records.enumerated()
      where record.table.name == schema.name && record.key == row.key {
        for register in registers {
          let reference = WriteReference(transaction: part, index: index)
          let content = try reader.content(of: reference, register: register)
          let isNews = register == RowState.presence ? content.kind != .update : content.after != nil
          if isNews { entries.append((reference, entry(content, register, schema, roster))) }
        }
      }
    }
    return entries
  }

  private static func newestFirst(_ entries: [(WriteReference, LogEntry)]) -> [LogEntry] {
    entries.sorted { left, right in
      let (a, b) = (left.0, right.0)
      return (a.transaction, a.index) > (b.transaction, b.index)
    }.map(\.1)
  }

  /// The last transactions that this node knows of, newest first.
  public func recentTransactions(limit: Int) throws -> [TransactionEntry] {
    try reportingBusy {
      try queue.write { db in
        try absorb(in: db)
        let rows = try Row.fetchAll(
          db, sql: WriteOrigin.selection + " ORDER BY t.id DESC LIMIT ?", arguments: [limit])
        return rows.map { row in
          TransactionEntry(
            origin: WriteOrigin(row: row), audience: row["audience"], writeCount: row["write_count"])
        }
      }
    }
  }
}

extension WriteOrigin {
  /// Transactions with what sealed them.
  static let selection = """
    SELECT t.*, c.hash, c.sequence, c.verdict, s.node FROM sync_transaction t
    LEFT JOIN sync_changeset c ON c.id = t.changeset LEFT JOIN sync_stream s ON s.id = c.stream
    """

  /// - Parameter row: of ``selection``.
  init(row: Row) {
    self.init(
      person: Person(id: row["person"], name: row["person_name"]), message: row["message"], time: row["time"],
      transaction: row["transaction_id"], node: row["node"],
      changeset: row.optionalBytes("hash").flatMap { Digest(bytes: $0) }, sequence: row["sequence"],
      verdict: (row["verdict"] as Int64?).flatMap { Verdict(number: $0) })
  }
}
