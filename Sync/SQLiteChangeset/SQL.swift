/// The little of SQL's surface that the guard and the lint need.
enum SQL {
  static func literal(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  static func identifier(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  /// The bare words of a statement in capitals, in order: no strings, no quoted names, no comments.
  static func words(of sql: String) -> [String] {
    let bytes = [UInt8](sql.utf8)
    var words: [String] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        // A doubled quote reads as two quoted runs side by side, which ends at the same place.
        index = skip(bytes, from: index + 1, to: [bytes[index]])
      case UInt8(ascii: "["):
        index = skip(bytes, from: index + 1, to: [UInt8(ascii: "]")])
      case UInt8(ascii: "-") where bytes[index...].starts(with: "--".utf8):
        index = skip(bytes, from: index, to: [UInt8(ascii: "\n")])
      case UInt8(ascii: "/") where bytes[index...].starts(with: "/*".utf8):
        index = skip(bytes, from: index + 2, to: [UInt8]("*/".utf8))
      case let byte where isWord(byte):
        let end = bytes[index...].firstIndex { !isWord($0) } ?? bytes.count
        words.append(String(decoding: bytes[index..<end], as: UTF8.self).uppercased())
        index = end
      default:
        index += 1
      }
    }
    return words
  }

  /// Whether a column's DEFAULT, as the catalogue shows it, is a literal of a synced type.
  static func isConstant(_ text: String) -> Bool {
    let bytes = [UInt8](text.utf8)
    if text.uppercased() == "NULL" { return true }
    let digits = bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    if bytes.count - digits.count <= 1, !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      return true
    }
    let isBlob = bytes.first == UInt8(ascii: "x") || bytes.first == UInt8(ascii: "X")
    let quoted = bytes.dropFirst(isBlob ? 1 : 0)
    guard quoted.count >= 2, quoted.first == UInt8(ascii: "'"), quoted.last == UInt8(ascii: "'") else { return false }
    // Inside, quotes come in pairs.
    return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self).replacing("''", with: "").contains("'")
      == false
  }

  /// - Returns: the index behind `end`, or the end of all.
  private static func skip(_ bytes: [UInt8], from start: Int, to end: [UInt8]) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index...].starts(with: end) { return index + end.count }
      index += 1
    }
    return bytes.count
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
      || byte >= 0x80
  }
}
