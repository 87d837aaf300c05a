import SSHSignature
import Testing

@Suite("PROTOCOL.sshsig: signatures in our own hands")
struct SignatureTests {
  @Test func aSignatureVerifiesForItsMessageAndNamespaceOnly() throws {
    let signature = try Sample.signature
    #expect(signature.verifies(Sample.message, namespace: Sample.namespace))
    #expect(!signature.verifies(Sample.message, namespace: "receipt@example.org"))
    #expect(!signature.verifies(Sample.message, namespace: ""))
    #expect(!signature.verifies([], namespace: Sample.namespace))
  }

  @Test func namespacesAreComparedByBytes() throws {
    let signature = try SSHSignature.sign(Sample.message, namespace: "K", with: Sample.key)
    #expect("K" == "\u{212a}")
    #expect(signature.verifies(Sample.message, namespace: "K"))
    #expect(!signature.verifies(Sample.message, namespace: "\u{212a}"))
  }

  @Test func signingTwiceGivesTheSameBytes() throws {
    #expect(try Sample.signature.armored == Sample.signature.armored)
  }

  @Test(arguments: [
    "", " ", "a b", "a,b", "a*", "!a", "#a", "-a", "é", "a\0", "a\"", String(repeating: "a", count: 129),
  ])
  func whatIsNoNameIsNoNamespace(namespace: String) throws {
    let key = try Sample.key
    #expect(throws: SSHError.namespace) {
      try SSHSignature.sign(Sample.message, namespace: namespace, with: key)
    }
  }

  @Test(arguments: ["file", "git", "a", "A.b-c_d@e+f/g:9", String(repeating: "a", count: 128)])
  func whatDecodesEncodesToTheSameBytes(namespace: String) throws {
    let signature = try SSHSignature.sign(Sample.message, namespace: namespace, with: Sample.key)
    let decoded = try SSHSignature(armored: signature.armored)
    #expect(decoded == signature)
    #expect(decoded.armored == signature.armored)
    #expect(decoded.verifies(Sample.message, namespace: namespace))
  }

  @Test func everyBitOfTheArmorMatters() throws {
    for flipped in try Sample.signature.armored.bitFlips {
      guard let decoded = try? SSHSignature(armored: flipped) else { continue }
      #expect(decoded.armored == flipped)
      #expect(!decoded.verifies(Sample.message, namespace: Sample.namespace))
    }
  }

  @Test func everyBitOfTheMessageMatters() throws {
    let signature = try Sample.signature
    for flipped in Sample.message.bitFlips {
      #expect(!signature.verifies(flipped, namespace: Sample.namespace))
    }
  }

  @Test func noTruncationDecodes() throws {
    let armored = try Sample.signature.armored
    for count in 0..<armored.count {
      #expect(throws: SSHError.self) { try SSHSignature(armored: Array(armored[..<count])) }
    }
  }

  @Test(arguments: FalseArmor.all)
  func anotherSpellingOfTheArmorIsRefused(armor: FalseArmor) throws {
    // This namespace gives a last group of base64 with two padding characters.
    let signature = try SSHSignature.sign(Sample.message, namespace: "abcdefgh", with: Sample.key)
    let text = String(decoding: signature.armored, as: UTF8.self)
    let changed = armor.change(text)
    try #require(changed != text)
    #expect(throws: SSHError.armor(line: armor.line)) { try SSHSignature(armored: Array(changed.utf8)) }
  }
}

/// A change to good armor, and the line at which it must be refused.
struct FalseArmor: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let line: Int
  let change: @Sendable (String) -> String

  init(_ description: String, line: Int, change: @escaping @Sendable (String) -> String) {
    testDescription = description
    self.line = line
    self.change = change
  }

  private static let header = "-----BEGIN SSH SIGNATURE-----\n"
  private static let footer = "-----END SSH SIGNATURE-----\n"

  static let all: [FalseArmor] = [
    FalseArmor("an empty line before", line: 1) { "\n" + $0 },
    FalseArmor("a space before", line: 1) { " " + $0 },
    FalseArmor("an empty line after", line: 7) { $0 + "\n" },
    FalseArmor("no newline at the end", line: 6) { String($0.dropLast()) },
    FalseArmor("Windows line ends", line: 1) { $0.replacing("\n", with: "\r\n") },
    FalseArmor("a Windows line end in the text", line: 2) { $0.replacing("U1NIU0lH", with: "U1NIU0l\r") },
    FalseArmor("an empty line in the text", line: 5) { $0.replacing("\n-----END", with: "\n\n-----END") },
    FalseArmor("all in one line", line: 2) {
      header + $0.split(separator: "\n").dropFirst().dropLast().joined() + "\n" + footer
    },
    FalseArmor("no text at all", line: 2) { _ in header + footer },
    FalseArmor("bits under the padding", line: 2) { $0.replacing("A==\n", with: "B==\n") },
    FalseArmor("another label", line: 1) { $0.replacing("SSH SIGNATURE", with: "SSH MESSAGE") },
  ]
}
