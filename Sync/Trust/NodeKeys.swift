public import AgeFormat
import Canonical
public import SSHSignature

/// The secret keys of a node, as they stand in its key file.
public struct NodeKeys: Sendable {
  public static let format: Int64 = 1
  /// The scrypt factor under which a passphrase protects the file: 2^15 rounds, about a tenth of a second.
  public static let workFactor = 15
  /// A key file that asks for more work is refused before the work is done.
  public static let maximumWorkFactor = 20

  public var signing: SSHSigningKey
  public var encryption: X25519Identity
  /// The key that signs roots; only on the node that started the network.
  public var root: SSHSigningKey?

  public init(signing: SSHSigningKey, encryption: X25519Identity, root: SSHSigningKey?) {
    self.signing = signing
    self.encryption = encryption
    self.root = root
  }

  /// Draws new keys.
  public static func generate(withRoot: Bool, randomBytes: (Int) -> [UInt8]) throws(TrustError) -> NodeKeys {
    do throws(SSHError) {
      return NodeKeys(
        signing: try SSHSigningKey(seed: randomBytes(32)),
        encryption: X25519Identity.generate(randomBytes: randomBytes),
        root: withRoot ? try SSHSigningKey(seed: randomBytes(32)) : nil)
    } catch {
      throw .keyFile("\(error)")
    }
  }

  /// The content of the key file: canonical JSON, or an age file when there is a passphrase.
  public func fileContent(passphrase: [UInt8]?, randomBytes: (Int) -> [UInt8]) throws(TrustError) -> [UInt8] {
    let plaintext = CanonicalWriter.document { writer in
      writer.key("format")
      writer.integer(Self.format)
      writer.key("kind")
      writer.string("keys")
      writer.key("signing_seed")
      writer.hex(signing.seed)
      writer.key("encryption_identity")
      writer.string(encryption.encoded)
      writer.key("root_seed")
      if let root { writer.hex(root.seed) } else { writer.null() }
    }
    guard let passphrase else { return plaintext }
    do throws(AgeError) {
      return try Age.encrypt(plaintext, passphrase: passphrase, workFactor: Self.workFactor, randomBytes: randomBytes)
    } catch {
      throw .keyFile("\(error)")
    }
  }

  /// Whether the content of a key file asks for a passphrase.
  public static func isEncrypted(_ content: [UInt8]) -> Bool {
    content.starts(with: "age-encryption.org/".utf8)
  }

  /// Reads the content of a key file.
  ///
  /// - Throws: `TrustError.keyFile`, with what to do: a missing or wrong passphrase, a damaged file.
  public init(fileContent: [UInt8], passphrase: [UInt8]?) throws(TrustError) {
    var plaintext = fileContent
    if Self.isEncrypted(fileContent) {
      guard let passphrase else { throw .keyFile("the key file asks for a passphrase, and none was given") }
      do throws(AgeError) {
        plaintext = try Age.decrypt(fileContent, passphrase: passphrase, maximumWorkFactor: Self.maximumWorkFactor)
      } catch {
        throw .keyFile("the key file does not open with this passphrase, or it is damaged (\(error))")
      }
    }
    do throws(CanonicalError) {
      self = try CanonicalReader.document(plaintext) { (reader) throws(CanonicalError) in
        try reader.header(kind: "keys", format: Self.format)
        try reader.key("signing_seed")
        let signing = try reader.signingKey()
        try reader.key("encryption_identity")
        let text = try reader.string()
        try reader.key("root_seed")
        let root = try reader.optional { (reader) throws(CanonicalError) in try reader.signingKey() }
        do throws(AgeError) {
          return NodeKeys(signing: signing, encryption: try X25519Identity(text), root: root)
        } catch {
          throw reader.error("an age X25519 identity")
        }
      }
    } catch {
      throw .keyFile("the key file is damaged: \(error)")
    }
  }
}

extension CanonicalReader {
  fileprivate mutating func signingKey() throws(CanonicalError) -> SSHSigningKey {
    let seed = try hex()
    do throws(SSHError) { return try SSHSigningKey(seed: seed) } catch { throw self.error("a seed of 32 bytes") }
  }
}
