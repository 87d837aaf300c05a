import Changesets
import GRDB
import Merge
import SQLiteChangeset

/// Enters the writes of decided changesets into row states and tables: section 7 of the design, for one transaction of
/// the node's database.
final class Applier {
  private let configuration: Configuration
  private let tables: [TableWriter]
  private let states: RowStates
  private let orders: WriteOrders
  private let editor: StateEditor
  private var fresh: [UInt8] = []

  init(on db: Database, configuration: Configuration) throws {
    self.configuration = configuration
    tables = configuration.tables.map { TableWriter($0, on: db) }
    states = try RowStates(on: db)
    orders = try WriteOrders(on: db)
    editor = try StateEditor(on: db)
  }

  /// Applies a changeset's transactions.
  ///
  /// - Parameters:
  ///   - transactions: the local ids of the payload's transactions.
  ///   - dots: finds the writes that the payload's dots name.
  ///   - rows: if given, only writes to these rows are entered (a rebuild).
  func apply(_ payload: Payload, transactions: [Int64], dots: DotResolver, only rows: Set<RowKey>? = nil) throws {
    for (number, transaction) in payload.manifest.transactions.enumerated() {
      let changes = payload.changesets[number]
      let indexes = changes.tables.map { table in configuration.tables.firstIndex { $0.name == table.name } }
      let supersedes = transaction.supersedes
      var next = 0
      try changes.withPinned { pinned in
        for index in 0..<changes.recordCount {
          let record = changes.record(at: index)
          let start = next
          while next < supersedes.count, supersedes[next].record == index { next += 1 }
          guard let table = indexes[record.tableIndex] else { continue }
          let reference = WriteReference(transaction: transactions[number], index: index)
          if rows == nil {
            // Nearly every record is one of these two, and needs no more than two statements.
            switch record.kind {
            case .insert:
              if try insertFresh(record, index, of: pinned, table: table, as: reference) { continue }
            case .update:
              if try edit(record, index, of: pinned, table: table, as: reference, supersedes[start..<next], dots) {
                continue
              }
            case .delete: break
            }
          }
          try apply(
            record, table: table, as: reference, supersedes: supersedes[start..<next], dots: dots, only: rows)
        }
      }
      for (index, merge) in transaction.merges.enumerated() {
        let reference = WriteReference(transaction: transactions[number], index: changes.recordCount + index)
        try apply(merge, as: reference, dots: dots, only: rows)
      }
    }
  }

  /// Inserts a row that nothing was written to yet.
  ///
  /// - Returns: false when something was; nothing is changed then.
  private func insertFresh(
    _ record: SQLiteChangeset.Record, _ index: Int, of changes: SQLiteChangeset.Pinned, table: Int,
    as reference: WriteReference
  ) throws -> Bool {
    let columnCount = record.columnCount
    fresh.removeAll(keepingCapacity: true)
    RowState.appendEncoding(ofInserted: reference, columnCount: columnCount, to: &fresh)
    guard try states.storeFresh(table: table, record: index, of: changes, state: fresh) else { return false }
    try tables[table].insert(index, columnCount: columnCount, of: changes)
    return true
  }

  /// Enters an update of a row that shows and has no conflict, before and after.
  ///
  /// - Returns: false when it is more than that; nothing is changed then.
  private func edit(
    _ record: SQLiteChangeset.Record, _ index: Int, of changes: SQLiteChangeset.Pinned, table: Int,
    as reference: WriteReference, _ supersedes: ArraySlice<Supersession>, _ dots: DotResolver
  ) throws -> Bool {
    editor.edit.reference = reference
    editor.edit.superseded.removeAll(keepingCapacity: true)
    for entry in supersedes {
      guard let write = try dots.write(source: entry.source, index: entry.index) else { continue }
      editor.edit.superseded.append((entry.register, write))
    }
    editor.edit.columns.removeAll(keepingCapacity: true)
    record.appendChangedColumns(to: &editor.edit.columns)
    guard try editor.run(table: table, record: index, of: changes) else { return false }
    for column in editor.edit.columns { try tables[table].set(column.register, from: index, of: changes) }
    return true
  }

  private func apply(
    _ record: SQLiteChangeset.Record, table: Int, as reference: WriteReference, supersedes: ArraySlice<Supersession>,
    dots: DotResolver, only rows: Set<RowKey>?
  ) throws {
    let row = RowKey(table: table, key: record.key)
    if let rows, !rows.contains(row) { return }
    if record.kind == .insert {
      fresh.removeAll(keepingCapacity: true)
      RowState.appendEncoding(ofInserted: reference, columnCount: record.columnCount, to: &fresh)
      if try states.storeFresh(table: table, key: row.key, state: fresh) {
        return try tables[table].insert((0..<record.columnCount).compactMap { record.new($0)?.value })
      }
    }
    func superseded(_ register: Int) throws -> [WriteReference] {
      var found: [WriteReference] = []
      for entry in supersedes where entry.register == register {
        if let write = try dots.write(source: entry.source, index: entry.index) { found.append(write) }
      }
      return found
    }
    try change(row, key: record.keyCells.map(\.value)) { state, tableValue in
      var touched: [Int] = []
      switch record.kind {
      case .delete:
        state.write(
          Write(reference, RowState.deleted), to: RowState.presence, superseding: try superseded(RowState.presence)
        ) { RowState.present }
      case .insert, .update:
        // Two inserts of one key are concurrent writes, column by column.
        if record.kind == .insert {
          try state.listAll(tableValue: tableValue)
          state.hasInsert = true
        }
        state.write(
          Write(reference, RowState.present), to: RowState.presence, superseding: try superseded(RowState.presence)
        ) { RowState.present }
        for column in 0..<record.columnCount {
          guard let cell = record.new(column) else { continue }
          try state.write(Write(reference, cell.value), to: column, superseding: try superseded(column)) {
            try tableValue(column)
          }
          touched.append(column)
        }
      }
      return touched
    }
  }

  private func apply(
    _ merge: MergeRecord, as reference: WriteReference, dots: DotResolver, only rows: Set<RowKey>?
  ) throws {
    guard let table = configuration.tables.firstIndex(where: { $0.name == merge.table }) else { return }
    let row = RowKey(table: table, key: merge.key)
    if let rows, !rows.contains(row) { return }
    var superseded: [Int: [WriteReference]] = [:]
    for dot in merge.supersedes {
      if let write = try dots.write(source: dot.source, index: dot.index) {
        superseded[dot.register, default: []].append(write)
      }
    }
    try apply(merge.value, to: merge.register, of: row, as: reference, superseding: superseded)
  }

  /// Enters a resolution: a write of one register, which writes `present` besides when it resolves a column.
  func apply(
    _ value: SQLiteValue, to register: Int, of row: RowKey, as reference: WriteReference,
    superseding: [Int: [WriteReference]]
  ) throws {
    try change(row, key: try SQLiteValue.values(decoding: row.key)) { state, tableValue in
      try state.write(Write(reference, value), to: register, superseding: superseding[register] ?? []) {
        register == RowState.presence ? RowState.present : try tableValue(register)
      }
      guard register != RowState.presence else { return [] }
      state.write(
        Write(reference, RowState.present), to: RowState.presence, superseding: superseding[RowState.presence] ?? []
      ) { RowState.present }
      return [register]
    }
  }

  /// Changes the state of a row, and brings the table into line with it.
  ///
  /// - Parameter body: changes the state and returns the columns that were written.
  private func change(
    _ row: RowKey, key: [SQLiteValue],
    _ body: (inout RowState, _ tableValue: (Int) throws -> SQLiteValue) throws -> [Int]
  ) throws {
    let table = tables[row.table]
    var state = try states.state(row) ?? RowState()
    let wasShown = state.isShown
    var shownRow: [SQLiteValue]?
    func tableValue(_ column: Int) throws -> SQLiteValue {
      if shownRow == nil { shownRow = try table.row(key: key) }
      guard let value = shownRow?[column] else {
        throw EngineError.failed("a row is missing that the history has; run `doctor --deep`, and restore a backup")
      }
      return value
    }
    let touched = try body(&state, tableValue)
    switch (wasShown, state.isShown) {
    case (true, true):
      for column in touched {
        guard let value = state.provisional(column, order: orders.order) else { continue }
        try table.set(column, to: value, key: key)
      }
    case (true, false):
      try state.listAll(tableValue: tableValue)
      try table.delete(key: key)
    case (false, true):
      let columns = configuration.tables[row.table].columns
      try table.insert(
        columns.indices.map { state.provisional($0, order: orders.order) ?? columns[$0].defaultValue })
    case (false, false):
      break
    }
    try states.store(state, row)
  }

  /// Takes a row and its state out, before it is rebuilt.
  func forget(_ row: RowKey) throws {
    try tables[row.table].delete(key: try SQLiteValue.values(decoding: row.key))
    try states.remove(row)
  }
}
