extension CSVTable {
  /// Reads what `csv()` writes, and what spreadsheet programs write: CRLF or LF ends a line, a byte order mark may stand in
  /// front, the last line may lack its end. The guard of `CSVGuard` is taken away.
  ///
  /// - Throws: the first problem, with its place.
  public init(csv bytes: [UInt8], limits: CSVLimits = CSVLimits()) throws(CSVError) {
    var reader = try CSVReader(bytes, limits)
    columns = try reader.header()
    rows = []
    while let row = try reader.row(expecting: columns.count) { rows.append(row) }
  }
}

/// A cursor over the bytes of a table.
private struct CSVReader {
  private let bytes: [UInt8]
  private let limits: CSVLimits
  private var place: Int
  private var line = 1
  private var rowCount = 0

  init(_ bytes: [UInt8], _ limits: CSVLimits) throws(CSVError) {
    self.bytes = bytes
    self.limits = limits
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if bytes.count > limits.byteCount { throw error(.tooManyBytes(limit: limits.byteCount), at: limits.byteCount) }
    do throws(UTF8.ValidationError) { _ = try UTF8Span(validating: bytes.span) } catch {
      throw self.error(.notUTF8, at: error.byteOffsets.lowerBound)
    }
    if let zero = bytes.firstIndex(of: 0) { throw error(.zeroByte, at: zero) }
  }

  mutating func header() throws(CSVError) -> [String] {
    let start = place
    guard !bytes.dropFirst(place).isEmpty else { throw CSVError(problem: .noHeader, line: 1, byte: place, column: nil) }
    let names = try fields()
    let isQuoted = bytes[start] == quote
    if names.count == 1 && !isQuoted && names[0].utf8.contains(where: { $0 == semicolon || $0 == tab }) {
      throw CSVError(problem: .otherSeparator, line: 1, byte: start, column: nil)
    }
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      let problem: CSVError.Problem? =
        name.isEmpty ? .emptyColumnName : seen.insert(name).inserted ? nil : .repeatedColumnName
      if let problem { throw CSVError(problem: problem, line: 1, byte: start, column: index + 1) }
    }
    return names
  }

  /// The next row; nil at the end.
  mutating func row(expecting count: Int) throws(CSVError) -> [String]? {
    guard place < bytes.count else { return nil }
    let (start, startLine) = (place, line)
    let row = try fields()
    if row.count != count {
      let problem = CSVError.Problem.fieldCount(found: row.count, expected: count)
      throw CSVError(problem: problem, line: startLine, byte: start, column: nil)
    }
    rowCount += 1
    if rowCount > limits.rowCount {
      throw CSVError(problem: .tooManyRows(limit: limits.rowCount), line: startLine, byte: start, column: nil)
    }
    return row
  }

  /// The fields up to the end of the line, which is consumed.
  private mutating func fields() throws(CSVError) -> [String] {
    var fields: [String] = []
    while true {
      if fields.count == limits.columnCount { throw problem(.tooManyColumns(limit: limits.columnCount)) }
      let column = fields.count + 1
      let (start, startLine) = (place, line)
      let isQuoted = place < bytes.count && bytes[place] == quote
      let content = isQuoted ? try quotedContent(column) : try plainContent(column)
      let text = CSVGuard.removed(from: String(decoding: content, as: UTF8.self))
      if text.utf8.count > limits.fieldByteCount {
        let problem = CSVError.Problem.fieldTooLong(limit: limits.fieldByteCount)
        throw CSVError(problem: problem, line: startLine, byte: start, column: column)
      }
      fields.append(text)
      guard place < bytes.count else { return fields }
      defer { place += 1 }
      if bytes[place] == lineFeed {
        line += 1
        return fields
      }
    }
  }

  private mutating func plainContent(_ column: Int) throws(CSVError) -> ArraySlice<UInt8> {
    let start = place
    while !isAtEndOfField && bytes[place] != carriageReturn {
      if bytes[place] == quote { throw problem(.quoteInField, column: column) }
      place += 1
    }
    let end = place
    try skipCarriageReturn(column)
    return bytes[start..<end]
  }

  private mutating func quotedContent(_ column: Int) throws(CSVError) -> ArraySlice<UInt8> {
    let (start, startLine) = (place, line)
    var content: ArraySlice<UInt8> = []
    place += 1
    while place < bytes.count {
      if bytes[place] == lineFeed { line += 1 }
      if bytes[place] == quote {
        place += 1
        guard place < bytes.count, bytes[place] == quote else {
          try skipCarriageReturn(column)
          guard isAtEndOfField else { throw problem(.textAfterQuote, column: column) }
          return content
        }
      }
      content.append(bytes[place])
      place += 1
    }
    throw CSVError(problem: .quoteNotClosed, line: startLine, byte: start, column: column)
  }

  private var isAtEndOfField: Bool { place >= bytes.count || bytes[place] == comma || bytes[place] == lineFeed }

  /// The first half of CRLF.
  private mutating func skipCarriageReturn(_ column: Int) throws(CSVError) {
    guard place < bytes.count, bytes[place] == carriageReturn else { return }
    guard place + 1 < bytes.count, bytes[place + 1] == lineFeed else {
      throw problem(.bareCarriageReturn, column: column)
    }
    place += 1
  }

  private func problem(_ problem: CSVError.Problem, column: Int? = nil) -> CSVError {
    CSVError(problem: problem, line: line, byte: place, column: column)
  }

  /// For a place that was found before lines were counted.
  private func error(_ problem: CSVError.Problem, at byte: Int) -> CSVError {
    let lines = bytes.prefix(byte).reduce(1) { $1 == lineFeed ? $0 + 1 : $0 }
    return CSVError(problem: problem, line: lines, byte: byte, column: nil)
  }
}

private let quote = UInt8(ascii: "\"")
private let comma = UInt8(ascii: ",")
private let semicolon = UInt8(ascii: ";")
private let tab: UInt8 = 0x09
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
