import Canonical
public import Changesets
import Foundation
import GRDB
import Merge
public import SQLiteChangeset

/// What is in conflict: a column, or whether the row is there at all.
public enum ConflictSubject: Sendable, Hashable {
  case column(String)
  case presence
}

/// One side of a conflict: a value, and who wrote it. Equal values are one side with several origins.
public struct ConflictSide: Sendable, Hashable {
  /// For presence, integer 1 is present and 0 is deleted.
  public var value: SQLiteValue
  public var origins: [WriteOrigin]
  /// What the first of its authors saw before, if anything.
  public var base: SQLiteValue?
  /// Whether this is the side that tables show until somebody resolves it.
  public var isShown: Bool
  var writes: [WriteReference]
}

/// Two or more different current values of one field, or an edit against a delete.
public struct Conflict: Sendable, Hashable {
  public var table: String
  public var key: [SQLiteValue]
  public var subject: ConflictSubject
  /// At least two; the shown one first, then by value.
  public var sides: [ConflictSide]

  /// A short name to type, the same on every node: the beginning of a hash over table, key and subject.
  public var name: String {
    var bytes = Array(table.utf8) + [0] + SQLiteValue.encoding(of: key)
    switch subject {
    case .column(let column): bytes += [1] + Array(column.utf8)
    case .presence: bytes += [2]
    }
    return String(Digest(of: bytes).hex.prefix(8))
  }
}

extension Engine {
  /// All open conflicts, by table and key.
  public func conflicts() throws -> [Conflict] {
    try reportingBusy {
      let repository = try LocalRepository(opening: folder.repository)
      return try queue.write { db in
        try absorb(in: db)
        return try conflicts(in: db, repository: repository)
      }
    }
  }

  private func conflicts(in db: Database, repository: LocalRepository) throws -> [Conflict] {
    let states = try RowStates(on: db)
    let orders = try WriteOrders(on: db)
    let reader = try WriteReader(engine: self, db: db, repository: repository)
    var found: [Conflict] = []
    for row in try Row.fetchAll(db, sql: "SELECT tbl, key FROM sync_row WHERE conflicts > 0 ORDER BY tbl, key") {
      let key = RowKey(table: row["tbl"], key: row.bytes("key"))
      guard let state = try states.state(key) else { continue }
      for register in state.conflicts {
        found.append(try conflict(key, register, state, orders: orders, reader: reader))
      }
    }
    return found
  }

  private func conflict(
    _ row: RowKey, _ register: Int, _ state: RowState, orders: WriteOrders, reader: WriteReader
  ) throws -> Conflict {
    let shown = state.provisional(register, order: orders.order)
    var sides: [ConflictSide] = []
    for write in state.listed(register) ?? [] {
      let content = try reader.content(of: write.reference, register: register)
      if let place = sides.firstIndex(where: { $0.value == write.value }) {
        sides[place].origins.append(content.origin)
        sides[place].writes.append(write.reference)
      } else {
        sides.append(
          ConflictSide(
            value: write.value, origins: [content.origin], base: content.before, isShown: write.value == shown,
            writes: [write.reference]))
      }
    }
    sides.sort { ($0.isShown ? 0 : 1, $0.value) < ($1.isShown ? 0 : 1, $1.value) }
    let table = configuration.tables[row.table]
    return Conflict(
      table: table.name, key: try SQLiteValue.values(decoding: row.key),
      subject: register == RowState.presence ? .presence : .column(table.columns[register].name), sides: sides)
  }

  /// Resolves a conflict with a value: one of its sides, or another. Closes exactly the sides that `conflict` shows.
  ///
  /// A resolution counts as a write even when the value does not change.
  ///
  /// - Throws: `EngineError.usage` when the row belongs to another member, or the value does not fit.
  public func resolve(
    _ conflict: Conflict, with value: SQLiteValue, as person: Person, message: String
  ) throws {
    try resolve([(conflict, value)], as: person, message: message)
  }

  /// Resolves several conflicts in one transaction.
  public func resolve(
    _ resolutions: [(conflict: Conflict, value: SQLiteValue)], as person: Person, message: String
  ) throws {
    try checkMayWrite(person, message)
    try reportingBusy {
      try queue.write { db in
        try absorb(in: db)
        let isHub = try hubMember(in: db) == identity.member
        var merges: [String: [LocalMerge]] = [:]
        for (conflict, value) in resolutions {
          let merge = try localMerge(conflict, value, isHub: isHub, in: db)
          guard let audience = configuration.tables[merge.row.table].audience(ofKey: conflict.key) else { continue }
          merges[audience, default: []].append(merge)
        }
        try enter(merges, as: person, message: message, in: db)
      }
    }
  }

  private func localMerge(
    _ conflict: Conflict, _ value: SQLiteValue, isHub: Bool, in db: Database
  ) throws -> LocalMerge {
    let row = rowKey(conflict.table, conflict.key)
    let table = configuration.tables[row.table]
    guard table.owner == .hub ? isHub : conflict.key.first == SQLiteValue.text(identity.member) else {
      throw EngineError.usage("the row belongs to another member; nothing was changed. Let that member resolve it")
    }
    let register: Int
    switch conflict.subject {
    case .presence:
      register = RowState.presence
      guard value == RowState.present || value == RowState.deleted else {
        throw EngineError.usage("a deletion is resolved by keeping the row or deleting it; nothing was changed")
      }
    case .column(let name):
      guard let column = table.columns.firstIndex(where: { $0.name == name }), table.columns[column].admits(value)
      else {
        throw EngineError.usage("the value does not fit \(conflict.table).\(name); nothing was changed")
      }
      register = column
    }
    // What the person was shown: the sides as listed, and the presence of the row as it stands.
    var supersedes = conflict.sides.flatMap { side in side.writes.map { (register: register, write: $0) } }
    if register != RowState.presence, let state = try RowStates(on: db).state(row) {
      let orders = try WriteOrders(on: db)
      supersedes += state.shownSide(RowState.presence, order: orders.order).map { (RowState.presence, $0) }
    }
    return LocalMerge(row: row, register: register, value: value, supersedes: supersedes)
  }

  private func enter(
    _ merges: [String: [LocalMerge]], as person: Person, message: String, in db: Database
  ) throws {
    let applier = try Applier(on: db, configuration: configuration)
    let id = Hex.string(configuration.surroundings.randomBytes(16))
    for (part, audience) in merges.keys.sorted().enumerated() {
      let list = merges[audience] ?? []
      try db.execute(
        sql: """
          INSERT INTO sync_transaction
            (write_count, audience, transaction_id, part, parts, person, person_name, message, time, merges)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          list.count, audience, id, part + 1, merges.count, person.id, person.name, message, displayTime(),
          Data(LocalMerge.encode(list)),
        ])
      let transaction = db.lastInsertedRowID
      for (index, merge) in list.enumerated() {
        let superseding = Dictionary(grouping: merge.supersedes, by: \.register).mapValues { $0.map(\.write) }
        try applier.apply(
          merge.value, to: merge.register, of: merge.row,
          as: WriteReference(transaction: transaction, index: index), superseding: superseding)
      }
    }
  }
}
