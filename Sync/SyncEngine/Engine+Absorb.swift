import Changesets
import Foundation
import GRDB
import Merge
import SQLiteChangeset

/// One dot that a local write supersedes, as this node names it.
struct LocalSupersession: Hashable, Comparable {
  var record: Int
  var register: Int
  var write: WriteReference

  static func < (left: Self, right: Self) -> Bool {
    (left.record, left.register, left.write.transaction, left.write.index)
      < (right.record, right.register, right.write.transaction, right.write.index)
  }
}

extension Engine {
  /// Enters captured transactions into the row states, in their order, and splits them by audience.
  ///
  /// Capture only stores what the session saw, so that a bulk insert costs little more than without us. Whoever needs the
  /// states (sealing, applying, listing conflicts) calls this first, in the same transaction.
  func absorb(in db: Database) throws {
    let captures = try Row.fetchAll(db, sql: "SELECT * FROM sync_capture ORDER BY id")
    guard !captures.isEmpty else { return }
    let states = try RowStates(on: db)
    let orders = try WriteOrders(on: db)
    let shapes =
      try SchemaShapes.programIsAhead(in: db, configuration: configuration)
      ? SchemaShapes(in: db, configuration: configuration) : nil
    var held = Set(try shapes?.waiting(in: db).keys.map(\.self) ?? [])
    for capture in captures {
      let changes = try SQLiteChangeset.normalised(
        capture.bytes("changes"), order: configuration.tables.map(\.name), limits: Self.captureLimits)
      var shown: ShownRows?
      if let bytes = capture.optionalBytes("shown") {
        guard let read = ShownRows(encoded: bytes) else { throw damaged }
        shown = read
      }
      var parts = try split(changes)
      if let shapes {
        for place in parts.indices where !held.contains(parts[place].audience) {
          if let fitted = try shapes.fitted(parts[place].changes) {
            parts[place].changes = fitted
          } else {
            held.insert(parts[place].audience)
          }
        }
      }
      for (number, part) in parts.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO sync_transaction
              (write_count, audience, transaction_id, part, parts, person, person_name, message, time, changes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            part.changes.recordCount, part.audience, capture["transaction_id"], number + 1, parts.count,
            capture["person"], capture["person_name"], capture["message"], capture["time"], Data(part.changes.bytes),
          ])
        let transaction = db.lastInsertedRowID
        let supersedes = try absorb(
          part.changes, as: transaction, shown: shown, states: states, orders: orders, in: db)
        try db.execute(
          sql: "UPDATE sync_transaction SET supersedes = ? WHERE id = ?",
          arguments: [Data(LocalSupersession.encode(supersedes)), transaction])
      }
      try db.execute(sql: "DELETE FROM sync_capture WHERE id = ?", arguments: [capture["id"] as Int64])
    }
  }

  private var damaged: EngineError { .failed("the database is damaged; run `doctor`, and restore a backup") }

  /// Splits changes by audience, by row. The audience is known from the key alone.
  private func split(_ changes: SQLiteChangeset) throws -> [(audience: String, changes: SQLiteChangeset)] {
    if let audience = try commonAudience(of: changes) { return [(audience, changes)] }
    var writers: [String: ChangesetWriter] = [:]
    let order = configuration.tables.map(\.name)
    for index in 0..<changes.recordCount {
      let record = changes.record(at: index)
      let audience = try audience(of: record)
      try writers[audience, default: ChangesetWriter(tables: order)].append(record)
    }
    if writers.count == 1, let audience = writers.keys.first { return [(audience, changes)] }
    return try writers.keys.sorted().map { audience in (audience, try writers[audience]!.finish()) }
  }

  /// The audience of all rows, where that is plain from their first key column; nil where each must be asked.
  private func commonAudience(of changes: SQLiteChangeset) throws -> String? {
    var common: String?
    for index in changes.tables.indices {
      guard changes.commonFirstKey(ofTable: index) != nil,
        let first = changes.records(ofTable: index).first
      else { return nil }
      let audience = try audience(of: changes.record(at: first))
      guard common == nil || common == audience else { return nil }
      common = audience
    }
    return common
  }

  private func audience(of record: SQLiteChangeset.Record) throws -> String {
    guard let table = configuration.tables.first(where: { $0.name == record.table.name }),
      let audience = table.audience(ofKey: [record.keyCell(0).value])
    else { throw damaged }
    return audience
  }

  /// Enters one part into the row states.
  ///
  /// - Returns: the dots that its writes supersede: those of the side that its author was shown.
  private func absorb(
    _ changes: SQLiteChangeset, as transaction: Int64, shown: ShownRows?, states: RowStates, orders: WriteOrders,
    in db: Database
  ) throws -> [LocalSupersession] {
    var supersedes: [LocalSupersession] = []
    let tables = changes.tables.map { changed in configuration.tables.firstIndex { $0.name == changed.name } }
    var fresh: [UInt8] = []
    for index in 0..<changes.recordCount {
      let record = changes.record(at: index)
      guard let table = tables[record.tableIndex] else { throw damaged }
      let reference = WriteReference(transaction: transaction, index: index)
      let row = RowKey(table: table, key: record.key)
      if record.kind == .insert {
        fresh.removeAll(keepingCapacity: true)
        RowState.appendEncoding(ofInserted: reference, columnCount: record.columnCount, to: &fresh)
        if try states.storeFresh(table: table, key: row.key, state: fresh) { continue }
      }
      guard var state = try states.state(row) else { throw damaged }
      let before = shown == nil ? state : shown?.states[row] ?? RowState()
      try absorb(record, as: reference, into: &state) { register in
        let side = before.shownSide(register, order: orders.order)
        supersedes += side.map { LocalSupersession(record: index, register: register, write: $0) }
        return side
      }
      try states.store(state, row)
      if record.kind == .delete, state.isShown {
        // Editing beats deleting: another's edit that this author was not shown keeps the row.
        let columns = configuration.tables[table].columns
        try TableWriter(configuration.tables[table], on: db).insert(
          columns.indices.map { state.provisional($0, order: orders.order) ?? columns[$0].defaultValue })
      }
    }
    return supersedes.sorted()
  }

  /// Enters one record.
  ///
  /// - Parameter superseding: the side of a register that the author was shown.
  private func absorb(
    _ record: SQLiteChangeset.Record, as reference: WriteReference, into state: inout RowState,
    superseding: (Int) -> [WriteReference]
  ) throws {
    func before(_ column: Int) throws -> SQLiteValue {
      guard let cell = record.old(column) else { throw damaged }
      return cell.value
    }
    func write(_ value: SQLiteValue, to register: Int) throws {
      try state.write(Write(reference, value), to: register, superseding: superseding(register)) {
        try before(register)
      }
    }
    switch record.kind {
    case .insert:
      // The row had been deleted: the insert is shown the values that lie under the deletion.
      guard state.base == nil else { throw damaged }
      try write(RowState.present, to: RowState.presence)
      for column in 0..<record.columnCount {
        if let cell = record.new(column) { try write(cell.value, to: column) }
      }
      state.hasInsert = true
    case .update:
      try write(RowState.present, to: RowState.presence)
      for column in 0..<record.columnCount {
        if let cell = record.new(column) { try write(cell.value, to: column) }
      }
    case .delete:
      try state.listAll(tableValue: before)
      try write(RowState.deleted, to: RowState.presence)
    }
  }
}

extension LocalSupersession {
  static func encode(_ list: [LocalSupersession]) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in list {
      bytes.append(number: Int64(entry.record))
      bytes.append(number: Int64(entry.register + 1))
      bytes.append(number: entry.write.transaction)
      bytes.append(number: Int64(entry.write.index))
    }
    return bytes
  }

  static func decode(_ bytes: [UInt8]) -> [LocalSupersession] {
    var list: [LocalSupersession] = []
    var position = 0
    while let record = bytes.number(at: &position), let register = bytes.number(at: &position),
      let transaction = bytes.number(at: &position), let index = bytes.number(at: &position)
    {
      list.append(
        LocalSupersession(
          record: Int(record), register: Int(register) - 1,
          write: WriteReference(transaction: transaction, index: Int(index))))
    }
    return list
  }
}
