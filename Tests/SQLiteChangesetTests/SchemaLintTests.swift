import SQLiteChangeset
import Testing

@Suite("Schema lint")
struct SchemaLintTests {
  @Test(
    arguments: [
      // the statements, what is found besides nothing
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a INTEGER, b BLOB) STRICT", []),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID", []),
      ("CREATE TABLE t(year INTEGER NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID", []),
      ("CREATE TABLE t(a TEXT NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (b, a)) STRICT", []),
      (
        "CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a INTEGER NOT NULL DEFAULT -1, b TEXT DEFAULT 'it''s') STRICT", []
      ),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a BLOB DEFAULT x'00ff', b TEXT DEFAULT NULL) STRICT", []),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a TEXT COLLATE NOCASE) STRICT; CREATE INDEX i ON t(a)", []),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, \"check\" TEXT /* CHECK */ DEFAULT 'CHECK') STRICT", []),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, p TEXT REFERENCES t(id)) STRICT", []),
      ("", [.missing]),
      ("CREATE VIEW t AS SELECT 1 AS id", [.missing]),
      ("CREATE TEMP TABLE t(id TEXT NOT NULL PRIMARY KEY) STRICT", [.missing]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY)", [.notStrict]),
      ("CREATE TABLE t(id TEXT PRIMARY KEY)", [.notStrict, .nullableKey]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a REAL) STRICT", [.columnType]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a ANY) STRICT", [.columnType]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a TEXT AS (id) VIRTUAL) STRICT", [.generatedColumn]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a TEXT AS (id) STORED) STRICT", [.generatedColumn]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a TEXT DEFAULT CURRENT_DATE) STRICT", [.variableDefault]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a INTEGER DEFAULT (random())) STRICT", [.variableDefault]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a TEXT DEFAULT ('a' || 'b')) STRICT", [.variableDefault]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a INTEGER DEFAULT 1.0) STRICT", [.variableDefault]),
      ("CREATE TABLE t(id TEXT NOT NULL) STRICT", [.noPrimaryKey]),
      ("CREATE TABLE t(id INTEGER NOT NULL PRIMARY KEY) STRICT", [.rowidKey]),
      ("CREATE TABLE t(id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT) STRICT", [.rowidKey]),
      ("CREATE TABLE t(id TEXT NOT NULL COLLATE NOCASE PRIMARY KEY) STRICT", [.keyCollation]),
      ("CREATE TABLE t(id TEXT NOT NULL COLLATE RTRIM PRIMARY KEY) STRICT, WITHOUT ROWID", [.keyCollation]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a TEXT UNIQUE) STRICT", [.unique]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a TEXT) STRICT; CREATE UNIQUE INDEX i ON t(a)", [.unique]),
      (
        "CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a TEXT) STRICT; CREATE UNIQUE INDEX i ON t(a) WHERE a > 1",
        [.unique]
      ),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, a TEXT check (a <> '')) STRICT", [.check]),
      ("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY ON CONFLICT REPLACE) STRICT", [.conflictClause]),
      (
        "CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, p TEXT REFERENCES t ON DELETE CASCADE) STRICT",
        [.foreignKeyAction]
      ),
      (
        "CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, p TEXT REFERENCES t ON UPDATE SET NULL) STRICT",
        [.foreignKeyAction]
      ),
      (
        "CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, p TEXT REFERENCES t ON DELETE RESTRICT) STRICT",
        [.foreignKeyAction]
      ),
      (
        "CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY) STRICT; CREATE TRIGGER x AFTER INSERT ON T BEGIN SELECT 1; END",
        [.trigger]
      ),
    ] as [(String, [SchemaLint.Rule])])
  func finds(sql: String, expected: [SchemaLint.Rule]) throws {
    let database = Database()
    try database.run(sql)
    #expect(try unsafe SchemaLint.violations(in: database.connection, tables: ["t"]).map(\.rule) == expected)
  }

  @Test func namesAndWidthAreChecked() throws {
    let database = Database()
    let columns = (1...100).map { ", c\($0) TEXT" }.joined()
    try database.run("CREATE TABLE wide(id TEXT NOT NULL PRIMARY KEY\(columns)) STRICT")
    try database.run("CREATE TABLE \"Bad name\"(id TEXT NOT NULL PRIMARY KEY) STRICT")
    let found = try unsafe SchemaLint.violations(in: database.connection, tables: ["wide", "Bad name"])
    #expect(found.map(\.rule) == [.tooManyColumns, .tableName])
  }

  @Test func aViolationNamesTheTableAndTheColumn() throws {
    let database = Database()
    try database.run("CREATE TABLE t(id TEXT NOT NULL PRIMARY KEY, rate REAL) STRICT")
    let found = try unsafe SchemaLint.violations(in: database.connection, tables: ["t"])
    #expect(
      found.map(\.description) == [
        "table t, column rate: the type must be INTEGER, TEXT or BLOB, which are compared by their bytes"
      ])
  }
}
