extension SQLiteChangeset {
  /// One change of one row: a view into its changeset, which it keeps in memory.
  public struct Record: Sendable {
    let storage: Storage
    let entry: Entry

    public var kind: ChangeKind { entry.kind }
    /// Index into `SQLiteChangeset.tables`.
    public var tableIndex: Int { Int(entry.table) }
    public var table: ChangesetTable { storage.tables[tableIndex] }
    public var columnCount: Int { storage.tables[tableIndex].primaryKey.count }
    /// Always false: a change that a trigger or a foreign key action made is refused.
    public var isIndirect: Bool { false }

    /// The value before the change.
    ///
    /// - Parameter column: counted from 0.
    /// - Returns: nil where the record has none: every column of an insert, and the columns of an update that are
    ///   neither changed nor in the key.
    public func old(_ column: Int) -> Cell? {
      guard entry.kind != .insert else { return nil }
      return cell(column, row: 0)
    }

    /// The value after the change.
    ///
    /// - Returns: nil where the record has none: every column of a delete, and the columns of an update that are
    ///   not changed.
    public func new(_ column: Int) -> Cell? {
      switch entry.kind {
      case .delete: nil
      case .insert: cell(column, row: 0)
      case .update: cell(column, row: 1)
      }
    }

    /// The values of the primary key, in key order; never NULL.
    public var keyCells: [Cell] {
      table.keyColumns.map { Cell(storage: storage, offset: offset(of: $0)) }
    }

    /// One value of the primary key.
    ///
    /// - Parameter position: counted from 0 in key order.
    public func keyCell(_ position: Int) -> Cell {
      Cell(storage: storage, offset: offset(of: storage.tables[tableIndex].keyColumns[position]))
    }

    /// The canonical encoding of the key: its values' encodings in key order. Equal keys of one table have equal
    /// bytes, and records ascend by them.
    public var key: [UInt8] {
      var bytes: [UInt8] = []
      appendKey(to: &bytes)
      return bytes
    }

    public func appendKey(to bytes: inout [UInt8]) {
      let columns = storage.tables[tableIndex].keyColumns
      let source = storage.bytes
      for column in columns {
        let start = offset(of: column)
        bytes.append(copying: source.span, start..<Field.end(in: source.span, at: start))
      }
    }

    /// Where the key lies in a table whose key leads the row.
    var leadingKeyRange: Range<Int> {
      let bytes = storage.bytes
      let last = offset(of: storage.tables[tableIndex].keyColumns.count - 1)
      return offset(of: 0)..<Field.end(in: bytes.span, at: last)
    }

    /// The whole record from its operation byte to the end of its last field.
    var byteRange: Range<Int> {
      let count = entry.kind == .update ? columnCount * 2 : columnCount
      let last = Int(storage.fields[Int(entry.firstField) + count - 1])
      let bytes = storage.bytes
      return offset(of: 0) - 2..<Field.end(in: bytes.span, at: last)
    }

    private func cell(_ column: Int, row: Int) -> Cell? {
      let count = columnCount
      precondition(column >= 0 && column < count, "column \(column) of a table with \(count) columns")
      let offset = Int(storage.fields[Int(entry.firstField) + row * count + column])
      return storage.bytes[offset] == Field.undefined ? nil : Cell(storage: storage, offset: offset)
    }

    private func offset(of column: Int) -> Int {
      Int(storage.fields[Int(entry.firstField) + column])
    }
  }
}

extension [UInt8] {
  @inline(__always)
  mutating func append(copying bytes: Span<UInt8>, _ range: Range<Int>) {
    unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
