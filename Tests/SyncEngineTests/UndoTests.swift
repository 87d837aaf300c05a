import Changesets
import Foundation
import GRDB
import SQLiteChangeset
import SyncEngine
import Testing

@Suite("A person's own last change is undone by its inverse")
struct UndoTests {
  /// When the undo is asked for: the change lies in the database, in kept sealed bytes, or in git only.
  enum Moment: CaseIterable {
    case unsealed
    case sealed
    case released
  }

  /// SQL of one transaction on two notes, and the deeds of its inverse.
  struct Change: Sendable {
    var name: String
    var sql: [String]
    var deeds: [Undo.Deed]
  }

  static let changes = [
    Change(
      name: "an insert", sql: ["INSERT INTO note (member, id, title, body) VALUES ('kelp', 'new', 'made', 'text')"],
      deeds: [.delete]),
    Change(
      name: "an update", sql: ["UPDATE note SET title = 'changed', body = NULL WHERE id = 'n'"], deeds: [.update]),
    Change(name: "a delete", sql: ["DELETE FROM note WHERE id = 'n'"], deeds: [.insert]),
    Change(
      name: "several rows",
      sql: [
        "INSERT INTO note (member, id) VALUES ('kelp', 'new')", "UPDATE note SET rank = 9 WHERE id = 'm'",
        "DELETE FROM note WHERE id = 'n'",
      ], deeds: [.update, .insert, .delete]),
    Change(
      name: "another key", sql: ["UPDATE note SET id = 'z' WHERE id = 'n'"], deeds: [.insert, .delete]),
  ]

  /// A world with a node of one member that has the notes `m` and `n`, both synced.
  private func start(_ members: Int = 1) throws -> (World, [Engine]) {
    let world = try World()
    let nodes = try (0..<members).map { _ in try world.enrol("kelp") }
    try nodes[0].insertNote("m", title: "other")
    try nodes[0].insertNote("n", title: "start", body: "text", rank: 1)
    try world.settle()
    return (world, nodes)
  }

  private func expectAgreement(_ engines: [Engine]) throws {
    #expect(Set(try engines.map { try $0.digest("member/kelp") }).count == 1, "the nodes differ")
  }

  @Test(
    "Whatever the change was, and wherever it lies, the rows are as before on every node", arguments: changes,
    Moment.allCases)
  func inverse(of change: Change, at moment: Moment) throws {
    let (world, nodes) = try start()
    let node = nodes[0]
    let before = try node.rows("note")
    try node.write(as: World.person, message: "the change") { db in for sql in change.sql { try db.execute(sql: sql) } }
    let after = try node.rows("note")
    #expect(after != before)
    if moment != .unsealed { try world.sync(node) }
    if moment == .released { try world.sync(world.hub, node) }
    let kept = try node.queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sync_body") }
    #expect(moment != .released || kept == 0, "the bytes are to be read from git")
    let reopened = try Engine(opening: node.folder, configuration: node.configuration)
    try reopened.unlock { [] }

    let preview = try reopened.inverse(as: World.person)
    #expect(preview.transaction == nil)
    #expect(try reopened.rows("note") == after, "a look changes nothing")
    let undo = try reopened.undo(as: World.person)
    #expect(undo.rows == preview.rows)
    #expect(undo.rows.map(\.deed) == change.deeds)
    #expect(undo.undone.message == "the change")
    #expect(undo.message == "undo of \(undo.undone.transaction): the change")
    #expect(try reopened.rows("note") == before)
    let last = try #require(try reopened.recentTransactions(limit: 1).first)
    #expect(last.origin.transaction == undo.transaction)
    #expect(last.origin.message == undo.message)

    _ = try reopened.sync(with: world.remote)
    try world.sync(world.hub)
    #expect(try world.hub.rows("note") == before)
    #expect(try reopened.conflicts() == [])
    #expect(try reopened.doctor(deep: true).allSatisfy(\.isWell))
  }

  @Test("The inverse says each field's value as it stands and as it will", arguments: Moment.allCases)
  func fields(at moment: Moment) throws {
    let (world, nodes) = try start()
    try nodes[0].run("UPDATE note SET title = 'changed', body = NULL WHERE id = 'n'")
    if moment != .unsealed { try world.settle() }
    let row = try #require(try nodes[0].inverse(as: World.person).rows.first)
    #expect(
      row
        == Undo.Row(
          table: "note", key: [.text("kelp"), .text("n")], deed: .update,
          fields: [
            Undo.Field(column: "title", before: .text("changed"), after: .text("start")),
            Undo.Field(column: "body", before: .null, after: .text("text")),
          ]))
  }

  @Test("Asked again and again, it walks back; undoing an undo brings the change back, and then it can be undone again")
  func backAndForth() throws {
    let (world, nodes) = try start()
    let node = nodes[0]
    func title() throws -> SQLiteValue? { try node.note("n", "title") }
    try node.setNote("n", "title", .text("one"))
    try node.setNote("n", "title", .text("two"))
    try world.settle()
    try node.deleteNote("n")
    let steps: [SQLiteValue?] = [.text("two"), .text("one"), .text("start"), nil]
    var undos: [String] = []
    for step in steps {
      undos.append(try #require(try node.undo(as: World.person).transaction))
      #expect(try title() == step)
      if undos.count == 2 { try world.settle() }
    }
    #expect(try node.note("m", "title") == .text("other"))
    // What was undone in between cannot come back over what was undone later.
    #expect(throws: MovedOn.self) { try node.undo(undos[1], as: World.person) }
    // Forth again, in the other order, each undo by its name.
    for (undo, step) in zip(undos.reversed(), [.text("start"), .text("one"), .text("two"), nil] as [SQLiteValue?]) {
      _ = try node.undo(undo, as: World.person)
      #expect(try title() == step)
    }
    #expect { try node.undo(undos[0], as: World.person) } throws: { "\($0)".contains("undone already") }
    _ = try node.undo(as: World.person)
    #expect(try title() == .text("two"))
    try world.settle()
    #expect(try world.hub.note("n", "title", of: "kelp") == .text("two"))
    #expect(try node.doctor(deep: true).allSatisfy(\.isWell))
  }

  @Test("Over any history of one person it walks back and forth, step by step", arguments: 1...6 as ClosedRange<UInt64>)
  func anyHistory(seed: UInt64) throws {
    let (world, nodes) = try start()
    let node = nodes[0]
    var generator = SplitMix64(seed: seed)
    func statement() -> String {
      let id = ["m", "n", "o", "p"].randomElement(using: &generator) ?? "m"
      let number = Int.random(in: 0...3, using: &generator)
      return [
        "INSERT OR IGNORE INTO note (member, id, title, rank) VALUES ('kelp', '\(id)', 't\(number)', \(number))",
        "UPDATE note SET title = 't\(number)' WHERE id = '\(id)'",
        "UPDATE note SET rank = \(number) WHERE id = '\(id)'",
        "DELETE FROM note WHERE id = '\(id)'",
      ].randomElement(using: &generator) ?? ""
    }
    var states = [try node.rows("note")]
    for _ in 0..<12 {
      let statements = (0...Int.random(in: 0...2, using: &generator)).map { _ in statement() }
      try node.write(as: World.person, message: "a step") { db in for sql in statements { try db.execute(sql: sql) } }
      let rows = try node.rows("note")
      if rows != states.last { states.append(rows) }
      if Int.random(in: 0..<4, using: &generator) == 0 { try world.settle() }
    }
    var place = states.count - 1
    var undos: [String] = []
    // All the way back, all the way forth, then here and there.
    let steps = [Bool](repeating: true, count: place) + [Bool](repeating: false, count: place)
    let wandering = (0..<20).map { _ in Bool.random(using: &generator) }
    for isBack in steps + wandering {
      if isBack, place > 0 {
        undos.append(try #require(try node.undo(as: World.person).transaction))
        place -= 1
      } else if !isBack, let last = undos.popLast() {
        _ = try node.undo(last, as: World.person)
        place += 1
      }
      #expect(try node.rows("note") == states[place])
      if Int.random(in: 0..<8, using: &generator) == 0 { try world.settle() }
    }
    try world.settle()
    #expect(try world.hub.rows("note") == states[place])
    #expect(try node.conflicts() == [])
    #expect(try node.doctor(deep: true).allSatisfy(\.isWell))
  }

  /// What happened to the note `n` after its title was changed, and what the undo says of it.
  struct Later: Sendable {
    var name: String
    var sql: String
    var change: MovedOn.Change?
  }

  static let later = [
    Later(name: "the same field", sql: "UPDATE note SET title = 'later' WHERE id = 'n'", change: .written(["title"])),
    Later(name: "another field", sql: "UPDATE note SET rank = 5 WHERE id = 'n'", change: nil),
    Later(name: "another row", sql: "UPDATE note SET title = 'later' WHERE id = 'm'", change: nil),
    Later(name: "the row goes", sql: "DELETE FROM note WHERE id = 'n'", change: .gone),
  ]

  @Test(
    "A field that has another write since is left alone, and nothing else is undone either; other fields do not count",
    arguments: later, [false, true])
  func movedOn(later: Later, isSynced: Bool) throws {
    let (world, nodes) = try start(2)
    let (node, other) = (nodes[0], nodes[1])
    try node.write(as: World.person, message: "two rows") { db in
      try db.execute(sql: "UPDATE note SET title = 'mine' WHERE id = 'n'")
      try db.execute(sql: "UPDATE note SET body = 'mine' WHERE id = 'm'")
    }
    let id = try #require(try node.recentTransactions(limit: 1).first?.origin.transaction)
    try world.settle()
    try (isSynced ? other : node).run(later.sql)
    if isSynced { try world.settle() }
    let before = try node.rows("note")
    guard let change = later.change else {
      _ = try node.undo(id, as: World.person)
      #expect(try node.note("n", "title") == .text("start"))
      #expect(try node.note("m", "body") == .null)
      return
    }
    let expected = [MovedOn.Row(table: "note", key: [.text("kelp"), .text("n")], change: change)]
    #expect { try node.undo(id, as: World.person) } throws: { ($0 as? MovedOn)?.rows == expected }
    #expect { try node.inverse(of: id, as: World.person) } throws: { ($0 as? MovedOn)?.rows == expected }
    #expect(try node.rows("note") == before)
    #expect(try node.recentTransactions(limit: 1).first?.origin.message != "undo of \(id): two rows")
  }

  @Test("A row that was made is not deleted over another's field, and one that is there again is not inserted twice")
  func rowsOfOthers() throws {
    let (world, nodes) = try start(2)
    let (node, other) = (nodes[0], nodes[1])
    try node.insertNote("new", title: "made")
    let made = try #require(try node.recentTransactions(limit: 1).first?.origin.transaction)
    try world.settle()
    try other.setNote("new", "body", .text("another's words"))
    try world.settle()
    #expect { try node.undo(made, as: World.person) } throws: {
      ($0 as? MovedOn)?.rows.map(\.change) == [.written(["body"])]
    }
    try node.deleteNote("new")
    let deleted = try #require(try node.recentTransactions(limit: 1).first?.origin.transaction)
    try world.settle()
    try other.insertNote("new", title: "again")
    try world.settle()
    #expect { try node.undo(deleted, as: World.person) } throws: { ($0 as? MovedOn)?.rows.map(\.change) == [.there] }
    #expect(try node.note("new", "title") == .text("again"))
  }

  @Test("An undo here and another's edit of the same field there are an ordinary conflict, and nothing is lost")
  func concurrentEdit() throws {
    let (world, nodes) = try start(2)
    let (node, other) = (nodes[0], nodes[1])
    try node.setNote("n", "title", .text("mine"))
    try world.settle()
    _ = try node.undo(as: World.person)
    try other.setNote("n", "title", .text("theirs"))
    try world.settle()
    for engine in [node, other, world.hub] {
      #expect(Set(try engine.sides()["title"] ?? []) == [.text("start"), .text("theirs")])
    }
    try expectAgreement([node, other, world.hub])
    // A field in conflict has another write: the undo of either side is refused.
    #expect(throws: MovedOn.self) {
      try other.undo(
        other.recentTransactions(limit: 10).first { $0.origin.node == other.identity.node }?.origin.transaction,
        as: World.person)
    }
  }

  @Test("An undone delete and another's edit of the row: the row stays, with the edit")
  func deleteAgainstEdit() throws {
    let (world, nodes) = try start(2)
    let (node, other) = (nodes[0], nodes[1])
    try node.deleteNote("n")
    try world.sync(node)
    try other.setNote("n", "rank", .integer(8))
    _ = try node.undo(as: World.person)
    try world.settle()
    #expect(try node.note("n", "title") == .text("start"))
    for engine in [node, other, world.hub] {
      #expect(Set(try engine.sides()["rank"] ?? []) == [.integer(1), .integer(8)], "both are there to choose from")
    }
    try expectAgreement([node, other, world.hub])
  }

  @Test("A transaction of two audiences is undone in both")
  func twoAudiences() throws {
    let (world, nodes) = try start()
    try world.hub.run("INSERT INTO bulletin (id, text) VALUES ('b', 'to all')")
    try world.hub.write(as: World.person, message: "both") { db in
      try db.execute(sql: "UPDATE bulletin SET text = 'changed'")
      try db.execute(sql: "INSERT INTO mark (member, code, value) VALUES ('kelp', 'k', 3)")
    }
    try world.settle()
    #expect(try nodes[0].rows("mark").count == 1)
    #expect(try world.hub.undo(as: World.person).rows.map(\.table) == ["bulletin", "mark"])
    try world.settle()
    #expect(try nodes[0].rows("mark") == [])
    #expect(try nodes[0].rows("bulletin") == [[.text("b"), .text("to all")]])
  }

  @Test("The last change is the person's own, on this node; a name finds every other, by its beginning too")
  func whichOne() throws {
    let (world, nodes) = try start(2)
    let (node, other) = (nodes[0], nodes[1])
    let kim = Person(id: "kim", name: "Kim")
    try node.setNote("n", "title", .text("of Tess"))
    try node.write(as: kim, message: "of Kim") {
      try $0.execute(sql: "UPDATE note SET title = 'of Kim' WHERE id = 'm'")
    }
    try other.setNote("n", "rank", .integer(4))
    try world.settle()
    #expect(try node.inverse(as: World.person).rows.first?.fields.first?.before == .text("of Tess"))
    #expect(try node.inverse(as: kim).undone.message == "of Kim")
    #expect(throws: EngineError.self, "no change of this person") {
      try node.inverse(as: Person(id: "jo", name: "Jo"))
    }
    let theirs = try #require(
      try node.recentTransactions(limit: 20).first { $0.origin.node == other.identity.node }?.origin.transaction)
    #expect(try node.undo(String(theirs.prefix(8)), as: kim, message: "agreed").message == "agreed")
    #expect(try node.note("n", "rank") == .integer(1))
    for name in ["", "12345", "zzzzzzz", "%%%%%%%", "******", "0000000000000000", theirs + "0"] {
      #expect { try node.undo(name, as: kim) } throws: { if case EngineError.usage = $0 { true } else { false } }
    }
  }

  @Test("Who may not write the rows undoes nothing; a conflict that was resolved is not opened again")
  func rights() throws {
    let (world, nodes) = try start(2)
    let (node, other) = (nodes[0], nodes[1])
    try node.setNote("n", "title", .text("mine"))
    try other.setNote("n", "title", .text("theirs"))
    try world.settle()
    let id = try #require(
      try world.hub.recentTransactions(limit: 20).first { $0.origin.node == node.identity.node }?.origin.transaction)
    #expect(throws: MovedOn.self) { try world.hub.undo(id, as: World.person) }
    try node.resolve(try #require(try node.conflicts().first), with: .text("agreed"), as: World.person, message: "")
    #expect { try node.undo(as: World.person) } throws: { "\($0)".contains("resolved a conflict") }
    try node.setNote("m", "title", .text("mine"))
    try world.settle()
    let last = try #require(try node.recentTransactions(limit: 1).first?.origin.transaction)
    let before = try world.hub.rows("note")
    #expect { try world.hub.undo(last, as: World.person) } throws: { "\($0)".contains("belong to another member") }
    #expect(try world.hub.rows("note") == before)

    let place = NodeFolder(path: world.folder + "/reader")
    try Engine.makeReader(
      of: world.network, in: place, secrets: node.readingIdentity(of: "member/kelp"), passphrase: nil,
      configuration: node.configuration)
    let reader = try Engine(opening: place, configuration: node.configuration)
    try reader.unlock { [] }
    _ = try reader.sync(with: world.remote)
    #expect(try reader.rows("note") == before)
    #expect { try reader.undo(last, as: World.person) } throws: { "\($0)".contains("only reads") }
    #expect { try reader.inverse(of: last, as: World.person) } throws: { "\($0)".contains("only reads") }

    _ = try world.hub.revoke(node.identity.node, heads: [])
    try world.settle()
    #expect { try other.undo(last, as: World.person) } throws: { "\($0)".contains("does not count") }
  }

  @Test("The message fits, whatever the message of what is undone")
  func longMessage() throws {
    let (world, nodes) = try start()
    defer { withExtendedLifetime(world) {} }
    try nodes[0].run(
      "UPDATE note SET rank = 2", because: String(repeating: "ä", count: FormatLimits.messageByteCount / 2))
    let undo = try nodes[0].undo(as: World.person)
    #expect((FormatLimits.messageByteCount - 1...FormatLimits.messageByteCount).contains(undo.message.utf8.count))
  }
}
