extension SQLiteChangeset {
  /// Brings what the local session extension wrote into canonical order, and refuses what no reader would take.
  ///
  /// Every record is decoded strictly and then moved as it is, so the result needs no second reading: what it would check
  /// besides, the order of tables and keys, is made here.
  ///
  /// - Parameters:
  ///   - raw: the output of `CaptureSession.changeset()` on this machine.
  ///   - order: the names of all synced tables, in the order in which they are written.
  public static func normalised(
    _ raw: [UInt8], order: [String], limits: Limits = Limits()
  ) throws(ChangesetError) -> SQLiteChangeset {
    let unordered = try SQLiteChangeset(decodingUnordered: raw, limits: limits)
    var tables: [Int] = []
    for name in order {
      if let table = unordered.tables.firstIndex(where: { $0.name == name }) { tables.append(table) }
    }
    guard tables.count == unordered.tables.count else { throw ChangesetError(.unknownTable, at: 0) }
    var mover = Mover(unordered.storage)
    for table in tables { try mover.move(table, records: unordered.records(ofTable: table)) }
    return SQLiteChangeset(storage: mover.finish())
  }

  /// Moves records into another order; the fields keep their distances, so no record is read again.
  private struct Mover {
    private let source: Storage
    private var bytes: [UInt8] = []
    private var tables: [ChangesetTable] = []
    private var records: [Entry] = []
    private var fields: [UInt32] = []

    init(_ source: Storage) {
      self.source = source
      bytes.reserveCapacity(source.bytes.count)
      records.reserveCapacity(source.records.count)
      fields.reserveCapacity(source.fields.count)
    }

    mutating func move(_ table: Int, records range: Range<Int>) throws(ChangesetError) {
      source.tables[table].encode(into: &bytes)
      tables.append(source.tables[table])
      let (keys, keyBytes) = keys(of: table, range)
      var previous: Int?
      for index in KeyOrder.ascending(keys, in: keyBytes) {
        if let previous, Field.compare(keyBytes.span, keys[previous], keyBytes.span, keys[index]) == 0 {
          throw ChangesetError(.recordOrder, at: bytes.count)
        }
        previous = index
        append(source.records[range.lowerBound + index])
      }
    }

    private mutating func append(_ entry: Entry) {
      let place = Record(storage: source, entry: entry).byteRange
      let first = Int(entry.firstField)
      let columnCount = source.tables[Int(entry.table)].columnCount
      records.append(
        Entry(
          firstField: UInt32(truncatingIfNeeded: fields.count), table: UInt16(tables.count - 1), kind: entry.kind))
      for field in first..<first + (entry.kind == .update ? columnCount * 2 : columnCount) {
        fields.append(UInt32(truncatingIfNeeded: Int(source.fields[field]) - place.lowerBound + bytes.count))
      }
      let from = source.bytes
      bytes.append(copying: from.span, place)
    }

    /// Where the records' keys lie: in the changeset itself when they lead the row, else in a copy.
    private func keys(of table: Int, _ range: Range<Int>) -> (ranges: [Range<Int>], bytes: [UInt8]) {
      var ranges: [Range<Int>] = []
      ranges.reserveCapacity(range.count)
      if source.tables[table].keyLeads {
        for index in range { ranges.append(Record(storage: source, entry: source.records[index]).leadingKeyRange) }
        return (ranges, source.bytes)
      }
      var copies: [UInt8] = []
      for index in range {
        let start = copies.count
        Record(storage: source, entry: source.records[index]).appendKey(to: &copies)
        ranges.append(start..<copies.count)
      }
      return (ranges, copies)
    }

    consuming func finish() -> Storage {
      Storage(bytes: bytes, tables: tables, records: records, fields: fields)
    }
  }
}
