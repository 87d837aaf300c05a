extension AgeHeader {
  /// A header is at most this long: 64 KiB. Ours have about 200 bytes.
  public static let maximumByteCount = 65_536
  /// A header has at most this many stanzas; each may cost a reader one scalar multiplication.
  public static let maximumStanzaCount = 128
  /// The line of a stanza's arguments is at most this long.
  public static let maximumLineByteCount = 8_192

  /// Reads the header at the start of an age file, and accepts only what `encoded` would write.
  ///
  /// Native stanzas are checked for their form too: an `X25519` stanza has one 32-byte share, an `scrypt` stanza has a
  /// salt and a work factor and stands alone. Stanzas of other types may say what they like.
  ///
  /// - Parameter file: the file; what follows the header is not looked at.
  /// - Returns: the header, and the offset of the byte behind it, where the payload starts.
  /// - Throws: `AgeError.header` with the offset of the first fault, or `AgeError.unsupportedVersion`.
  /// - Source: age-encryption.org/v1, section ABNF definition of file header.
  public static func parse(_ file: [UInt8]) throws(AgeError) -> (header: AgeHeader, payloadOffset: Int) {
    var reader = HeaderReader(file)
    try reader.readVersionLine()
    var stanzas: [AgeStanza] = []
    var scryptOffset: Int?
    while reader.isAt(stanzaMark) {
      let offset = reader.offset
      guard stanzas.count < maximumStanzaCount else { throw .header(offset: offset, .tooManyStanzas) }
      let stanza = try reader.readStanza()
      switch stanza.type {
      case X25519Stanza.type:
        guard X25519Stanza(stanza) != nil else { throw .header(offset: offset, .x25519Stanza) }
      case ScryptStanza.type:
        guard ScryptStanza(stanza) != nil else { throw .header(offset: offset, .scryptStanza) }
        scryptOffset = scryptOffset ?? offset
      default: break  // of another type, or grease
      }
      stanzas.append(stanza)
    }
    let macOffset = reader.offset
    let mac = try reader.readMACLine()
    guard !stanzas.isEmpty else { throw .header(offset: macOffset, .noStanza) }
    if let scryptOffset, stanzas.count > 1 { throw .header(offset: scryptOffset, .scryptNotAlone) }
    return (AgeHeader(stanzas: stanzas, mac: mac), reader.offset)
  }

  /// Where a stanza of a parsed header starts in its file: reading and writing are exact, so lengths add up.
  func offset(ofStanza index: Int) -> Int {
    AgeHeader(stanzas: Array(stanzas.prefix(index)), mac: mac).encoded.count - Self.macMark.count - Self.macLineRest
  }
}

/// Reads the lines of a header, one after the other.
private struct HeaderReader {
  let file: [UInt8]
  private(set) var offset = 0

  init(_ file: [UInt8]) { self.file = file }

  mutating func readVersionLine() throws(AgeError) {
    guard !isAt(Array("-----BEGIN AGE".utf8)) else { throw .header(offset: 0, .armored) }
    if isAt(AgeHeader.versionLine) {
      offset = AgeHeader.versionLine.count
      return
    }
    let name = AgeHeader.versionLine.dropLast(3)  // without "v1" and the line feed
    guard file.starts(with: name) else {
      throw .header(offset: 0, name.starts(with: file) ? .truncated : .notAge)
    }
    let line = try readLine(limit: 128)
    let version = file[line].dropFirst(name.count)
    guard !version.isEmpty, version.allSatisfy(isVisible) else { throw .header(offset: 0, .notAge) }
    throw .unsupportedVersion
  }

  mutating func readStanza() throws(AgeError) -> AgeStanza {
    var arguments = try readArguments()
    let type = arguments.removeFirst()
    var body: [UInt8] = []
    while true {
      let start = offset
      let line = try readLine(limit: AgeHeader.bodyColumns)
      guard let bytes = Base64.decode(file[line]) else { throw .header(offset: start, .base64) }
      body += bytes
      if line.count < AgeHeader.bodyColumns { return AgeStanza(type: type, arguments: arguments, body: body) }
    }
  }

  private mutating func readArguments() throws(AgeError) -> [String] {
    let line = try readLine(limit: AgeHeader.maximumLineByteCount)
    var position = line.lowerBound + AgeHeader.stanzaMark.count
    guard position < line.upperBound, file[position] == UInt8(ascii: " ") else {
      throw .header(offset: line.lowerBound, .unexpectedLine)
    }
    var arguments: [String] = []
    while position < line.upperBound {
      position += 1  // the space
      let rest = file[position..<line.upperBound]
      let argument = rest.prefix { $0 != UInt8(ascii: " ") }
      guard !argument.isEmpty else { throw .header(offset: position, .emptyArgument) }
      if let wrong = argument.firstIndex(where: { !isVisible($0) }) {
        throw .header(offset: wrong, .invalidCharacter)
      }
      arguments.append(String(decoding: argument, as: UTF8.self))
      position = argument.endIndex
    }
    return arguments
  }

  mutating func readMACLine() throws(AgeError) -> [UInt8] {
    let start = offset
    guard isAt(AgeHeader.macMark) else {
      let isCut = file.count - start < AgeHeader.macMark.count
      throw .header(offset: start, isCut ? .truncated : .unexpectedLine)
    }
    let line = try readLine(limit: AgeHeader.macMark.count + AgeHeader.macLineRest - 1)
    let rest = file[line].dropFirst(AgeHeader.macMark.count)
    guard rest.first == UInt8(ascii: " "), let mac = Base64.decode(rest.dropFirst()), mac.count == 32 else {
      throw .header(offset: start, .mac)
    }
    return mac
  }

  func isAt(_ mark: [UInt8]) -> Bool { file[offset...].starts(with: mark) }

  /// The next line without its line feed. Looks at `limit` bytes and one more, however long the file is.
  private mutating func readLine(limit: Int) throws(AgeError) -> Range<Int> {
    let start = offset
    let window = file[start..<min(start + limit + 1, file.count, AgeHeader.maximumByteCount)]
    guard let end = window.firstIndex(of: AgeHeader.lineFeed) else {
      if window.count > limit { throw .header(offset: start, .lineTooLong) }
      throw .header(offset: start, window.endIndex == file.count ? .truncated : .headerTooLong)
    }
    offset = end + 1
    return start..<end
  }
}

/// VCHAR of RFC 5234.
private func isVisible(_ byte: UInt8) -> Bool { 0x21...0x7e ~= byte }
