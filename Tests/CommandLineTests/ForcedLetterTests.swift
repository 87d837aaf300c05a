import Budgets
import Canonical
import Changesets
import Foundation
import GRDB
import GitExchange
import Records
import SQLiteChangeset
import SSHSignature
import Store
import SyncEngine
import Testing
import Trust

@testable import qapi

@Suite("An agency that writes its own allocation letter")
struct ForcedLetterTests {
  private static let agency = "inv-a"
  private static let person = Person(id: "rogue", name: "A rogue")

  private static func letter() -> AllocationLetter {
    var letter = AllocationLetter(id: "0190a000-0000-7000-8000-00000000f0f0")
    (letter.year, letter.kind, letter.day) = ("SFY 2024-25", "final", "2024-08-15")
    return letter
  }

  @Test(
    "is refused on its own node by message, past the commands too; and what it forces is refused by every other node")
  func forced() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let network = try Network(binary)
    for node in ["a1", "a2"] { try network.add(node, agency: Self.agency) }
    let refused = try binary.run(
      Binary.program.path,
      [
        "allocation", "issue", "-", "--yes", "--kind", "final", "--year", "SFY 2024-25", "--node", "a1",
      ], input: "agency,amount\ninv-a,1000000\n")
    #expect(refused.status == 2 && refused.messages.contains("only the department issues allocation letters"))

    let engine = try Engine(
      opening: NodeFolder(path: binary.folder.appending(path: "a1").path), configuration: Deployment.configuration)
    let own = #expect(throws: EngineError.self) {
      try engine.write(as: Self.person, message: "mine") { db in
        try RecordStore.insert(Self.letter(), agency: Self.agency, in: db)
      }
    }
    #expect("\(try #require(own))".contains("rows of allocation_letter belong to another member"))

    // What the program would never seal: the node's own key, its own audience, the department's table.
    try engine.unlock { [] }
    try plant(try forge(by: engine), by: engine, in: binary)
    for (verb, node) in [("merge", "d"), ("sync", "a2")] {
      _ = try binary.qapi(verb, "--node", node)
      let status = try binary.qapi("status", "--json", "--node", node)
      #expect(status.status == 4, "\(node): \(status.output)")
      let notes = try status.member("refused") as? [[String: Any]] ?? []
      let detail = notes.first?["detail"] as? String ?? ""
      #expect(notes.count == 1 && notes.first?["code"] as? String == "malformed-payload", "\(node): \(notes)")
      #expect(detail.contains("allocation_letter"), "\(node): \(detail)")
      let shown = try binary.qapi("allocation", "--agency", Self.agency, "--node", node)
      #expect(shown.output.contains("no allocation letter"), "\(node): \(shown.output)")
    }
  }

  /// A changeset with the letter, sealed with the node's real key.
  private func forge(by engine: Engine) throws -> [GitFile] {
    let keys = try #require(engine.keys)
    let roster = try #require(try engine.roster())
    let audience = "agency/\(Self.agency)"
    let epoch = try #require(roster.newestEpoch(of: audience))
    let network = engine.identity.network
    let incarnation = String(repeating: "7", count: 32)
    let schema = SchemaDocument(version: 1, previous: nil, tables: Deployment.configuration.tables)
    let name = Schema.allocationLetter.name
    let table = try #require(ChangesetTable(name: name, primaryKey: [1, 2] + AllocationLetter.fields.map { _ in 0 }))
    var writer = ChangesetWriter(tables: [name])
    try writer.insert(
      into: table,
      [.text(Self.agency), .text(Self.letter().id)] + Self.letter().written.map(\.value.value))
    let manifest = Manifest(
      network: network, node: engine.identity.node, incarnation: incarnation, audience: audience, sequence: 1,
      sources: [],
      transactions: [
        ManifestTransaction(
          id: String(repeating: "a", count: 32), part: 1, parts: 1, person: Self.person, message: "mine",
          time: "2024-08-15T00:00:00Z")
      ])
    let body = try Sealing.encrypt(
      Payload.pack(manifest: manifest, changesets: [writer.finish().bytes]), epoch: epoch.recipient,
      escrow: nil,
      randomBytes: Deployment.configuration.surroundings.randomBytes)
    let header = Header(
      network: network, node: engine.identity.node, incarnation: incarnation, audience: audience, sequence: 1,
      previous: nil, previousIncarnation: nil, vector: [], depth: 1, epoch: epoch.number,
      schema: VersionedHash(version: schema.version, hash: Digest(of: schema.bytes)),
      roster: VersionedHash(version: roster.version, hash: Digest(of: roster.bytes)), checkpoint: nil,
      bodyHash: Digest(of: body), bodyByteCount: Int64(body.count), batch: Header.batch(of: [Digest(of: body)]))
    return [
      GitFile(name: "1.header", bytes: header.bytes),
      GitFile(name: "1.sig", bytes: try Sealing.sign(header, with: keys.signing)), GitFile(name: "1.age", bytes: body),
    ]
  }

  /// On the node's own branch, as it would push it.
  private func plant(_ files: [GitFile], by engine: Engine, in binary: Binary) throws {
    let git = try GitRepository(opening: binary.folder.appending(path: "exchange.git").path)
    let branch = "refs/heads/nodes/\(engine.identity.node)"
    let head = try git.head(of: branch)
    let key = try #require(engine.keys).signing
    let commit = try git.writeCommit(
      files: files, parents: head.map { [$0] } ?? [], message: "planted\n",
      author: .init(name: "a rogue", email: "rogue@example.org"), time: 1_700_000_000
    ) { try SSHSignature.sign($0, namespace: "git", with: key).armored }
    try git.setHead(branch, to: commit, expecting: head)
  }
}
