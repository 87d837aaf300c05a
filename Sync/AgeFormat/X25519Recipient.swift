/// The public half of an X25519 key: whom an age file is written to.
public struct X25519Recipient: Hashable, Sendable {
  /// The point, 32 bytes.
  public let rawBytes: [UInt8]

  /// Reads a recipient from its one text form.
  ///
  /// - Parameter encoded: Bech32 with the prefix `age`, 62 characters, lower case: `age1…`.
  /// - Throws: `AgeError.recipient` for any text that `encoded` would not give.
  /// - Source: age-encryption.org/v1, section The X25519 recipient type.
  public init(_ encoded: String) throws(AgeError) {
    do {
      rawBytes = try Bech32.decode(Array(encoded.utf8), prefix: Self.prefix)
    } catch {
      throw .recipient(error)
    }
  }

  /// - Parameter rawBytes: 32 bytes.
  init(rawBytes: [UInt8]) {
    precondition(rawBytes.count == 32, "X25519Recipient: a point has 32 bytes")
    self.rawBytes = rawBytes
  }

  /// `age1…`, 62 characters.
  public var encoded: String { String(decoding: Bech32.encode(rawBytes, prefix: Self.prefix), as: UTF8.self) }

  private static let prefix = Array("age".utf8)
}

extension X25519Recipient: CustomStringConvertible {
  public var description: String { encoded }
}
