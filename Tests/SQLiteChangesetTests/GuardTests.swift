import Foundation
import SQLiteChangeset
import Testing

@Suite("Guard: other programs are refused with our words")
struct GuardTests {
  private static let words = "this table is synced: it's written by the program only, use its import command"
  private static let guarded = TriggerGuard(message: words)

  private func withGuardedFile(_ name: String, _ body: (String, Database) throws -> Void) throws {
    try withFile(name) { path in
      let ours = Database(path)
      try unsafe ConnectionRules.openGuards(of: ours.connection)
      try ours.run(
        """
        CREATE TABLE item(id TEXT NOT NULL PRIMARY KEY, title TEXT) STRICT, WITHOUT ROWID;
        INSERT INTO item VALUES ('a', 'first')
        """)
      try unsafe Self.guarded.install(on: ours.connection, tables: ["item"])
      try body(path, ours)
    }
  }

  @Test(arguments: [
    "INSERT INTO item VALUES ('b', 'x')", "INSERT OR IGNORE INTO item VALUES ('c', 'x')",
    "UPDATE OR IGNORE item SET id = 'z'",
    "REPLACE INTO item VALUES ('a', 'x')",
    "INSERT INTO item VALUES ('a', 'x') ON CONFLICT DO UPDATE SET title = 'y'", "UPDATE item SET title = 'x'",
    "DELETE FROM item",
  ])
  func theShellIsRefused(sql: String) throws {
    try withGuardedFile("shell-\(sql.utf8.reduce(0) { $0 &* 31 &+ Int($1) })") { path, ours in
      let shell = try runTool(["sqlite3", path, sql])
      #expect(shell.status != 0)
      #expect(shell.errors.contains(Self.words), "\(shell.errors)")
      #expect(try ours.rows("SELECT * FROM item") == ["t[97]|t[102, 105, 114, 115, 116]"])
      // The same statement through our connection passes.
      let before = try ours.rows("SELECT count(*), max(id), max(title) FROM item")
      try ours.run(sql)
      #expect(try ours.rows("SELECT count(*), max(id), max(title) FROM item") != before)
    }
  }

  @Test func aScriptIsRefused() throws {
    try withGuardedFile("script") { path, _ in
      let code = "import sqlite3,sys; sqlite3.connect(sys.argv[1]).execute(\"DELETE FROM item\")"
      let script = try runTool(["python3", "-c", code, path])
      #expect(script.status != 0)
      #expect(script.errors.contains(Self.words))
    }
  }

  @Test func theShellMayRead() throws {
    try withGuardedFile("read") { path, _ in
      let shell = try runTool(["sqlite3", "-bail", path, "SELECT * FROM item"])
      #expect(shell.status == 0)
    }
  }

  @Test func installingAgainTakesTheNewMessage() throws {
    try withGuardedFile("again") { path, ours in
      try unsafe TriggerGuard(message: "other words").install(on: ours.connection, tables: ["item"])
      #expect(try runTool(["sqlite3", path, "DELETE FROM item"]).errors.contains("other words"))
    }
  }

  @Test func theLintKnowsTheGuard() throws {
    try withGuardedFile("lint") { _, ours in
      func rules(_ guarded: TriggerGuard?) throws -> [SchemaLint.Rule] {
        try unsafe SchemaLint.violations(in: ours.connection, tables: ["item"], guarded: guarded).map(\.rule)
      }
      #expect(try rules(Self.guarded) == [])
      #expect(try rules(nil) == [.trigger, .trigger, .trigger])
      try ours.run("DROP TRIGGER guard_item_update")
      #expect(try rules(Self.guarded) == [.noGuard])
      try ours.run("CREATE TRIGGER guard_item_update BEFORE UPDATE ON item BEGIN SELECT 1; END")
      #expect(try rules(Self.guarded) == [.trigger, .noGuard])
    }
  }
}
