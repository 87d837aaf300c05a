import AgeFormat
import Canonical
import Changesets
import SQLiteChangeset
import SSHSignature
import Testing
import Trust

@Suite("A sealed changeset opens whole, or not at all")
struct SealingTests {
  private struct Sealed {
    var header: Header
    var signature: [UInt8]
    var body: [UInt8]
  }

  private static func random(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) } }

  private func seal(escrow: X25519Recipient? = nil) throws -> Sealed {
    var manifest = Example.manifest
    manifest.transactions[0].parts = 1
    guard let table = ChangesetTable(name: "note", primaryKey: [1, 2, 0]) else { throw SealedError.payload("no table") }
    var writer = ChangesetWriter(tables: ["note"])
    try writer.insert(into: table, [.text("kelp"), .text("n"), .integer(1)])
    let body = try Sealing.encrypt(
      Payload(manifest: manifest, changesets: [writer.finish()]).packed(), epoch: Example.identity(1).recipient,
      escrow: escrow, randomBytes: Self.random)
    var header = Example.header
    header.bodyHash = Digest(of: body)
    header.bodyByteCount = Int64(body.count)
    return Sealed(header: header, signature: try Sealing.sign(header, with: Example.key(5)), body: body)
  }

  @Test("What was sealed is what opens")
  func opens() throws {
    let sealed = try seal()
    #expect(try Sealing.signer(of: sealed.header.bytes, signature: sealed.signature) == Example.key(5).publicKey)
    try Sealing.check(sealed.body, against: sealed.header)
    let payload = try Sealing.open(sealed.body, header: sealed.header, with: Example.identity(1), hasEscrow: false)
    #expect(payload.manifest.transactions.count == 1)
    #expect(payload.changesets[0].recordCount == 1)
  }

  @Test("Any bit of the header: the signature holds no more")
  func headerBits() throws {
    let sealed = try seal()
    let bytes = sealed.header.bytes
    for bit in 0..<bytes.count * 8 {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: SealedError.self, "bit \(bit)") {
        _ = try Sealing.signer(of: flipped, signature: sealed.signature)
      }
    }
  }

  @Test("Any bit of the signature: it holds no more")
  func signatureBits() throws {
    let sealed = try seal()
    for bit in 0..<sealed.signature.count * 8 {
      var flipped = sealed.signature
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: SealedError.self, "bit \(bit)") {
        _ = try Sealing.signer(of: sealed.header.bytes, signature: flipped)
      }
    }
  }

  @Test("Any bit of the body: it is not the one that the header names, and does not open either")
  func bodyBits() throws {
    let sealed = try seal()
    for bit in 0..<sealed.body.count * 8 {
      var flipped = sealed.body
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: SealedError.self, "bit \(bit)") { try Sealing.check(flipped, against: sealed.header) }
      #expect(throws: SealedError.self, "bit \(bit)") {
        _ = try Sealing.open(flipped, header: sealed.header, with: Example.identity(1), hasEscrow: false)
      }
    }
  }

  @Test("Any file cut short or made longer")
  func lengths() throws {
    let sealed = try seal()
    for count in 0..<sealed.body.count {
      #expect(throws: SealedError.self) {
        _ = try Sealing.open(
          Array(sealed.body.prefix(count)), header: sealed.header, with: Example.identity(1), hasEscrow: false)
      }
    }
    #expect(throws: SealedError.self) { try Sealing.check(sealed.body + [0], against: sealed.header) }
    #expect(throws: SealedError.self) { try Header(sealed.header.bytes + [10]) }
    #expect(throws: SealedError.self) {
      try Sealing.signer(of: sealed.header.bytes, signature: Array(sealed.signature.dropLast(2)))
    }
  }

  @Test("Exactly the allowed stanzas stand there")
  func stanzas() throws {
    let (plain, escrowed) = (try seal(), try seal(escrow: Example.identity(2).recipient))
    _ = try Sealing.open(escrowed.body, header: escrowed.header, with: Example.identity(1), hasEscrow: true)
    #expect(throws: SealedError.self) {
      try Sealing.open(escrowed.body, header: escrowed.header, with: Example.identity(1), hasEscrow: false)
    }
    #expect(throws: SealedError.self) {
      try Sealing.open(plain.body, header: plain.header, with: Example.identity(1), hasEscrow: true)
    }
    #expect(throws: SealedError.self) {
      try Sealing.open(plain.body, header: plain.header, with: Example.identity(3), hasEscrow: false)
    }
  }

  @Test("A manifest in another place than the header", arguments: 0..<5)
  func otherPlace(field: Int) throws {
    let sealed = try seal()
    var header = sealed.header
    switch field {
    case 0: header.network = Digest(of: [99])
    case 1: header.node = "kelp-9"
    case 2: header.incarnation = String(repeating: "2", count: 32)
    case 3: header.audience = "common"
    default: header.sequence = 8
    }
    #expect(throws: SealedError.self) {
      try Sealing.open(sealed.body, header: header, with: Example.identity(1), hasEscrow: false)
    }
  }
}
