import SQLiteChangeset
import Testing

@Suite("Strictness: one row for each rule")
struct StrictnessTests {
  /// Two columns, the first of them the key, named t.
  private static let header = header(2, [1, 0], "t")
  private static let one = insert(int(1), null)

  private static func header(_ count: UInt8, _ key: [UInt8], _ name: String) -> [UInt8] {
    [0x54, count] + key + [UInt8](name.utf8) + [0]
  }
  private static func insert(_ fields: [UInt8]...) -> [UInt8] { [18, 0] + fields.flatMap { $0 } }
  private static func delete(_ fields: [UInt8]...) -> [UInt8] { [9, 0] + fields.flatMap { $0 } }
  private static func update(_ fields: [UInt8]...) -> [UInt8] { [23, 0] + fields.flatMap { $0 } }
  private static func int(_ number: UInt8) -> [UInt8] { [1, 0, 0, 0, 0, 0, 0, 0, number] }
  private static func text(_ string: String) -> [UInt8] { [3, UInt8(string.utf8.count)] + [UInt8](string.utf8) }
  private static let null: [UInt8] = [5]
  private static let none: [UInt8] = [0]

  private static let good: [(String, [UInt8])] = [
    ("nothing at all", []),
    ("an insert", header + one),
    ("a delete", header + delete(int(1), text("a"))),
    ("an update", header + update(int(1), null, none, text("a"))),
    ("two keys in order", header + one + insert(int(2), null)),
    (
      "negative integers come last",
      header + insert(int(255), null) + insert([1] + [UInt8](repeating: 255, count: 8), null)
    ),
    ("two tables", header + one + header(1, [1], "s") + insert(int(1))),
    ("a key of two in reverse", header(2, [2, 1], "t") + insert(int(2), int(1)) + insert(int(1), int(2))),
    (
      "a hundred columns",
      header(100, [1] + [UInt8](repeating: 0, count: 99), "t") + [18, 0] + int(1) + [UInt8](repeating: 5, count: 99)
    ),
    ("a name of 63", header(1, [1], "a" + String(repeating: "0", count: 62)) + insert(int(1))),
    ("an empty text and an empty blob", header + insert([3, 0], [4, 0])),
  ]

  @Test(arguments: good)
  func isTaken(name: String, bytes: [UInt8]) throws {
    let changeset = try SQLiteChangeset(decoding: bytes)
    #expect(changeset.bytes == bytes)
    #expect(try changeset.rewritten() == bytes)
    #expect(changeset.lines == Judge.lines(bytes))
  }

  private static let bad: [(String, [UInt8], ChangesetError.Rule, Int)] = [
    ("one byte", [0x54], .truncated, 1),
    ("header without flags", [0x54, 2, 1], .truncated, 3),
    ("header without name end", [0x54, 1, 1, 0x74], .truncated, 4),
    ("header and nothing", header, .truncated, 6),
    ("half a record", header + [18], .truncated, 7),
    ("half an integer", header + [18, 0, 1, 0, 0], .truncated, 11),
    ("text longer than the bytes", header + insert([3, 9, 0x61]), .truncated, 11),
    ("no header", [18, 0], .noTableHeader, 0),
    ("patchset", [0x50, 1, 1, 0x74, 0], .patchset, 0),
    ("patchset second", header + one + [0x50, 1, 1, 0x73, 0], .patchset, 18),
    ("no columns", [0x54, 0, 0x74, 0], .columnCount, 1),
    ("101 columns", header(101, [1] + [UInt8](repeating: 0, count: 100), "t"), .columnCount, 1),
    ("column count with a leading zero", [0x54, 0x80, 1, 1, 0x74, 0], .nonCanonicalVarint, 1),
    ("no key", header(2, [0, 0], "t") + one, .primaryKeyFlags, 2),
    ("key flags 1 and 1", header(2, [1, 1], "t") + one, .primaryKeyFlags, 2),
    ("key flags 1 and 3", header(2, [1, 3], "t") + one, .primaryKeyFlags, 2),
    ("empty name", header(1, [1], "") + insert(int(1)), .tableName, 3),
    ("capital in name", header(1, [1], "tA") + insert(int(1)), .tableName, 3),
    ("digit first", header(1, [1], "1t") + insert(int(1)), .tableName, 3),
    ("internal table", header(1, [1], "_t") + insert(int(1)), .tableName, 3),
    ("name of 64", header(1, [1], String(repeating: "a", count: 64)) + insert(int(1)), .tableName, 3),
    ("name with é", header(1, [1], "é") + insert(int(1)), .tableName, 3),
    ("one table twice", header + one + header + insert(int(2), null), .repeatedTable, 18),
    ("empty table before another", header + header(1, [1], "s") + insert(int(1)), .emptyTable, 6),
    ("unknown operation", header + [19, 0] + int(1) + null, .operation, 6),
    ("indirect", header + [18, 1] + int(1) + null, .indirect, 7),
    ("REAL", header + insert(int(1), [2, 0, 0, 0, 0, 0, 0, 0, 0]), .real, 17),
    ("type 6", header + insert(int(1), [6]), .fieldType, 17),
    ("length with a leading zero", header + insert(int(1), [3, 0x80, 1, 0x61]), .nonCanonicalVarint, 18),
    ("Latin-1", header + insert(int(1), [3, 2, 0x61, 0xE9]), .textNotUTF8, 20),
    ("surrogate", header + insert(int(1), [3, 3, 0xED, 0xA0, 0x80]), .textNotUTF8, 19),
    ("overlong NUL", header + insert(int(1), [3, 2, 0xC0, 0x80]), .textNotUTF8, 19),
    ("NUL", header + insert(int(1), [3, 3, 0x61, 0, 0x62]), .textWithNUL, 20),
    ("undefined in insert", header + insert(int(1), none), .undefinedField, 17),
    ("undefined in delete", header + delete(int(1), none), .undefinedField, 17),
    ("undefined key in insert", header + insert(none, null), .undefinedField, 8),
    ("undefined key in update", header + update(none, null, none, text("a")), .undefinedField, 8),
    ("NULL key in insert", header + insert(null, null), .nullKey, 8),
    ("NULL key in delete", header + delete(null, null), .nullKey, 8),
    ("NULL key in update", header + update(null, null, none, text("a")), .nullKey, 8),
    ("key in new", header + update(int(1), null, int(2), text("a")), .keyInNew, 18),
    ("old alone", header + update(int(1), null, none, none), .oldWithoutNew, 19),
    ("new alone", header + update(int(1), none, none, null), .newWithoutOld, 19),
    ("same old and new", header + update(int(1), text("a"), none, text("a")), .unchangedColumn, 21),
    ("NULL to NULL", header + update(int(1), null, none, null), .unchangedColumn, 19),
    ("update of nothing", header + update(int(1), none, none, none), .noChangedColumn, 6),
    ("keys descend", header + insert(int(2), null) + one, .recordOrder, 18),
    ("one key twice", header + one + delete(int(1), null), .recordOrder, 18),
    (
      "one key of two twice", header(2, [2, 1], "t") + insert(int(1), int(1)) + insert(int(1), int(1)), .recordOrder, 26
    ),
    (
      "key of two in column order", header(2, [2, 1], "t") + insert(int(1), int(2)) + insert(int(2), int(1)),
      .recordOrder, 26
    ),
  ]

  @Test(arguments: bad)
  func isRefused(name: String, bytes: [UInt8], rule: ChangesetError.Rule, offset: Int) {
    #expect {
      _ = try SQLiteChangeset(decoding: bytes)
    } throws: { error in
      let error = error as? ChangesetError
      return error?.rule == rule && error?.offset == offset
    }
  }

  private static let small = SQLiteChangeset.Limits(
    byteCount: 60, recordCount: 2, valueByteCount: 3, tableCount: 1, columnCount: 2)

  @Test(
    arguments: [
      ("at the limits", header + one + insert(int(2), text("abc")), nil),
      ("a record more", header + one + insert(int(2), null) + insert(int(3), null), .tooManyRecords),
      ("a byte more in a text", header + insert(int(2), text("abcd")), .valueTooLong),
      ("a byte more in a blob", header + insert(int(2), [4, 4, 0, 0, 0, 0]), .valueTooLong),
      ("a table more", header + one + header(1, [1], "s") + insert(int(1)), .tooManyTables),
      ("a column more", header(3, [1, 0, 0], "t") + insert(int(1), null, null), .columnCount),
      ("a byte more", [UInt8](repeating: 0x54, count: 61), .changesetTooLong),
    ] as [(String, [UInt8], ChangesetError.Rule?)])
  func limitsHold(name: String, bytes: [UInt8], expected: ChangesetError.Rule?) {
    #expect(rule { _ = try SQLiteChangeset(decoding: bytes, limits: Self.small) } == expected)
  }

  @Test func everyRuleOfTheReaderHasARowAbove() {
    let ofTheWriter: Set<ChangesetError.Rule> = [.unknownTable, .tableShape]
    let ofTheLimits: Set<ChangesetError.Rule> = [.changesetTooLong, .tooManyTables, .tooManyRecords, .valueTooLong]
    let rows = Set(Self.bad.map(\.2))
    #expect(rows.union(ofTheWriter).union(ofTheLimits) == Set(ChangesetError.Rule.allCases))
  }

  @Test func anErrorSaysWhatWhereAndWhatNext() {
    #expect {
      _ = try SQLiteChangeset(decoding: Self.header + Self.insert(Self.int(1), [2, 0, 0, 0, 0, 0, 0, 0, 0]))
    } throws: { error in
      "\(error)" == """
        changeset refused at byte 17: a field is REAL, and synced columns are INTEGER, TEXT or BLOB; if it was \
        captured here, run the schema lint and mend the table or the program that wrote the row
        """
    }
  }
}
