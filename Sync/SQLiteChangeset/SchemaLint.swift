/// Tells why a database cannot be synced as it is: what capture would not see, and what would stand in the way of a
/// merge. Run it in a test, and whenever a database is opened.
public enum SchemaLint {
  /// One broken rule, in words. It names tables, columns, indexes and triggers, and never a value of a row.
  public struct Violation: Hashable, Sendable, CustomStringConvertible {
    public let table: String
    public let rule: Rule
    /// The column, index or trigger; empty where the table itself is meant.
    public let detail: String

    public var description: String {
      "table \(table)" + (detail.isEmpty ? "" : ", \(detail)") + ": \(rule.rawValue)"
    }
  }

  /// The rules; the raw value says what is wrong and why it matters.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    case tableName = "the name must be a lowercase letter and up to 62 of a-z, 0-9 and _"
    case missing = "there is no ordinary table of this name in the main database"
    case notStrict = "the table must be STRICT, or SQLite stores any type in any column"
    case tooManyColumns = "a synced table has at most 100 columns"
    case columnType = "the type must be INTEGER, TEXT or BLOB, which are compared by their bytes"
    case generatedColumn = "a generated column is not captured; compute it when it is read"
    case variableDefault = "the DEFAULT must be a literal, or two nodes give the same row different values"
    case noPrimaryKey = "the table must declare a PRIMARY KEY; rows without one are not captured"
    case nullableKey = "a primary key column must be declared NOT NULL; a row with a NULL in its key is not captured"
    case rowidKey =
      "INTEGER PRIMARY KEY numbers rows by itself, and two nodes give one number twice; use WITHOUT ROWID or TEXT"
    case keyCollation = "the primary key must have the BINARY collation, or one node takes two keys for one"
    case unique = "UNIQUE besides the primary key would stop a merge; report it as a finding instead"
    case check = "CHECK would stop a merge of columns that were written apart; report it as a finding instead"
    case conflictClause = "ON CONFLICT in the table would replace or drop rows without a word"
    case foreignKeyAction = "a foreign key may have no action: it would stop a merge or change rows unseen"
    case trigger = "only the guard's own triggers may stand on a synced table"
    case noGuard = "the guard is missing or differs; other programs could write rows that are not captured"
  }

  /// Checks the named tables of the main database. WITHOUT ROWID is allowed, and is the better choice for natural keys.
  ///
  /// - Parameters:
  ///   - connection: the `sqlite3 *` of an open connection; it is only read.
  ///   - guarded: the guard whose triggers must stand on every table; nil if there must be no trigger at all.
  /// - Returns: all violations, table after table; empty if the schema is fit to be synced.
  public static func violations(
    in connection: OpaquePointer, tables: [String], guarded: TriggerGuard? = nil
  ) throws(SQLiteFailure) -> [Violation] {
    var found: [Violation] = []
    for table in tables {
      var lint = try unsafe TableLint(connection, table)
      try unsafe lint.check(connection, guarded)
      found += lint.found
    }
    return found
  }
}
