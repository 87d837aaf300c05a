public import AgeFormat
public import Canonical
public import SSHSignature

/// Who may change the roster. The SHA-256 of a network's first root is the network's id.
public struct RootDocument: Hashable, Sendable {
  /// The format number of this document.
  public static let format: Int64 = 1

  /// 1 for the first root; each later one is one higher.
  public var version: Int64
  /// The hash of the root before; nil in the first.
  public var previous: Digest?
  /// What people call the network.
  public var name: String
  /// The member that serves as the hub.
  public var hubMember: String
  /// How many of `rootKeys` must sign a change of the root.
  public var threshold: Int64
  public var rootKeys: [SSHPublicKey]
  /// Who may sign rosters and schema documents.
  public var registrarKeys: [SSHPublicKey]
  /// Who may sign receipts.
  public var hubKeys: [SSHPublicKey]
  /// The offline escrow key that every changeset is encrypted to besides its epoch key, if there is one.
  public var escrow: X25519Recipient?

  public init(
    version: Int64, previous: Digest?, name: String, hubMember: String, threshold: Int64, rootKeys: [SSHPublicKey],
    registrarKeys: [SSHPublicKey], hubKeys: [SSHPublicKey], escrow: X25519Recipient?
  ) {
    self.version = version
    self.previous = previous
    self.name = name
    self.hubMember = hubMember
    self.threshold = threshold
    self.rootKeys = rootKeys
    self.registrarKeys = registrarKeys
    self.hubKeys = hubKeys
    self.escrow = escrow
  }

  /// The canonical bytes, which are hashed and signed.
  public var bytes: [UInt8] {
    CanonicalWriter.document { writer in
      writer.key("format")
      writer.integer(Self.format)
      writer.key("kind")
      writer.string("root")
      writer.key("version")
      writer.integer(version)
      writer.key("previous")
      writer.digest(previous)
      writer.key("name")
      writer.string(name)
      writer.key("hub_member")
      writer.string(hubMember)
      writer.key("threshold")
      writer.integer(threshold)
      writer.key("root_keys")
      writer.array(rootKeys) { $0.string($1.openSSH) }
      writer.key("registrar_keys")
      writer.array(registrarKeys) { $0.string($1.openSSH) }
      writer.key("hub_keys")
      writer.array(hubKeys) { $0.string($1.openSSH) }
      writer.key("escrow")
      writer.optional(escrow?.encoded)
    }
  }

  /// Reads the canonical bytes.
  ///
  /// - Throws: `TrustError.malformed`.
  public init(_ bytes: [UInt8]) throws(TrustError) {
    do throws(CanonicalError) {
      self = try CanonicalReader.document(bytes) { (reader) throws(CanonicalError) in
        try reader.header(kind: "root", format: Self.format)
        try reader.key("version")
        let version = try reader.count()
        try reader.key("previous")
        let previous = try reader.optional { (reader) throws(CanonicalError) in try reader.digest() }
        try reader.key("name")
        let name = try reader.string()
        try reader.key("hub_member")
        let hubMember = try reader.name()
        try reader.key("threshold")
        let threshold = try reader.count()
        try reader.key("root_keys")
        let rootKeys = try reader.keys()
        try reader.key("registrar_keys")
        let registrarKeys = try reader.keys()
        try reader.key("hub_keys")
        let hubKeys = try reader.keys()
        try reader.key("escrow")
        let escrow = try reader.optional { (reader) throws(CanonicalError) in try reader.recipient() }
        return RootDocument(
          version: version, previous: previous, name: name, hubMember: hubMember, threshold: threshold,
          rootKeys: rootKeys, registrarKeys: registrarKeys, hubKeys: hubKeys, escrow: escrow)
      }
    } catch {
      throw .malformed("root: \(error)")
    }
    guard threshold >= 1, threshold <= Set(rootKeys).count, !registrarKeys.isEmpty, !hubKeys.isEmpty else {
      throw .malformed("root: a threshold from 1 to the number of different root keys, and registrar and hub keys")
    }
  }

  /// Checks a network's first root: its hash is the network's id, and one of its own root keys signed it.
  ///
  /// A network whose first root asks for more than one signature is refused here; it needs all of them beside it.
  public static func first(_ document: SignedDocument, network: Digest) throws(TrustError) -> RootDocument {
    guard document.hash == network else {
      throw .chain("this root is not the first root of network \(network.short): its hash is \(document.hash.short)")
    }
    let root = try RootDocument(document.bytes)
    guard root.version == 1, root.previous == nil, root.threshold == 1 else {
      throw .chain("a first root has version 1, no previous root and a threshold of 1")
    }
    guard root.rootKeys.contains(try document.signer(as: .root)) else {
      throw .signature("the root is not signed by one of its own root keys")
    }
    return root
  }
}

extension CanonicalReader {
  /// Reads the two keys with which every document begins.
  mutating func header(kind: String, format: Int64) throws(CanonicalError) {
    try key("format")
    guard try integer() == format else { throw error("format \(format)") }
    try key("kind")
    guard try string() == kind else { throw error("a document of kind \(kind)") }
  }

  mutating func name() throws(CanonicalError) -> String {
    let text = try string()
    guard Names.isName(text) else { throw error("a name of lowercase letters, digits and hyphens") }
    return text
  }

  mutating func audience() throws(CanonicalError) -> String {
    let text = try string()
    guard Names.isAudience(text) else { throw error("the name of an audience") }
    return text
  }

  mutating func publicKey() throws(CanonicalError) -> SSHPublicKey {
    let text = try string()
    guard let key = try? SSHPublicKey(openSSH: text), key.openSSH == text else {
      throw error("an ssh-ed25519 public key without comment")
    }
    return key
  }

  mutating func keys() throws(CanonicalError) -> [SSHPublicKey] {
    try array(maximumCount: 64) { (reader) throws(CanonicalError) in try reader.publicKey() }
  }

  mutating func recipient() throws(CanonicalError) -> X25519Recipient {
    let text = try string()
    do throws(AgeError) {
      return try X25519Recipient(text)
    } catch {
      throw self.error("an age X25519 recipient")
    }
  }
}
