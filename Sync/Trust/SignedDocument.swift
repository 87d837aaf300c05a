public import Canonical
public import SSHSignature

/// The kinds of record that keys sign. Each has an SSHSIG namespace of its own, so that a signature made for one kind
/// never passes for another.
public enum SignatureNamespace: String, Sendable, CaseIterable {
  case root = "qapi-root"
  case roster = "qapi-roster"
  case schema = "qapi-schema"
  case changeset = "qapi-changeset"
  case receipts = "qapi-receipts"
  case request = "qapi-request"
  /// What `git` itself uses for commits.
  case commit = "git"
}

/// The bytes of a document and the armored SSHSIG over exactly these bytes.
public struct SignedDocument: Hashable, Sendable {
  public let bytes: [UInt8]
  /// Armored, as `ssh-keygen -Y sign` writes it.
  public let signature: [UInt8]

  public init(bytes: [UInt8], signature: [UInt8]) {
    self.bytes = bytes
    self.signature = signature
  }

  /// Signs `bytes` in the namespace of `kind`.
  public init(signing bytes: [UInt8], as kind: SignatureNamespace, with key: SSHSigningKey) throws(TrustError) {
    do throws(SSHError) {
      self.init(bytes: bytes, signature: try SSHSignature.sign(bytes, namespace: kind.rawValue, with: key).armored)
    } catch {
      throw .signature("\(error)")
    }
  }

  /// The SHA-256 of the bytes; the signature is not in it.
  public var hash: Digest { Digest(of: bytes) }

  /// The key that signed, if the signature is well formed and verifies in the namespace of `kind`.
  ///
  /// - Throws: `TrustError.signature`.
  public func signer(as kind: SignatureNamespace) throws(TrustError) -> SSHPublicKey {
    let parsed: SSHSignature
    do throws(SSHError) { parsed = try SSHSignature(armored: signature) } catch { throw .signature("\(error)") }
    guard parsed.verifies(bytes, namespace: kind.rawValue) else {
      throw .signature("the signature does not verify in the namespace \(kind.rawValue)")
    }
    return parsed.publicKey
  }
}

/// Why a root, a roster or a right was not taken.
public enum TrustError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not a well-formed document of its kind.
  case malformed(String)
  /// The signature does not verify, or its key has not the right to sign this.
  case signature(String)
  /// The document does not follow the one that is known.
  case chain(String)
  /// A key file cannot be read or opened.
  case keyFile(String)

  public var description: String {
    switch self {
    case .malformed(let what): "malformed document: \(what)"
    case .signature(let what): what
    case .chain(let what): what
    case .keyFile(let what): what
    }
  }
}
