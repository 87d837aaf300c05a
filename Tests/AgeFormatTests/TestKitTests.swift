import Testing

@testable import AgeFormat

@Suite("age test kit (C2SP/CCTV)")
struct TestKitTests {
  /// `age` itself reads up to 22; the kit has a vector with 23.
  static let maximumWorkFactor = 22

  @Test("86 vectors: 53 covered, 24 with armor and 9 with post-quantum recipients not")
  func everyVectorIsCoveredOrNamed() throws {
    let names = try Vector.names()
    #expect(names.count == 86)
    #expect(Vector.covered.count == 53)
    #expect(names.count { $0.hasPrefix("armor_") } == 24)
    #expect(names.count { $0.hasPrefix("hybrid_") } == 9)
  }

  @Test(arguments: Vector.covered)
  func givesWhatTheKitExpects(vector: Vector) throws {
    do {
      let plaintext = try decrypt(vector)
      #expect(vector.expectation == "success")
      #expect(sha256(plaintext) == vector.payloadDigest)
    } catch {
      // A file that fails gives nothing, so there is no partial payload to compare.
      #expect(kitWord(for: error) == vector.expectation, "\(error)")
    }
  }

  @Test("A header that parses is written again as it was read", arguments: Vector.covered)
  func headersComeBack(vector: Vector) throws {
    do {
      let (header, payloadOffset) = try AgeHeader.parse(vector.file)
      #expect(header.encoded == Array(vector.file[..<payloadOffset]))
      for index in header.stanzas.indices {
        #expect(vector.file[header.offset(ofStanza: index)...].starts(with: Array("-> ".utf8)))
      }
    } catch {
      #expect(vector.expectation == "header failure", "\(error)")
    }
  }

  @Test("With the kit's file key and nonce, the payload is written again as it was read", arguments: Vector.covered)
  func payloadsComeBack(vector: Vector) throws {
    guard vector.expectation == "success" else { return }
    let plaintext = try decrypt(vector)
    let payloadOffset = try AgeHeader.parse(vector.file).payloadOffset
    var key = unhex(vector.fileKey)
    let written = Payload.seal(
      plaintext, fileKey: SecretBytes(taking: &key),
      nonce: Array(vector.file[payloadOffset...].prefix(16)), behind: Array(vector.file[..<payloadOffset]))
    // Compared outside the macro, which would print megabytes.
    let isSame = written == vector.file
    #expect(isSame)
  }

  @Test("An armored file is refused by its name")
  func armorIsNamed() {
    #expect(throws: AgeError.header(offset: 0, .armored)) {
      try AgeHeader.parse(Array("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n".utf8))
    }
  }

  private func decrypt(_ vector: Vector) throws(AgeError) -> [UInt8] {
    if let passphrase = vector.passphrases.first {
      return try Age.decrypt(
        vector.file, passphrase: Array(passphrase.utf8), maximumWorkFactor: Self.maximumWorkFactor)
    }
    var identities: [X25519Identity] = []
    for identity in vector.identities { identities.append(try X25519Identity(identity)) }
    return try Age.decrypt(vector.file, with: identities)
  }

  private func kitWord(for error: any Error) -> String {
    switch error as? AgeError {
    case .header, .unsupportedVersion, .lowOrderShare, .workFactorOverLimit: "header failure"
    case .noMatch: "no match"
    case .headerMAC: "HMAC failure"
    case .payload: "payload failure"
    default: "another failure"
    }
  }
}
