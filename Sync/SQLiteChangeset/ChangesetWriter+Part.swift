extension ChangesetWriter {
  /// The records of one table, in the order in which they came, with their keys beside them.
  struct Part: Sendable {
    let table: ChangesetTable
    private(set) var body: [UInt8] = []
    private var keys: [UInt8] = []
    private var records: [Extent] = []

    private struct Extent {
      let bodyStart: Int
      let keyStart: Int
    }

    init(table: ChangesetTable) {
      self.table = table
    }

    mutating func append(_ record: SQLiteChangeset.Record) {
      records.append(Extent(bodyStart: body.count, keyStart: keys.count))
      let source = record.storage.bytes
      body.append(copying: source.span, record.byteRange)
      record.appendKey(to: &keys)
    }

    mutating func append(_ kind: ChangeKind, rows: [[SQLiteValue?]]) throws(ChangesetError) {
      for column in table.keyColumns where rows[0][column] == nil {
        throw ChangesetError(.undefinedField, at: body.count)
      }
      records.append(Extent(bodyStart: body.count, keyStart: keys.count))
      for column in table.keyColumns { rows[0][column]?.encode(into: &keys) }
      body.append(kind.rawValue)
      body.append(0)
      for row in rows {
        for value in row {
          if let value { value.encode(into: &body) } else { body.append(Field.undefined) }
        }
      }
    }

    func write(into bytes: inout [UInt8]) {
      table.encode(into: &bytes)
      let source = body.span
      for index in sortedRecords() {
        bytes.append(copying: source, extent(index))
      }
    }

    private func extent(_ index: Int) -> Range<Int> {
      records[index].bodyStart..<(index + 1 < records.count ? records[index + 1].bodyStart : body.count)
    }

    private func key(_ index: Int) -> Range<Int> {
      records[index].keyStart..<(index + 1 < records.count ? records[index + 1].keyStart : keys.count)
    }

    private func sortedRecords() -> [Int] {
      KeyOrder.ascending(records.indices.map(key), in: keys)
    }
  }
}
