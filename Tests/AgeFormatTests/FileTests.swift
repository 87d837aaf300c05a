import Testing

@testable import AgeFormat

/// A file that this target wrote once, with the randomness of `Drawn(seed: 7)`: it must stay writable and readable.
enum Golden {
  static let identity = KeyTests.identity
  static let plaintext = Array("Sealed once, readable for ever.\n".utf8)
  static let file = unhex(
    """
    6167652d656e6372797074696f6e2e6f72672f76310a2d3e2058323535313920784e632b474d4f6e647639594b677963\
    414b7948324459695346475032653975514a7451784676724352630a6a6865316d533955312f4943394b324146727778\
    5348633261346b725771584547315864596e5a445659670a2d2d2d204b2f666c337a426b41414e2f6c7542712b6b5268\
    447a4833614834436c6d6931775173734e327438655a6b0a3825911b47850f23e0ed02bf9133ef81bbb65af91d622b9f\
    9eec1e035244b05ad3c422f7becdc72b93ce9c56ae30bc3df74cf7b5a8b8a215207c8a79bdddbeca
    """)
}

@Suite("age v1: whole files")
struct FileTests {
  private let identity = X25519Identity.generate(randomBytes: Drawn(seed: 3).bytes)
  private let stranger = X25519Identity.generate(randomBytes: Drawn(seed: 4).bytes)
  private let drawn = Drawn(seed: 5)

  @Test func fixedRandomnessGivesFixedBytes() throws {
    let identity = try X25519Identity(Golden.identity)
    let file = try Age.encrypt(Golden.plaintext, to: [identity.recipient], randomBytes: Drawn(seed: 7).bytes)
    #expect(hex(file) == hex(Golden.file))
    #expect(try Age.decrypt(Golden.file, with: [identity]) == Golden.plaintext)
  }

  @Test("Randomness is asked for in the order that the comments promise")
  func randomnessIsAskedForInOrder() throws {
    var asked: [Int] = []
    func randomBytes(_ count: Int) -> [UInt8] {
      asked.append(count)
      return drawn.bytes(count)
    }
    _ = try Age.encrypt([1], to: [identity.recipient, stranger.recipient], randomBytes: randomBytes)
    #expect(asked == [16, 32, 32, 16])
    asked = []
    _ = try Age.encrypt([1], passphrase: [1], workFactor: 1, randomBytes: randomBytes)
    #expect(asked == [16, 16, 16])
  }

  @Test(
    "Any length comes back, and the file has the length that the format gives",
    arguments: [0, 1, 15, 16, 400, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 200_000])
  func everyLengthComesBack(count: Int) throws {
    let plaintext = drawn.bytes(count)
    let file = try Age.encrypt(plaintext, to: [identity.recipient], randomBytes: drawn.bytes)
    #expect(file.count == 168 + 16 + count + 16 * max(1, (count + 65_535) / 65_536))
    let isSame = try Age.decrypt(file, with: [identity]) == plaintext
    #expect(isSame)
  }

  @Test func everyRecipientReadsAndNobodyElse() throws {
    let others = (0..<3).map { _ in X25519Identity.generate(randomBytes: drawn.bytes) }
    let file = try Age.encrypt([1, 2, 3], to: others.map(\.recipient), randomBytes: drawn.bytes)
    for other in others {
      #expect(try Age.decrypt(file, with: [other]) == [1, 2, 3])
      #expect(try Age.decrypt(file, with: [stranger, other]) == [1, 2, 3])
    }
    #expect(throws: AgeError.noMatch) { try Age.decrypt(file, with: [stranger]) }
    #expect(throws: AgeError.noMatch) { try Age.decrypt(file, with: []) }
    #expect(throws: AgeError.noMatch) { try Age.decrypt(file, passphrase: [1], maximumWorkFactor: 22) }
  }

  @Test("Every flipped bit is refused")
  func everyFlippedBitIsRefused() throws {
    let file = try Age.encrypt(drawn.bytes(20), to: [identity.recipient], randomBytes: drawn.bytes)
    for bit in 0..<(8 * file.count) {
      var flipped = file
      flipped[bit / 8] ^= 1 << (bit % 8)
      #expect(throws: AgeError.self, "bit \(bit)") { try Age.decrypt(flipped, with: [identity]) }
    }
  }

  @Test("Every truncation and every addition is refused")
  func everyOtherLengthIsRefused() throws {
    let file = try Age.encrypt(drawn.bytes(20), to: [identity.recipient], randomBytes: drawn.bytes)
    for count in file.indices {
      #expect(throws: AgeError.self, "\(count) bytes") { try Age.decrypt(Array(file[..<count]), with: [identity]) }
    }
    for more in [1, 16, 17, 65_536] {
      let longer = file + [UInt8](repeating: 0, count: more)
      #expect(throws: AgeError.payload(offset: 184)) { try Age.decrypt(longer, with: [identity]) }
    }
  }

  @Test("A chunk that is altered, moved, dropped or repeated is refused where it stands")
  func chunksKeepTheirPlace() throws {
    let file = try Age.encrypt(drawn.bytes(3 * 65_536), to: [identity.recipient], randomBytes: drawn.bytes)
    let start = 184
    let chunk = 65_552
    let head = Array(file[..<start])
    let chunks = (0..<3).map { Array(file[(start + $0 * chunk)..<(start + ($0 + 1) * chunk)]) }
    var altered = chunks[1]
    altered[0] ^= 1
    let cases: [(name: String, file: [UInt8], offset: Int)] = [
      ("altered", head + chunks[0] + altered + chunks[2], start + chunk),
      ("swapped", head + chunks[1] + chunks[0] + chunks[2], start),
      ("first dropped", head + chunks[1] + chunks[2], start),
      ("last dropped", head + chunks[0] + chunks[1], start + chunk),
      ("last repeated", file + chunks[2], start + 2 * chunk),
      ("all dropped", head, start),
      ("empty chunk added", file + [UInt8](repeating: 0, count: 16), start + 3 * chunk),
    ]
    for (name, file, offset) in cases {
      #expect(throws: AgeError.payload(offset: offset), "\(name)") { try Age.decrypt(file, with: [identity]) }
    }
  }

  @Test(arguments: [0, 129])
  func refusesToWriteToNobodyOrToACrowd(count: Int) {
    let recipients = [X25519Recipient](repeating: identity.recipient, count: count)
    #expect(throws: AgeError.recipientCount(count, limit: 128)) {
      try Age.encrypt([], to: recipients, randomBytes: drawn.bytes)
    }
  }

  @Test("Points of low order are refused as recipients and as shares", arguments: [0, 1])
  func lowOrderPointsAreRefused(first: UInt8) throws {
    let lowOrder = X25519Recipient(rawBytes: [first] + [UInt8](repeating: 0, count: 31))
    #expect(throws: AgeError.lowOrderRecipient(index: 1)) {
      try Age.encrypt([], to: [identity.recipient, lowOrder], randomBytes: drawn.bytes)
    }
    let share = String(decoding: Base64.encode(lowOrder.rawBytes), as: UTF8.self)
    let file =
      HeaderTests.version + "-> grease\n\n-> X25519 \(share)\n" + HeaderTests.body + "\n" + HeaderTests.mac
    #expect(throws: AgeError.lowOrderShare(offset: 33)) { try Age.decrypt(Array(file.utf8), with: [identity]) }
  }
}
