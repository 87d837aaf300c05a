/// One recipient stanza of a header: the file key, wrapped for someone.
///
/// Stanzas come from `AgeHeader.parse` alone, so every value is one that can stand in a header.
public struct AgeStanza: Hashable, Sendable {
  /// The first argument, such as `X25519` or `scrypt`.
  public let type: String
  /// The arguments behind the type; each is one or more visible ASCII characters.
  public let arguments: [String]
  /// The body, decoded.
  public let body: [UInt8]
}

/// The header of an age file: who can open it, and a MAC under the file key.
///
/// The law of this codec: where `parse` succeeds, `encoded` is the very bytes that it read.
///
/// - Source: age-encryption.org/v1, section Header.
public struct AgeHeader: Hashable, Sendable {
  /// 1 to 128 stanzas, in the order of the file.
  public let stanzas: [AgeStanza]
  /// HMAC-SHA-256 over the header up to and including `---`, 32 bytes. `parse` cannot check it: that takes the file key.
  public let mac: [UInt8]

  /// The header from its version line to the line feed of its MAC line.
  public var encoded: [UInt8] { Self.encodeAuthenticated(stanzas) + Self.encodeMAC(mac) }

  /// Writes stanzas and the MAC that `fileKey` gives them.
  static func encode(_ stanzas: [AgeStanza], fileKey: SecretBytes) -> [UInt8] {
    let authenticated = encodeAuthenticated(stanzas)
    return authenticated + encodeMAC(Self.mac(of: authenticated[...], fileKey: fileKey))
  }

  /// The MAC of the part of a header that ends with `---`.
  static func mac(of authenticated: ArraySlice<UInt8>, fileKey: SecretBytes) -> [UInt8] {
    Primitives.mac(of: authenticated, key: Primitives.deriveKey(from: fileKey, salt: [], info: macInfo))
  }

  /// The version line, the stanzas and `---`: what the MAC covers.
  private static func encodeAuthenticated(_ stanzas: [AgeStanza]) -> [UInt8] {
    var bytes = versionLine
    for stanza in stanzas {
      bytes += stanzaMark
      for argument in [stanza.type] + stanza.arguments {
        bytes.append(UInt8(ascii: " "))
        bytes += argument.utf8
      }
      bytes.append(lineFeed)
      var body = Base64.encode(stanza.body)[...]
      while body.count >= bodyColumns {
        bytes += body.prefix(bodyColumns)
        bytes.append(lineFeed)
        body = body.dropFirst(bodyColumns)
      }
      // The last line is shorter than 64 columns, so that a reader sees the end; it may be empty.
      bytes += body
      bytes.append(lineFeed)
    }
    return bytes + macMark
  }

  private static func encodeMAC(_ mac: [UInt8]) -> [UInt8] {
    [UInt8(ascii: " ")] + Base64.encode(mac) + [lineFeed]
  }

  static let versionLine = Array("age-encryption.org/v1\n".utf8)
  static let stanzaMark = Array("->".utf8)
  static let macMark = Array("---".utf8)
  static let bodyColumns = 64
  static let lineFeed = UInt8(ascii: "\n")
  /// What follows `---`: a space, 43 characters of MAC, a line feed.
  static let macLineRest = 45
  private static let macInfo = Array("header".utf8)
}
