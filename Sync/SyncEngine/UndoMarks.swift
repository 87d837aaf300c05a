import GRDB

/// Which transaction of this node undid which.
///
/// Kept in `sync_setting`, and never leaves the node. It chooses what "the last change" is, and tells that a field which an
/// undo set back stands as before; what the rows are rests on their states alone.
struct UndoMarks {
  /// By the id of each undo, the id of what it undid.
  private let undone: [String: String]
  /// The ids of the undos of each transaction.
  private let undos: [String: [String]]

  private static let prefix = "undo:"

  init(in db: Database) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, value FROM sync_setting WHERE name GLOB ?", arguments: [Self.prefix + "*"])
    let pairs = rows.map { row -> (String, String) in
      let name: String = row["name"]
      return (String(name.dropFirst(Self.prefix.count)), row["value"])
    }
    undone = Dictionary(pairs) { first, _ in first }
    undos = Dictionary(grouping: pairs) { $0.1 }.mapValues { $0.map(\.0) }
  }

  /// What a transaction undid; nil where it is no undo.
  func undone(by transaction: String) -> String? { undone[transaction] }

  /// The undo of a transaction that stands: one that is not itself undone.
  func standingUndo(of transaction: String) -> String? {
    undos[transaction]?.first { standingUndo(of: $0) == nil }
  }

  static func note(_ undo: String, of transaction: String, in db: Database) throws {
    try Documents(db: db).set(prefix + undo, transaction)
  }
}
