/// Where a document stopped being in canonical form, and what was expected there.
public struct CanonicalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The offset of the byte, from the document's start.
  public let offset: Int
  /// What the form demands at that place.
  public let expected: String

  public init(offset: Int, expected: String) {
    self.offset = offset
    self.expected = expected
  }

  public var description: String { "not in canonical form at byte \(offset): expected \(expected)" }
}

/// Reads JSON in our one canonical form, and nothing else.
///
/// The caller names each key in its place, so a missing, unknown, repeated or displaced key, a space, a longer escape
/// or a leading zero is an error by construction: what this accepts, `CanonicalWriter` writes with the same bytes.
public struct CanonicalReader {
  private let bytes: [UInt8]
  private var position = 0
  private var needsComma = false
  private var depth = 0

  private static let maximumDepth = 16

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads one document; nothing may follow it.
  public static func document<Value>(
    _ bytes: [UInt8], _ body: (inout CanonicalReader) throws(CanonicalError) -> Value
  ) throws(CanonicalError) -> Value {
    var reader = CanonicalReader(bytes)
    let value = try reader.object(body)
    guard reader.position == bytes.count else { throw reader.error("the end of the document") }
    return value
  }

  /// Reads `{`, what `body` reads, `}`.
  public mutating func object<Value>(
    _ body: (inout CanonicalReader) throws(CanonicalError) -> Value
  ) throws(CanonicalError) -> Value {
    try open(UInt8(ascii: "{"))
    let value = try body(&self)
    try close(UInt8(ascii: "}"))
    return value
  }

  /// Reads `[`, elements as `each` reads them, `]`.
  ///
  /// - Parameter maximumCount: a longer array is refused before its next element is read.
  public mutating func array<Element>(
    maximumCount: Int, _ each: (inout CanonicalReader) throws(CanonicalError) -> Element
  ) throws(CanonicalError) -> [Element] {
    try open(UInt8(ascii: "["))
    var elements: [Element] = []
    while peek() != UInt8(ascii: "]") {
      guard elements.count < maximumCount else { throw error("at most \(maximumCount) elements") }
      elements.append(try each(&self))
    }
    try close(UInt8(ascii: "]"))
    return elements
  }

  /// Reads an array of integers below 2^53 in magnitude: what `array` with `integer` reads, for long ones.
  public mutating func integers(maximumCount: Int) throws(CanonicalError) -> [Int64] {
    try open(UInt8(ascii: "["))
    var elements: [Int64] = []
    while peek() != UInt8(ascii: "]") {
      guard elements.count < maximumCount else { throw error("at most \(maximumCount) elements") }
      elements.append(try integer())
    }
    try close(UInt8(ascii: "]"))
    return elements
  }

  /// Reads the `[` of an array whose elements are of different kinds.
  public mutating func beginArray() throws(CanonicalError) { try open(UInt8(ascii: "[")) }

  /// Reads the `]` of an array whose elements are of different kinds.
  public mutating func endArray() throws(CanonicalError) { try close(UInt8(ascii: "]")) }

  /// Reads the key `name`, which must stand here.
  public mutating func key(_ name: StaticString) throws(CanonicalError) {
    try separate()
    let count = name.utf8CodeUnitCount
    let end = position + count + 3
    guard end <= bytes.count, bytes[position] == UInt8(ascii: "\""), bytes[end - 2] == UInt8(ascii: "\""),
      bytes[end - 1] == UInt8(ascii: ":")
    else { throw error("the key \"\(name)\"") }
    for offset in 0..<count where unsafe bytes[position + 1 + offset] != name.utf8Start[offset] {
      throw error("the key \"\(name)\"")
    }
    position = end
    needsComma = false
  }

  /// Reads an integer below 2^53 in magnitude.
  public mutating func integer() throws(CanonicalError) -> Int64 {
    try separate()
    let start = position
    let negative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
    if negative { position += 1 }
    let firstDigit = position
    var value: UInt64 = 0
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value * 10 + UInt64(digit)
      position += 1
      guard value < CanonicalLimits.integerBound else { throw error("an integer below 2^53") }
    }
    let digits = position - firstDigit
    let leadingZero = digits > 0 && bytes[firstDigit] == UInt8(ascii: "0") && (digits > 1 || negative)
    guard digits > 0, !leadingZero else {
      position = start
      throw error("an integer without leading zero")
    }
    return negative ? -Int64(value) : Int64(value)
  }

  /// Reads an integer from 0 to 2^53 - 1.
  public mutating func count() throws(CanonicalError) -> Int64 {
    let value = try integer()
    guard value >= 0 else { throw error("an integer that is not negative") }
    return value
  }

  /// Reads text; valid UTF-8 in the shortest escapes.
  public mutating func string() throws(CanonicalError) -> String {
    let utf8 = try stringBytes()
    guard let text = String(validating: utf8, as: UTF8.self) else { throw error("valid UTF-8 text") }
    return text
  }

  /// Reads bytes written as lowercase hexadecimal.
  public mutating func hex() throws(CanonicalError) -> [UInt8] {
    guard let value = Hex.decode(try stringBytes()) else { throw error("lowercase hexadecimal digits") }
    return value
  }

  /// Reads a digest: 64 lowercase hexadecimal digits.
  public mutating func digest() throws(CanonicalError) -> Digest {
    guard let value = Digest(hex: try stringBytes()) else { throw error("64 lowercase hexadecimal digits") }
    return value
  }

  /// Reads `true` or `false`.
  public mutating func boolean() throws(CanonicalError) -> Bool {
    try separate()
    if take("true") { return true }
    if take("false") { return false }
    throw error("true or false")
  }

  /// Reads `null`, or what `read` reads.
  public mutating func optional<Value>(
    _ read: (inout CanonicalReader) throws(CanonicalError) -> Value
  ) throws(CanonicalError) -> Value? {
    let before = (position, needsComma)
    try separate()
    if take("null") { return nil }
    (position, needsComma) = before
    return try read(&self)
  }

  /// An error at the present place.
  public func error(_ expected: String) -> CanonicalError { CanonicalError(offset: position, expected: expected) }

  private mutating func stringBytes() throws(CanonicalError) -> [UInt8] {
    try separate()
    guard peek() == UInt8(ascii: "\"") else { throw error("text") }
    position += 1
    let start = position
    while position < bytes.count, isPlain(bytes[position]) { position += 1 }
    var output = Array(bytes[start..<position])
    while let byte = peek(), byte != UInt8(ascii: "\"") {
      output.append(byte == UInt8(ascii: "\\") ? try escape() : try plain())
    }
    guard peek() == UInt8(ascii: "\"") else { throw error("the end of the text") }
    position += 1
    return output
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7f && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func plain() throws(CanonicalError) -> UInt8 {
    let byte = bytes[position]
    guard isPlain(byte) else { throw error("an escaped control character") }
    position += 1
    return byte
  }

  private mutating func escape() throws(CanonicalError) -> UInt8 {
    if take("\\\"") { return UInt8(ascii: "\"") }
    if take("\\\\") { return UInt8(ascii: "\\") }
    guard take("\\u00"), position + 2 <= bytes.count, let value = Hex.decode(bytes[position..<position + 2])?.first,
      value < 0x20 || value == 0x7f
    else { throw error("one of the escapes \\\", \\\\ or \\u00xx for a control character") }
    position += 2
    return value
  }

  private mutating func open(_ bracket: UInt8) throws(CanonicalError) {
    try separate()
    guard peek() == bracket else { throw error(bracket == UInt8(ascii: "{") ? "an object" : "an array") }
    depth += 1
    guard depth <= Self.maximumDepth else { throw error("at most \(Self.maximumDepth) levels") }
    position += 1
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) throws(CanonicalError) {
    guard peek() == bracket else { throw error("no further key or element") }
    depth -= 1
    position += 1
    needsComma = true
  }

  private mutating func separate() throws(CanonicalError) {
    if needsComma {
      guard peek() == UInt8(ascii: ",") else { throw error("a comma") }
      position += 1
    }
    needsComma = true
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for offset in 0..<count where unsafe bytes[position + offset] != text.utf8Start[offset] { return false }
    position += count
    return true
  }
}
