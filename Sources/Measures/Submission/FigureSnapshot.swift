public import Records

/// The figures of a quarter frozen as text: equal figures are equal bytes.
///
/// Four lines of head, then one line for each figure, in the order of elements, then periods, byte by byte; LF at the end of
/// each line:
///
///     qapi figures 1
///     data set: standard version 1
///     quarter: FFY 2024 Q2
///     element,period,value,out_of
///     157-1,2024-01,1234,0
public struct FigureSnapshot: Hashable, Sendable {
  public let dataSet: String
  public let quarter: FederalQuarter
  public let book: FigureBook

  public init(dataSet: String, quarter: FederalQuarter, book: FigureBook) {
    self.dataSet = dataSet
    self.quarter = quarter
    self.book = book
  }

  private static let heading = "qapi figures 1"
  private static let columns = "element,period,value,out_of"

  public var text: String {
    let lines = book.names.map { name in
      let entry = book[name] ?? FigureBook.Entry(value: 0)
      return "\(name.element),\(name.period),\(entry.value),\(entry.base)"
    }
    return ([Self.heading, "data set: \(dataSet)", "quarter: \(quarter)", Self.columns] + lines).joined(separator: "\n")
      + "\n"
  }

  /// Reads what ``text`` writes; nil for anything else, down to the last byte.
  public init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 5, lines.popLast() == "", lines[0] == Self.heading, lines[3] == Self.columns,
      lines[1].hasPrefix("data set: "), lines[2].hasPrefix("quarter: "),
      let quarter = FederalQuarter(String(lines[2].dropFirst(9)))
    else { return nil }
    var entries: [FigureName: FigureBook.Entry] = [:]
    for line in lines[4...] {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 4, let value = Int64(fields[2]), let base = Int64(fields[3]) else { return nil }
      entries[FigureName(element: String(fields[0]), period: String(fields[1]))] = .init(value: value, base: base)
    }
    self.init(dataSet: String(lines[1].dropFirst(10)), quarter: quarter, book: FigureBook(entries))
    guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
  }
}
