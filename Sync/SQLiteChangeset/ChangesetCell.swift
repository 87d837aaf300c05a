extension SQLiteChangeset {
  /// One value in a changeset: a view into its bytes.
  public struct Cell: Sendable {
    let storage: Storage
    /// Of the type byte.
    let offset: Int

    public var type: SQLiteType {
      SQLiteType(rawValue: storage.bytes[offset]) ?? .null
    }

    public var isNull: Bool { type == .null }

    /// The number, or nil for another type.
    public var integer: Int64? {
      guard storage.bytes[offset] == SQLiteType.integer.rawValue else { return nil }
      let bytes = bytes
      return Field.integer(in: bytes.span, at: offset)
    }

    /// The value, copied out.
    public var value: SQLiteValue {
      let bytes = bytes
      return Field.value(in: bytes.span, at: offset)
    }

    /// Length of the text or blob; 0 for other types.
    public var byteCount: Int {
      let bytes = bytes
      return Field.content(in: bytes.span, at: offset).count
    }

    /// Calls `body` with the bytes of the text or blob in place; with none for other types.
    public func withBytes<Result, Failure: Error>(
      _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      let bytes = bytes
      return try body(bytes.span.extracting(Field.content(in: bytes.span, at: offset)))
    }

    /// Calls `body` with the canonical encoding of the value in place.
    public func withEncoding<Result, Failure: Error>(
      _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      let bytes = bytes
      return try body(bytes.span.extracting(encodedRange))
    }

    /// Appends the canonical encoding of the value, the same as `SQLiteValue.encode(into:)`.
    public func encode(into bytes: inout [UInt8]) {
      let source = self.bytes
      bytes.append(copying: source.span, encodedRange)
    }

    private var encodedRange: Range<Int> {
      let bytes = bytes
      return offset..<Field.end(in: bytes.span, at: offset)
    }

    // A span must come from a local: one of a property of a class would outlive the read of that property.
    @inline(__always)
    private var bytes: [UInt8] { storage.bytes }

    /// Whether type and bytes are equal; nothing is copied.
    public static func == (cell: Cell, value: SQLiteValue) -> Bool {
      let bytes = cell.storage.bytes
      switch value {
      case .null:
        return cell.type == .null
      case .integer(let number):
        return cell.integer == number
      case .text(let content):
        return cell.type == .text && Self.same(bytes.span, Field.content(in: bytes.span, at: cell.offset), content)
      case .blob(let content):
        return cell.type == .blob && Self.same(bytes.span, Field.content(in: bytes.span, at: cell.offset), content)
      }
    }

    private static func same(_ bytes: Span<UInt8>, _ range: Range<Int>, _ content: [UInt8]) -> Bool {
      Field.compare(bytes, range, content.span, 0..<content.count) == 0
    }
  }
}

// The encoding is injective, so equal bytes are equal values.
extension SQLiteChangeset.Cell: Hashable, Comparable {
  public static func == (left: Self, right: Self) -> Bool {
    compare(left, right) == 0
  }

  /// The canonical order, that of `SQLiteValue`.
  public static func < (left: Self, right: Self) -> Bool {
    compare(left, right) < 0
  }

  private static func compare(_ left: Self, _ right: Self) -> Int {
    let leftBytes = left.storage.bytes
    let rightBytes = right.storage.bytes
    return Field.compare(leftBytes.span, left.encodedRange, rightBytes.span, right.encodedRange)
  }

  public func hash(into hasher: inout Hasher) {
    withEncoding { encoding in
      unsafe encoding.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }
}
