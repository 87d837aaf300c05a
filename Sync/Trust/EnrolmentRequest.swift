import AgeFormat
public import Canonical
public import SSHSignature

/// What a new node asks for: to be listed, with these two keys, as a node of that member.
///
/// The node's own key signs it, so that whoever approves the fingerprint of the signing key approves the encryption key
/// with it, and nobody can put another key into somebody's request.
public struct EnrolmentRequest: Hashable, Sendable {
  public static let format: Int64 = 1

  public var network: Digest
  public var node: Node

  public init(network: Digest, node: Node) {
    self.network = network
    self.node = node
  }

  /// The canonical bytes, which are signed.
  public var bytes: [UInt8] {
    CanonicalWriter.document { writer in
      writer.key("format")
      writer.integer(Self.format)
      writer.key("kind")
      writer.string("request")
      writer.key("network")
      writer.digest(network)
      writer.key("member")
      writer.string(node.member)
      writer.key("node")
      writer.string(node.id)
      writer.key("signing_key")
      writer.string(node.signingKey.openSSH)
      writer.key("encryption_key")
      writer.string(node.encryptionKey.encoded)
    }
  }

  /// The text to send: the canonical line, then the armored signature.
  public func text(signedWith key: SSHSigningKey) throws(TrustError) -> String {
    let document = try SignedDocument(signing: bytes, as: .request, with: key)
    return String(decoding: document.bytes + [UInt8(ascii: "\n")] + document.signature, as: UTF8.self)
  }

  /// Reads the text of a request and checks its signature. Spaces and line ends around it are forgiven: it is pasted.
  ///
  /// - Throws: `TrustError.malformed` or `.signature`.
  public init(text: String) throws(TrustError) {
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    guard let first = lines.first, lines.count > 1 else {
      throw .malformed("a request is one line of JSON and an SSH signature; paste all of it")
    }
    let signature = lines.dropFirst().map { $0 + "\n" }.joined()
    let document = SignedDocument(bytes: Array(first.utf8), signature: Array(signature.utf8))
    do throws(CanonicalError) {
      self = try CanonicalReader.document(document.bytes) { (reader) throws(CanonicalError) in
        try reader.header(kind: "request", format: Self.format)
        try reader.key("network")
        let network = try reader.digest()
        try reader.key("member")
        let member = try reader.name()
        try reader.key("node")
        let node = try reader.name()
        try reader.key("signing_key")
        let signingKey = try reader.publicKey()
        try reader.key("encryption_key")
        let encryptionKey = try reader.recipient()
        return EnrolmentRequest(
          network: network,
          node: Node(id: node, member: member, signingKey: signingKey, encryptionKey: encryptionKey))
      }
    } catch {
      throw .malformed("request: \(error)")
    }
    guard try document.signer(as: .request) == node.signingKey else {
      throw .signature("the request is not signed by the key that it names")
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
