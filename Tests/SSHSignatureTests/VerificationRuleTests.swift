import CSodium
import SSHSignature
import Testing

@Suite("Ed25519: one verification rule on every node")
struct VerificationRuleTests {
  /// All encodings of the eight points of small order, the non-canonical ones too, and other non-canonical points.
  static let weakKeys = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  ]

  /// The point of the key below, with a point of order 2 and one of order 8 added.
  static let mixedOrderKeys = [
    "15a3f61cc1502b12d5a992afce8c0b1c1506c85b277be84ec239eefdd3895fa4",
    "a0ec1419f522ab24e320ffa714daa11c69ec2e07b2dfd5cb30db0c1255da62a8",
  ]

  @Test func thePrimeOrderPartOfTheMixedKeysIsAGoodKey() throws {
    let raw = [UInt8](hex: "d85c09e33eafd4ed2a566d503173f4e3eaf937a4d88417b13dc611022c76a05b")
    #expect(try SSHPublicKey(raw: raw).raw == raw)
  }

  @Test(arguments: weakKeys + mixedOrderKeys)
  func aPointThatIsNotOfPrimeOrderIsNoPublicKey(hex: String) {
    #expect(throws: SSHError.weakPublicKey) { try SSHPublicKey(raw: [UInt8](hex: hex)) }
  }

  /// With a key of order 1, `R = S·B` fits every message whatever `h` is; with the other orders, one message in up to
  /// eight. So several messages are tried, with `S = 0` and `R` the neutral element, and with `S = 1` and `R = B`.
  @Test(arguments: weakKeys)
  func aKeyOfSmallOrderVerifiesNothing(hex: String) throws {
    var one = [UInt8](repeating: 0, count: 32)
    one[0] = 1
    let zero = [UInt8](repeating: 0, count: 32)
    let base = [0x58] + [UInt8](repeating: 0x66, count: 31)
    var blob = Blob(try Sample.signature)
    blob.key = [UInt8](hex: hex)
    for signature in [one + zero, base + one] {
      blob.signature = signature
      let decoded = try SSHSignature(armored: blob.armored)
      for message in 0..<UInt8(64) {
        #expect(!decoded.verifies([message], namespace: Sample.namespace))
      }
    }
  }

  @Test(arguments: 1...15)
  func aMultipleOfTheOrderAddedToSIsRefused(multiple: Int) throws {
    let order = [UInt8](hex: "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
    var blob = Blob(try Sample.signature)
    for _ in 0..<multiple {
      var carry = 0
      for index in 0..<32 {
        carry += Int(blob.signature[32 + index]) + Int(order[index])
        blob.signature[32 + index] = UInt8(carry & 255)
        carry >>= 8
      }
      if carry > 0 { return }  // S no longer fits in 32 bytes.
    }
    let decoded = try SSHSignature(armored: blob.armored)
    #expect(!decoded.verifies(Sample.message, namespace: Sample.namespace))
  }

  /// A signature made by the key's owner so that only an equation with the cofactor accepts it.
  @Test func aComponentOfSmallOrderInRIsRefused() throws {
    let orderEight = [UInt8](hex: weakKeysOrderEight)
    for (addend, verifies) in [(nil, true), (orderEight, false)] {
      let blob = try handMade(addingToR: addend)
      let decoded = try SSHSignature(armored: blob.armored)
      #expect(decoded.verifies(Sample.message, namespace: Sample.namespace) == verifies)
    }
  }

  private let weakKeysOrderEight = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"

  /// Signs by hand: `R = r·B`, plus `addend`, and `S = r + h·a` with the `h` that belongs to that `R`.
  private func handMade(addingToR addend: [UInt8]?) throws -> Blob {
    var blob = Blob(try Sample.signature)
    var expanded = [UInt8](repeating: 0, count: 64)
    try #require(unsafe crypto_hash_sha512(&expanded, Sample.seed, 32) == 0)
    var scalar = Array(expanded[..<32])
    scalar[0] &= 248
    scalar[31] = scalar[31] & 127 | 64
    let nonce = [7] + [UInt8](repeating: 0, count: 31)
    var point = [UInt8](repeating: 0, count: 32)
    try #require(unsafe crypto_scalarmult_ed25519_base_noclamp(&point, nonce) == 0)
    if let addend {
      let plain = point
      try #require(unsafe crypto_core_ed25519_add(&point, plain, addend) == 0)
    }
    var digest = [UInt8](repeating: 0, count: 64)
    try #require(unsafe crypto_hash_sha512(&digest, Sample.message, UInt64(Sample.message.count)) == 0)
    func string(_ bytes: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(bytes.count)] + bytes }
    let signed =
      Array("SSHSIG".utf8) + string(Array(Sample.namespace.utf8)) + string([]) + string(Array("sha512".utf8))
      + string(digest)
    let hashed = point + blob.key + signed
    try #require(unsafe crypto_hash_sha512(&digest, hashed, UInt64(hashed.count)) == 0)
    var challenge = [UInt8](repeating: 0, count: 32)
    unsafe crypto_core_ed25519_scalar_reduce(&challenge, digest)
    var product = [UInt8](repeating: 0, count: 32)
    unsafe crypto_core_ed25519_scalar_mul(&product, challenge, scalar)
    var sum = [UInt8](repeating: 0, count: 32)
    unsafe crypto_core_ed25519_scalar_add(&sum, product, nonce)
    blob.signature = point + sum
    return blob
  }
}
