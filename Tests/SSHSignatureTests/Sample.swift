import SSHSignature

/// The key, message and namespace that most tests use.
enum Sample {
  static let seed = [UInt8](0..<32)
  static let message = [UInt8]("{\"format\":1}".utf8)
  static let namespace = "changeset@example.org"

  static var key: SSHSigningKey { get throws { try SSHSigningKey(seed: seed) } }

  static var signature: SSHSignature {
    get throws { try SSHSignature.sign(message, namespace: namespace, with: key) }
  }
}
