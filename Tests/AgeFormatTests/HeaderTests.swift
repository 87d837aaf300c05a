import Testing

@testable import AgeFormat

@Suite("age v1, section Header: one strict reader, one writer")
struct HeaderTests {
  static let share = "TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc"
  static let body = "hjabGXwSLQ9c3S6Lw2i+S2Tu2fiwQHHslbBN6B41FLE"
  static let mac = "--- " + share + "\n"
  static let version = "age-encryption.org/v1\n"
  static let stanza = "-> X25519 " + share + "\n" + body + "\n"
  static let scrypt = "-> scrypt rF0/NwblUHHTpgQgRpe5CQ 10\n" + body + "\n"
  static let columns = String(repeating: "A", count: 64)
  static let columns1007 = String(repeating: columns + "\n", count: 1_007)

  @Test(arguments: [
    version + stanza + mac,
    version + stanza + stanza + mac,
    version + scrypt + mac,
    version + "-> grease\n\n" + stanza + mac,
    version + "-> grease ! ~ \"\n" + columns + "\n\n" + mac,
    version + "-> grease\n" + columns + "\n" + columns + "\nAA\n" + mac,
    version + "-> x25519 anything\n\n" + mac,
    version + "-> grease " + String(repeating: "x", count: AgeHeader.maximumLineByteCount - 10) + "\n\n" + mac,
    version + "-> aa\n" + columns1007 + "AAAA\n" + mac,  // 65,536 bytes
    version + String(repeating: "-> g\n\n", count: AgeHeader.maximumStanzaCount) + mac,
  ])
  func isReadAndWrittenAgain(text: String) throws {
    let file = Array(text.utf8)
    let (header, payloadOffset) = try AgeHeader.parse(file + [0, 1, 2])
    #expect(payloadOffset == file.count)
    #expect(header.encoded == file)
  }

  @Test(
    arguments: [
      // file, offset of the fault, fault
      ("", 0, .truncated),
      ("age-encryption", 0, .truncated),
      ("age-encryption.org/v1", 0, .truncated),
      ("age-encryption.org/\n" + stanza + mac, 0, .notAge),
      ("age-encryption.org/v1\r\n" + stanza + mac, 0, .notAge),
      (" " + version + stanza + mac, 0, .notAge),
      ("salted", 0, .notAge),
      (version, 22, .truncated),
      (version + mac, 22, .noStanza),
      (version + "\n" + stanza + mac, 22, .unexpectedLine),
      (version + "->X25519 " + share + "\n" + body + "\n" + mac, 22, .unexpectedLine),
      (version + "->\n\n" + mac, 22, .unexpectedLine),
      (version + "-> \n\n" + mac, 25, .emptyArgument),
      (version + "-> a  b\n\n" + mac, 27, .emptyArgument),
      (version + "-> a \n\n" + mac, 27, .emptyArgument),
      (version + "-> a\tb\n\n" + mac, 26, .invalidCharacter),
      (version + "-> a\u{e9}\n\n" + mac, 26, .invalidCharacter),
      (version + "-> a\r\n\n" + mac, 26, .invalidCharacter),
      (version + "-> a\n", 27, .truncated),
      (version + "-> a\nAA", 27, .truncated),
      (version + "-> a\nAA==\n" + mac, 27, .base64),
      (version + "-> a\nAB\n" + mac, 27, .base64),
      (version + "-> a\nA\n" + mac, 27, .base64),
      (version + "-> a\nA-_A\n" + mac, 27, .base64),
      (version + "-> a\nAA AA\n" + mac, 27, .base64),
      (version + "-> a\n" + columns + "A\n" + mac, 27, .lineTooLong),
      (version + "-> a\n" + columns + "\n" + mac, 92, .base64),
      (version + "-> a\n\nAA\n" + mac, 28, .unexpectedLine),
      (version + "-> a " + String(repeating: "x", count: 8_192) + "\n\n" + mac, 22, .lineTooLong),
      (version + String(repeating: "-> g\n\n", count: 129) + mac, 22 + 128 * 6, .tooManyStanzas),
      (version + "-> a\n" + String(repeating: columns + "\n", count: 1_100), 65_482, .headerTooLong),
      (version + "-> aaa\n" + columns1007 + "AAAA\n" + mac, 65_489, .headerTooLong),
      (version + "-> X25519\n" + body + "\n" + mac, 22, .x25519Stanza),
      (version + "-> X25519 " + share + " x\n" + body + "\n" + mac, 22, .x25519Stanza),
      (version + "-> X25519 " + share + "\n\n" + mac, 22, .x25519Stanza),
      (version + "-> X25519 " + share.dropLast() + "d\n" + body + "\n" + mac, 22, .x25519Stanza),
      (version + stanza + "-> X25519 A\n" + body + "\n" + mac, 120, .x25519Stanza),
      (version + scrypt.replacing(" 10\n", with: " 0\n") + mac, 22, .scryptStanza),
      (version + scrypt.replacing(" 10\n", with: " +9\n") + mac, 22, .scryptStanza),
      (version + scrypt.replacing(" 10\n", with: " 0x9\n") + mac, 22, .scryptStanza),
      (version + stanza + scrypt + mac, 120, .scryptNotAlone),
      (version + scrypt + scrypt + mac, 22, .scryptNotAlone),
      (version + stanza + "---" + share + "\n", 120, .mac),
      (version + stanza + "---  " + share.dropLast() + "\n", 120, .mac),
      (version + stanza + "--- " + share + "A\n", 120, .lineTooLong),
      (version + stanza + "--- " + share, 120, .truncated),
      (version + stanza + "--", 120, .truncated),
      (version + stanza + "--- " + share + "\r\n", 120, .lineTooLong),
    ] as [(String, Int, HeaderFault)])
  func isRefusedWhereItIsWrong(text: String, offset: Int, fault: HeaderFault) {
    #expect(throws: AgeError.header(offset: offset, fault)) { try AgeHeader.parse(Array(text.utf8)) }
  }

  @Test(arguments: ["age-encryption.org/v2\n", "age-encryption.org/v1x\n", "age-encryption.org/1234\n"])
  func namesAnotherVersion(line: String) {
    #expect(throws: AgeError.unsupportedVersion) { try AgeHeader.parse(Array((line + Self.stanza + Self.mac).utf8)) }
  }

  @Test("10,000 random edits of a header: what is accepted is written again as it was read")
  func randomEditsKeepTheLaw() {
    let drawn = Drawn(seed: 1)
    let original = Array((Self.version + "-> g a b\nAAAA\n" + Self.stanza + Self.mac).utf8)
    var accepted = 0
    for _ in 0..<10_000 {
      var file = original
      for _ in 0...Int(drawn.number() % 3) {
        let place = Int(drawn.number() % UInt64(file.count))
        switch drawn.number() % 3 {
        case 0: file[place] = original[Int(drawn.number() % UInt64(original.count))]
        case 1: file.remove(at: place)
        default: file.insert(UInt8(truncatingIfNeeded: drawn.number()), at: place)
        }
      }
      guard let (header, payloadOffset) = try? AgeHeader.parse(file) else { continue }
      accepted += 1
      #expect(header.encoded == Array(file[..<payloadOffset]))
    }
    #expect(accepted > 100)
  }
}
