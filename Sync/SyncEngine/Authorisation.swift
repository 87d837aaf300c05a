import Changesets
import SQLiteChangeset
import Trust

/// Whether a changeset may say what it says: each row is checked against the schema document, the audience, the table's
/// owner and the writer's roles. All of a changeset counts or none.
struct Authorisation {
  let header: Header
  let roster: Roster
  let root: RootDocument
  let schema: SchemaDocument
  /// The right under which the stream lives.
  let tenure: Tenure

  /// - Throws: `SealedError.payload`, which refuses the changeset for ever.
  func check(_ payload: Payload) throws(SealedError) {
    guard let node = roster.node(header.node) else { throw .payload("roster \(roster.version) lists no such node") }
    for (index, transaction) in payload.manifest.transactions.enumerated() {
      let changes = payload.changesets[index]
      var tables: [SchemaTable] = []
      for changed in changes.tables {
        let table = try table(changed.name, node: node, tenure: tenure)
        guard changed.columnCount == table.columns.count, changed.keyColumns == table.key else {
          throw .payload("table \(table.name) has other columns or another key than schema document \(schema.version)")
        }
        if let last = tables.last, (schema.tableIndex(last.name) ?? 0) >= (schema.tableIndex(table.name) ?? 0) {
          throw .payload("its tables do not stand in the order of schema document \(schema.version)")
        }
        tables.append(table)
      }
      for (index, table) in tables.enumerated() { try checkRows(of: table, index, in: changes, node: node) }
      for entry in transaction.supersedes {
        guard entry.record < changes.recordCount else {
          throw .payload("a superseded dot of a record that is not there")
        }
      }
      for merge in transaction.merges { try check(merge, node: node, tenure: tenure) }
    }
  }

  private func table(_ name: String, node: Node, tenure: Tenure) throws(SealedError) -> SchemaTable {
    guard let table = schema.table(name) else {
      throw .payload("schema document \(schema.version) has no table of the name that it writes")
    }
    guard tenure.roles.contains(where: table.roles.contains) else {
      throw .payload("no role of \(node.id) may write table \(table.name)")
    }
    if table.owner == .hub, node.member != root.hubMember {
      throw .payload("table \(table.name) belongs to \(root.hubMember), and \(node.id) is a node of \(node.member)")
    }
    return table
  }

  /// Checks owner, audience and types of all rows of one table.
  private func checkRows(
    of table: SchemaTable, _ index: Int, in changes: SQLiteChangeset, node: Node
  ) throws(SealedError) {
    // The first key column decides owner and audience, and nearly always one value of it stands in all rows.
    if let common = changes.commonFirstKey(ofTable: index) {
      try checkPlace(first: common.value, of: table, node: node)
    } else {
      for record in changes.records(ofTable: index) {
        try checkPlace(first: changes.record(at: record).keyCell(0).value, of: table, node: node)
      }
    }
    if let column = changes.misfit(inTable: index, admitted: table.columns.map(\.admittedTypes)) {
      throw .payload("a value of \(table.name).\(table.columns[column].name) is not of the column's type")
    }
  }

  private func check(_ merge: MergeRecord, node: Node, tenure: Tenure) throws(SealedError) {
    let table = try table(merge.table, node: node, tenure: tenure)
    let key: [SQLiteValue]
    do throws(ChangesetError) {
      key = try SQLiteValue.values(decoding: merge.key)
    } catch {
      throw .payload("the key of a merge record: \(error)")
    }
    guard key.count == table.key.count, zip(key, table.key).allSatisfy({ table.columns[$1].type.admits($0) }) else {
      throw .payload("a merge record has another key than table \(table.name)")
    }
    try checkPlace(first: key[0], of: table, node: node)
    if merge.register == presenceRegister {
      guard merge.value == .integer(0) || merge.value == .integer(1) else {
        throw .payload("a merge record says neither present nor deleted")
      }
    } else {
      guard merge.register < table.columns.count, !table.key.contains(merge.register),
        table.columns[merge.register].admits(merge.value)
      else { throw .payload("a merge record has a value that its column does not admit") }
    }
  }

  private func checkPlace(first: SQLiteValue, of table: SchemaTable, node: Node) throws(SealedError) {
    guard table.audience(ofKey: [first]) == header.audience else {
      throw .payload("a row of table \(table.name) belongs to another audience than \(header.audience)")
    }
    guard table.owner == .hub || first.string == node.member else {
      throw .payload("a row of table \(table.name) belongs to another member than \(node.member)")
    }
  }
}

extension SchemaColumn {
  fileprivate var admittedTypes: SQLiteChangeset.TypeSet {
    let type: SQLiteType =
      switch type {
      case .integer: .integer
      case .text: .text
      case .blob: .blob
      }
    return isNotNull ? [.init(type)] : [.init(type), .null]
  }
}
