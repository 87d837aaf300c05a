import AgeFormat
import Canonical
import Changesets
import Foundation
import GitExchange
import SQLiteChangeset
import SSHSignature
import SyncEngine
import Trust

/// One changeset as three files.
struct SealedFiles {
  var header: [UInt8]
  var signature: [UInt8]
  var body: [UInt8]

  func files(number: Int = 1) -> [GitFile] {
    [
      GitFile(name: "\(number).header", bytes: header), GitFile(name: "\(number).sig", bytes: signature),
      GitFile(name: "\(number).age", bytes: body),
    ]
  }
}

/// Seals what the engine would never seal, with a node's real key: what a thief or a rogue could send.
struct Forge {
  let world: World
  let node: Engine
  var audience: String
  var header: Header
  var manifest: Manifest
  var changes = SQLiteChangeset.Table.note.insert([.text("kelp"), .text("forged"), .text("t"), .null, .integer(0)])
  /// The epoch key that the body is encrypted to; nil is the right one.
  var recipient: X25519Recipient?
  var escrow: X25519Recipient?
  var key: SSHSigningKey

  /// A lawful first changeset of a new incarnation, to be bent.
  init(_ world: World, by node: Engine, audience: String = "member/kelp", incarnation: Character = "1") throws {
    self.world = world
    self.node = node
    self.audience = audience
    let name = String(repeating: incarnation, count: 32)
    guard let roster = try node.roster(), let keys = node.keys else { throw EngineError.failed("not enrolled") }
    let schema = SchemaDocument(version: 1, previous: nil, tables: Schema.tables(1))
    header = Header(
      network: world.network, node: node.identity.node, incarnation: name, audience: audience, sequence: 1,
      previous: nil, previousIncarnation: nil, vector: [], depth: 1,
      epoch: roster.newestEpoch(of: audience)?.number ?? 1,
      schema: VersionedHash(version: 1, hash: Digest(of: schema.bytes)),
      roster: VersionedHash(version: roster.version, hash: Digest(of: roster.bytes)), checkpoint: nil,
      bodyHash: Digest(of: []), bodyByteCount: 0, batch: Digest(of: []))
    manifest = Manifest(
      network: world.network, node: node.identity.node, incarnation: name, audience: audience, sequence: 1, sources: [],
      transactions: [
        ManifestTransaction(
          id: String(repeating: "a", count: 32), part: 1, parts: 1, person: World.person, message: "forged",
          time: "2024-01-01T00:00:00Z")
      ])
    key = keys.signing
  }

  /// Puts the changeset at a place of a stream; header and manifest say the same.
  mutating func place(_ sequence: Int64, after previous: Digest?, incarnation: String) {
    (header.sequence, header.previous, header.incarnation) = (sequence, previous, incarnation)
    (manifest.sequence, manifest.incarnation) = (sequence, incarnation)
  }

  func sealed() throws -> SealedFiles {
    let roster = try world.hub.roster()
    guard let epoch = recipient ?? roster?.newestEpoch(of: audience)?.recipient else {
      throw EngineError.failed("no epoch of \(audience)")
    }
    let payload = try Payload.pack(manifest: manifest, changesets: [changes.bytes])
    let body = try Sealing.encrypt(
      payload, epoch: epoch, escrow: escrow, randomBytes: Surroundings.seeded(77).randomBytes)
    var header = header
    header.bodyHash = Digest(of: body)
    header.bodyByteCount = Int64(body.count)
    header.batch = Header.batch(of: [header.bodyHash])
    return SealedFiles(header: header.bytes, signature: try Sealing.sign(header, with: key), body: body)
  }
}

extension SQLiteChangeset {
  /// The tables of `Schema`, to make changesets by hand.
  struct Table {
    let table: ChangesetTable

    static let note = Table("note", [1, 2, 0, 0, 0])
    static let bulletin = Table("bulletin", [1, 0])
    static let mark = Table("mark", [1, 2, 0])

    private init(_ name: String, _ key: [UInt8]) {
      guard let table = ChangesetTable(name: name, primaryKey: key) else { preconditionFailure("no table \(name)") }
      self.table = table
    }

    func insert(_ values: [SQLiteValue]) -> SQLiteChangeset {
      var writer = ChangesetWriter(tables: [table.name])
      do {
        try writer.insert(into: table, values)
        return try writer.finish()
      } catch {
        preconditionFailure("\(error)")
      }
    }

    func update(old: [SQLiteValue?], new: [SQLiteValue?]) -> SQLiteChangeset {
      var writer = ChangesetWriter(tables: [table.name])
      do {
        try writer.update(table, old: old, new: new)
        return try writer.finish()
      } catch {
        preconditionFailure("\(error)")
      }
    }
  }
}

extension World {
  func branch(of node: Engine) -> String { "refs/heads/nodes/\(node.identity.node)" }

  /// The changesets of a node's branch as the exchange holds them, oldest first.
  func changesets(of node: Engine) throws -> [SealedFiles] {
    let git = try exchange()
    guard let head = try git.head(of: branch(of: node)) else { return [] }
    var found: [SealedFiles] = []
    for commit in try git.newCommits(from: head, notReachableFrom: [], firstParentOnly: true, limit: 10_000) {
      var files: [String: [UInt8]] = [:]
      for entry in try git.entries(ofTreeOf: commit, maximumCount: 10_000) {
        files[String(decoding: entry.name, as: UTF8.self)] = try git.blob(entry.id, maximumByteCount: 1 << 26)
      }
      var number = 1
      while let header = files["\(number).header"], let signature = files["\(number).sig"],
        let body = files["\(number).age"]
      {
        found.append(SealedFiles(header: header, signature: signature, body: body))
        number += 1
      }
    }
    return found
  }

  /// Puts commits on top of a branch in the exchange, as whoever controls the git host can.
  func plant(_ commits: [[GitFile]], on node: Engine) throws {
    let git = try exchange()
    let stranger = try SSHSigningKey(seed: [UInt8](repeating: 9, count: 32))
    for files in commits {
      let head = try git.head(of: branch(of: node))
      let commit = try git.writeCommit(
        files: files, parents: head.map { [$0] } ?? [], message: "planted\n",
        author: .init(name: "somebody", email: "somebody@example.org"), time: 1_700_000_000
      ) { try SSHSignature.sign($0, namespace: "git", with: stranger).armored }
      try git.setHead(branch(of: node), to: commit, expecting: head)
    }
  }

  /// Takes a node's branch away from the exchange, so that something else may stand there.
  func drop(branchOf node: Engine) throws {
    try? FileManager.default.removeItem(atPath: folder + "/exchange.git/" + branch(of: node))
  }
}
