import AgeFormat
import Canonical
import Changesets
import SQLiteChangeset
import SSHSignature
import Trust

/// Documents with something in every field, the same in every run.
enum Example {
  static let network = Digest(of: [1])
  static let incarnation = String(repeating: "1", count: 32)

  static func key(_ number: UInt8) throws -> SSHSigningKey {
    try SSHSigningKey(seed: [UInt8](repeating: number, count: 32))
  }

  static func identity(_ number: UInt8) -> X25519Identity {
    X25519Identity.generate { [UInt8](repeating: number, count: $0) }
  }

  static func root() throws -> RootDocument {
    RootDocument(
      version: 2, previous: Digest(of: [2]), name: "Tests \"of\" names", hubMember: "hub", threshold: 2,
      rootKeys: [try key(1).publicKey, try key(2).publicKey], registrarKeys: [try key(3).publicKey],
      hubKeys: [try key(4).publicKey], escrow: identity(1).recipient)
  }

  static func roster() throws -> Roster {
    let head = StreamHead(incarnation: incarnation, audience: "member/kelp", sequence: 3, hash: Digest(of: [3]))
    return Roster(
      network: network, root: 1, version: 12, previous: Digest(of: [4]),
      members: [Member(id: "hub", name: "Hub"), Member(id: "kelp", name: "Kelp, é")],
      nodes: [
        Node(id: "kelp-1", member: "kelp", signingKey: try key(5).publicKey, encryptionKey: identity(2).recipient)
      ],
      tenures: [
        Tenure(node: "kelp-1", roles: ["writer", "hub"], from: 2, cut: Cut(version: 4, heads: [head])),
        Tenure(node: "kelp-1", roles: ["writer"], from: 4),
      ],
      audiences: [Audience(id: "common", readers: ["*"]), Audience(id: "member/kelp", readers: ["kelp", "hub"])],
      epochs: [Epoch(audience: "common", number: 1, recipient: identity(3).recipient, from: 1)])
  }

  static let receipts = ReceiptList(
    network: network, member: "kelp", number: 3, previous: Digest(of: [5]), roster: 12, time: "2024-01-01T00:00:00Z",
    receipts: [
      Receipt(
        node: "kelp-1", incarnation: incarnation, audience: "member/kelp", sequence: 7, hash: Digest(of: [6]),
        verdict: .refused, reason: "wrong-depth")
    ])

  static let schema = SchemaDocument(
    version: 2, previous: Digest(of: [7]),
    tables: [
      SchemaTable(
        name: "note",
        columns: [
          SchemaColumn(name: "member", type: .text, isNotNull: true, defaultValue: .null),
          SchemaColumn(name: "id", type: .text, isNotNull: true, defaultValue: .null),
          SchemaColumn(name: "rank", type: .integer, isNotNull: true, defaultValue: .integer(-3)),
          SchemaColumn(name: "body", type: .text, isNotNull: false, defaultValue: .text("none")),
          SchemaColumn(name: "data", type: .blob, isNotNull: false, defaultValue: .null),
        ], key: [0, 1], audience: .keyed(prefix: "member/"), owner: .member, roles: ["writer"]),
      SchemaTable(
        name: "bulletin", columns: [SchemaColumn(name: "id", type: .text, isNotNull: true, defaultValue: .null)],
        key: [0], audience: .fixed("common"), owner: .hub, roles: ["writer", "hub"]),
    ])

  static let header = Header(
    network: network, node: "kelp-1", incarnation: incarnation, audience: "member/kelp", sequence: 7,
    previous: Digest(of: [8]), previousIncarnation: nil,
    vector: [
      VectorEntry(node: "hub-1", incarnation: incarnation, sequence: 4, hash: Digest(of: [9])),
      VectorEntry(node: "kelp-2", incarnation: incarnation, sequence: 9, hash: Digest(of: [10])),
    ], depth: 12, epoch: 2, schema: VersionedHash(version: 2, hash: schemaHash),
    roster: VersionedHash(version: 12, hash: Digest(of: [11])),
    checkpoint: VersionedHash(version: 77, hash: Digest(of: [12])), bodyHash: Digest(of: [13]), bodyByteCount: 900,
    batch: Digest(of: [14]))

  private static let schemaHash = Digest(of: [15])

  static let manifest = Manifest(
    network: network, node: "kelp-1", incarnation: incarnation, audience: "member/kelp", sequence: 7,
    sources: [DotSource(stream: 0, sequence: 6), DotSource(stream: 2, sequence: 3)],
    transactions: [
      ManifestTransaction(
        id: String(repeating: "a", count: 32), part: 1, parts: 2, person: Person(id: "tess", name: "Tess \\ Tester"),
        message: "a line\nand another", time: "2024-01-01T00:00:00Z",
        supersedes: [
          Supersession(record: 0, register: presenceRegister, source: 1, index: 0),
          Supersession(record: 0, register: 2, source: 2, index: 5),
        ],
        merges: [
          MergeRecord(
            table: "note", key: SQLiteValue.encoding(of: [.text("kelp"), .text("n")]), register: 2, value: .integer(4),
            supersedes: [
              .init(register: 2, source: 1, index: 3), .init(register: presenceRegister, source: 0, index: 0),
            ])
        ])
    ])
}
