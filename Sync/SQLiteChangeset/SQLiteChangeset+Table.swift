// What is asked of all records of a table at once, so that a check of many rows costs little more than one of few.
extension SQLiteChangeset {
  /// The records of a table.
  ///
  /// - Parameter table: an index into `tables`.
  public func records(ofTable table: Int) -> Range<Int> {
    // Tables follow one another, so the first record of each is found by halving.
    firstRecord(from: table)..<firstRecord(from: table + 1)
  }

  private func firstRecord(from table: Int) -> Int {
    var low = 0
    var high = recordCount
    while low < high {
      let middle = (low + high) / 2
      if Int(storage.records[middle].table) < table { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first key value of every row of a table if they all have the same; nil if they differ.
  ///
  /// Records ascend by key, and no encoding of a value is the start of another: where the first and the last record agree,
  /// all between them do.
  public func commonFirstKey(ofTable table: Int) -> Cell? {
    let range = records(ofTable: table)
    guard let last = range.last else { return nil }
    let cell = record(at: range.lowerBound).keyCell(0)
    return record(at: last).keyCell(0) == cell ? cell : nil
  }

  /// Types of values, as a column admits them.
  public struct TypeSet: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public init(_ type: SQLiteType) { rawValue = 1 << type.rawValue }

    public static let null = TypeSet(.null)
  }

  /// The first column in which a record of a table has a value, old or new, of a type that the column does not admit.
  ///
  /// - Parameter admitted: the types of each column, as many as the table has columns.
  /// - Returns: nil when all values are as they should be.
  public func misfit(inTable table: Int, admitted: [TypeSet]) -> Int? {
    let columnCount = tables[table].columnCount
    precondition(admitted.count == columnCount, "types for each column")
    // A field without a value has the type byte 0.
    let allowed = admitted.map { $0.rawValue | 1 }
    let (bytes, fields) = (storage.bytes, storage.fields)
    for entry in storage.records[records(ofTable: table)] {
      var field = Int(entry.firstField)
      for _ in 0..<(entry.kind == .update ? 2 : 1) {
        for column in 0..<columnCount {
          guard allowed[column] >> bytes[Int(fields[field])] & 1 == 1 else { return column }
          field += 1
        }
      }
    }
    return nil
  }
}
