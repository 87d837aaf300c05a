extension CSVTable {
  /// The table as UTF-8, CRLF at the end of every line, with quotes only where they are needed.
  ///
  /// - Parameter byteOrderMark: Excel takes a file without it for another encoding when it is opened by a double click.
  public func csv(byteOrderMark: Bool = false) -> [UInt8] {
    precondition(
      !columns.isEmpty && !columns.contains("") && Set(columns).count == columns.count,
      "columns have names, each another one")
    var bytes: [UInt8] = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    for row in [columns] + rows {
      precondition(row.count == columns.count, "every row has as many fields as there are columns")
      for (index, text) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(CSVGuard.added(to: text), isAlone: columns.count == 1, to: &bytes)
      }
      bytes += [0x0D, 0x0A]
    }
    return bytes
  }

  private static func append(_ text: String, isAlone: Bool, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard needsQuotes(text, isAlone: isAlone) else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Besides what RFC 4180 says: white space at the ends, which some readers trim; other separators, so that no reader
  /// takes them for the file's; a byte order mark, so that it is not taken for the file's; and an empty row's only field,
  /// which would otherwise be a blank line.
  private static func needsQuotes(_ text: String, isAlone: Bool) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return isAlone }
    let space = UInt8(ascii: " ")
    return first == space || last == space || text.unicodeScalars.first == "\u{FEFF}"
      || text.utf8.contains { special.contains($0) }
  }

  private static let special: [UInt8] = Array("\",;\t\r\n".utf8)
}
