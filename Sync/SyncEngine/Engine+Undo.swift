public import Changesets
public import GRDB

extension Engine {
  /// Undoes a transaction by its inverse: what it inserted is deleted, what it updated gets its old values, what it deleted
  /// is inserted again. The inverse is an ordinary transaction, captured like every other; all of it is written, or nothing.
  ///
  /// Undoing an undo brings the change back. Without a name, the person's last change on this node is meant that is no undo
  /// and is not undone: asked again and again, it walks back.
  ///
  /// - Parameters:
  ///   - transaction: its id, or a beginning that no other has; nil for the last change.
  ///   - message: why; nil for "undo of ID: " and the message of what is undone.
  ///   - check: looks at the undo once it stands in the tables, within the transaction that it is made in, and throws if it
  ///     must not be; rows that it writes belong to the undo.
  /// - Throws: `MovedOn` when a field that it wrote has another write since, or a row is gone or there again;
  ///   `EngineError.usage` when there is no such transaction, when it resolved conflicts, and where `write` throws it.
  public func undo(
    _ transaction: String? = nil, as person: Person, message: String? = nil,
    checking check: (Undo, Database) throws -> Void = { _, _ in }
  ) throws -> Undo {
    try undo(transaction, as: person, message: message, isKept: true, check)
  }

  /// What `undo` would do now, or why it would not. Changes nothing.
  public func inverse(
    of transaction: String? = nil, as person: Person, message: String? = nil,
    checking check: (Undo, Database) throws -> Void = { _, _ in }
  ) throws -> Undo {
    try undo(transaction, as: person, message: message, isKept: false, check)
  }

  /// One path for both: what is only looked at is written, checked and rolled back.
  private func undo(
    _ name: String?, as person: Person, message: String?, isKept: Bool, _ check: (Undo, Database) throws -> Void
  ) throws -> Undo {
    try checkMayWrite(person, message ?? "")
    return try reportingBusy {
      let repository = try LocalRepository(opening: folder.repository)
      return try queue.writeWithoutTransaction { db in
        var result: Undo?
        try db.inTransaction(.immediate) {
          // Before the capture begins, since absorbing may bring a row back.
          try absorb(in: db)
          let marks = try UndoMarks(in: db)
          let undone = try UndoneTransaction(name, by: person, marks: marks, on: identity.node, in: db)
          let reader = try WriteReader(engine: self, db: db, repository: repository)
          let inverse = try Inverse(of: undone, marks: marks, reader: reader, engine: self, in: db)
          let why = message ?? Self.message(undoing: inverse.origin)
          var undo = Undo(undone: inverse.origin, transaction: nil, message: why, rows: inverse.rows)
          let captured = try capture(in: db, as: person, message: why) {
            try inverse.apply(in: db)
            try check(undo, db)
          }
          if let id = captured.transaction { try UndoMarks.note(id, of: undone.id, in: db) }
          if isKept { undo.transaction = captured.transaction }
          result = undo
          return isKept ? .commit : .rollback
        }
        guard let result else { throw EngineError.failed("the transaction did not run; try again") }
        return result
      }
    }
  }

  private static func message(undoing origin: WriteOrigin) -> String {
    var text = "undo of \(origin.transaction)"
    if !origin.message.isEmpty { text += ": \(origin.message)" }
    while text.utf8.count > FormatLimits.messageByteCount { text.removeLast() }
    return text
  }
}
