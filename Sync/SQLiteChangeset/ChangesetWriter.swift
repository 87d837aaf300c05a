/// Builds a canonical changeset: tables in the order that was given, records ascending by key.
///
/// Records may come in any order. A transaction that touches several audiences is split with one writer for each.
public struct ChangesetWriter: Sendable {
  private let order: [String]
  private var groups: [String: Int] = [:]
  private var parts: [Part] = []
  // Records of one table come one after another, and a look-up by name for each would cost more than the copy.
  private var last: (source: SQLiteChangeset.Storage, table: UInt16, part: Int)?

  /// - Parameter order: the names of all tables that may come, in the order in which they are written.
  public init(tables order: [String]) {
    self.order = order
  }

  public var isEmpty: Bool { parts.isEmpty }

  /// Appends a record of another changeset as it is.
  public mutating func append(_ record: SQLiteChangeset.Record) throws(ChangesetError) {
    if let last, last.source === record.storage, last.table == record.entry.table {
      parts[last.part].append(record)
    } else {
      let part = try part(for: record.table)
      last = (record.storage, record.entry.table, part)
      parts[part].append(record)
    }
  }

  /// Appends the insert of a row.
  ///
  /// - Parameter values: one for each column.
  public mutating func insert(into table: ChangesetTable, _ values: [SQLiteValue]) throws(ChangesetError) {
    try append(.insert, table, rows: [values])
  }

  /// Appends the delete of a row.
  ///
  /// - Parameter values: what the row held, one for each column.
  public mutating func delete(from table: ChangesetTable, _ values: [SQLiteValue]) throws(ChangesetError) {
    try append(.delete, table, rows: [values])
  }

  /// Appends an update of a row.
  ///
  /// - Parameters:
  ///   - old: one for each column: the key, what changed columns held before, nil for the others.
  ///   - new: one for each column: what changed columns hold now, nil for the others.
  public mutating func update(
    _ table: ChangesetTable, old: [SQLiteValue?], new: [SQLiteValue?]
  ) throws(ChangesetError) {
    try append(.update, table, rows: [old, new])
  }

  /// Writes the changeset and decodes it strictly, so that nothing leaves that a reader would refuse.
  ///
  /// - Throws: `ChangesetError` with an offset in the bytes that were to be written.
  public consuming func finish(
    limits: SQLiteChangeset.Limits = .init()
  ) throws(ChangesetError) -> SQLiteChangeset {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.body.count + 192 })
    for name in order {
      guard let part = groups[name] else { continue }
      parts[part].write(into: &bytes)
    }
    return try SQLiteChangeset(decoding: bytes, limits: limits)
  }

  private mutating func append(
    _ kind: ChangeKind, _ table: ChangesetTable, rows: [[SQLiteValue?]]
  ) throws(ChangesetError) {
    let part = try part(for: table)
    guard rows.allSatisfy({ $0.count == table.columnCount }) else {
      throw ChangesetError(.tableShape, at: parts[part].body.count)
    }
    try parts[part].append(kind, rows: rows)
  }

  private mutating func part(for table: ChangesetTable) throws(ChangesetError) -> Int {
    if let part = groups[table.name] {
      guard parts[part].table == table else { throw ChangesetError(.tableShape, at: parts[part].body.count) }
      return part
    }
    guard order.contains(table.name) else { throw ChangesetError(.unknownTable, at: 0) }
    groups[table.name] = parts.count
    parts.append(Part(table: table))
    return parts.count - 1
  }
}
