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
        var last: Int64?
        for row in rows {
          guard let state = try states.state(row) else { continue }
          let listed = state.listedRegisters.flatMap { state.listed($0) ?? [] }.map(\.reference.transaction)
          last = (listed + [state.base?.reference.transaction, last].compactMap(\.self)).max()
        }
        guard let last else { return nil }
        return try Row.fetchOne(
          db, sql: "SELECT person, person_name FROM sync_transaction WHERE id = ?", arguments: [last]
        ).map { Person(id: $0["person"], name: $0["person_name"]) }
      }
    }
  }
}
