public import AgeFormat
public import Canonical
public import SSHSignature

/// An agency of people and machines that takes part in the network.
public struct Member: Hashable, Sendable {
  public var id: String
  /// What people call it.
  public var name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// One installation, bound to one signing key and one encryption key for ever. Another key is another node.
public struct Node: Hashable, Sendable {
  public var id: String
  public var member: String
  public var signingKey: SSHPublicKey
  public var encryptionKey: X25519Recipient

  public init(id: String, member: String, signingKey: SSHPublicKey, encryptionKey: X25519Recipient) {
    self.id = id
    self.member = member
    self.signingKey = signingKey
    self.encryptionKey = encryptionKey
  }
}

/// The last changeset of a stream that still counts.
public struct StreamHead: Hashable, Sendable {
  public var incarnation: String
  public var audience: String
  public var sequence: Int64
  public var hash: Digest

  public init(incarnation: String, audience: String, sequence: Int64, hash: Digest) {
    self.incarnation = incarnation
    self.audience = audience
    self.sequence = sequence
    self.hash = hash
  }
}

/// Where a right ends: one position in each stream. A stream that is not named is cut at 0.
public struct Cut: Hashable, Sendable {
  /// The roster version in which the right ended.
  public var version: Int64
  public var heads: [StreamHead]

  public init(version: Int64, heads: [StreamHead]) {
    self.version = version
    self.heads = heads
  }
}

/// A right over time: what a node may do, from which roster version, and where it ended.
public struct Tenure: Hashable, Sendable {
  public var node: String
  public var roles: [String]
  public var from: Int64
  public var cut: Cut?

  public init(node: String, roles: [String], from: Int64, cut: Cut? = nil) {
    self.node = node
    self.roles = roles
    self.from = from
    self.cut = cut
  }

  /// Whether the right was in force at a roster version.
  public func isInForce(at version: Int64) -> Bool {
    from <= version && (cut.map { version < $0.version } ?? true)
  }
}

/// Who may read a set of rows.
public struct Audience: Hashable, Sendable {
  /// Stands for every member.
  public static let everyone = "*"

  public var id: String
  /// Member ids, or only `*`.
  public var readers: [String]

  public init(id: String, readers: [String]) {
    self.id = id
    self.readers = readers
  }

  public func isRead(by member: String) -> Bool {
    readers == [Self.everyone] || readers.contains(member)
  }
}

/// One period of an audience's encryption key.
public struct Epoch: Hashable, Sendable {
  public var audience: String
  /// 1, 2, 3 and so on within the audience.
  public var number: Int64
  public var recipient: X25519Recipient
  /// The roster version that began it.
  public var from: Int64

  public init(audience: String, number: Int64, recipient: X25519Recipient, from: Int64) {
    self.audience = audience
    self.number = number
    self.recipient = recipient
    self.from = from
  }
}

/// Members, nodes, rights, audiences and epochs: the whole state at one version, signed by a registrar key.
public struct Roster: Hashable, Sendable {
  public static let format: Int64 = 1

  public var network: Digest
  /// The version of the root that names the registrar keys.
  public var root: Int64
  public var version: Int64
  public var previous: Digest?
  public var members: [Member]
  public var nodes: [Node]
  public var tenures: [Tenure]
  public var audiences: [Audience]
  public var epochs: [Epoch]

  public init(
    network: Digest, root: Int64, version: Int64, previous: Digest?, members: [Member] = [], nodes: [Node] = [],
    tenures: [Tenure] = [], audiences: [Audience] = [], epochs: [Epoch] = []
  ) {
    self.network = network
    self.root = root
    self.version = version
    self.previous = previous
    self.members = members
    self.nodes = nodes
    self.tenures = tenures
    self.audiences = audiences
    self.epochs = epochs
  }

  public func member(_ id: String) -> Member? { members.first { $0.id == id } }

  public func node(_ id: String) -> Node? { nodes.first { $0.id == id } }

  public func node(signingWith key: SSHPublicKey) -> Node? { nodes.first { $0.signingKey == key } }

  public func nodes(of member: String) -> [Node] { nodes.filter { $0.member == member } }

  public func audience(_ id: String) -> Audience? { audiences.first { $0.id == id } }

  public func audiences(readBy member: String) -> [Audience] { audiences.filter { $0.isRead(by: member) } }

  public func epoch(_ audience: String, _ number: Int64) -> Epoch? {
    epochs.first { $0.audience == audience && $0.number == number }
  }

  /// The epoch under which new changesets of an audience are sealed.
  public func newestEpoch(of audience: String) -> Epoch? {
    epochs.filter { $0.audience == audience }.max { $0.number < $1.number }
  }

  /// The right that a node holds at a roster version, if any.
  public func tenure(of node: String, at version: Int64) -> Tenure? {
    tenures.last { $0.node == node && $0.isInForce(at: version) }
  }

  /// The right that a node holds in this version, if any.
  public func tenure(of node: String) -> Tenure? { tenure(of: node, at: version) }

  /// Nodes that hold a right now.
  public var activeNodes: [Node] { nodes.filter { tenure(of: $0.id) != nil } }
}

/// What the roster says of a changeset's position: positions decide, never clocks.
public enum Standing: Hashable, Sendable {
  /// The node held this right at that position.
  case within(Tenure)
  /// The node held a right, and it ended before that position.
  case cut(Tenure)
  /// The node held no right at the roster version that the stream names.
  case none
}

extension Roster {
  /// Judges one position of a stream.
  ///
  /// - Parameters:
  ///   - firstVersion: the roster version that the stream's first header names.
  ///   - isOnChain: whether the changeset is the named hash or one of its predecessors; asked only where it matters.
  public func standing(
    node: String, incarnation: String, audience: String, firstVersion: Int64, sequence: Int64,
    isOnChain: (StreamHead) -> Bool
  ) -> Standing {
    // The stream lives under the tenure in force at the version that its first header names. That a later roster has
    // cut this tenure does not take it away from the stream: the cut then says how far the stream counts.
    guard let tenure = tenures.last(where: { $0.node == node && $0.isInForce(at: firstVersion) }) else { return .none }
    guard let cut = tenure.cut else { return .within(tenure) }
    guard let head = cut.heads.first(where: { $0.incarnation == incarnation && $0.audience == audience }),
      sequence <= head.sequence, isOnChain(head)
    else { return .cut(tenure) }
    return .within(tenure)
  }
}
