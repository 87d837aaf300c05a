extension SQLiteChangeset {
  /// How much one changeset may hold; checked before memory is taken. They belong to the version of the exchange
  /// format, not to the program: raise them there or not at all.
  public struct Limits: Hashable, Sendable {
    /// Length of the whole changeset, at most 2^31 - 1 bytes.
    public var byteCount: Int
    public var recordCount: Int
    /// Length of one text or blob, below 2^28 bytes.
    public var valueByteCount: Int
    public var tableCount: Int
    public var columnCount: Int

    public init(
      byteCount: Int = 1 << 28, recordCount: Int = 1_000_000, valueByteCount: Int = 256 * 1024, tableCount: Int = 100,
      columnCount: Int = 100
    ) {
      self.byteCount = min(byteCount, Int(Int32.max))
      self.recordCount = recordCount
      self.valueByteCount = min(valueByteCount, Varint.limit - 1)
      self.tableCount = min(tableCount, Int(UInt16.max))
      // One byte of varint holds it, as one byte of key position holds the key's size.
      self.columnCount = min(columnCount, 127)
    }
  }
}
