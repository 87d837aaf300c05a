/// Why bytes are not a table that can be taken. Says where, and never what stands there.
public struct CSVError: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    case notUTF8
    case zeroByte
    case tooManyBytes(limit: Int)
    case tooManyRows(limit: Int)
    case tooManyColumns(limit: Int)
    case fieldTooLong(limit: Int)
    /// A quote within a field that does not begin with one.
    case quoteInField
    /// Something between the closing quote of a field and the next comma or line end.
    case textAfterQuote
    /// The place is that of the opening quote.
    case quoteNotClosed
    /// A carriage return, outside quotes, that no line feed follows.
    case bareCarriageReturn
    /// The place is where the row begins.
    case fieldCount(found: Int, expected: Int)
    case noHeader
    case emptyColumnName
    case repeatedColumnName
    /// The header is one field with semicolons or tabs in it.
    case otherSeparator
  }

  public let problem: Problem
  /// From 1; line feeds are counted, those within quotes too.
  public let line: Int
  /// From 0.
  public let byte: Int
  /// From 1: the field of its row, where one can be named.
  public let column: Int?
}

extension CSVError: CustomStringConvertible {
  /// "line 3, field 2 (byte 41): a quote is not closed"
  public var description: String {
    "line \(line)\(column.map { ", field \($0)" } ?? "") (byte \(byte)): \(words)"
  }

  private var words: String {
    switch problem {
    case .notUTF8: "this is not UTF-8; save the file as \"CSV UTF-8\""
    case .zeroByte: "there is a zero byte, so this is no CSV file"
    case .tooManyBytes(let limit): "the file has more than \(limit) bytes"
    case .tooManyRows(let limit): "there are more than \(limit) rows"
    case .tooManyColumns(let limit): "there are more than \(limit) columns"
    case .fieldTooLong(let limit): "the field has more than \(limit) bytes"
    case .quoteInField: "a quote stands within a field; the whole field needs quotes, and the quote is written twice"
    case .textAfterQuote: "something stands between the closing quote and the next comma"
    case .quoteNotClosed: "a quote that is opened here is never closed"
    case .bareCarriageReturn: "a line ends with a carriage return alone; save the file with LF or CRLF"
    case .fieldCount(let found, let expected): "the row has \(Self.count(found)); the header has \(expected)"
    case .noHeader: "the first line must hold the names of the columns"
    case .emptyColumnName: "a column has no name"
    case .repeatedColumnName: "a column has the name of another column"
    case .otherSeparator: "fields are not separated by commas; save the file with the comma as separator"
    }
  }

  private static func count(_ fields: Int) -> String { fields == 1 ? "1 field" : "\(fields) fields" }
}
