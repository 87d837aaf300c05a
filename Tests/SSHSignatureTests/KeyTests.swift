import SSHSignature
import Testing

@Suite("PROTOCOL.key: public keys and private key files in our own hands")
struct KeyTests {
  @Test func aPublicKeyLineReadsBack() throws {
    let key = try Sample.key.publicKey
    #expect(try SSHPublicKey(openSSH: key.openSSH) == key)
    #expect(try SSHPublicKey(openSSH: key.openSSH + " someone at a node") == key)
  }

  @Test(arguments: FalseLine.all)
  func anotherSpellingOfALineIsRefused(line: FalseLine) throws {
    let text = try line.change(Sample.key.publicKey.openSSH)
    #expect(throws: line.error) { try SSHPublicKey(openSSH: text) }
  }

  @Test(arguments: [0, 31, 33, 64])
  func keysHave32Bytes(count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    #expect(throws: SSHError.keyByteCount(expected: 32, found: count)) { try SSHPublicKey(raw: bytes) }
    #expect(throws: SSHError.keyByteCount(expected: 32, found: count)) { try SSHSigningKey(seed: bytes) }
  }

  @Test(arguments: ["", "a", "someone at a node", "é", "a\nb\0c", String(repeating: "long ", count: 100)])
  func aPrivateKeyFileReadsBack(comment: String) throws {
    let key = try Sample.key
    let file = key.openSSHPrivateKey(comment: comment, checkInt: 0xfedc_ba98)
    let read = try SSHSigningKey(openSSHPrivateKey: file)
    #expect(read.seed == Sample.seed)
    #expect(read.publicKey == key.publicKey)
  }

  @Test func noTruncationOfAPrivateKeyFileIsRead() throws {
    let file = try Sample.key.openSSHPrivateKey(comment: "a", checkInt: 1)
    for count in 0..<file.count {
      #expect(throws: SSHError.self) { try SSHSigningKey(openSSHPrivateKey: String(file.prefix(count))) }
    }
    #expect(throws: SSHError.armor(line: 1)) {
      try SSHSigningKey(openSSHPrivateKey: file.replacing("\n", with: "\r\n"))
    }
  }

  @Test func aFlippedBitNeverGivesAnotherKey() throws {
    let file = Array(try Sample.key.openSSHPrivateKey(comment: "a", checkInt: 1).utf8)
    for flipped in file.bitFlips {
      guard let text = String(validating: flipped, as: UTF8.self) else { continue }
      // A flip in the comment is not noticed, and does no harm.
      guard let key = try? SSHSigningKey(openSSHPrivateKey: text) else { continue }
      #expect(key.seed == Sample.seed)
    }
  }

  @Test func aSigningKeyShowsNothingSecret() throws {
    let key = try Sample.key
    #expect(String(describing: key) == "SSHSigningKey(\(key.publicKey.fingerprint))")
    var dump = ""
    Swift.dump(key, to: &dump)
    #expect(!dump.contains(key.seed.map(String.init).joined(separator: "\n")))
  }
}

/// A change to a good public key line, and the error that it must lead to.
struct FalseLine: Sendable {
  let error: SSHError
  let change: @Sendable (String) -> String

  init(_ error: SSHError, change: @escaping @Sendable (String) -> String) {
    self.error = error
    self.change = change
  }

  static let all: [FalseLine] = [
    FalseLine(.publicKeyLine(offset: 12)) { $0 + "\n" },
    FalseLine(.publicKeyLine(offset: 82)) { $0 + " a\n" },
    FalseLine(.unsupportedKeyType(.other)) { " " + $0 },
    FalseLine(.publicKeyLine(offset: 12)) { $0.replacing(" ", with: "  ") },
    FalseLine(.publicKeyLine(offset: 12)) { String($0.dropLast()) },
    FalseLine(.wire(offset: 15)) { String($0.dropLast(4)) },
    FalseLine(.wire(offset: 51)) { $0 + "AAAA" },
    FalseLine(.publicKeyLine(offset: 11)) { _ in "ssh-ed25519" },
    FalseLine(.unsupportedKeyType(.rsa)) { _ in "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAQE=" },
    FalseLine(.unsupportedKeyType(.ecdsa)) { _ in "ecdsa-sha2-nistp256 AAAA" },
    FalseLine(.publicKeyLine(offset: 0)) { _ in "" },
  ]
}
