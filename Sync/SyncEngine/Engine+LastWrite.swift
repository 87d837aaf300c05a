import Canonical
public import Changesets
import GRDB
import Merge
import SQLiteChangeset

extension Engine {
  /// Who made the last of the current writes of some rows, as this node's history has it; nil if no row has one. Nothing is
  /// opened for it: who wrote stands beside the changesets.
  public func lastWriter(of rows: [RowKey]) throws -> Person? {
    try reportingBusy {
      try queue.write { db in
        try absorb(in: db)
        let states = try RowStates(on: db)
        guard let last = try rows.compactMap({ try states.state($0)?.lastTransaction }).max() else { return nil }
        return try Row.fetchOne(
          db, sql: "SELECT person, person_name FROM sync_transaction WHERE id = ?", arguments: [last]
        ).map { Person(id: $0["person"], name: $0["person_name"]) }
      }
    }
  }

  /// The last of the current writes of each row that has one: who, when, and in which changeset, as this node's history has it.
  /// Nothing is opened for it, so that a hundred rows cost two questions each.
  public func lastWrites(of rows: [RowKey]) throws -> [RowKey: WriteOrigin] {
    try reportingBusy {
      try queue.write { db in
        try absorb(in: db)
        let states = try RowStates(on: db)
        var origins: [RowKey: WriteOrigin] = [:]
        for row in rows {
          guard let last = try states.state(row)?.lastTransaction else { continue }
          origins[row] = try Row.fetchOne(
            db, sql: WriteOrigin.selection + " WHERE t.id = ?", arguments: [last]
          ).map(WriteOrigin.init(row:))
        }
        return origins
      }
    }
  }
}

extension RowState {
  /// Of the current writes the last, by this node's history.
  fileprivate var lastTransaction: Int64? {
    let listed = listedRegisters.flatMap { self.listed($0) ?? [] }.map(\.reference.transaction)
    return (listed + [base?.reference.transaction].compactMap(\.self)).max()
  }
}
