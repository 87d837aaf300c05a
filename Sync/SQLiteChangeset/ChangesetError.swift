/// What a changeset did wrong, and where. It never carries a value of the changeset.
public struct ChangesetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The rule that was broken.
  public let rule: Rule
  /// The byte at which it was broken, counted from 0 at the start of the changeset.
  public let offset: Int

  init(_ rule: Rule, at offset: Int) {
    self.rule = rule
    self.offset = offset
  }

  public var description: String {
    "changeset refused at byte \(offset): \(rule.rawValue); \(rule.whatNext)"
  }

  /// The rules of the strict subset; the raw value says what was found.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    case truncated = "the bytes end in the middle of a record or header"
    case changesetTooLong = "the changeset is longer than the limit"
    case tooManyTables = "there are more tables than the limit"
    case tooManyRecords = "there are more records than the limit"
    case valueTooLong = "a value is longer than the limit"
    case noTableHeader = "a table header (0x54) must stand here"
    case patchset = "this is a patchset table (0x50), and only changesets carry old values"
    case columnCount = "the number of columns is 0 or above the limit"
    case primaryKeyFlags = "the primary key positions are not 1 to n, each once"
    case tableName = "the table name is not a lowercase letter and up to 62 of a-z, 0-9 and _"
    case repeatedTable = "a table has a second header"
    case emptyTable = "a table header is not followed by a record"
    case operation = "the operation is neither insert (18), update (23) nor delete (9)"
    case indirect = "the change was made by a trigger or a foreign key action (indirect byte not 0)"
    case fieldType = "the type byte of a field is unknown"
    case real = "a field is REAL, and synced columns are INTEGER, TEXT or BLOB"
    case nonCanonicalVarint = "a varint is longer than it need be"
    case textNotUTF8 = "text is not valid UTF-8"
    case textWithNUL = "text contains a NUL byte"
    case undefinedField = "a field is undefined where its value must stand"
    case nullKey = "a primary key field is NULL"
    case keyInNew = "the new record of an update carries a primary key field"
    case oldWithoutNew = "an update has the old value of a column but not the new one"
    case newWithoutOld = "an update has the new value of a column but not the old one"
    case unchangedColumn = "an update gives a column the value that it already had"
    case noChangedColumn = "an update changes no column"
    case recordOrder = "the records of a table are not in strictly ascending order of their keys"
    case unknownTable = "a table is not among the tables of the given order"
    case tableShape = "a record does not fit the columns of its table"

    var whatNext: String {
      switch self {
      case .changesetTooLong, .tooManyTables, .tooManyRecords, .valueTooLong:
        "write less in one transaction"
      case .indirect, .real, .nullKey, .columnCount, .tableName, .textNotUTF8, .textWithNUL, .unknownTable:
        "if it was captured here, run the schema lint and mend the table or the program that wrote the row"
      default:
        "if it came from another node, keep the bytes and ask its owner to seal the change again"
      }
    }
  }
}
