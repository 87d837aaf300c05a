public import Canonical
import Trust

/// A stream's head as a version vector names it.
public struct VectorEntry: Hashable, Sendable {
  public var node: String
  public var incarnation: String
  public var sequence: Int64
  public var hash: Digest

  public init(node: String, incarnation: String, sequence: Int64, hash: Digest) {
    self.node = node
    self.incarnation = incarnation
    self.sequence = sequence
    self.hash = hash
  }
}

/// The version and hash of a schema document or a roster.
public struct VersionedHash: Hashable, Sendable {
  public var version: Int64
  public var hash: Digest

  public init(version: Int64, hash: Digest) {
    self.version = version
    self.hash = hash
  }
}

/// The clear, signed part of a changeset. Its SHA-256 is the changeset's hash.
///
/// The exact form is described in the article *The changeset format*.
public struct Header: Hashable, Sendable {
  public static let format: Int64 = 1

  public var network: Digest
  public var node: String
  /// 32 lowercase hexadecimal digits.
  public var incarnation: String
  public var audience: String
  /// 1, 2, 3 and so on within the stream.
  public var sequence: Int64
  /// The hash of the changeset before in the stream; nil at 1.
  public var previous: Digest?
  /// At 1, the incarnation that this one goes on from, for information; otherwise nil.
  public var previousIncarnation: String?
  /// The entries of the version vector that changed since the changeset before, sorted by node, incarnation, hash.
  public var vector: [VectorEntry]
  /// 1 + the greatest depth among the changeset before and the vector.
  public var depth: Int64
  /// The epoch of the audience under which the body is encrypted.
  public var epoch: Int64
  public var schema: VersionedHash
  public var roster: VersionedHash
  /// The size and root of the last checkpoint that the writer saw.
  public var checkpoint: VersionedHash?
  /// The SHA-256 of the age file.
  public var bodyHash: Digest
  /// The length of the age file in bytes.
  public var bodyByteCount: Int64
  /// The SHA-256 of the sorted body hashes of all changesets sealed together.
  public var batch: Digest

  public init(
    network: Digest, node: String, incarnation: String, audience: String, sequence: Int64, previous: Digest?,
    previousIncarnation: String?, vector: [VectorEntry], depth: Int64, epoch: Int64, schema: VersionedHash,
    roster: VersionedHash, checkpoint: VersionedHash?, bodyHash: Digest, bodyByteCount: Int64, batch: Digest
  ) {
    self.network = network
    self.node = node
    self.incarnation = incarnation
    self.audience = audience
    self.sequence = sequence
    self.previous = previous
    self.previousIncarnation = previousIncarnation
    self.vector = vector
    self.depth = depth
    self.epoch = epoch
    self.schema = schema
    self.roster = roster
    self.checkpoint = checkpoint
    self.bodyHash = bodyHash
    self.bodyByteCount = bodyByteCount
    self.batch = batch
  }

  /// The SHA-256 of the body hashes, sorted as bytes and joined.
  public static func batch(of bodyHashes: [Digest]) -> Digest {
    Digest(of: bodyHashes.sorted().flatMap(\.bytes))
  }

  /// The canonical bytes: what is hashed and signed.
  public var bytes: [UInt8] {
    CanonicalWriter.document { writer in
      writer.key("format")
      writer.integer(Self.format)
      writer.key("network")
      writer.digest(network)
      writer.key("node")
      writer.string(node)
      writer.key("incarnation")
      writer.string(incarnation)
      writer.key("audience")
      writer.string(audience)
      writer.key("sequence")
      writer.integer(sequence)
      writer.key("previous")
      writer.digest(previous)
      writer.key("previous_incarnation")
      writer.optional(previousIncarnation)
      writer.key("vector")
      writer.array(vector) { writer, entry in
        writer.tuple { writer in
          writer.string(entry.node)
          writer.string(entry.incarnation)
          writer.integer(entry.sequence)
          writer.digest(entry.hash)
        }
      }
      writer.key("depth")
      writer.integer(depth)
      writer.key("epoch")
      writer.integer(epoch)
      writer.key("schema")
      writer.versionedHash(schema)
      writer.key("roster")
      writer.versionedHash(roster)
      writer.key("checkpoint")
      if let checkpoint { writer.versionedHash(checkpoint) } else { writer.null() }
      writer.key("body")
      writer.versionedHash(VersionedHash(version: bodyByteCount, hash: bodyHash))
      writer.key("batch")
      writer.digest(batch)
    }
  }

  /// Reads the canonical bytes.
  ///
  /// - Throws: `SealedError.header`, with the byte offset, or `.limit`.
  public init(_ bytes: [UInt8]) throws(SealedError) {
    guard bytes.count <= FormatLimits.headerByteCount else {
      throw .limit("a header of \(bytes.count) bytes; at most \(FormatLimits.headerByteCount) are allowed")
    }
    do throws(CanonicalError) {
      self = try CanonicalReader.document(bytes) { (reader) throws(CanonicalError) in try reader.changesetHeader() }
    } catch {
      throw .header("\(error)")
    }
  }
}

/// Limits of format 1. They belong to the format number, not to the program.
public enum FormatLimits {
  /// 256 KiB: some 1,500 entries of a version vector.
  public static let headerByteCount = 1 << 18
  /// 32 MiB.
  public static let bodyByteCount = 1 << 25
  /// 64 MiB.
  public static let payloadByteCount = 1 << 26
  /// Row changes in one changeset.
  public static let recordCount = 200_000
  /// 256 KiB.
  public static let valueByteCount = 1 << 18
  /// Transactions in one changeset.
  public static let transactionCount = 10_000
  /// Entries of one version vector.
  public static let vectorCount = 4_096
  /// Characters of a message; a person's id and shown name have at most 200.
  public static let messageByteCount = 4_096
  public static let personByteCount = 200
}

/// Why a sealed changeset was not opened.
public enum SealedError: Error, Hashable, Sendable, CustomStringConvertible {
  case header(String)
  case signature(String)
  /// The body is not the one that the header names.
  case body(String)
  /// It does not decrypt, or other stanzas stand there than the roster allows.
  case encryption(String)
  case payload(String)
  case limit(String)

  /// A code for receipts: `[a-z-]`.
  public var code: String {
    switch self {
    case .header: "malformed-header"
    case .signature: "bad-signature"
    case .body: "body-mismatch"
    case .encryption: "wrong-encryption"
    case .payload: "malformed-payload"
    case .limit: "over-limit"
    }
  }

  public var description: String {
    switch self {
    case .header(let what): "the header is \(what)"
    case .signature(let what): what
    case .body(let what): what
    case .encryption(let what): what
    case .payload(let what): "the payload is refused: \(what)"
    case .limit(let what): "over the limit of the format: \(what)"
    }
  }
}

extension CanonicalWriter {
  fileprivate mutating func versionedHash(_ value: VersionedHash) {
    tuple { writer in
      writer.integer(value.version)
      writer.digest(value.hash)
    }
  }
}

extension CanonicalReader {
  fileprivate mutating func changesetHeader() throws(CanonicalError) -> Header {
    try key("format")
    guard try integer() == Header.format else { throw error("format \(Header.format)") }
    try key("network")
    let network = try digest()
    try key("node")
    let node = try nodeName()
    try key("incarnation")
    let incarnation = try incarnationName()
    try key("audience")
    let audience = try string()
    guard Names.isAudience(audience) else { throw error("the name of an audience") }
    try key("sequence")
    let sequence = try count()
    try key("previous")
    let previous = try optional { (reader) throws(CanonicalError) in try reader.digest() }
    guard sequence >= 1, (previous == nil) == (sequence == 1) else { throw error("a previous hash, except at 1") }
    try key("previous_incarnation")
    let previousIncarnation = try optional { (reader) throws(CanonicalError) in try reader.incarnationName() }
    guard previousIncarnation == nil || sequence == 1 else { throw error("null, except at 1") }
    try key("vector")
    let vector = try array(maximumCount: FormatLimits.vectorCount) { (reader) throws(CanonicalError) in
      try reader.vectorEntry()
    }
    guard zip(vector, vector.dropFirst()).allSatisfy({ $0.isOrderedBefore($1) }) else {
      throw error("vector entries sorted by node, incarnation and hash, each once")
    }
    try key("depth")
    let depth = try count()
    try key("epoch")
    let epoch = try count()
    try key("schema")
    let schema = try versionedHash()
    try key("roster")
    let roster = try versionedHash()
    try key("checkpoint")
    let checkpoint = try optional { (reader) throws(CanonicalError) in try reader.versionedHash() }
    try key("body")
    let body = try versionedHash()
    try key("batch")
    return Header(
      network: network, node: node, incarnation: incarnation, audience: audience, sequence: sequence,
      previous: previous, previousIncarnation: previousIncarnation, vector: vector, depth: depth, epoch: epoch,
      schema: schema, roster: roster, checkpoint: checkpoint, bodyHash: body.hash, bodyByteCount: body.version,
      batch: try digest())
  }

  private mutating func vectorEntry() throws(CanonicalError) -> VectorEntry {
    try beginArray()
    let node = try nodeName()
    let incarnation = try incarnationName()
    let sequence = try count()
    let hash = try digest()
    try endArray()
    return VectorEntry(node: node, incarnation: incarnation, sequence: sequence, hash: hash)
  }

  private mutating func versionedHash() throws(CanonicalError) -> VersionedHash {
    try beginArray()
    let version = try count()
    let hash = try digest()
    try endArray()
    return VersionedHash(version: version, hash: hash)
  }

  private mutating func nodeName() throws(CanonicalError) -> String {
    let text = try string()
    guard Names.isName(text) else { throw error("the name of a node") }
    return text
  }

  private mutating func incarnationName() throws(CanonicalError) -> String {
    let text = try string()
    guard Names.isIncarnation(text) else { throw error("32 lowercase hexadecimal digits") }
    return text
  }
}

extension VectorEntry {
  /// The order of a vector: by node, incarnation, then hash (two heads of one stream stand there where it forked).
  public func isOrderedBefore(_ other: VectorEntry) -> Bool {
    if node != other.node { return Array(node.utf8).lexicographicallyPrecedes(Array(other.node.utf8)) }
    if incarnation != other.incarnation {
      return Array(incarnation.utf8).lexicographicallyPrecedes(Array(other.incarnation.utf8))
    }
    return hash < other.hash
  }
}
