/// Bech32 (BIP 173), in lower case, for keys of 32 bytes: 52 characters of data and 6 of checksum.
///
/// Lookups depend on the bytes, so the time may too: keys are read and shown once, not for every file.
enum Bech32 {
  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let valueOf: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()
  private static let dataCount = 52
  private static let checksumCount = 6

  static func encode(_ key: [UInt8], prefix: [UInt8]) -> [UInt8] {
    precondition(key.count == 32, "Bech32: an X25519 key has 32 bytes")
    var values: [UInt8] = []
    values.reserveCapacity(dataCount + checksumCount)
    var pending: UInt32 = 0
    var pendingBits = 0
    for byte in key {
      pending = (pending << 8 | UInt32(byte)) & 0xfff
      pendingBits += 8
      while pendingBits >= 5 {
        pendingBits -= 5
        values.append(UInt8(pending >> UInt32(pendingBits) & 31))
      }
    }
    values.append(UInt8(pending << UInt32(5 - pendingBits) & 31))
    let sum = checksum(of: values + [UInt8](repeating: 0, count: checksumCount), prefix: prefix) ^ 1
    for index in 0..<checksumCount { values.append(UInt8(sum >> UInt32(5 * (5 - index)) & 31)) }
    defer { wipe(&values) }
    return prefix + [UInt8(ascii: "1")] + values.map { alphabet[Int($0)] }
  }

  /// The 32 bytes of a key, or what is wrong with its text.
  static func decode(_ text: [UInt8], prefix: [UInt8]) throws(KeyFault) -> [UInt8] {
    guard text.starts(with: prefix + [UInt8(ascii: "1")]) else { throw .prefix }
    let characters = text.dropFirst(prefix.count + 1)
    guard characters.count == dataCount + checksumCount else { throw .length }
    var values: [UInt8] = []
    values.reserveCapacity(characters.count)
    defer { wipe(&values) }
    for character in characters {
      guard let value = valueOf[Int(character)] else { throw .character }
      values.append(value)
    }
    guard checksum(of: values, prefix: prefix) == 1 else { throw .checksum }

    var key: [UInt8] = []
    key.reserveCapacity(32)
    var pending: UInt32 = 0
    var pendingBits = 0
    for value in values.prefix(dataCount) {
      pending = (pending << 5 | UInt32(value)) & 0xfff
      pendingBits += 5
      if pendingBits >= 8 {
        pendingBits -= 8
        key.append(UInt8(pending >> UInt32(pendingBits) & 0xff))
      }
    }
    guard pending & (1 << UInt32(pendingBits) - 1) == 0 else { throw .padding }
    return key
  }

  private static func checksum(of values: [UInt8], prefix: [UInt8]) -> UInt32 {
    var sum: UInt32 = 1
    func add(_ value: UInt8) {
      let top = sum >> 25
      sum = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, term) in generator.enumerated() where top >> UInt32(bit) & 1 == 1 { sum ^= term }
    }
    for character in prefix { add(character >> 5) }
    add(0)
    for character in prefix { add(character & 31) }
    for value in values { add(value) }
    return sum
  }

  private static let generator: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
}
