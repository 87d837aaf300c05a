import Changesets
import Merge
import SQLiteChangeset

/// Tells whether rows stand as a write left them.
struct LastWrite {
  let reader: WriteReader
  let marks: UndoMarks
  let node: String

  /// What came after a write; nil if nothing did that stands in the way of its inverse.
  func change(
    of state: RowState, since write: WriteReference, _ record: SQLiteChangeset.Record, _ table: SchemaTable
  ) throws -> MovedOn.Change? {
    if record.kind == .delete {
      if state.isShown { return .there }
      return try stands(write, in: RowState.presence, of: state) ? nil : .written([])
    }
    guard state.isShown else { return .gone }
    let isInsert = record.kind == .insert
    var written: [String] = []
    for (column, schema) in table.columns.enumerated() {
      if column >= record.columnCount {
        // The column was added after the transaction. Nothing is said there as long as it holds its default.
        let writes = state.listed(column) ?? []
        if isInsert, writes.contains(where: { $0.value != schema.defaultValue }) { written.append(schema.name) }
      } else if record.new(column) != nil, try !stands(write, in: column, of: state) {
        written.append(schema.name)
      }
    }
    guard try written.isEmpty && (!isInsert || stands(write, in: RowState.presence, of: state)) else {
      return .written(written)
    }
    return nil
  }

  /// Whether a register stands as a write left it: its only current write is this one; or it says the same, and between the
  /// two lie only undos of this node and what they undid.
  private func stands(_ write: WriteReference, in register: Int, of state: RowState) throws -> Bool {
    let current = state.current(register) { SQLiteValue.null }.map(\.reference)
    guard current.count == 1, var place = current.first else { return false }
    if place == write { return true }
    let last = try reader.content(of: place, register: register)
    guard try last.after == reader.content(of: write, register: register).after else { return false }
    while place != write {
      let content = try reader.content(of: place, register: register)
      let transaction = content.origin.transaction
      let isUndo = marks.undone(by: transaction) != nil
      guard content.origin.node == nil || content.origin.node == node,
        isUndo || marks.standingUndo(of: transaction) != nil,
        Set(content.supersedes).count == 1, let before = content.supersedes.first
      else { return false }
      place = before
    }
    return true
  }
}
