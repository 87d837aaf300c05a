public import Canonical

/// What the hub says of a changeset.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// Something that it stands on is not here yet.
  case waiting
  case counted
  /// For ever, by its bytes, its schema document and the roster.
  case refused
  /// It lies past the end of its node's right.
  case cut
}

/// One line of a receipt list: a changeset's position and the hub's word on it. Never a value.
public struct Receipt: Hashable, Sendable {
  public var node: String
  public var incarnation: String
  public var audience: String
  public var sequence: Int64
  public var hash: Digest
  public var verdict: Verdict
  /// A code of `[a-z-]`, empty when it counts.
  public var reason: String

  public init(
    node: String, incarnation: String, audience: String, sequence: Int64, hash: Digest, verdict: Verdict, reason: String
  ) {
    self.node = node
    self.incarnation = incarnation
    self.audience = audience
    self.sequence = sequence
    self.hash = hash
    self.verdict = verdict
    self.reason = reason
  }
}

/// The hub's signed, numbered, hash-chained word to one member. It reports and never steers.
public struct ReceiptList: Hashable, Sendable {
  public static let format: Int64 = 1
  /// How many receipts one list may hold; the hub writes several lists when there are more.
  public static let maximumCount = 20_000

  public var network: Digest
  public var member: String
  /// 1, 2, 3 and so on for each member.
  public var number: Int64
  public var previous: Digest?
  public var roster: Int64
  /// When the hub merged, RFC 3339, UTC. For display.
  public var time: String
  public var receipts: [Receipt]

  public init(
    network: Digest, member: String, number: Int64, previous: Digest?, roster: Int64, time: String, receipts: [Receipt]
  ) {
    self.network = network
    self.member = member
    self.number = number
    self.previous = previous
    self.roster = roster
    self.time = time
    self.receipts = receipts
  }

  /// The canonical bytes, which are hashed and signed.
  public var bytes: [UInt8] {
    CanonicalWriter.document { writer in
      writer.key("format")
      writer.integer(Self.format)
      writer.key("kind")
      writer.string("receipts")
      writer.key("network")
      writer.digest(network)
      writer.key("member")
      writer.string(member)
      writer.key("number")
      writer.integer(number)
      writer.key("previous")
      writer.digest(previous)
      writer.key("roster")
      writer.integer(roster)
      writer.key("time")
      writer.string(time)
      writer.key("receipts")
      writer.array(receipts) { writer, receipt in
        writer.object { writer in
          writer.key("node")
          writer.string(receipt.node)
          writer.key("incarnation")
          writer.string(receipt.incarnation)
          writer.key("audience")
          writer.string(receipt.audience)
          writer.key("sequence")
          writer.integer(receipt.sequence)
          writer.key("hash")
          writer.digest(receipt.hash)
          writer.key("verdict")
          writer.string(receipt.verdict.rawValue)
          writer.key("reason")
          writer.string(receipt.reason)
        }
      }
    }
  }

  /// Reads the canonical bytes.
  ///
  /// - Throws: `TrustError.malformed`.
  public init(_ bytes: [UInt8]) throws(TrustError) {
    do throws(CanonicalError) {
      self = try CanonicalReader.document(bytes) { (reader) throws(CanonicalError) in
        try reader.header(kind: "receipts", format: Self.format)
        try reader.key("network")
        let network = try reader.digest()
        try reader.key("member")
        let member = try reader.name()
        try reader.key("number")
        let number = try reader.count()
        try reader.key("previous")
        let previous = try reader.optional { (reader) throws(CanonicalError) in try reader.digest() }
        try reader.key("roster")
        let roster = try reader.count()
        try reader.key("time")
        let time = try reader.string()
        try reader.key("receipts")
        let receipts = try reader.array(maximumCount: Self.maximumCount) { (reader) throws(CanonicalError) in
          try reader.object { (reader) throws(CanonicalError) in try reader.receipt() }
        }
        return ReceiptList(
          network: network, member: member, number: number, previous: previous, roster: roster, time: time,
          receipts: receipts)
      }
    } catch {
      throw .malformed("receipts: \(error)")
    }
  }
}

extension CanonicalReader {
  fileprivate mutating func receipt() throws(CanonicalError) -> Receipt {
    try key("node")
    let node = try name()
    try key("incarnation")
    let incarnation = try string()
    try key("audience")
    let audience = try audience()
    try key("sequence")
    let sequence = try count()
    try key("hash")
    let hash = try digest()
    try key("verdict")
    guard let verdict = Verdict(rawValue: try string()) else { throw error("a verdict") }
    try key("reason")
    return Receipt(
      node: node, incarnation: incarnation, audience: audience, sequence: sequence, hash: hash, verdict: verdict,
      reason: try string())
  }
}
