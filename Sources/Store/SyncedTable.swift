public import Records

/// One table that travels between nodes, as data: the table is created from it, rows are read and written by it, and the
/// schema document that the department publishes is made from it.
///
/// Every synced table is STRICT, has an explicit key that is never NULL, columns of INTEGER or TEXT compared byte by
/// byte, a constant default for each column outside the key, and nothing else: no UNIQUE, CHECK, foreign key or trigger.
/// Whatever such a constraint would say stands in the way of a merge; it is a ``Finding`` instead.
public struct SyncedTable: Hashable, Sendable {
  /// In SQL.
  public let name: String
  /// In people's words, singular: "tactic".
  public let title: String
  /// In the order of the table, the key's first.
  public let columns: [Column]
  /// Names of the key's columns, in order.
  public let primaryKey: [String]
  public let audience: Audience
  public let owner: Owner

  public struct Column: Hashable, Sendable {
    public let name: String
    public let type: ColumnType
    /// nil for the columns of the key, which have none.
    public let defaultValue: ColumnDefault?
    /// One line in people's words, of the row and this column: "tactic · strategy".
    public let label: String
    /// How people write it; nil for what no field of a record holds.
    public let content: FieldContent?
  }

  public enum ColumnType: String, Sendable {
    case integer = "INTEGER"
    case text = "TEXT"
  }

  public enum ColumnDefault: Hashable, Sendable {
    case integer(Int64)
    case text(String)
  }

  /// Who may read a row.
  public enum Audience: Hashable, Sendable {
    /// Everyone.
    case statewide
    /// The agency whose code stands in this column of the key, and the department.
    case agency(column: String)
  }

  /// Who may write a row.
  public enum Owner: Hashable, Sendable {
    /// The state department.
    case department
    /// The agency that the row names.
    case agency
  }

  /// The column of the key that says which agency may read a row; nil where everyone may.
  public var agencyColumn: String? {
    if case .agency(let column) = audience { column } else { nil }
  }

  /// The column that names a record, beside its agency, where one does: its id, or its code.
  public var nameColumn: String { primaryKey[primaryKey.count - 1] }

  public func column(named name: String) -> Column? { columns.first { $0.name == name } }

  /// `CREATE TABLE …`, one statement without a semicolon.
  public var ddl: String {
    let lines = columns.map { column in
      let fallback =
        switch column.defaultValue {
        case nil: ""
        case .integer(let number): " DEFAULT \(number)"
        case .text(let text): " DEFAULT '\(text.replacing("'", with: "''"))'"
        }
      return "  \(column.name) \(column.type.rawValue) NOT NULL\(fallback)"
    }
    let key = "  PRIMARY KEY (\(primaryKey.joined(separator: ", ")))"
    return "CREATE TABLE \(name) (\n\((lines + [key]).joined(separator: ",\n"))\n) STRICT"
  }
}
