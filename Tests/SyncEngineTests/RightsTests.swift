import Canonical
import Changesets
import Foundation
import GRDB
import GitExchange
import SQLiteChangeset
import SyncEngine
import Testing
import Trust

@Suite("Rights, and where they end")
struct RightsTests {
  private func heads(_ world: World, _ node: Engine, upTo sequence: Int64) throws -> [StreamHead] {
    [try #require(try world.hub.head(of: node.identity.node, audience: "member/kelp", sequence: sequence))]
  }

  private func expectAgreement(_ engines: [Engine], title: String) throws {
    #expect(Set(try engines.map { try $0.digest("member/kelp") }).count == 1)
    for engine in engines {
      #expect(try engine.note("n", "title", of: "kelp") == .text(title), "\(engine.identity.node)")
    }
  }

  @Test("A node is cut after its siblings had applied what lies past the cut; the cut moves up, and the node goes on")
  func cutBelowWhatWasApplied() throws {
    let world = try World()
    let (a, b) = (try world.enrol("kelp"), try world.enrol("kelp"))
    let all = [a, b, world.hub]
    try a.insertNote("n", title: "one")
    try world.settle()
    for title in ["two", "three"] {
      try a.setNote("n", "title", .text(title))
      try world.settle()
    }
    try b.setNote("n", "rank", .integer(5))
    try world.settle()
    try expectAgreement(all, title: "three")
    let old = try #require(try world.changesets(of: a).last.map { try Header($0.header) })

    _ = try world.hub.revoke(a.identity.node, heads: heads(world, a, upTo: 1))
    try world.settle()
    try expectAgreement(all, title: "one")
    for engine in all {
      #expect(try engine.note("n", "rank", of: "kelp") == .integer(5), "what others wrote above it stays")
      #expect(try engine.status().cut.map(\.sequence) == [2, 3])
      let log = try engine.log(table: "note", key: [.text("kelp"), .text("n")], column: "title")
      #expect(log.filter { $0.origin.verdict == .cut }.compactMap(\.after).count == 2, "what was taken out is listed")
    }

    // Up part of the way, for late honest work.
    _ = try world.hub.moveCut(of: a.identity.node, heads: heads(world, a, upTo: 2))
    try world.settle()
    try expectAgreement(all, title: "two")
    #expect(try b.status().cut.map(\.sequence) == [3])
    try b.setNote("n", "rank", .integer(6))
    try world.settle()
    let entries = try #require(try world.changesets(of: b).last.map { try Header($0.header) }).vector
    #expect(entries.filter { $0.node == a.identity.node }.count <= 1, "a stream that did not fork has one head")

    // All the way up, and a new right: the node goes on in a new incarnation.
    _ = try world.hub.moveCut(of: a.identity.node, heads: heads(world, a, upTo: 3))
    try world.settle()
    try expectAgreement([b, world.hub], title: "three")
    // Without a right it gets no secret of the new epoch, so b's last edit waits there.
    #expect(try a.note("n", "title") == .text("three"))
    #expect(try a.status().waiting.map(\.node) == [b.identity.node])
    try world.publishRoster { $0.tenures.append(Tenure(node: a.identity.node, roles: [Role.writer], from: $0.version)) }
    try world.settle()
    try a.setNote("n", "title", .text("four"))
    try world.settle()
    try expectAgreement(all, title: "four")
    for engine in all {
      #expect(try engine.conflicts() == [])
      #expect(try engine.status().cut == [])
    }
    let new = try #require(try world.changesets(of: a).last.map { try Header($0.header) })
    #expect(new.incarnation != old.incarnation)
    #expect(new.previousIncarnation == old.incarnation)
    #expect(new.sequence == 1)
  }

  @Test("A revoked node's key seals on: past the cut, in a new incarnation with an old roster, and with the new roster")
  func revokedNode() throws {
    let world = try World()
    let (a, b, m) = (try world.enrol("kelp"), try world.enrol("kelp"), try world.enrol("moss"))
    try b.insertNote("n", title: "kept")
    try world.settle()
    let last = try #require(try world.changesets(of: b).last)
    let header = try Header(last.header)
    var past = try Forge(world, by: b)
    past.place(header.sequence + 1, after: Digest(of: last.header), incarnation: header.incarnation)
    past.header.depth = header.depth + 1
    let elsewhere = try Forge(world, by: b, incarnation: "2")
    let before = try a.digest("member/kelp")

    _ = try world.hub.revoke(b.identity.node)
    try world.sync(world.hub, a)
    var renewed = elsewhere
    let roster = try #require(try world.hub.roster())
    renewed.place(1, after: nil, incarnation: String(repeating: "3", count: 32))
    renewed.header.roster = VersionedHash(version: roster.version, hash: Digest(of: roster.bytes))
    renewed.header.epoch = 2
    try world.plant([past, elsewhere, renewed].map { try $0.sealed().files() }, on: b)
    try m.insertNote("honest")
    try world.sync(m, a, world.hub)
    for engine in [a, world.hub] {
      let status = try engine.status()
      #expect(status.cut.map(\.code) == ["cut", "cut"])
      #expect(status.refused.map(\.code) == ["no-right"])
      #expect(try engine.digest("member/kelp") == before)
    }
    #expect(try world.hub.note("honest", "title", of: "moss") == .text(""))
    // The revoked node's own work stays on its disk, and is not sealed.
    _ = try b.sync(with: world.remote)
    try b.setNote("n", "title", .text("too late"))
    _ = try b.sync(with: world.remote)
    #expect(try b.status().unsealed == 1)
    #expect(try b.status().isEnrolled == false)
  }

  @Test("A node that was never listed is refused whatever it signs")
  func strangersBranch() throws {
    let world = try World()
    let (a, stranger) = (try world.enrol("kelp"), try world.join("kelp"))
    try a.insertNote("n")
    try world.settle()
    let honest = try #require(try world.changesets(of: a).last)
    try world.plant([honest.files()], on: stranger)
    var forge = try Forge(world, by: a, incarnation: "4")
    forge.header.node = stranger.identity.node
    forge.key = try #require(stranger.keys).signing
    try world.plant([forge.sealed().files()], on: stranger)
    try world.sync(world.hub)
    #expect(try world.hub.status().refusedFiles.map(\.code) == ["other-branch", "unknown-node"])
  }

  @Test("A changeset under an epoch that is younger than the roster it names")
  func epochOfALaterRoster() throws {
    let world = try World()
    let (a, b) = (try world.enrol("kelp"), try world.enrol("kelp"))
    try a.insertNote("n")
    try world.settle()
    var forge = try Forge(world, by: a)
    _ = try world.hub.revoke(b.identity.node)
    try world.settle()
    // Who still held the older roster would find no such epoch, and refuse it for ever; so everybody must.
    forge.header.epoch += 1
    try world.plant([forge.sealed().files()], on: a)
    try world.sync(world.hub)
    #expect(try world.hub.status().refused.map(\.code) == ["no-epoch"])
  }

  @Test("What the hub writes for a member that is not listed yet waits, and stops nothing")
  func memberNotListedYet() throws {
    let world = try World()
    let a = try world.enrol("kelp")
    try world.hub.run("INSERT INTO mark VALUES ('fern', 'c', 1)")
    try world.hub.run("INSERT INTO bulletin VALUES ('b', 'to all')")
    try a.insertNote("n")
    try world.settle()
    #expect(try world.hub.rows("note").count == 1)
    #expect(try a.rows("bulletin") == [[.text("b"), .text("to all")]])
    #expect(try world.hub.status().unsealed == 1)
    let fern = try world.enrol("fern")
    try world.settle()
    #expect(try fern.rows("mark") == [[.text("fern"), .text("c"), .integer(1)]])
    #expect(try world.hub.status().unsealed == 0)
  }
}
