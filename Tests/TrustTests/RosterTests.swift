import AgeFormat
import Canonical
import SSHSignature
import Testing
import Trust

/// Keys and a small roster, the same in every run.
enum Sample {
  static func key(_ number: UInt8) throws -> SSHSigningKey {
    try SSHSigningKey(seed: [UInt8](repeating: number, count: 32))
  }

  static func recipient(_ number: UInt8) -> X25519Recipient {
    X25519Identity.generate { [UInt8](repeating: number, count: $0) }.recipient
  }

  static let network = Digest(of: [1])
  static let incarnation = String(repeating: "1", count: 32)

  static func node(_ id: String, _ number: UInt8, member: String = "kelp") throws -> Node {
    Node(id: id, member: member, signingKey: try key(number).publicKey, encryptionKey: recipient(number))
  }

  static func root() throws -> RootDocument {
    RootDocument(
      version: 1, previous: nil, name: "Tests", hubMember: "hub", threshold: 1, rootKeys: [try key(200).publicKey],
      registrarKeys: [try key(1).publicKey], hubKeys: [try key(1).publicKey], escrow: recipient(3))
  }

  static func roster() throws -> Roster {
    Roster(
      network: network, root: 1, version: 5, previous: Digest(of: [4]),
      members: [Member(id: "hub", name: "Hub"), Member(id: "kelp", name: "Kelp \"quoted\"")],
      nodes: [try node("hub-1", 1, member: "hub"), try node("kelp-1", 2), try node("kelp-2", 3)],
      tenures: [
        Tenure(node: "hub-1", roles: ["hub", "writer"], from: 1), Tenure(node: "kelp-1", roles: ["writer"], from: 2),
        Tenure(node: "kelp-2", roles: ["writer"], from: 2, cut: Cut(version: 4, heads: [head(3)])),
      ],
      audiences: [
        Audience(id: "common", readers: [Audience.everyone]), Audience(id: "member/kelp", readers: ["kelp", "hub"]),
      ],
      epochs: [
        Epoch(audience: "common", number: 1, recipient: recipient(5), from: 1),
        Epoch(audience: "member/kelp", number: 1, recipient: recipient(6), from: 2),
        Epoch(audience: "member/kelp", number: 2, recipient: recipient(7), from: 4),
      ])
  }

  static func head(_ sequence: Int64) -> StreamHead {
    StreamHead(
      incarnation: incarnation, audience: "member/kelp", sequence: sequence, hash: Digest(of: [UInt8(sequence)]))
  }

  static func receipts() -> ReceiptList {
    ReceiptList(
      network: network, member: "kelp", number: 2, previous: Digest(of: [9]), roster: 5, time: "2024-01-01T00:00:00Z",
      receipts: Verdict.allCases.enumerated().map { number, verdict in
        Receipt(
          node: "kelp-1", incarnation: incarnation, audience: "member/kelp", sequence: Int64(number + 1),
          hash: Digest(of: [UInt8(number)]), verdict: verdict, reason: verdict == .counted ? "" : "a-reason")
      })
  }
}

@Suite("How a roster follows another")
struct RosterSuccessionTests {
  /// A successor of the sample roster, changed, signed by a key.
  private func successor(
    signedBy key: UInt8 = 1, as kind: SignatureNamespace = .roster, _ change: (inout Roster) throws -> Void
  ) throws -> Roster {
    let roster = try Sample.roster()
    var next = roster
    next.version += 1
    next.previous = Digest(of: roster.bytes)
    try change(&next)
    return try roster.successor(
      SignedDocument(signing: next.bytes, as: kind, with: Sample.key(key)), root: Sample.root())
  }

  @Test("What is lawful is taken")
  func lawful() throws {
    #expect(try successor { _ in }.version == 6)
    _ = try successor { $0.nodes.append(try Sample.node("kelp-3", 9)) }
    _ = try successor { $0.tenures.append(Tenure(node: "kelp-2", roles: ["writer"], from: 6)) }
    _ = try successor { $0.tenures[1].cut = Cut(version: 6, heads: []) }
    _ = try successor { $0.tenures[2].cut = Cut(version: 4, heads: []) }
    _ = try successor { $0.tenures[2].cut = Cut(version: 4, heads: [Sample.head(9)]) }
    _ = try successor {
      $0.epochs.append(Epoch(audience: "common", number: 2, recipient: Sample.recipient(8), from: 6))
    }
  }

  private static let rewritings: [(String, @Sendable (inout Roster) -> Void)] = [
    ("another network", { $0.network = Digest(of: [2]) }), ("a gap", { $0.version = 7 }),
    ("the same version", { $0.version = 5 }), ("another predecessor", { $0.previous = Digest(of: [2]) }),
    ("no predecessor", { $0.previous = nil }),
    (
      "a node is gone",
      {
        $0.nodes.removeLast()
        $0.tenures.removeLast()
      }
    ),
    ("another signing key", { $0.nodes[1].signingKey = try! Sample.key(50).publicKey }),
    ("another encryption key", { $0.nodes[1].encryptionKey = Sample.recipient(50) }),
    ("another member", { $0.nodes[1].member = "hub" }),
    (
      "an audience is gone",
      {
        $0.audiences.removeFirst()
        $0.epochs.removeFirst()
      }
    ),
    ("an epoch is gone", { $0.epochs.removeLast() }),
    ("an epoch is another", { $0.epochs[2].recipient = Sample.recipient(50) }),
    ("an epoch begins earlier", { $0.epochs[2].from = 3 }),
    (
      "a new epoch begins in the past",
      {
        $0.epochs.append(Epoch(audience: "common", number: 2, recipient: Sample.recipient(8), from: 5))
      }
    ),
    ("a right is gone", { $0.tenures.remove(at: 1) }), ("a role more", { $0.tenures[1].roles.append("hub") }),
    ("a right began earlier", { $0.tenures[1].from = 1 }), ("a cut is taken back", { $0.tenures[2].cut = nil }),
    ("a cut at another version", { $0.tenures[2].cut?.version = 5 }),
    ("a new cut in the past", { $0.tenures[1].cut = Cut(version: 5, heads: []) }),
    ("a new right in the past", { $0.tenures.append(Tenure(node: "kelp-2", roles: ["writer"], from: 5)) }),
    ("two rights at once", { $0.tenures.append(Tenure(node: "kelp-1", roles: ["writer"], from: 6)) }),
  ]

  @Test("What rewrites history is refused")
  func rewrittenHistory() {
    for (name, change) in Self.rewritings {
      #expect(throws: TrustError.self, "\(name)") { try successor { change(&$0) } }
    }
  }

  @Test("Only a registrar key of the root signs a roster, in the namespace of rosters")
  func signature() {
    #expect(throws: TrustError.self) { try successor(signedBy: 2) { _ in } }
    #expect(throws: TrustError.self) { try successor(as: .schema) { _ in } }
  }

  private static let contradictions: [(String, @Sendable (inout Roster) -> Void)] = [
    ("two members with one id", { $0.members.append($0.members[0]) }),
    ("two nodes with one id", { $0.nodes.append($0.nodes[0]) }),
    ("two nodes with one key", { $0.nodes[1].signingKey = $0.nodes[0].signingKey }),
    ("a node of nobody", { $0.nodes[1].member = "nobody" }), ("a right of nobody", { $0.tenures[1].node = "nobody" }),
    ("a right without role", { $0.tenures[1].roles = [] }), ("a right from later on", { $0.tenures[1].from = 6 }),
    ("an unknown reader", { $0.audiences[1].readers = ["nobody"] }),
    ("everyone and somebody", { $0.audiences[0].readers = [Audience.everyone, "kelp"] }),
    ("an epoch of nothing", { $0.epochs[0].audience = "nothing" }),
    ("two epochs of one number", { $0.epochs[2].number = 1 }),
  ]

  @Test("A roster that contradicts itself is malformed")
  func selfContradiction() throws {
    for (name, change) in Self.contradictions {
      var roster = try Sample.roster()
      change(&roster)
      #expect(throws: TrustError.self, "\(name)") { try Roster(roster.bytes) }
    }
  }
}

@Suite("Positions decide: tenures and cuts")
struct StandingTests {
  enum Expected { case within, cut, none }

  @Test(
    arguments: [
      // node, first roster version, sequence, is on the cut's chain, expected
      ("kelp-1", 2, 1, true, Expected.within), ("kelp-1", 5, 99, false, .within), ("kelp-1", 1, 1, true, .none),
      ("kelp-2", 2, 3, true, .within), ("kelp-2", 3, 4, true, .cut), ("kelp-2", 2, 2, false, .cut),
      ("kelp-2", 4, 1, true, .none), ("kelp-2", 5, 1, true, .none), ("nobody", 5, 1, true, .none),
    ] as [(String, Int64, Int64, Bool, Expected)])
  func standing(node: String, first: Int64, sequence: Int64, isOnChain: Bool, expected: Expected) throws {
    let standing = try Sample.roster().standing(
      node: node, incarnation: Sample.incarnation, audience: "member/kelp", firstVersion: first, sequence: sequence
    ) { _ in isOnChain }
    let found: Expected =
      switch standing {
      case .within: .within
      case .cut: .cut
      case .none: .none
      }
    #expect(found == expected)
  }

  @Test("A stream that the cut does not name is cut at 0")
  func unnamedStream() throws {
    for (incarnation, audience) in [(String(repeating: "2", count: 32), "member/kelp"), (Sample.incarnation, "common")]
    {
      let standing = try Sample.roster().standing(
        node: "kelp-2", incarnation: incarnation, audience: audience, firstVersion: 2, sequence: 1
      ) { _ in true }
      guard case .cut = standing else {
        Issue.record("expected a cut, found \(standing)")
        continue
      }
    }
  }
}
