/// Lowercase hexadecimal, the only form of bytes in our documents.
public enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two lowercase digits for each byte.
  public static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    }
    return output
  }

  /// Two lowercase digits for each byte, as text.
  public static func string(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: encode(bytes), as: UTF8.self)
  }

  /// The bytes, or nil when the count is odd or a digit is not one of `0-9a-f`.
  public static func decode(_ hex: some Collection<UInt8>) -> [UInt8]? {
    guard hex.count.isMultiple(of: 2) else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(hex.count / 2)
    var high: UInt8?
    for digit in hex {
      guard let value = value(of: digit) else { return nil }
      if let upper = high {
        output.append(upper << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return output
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
