internal import Glibc

/// A `known_hosts` file of OpenSSH, as far as a node needs one: host names in clear, one key a line.
///
/// - Source: sshd(8), section SSH_KNOWN_HOSTS FILE FORMAT. Hashed names are passed over; so are `@cert-authority`
///   lines, as libssh2 knows no host certificates.
struct SSHKnownHosts {
  enum Verdict { case trusted, changed, unknown }

  private struct Line {
    let isRevoked: Bool
    let patterns: [Substring]
    let key: [UInt8]
  }

  private let lines: [Line]

  init(text: String) {
    lines = text.split(whereSeparator: \.isNewline).compactMap { line in
      var fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard let first = fields.first, !first.hasPrefix("#"), first != "@cert-authority" else { return nil }
      let isRevoked = first == "@revoked"
      if isRevoked { fields.removeFirst() }
      guard fields.count >= 3, let key = Base64.decode(fields[2]) else { return nil }
      return Line(
        isRevoked: isRevoked, patterns: fields[0].lowercased().split(separator: ",").map { $0[...] }, key: key)
    }
  }

  /// - Returns: `nil` if the file cannot be read.
  init?(path: String) {
    guard let file = unsafe fopen(path, "re") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < 16 << 20 {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }

  /// - Parameter key: the host's public key in SSH wire form.
  func verdict(host: String, port: Int, key: [UInt8]) -> Verdict {
    let name = port == 22 ? host : host.hasPrefix("[") ? "\(host):\(port)" : "[\(host)]:\(port)"
    let matching = lines.filter { Self.matches($0.patterns, name) }
    if matching.contains(where: { $0.isRevoked && $0.key == key }) { return .changed }
    let keys = matching.filter { !$0.isRevoked }.map(\.key)
    if keys.contains(key) { return .trusted }
    // A key of a type that the file does not have for this host is not a change: servers have one of each type.
    return keys.contains { Self.type(of: $0) == Self.type(of: key) } ? .changed : .unknown
  }

  /// The first field of a public key in wire form: a four-byte length, then the name of its type.
  private static func type(of key: [UInt8]) -> ArraySlice<UInt8> {
    guard key.count >= 4 else { return [] }
    let length = key[..<4].reduce(0) { $0 << 8 | Int($1) }
    return key.dropFirst(4).prefix(length)
  }

  private static func matches(_ patterns: [Substring], _ name: String) -> Bool {
    if patterns.contains(where: { $0.hasPrefix("!") && matches($0.dropFirst()[...], name[...]) }) { return false }
    return patterns.contains { matches($0, name[...]) }
  }

  /// `*` stands for any characters, `?` for one.
  private static func matches(_ pattern: Substring, _ name: Substring) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      return matches(pattern.dropFirst(), name) || (!name.isEmpty && matches(pattern, name.dropFirst()))
    }
    guard let letter = name.first, first == "?" || first == letter else { return false }
    return matches(pattern.dropFirst(), name.dropFirst())
  }
}

/// Base64 of RFC 4648, section 4.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Padding may be there or not.
  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var bitCount = 0
    for digit in text.utf8 where digit != UInt8(ascii: "=") {
      guard let value = alphabet.firstIndex(of: digit) else { return nil }
      bits = bits << 6 | UInt32(value)
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
      }
    }
    return bytes
  }

  static func encodeUnpadded(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for index in 0...group.count { digits.append(alphabet[Int(bits >> UInt32(18 - 6 * index)) & 63]) }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
