import CSQLite
import SQLiteChangeset
import Testing

@Suite("Capture")
struct CaptureTests {
  private let database: Database

  init() throws {
    database = Database()
    try unsafe ConnectionRules.harden(database.connection)
    try unsafe ConnectionRules.openGuards(of: database.connection)
    try database.run(
      """
      CREATE TABLE item(id TEXT NOT NULL PRIMARY KEY, title TEXT, count INTEGER) STRICT;
      CREATE TABLE local(id INTEGER PRIMARY KEY, note TEXT);
      CREATE TABLE items(id TEXT NOT NULL PRIMARY KEY) STRICT;
      CREATE TABLE ite(id TEXT NOT NULL PRIMARY KEY) STRICT;
      INSERT INTO item VALUES ('a', 'first', 1), ('b', 'second', 2), ('c', 'third', 3);
      """)
  }

  private func lines(_ sql: String) throws -> [String] {
    let raw = try database.capture(["item"]) { try database.run(sql) }
    return try SQLiteChangeset.normalised(raw, order: ["item"]).lines
  }

  private static let a = "t[97]"
  private static let b = "t[98]"

  @Test(arguments: [
    // what is run, what is captured: operation, old, new
    ("UPDATE item SET count = 9 WHERE id = 'a'", ["23 [\"\(a)\", \"-\", \"1\"] [\"-\", \"-\", \"9\"]"]),
    ("UPDATE item SET count = 1 WHERE id = 'a'", []),
    ("UPDATE item SET count = 9 WHERE id = 'a'; UPDATE item SET count = 1 WHERE id = 'a'", []),
    ("INSERT INTO item VALUES ('q', NULL, NULL); DELETE FROM item WHERE id = 'q'", []),
    (
      "REPLACE INTO item VALUES ('a', 'first', 5)",
      ["23 [\"\(a)\", \"-\", \"1\"] [\"-\", \"-\", \"5\"]"]
    ),
    (
      "UPDATE item SET id = 'd', title = NULL WHERE id = 'b'",
      [
        "9 [\"\(b)\", \"t[115, 101, 99, 111, 110, 100]\", \"2\"] [\"-\", \"-\", \"-\"]",
        "18 [\"-\", \"-\", \"-\"] [\"t[100]\", \"NULL\", \"2\"]",
      ]
    ),
    ("INSERT INTO local VALUES (1, 'x'); INSERT INTO items VALUES ('x'); INSERT INTO ite VALUES ('x')", []),
  ])
  func isCaptured(sql: String, expected: [String]) throws {
    #expect(try lines(sql) == expected.map { "item \($0)" })
  }

  @Test func aDeleteOfAllRowsIsCapturedRowByRow() throws {
    #expect(try lines("DELETE FROM item").count == 3)
  }

  @Test func isEmptyUntilASyncedRowIsWritten() throws {
    let session = try unsafe CaptureSession(connection: database.connection, tables: ["item"])
    #expect(session.isEmpty)
    try database.run("INSERT INTO local VALUES (1, 'x')")
    #expect(session.isEmpty)
    #expect(try session.changeset().isEmpty)
    try database.run("DELETE FROM item WHERE id = 'a'")
    #expect(!session.isEmpty)
  }

  @Test func oneSessionEndsBeforeTheNextBegins() throws {
    #expect(try lines("UPDATE item SET count = 7 WHERE id = 'a'").count == 1)
    #expect(
      try lines("UPDATE item SET count = 8 WHERE id = 'a'") == [
        "item 23 [\"\(Self.a)\", \"-\", \"7\"] [\"-\", \"-\", \"8\"]"
      ])
  }

  @Test func aRowOfATriggerIsRefused() throws {
    // Triggers back on, as if someone had forgotten to switch them off.
    _ = unsafe qapi_sqlite3_db_config_flag(database.connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1)
    try database.run("CREATE TRIGGER t AFTER INSERT ON local BEGIN UPDATE item SET count = 0; END")
    #expect(rule { _ = try lines("INSERT INTO local VALUES (1, 'x')") } == .indirect)
  }

  @Test(
    arguments: [
      ("UPDATE item SET title = CAST(x'61ff' AS TEXT) WHERE id = 'a'", .textNotUTF8),
      ("UPDATE item SET title = 'a' || char(0) || 'b' WHERE id = 'a'", .textWithNUL),
      ("UPDATE item SET title = printf('%.*c', 262145, 'x') WHERE id = 'a'", .valueTooLong),
    ] as [(String, ChangesetError.Rule)])
  func whatNoReaderWouldTakeIsRefusedBeforeCommit(sql: String, expected: ChangesetError.Rule) {
    #expect(rule { _ = try lines(sql) } == expected)
  }

  @Test func aTableOutsideTheOrderIsRefused() throws {
    let raw = try database.capture(["item"]) { try database.run("DELETE FROM item") }
    #expect(rule { _ = try SQLiteChangeset.normalised(raw, order: ["other"]) } == .unknownTable)
  }

  @Test func hardeningHolds() throws {
    #expect(throws: Database.Refused.self) {
      try database.run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 'item'")
    }
    #expect(try database.rows("PRAGMA trusted_schema") == ["0"])
    #expect(try database.rows("PRAGMA cell_size_check") == ["1"])
  }
}
