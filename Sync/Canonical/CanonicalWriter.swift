/// Writes JSON in our one canonical form: keys in a fixed order, no spaces, integers only, the shortest escapes.
///
/// Two programs that write the same value write the same bytes, so that the bytes can be hashed and signed.
public struct CanonicalWriter {
  /// What was written so far: UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  /// Writes one document and returns its bytes.
  public static func document(_ body: (inout CanonicalWriter) -> Void) -> [UInt8] {
    var writer = CanonicalWriter()
    writer.object(body)
    return writer.bytes
  }

  /// Writes `{`, the keys and values of `body`, `}`.
  public mutating func object(_ body: (inout CanonicalWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes `[`, one value for each element, `]`.
  public mutating func array<Elements: Sequence>(
    _ elements: Elements, _ each: (inout CanonicalWriter, Elements.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for element in elements { each(&self, element) }
    close(UInt8(ascii: "]"))
  }

  /// Writes `[`, what `body` writes, `]`: an array whose elements are of different kinds.
  public mutating func tuple(_ body: (inout CanonicalWriter) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a key; the value must follow. Keys are plain ASCII letters, digits and `_`.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes an integer; its magnitude must be below 2^53, as `CanonicalReader` demands.
  public mutating func integer(_ value: Int64) {
    precondition(value.magnitude < CanonicalLimits.integerBound, "a canonical integer is below 2^53")
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes text; control characters, `"` and `\` are escaped, nothing else.
  public mutating func string(_ value: String) {
    string(utf8: Array(value.utf8))
  }

  /// Writes text given as valid UTF-8.
  public mutating func string(utf8: [UInt8]) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x7f:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(contentsOf: Hex.encode([byte]))
      default:
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes bytes as lowercase hexadecimal text.
  public mutating func hex(_ value: some Collection<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: Hex.encode(value))
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a digest as 64 hexadecimal digits, or `null`.
  public mutating func digest(_ value: Digest?) {
    if let value { hex(value.bytes) } else { null() }
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes text, or `null`.
  public mutating func optional(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  /// Writes an integer, or `null`.
  public mutating func optional(_ value: Int64?) {
    if let value { integer(value) } else { null() }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}

/// Limits of the canonical form. They belong to the format, not to a program.
public enum CanonicalLimits {
  /// Integers are smaller than this in magnitude, so that every JSON reader holds them exactly.
  public static let integerBound: UInt64 = 1 << 53
}
