extension SQLiteChangeset {
  /// The strict reader: one pass over the bytes, which leaves the offset of every field behind.
  struct Decoder {
    enum Order {
      /// Strictly ascending keys within a table.
      case canonical
      /// What the session extension writes; it holds each key once.
      case any
    }

    private let limits: Limits
    private let order: Order
    private let reader: FieldReader
    private var tables: [ChangesetTable] = []
    private var records: [Entry] = []
    private var fields: [UInt32] = []
    private var position = 0

    // The table that is being read; a copy, because looking it up for every record costs more than reading one.
    private var columnCount = 0
    private var primaryKey: [UInt8] = []
    private var keyColumns: [Int] = []
    /// The key is the first columns in their order, so that its bytes are one run.
    private var keyLeads = false
    private var previousRecord: Int?

    init(limits: Limits, order: Order) {
      self.limits = limits
      self.order = order
      reader = FieldReader(valueByteCount: limits.valueByteCount)
    }

    consuming func decode(_ bytes: [UInt8]) throws(ChangesetError) -> Storage {
      guard bytes.count <= limits.byteCount else { throw ChangesetError(.changesetTooLong, at: limits.byteCount) }
      // A guess that keeps the arrays from growing often, and never beyond the size of the input.
      records.reserveCapacity(bytes.count / 64)
      fields.reserveCapacity(bytes.count / 10)
      let span = bytes.span
      while position < span.count {
        try readTable(span)
      }
      return Storage(bytes: bytes, tables: tables, records: records, fields: fields)
    }

    private mutating func readTable(_ bytes: Span<UInt8>) throws(ChangesetError) {
      try readHeader(bytes)
      guard position < bytes.count else { throw ChangesetError(.truncated, at: position) }
      guard !Self.isTableMark(bytes[position]) else { throw ChangesetError(.emptyTable, at: position) }
      let table = UInt16(tables.count - 1)
      while position < bytes.count, !Self.isTableMark(bytes[position]) {
        guard records.count < limits.recordCount else { throw ChangesetError(.tooManyRecords, at: position) }
        try readRecord(bytes, table: table)
      }
    }

    private static func isTableMark(_ byte: UInt8) -> Bool {
      byte == Mark.table || byte == Mark.patchsetTable
    }

    private mutating func readHeader(_ bytes: Span<UInt8>) throws(ChangesetError) {
      let start = position
      switch bytes[position] {
      case Mark.table: position += 1
      case Mark.patchsetTable: throw ChangesetError(.patchset, at: position)
      default: throw ChangesetError(.noTableHeader, at: position)
      }
      guard tables.count < limits.tableCount else { throw ChangesetError(.tooManyTables, at: start) }

      let countOffset = position
      columnCount = try Varint.read(bytes, at: &position)
      guard (1...limits.columnCount).contains(columnCount) else { throw ChangesetError(.columnCount, at: countOffset) }
      guard bytes.count - position >= columnCount else { throw ChangesetError(.truncated, at: bytes.count) }
      primaryKey = Field.copy(of: bytes, position..<position + columnCount)
      guard let columns = ChangesetTable.keyColumns(of: primaryKey) else {
        throw ChangesetError(.primaryKeyFlags, at: position)
      }
      keyColumns = columns
      keyLeads = columns == Array(0..<columns.count)
      position += columnCount
      previousRecord = nil

      let name = try readName(bytes)
      // At most a hundred tables, each compared once: not worth a set.
      guard !tables.contains(where: { $0.name == name }) else { throw ChangesetError(.repeatedTable, at: start) }
      tables.append(ChangesetTable(checkedName: name, primaryKey: primaryKey, keyColumns: columns))
    }

    private mutating func readName(_ bytes: Span<UInt8>) throws(ChangesetError) -> String {
      let start = position
      // The name and its NUL take at most 64 bytes; whoever has more there has no name.
      while position < bytes.count, bytes[position] != 0, position - start < 64 { position += 1 }
      guard position < bytes.count else { throw ChangesetError(.truncated, at: position) }
      let name = Field.copy(of: bytes, start..<position)
      guard bytes[position] == 0, ChangesetTable.isName(name) else { throw ChangesetError(.tableName, at: start) }
      position += 1
      return String(decoding: name, as: UTF8.self)
    }
  }
}

// Records. Both halves of the decoder change the same few variables, hence one file.
extension SQLiteChangeset.Decoder {
  @inline(__always)
  private mutating func readRecord(_ bytes: Span<UInt8>, table: UInt16) throws(ChangesetError) {
    let start = position
    guard let kind = ChangeKind(rawValue: bytes[start]) else { throw ChangesetError(.operation, at: start) }
    guard start + 1 < bytes.count else { throw ChangesetError(.truncated, at: bytes.count) }
    guard bytes[start + 1] == 0 else { throw ChangesetError(.indirect, at: start + 1) }
    position = start + 2

    let firstField = fields.count
    switch kind {
    case .insert, .delete:
      try readFields(bytes, undefined: .refused)
    case .update:
      try readFields(bytes, undefined: .allowed)
      try readFields(bytes, undefined: .allowed)
      try checkUpdate(bytes, start: start, old: firstField, new: firstField + columnCount)
    }
    for column in keyColumns {
      let offset = Int(fields[firstField + column])
      switch bytes[offset] {
      case SQLiteType.null.rawValue: throw ChangesetError(.nullKey, at: offset)
      case Field.undefined: throw ChangesetError(.undefinedField, at: offset)
      default: break
      }
    }
    if order == .canonical {
      if let previousRecord, !ascends(bytes, from: previousRecord, to: firstField) {
        throw ChangesetError(.recordOrder, at: start)
      }
      previousRecord = firstField
    }
    records.append(.init(firstField: UInt32(truncatingIfNeeded: firstField), table: table, kind: kind))
  }

  @inline(__always)
  private mutating func readFields(_ bytes: Span<UInt8>, undefined: FieldReader.Undefined) throws(ChangesetError) {
    for _ in 0..<columnCount {
      let offset = position
      position = try reader.field(in: bytes, at: offset, undefined: undefined)
      fields.append(UInt32(truncatingIfNeeded: offset))
    }
  }

  /// An update has the whole key in `old`, and of the other columns those that changed, in `old` and in `new`.
  private func checkUpdate(_ bytes: Span<UInt8>, start: Int, old: Int, new: Int) throws(ChangesetError) {
    var changes = false
    for column in 0..<columnCount {
      let before = Int(fields[old + column])
      let after = Int(fields[new + column])
      if primaryKey[column] != 0 {
        guard bytes[after] == Field.undefined else { throw ChangesetError(.keyInNew, at: after) }
        continue
      }
      switch (bytes[before] == Field.undefined, bytes[after] == Field.undefined) {
      case (true, true): continue
      case (true, false): throw ChangesetError(.newWithoutOld, at: after)
      case (false, true): throw ChangesetError(.oldWithoutNew, at: after)
      case (false, false): changes = true
      }
      let same = Field.compare(
        bytes, before..<Field.end(in: bytes, at: before), bytes, after..<Field.end(in: bytes, at: after))
      guard same != 0 else { throw ChangesetError(.unchangedColumn, at: after) }
    }
    guard changes else { throw ChangesetError(.noChangedColumn, at: start) }
  }

  /// Whether the key of the record at `next` comes after that of the record at `last`.
  @inline(__always)
  private func ascends(_ bytes: Span<UInt8>, from last: Int, to next: Int) -> Bool {
    if keyLeads {
      let end = keyColumns.count - 1
      let lower = Int(fields[last])..<Field.end(in: bytes, at: Int(fields[last + end]))
      let upper = Int(fields[next])..<Field.end(in: bytes, at: Int(fields[next + end]))
      return Field.compare(bytes, lower, bytes, upper) < 0
    }
    for column in keyColumns {
      let lower = Int(fields[last + column])
      let upper = Int(fields[next + column])
      let order = Field.compare(
        bytes, lower..<Field.end(in: bytes, at: lower), bytes, upper..<Field.end(in: bytes, at: upper))
      if order != 0 { return order < 0 }
    }
    return false
  }
}
