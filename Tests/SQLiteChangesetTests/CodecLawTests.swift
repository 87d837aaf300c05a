import SQLiteChangeset
import Testing

@Suite("Codec law: what decodes, encodes to the same bytes")
struct CodecLawTests {
  @Test("Random transactions, captured by the real session extension", arguments: UInt64(1)...60)
  func realSessions(number: UInt64) throws {
    var world = RandomWorld(Seed(number))
    let before = Database()
    let after = Database()
    for database in [before, after] {
      try database.run(world.schema)
    }
    for write in world.writes(200) {
      try before.run(write.sql, write.arguments)
      try after.run(write.sql, write.arguments)
    }
    let raw = try after.capture(world.names) {
      for write in world.writes(100) { try after.run(write.sql, write.arguments) }
    }

    let changeset = try SQLiteChangeset.normalised(raw, order: world.names)
    // Nothing was lost or changed on the way from the session's order to ours.
    #expect(changeset.lines.sorted() == Judge.lines(raw).sorted())
    #expect(changeset.lines == Judge.lines(changeset.bytes))
    #expect(changeset.tables.map(\.name) == world.names.filter(Set(changeset.tables.map(\.name)).contains))
    // The law, once for the reader alone and once through every value.
    #expect(try SQLiteChangeset(decoding: changeset.bytes).bytes == changeset.bytes)
    #expect(try changeset.rewritten() == changeset.bytes)
    #expect(try SQLiteChangeset.normalised(changeset.bytes, order: world.names).bytes == changeset.bytes)

    // SQLite itself gets from the old rows to the new ones with our bytes.
    #expect(Judge.apply(changeset.bytes, to: before) == 0)
    for name in world.names {
      let query = "SELECT * FROM \(name)"
      #expect(try before.rows(query).sorted() == after.rows(query).sorted())
    }
    #expect(changeset.recordCount > 0)
  }

  @Test func keysAreTheKeyColumnsInKeyOrder() throws {
    let database = Database()
    try database.run(
      """
      CREATE TABLE item(title TEXT, id BLOB NOT NULL, agency TEXT NOT NULL, PRIMARY KEY (agency, id)) STRICT
      """)
    let raw = try database.capture(["item"]) {
      try database.run("INSERT INTO item VALUES ('b', x'02', 'kern'), ('a', x'01', 'kern'), ('c', x'09', 'inyo')")
    }
    let changeset = try SQLiteChangeset.normalised(raw, order: ["item"])
    #expect(changeset.tables[0].primaryKey == [0, 2, 1])
    #expect(changeset.tables[0].keyColumns == [2, 1])
    let keys: [[SQLiteValue]] = [
      [.text("inyo"), .blob([9])], [.text("kern"), .blob([1])], [.text("kern"), .blob([2])],
    ]
    #expect(changeset.records.map { $0.keyCells.map(\.value) } == keys)
    #expect(changeset.records.map(\.key) == keys.map { SQLiteValue.encoding(of: $0) })
    #expect(changeset.record(at: 0).keyCell(1) == SQLiteValue.blob([9]))
  }

  @Test func aTransactionIsSplitByAudience() throws {
    let database = Database()
    try database.run(
      "CREATE TABLE item(agency TEXT NOT NULL, id INTEGER NOT NULL, title TEXT, PRIMARY KEY (agency, id)) STRICT")
    let raw = try database.capture(["item"]) {
      for id in 1...40 { try database.run("INSERT INTO item VALUES ('\(id % 2 == 0 ? "kern" : "inyo")', \(id), 'x')") }
    }
    let whole = try SQLiteChangeset.normalised(raw, order: ["item"])
    var parts = ["kern": ChangesetWriter(tables: ["item"]), "inyo": ChangesetWriter(tables: ["item"])]
    for record in whole.records {
      try parts[record.keyCell(0).value.string!]?.append(record)
    }
    let kern = try parts["kern"]!.finish()
    let inyo = try parts["inyo"]!.finish()
    #expect(kern.recordCount == 20 && inyo.recordCount == 20)
    #expect((kern.lines + inyo.lines).sorted() == whole.lines.sorted())
    #expect(kern.lines.allSatisfy { !$0.contains("\(SQLiteValue.text("inyo"))") })
    #expect(try SQLiteChangeset(decoding: kern.bytes).lines == kern.lines)
  }

  @Test func cellsAreComparedByTypeAndBytes() throws {
    let table = try #require(ChangesetTable(name: "t", primaryKey: [1, 0, 0, 0, 0]))
    var writer = ChangesetWriter(tables: ["t"])
    try writer.insert(into: table, [.integer(1), .text("ab"), .blob([0x61, 0x62]), .null, .text("ab")])
    let record = try writer.finish().record(at: 0)
    let cells = (0..<5).map { record.new($0)! }
    #expect(cells[1] == cells[4] && cells[1].hashValue == cells[4].hashValue)
    #expect(cells[1] != cells[2] && cells[1] < cells[2])
    #expect(cells[0].integer == 1 && cells[1].integer == nil)
    #expect(cells[3].isNull && cells[3] == SQLiteValue.null && !(cells[3] == SQLiteValue.text("")))
    #expect(cells[1] == SQLiteValue.text("ab") && !(cells[1] == SQLiteValue.blob([0x61, 0x62])))
    #expect(cells[2].withBytes { $0.count } == 2 && cells[2].byteCount == 2)
    #expect(cells[1].withEncoding { $0[0] } == 3)
    #expect(record.old(0) == nil)
  }

  @Test func theWriterRefusesWhatDoesNotFit() throws {
    let table = try #require(ChangesetTable(name: "t", primaryKey: [1, 0]))
    let other = try #require(ChangesetTable(name: "t", primaryKey: [1, 2]))
    let unknown = try #require(ChangesetTable(name: "u", primaryKey: [1, 2]))
    var writer = ChangesetWriter(tables: ["t"])
    #expect(rule { try writer.insert(into: table, [.integer(1)]) } == .tableShape)
    #expect(rule { try writer.insert(into: unknown, [.integer(1), .null]) } == .unknownTable)
    #expect(rule { try writer.update(table, old: [nil, .null], new: [nil, .integer(1)]) } == .undefinedField)
    try writer.insert(into: table, [.integer(1), .null])
    #expect(rule { try writer.insert(into: other, [.integer(1), .integer(2)]) } == .tableShape)
    try writer.delete(from: table, [.integer(1), .null])
    #expect(rule { _ = try writer.finish() } == .recordOrder)
    #expect(ChangesetTable(name: "T", primaryKey: [1]) == nil)
    #expect(ChangesetTable(name: "t", primaryKey: [0]) == nil)
  }
}

/// The rule that `body` broke, or nil.
func rule(_ body: () throws -> Void) -> ChangesetError.Rule? {
  do {
    try body()
    return nil
  } catch {
    return (error as? ChangesetError)?.rule
  }
}
