import Canonical
import Changesets
import Foundation
import GitExchange
import SSHSignature
import SyncEngine
import Trust

/// A small network on one disk: a hub, and two nodes of one member that exchange through a bare repository.
final class World {
  static let member = "alpha"

  let hub: Engine
  let first: Engine
  let second: Engine
  let exchange: String
  private let remote: GitRemote

  init(in folder: String) throws {
    exchange = folder + "/exchange.git"
    _ = try GitRepository.create(bareAt: exchange)
    remote = try GitRemote(exchange)
    let configuration = Self.configuration
    let hubFolder = NodeFolder(path: folder + "/hub")
    let network = try Engine.startNetwork(
      in: hubFolder, name: "Benchmark", member: Member(id: "center", name: "Center"), passphrase: nil,
      configuration: configuration)
    hub = try Self.open(hubFolder)
    func join(_ name: String) throws -> Engine {
      let folder = NodeFolder(path: folder + "/" + name)
      try Engine.join(network, as: Self.member, in: folder, passphrase: nil, configuration: configuration)
      return try Self.open(folder)
    }
    first = try join("first")
    second = try join("second")
    for node in [first, second] {
      let request = try EnrolmentRequest(text: try node.enrolmentRequest())
      _ = try hub.approve(request, fingerprint: request.node.signingKey.fingerprint, memberName: "Alpha")
    }
    _ = try hub.merge(with: remote)
    for node in [first, second] { _ = try node.sync(with: remote) }
  }

  static let person = Person(id: "casey", name: "Casey Example")

  @discardableResult
  func sync(_ node: Engine) throws -> SyncReport { try node.sync(with: remote) }

  func mergeCentrally() throws { _ = try hub.merge(with: remote) }

  /// Brings the commits of one node's branch to another node without reading them, so that what follows is not the time
  /// that git takes for the transfer.
  func prefetch(from source: Engine, to node: Engine) throws {
    let branch = "nodes/\(source.identity.node)"
    _ = try GitRepository(opening: node.folder.repository).fetch(
      [GitFetchRequest(source: "refs/heads/\(branch)", destination: "refs/exchange/\(branch)")], from: remote)
  }

  private static func open(_ folder: NodeFolder) throws -> Engine {
    let engine = try Engine(opening: folder, configuration: configuration)
    try engine.unlock { [] }
    return engine
  }

  private static let configuration = Configuration(
    schemaVersion: 1, tables: [Note.table], createStatements: [Note.createStatement],
    guardMessage: "rows of this database are written by its own program", hubPrefix: "center",
    commonAudience: "common", memberAudiencePrefix: "member/",
    surroundings: Surroundings(
      now: { Int64(Date().timeIntervalSince1970) },
      randomBytes: { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<(count + 7) / 8).flatMap { _ in
          let word = generator.next()
          return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
        }.dropLast(-count & 7)
      }))
}
