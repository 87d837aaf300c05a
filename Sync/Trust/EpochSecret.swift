public import AgeFormat
public import Canonical

/// The secret half of an audience's epoch key, as it travels: one age file for the nodes that may read the audience.
public struct EpochSecret: Sendable {
  public static let format: Int64 = 1

  public var network: Digest
  public var audience: String
  public var number: Int64
  public var identity: X25519Identity

  public init(network: Digest, audience: String, number: Int64, identity: X25519Identity) {
    self.network = network
    self.audience = audience
    self.number = number
    self.identity = identity
  }

  /// Seals the secret for `recipients`.
  public func sealed(
    to recipients: [X25519Recipient], randomBytes: (Int) -> [UInt8]
  ) throws(AgeError) -> [UInt8] {
    let plaintext = CanonicalWriter.document { writer in
      writer.key("format")
      writer.integer(Self.format)
      writer.key("kind")
      writer.string("epoch")
      writer.key("network")
      writer.digest(network)
      writer.key("audience")
      writer.string(audience)
      writer.key("epoch")
      writer.integer(number)
      writer.key("secret")
      writer.string(identity.encoded)
    }
    return try Age.encrypt(plaintext, to: recipients, randomBytes: randomBytes)
  }

  /// Opens a sealed secret and checks it against the roster, which names the epoch's recipient.
  ///
  /// - Throws: `TrustError.malformed` when it cannot be opened or is not what the roster names.
  public init(opening file: [UInt8], with identity: X25519Identity, roster: Roster) throws(TrustError) {
    let plaintext: [UInt8]
    do throws(AgeError) {
      plaintext = try Age.decrypt(file, with: [identity])
    } catch {
      throw .malformed("epoch secret: \(error)")
    }
    do throws(CanonicalError) {
      self = try CanonicalReader.document(plaintext) { (reader) throws(CanonicalError) in
        try reader.header(kind: "epoch", format: Self.format)
        try reader.key("network")
        let network = try reader.digest()
        try reader.key("audience")
        let audience = try reader.audience()
        try reader.key("epoch")
        let number = try reader.count()
        try reader.key("secret")
        let text = try reader.string()
        do throws(AgeError) {
          return EpochSecret(
            network: network, audience: audience, number: number, identity: try X25519Identity(text))
        } catch {
          throw reader.error("an age X25519 identity")
        }
      }
    } catch {
      throw .malformed("epoch secret: \(error)")
    }
    let epoch = roster.epoch(audience, number)
    guard network == roster.network, epoch?.recipient == self.identity.recipient else {
      throw .malformed("epoch secret: roster \(roster.version) names no such epoch of \(audience)")
    }
  }
}
