import Canonical
import Changesets
import Foundation
import GitExchange
import SQLiteChangeset
import SyncEngine
import Testing
import Trust

@Suite("The order of arrival makes no difference")
struct ArrivalTests {
  @Test("A changeset waits for a newer schema while its successor, of the older one, has arrived")
  func waitsForNewerSchema() throws {
    let world = try World()
    let old = try world.enrol("kelp")
    let (new, sibling) = (try world.enrol("kelp", schemaVersion: 2), try world.enrol("kelp", schemaVersion: 2))
    try world.publishSecondSchema()
    try world.sync(new, sibling, old)
    try new.insertNote("n", title: "with a colour")
    try world.sync(new)
    let first = try #require(try world.changesets(of: new).last)
    let header = try Header(first.header)
    #expect(header.schema.version == 2)
    // The same node's next changeset names the older schema, as after a downgrade.
    var forge = try Forge(world, by: new)
    forge.place(2, after: Digest(of: first.header), incarnation: header.incarnation)
    forge.header.depth = header.depth + 1
    forge.manifest.sources = [DotSource(stream: 0, sequence: 1)]
    forge.manifest.transactions[0].supersedes = [-1, 2].map { register in
      Supersession(record: 0, register: register, source: 1, index: 0)
    }
    forge.changes = SQLiteChangeset.Table.note.update(
      old: [.text("kelp"), .text("n"), .text("with a colour"), nil, nil], new: [nil, nil, .text("after it"), nil, nil])
    try world.plant([forge.sealed().files()], on: new)
    _ = try old.sync(with: world.remote)
    _ = try sibling.sync(with: world.remote)
    #expect(try sibling.note("n", "title") == .text("after it"))
    #expect(try old.rows("note") == [])
    #expect(try old.status().waiting.map(\.sequence) == [1, 2])
    #expect(try old.status().needsUpgrade >= 1)
    // What waits stops nobody else, its own node neither.
    try old.insertNote("o")
    try world.sync(old, sibling)
    #expect(try sibling.note("o", "colour") == .text("grey"))

    let upgraded = try world.upgrade(old)
    _ = try upgraded.sync(with: world.remote)
    #expect(try upgraded.status().waiting == [])
    #expect(try upgraded.note("n", "title") == .text("after it"))
    #expect(try upgraded.conflicts() == [])
    #expect(try upgraded.digest("member/kelp") == sibling.digest("member/kelp"))
  }

  @Test("A dot beyond the writer's vector supersedes nothing, whether what it names came before or after")
  func dotBeyondTheVector() throws {
    let world = try World()
    let (a, rogue) = (try world.enrol("kelp"), try world.enrol("kelp"))
    let (early, late) = (try world.enrol("kelp"), try world.enrol("kelp"))
    try a.insertNote("n", title: "one")
    try world.settle()
    let git = try world.exchange()
    let before = try #require(try git.head(of: world.branch(of: a)))
    try a.setNote("n", "title", .text("two"))
    try world.sync(a, early)
    // The host hides a's second changeset from `late`, which gets the rogue's first.
    let after = try #require(try git.head(of: world.branch(of: a)))
    try git.setHead(world.branch(of: a), to: before, expecting: after)
    let first = try Header(try #require(try world.changesets(of: a).last).header)
    var forge = try Forge(world, by: rogue)
    forge.header.vector = [
      VectorEntry(node: first.node, incarnation: first.incarnation, sequence: 1, hash: Digest(of: first.bytes))
    ]
    forge.header.depth = 2
    forge.manifest.sources = [DotSource(stream: 1, sequence: 2)]
    forge.manifest.transactions[0].supersedes = [Supersession(record: 0, register: 2, source: 1, index: 0)]
    forge.changes = SQLiteChangeset.Table.note.update(
      old: [.text("kelp"), .text("n"), .text("one"), nil, nil], new: [nil, nil, .text("rogue"), nil, nil])
    try world.plant([forge.sealed().files()], on: rogue)
    try world.sync(late)
    try git.setHead(world.branch(of: a), to: after, expecting: before)
    try world.sync(early, late)
    #expect(try early.digest("member/kelp") == late.digest("member/kelp"))
    #expect(Set(try late.sides()["title"] ?? []) == [.text("two"), .text("rogue")])
    #expect(Set(try early.sides()["title"] ?? []) == [.text("two"), .text("rogue")])
  }

  @Test("A branch that somebody overwrote is put right by its node, and its readers go on")
  func overwrittenBranch() throws {
    let world = try World()
    let (a, b) = (try world.enrol("kelp"), try world.enrol("kelp"))
    try a.insertNote("n", title: "one")
    try world.settle()
    try world.drop(branchOf: a)
    try world.plant([[GitFile(name: "junk", bytes: [1])]], on: a)
    try world.sync(b, world.hub)
    try a.setNote("n", "title", .text("two"))
    try world.sync(a, b, world.hub)
    #expect(try a.status().refusedFiles.map(\.code) == ["foreign-commit"])
    for engine in [b, world.hub] {
      #expect(try engine.note("n", "title", of: "kelp") == .text("two"))
      #expect(try engine.status().refusedFiles.map(\.code).contains("history-went-backwards"))
    }
    // Once it is right, nothing is overwritten any more.
    try a.setNote("n", "title", .text("three"))
    try world.sync(a, b)
    #expect(try b.note("n", "title") == .text("three"))
  }
}
