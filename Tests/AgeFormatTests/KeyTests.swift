import Testing

@testable import AgeFormat

@Suite("age v1, section The X25519 recipient type: keys")
struct KeyTests {
  // The pair that the specification shows: a secret of 32 bytes 0x42.
  static let identity = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
  static let recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"

  @Test func theSpecifiedPairBelongsTogether() throws {
    let identity = try X25519Identity(Self.identity)
    #expect(identity.recipient.encoded == Self.recipient)
    #expect(try X25519Recipient(Self.recipient) == identity.recipient)
    #expect(X25519Identity.generate { [UInt8](repeating: 0x42, count: $0) }.encoded == Self.identity)
  }

  @Test func keysComeBackAsTheyWere() throws {
    let drawn = Drawn(seed: 2)
    for _ in 0..<50 {
      let identity = X25519Identity.generate(randomBytes: drawn.bytes)
      #expect(try X25519Identity(identity.encoded).encoded == identity.encoded)
      #expect(try X25519Identity(identity.encoded).recipient == identity.recipient)
      let recipient = try X25519Recipient(identity.recipient.encoded)
      #expect(recipient == identity.recipient)
      #expect(recipient.rawBytes.count == 32)
    }
  }

  @Test("An identity that is printed shows its public half only")
  func printingKeepsTheSecret() throws {
    let identity = try X25519Identity(Self.identity)
    #expect("\(identity)" == "the identity of " + Self.recipient)
    var dumped = ""
    dump(identity, to: &dumped)
    #expect(!dumped.contains("GFPYYSJZ") && !dumped.contains("66, 66"))
  }

  @Test(
    arguments: [
      ("", .prefix),
      ("age", .prefix),
      (identity, .prefix),
      (recipient.uppercased(), .prefix),
      ("age1pq" + recipient.dropFirst(6), .checksum),
      (recipient + "q", .length),
      (String(recipient.dropLast()), .length),
      (" " + recipient, .prefix),
      (recipient.replacing("zvky", with: "zvKy"), .character),
      (recipient.replacing("zvky", with: "zvby"), .character),
      (recipient.replacing("zvky", with: "zvkz"), .checksum),
      // 32 bytes whose four bits of padding are not zero, with a checksum that matches.
      ("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73epp9g8nq", .padding),
    ] as [(String, KeyFault)])
  func textThatIsNoRecipient(text: String, fault: KeyFault) {
    #expect(throws: AgeError.recipient(fault)) { try X25519Recipient(text) }
  }

  @Test(
    arguments: [
      ("", .prefix),
      (recipient, .character),
      (recipient.uppercased(), .prefix),
      (identity.lowercased(), .character),
      (identity.replacing("GFPQ", with: "gFPQ"), .character),
      (identity.replacing("GFPQ", with: "GFPB"), .character),
      (identity.replacing("GFPQ", with: "GFPP"), .checksum),
      (identity + "Q", .length),
      ("AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR", .prefix),
    ] as [(String, KeyFault)])
  func textThatIsNoIdentity(text: String, fault: KeyFault) {
    #expect(throws: AgeError.identity(fault)) { try X25519Identity(text) }
  }

  @Test("Every single-character change of a recipient is noticed")
  func everyTypingErrorIsNoticed() {
    let letters = Array(Self.recipient.utf8)
    for index in letters.indices {
      for other in Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l1b".utf8) where other != letters[index] {
        var mistyped = letters
        mistyped[index] = other
        #expect(throws: AgeError.self) { try X25519Recipient(String(decoding: mistyped, as: UTF8.self)) }
      }
    }
  }
}
