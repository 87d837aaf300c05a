/// A table as a spreadsheet program exchanges it: a row of column names, then rows of texts.
///
/// Days are written `2024-01-31`, numbers plain (`61.8`, `-1200`), without thousands separators, currency or percent signs.
/// For every table of valid text, `CSVTable(csv: table.csv())` is the same table. Spreadsheet programs cut long cells:
/// LibreOffice 7.4 after 65,535 characters (measured), Excel after 32,767; they also drop rows at the end without any text.
///
/// - Source: RFC 4180; the guard in front of some fields is ours, see `CSVGuard`.
public struct CSVTable: Hashable, Sendable {
  /// At least one; each different and not empty.
  public var columns: [String]
  /// Each as long as `columns`.
  public var rows: [[String]]

  public init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// What a reader takes before it gives up.
public struct CSVLimits: Hashable, Sendable {
  public var byteCount: Int
  public var rowCount: Int
  public var columnCount: Int
  /// Bytes of one field, its quotes taken away.
  public var fieldByteCount: Int

  /// 64 MiB, 1,000,000 rows, 1,024 columns, 256 KiB for a field.
  public init(
    byteCount: Int = 64 << 20, rowCount: Int = 1_000_000, columnCount: Int = 1024, fieldByteCount: Int = 256 << 10
  ) {
    self.byteCount = byteCount
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.fieldByteCount = fieldByteCount
  }
}
