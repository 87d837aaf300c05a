public import SQLiteChangeset

/// What an undo does, or would do: the inverse of one transaction.
public struct Undo: Sendable, Hashable {
  /// The transaction that is undone: who made it, when and why.
  public var undone: WriteOrigin
  /// The inverse's own id; nil while it is only looked at.
  public var transaction: String?
  /// The inverse's message.
  public var message: String
  /// In the order of the transaction.
  public var rows: [Row]

  /// One row, and what becomes of it.
  public struct Row: Sendable, Hashable {
    public var table: String
    public var key: [SQLiteValue]
    public var deed: Deed
    /// Columns outside the key, in the order of the table: those of an update that change, else all.
    public var fields: [Field]

    public init(table: String, key: [SQLiteValue], deed: Deed, fields: [Field]) {
      self.table = table
      self.key = key
      self.deed = deed
      self.fields = fields
    }
  }

  /// What the undo does to a row.
  public enum Deed: String, Sendable, Hashable {
    /// The transaction made the row.
    case delete
    /// The transaction deleted the row.
    case insert
    /// The transaction changed fields of the row.
    case update
  }

  public struct Field: Sendable, Hashable {
    public var column: String
    /// The value that stands now; nil where the row is not there.
    public var before: SQLiteValue?
    /// The value that stands after the undo; nil where the row is not there then.
    public var after: SQLiteValue?

    public init(column: String, before: SQLiteValue?, after: SQLiteValue?) {
      self.column = column
      self.before = before
      self.after = after
    }
  }
}

/// Rows that moved on since the transaction that was to be undone. Nothing was changed.
public struct MovedOn: Error, Sendable, Hashable, CustomStringConvertible {
  /// The transaction that was to be undone.
  public var undone: WriteOrigin
  /// At least one, in the order of the transaction.
  public var rows: [Row]

  public struct Row: Sendable, Hashable {
    public var table: String
    public var key: [SQLiteValue]
    public var change: Change

    public init(table: String, key: [SQLiteValue], change: Change) {
      self.table = table
      self.key = key
      self.change = change
    }
  }

  public enum Change: Sendable, Hashable {
    /// The row was deleted.
    case gone
    /// The row is there again.
    case there
    /// These columns have other writes than the transaction's, or are in conflict.
    case written([String])
  }

  public var description: String {
    let tables = Set(rows.map(\.table)).sorted().joined(separator: ", ")
    return
      "\(rows.count) of the rows that transaction \(undone.transaction) wrote (in \(tables)) moved on since, so it "
      + "was not undone; undo or change what came after it first"
  }
}
