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

    /// The records by ascending key. Keys that came sorted are not sorted again; else most comparisons are settled by
    /// the eight bytes behind what all keys have in common, such as the agency in front.
    private func sortedRecords() -> [Int] {
      let bytes = keys.span
      var isSorted = true
      var common = records.isEmpty ? 0 : key(0).count
      for index in 1..<max(records.count, 1) {
        if isSorted { isSorted = Field.compare(bytes, key(index - 1), bytes, key(index)) < 0 }
        common = commonPrefix(key(0), key(index), atMost: common)
      }
      guard !isSorted else { return Array(records.indices) }
      var entries = records.indices.map { (head: head(of: key($0), behind: common), index: $0) }
      entries.sort { left, right in
        if left.head != right.head { return left.head < right.head }
        return Field.compare(keys.span, key(left.index), keys.span, key(right.index)) < 0
      }
      return entries.map(\.index)
    }

    private func commonPrefix(_ left: Range<Int>, _ right: Range<Int>, atMost limit: Int) -> Int {
      var count = 0
      let most = min(limit, right.count)
      while count < most, keys[left.lowerBound + count] == keys[right.lowerBound + count] { count += 1 }
      return count
    }

    private func head(of key: Range<Int>, behind common: Int) -> UInt64 {
      var head: UInt64 = 0
      for index in 0..<8 {
        let offset = key.lowerBound + common + index
        head = head << 8 | (offset < key.upperBound ? UInt64(keys[offset]) : 0)
      }
      return head
    }
  }
}
