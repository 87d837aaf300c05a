/// Why an SSH key, signature or signers list was refused.
///
/// No case carries bytes of a key, a message or a comment, so that an error can be logged.
public enum SSHError: Error, Hashable, Sendable {
  /// A raw key has another length than it must have, in bytes.
  case keyByteCount(expected: Int, found: Int)
  /// The public key is not the canonical encoding of a point of prime order.
  case weakPublicKey
  /// A public key line is not `ssh-ed25519`, one space, the key in base64, and at most one space and a comment.
  /// `offset` counts UTF-8 bytes.
  case publicKeyLine(offset: Int)
  /// The armor differs from the one that this module writes. `line` counts from 1.
  case armor(line: Int)
  /// A field inside the armor is not as the format says. `offset` counts bytes of the decoded blob.
  case wire(offset: Int)
  /// The key or signature is well named, but not Ed25519.
  case unsupportedKeyType(SSHKeyType)
  /// The signature has another SSHSIG version than 1.
  case unsupportedVersion(UInt32)
  /// The message was hashed with something else than SHA-256 or SHA-512.
  case unsupportedHash
  /// The reserved field of the signature is not empty.
  case reservedNotEmpty
  /// A namespace is not a ``SSHName``.
  case namespace
  /// A principal is not a ``SSHName``.
  case principal
  /// The private key is under a passphrase.
  case encryptedPrivateKey
  /// The private key file holds another number of keys than one.
  case privateKeyCount(UInt32)
  /// The copies of the public key in a private key file do not all belong to its seed.
  case privateKeyMismatch
  /// A signers entry names no namespace, which would allow all of them.
  case signerWithoutNamespace(principal: String)
  /// Two signers entries have the same principal and the same key.
  case duplicateSigner(principal: String)
}

/// The kinds of SSH keys that are recognised in order to refuse them by name.
public enum SSHKeyType: String, Hashable, Sendable {
  case rsa = "RSA"
  case dsa = "DSA"
  case ecdsa = "ECDSA"
  case securityKey = "hardware security"
  case certificate = "certificate"
  case other = "unknown"

  /// - Parameter name: the key type name of the wire format, such as `ssh-rsa`.
  init(name: some Collection<UInt8>) {
    let name = String(decoding: name, as: UTF8.self)
    self =
      switch name {
      case _ where name.hasSuffix("-cert-v01@openssh.com"): .certificate
      case _ where name.hasPrefix("sk-"): .securityKey
      case _ where name.hasPrefix("ecdsa-sha2-"): .ecdsa
      case "ssh-rsa", "rsa-sha2-256", "rsa-sha2-512": .rsa
      case "ssh-dss": .dsa
      default: .other
      }
  }
}

extension SSHError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .keyByteCount(let expected, let found):
      "the key has \(found) bytes, not \(expected); hand in the raw key"
    case .weakPublicKey:
      "the public key is not a point of prime order; make a new key with ssh-keygen -t ed25519"
    case .publicKeyLine(let offset):
      "the public key line is malformed at byte \(offset); copy the one line of the .pub file, without its newline"
    case .armor(let line):
      "the armor is malformed at line \(line); copy the file again, byte for byte"
    case .wire(let offset):
      "the decoded bytes are malformed at byte \(offset); copy the file again, byte for byte"
    case .unsupportedKeyType(let type):
      "the key is of type \(type.rawValue); use an Ed25519 key"
    case .unsupportedVersion(let version):
      "the signature has format version \(version), not 1; a newer program may read it"
    case .unsupportedHash:
      "the signature hashes its message with neither sha256 nor sha512; sign again with sha512"
    case .reservedNotEmpty:
      "the signature has a reserved field that is not empty; a newer program may read it"
    case .namespace:
      "the namespace is not a name; use 1 to 128 of A-Z a-z 0-9 . - _ @ + / : with a letter or digit first"
    case .principal:
      "the principal is not a name; use 1 to 128 of A-Z a-z 0-9 . - _ @ + / : with a letter or digit first"
    case .encryptedPrivateKey:
      "the private key is under a passphrase; remove it with ssh-keygen -p on a copy"
    case .privateKeyCount(let count):
      "the private key file holds \(count) keys, not one; keep one key a file"
    case .privateKeyMismatch:
      "the private key file contradicts itself; restore it from a backup"
    case .signerWithoutNamespace(let principal):
      "the signer \(principal) has no namespace; name at least one"
    case .duplicateSigner(let principal):
      "the signer \(principal) is listed twice with one key; join the namespaces in one entry"
    }
  }
}
