internal import GRDB
public import Plans
internal import Records

/// Plain INSERT, UPDATE and DELETE of one row, by the columns of its table.
struct RowWriting {
  let table: SyncedTable
  /// Values of the key's columns, in order.
  let key: [FieldValue]

  func exists(in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM \(table.name) WHERE \(condition))",
      arguments: StatementArguments(key.map(\.databaseValue))) ?? false
  }

  func insert(_ fields: [RecordField], in db: Database) throws {
    try NumberGuard.check(table, key: key, NumberGuard.codes(of: table, key) + fields, in: db)
    let names = table.primaryKey + fields.map(\.name)
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO \(table.name) (\(names.joined(separator: ", "))) VALUES (\(marks))",
      arguments: StatementArguments((key + fields.map(\.value)).map(\.databaseValue)))
  }

  func update(_ fields: [RecordField], in db: Database) throws {
    guard !fields.isEmpty else { return }
    try NumberGuard.check(table, key: key, fields, in: db)
    let assignments = fields.map { "\($0.name) = ?" }.joined(separator: ", ")
    try db.execute(
      sql: "UPDATE \(table.name) SET \(assignments) WHERE \(condition)",
      arguments: StatementArguments((fields.map(\.value) + key).map(\.databaseValue)))
  }

  /// Whether there was a row to delete.
  func delete(in db: Database) throws -> Bool {
    try db.execute(
      sql: "DELETE FROM \(table.name) WHERE \(condition)", arguments: StatementArguments(key.map(\.databaseValue)))
    return db.changesCount > 0
  }

  private var condition: String { table.primaryKey.map { "\($0) = ?" }.joined(separator: " AND ") }
}

extension FieldValue {
  var databaseValue: DatabaseValue {
    switch self {
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }
}

extension PlanRecord.Kind {
  /// The table of this kind of record.
  public var table: SyncedTable {
    switch self {
    case .plan: Schema.plan
    case .text: Schema.planText
    case .block: Schema.planBlock
    case .measurement: Schema.planMeasurement
    case .progress: Schema.planProgress
    case .tactic: Schema.planTactic
    case .outcome: Schema.planOutcome
    case .quarterlyText: Schema.planUpdate
    }
  }
}
