import AgeFormat
import Canonical
import SSHSignature

extension Roster {
  /// The canonical bytes, which are hashed and signed.
  public var bytes: [UInt8] {
    CanonicalWriter.document { writer in
      writer.key("format")
      writer.integer(Self.format)
      writer.key("kind")
      writer.string("roster")
      writer.key("network")
      writer.digest(network)
      writer.key("root")
      writer.integer(root)
      writer.key("version")
      writer.integer(version)
      writer.key("previous")
      writer.digest(previous)
      writer.key("members")
      writer.array(members) { $0.write($1) }
      writer.key("nodes")
      writer.array(nodes) { $0.write($1) }
      writer.key("tenures")
      writer.array(tenures) { $0.write($1) }
      writer.key("audiences")
      writer.array(audiences) { $0.write($1) }
      writer.key("epochs")
      writer.array(epochs) { $0.write($1) }
    }
  }

  /// Reads the canonical bytes; what refers to a member, node or audience that is not listed is refused.
  ///
  /// - Throws: `TrustError.malformed`.
  public init(_ bytes: [UInt8]) throws(TrustError) {
    do throws(CanonicalError) {
      self = try CanonicalReader.document(bytes) { (reader) throws(CanonicalError) in try reader.roster() }
    } catch {
      throw .malformed("roster: \(error)")
    }
    try checkReferences()
  }

  /// How many entries each list may have. Limits belong to the format number.
  static let maximumCount = 10_000

  private func checkReferences() throws(TrustError) {
    let memberIDs = Set(members.map(\.id))
    let nodeIDs = Set(nodes.map(\.id))
    let audienceIDs = Set(audiences.map(\.id))
    func demand(_ condition: Bool, _ what: String) throws(TrustError) {
      guard condition else { throw .malformed("roster \(version): \(what)") }
    }
    try demand(memberIDs.count == members.count, "two members have one id")
    try demand(nodeIDs.count == nodes.count, "two nodes have one id")
    try demand(Set(nodes.map(\.signingKey)).count == nodes.count, "two nodes have one signing key")
    try demand(audienceIDs.count == audiences.count, "two audiences have one id")
    try demand(nodes.allSatisfy { memberIDs.contains($0.member) }, "a node belongs to a member that is not listed")
    try demand(tenures.allSatisfy { nodeIDs.contains($0.node) }, "a tenure names a node that is not listed")
    try demand(
      tenures.allSatisfy { !$0.roles.isEmpty && $0.from <= version }, "a tenure has no role, or has not begun yet")
    try demand(
      audiences.allSatisfy { $0.readers == [Audience.everyone] || $0.readers.allSatisfy(memberIDs.contains) },
      "an audience has a reader that is not listed")
    try demand(epochs.allSatisfy { audienceIDs.contains($0.audience) }, "an epoch of an audience that is not listed")
    try demand(
      Set(epochs.map { "\($0.audience) \($0.number)" }).count == epochs.count, "two epochs of one audience and number")
    for node in nodeIDs {
      let own = tenures.filter { $0.node == node }
      for (earlier, later) in zip(own, own.dropFirst()) {
        try demand((earlier.cut?.version ?? .max) <= later.from, "two tenures of \(node) overlap")
      }
    }
  }

  /// Checks that `document` is the roster that follows this one, and reads it.
  ///
  /// - Throws: `TrustError.chain` when it does not follow, `.signature` when no registrar key of `root` signed it.
  public func successor(_ document: SignedDocument, root: RootDocument) throws(TrustError) -> Roster {
    let next = try Roster.signed(document, root: root)
    guard next.network == network, next.version == version + 1, next.previous == Digest(of: bytes) else {
      throw .chain(
        "roster \(next.version) does not follow roster \(version): another network, a gap, or a rewritten history"
      )
    }
    func demand(_ condition: Bool, _ what: String) throws(TrustError) {
      guard condition else { throw .chain("roster \(next.version) rewrites roster \(version): \(what)") }
    }
    try demand(nodes.allSatisfy { next.node($0.id) == $0 }, "a node is missing or has other keys")
    try demand(members.allSatisfy { next.member($0.id) != nil }, "a member is missing")
    // Fixed, because whether a changeset's writer reads its audience is asked whenever it is judged.
    try demand(audiences.allSatisfy { next.audience($0.id) == $0 }, "an audience is missing or has other readers")
    try demand(epochs.allSatisfy { next.epoch($0.audience, $0.number) == $0 }, "an epoch is missing or changed")
    for tenure in tenures {
      let kept = next.tenures.first { $0.node == tenure.node && $0.from == tenure.from }
      try demand(
        kept?.roles == tenure.roles && (tenure.cut == nil || kept?.cut?.version == tenure.cut?.version),
        "a right of \(tenure.node) is missing or changed, or its end was taken back")
      try demand(
        tenure.cut != nil || kept?.cut == nil || kept?.cut?.version == next.version,
        "a right of \(tenure.node) ends in another version than this")
    }
    // What begins, begins now: a right or an epoch from an earlier version would change what was judged under it.
    try demand(
      next.tenures.allSatisfy { new in
        new.from == next.version || tenures.contains { $0.node == new.node && $0.from == new.from }
      }, "a right begins in an earlier version")
    try demand(
      next.epochs.allSatisfy { $0.from == next.version || epoch($0.audience, $0.number) != nil },
      "an epoch begins in another version than this")
    return next
  }

  /// Reads a roster that a registrar key of `root` signed.
  public static func signed(_ document: SignedDocument, root: RootDocument) throws(TrustError) -> Roster {
    let roster = try Roster(document.bytes)
    guard root.registrarKeys.contains(try document.signer(as: .roster)) else {
      throw .signature("roster \(roster.version) is not signed by a registrar key of root \(root.version)")
    }
    return roster
  }
}

extension CanonicalWriter {
  fileprivate mutating func write(_ member: Member) {
    object { writer in
      writer.key("id")
      writer.string(member.id)
      writer.key("name")
      writer.string(member.name)
    }
  }

  fileprivate mutating func write(_ node: Node) {
    object { writer in
      writer.key("id")
      writer.string(node.id)
      writer.key("member")
      writer.string(node.member)
      writer.key("signing_key")
      writer.string(node.signingKey.openSSH)
      writer.key("encryption_key")
      writer.string(node.encryptionKey.encoded)
    }
  }

  fileprivate mutating func write(_ tenure: Tenure) {
    object { writer in
      writer.key("node")
      writer.string(tenure.node)
      writer.key("roles")
      writer.array(tenure.roles) { $0.string($1) }
      writer.key("from")
      writer.integer(tenure.from)
      writer.key("cut")
      guard let cut = tenure.cut else { return writer.null() }
      writer.object { writer in
        writer.key("version")
        writer.integer(cut.version)
        writer.key("heads")
        writer.array(cut.heads) { $0.write($1) }
      }
    }
  }

  fileprivate mutating func write(_ head: StreamHead) {
    object { writer in
      writer.key("incarnation")
      writer.string(head.incarnation)
      writer.key("audience")
      writer.string(head.audience)
      writer.key("sequence")
      writer.integer(head.sequence)
      writer.key("hash")
      writer.digest(head.hash)
    }
  }

  fileprivate mutating func write(_ audience: Audience) {
    object { writer in
      writer.key("id")
      writer.string(audience.id)
      writer.key("readers")
      writer.array(audience.readers) { $0.string($1) }
    }
  }

  fileprivate mutating func write(_ epoch: Epoch) {
    object { writer in
      writer.key("audience")
      writer.string(epoch.audience)
      writer.key("epoch")
      writer.integer(epoch.number)
      writer.key("recipient")
      writer.string(epoch.recipient.encoded)
      writer.key("from")
      writer.integer(epoch.from)
    }
  }
}

extension CanonicalReader {
  fileprivate mutating func roster() throws(CanonicalError) -> Roster {
    try header(kind: "roster", format: Roster.format)
    try key("network")
    let network = try digest()
    try key("root")
    let root = try count()
    try key("version")
    let version = try count()
    try key("previous")
    let previous = try optional { (reader) throws(CanonicalError) in try reader.digest() }
    var roster = Roster(network: network, root: root, version: version, previous: previous)
    try key("members")
    roster.members = try list { (reader) throws(CanonicalError) in
      try reader.key("id")
      let id = try reader.name()
      try reader.key("name")
      return Member(id: id, name: try reader.string())
    }
    try key("nodes")
    roster.nodes = try list { (reader) throws(CanonicalError) in try reader.node() }
    try key("tenures")
    roster.tenures = try list { (reader) throws(CanonicalError) in try reader.tenure() }
    try key("audiences")
    roster.audiences = try list { (reader) throws(CanonicalError) in
      try reader.key("id")
      let id = try reader.audience()
      try reader.key("readers")
      let readers = try reader.array(maximumCount: Roster.maximumCount) { (reader) throws(CanonicalError) in
        try reader.string()
      }
      return Audience(id: id, readers: readers)
    }
    try key("epochs")
    roster.epochs = try list { (reader) throws(CanonicalError) in
      try reader.key("audience")
      let audience = try reader.audience()
      try reader.key("epoch")
      let number = try reader.count()
      try reader.key("recipient")
      let recipient = try reader.recipient()
      try reader.key("from")
      return Epoch(audience: audience, number: number, recipient: recipient, from: try reader.count())
    }
    return roster
  }

  private mutating func list<Element>(
    _ body: (inout CanonicalReader) throws(CanonicalError) -> Element
  ) throws(CanonicalError) -> [Element] {
    try array(maximumCount: Roster.maximumCount) { (reader) throws(CanonicalError) in try reader.object(body) }
  }

  private mutating func node() throws(CanonicalError) -> Node {
    try key("id")
    let id = try name()
    try key("member")
    let member = try name()
    try key("signing_key")
    let signingKey = try publicKey()
    try key("encryption_key")
    return Node(id: id, member: member, signingKey: signingKey, encryptionKey: try recipient())
  }

  private mutating func tenure() throws(CanonicalError) -> Tenure {
    try key("node")
    let node = try name()
    try key("roles")
    let roles = try array(maximumCount: 32) { (reader) throws(CanonicalError) in try reader.name() }
    try key("from")
    let from = try count()
    try key("cut")
    let cut = try optional { (reader) throws(CanonicalError) in
      try reader.object { (reader) throws(CanonicalError) in
        try reader.key("version")
        let version = try reader.count()
        try reader.key("heads")
        return Cut(version: version, heads: try reader.list { (reader) throws(CanonicalError) in try reader.head() })
      }
    }
    return Tenure(node: node, roles: roles, from: from, cut: cut)
  }

  private mutating func head() throws(CanonicalError) -> StreamHead {
    try key("incarnation")
    let incarnation = try string()
    guard Names.isIncarnation(incarnation) else { throw error("32 lowercase hexadecimal digits") }
    try key("audience")
    let audience = try audience()
    try key("sequence")
    let sequence = try count()
    try key("hash")
    return StreamHead(incarnation: incarnation, audience: audience, sequence: sequence, hash: try digest())
  }
}
