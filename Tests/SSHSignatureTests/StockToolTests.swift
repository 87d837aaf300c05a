import Foundation
import SSHSignature
import Testing

@Suite("PROTOCOL.sshsig and PROTOCOL.key: ssh-keygen as the judge")
struct StockToolTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(Sample.message, to: "message")
    let key = try Sample.key
    try workshop.write(
      Array(key.openSSHPrivateKey(comment: "a node", checkInt: 0x0102_0304).utf8), to: "key", mode: 0o600)
    let signers = try AllowedSigners([
      AllowedSigners.Entry(
        principal: "node@example.org", namespaces: [Sample.namespace, "git"], publicKey: key.publicKey)
    ])
    try workshop.write(Array(signers.text.utf8), to: "allowed_signers")
  }

  private func verify(_ signature: String, principal: String = "node@example.org", namespace: String) throws -> Bool {
    try workshop.run(
      "ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", principal, "-n", namespace, "-s", signature,
      input: "message"
    ).code == 0
  }

  @Test func ourSignaturesVerifyThere() throws {
    try workshop.write(Sample.signature.armored, to: "ours.sig")
    #expect(try verify("ours.sig", namespace: Sample.namespace))
    #expect(try !verify("ours.sig", namespace: "git"))
    #expect(try !verify("ours.sig", principal: "other@example.org", namespace: Sample.namespace))
    // The signers file restricts the namespaces: a good signature for another one is refused.
    try workshop.write(SSHSignature.sign(Sample.message, namespace: "file", with: Sample.key).armored, to: "file.sig")
    #expect(try !verify("file.sig", namespace: "file"))
    let found = try workshop.run("ssh-keygen", "-Y", "find-principals", "-f", "allowed_signers", "-s", "ours.sig")
    #expect(found.output == "node@example.org\n")
  }

  @Test(arguments: ["sha256", "sha512"])
  func theirSignaturesVerifyHere(hash: String) throws {
    let signed = try workshop.run(
      "ssh-keygen", "-Y", "sign", "-f", "key", "-n", Sample.namespace, "-O", "hashalg=\(hash)", "message")
    #expect(signed.code == 0)
    let armored = try workshop.read("message.sig")
    let signature = try SSHSignature(armored: armored)
    #expect(signature.hashAlgorithm.rawValue == hash)
    #expect(signature.publicKey == (try Sample.key.publicKey))
    #expect(signature.verifies(Sample.message, namespace: Sample.namespace))
    #expect(!signature.verifies(Sample.message, namespace: "git"))
    #expect(signature.armored == armored)
    // Ed25519 is deterministic: two programs make one signature.
    if hash == "sha512" { #expect(armored == (try Sample.signature.armored)) }
  }

  @Test func ourPrivateKeyIsReadThere() throws {
    let key = try Sample.key.publicKey
    let shown = try workshop.run("ssh-keygen", "-y", "-f", "key")
    #expect(shown.output == "\(key.openSSH) a node\n")
    try workshop.write(Array(key.openSSH.utf8) + [10], to: "public")
    let listed = try workshop.run("ssh-keygen", "-l", "-f", "public")
    #expect(listed.output.split(separator: " ").dropFirst().first.map(String.init) == key.fingerprint)
  }

  @Test func theirKeysAreReadHere() throws {
    #expect(try workshop.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "x y", "-f", "theirs").code == 0)
    let key = try SSHSigningKey(openSSHPrivateKey: workshop.text("theirs"))
    let line = try workshop.text("theirs.pub")
    #expect("\(key.publicKey.openSSH) x y\n" == line)
    #expect(try SSHPublicKey(openSSH: String(line.dropLast())) == key.publicKey)
    let listed = try workshop.run("ssh-keygen", "-l", "-f", "theirs")
    #expect(listed.output.contains(" \(key.publicKey.fingerprint) "))
    // Their file, written again by us from its own check number, is the same file.
    let blob = try #require(
      Data(base64Encoded: workshop.text("theirs").split(separator: "\n").dropFirst().dropLast().joined()))
    let checkInt = blob[98..<102].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    #expect(key.openSSHPrivateKey(comment: "x y", checkInt: checkInt) == (try workshop.text("theirs")))
  }

  @Test func aKeyUnderAPassphraseIsRefusedByName() throws {
    #expect(try workshop.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-a", "1", "-f", "locked").code == 0)
    let file = try workshop.text("locked")
    #expect(throws: SSHError.encryptedPrivateKey) { try SSHSigningKey(openSSHPrivateKey: file) }
  }

  @Test(arguments: [("rsa", "2048", SSHKeyType.rsa), ("ecdsa", "256", .ecdsa)])
  func otherKindsOfKeysAreRefusedByName(type: String, bits: String, kind: SSHKeyType) throws {
    #expect(try workshop.run("ssh-keygen", "-q", "-t", type, "-b", bits, "-N", "", "-f", "other").code == 0)
    #expect(
      try workshop.run("ssh-keygen", "-Y", "sign", "-f", "other", "-n", Sample.namespace, "message").code == 0)
    let armored = try workshop.read("message.sig")
    #expect(throws: SSHError.unsupportedKeyType(kind)) { try SSHSignature(armored: armored) }
    let file = try workshop.text("other")
    #expect(throws: SSHError.unsupportedKeyType(kind)) { try SSHSigningKey(openSSHPrivateKey: file) }
    let line = String(try workshop.text("other.pub").dropLast())
    #expect(throws: SSHError.unsupportedKeyType(kind)) { try SSHPublicKey(openSSH: line) }
  }
}
