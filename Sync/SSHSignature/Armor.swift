/// Base64 between a `BEGIN` and an `END` line, in lines of 70 characters as `ssh-keygen` writes them.
///
/// One blob has one armor: decoding refuses another line length, line ending or padding, and anything before or after.
enum Armor: String {
  case signature = "SSH SIGNATURE"
  case privateKey = "OPENSSH PRIVATE KEY"

  private static let lineLength = 70
  private static let newline = UInt8(ascii: "\n")

  private var header: [UInt8] { [UInt8]("-----BEGIN \(rawValue)-----\n".utf8) }
  private var footer: [UInt8] { [UInt8]("-----END \(rawValue)-----\n".utf8) }

  func encode(_ blob: [UInt8]) -> [UInt8] {
    var text = Base64.encode(blob)
    defer { wipe(&text) }
    var armored = header
    armored.reserveCapacity(text.count + text.count / Self.lineLength + 2 * armored.count)
    var start = 0
    while start < text.count {
      let end = min(start + Self.lineLength, text.count)
      armored += text[start..<end]
      armored.append(Self.newline)
      start = end
    }
    armored += footer
    return armored
  }

  func decode(_ armored: [UInt8]) throws(SSHError) -> [UInt8] {
    let header = header
    let footer = footer
    guard armored.starts(with: header) else { throw .armor(line: 1) }
    guard armored.count >= header.count + footer.count, armored.suffix(footer.count).elementsEqual(footer) else {
      throw .armor(line: lineCount(of: armored))
    }
    let body = armored[header.count..<armored.count - footer.count]
    var text: [UInt8] = []
    defer { wipe(&text) }
    text.reserveCapacity(body.count)
    var line = 2
    var start = body.startIndex
    while start < body.endIndex {
      // A line ends after 70 characters; only the last one may be shorter, and none is empty.
      let end = min(start + Self.lineLength, body.endIndex - 1)
      guard end > start, body[end] == Self.newline, !body[start..<end].contains(Self.newline) else {
        throw .armor(line: line)
      }
      text += body[start..<end]
      start = end + 1
      line += 1
    }
    guard let blob = Base64.decode(text) else { throw .armor(line: 2) }
    return blob
  }

  private func lineCount(of armored: [UInt8]) -> Int {
    1 + armored.dropLast().count { $0 == Self.newline }
  }
}
