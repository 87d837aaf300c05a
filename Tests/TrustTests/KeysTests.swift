import AgeFormat
import Canonical
import SSHSignature
import Testing
import Trust

@Suite("Names, keys and requests")
struct KeysTests {
  @Test(arguments: [
    ("ab", true), ("a", false), ("a1", true), ("1a", false), ("a-b", true), ("a--b", false), ("-ab", false),
    ("ab-", false), ("Ab", false), ("a_b", false), ("a/b", false), ("a.b", false), ("é1", false), ("", false),
    (String(repeating: "a", count: 48), true), (String(repeating: "a", count: 49), false),
  ])
  func names(text: String, isName: Bool) { #expect(Names.isName(text) == isName) }

  @Test(arguments: [
    ("common", true), ("member/kelp", true), ("a1/b2/c3", false), ("member/", false), ("/kelp", false),
    ("member//kelp", false), ("*", false), ("member/../kelp", false),
  ])
  func audiences(text: String, isAudience: Bool) { #expect(Names.isAudience(text) == isAudience) }

  private func keys() throws -> NodeKeys {
    NodeKeys(
      signing: try Sample.key(1), encryption: X25519Identity.generate { [UInt8](repeating: 2, count: $0) },
      root: try Sample.key(3))
  }

  @Test("A key file is read back, with and without a passphrase; a wrong, a missing and a needless one")
  func keyFile() throws {
    let keys = try keys()
    let random = { (count: Int) in [UInt8](repeating: 4, count: count) }
    let clear = try keys.fileContent(passphrase: nil, randomBytes: random)
    let sealed = try keys.fileContent(passphrase: Array("secret".utf8), randomBytes: random)
    #expect(!NodeKeys.isEncrypted(clear))
    #expect(NodeKeys.isEncrypted(sealed))
    for (content, passphrase) in [(clear, nil), (sealed, Array("secret".utf8))] as [([UInt8], [UInt8]?)] {
      let read = try NodeKeys(fileContent: content, passphrase: passphrase)
      #expect(read.signing.seed == keys.signing.seed)
      #expect(read.encryption.encoded == keys.encryption.encoded)
      #expect(read.root?.seed == keys.root?.seed)
    }
    #expect(throws: TrustError.self) { try NodeKeys(fileContent: sealed, passphrase: Array("Secret".utf8)) }
    #expect(throws: TrustError.self) { try NodeKeys(fileContent: sealed, passphrase: nil) }
    #expect(throws: TrustError.self) { try NodeKeys(fileContent: clear + [10], passphrase: nil) }
    #expect(throws: TrustError.self) {
      try NodeKeys(fileContent: Array(sealed.dropLast()), passphrase: Array("secret".utf8))
    }
  }

  @Test("A request survives being pasted, and nobody can put another key into it")
  func request() throws {
    let node = try Sample.node("kelp-1", 2)
    let request = EnrolmentRequest(network: Sample.network, node: node)
    let text = try request.text(signedWith: Sample.key(2))
    #expect(try EnrolmentRequest(text: text) == request)
    let pasted = "\n  " + text.split(separator: "\n").joined(separator: "  \r\n  ") + "\n\n"
    #expect(try EnrolmentRequest(text: pasted) == request)
    let other = Sample.recipient(9).encoded
    let swapped = text.replacing(node.encryptionKey.encoded, with: other)
    #expect(swapped != text)
    #expect(throws: TrustError.self) { try EnrolmentRequest(text: swapped) }
    let stranger = try EnrolmentRequest(network: Sample.network, node: node).text(signedWith: Sample.key(9))
    #expect(throws: TrustError.self) { try EnrolmentRequest(text: stranger) }
    #expect(throws: TrustError.self) { try EnrolmentRequest(text: "") }
  }

  @Test("An epoch secret opens for whom it was sealed, and only if the roster names it")
  func epochSecret() throws {
    let random = { (count: Int) in [UInt8](repeating: 4, count: count) }
    let reader = X25519Identity.generate { [UInt8](repeating: 8, count: $0) }
    let identity = X25519Identity.generate { [UInt8](repeating: 7, count: $0) }
    func open(_ number: Int64, network: Digest = Sample.network, with key: X25519Identity) throws -> EpochSecret {
      let secret = EpochSecret(network: network, audience: "member/kelp", number: number, identity: identity)
      return try EpochSecret(
        opening: secret.sealed(to: [reader.recipient], randomBytes: random), with: key, roster: Sample.roster())
    }
    #expect(try open(2, with: reader).identity.encoded == identity.encoded)
    #expect(throws: TrustError.self) { try open(1, with: reader) }
    #expect(throws: TrustError.self) { try open(3, with: reader) }
    #expect(throws: TrustError.self) { try open(2, network: Digest(of: [9]), with: reader) }
    #expect(throws: TrustError.self) { try open(2, with: identity) }
  }

  @Test("The first root is the one whose hash is the network, signed by one of its own keys")
  func firstRoot() throws {
    let root = try Sample.root()
    let document = try SignedDocument(signing: root.bytes, as: .root, with: Sample.key(200))
    #expect(try RootDocument.first(document, network: document.hash) == root)
    #expect(throws: TrustError.self) { try RootDocument.first(document, network: Sample.network) }
    let stranger = try SignedDocument(signing: root.bytes, as: .root, with: Sample.key(1))
    #expect(throws: TrustError.self) { try RootDocument.first(stranger, network: stranger.hash) }
    let elsewhere = try SignedDocument(signing: root.bytes, as: .roster, with: Sample.key(200))
    #expect(throws: TrustError.self) { try RootDocument.first(elsewhere, network: elsewhere.hash) }
    var second = root
    second.version = 2
    let later = try SignedDocument(signing: second.bytes, as: .root, with: Sample.key(200))
    #expect(throws: TrustError.self) { try RootDocument.first(later, network: later.hash) }
  }
}
