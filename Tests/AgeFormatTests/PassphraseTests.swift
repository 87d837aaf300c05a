import Testing

@testable import AgeFormat

@Suite("age v1, section The scrypt recipient type")
struct PassphraseTests {
  private let drawn = Drawn(seed: 6)
  private let passphrase = Array("correct horse".utf8)

  @Test(arguments: [1, 2, 10])
  func comesBack(workFactor: Int) throws {
    let file = try Age.encrypt([1, 2, 3], passphrase: passphrase, workFactor: workFactor, randomBytes: drawn.bytes)
    #expect(try Age.decrypt(file, passphrase: passphrase, maximumWorkFactor: workFactor) == [1, 2, 3])
    #expect(throws: AgeError.noMatch) {
      try Age.decrypt(file, passphrase: Array("Correct horse".utf8), maximumWorkFactor: workFactor)
    }
    #expect(throws: AgeError.workFactorOverLimit(found: workFactor, limit: workFactor - 1)) {
      try Age.decrypt(file, passphrase: passphrase, maximumWorkFactor: workFactor - 1)
    }
    #expect(throws: AgeError.noMatch) {
      try Age.decrypt(file, with: [X25519Identity.generate(randomBytes: drawn.bytes)])
    }
  }

  @Test(
    "The limit holds before any work, whatever the caller allows",
    arguments: [
      ("23", 23), ("63", 63), ("999999999", 999_999_999), ("99999999999999999999999", Int.max),
    ])
  func limitsTheWorkFactor(written: String, found: Int) {
    let text =
      HeaderTests.version + HeaderTests.scrypt.replacing(" 10\n", with: " \(written)\n") + HeaderTests.mac
    #expect(throws: AgeError.workFactorOverLimit(found: found, limit: 22)) {
      try Age.decrypt(Array(text.utf8), passphrase: passphrase, maximumWorkFactor: .max)
    }
  }

  @Test func refusesToWriteWhatItWouldNotRead() {
    #expect(throws: AgeError.emptyPassphrase) {
      try Age.encrypt([], passphrase: [], workFactor: 10, randomBytes: drawn.bytes)
    }
    for workFactor in [Int.min, 0, 23, .max] {
      #expect(throws: AgeError.workFactorOutOfRange(workFactor)) {
        try Age.encrypt([], passphrase: passphrase, workFactor: workFactor, randomBytes: drawn.bytes)
      }
    }
  }
}
