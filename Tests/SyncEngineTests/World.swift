import Canonical
import Changesets
import Foundation
import GRDB
import GitExchange
import SQLiteChangeset
import SSHSignature
import SyncEngine
import Synchronization
import Trust

/// A network in a temporary folder: real engines, a local bare repository as the exchange, and a seeded clock and
/// randomness, so that one seed gives one history to the byte.
final class World {
  let folder: String
  let remote: GitRemote
  let network: Digest
  let hub: Engine
  /// Every node that was made, the hub first.
  private(set) var nodes: [Engine]
  private let seed: UInt64
  private var made: UInt64 = 1

  static let person = Person(id: "tess", name: "Tess Tester")

  /// - Parameter seed: everything random is drawn from it.
  init(seed: UInt64 = 1) throws {
    self.seed = seed
    // Nothing here outlives the test, so nothing needs to survive a power cut.
    GitLibrary.setFlushing(false)
    folder = FileManager.default.temporaryDirectory.path + "/world-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let exchange = folder + "/exchange.git"
    _ = try GitRepository.create(bareAt: exchange)
    remote = try GitRemote(exchange)
    let configuration = Schema.configuration(.seeded(seed &* 1_000))
    let place = NodeFolder(path: folder + "/hub")
    network = try Engine.startNetwork(
      in: place, name: "A network of tests", member: Member(id: "hub", name: "Hub"), passphrase: nil,
      configuration: configuration)
    hub = try Engine(opening: place, configuration: configuration)
    try hub.unlock { [] }
    nodes = [hub]
    _ = try hub.merge(with: remote)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The exchange, opened anew: to look into it, or to do harm.
  func exchange() throws -> GitRepository { try GitRepository(opening: folder + "/exchange.git") }

  /// Makes a node of a member, without enrolling it.
  func join(_ member: String, schemaVersion: Int64 = 1) throws -> Engine {
    made += 1
    let configuration = Schema.configuration(.seeded(seed &* 1_000 &+ made), schemaVersion: schemaVersion)
    let place = NodeFolder(path: folder + "/\(member)-\(made)")
    try Engine.join(network, as: member, in: place, passphrase: nil, configuration: configuration)
    let node = try Engine(opening: place, configuration: configuration)
    try node.unlock { [] }
    return node
  }

  /// Makes a node, lists it, publishes that, and lets the node fetch its first secrets.
  func enrol(_ member: String, schemaVersion: Int64 = 1) throws -> Engine {
    let node = try join(member, schemaVersion: schemaVersion)
    let request = try EnrolmentRequest(text: node.enrolmentRequest())
    _ = try hub.approve(request, fingerprint: request.node.signingKey.fingerprint, memberName: "Member \(member)")
    _ = try hub.merge(with: remote)
    _ = try node.sync(with: remote)
    nodes.append(node)
    return node
  }

  /// Syncs nodes in this order; the hub merges.
  func sync(_ engines: Engine...) throws { try sync(engines) }

  func sync(_ engines: [Engine]) throws {
    for engine in engines { _ = try engine === hub ? hub.merge(with: remote) : engine.sync(with: remote) }
  }

  /// Syncs everybody until all have everything.
  func settle() throws {
    for _ in 0..<3 { try sync(nodes.filter { $0 !== hub } + [hub]) }
  }
}

extension Surroundings {
  /// A clock that counts calls, and SplitMix64.
  static func seeded(_ seed: UInt64) -> Surroundings {
    let clock = Mutex<Int64>(1_700_000_000)
    let generator = Mutex(SplitMix64(seed: seed))
    return Surroundings(
      now: {
        clock.withLock { time in
          time += 1
          return time
        }
      },
      randomBytes: { count in
        generator.withLock { generator in (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) } }
      })
  }
}

/// A small generator that is the same everywhere.
///
/// - Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators".
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 ^ 0x5851_f42d_4c95_7f2d }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// An invented schema: notes that members own, and what the hub says to all or to one.
enum Schema {
  static let guardMessage = "this table is written by the program only"

  static func tables(_ version: Int64) -> [SchemaTable] {
    func column(_ name: String, _ type: ColumnType, _ value: SQLiteValue?) -> SchemaColumn {
      SchemaColumn(name: name, type: type, isNotNull: value != nil, defaultValue: value ?? .null)
    }
    func key(_ name: String) -> SchemaColumn {
      SchemaColumn(name: name, type: .text, isNotNull: true, defaultValue: .null)
    }
    var note = [
      key("member"), key("id"), column("title", .text, .text("")), column("body", .text, nil),
      column("rank", .integer, .integer(0)),
    ]
    if version > 1 { note.append(column("colour", .text, .text("grey"))) }
    return [
      SchemaTable(
        name: "note", columns: note, key: [0, 1], audience: .keyed(prefix: "member/"), owner: .member,
        roles: [Role.writer]),
      SchemaTable(
        name: "bulletin", columns: [key("id"), column("text", .text, .text(""))], key: [0],
        audience: .fixed("common"), owner: .hub, roles: [Role.writer]),
      SchemaTable(
        name: "mark", columns: [key("member"), key("code"), column("value", .integer, .integer(0))], key: [0, 1],
        audience: .keyed(prefix: "member/"), owner: .hub, roles: [Role.writer]),
    ]
  }

  static func configuration(_ surroundings: Surroundings, schemaVersion: Int64 = 1) -> SyncEngine.Configuration {
    let colour = schemaVersion > 1 ? ", colour TEXT NOT NULL DEFAULT 'grey'" : ""
    return SyncEngine.Configuration(
      schemaVersion: schemaVersion, tables: tables(schemaVersion),
      createStatements: [
        """
        CREATE TABLE note (
          member TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', body TEXT,
          rank INTEGER NOT NULL DEFAULT 0\(colour), PRIMARY KEY (member, id)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE TABLE bulletin (id TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID",
        """
        CREATE TABLE mark (
          member TEXT NOT NULL, code TEXT NOT NULL, value INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (member, code)
        ) STRICT, WITHOUT ROWID
        """,
      ],
      guardMessage: guardMessage, hubPrefix: "hub", commonAudience: "common", memberAudiencePrefix: "member/",
      surroundings: surroundings)
  }
}
