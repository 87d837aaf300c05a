import Foundation
import GRDB
import SyncEngine
import Testing
import Trust

@Suite("Every node holds what the model of section 7 holds")
struct RandomHistoryTests {
  /// A few seeds for each commit; `QAPI_SEEDS=1000` runs as many from 1, `QAPI_SEEDS=17` and `QAPI_FIRST_SEED` a slice.
  static let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["QAPI_FIRST_SEED"].flatMap { UInt64($0) } ?? 1
    let count = environment["QAPI_SEEDS"].flatMap { UInt64($0) } ?? 4
    return Array(first..<first + count)
  }()

  @Test("Random histories of one member's nodes", arguments: seeds)
  func oneMember(seed: UInt64) throws {
    let history = try RandomHistory(seed: seed, members: [3])
    try history.run(steps: 60)
    try history.settle()
  }

  @Test("Random histories of two members", arguments: seeds)
  func twoMembers(seed: UInt64) throws {
    let history = try RandomHistory(seed: seed &+ 1_000_000, members: [2, 1])
    try history.run(steps: 60)
    try history.settle()
    // Whoever comes last reads all at once, in one batch and in another order, and holds the same.
    let world = history.world
    let sibling = try world.enrol("kelp")
    let reader = try readerOfEverything(world)
    _ = try sibling.sync(with: world.remote)
    _ = try reader.sync(with: world.remote)
    #expect(try sibling.digest("member/kelp") == world.hub.digest("member/kelp"), "seed \(seed)")
    #expect(try reader.digests() == world.hub.digests(), "seed \(seed)")
    try history.check(sibling, "enrolled last")
    try history.check(reader, "a reader")
  }

  @Test("A node is cut at a random place, and the cut is moved", arguments: seeds)
  func cutAndRetire(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let history = try RandomHistory(seed: seed &+ 2_000_000, members: [3])
    let world = history.world
    try history.run(steps: 50)
    try history.settle()
    let victim = world.nodes[Int.random(in: 1...3, using: &random)]
    let whole = try world.hub.countedHeads(of: victim.identity.node)
    let heads = try whole.compactMap { head -> StreamHead? in
      let sequence = Int64.random(in: 0...head.sequence, using: &random)
      return try world.hub.head(of: victim.identity.node, audience: head.audience, sequence: sequence)
    }
    _ = try world.hub.revoke(victim.identity.node, heads: heads)
    try history.settle()
    _ = try world.hub.moveCut(of: victim.identity.node, heads: whole)
    try history.settle()
    _ = try world.hub.moveCut(of: victim.identity.node, heads: [])
    try history.settle()
    let reader = try readerOfEverything(world)
    _ = try reader.sync(with: world.remote)
    #expect(try reader.digests() == world.hub.digests(), "seed \(seed)")
  }

  private func readerOfEverything(_ world: World) throws -> Engine {
    let folder = NodeFolder(path: world.folder + "/reader")
    let configuration = Schema.configuration(.seeded(999))
    var secrets = ""
    for audience in try world.hub.roster()?.audiences.map(\.id) ?? [] {
      secrets += try world.hub.readingIdentity(of: audience)
    }
    try Engine.makeReader(
      of: world.network, in: folder, secrets: secrets, passphrase: nil, configuration: configuration)
    let reader = try Engine(opening: folder, configuration: configuration)
    try reader.unlock { [] }
    return reader
  }
}
