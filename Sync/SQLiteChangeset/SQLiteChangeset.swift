/// A decoded changeset: the row changes of one transaction in the strict subset of SQLite's session format.
///
/// It owns its bytes and one 4-byte offset per field; records and cells are views into them, and no value is copied
/// before it is asked for. What decodes is canonical: `bytes` is the only encoding of its content and table order.
public struct SQLiteChangeset: Sendable {
  let storage: Storage

  init(storage: Storage) {
    self.storage = storage
  }

  /// Decodes bytes of any origin. The time and memory are linear in `bytes.count`, whatever the bytes say.
  ///
  /// - Parameter bytes: may be empty: a changeset without tables.
  /// - Throws: `ChangesetError` with the first broken rule and its byte offset.
  public init(decoding bytes: [UInt8], limits: Limits = Limits()) throws(ChangesetError) {
    storage = try Decoder(limits: limits, order: .canonical).decode(bytes)
  }

  /// Decodes what the local session extension wrote, whose records come in the order of a hash table. Every other
  /// rule holds, so that a row which no reader would take is refused before it is committed.
  public init(decodingUnordered bytes: [UInt8], limits: Limits) throws(ChangesetError) {
    storage = try Decoder(limits: limits, order: .any).decode(bytes)
  }

  /// The canonical bytes; equal to those that were decoded.
  public var bytes: [UInt8] { storage.bytes }
  public var tables: [ChangesetTable] { storage.tables }
  public var recordCount: Int { storage.records.count }
  public var isEmpty: Bool { storage.records.isEmpty }

  /// - Parameter index: 0 to `recordCount` - 1; tables follow one another, records ascend by key within each.
  public func record(at index: Int) -> Record {
    Record(storage: storage, entry: storage.records[index])
  }

  /// All records in order, lazily.
  public var records: some RandomAccessCollection<Record> {
    (0..<recordCount).lazy.map { record(at: $0) }
  }

  final class Storage: Sendable {
    let bytes: [UInt8]
    let tables: [ChangesetTable]
    let records: [Entry]
    /// The offset of every field's type byte, record after record; an update has its old fields, then its new ones.
    let fields: [UInt32]

    init(bytes: [UInt8], tables: [ChangesetTable], records: [Entry], fields: [UInt32]) {
      self.bytes = bytes
      self.tables = tables
      self.records = records
      self.fields = fields
    }
  }

  /// Where a record is; 8 bytes, so that many fit a cache line.
  struct Entry: Sendable {
    /// Index of its first field in `Storage.fields`.
    let firstField: UInt32
    let table: UInt16
    let kind: ChangeKind
  }
}

/// What a record did to its row; the raw value is SQLite's operation code.
public enum ChangeKind: UInt8, Hashable, Sendable {
  case delete = 9
  case insert = 18
  case update = 23
}
