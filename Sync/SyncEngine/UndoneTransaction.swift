import Changesets
import GRDB
import Trust

/// The transaction that an undo is about, found by its id or as a person's last change on this node.
struct UndoneTransaction {
  var id: String
  /// The local ids of its parts, one for each audience that it touched.
  var parts: [Int64]

  /// - Parameter name: the id or its beginning; nil for the last change.
  /// - Throws: `EngineError.usage` when there is none, or when it cannot be undone whatever the rows are.
  init(_ name: String?, by person: Person, marks: UndoMarks, on node: String, in db: Database) throws {
    let found =
      try name.map { try Self.find($0, on: node, in: db) }
      ?? (id: Self.lastChange(by: person, marks: marks, on: node, in: db), node: node)
    id = found.id
    if let undo = marks.standingUndo(of: id) {
      throw EngineError.usage("transaction \(id) is undone already; to bring it back, undo \(undo)")
    }
    let rows = try Self.rows("t.transaction_id = ?", [id], on: node, in: db).filter {
      $0["node"] as String == found.node
    }
    parts = rows.map { $0["id"] }
    guard rows.allSatisfy(Self.counts) else {
      throw EngineError.usage("transaction \(id) does not count, so there is nothing to undo; see `status`")
    }
    guard let first = rows.first, first["parts"] as Int == rows.count else {
      throw EngineError.usage("only a part of transaction \(id) is on this node; undo it on the node that wrote it")
    }
  }

  /// The newest transaction that this person made on this node, that is no undo, and that is not undone.
  private static func lastChange(by person: Person, marks: UndoMarks, on node: String, in db: Database) throws -> String
  {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT t.transaction_id, c.verdict FROM sync_transaction t
        LEFT JOIN sync_changeset c ON c.id = t.changeset LEFT JOIN sync_stream s ON s.id = c.stream
        WHERE t.person = ? AND (t.changeset IS NULL OR s.node = ?) ORDER BY t.id DESC
        """, arguments: [person.id, node])
    while let row = try rows.next() {
      let id: String = row["transaction_id"]
      if counts(row), marks.undone(by: id) == nil, marks.standingUndo(of: id) == nil { return id }
    }
    throw EngineError.usage(
      "this person made no change on this node that is not undone already; name a transaction of the log by its id")
  }

  /// The transaction whose id begins so, and the node that wrote it.
  private static func find(_ name: String, on node: String, in db: Database) throws -> (id: String, node: String) {
    guard (6...32).contains(name.utf8.count), name.allSatisfy({ "0123456789abcdef".contains($0) }) else {
      throw EngineError.usage("this is no id of a transaction; give the first 6 to 32 digits of one of the log")
    }
    let rows = try rows("t.transaction_id GLOB ?", [name + "*"], on: node, in: db)
    // Another node may have given a transaction of its own the same id; this node's own goes before.
    let own = rows.filter { $0["node"] as String == node }
    let names = Set((own.isEmpty ? rows : own).map { [$0["transaction_id"] as String, $0["node"] as String] })
    guard let found = names.first else {
      throw EngineError.usage("no transaction here has an id that begins with \(name); take one of the log")
    }
    guard names.count == 1 else {
      throw EngineError.usage("\(names.count) transactions have ids that begin with \(name); give more digits")
    }
    return (found[0], found[1])
  }

  /// Parts of transactions, each with the node that wrote it, and the verdict on its changeset (null while not sealed).
  private static func rows(
    _ condition: String, _ arguments: StatementArguments, on node: String, in db: Database
  ) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT t.id, t.transaction_id, t.parts, c.verdict, coalesce(s.node, ?) AS node FROM sync_transaction t
        LEFT JOIN sync_changeset c ON c.id = t.changeset LEFT JOIN sync_stream s ON s.id = c.stream
        WHERE \(condition) ORDER BY t.id
        """, arguments: [node] + arguments)
  }

  private static func counts(_ row: Row) -> Bool {
    (row["verdict"] as Int64?).map { Verdict(number: $0) == .counted } ?? true
  }
}
