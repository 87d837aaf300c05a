public import GRDB
internal import Plans
internal import Records
internal import Texts

/// Somebody's word that what looks like the number of a person is none. It holds for what is written while it is current.
public struct NumberConfirmation: Sendable {
  let reason: String
  let person: String
  /// UTC, RFC 3339.
  let time: String
  let newID: @Sendable () -> String

  /// - Parameters:
  ///   - reason: in words; not empty.
  ///   - person: shown name.
  ///   - newID: draws a UUIDv7.
  public init(reason: String, person: String, time: String, newID: @escaping @Sendable () -> String) {
    self.reason = reason
    self.person = person
    self.time = time
    self.newID = newID
  }

  @TaskLocal static var current: NumberConfirmation?

  /// Runs `body` with this confirmation: what it writes is not refused for its numbers, and each field that holds one is
  /// recorded with the reason.
  public func covering<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Self.$current.withValue(self, operation: body)
  }

  /// The confirmation is of the agency that the text is of, and of whoever writes the text. Statewide texts have none: they
  /// stay refused.
  func write(_ table: SyncedTable, key: [FieldValue], column: String, rule: String, in db: Database) throws {
    guard case .agency = table.audience, let agency = key.first else {
      throw StoreError.privateNumbers([table.column(named: column)?.label ?? column])
    }
    let confirmations = table.owner == .agency ? Schema.confirmedNumber : Schema.departmentConfirmedNumber
    // A reason must not say the number again: nothing confirms the reason.
    try Self.$current.withValue(nil) {
      try RowWriting(table: confirmations, key: [agency, .text(newID())]).insert(
        [
          .init(name: "row_table", value: .text(table.name)),
          .init(name: "row_key", value: .text(Self.written(key))),
          .init(name: "row_column", value: .text(column)),
          .init(name: "rule", value: .text(rule)),
          .init(name: "reason", value: .text(reason)),
          .init(name: "confirmed_by", value: .text(person)),
          .init(name: "confirmed_at", value: .text(time)),
        ], in: db)
    }
  }

  /// What was confirmed: table, key as ``written(_:)``, column.
  static func fields(in db: Database) throws -> Set<[String]> {
    let rows = try [Schema.confirmedNumber, Schema.departmentConfirmedNumber].flatMap { table in
      try Row.fetchAll(db, sql: "SELECT row_table, row_key, row_column FROM \(table.name)")
    }
    return Set(rows.map { [$0["row_table"], $0["row_key"], $0["row_column"]] })
  }

  /// The key as it stands in a confirmation: its values with commas between, as `log row` takes them.
  static func written(_ key: [FieldValue]) -> String {
    key.map { value in
      switch value {
      case .integer(let number): "\(number)"
      case .text(let text): text
      }
    }.joined(separator: ",")
  }
}

/// Looks for numbers of people in a text that is not a row's, such as the reason of a change.
public enum FreeText {
  /// - Throws: ``StoreError/privateNumbers(_:)`` with the text's name.
  public static func check(_ text: String, named name: String, in db: Database) throws {
    guard NumberConfirmation.current == nil else { return }
    guard !(try NumberGuard.numbers(in: db)).hits(in: text).isEmpty else { return }
    throw StoreError.privateNumbers([name])
  }

  /// The same for texts that reach a row by another way than a store's: an undo, the resolution of a conflict. What
  /// somebody has confirmed for that field is not asked again.
  ///
  /// - Throws: ``StoreError/privateNumbers(_:)`` with the labels of the fields.
  public static func check(_ texts: [(column: String, text: String)], of row: RowName, in db: Database) throws {
    guard let table = Schema.table(named: row.table) else { return }
    let confirmed = try NumberConfirmation.fields(in: db)
    let fields = texts.filter { entry in
      NumberGuard.freeColumns(of: table).contains(entry.column)
        && !confirmed.contains([table.name, NumberConfirmation.written(row.key), entry.column])
    }.map { RecordField(name: $0.column, value: .text($0.text)) }
    try NumberGuard.check(table, key: row.key, fields, in: db)
  }
}
