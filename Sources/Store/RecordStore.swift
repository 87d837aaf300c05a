public import GRDB
internal import Records

/// Records as rows: one way in and out for every type.
public enum RecordStore {
  /// - Parameter agency: whose record it is; nil for what the department publishes to all.
  public static func insert(_ record: some StoredRow, agency: String?, in db: Database) throws {
    try row(of: record, agency).insert(record.written, in: db)
  }

  /// Writes the fields that differ from the row as it was read.
  public static func update<Record: StoredRow>(
    _ record: Record, from old: Record, agency: String?, in db: Database
  ) throws {
    let changed = zip(old.written, record.written).filter { $0.value != $1.value }.map(\.1)
    try row(of: record, agency).update(changed, in: db)
  }

  /// Inserts the record, or writes the fields that differ from the row of its key.
  ///
  /// - Returns: whether anything was written.
  @discardableResult
  public static func put<Record: StoredRow>(_ record: Record, agency: String?, in db: Database) throws -> Bool {
    guard let old = try find(record, agency: agency, in: db) else {
      try insert(record, agency: agency, in: db)
      return true
    }
    try update(record, from: old, agency: agency, in: db)
    return old.written != record.written
  }

  /// Whether there was a row to delete.
  @discardableResult
  public static func delete(_ record: some StoredRow, agency: String?, in db: Database) throws -> Bool {
    try row(of: record, agency).delete(in: db)
  }

  /// The row with the key of a record.
  public static func find<Record: StoredRow>(_ record: Record, agency: String?, in db: Database) throws -> Record? {
    let values = (agency.map { [FieldValue.text($0)] } ?? []) + record.keyValues
    let condition = Record.table.primaryKey.map { "\($0) = ?" }.joined(separator: " AND ")
    return try Row.fetchOne(
      db, sql: "SELECT * FROM \(Record.table.name) WHERE \(condition)",
      arguments: StatementArguments(values.map(\.databaseValue))
    ).map(Record.init(row:))
  }

  /// The records of an agency, or of all agencies that this node may read, in the order of their keys: the oldest first,
  /// where ids name them. The agency is empty where the department publishes them to all.
  public static func all<Record: StoredRow>(
    _: Record.Type, of agency: String? = nil, in db: Database
  ) throws -> [(agency: String, record: Record)] {
    try rows(Record.self, conditions: agency.map { [("agency", .text($0))] } ?? [], in: db)
  }

  /// The records of an agency, or of all agencies that this node may read, whose field has a value.
  public static func all<Record: StoredRow>(
    _: Record.Type, of agency: String? = nil, where column: String, is value: String, in db: Database
  ) throws -> [(agency: String, record: Record)] {
    try rows(
      Record.self, conditions: (agency.map { [("agency", .text($0))] } ?? []) + [(column, .text(value))], in: db)
  }

  /// What the department publishes to all, in the order of the keys.
  public static func published<Record: StoredRow>(_: Record.Type, in db: Database) throws -> [Record] {
    try all(Record.self, in: db).map(\.record)
  }

  /// The records of an agency that name something: the steps of one corrective action.
  public static func records<Record: StoredRow>(
    _: Record.Type, of agency: String, where column: String, is value: String, in db: Database
  ) throws -> [Record] {
    try rows(Record.self, conditions: [("agency", .text(agency)), (column, .text(value))], in: db).map(\.record)
  }

  private static func rows<Record: StoredRow>(
    _: Record.Type, conditions: [(column: String, value: FieldValue)], in db: Database
  ) throws -> [(agency: String, record: Record)] {
    let filter = conditions.map { "\($0.column) = ?" }.joined(separator: " AND ")
    return try Row.fetchAll(
      db,
      sql: "SELECT * FROM \(Record.table.name)\(filter.isEmpty ? "" : " WHERE " + filter) "
        + "ORDER BY \(Record.table.primaryKey.joined(separator: ", "))",
      arguments: StatementArguments(conditions.map(\.value.databaseValue))
    ).map { (Record.isStatewide ? "" : $0["agency"], Record(row: $0)) }
  }

  private static func row(of record: some StoredRow, _ agency: String?) -> RowWriting {
    let table = type(of: record).table
    return RowWriting(table: table, key: (agency.map { [.text($0)] } ?? []) + record.keyValues)
  }
}
