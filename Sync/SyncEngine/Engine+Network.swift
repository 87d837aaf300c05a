import AgeFormat
public import Canonical
import Changesets
import Foundation
import GRDB
import SSHSignature
public import Trust

/// The roles that the engine itself knows; an application names further ones in its tables.
public enum Role {
  /// The one node at a time that merges centrally.
  public static let hub = "hub"
  /// Writes the tables that its member owns.
  public static let writer = "writer"
}

extension Engine {
  /// Starts a network: draws the keys of the hub, and signs the first root, roster and schema document.
  ///
  /// - Parameters:
  ///   - name: what people call the network.
  ///   - member: the member that serves as the hub.
  ///   - passphrase: protects the key file, if given.
  /// - Returns: the network's id.
  public static func startNetwork(
    in folder: NodeFolder, name: String, member: Member, passphrase: [UInt8]?, configuration: Configuration
  ) throws -> Digest {
    guard Names.isName(member.id) else {
      throw EngineError.usage("\(member.id) is not a member's id: 2 to 48 of a-z, 0-9 and single hyphens")
    }
    let random = configuration.surroundings.randomBytes
    let keys = try NodeKeys.generate(withRoot: true, randomBytes: random)
    guard let rootKey = keys.root else { throw EngineError.failed("no root key was drawn") }
    let node = Node(
      id: nodeID(member: member.id, keys: keys), member: member.id, signingKey: keys.signing.publicKey,
      encryptionKey: keys.encryption.recipient)
    let root = RootDocument(
      version: 1, previous: nil, name: name, hubMember: member.id, threshold: 1, rootKeys: [rootKey.publicKey],
      registrarKeys: [keys.signing.publicKey], hubKeys: [keys.signing.publicKey], escrow: nil)
    let network = Digest(of: root.bytes)
    let common = configuration.commonAudience
    let secret = EpochSecret(
      network: network, audience: common, number: 1, identity: X25519Identity.generate(randomBytes: random))
    let roster = Roster(
      network: network, root: 1, version: 1, previous: nil, members: [member], nodes: [node],
      tenures: [Tenure(node: node.id, roles: [Role.hub, Role.writer], from: 1)],
      audiences: [Audience(id: common, readers: [Audience.everyone])],
      epochs: [Epoch(audience: common, number: 1, recipient: secret.identity.recipient, from: 1)])
    let sealed = try secret.sealed(to: [keys.encryption.recipient], randomBytes: random)
    try create(
      in: folder, identity: NodeIdentity(network: network, node: node.id, member: member.id, isReader: false),
      keys: keys,
      passphrase: passphrase, configuration: configuration
    ) { db in
      let documents = Documents(db: db)
      try documents.store(try SignedDocument(signing: root.bytes, as: .root, with: rootKey), .root, version: 1)
      try documents.store(
        try SignedDocument(signing: roster.bytes, as: .roster, with: keys.signing), .roster, version: 1)
      try SchemaPublishing(documents: documents, configuration: configuration, network: network)
        .publish(with: keys.signing)
      try db.execute(sql: "INSERT INTO sync_epoch VALUES (?, 1, ?)", arguments: [common, Data(sealed)])
    }
    return network
  }

  /// Makes a node that belongs to an existing network. It captures from now on, and exchanges once it is enrolled.
  public static func join(
    _ network: Digest, as member: String, in folder: NodeFolder, passphrase: [UInt8]?, configuration: Configuration
  ) throws {
    guard Names.isName(member) else {
      throw EngineError.usage("\(member) is not a member's id: 2 to 48 of a-z, 0-9 and single hyphens")
    }
    let keys = try NodeKeys.generate(withRoot: false, randomBytes: configuration.surroundings.randomBytes)
    let identity = NodeIdentity(
      network: network, node: nodeID(member: member, keys: keys), member: member, isReader: false)
    try create(in: folder, identity: identity, keys: keys, passphrase: passphrase, configuration: configuration) { _ in
    }
  }

  /// Makes a node that only reads: what is clear, and what the epoch secrets that it was given open.
  ///
  /// - Parameter secrets: a text of age identities, as `readingIdentity` gives it; empty if there are none.
  public static func makeReader(
    of network: Digest, in folder: NodeFolder, secrets: String, passphrase: [UInt8]?, configuration: Configuration
  ) throws {
    let random = configuration.surroundings.randomBytes
    let keys = try NodeKeys.generate(withRoot: false, randomBytes: random)
    let identities = try ReadingIdentity.parse(secrets, network: network)
    let identity = NodeIdentity(network: network, node: "reader", member: "reader", isReader: true)
    try create(in: folder, identity: identity, keys: keys, passphrase: passphrase, configuration: configuration) { db in
      for secret in identities {
        let sealed = try secret.sealed(to: [keys.encryption.recipient], randomBytes: random)
        try db.execute(
          sql: "INSERT OR IGNORE INTO sync_epoch VALUES (?, ?, ?)",
          arguments: [secret.audience, secret.number, Data(sealed)])
      }
    }
  }

  /// A node's id: its member, and the beginning of the hash of its key.
  private static func nodeID(member: String, keys: NodeKeys) -> String {
    "\(member)-\(Digest(of: keys.signing.publicKey.raw).hex.prefix(8))"
  }

  /// The text to send to whoever keeps the roster.
  public func enrolmentRequest() throws -> String {
    guard !identity.isReader else { throw EngineError.usage("a node that only reads is not enrolled") }
    let keys = try requireKeys()
    let node = Node(
      id: identity.node, member: identity.member, signingKey: keys.signing.publicKey,
      encryptionKey: keys.encryption.recipient)
    return try EnrolmentRequest(network: identity.network, node: node).text(signedWith: keys.signing)
  }

  /// The newest roster here, if one has come.
  public func roster() throws -> Roster? { try queue.unsafeReentrantRead { db in try Documents(db: db).roster() } }

  /// The newest root here, if one has come.
  public func root() throws -> RootDocument? { try queue.unsafeReentrantRead { db in try Documents(db: db).root() } }

  /// Lists a node that asked, with the right to write what its member owns. It is published by the next `merge`.
  ///
  /// - Parameters:
  ///   - request: the text that the node's `enrolmentRequest` gave.
  ///   - fingerprint: what its owner read out, so that the request is the owner's and nobody else's.
  ///   - memberName: what people call the member, if it is new.
  public func approve(_ request: EnrolmentRequest, fingerprint: String, memberName: String?) throws -> Roster {
    guard request.network == identity.network else {
      throw EngineError.usage("the request is for another network (\(request.network.short)), and was not approved")
    }
    guard request.node.signingKey.fingerprint == fingerprint else {
      throw EngineError.refused(
        "the fingerprint does not match the key of the request. Ask the node's owner to read it out from `whoami`; nothing "
          + "was approved")
    }
    return try changeRoster { roster, secrets in
      let node = request.node
      if let known = roster.node(node.id) {
        throw EngineError.usage(
          known == node
            ? "\(node.id) is listed already" : "\(node.id) is listed already with other keys; nothing was approved")
      }
      if roster.member(node.member) == nil {
        guard let memberName else {
          throw EngineError.usage("\(node.member) is not a member yet; name it, so that it can be added")
        }
        roster.members.append(Member(id: node.member, name: memberName))
        let audience = configuration.memberAudiencePrefix + node.member
        let hub = identity.member
        roster.audiences.append(Audience(id: audience, readers: [node.member, hub]))
        secrets.rotate(audience, in: &roster)
      }
      roster.nodes.append(node)
      roster.tenures.append(Tenure(node: node.id, roles: [Role.writer], from: roster.version))
    }
  }

  /// Ends a node's right where its streams stand now, or at positions that are given, and rotates the epochs of the
  /// audiences that it could read. It is published by the next `merge`.
  ///
  /// - Parameter heads: one position for each stream that keeps something; nil keeps what has counted so far.
  public func revoke(_ node: String, heads: [StreamHead]? = nil) throws -> Roster {
    let positions = try heads ?? countedHeads(of: node)
    return try changeRoster { roster, secrets in
      guard let listed = roster.node(node) else {
        throw EngineError.usage("roster \(roster.version - 1) lists no node \(node); see `roster`")
      }
      guard node != identity.node else {
        throw EngineError.usage("a node cannot revoke itself: the roster would be signed by a key without a right")
      }
      guard let place = roster.tenures.lastIndex(where: { $0.node == node && $0.cut == nil }) else {
        throw EngineError.usage("\(node) holds no right any more; to move where it ended, name positions")
      }
      roster.tenures[place].cut = Cut(version: roster.version, heads: positions)
      for audience in roster.audiences(readBy: listed.member) { secrets.rotate(audience.id, in: &roster) }
    }
  }

  /// Moves the end of a right that has ended: up for late honest work, down when a theft proves older.
  public func moveCut(of node: String, heads: [StreamHead]) throws -> Roster {
    try changeRoster { roster, _ in
      guard let place = roster.tenures.lastIndex(where: { $0.node == node }), let cut = roster.tenures[place].cut else {
        throw EngineError.usage("\(node) holds its right, or is not listed; to end it, revoke it")
      }
      roster.tenures[place].cut = Cut(version: cut.version, heads: heads)
    }
  }

  /// Where the streams of a node stand: the last changeset of each that counts.
  public func countedHeads(of node: String) throws -> [StreamHead] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.incarnation, s.audience, c.sequence, c.hash FROM sync_changeset c JOIN sync_stream s ON s.id = c.stream
          WHERE s.node = ? AND c.verdict = 1
          ORDER BY s.audience, s.incarnation, c.sequence
          """, arguments: [node]
      ).reduce(into: [StreamHead]()) { heads, row in
        guard let hash = Digest(bytes: row.bytes("hash")) else { return }
        let head = StreamHead(
          incarnation: row["incarnation"], audience: row["audience"], sequence: row["sequence"], hash: hash)
        if heads.last?.audience == head.audience, heads.last?.incarnation == head.incarnation { heads.removeLast() }
        heads.append(head)
      }
    }
  }

  /// A changeset's position by audience and sequence, so that a cut can name it.
  public func head(of node: String, audience: String, sequence: Int64) throws -> StreamHead? {
    try queue.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT s.incarnation, c.hash FROM sync_changeset c JOIN sync_stream s ON s.id = c.stream
          WHERE s.node = ? AND s.audience = ? AND c.sequence = ? ORDER BY c.id DESC LIMIT 1
          """, arguments: [node, audience, sequence]
      ).flatMap { row in
        Digest(bytes: row.bytes("hash")).map {
          StreamHead(incarnation: row["incarnation"], audience: audience, sequence: sequence, hash: $0)
        }
      }
    }
  }

  /// The epoch secrets of an audience as a text of age identities: whoever has it reads the audience, and writes nothing.
  public func readingIdentity(of audience: String) throws -> String {
    try queue.read { db in
      guard let roster = try Documents(db: db).roster(), roster.audience(audience) != nil else {
        throw EngineError.usage("there is no audience \(audience); see `roster`")
      }
      let secrets = try roster.epochs.filter { $0.audience == audience }.compactMap { epoch in
        try epochIdentity(audience, epoch.number, roster: roster, in: db).map {
          EpochSecret(network: identity.network, audience: audience, number: epoch.number, identity: $0)
        }
      }
      guard !secrets.isEmpty else { throw EngineError.usage("this node does not read \(audience); ask the department") }
      return ReadingIdentity.text(of: secrets)
    }
  }

  /// Changes the roster: the next version, signed by this node as registrar.
  private func changeRoster(_ body: (inout Roster, inout NewSecrets) throws -> Void) throws -> Roster {
    let keys = try requireKeys()
    return try reportingBusy {
      try queue.write { db in
        let documents = Documents(db: db)
        guard let root = try documents.root(), let before = try documents.roster() else {
          throw EngineError.failed("the roster has not come yet; sync first")
        }
        guard root.registrarKeys.contains(keys.signing.publicKey) else {
          throw EngineError.usage(
            "this node's key may not change the roster; it is done on the node that started the network")
        }
        var roster = before
        roster.version = before.version + 1
        roster.previous = Digest(of: before.bytes)
        var secrets = NewSecrets(network: identity.network, randomBytes: configuration.surroundings.randomBytes)
        try body(&roster, &secrets)
        let document = try SignedDocument(signing: roster.bytes, as: .roster, with: keys.signing)
        // What is published must be what every other node takes.
        _ = try before.successor(document, root: root)
        try documents.store(document, .roster, version: roster.version)
        for secret in secrets.made {
          let sealed = try secret.sealed(
            to: [keys.encryption.recipient], randomBytes: configuration.surroundings.randomBytes)
          try db.execute(
            sql: "INSERT INTO sync_epoch VALUES (?, ?, ?)", arguments: [secret.audience, secret.number, Data(sealed)])
        }
        return roster
      }
    }
  }
}

/// Draws the secrets of new epochs.
private struct NewSecrets {
  let network: Digest
  let randomBytes: (Int) -> [UInt8]
  private(set) var made: [EpochSecret] = []

  init(network: Digest, randomBytes: @escaping (Int) -> [UInt8]) {
    self.network = network
    self.randomBytes = randomBytes
  }

  /// Begins the next epoch of an audience.
  mutating func rotate(_ audience: String, in roster: inout Roster) {
    let number = (roster.newestEpoch(of: audience)?.number ?? 0) + 1
    let secret = EpochSecret(
      network: network, audience: audience, number: number, identity: X25519Identity.generate(randomBytes: randomBytes))
    made.append(secret)
    roster.epochs.append(
      Epoch(audience: audience, number: number, recipient: secret.identity.recipient, from: roster.version))
  }
}

/// Epoch secrets as a text that stock `age -d -i` takes as well: identities, each under a comment that names it.
enum ReadingIdentity {
  static func text(of secrets: [EpochSecret]) -> String {
    secrets.map { secret in
      "# network \(secret.network.hex) audience \(secret.audience) epoch \(secret.number)\n\(secret.identity.encoded)\n"
    }.joined()
  }

  static func parse(_ text: String, network: Digest) throws -> [EpochSecret] {
    var secrets: [EpochSecret] = []
    var name: (audience: String, number: Int64)?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(separator: " ").map(String.init)
      if words.count == 7, words[0] == "#", words[1] == "network", words[3] == "audience", words[5] == "epoch" {
        guard words[2] == network.hex, let epoch = Int64(words[6]) else {
          throw EngineError.usage("line \(number + 1) of the reading identity names another network")
        }
        name = (words[4], epoch)
      } else if let found = name, words.count == 1 {
        guard let identity = try? X25519Identity(words[0]) else {
          throw EngineError.usage("line \(number + 1) of the reading identity is not an age identity")
        }
        secrets.append(
          EpochSecret(network: network, audience: found.audience, number: found.number, identity: identity))
        name = nil
      } else if !words.isEmpty {
        throw EngineError.usage("line \(number + 1) of the reading identity is neither a name nor an age identity")
      }
    }
    return secrets
  }
}
