public import GRDB
public import Records

/// A record with the table that holds it. Its fields make columns, rows, documents and JSON.
public protocol StoredRow: Hashable, Sendable {
  static var table: SyncedTable { get }
  /// The values that name the record: its id, or its natural key; without the agency.
  var keyValues: [FieldValue] { get }
  /// Everything else, in the order of the table.
  var written: [RecordField] { get }
  init(row: Row)
}

extension StoredRow {
  /// Whether the record is the department's for all, so that its key names no agency.
  static var isStatewide: Bool { table.audience == .statewide }
}

public protocol StoredRecord: StoredRow, TypedRecord {}

extension StoredRecord {
  public var keyValues: [FieldValue] { [.text(id)] }
  public var written: [RecordField] { Self.fields.map { RecordField(name: $0.name, value: $0.value(self)) } }

  public init(row: Row) {
    self.init(id: row["id"])
    assign(Self.fields, from: row)
  }
}

public protocol StoredNaturalRecord: StoredRow, NaturalRecord {}

extension StoredNaturalRecord {
  public var keyValues: [FieldValue] { Self.keys.map { $0.value(self) } }
  public var written: [RecordField] { Self.fields.map { RecordField(name: $0.name, value: $0.value(self)) } }

  public init(row: Row) {
    self.init()
    assign(Self.keys + Self.fields, from: row)
  }
}

extension StoredRow {
  fileprivate mutating func assign(_ fields: [EntryField<Self>], from row: Row) {
    for field in fields {
      field.assign(&self, field.content.isInteger ? .integer(row[field.name]) : .text(row[field.name]))
    }
  }
}
