import GRDB
import Merge

/// Looks up the place of writes in the order that chooses the provisional value.
final class WriteOrders {
  private let select: RawStatement
  private var places: [Int64: (depth: Int64, hash: [UInt8], firstIndex: Int)] = [:]

  init(on db: Database) throws {
    select = try RawStatement(
      """
      SELECT c.depth, c.hash, t.first_index FROM sync_transaction t LEFT JOIN sync_changeset c ON c.id = t.changeset
      WHERE t.id = ?1
      """, on: db)
  }

  /// The place of a write. A write that is not sealed yet stands above all others: when it is sealed, its depth will be
  /// greater than that of everything decided here. Among such writes the later transaction stands above.
  func order(_ reference: WriteReference) -> WriteOrder {
    let place = places[reference.transaction] ?? look(up: reference.transaction)
    if place.depth == .max {
      return WriteOrder(depth: .max, hash: reference.transaction.bigEndianBytes, index: reference.index)
    }
    return WriteOrder(depth: place.depth, hash: place.hash, index: place.firstIndex + reference.index)
  }

  private func look(up transaction: Int64) -> (depth: Int64, hash: [UInt8], firstIndex: Int) {
    select.bind(1, transaction)
    let found = try? select.first { row in
      let hash = row.bytes(1)
      return hash.isEmpty ? (Int64.max, [], 0) : (row.integer(0), hash, Int(row.integer(2)))
    }
    let place = found ?? (.max, [], 0)
    places[transaction] = place
    return place
  }
}

extension Int64 {
  fileprivate var bigEndianBytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: self >> Int64(56 - 8 * $0)) }
  }
}
