import Changesets
import GRDB
import Merge
import SQLiteChangeset

/// The inverse of one transaction, as far as the rows stand as it left them.
///
/// A row stands so when the transaction's write is the only current write of each register that it wrote: of an update
/// these are the columns that it changed, of an insert all columns and the row's presence, of a delete the presence alone.
/// What an undo of this node set back stands as before: so a person walks back one change after another.
struct Inverse {
  private(set) var origin: WriteOrigin
  private(set) var rows: [Undo.Row] = []
  private let configuration: Configuration

  /// - Throws: `MovedOn` with every row that does not stand so any more.
  init(of undone: UndoneTransaction, marks: UndoMarks, reader: WriteReader, engine: Engine, in db: Database) throws {
    configuration = engine.configuration
    let states = try RowStates(on: db)
    let last = LastWrite(reader: reader, marks: marks, node: engine.identity.node)
    let parts = try undone.parts.map { ($0, try reader.part($0)) }
    guard let first = parts.first?.1.origin else {
      throw EngineError.failed("the database is damaged: a transaction without parts")
    }
    origin = first
    var moved: [MovedOn.Row] = []
    for (id, part) in parts {
      guard part.merges.isEmpty else {
        throw EngineError.usage(
          "transaction \(undone.id) resolved a conflict, and the sides that it closed stay closed; nothing was changed. "
            + "Enter the value that should stand instead")
      }
      for (index, record) in part.changes.records.enumerated() {
        guard let table = configuration.tables.firstIndex(where: { $0.name == record.table.name }) else {
          throw EngineError.newerSchema("transaction \(undone.id) writes a table of a newer program; upgrade")
        }
        guard let state = try states.state(RowKey(table: table, key: record.key)) else {
          throw EngineError.failed("the database is damaged: a row without state; run `doctor`, and restore a backup")
        }
        let write = WriteReference(transaction: id, index: index)
        let key = record.keyCells.map(\.value)
        if let change = try last.change(of: state, since: write, record, configuration.tables[table]) {
          moved.append(MovedOn.Row(table: record.table.name, key: key, change: change))
        } else {
          rows.append(Self.inverse(of: record, key: key, configuration.tables[table]))
        }
      }
    }
    guard moved.isEmpty else { throw MovedOn(undone: origin, rows: moved) }
  }

  private static func inverse(of record: SQLiteChangeset.Record, key: [SQLiteValue], _ table: SchemaTable) -> Undo.Row {
    let fields = (0..<record.columnCount).filter { !table.key.contains($0) }.compactMap { column -> Undo.Field? in
      let (old, new) = (record.old(column)?.value, record.new(column)?.value)
      return old == nil && new == nil ? nil : Undo.Field(column: table.columns[column].name, before: new, after: old)
    }
    let deed: Undo.Deed =
      switch record.kind {
      case .insert: .delete
      case .delete: .insert
      case .update: .update
      }
    return Undo.Row(table: table.name, key: key, deed: deed, fields: fields)
  }

  /// Writes it into the tables.
  func apply(in db: Database) throws {
    let writers = Dictionary(uniqueKeysWithValues: configuration.tables.map { ($0.name, TableWriter($0, on: db)) })
    for row in rows {
      guard let table = configuration.tables.first(where: { $0.name == row.table }), let writer = writers[row.table]
      else { continue }
      func value(_ column: Int) -> SQLiteValue? {
        if let place = table.key.firstIndex(of: column) { return row.key[place] }
        return row.fields.first { $0.column == table.columns[column].name }?.after
      }
      switch row.deed {
      case .delete: try writer.delete(key: row.key)
      case .insert: try writer.insert(table.columns.indices.map { value($0) ?? table.columns[$0].defaultValue })
      case .update:
        for column in table.columns.indices where !table.key.contains(column) {
          if let value = value(column) { try writer.set(column, to: value, key: row.key) }
        }
      }
    }
  }
}
