internal import GRDB
internal import Plans
internal import Records
internal import Texts

/// Keeps the numbers of people out of free texts: no Social Security number, and no number of a form of case numbers that
/// the department has published. History is signed and kept for ever, so what is written once cannot be taken back.
///
/// Every row that this program writes goes through ``RowWriting``, and so through here. What only looks like such a number
/// can be confirmed, with a reason, which is a row of its own (``Schema/confirmedNumber``).
enum NumberGuard {
  /// Columns that nobody writes by hand, or that repeat what was judged when it was entered.
  private static func repeats(_ column: String, of table: SyncedTable) -> Bool {
    ["snapshot", "digest", "row_key"].contains(column)
      // Digest of the file, and id of another entry, which has digits of it.
      || table.name == Schema.expenditure.name && ["source", "corrects"].contains(column)
  }

  /// - Throws: ``StoreError/privateNumbers(_:)`` if a text holds a number and nobody has confirmed that it is none.
  static func check(_ table: SyncedTable, key: [FieldValue], _ fields: [RecordField], in db: Database) throws {
    let texts = texts(of: table, fields)
    guard !texts.isEmpty else { return }
    let numbers = try numbers(in: db)
    let found = texts.compactMap { name, text in
      rule(in: text, of: name, table, numbers).map { (name, $0) }
    }
    guard !found.isEmpty else { return }
    guard let confirmation = NumberConfirmation.current else {
      throw StoreError.privateNumbers(found.map { table.column(named: $0.0)?.label ?? $0.0 })
    }
    for (name, rule) in found { try confirmation.write(table, key: key, column: name, rule: rule.name, in: db) }
  }

  /// What people write in a row, and that may hold a number.
  static func texts(of table: SyncedTable, _ fields: [RecordField]) -> [(name: String, text: String)] {
    fields.compactMap { field in
      guard case .text(let text) = field.value, !repeats(field.name, of: table), mayHoldNumber(text) else { return nil }
      return (field.name, text)
    }
  }

  /// A number has digits, so most texts need no second look. The id of a record is none, and no day, time or period is,
  /// though their digits may have the form of a case number.
  static func mayHoldNumber(_ text: String) -> Bool {
    text.utf8.contains { (48...57).contains($0) } && !isRecordID(text) && !isTime(text)
  }

  /// Whether a text is a day, a time in UTC (`2024-01-31T08:00:00Z`) or a period and nothing else.
  private static func isTime(_ text: String) -> Bool {
    guard text.utf8.count <= 24 else { return false }
    if Period(text) != nil { return true }
    let rest = text.dropFirst(10)
    guard Day(String(text.prefix(10))) != nil else { return false }
    return rest.isEmpty || (rest.utf8.count == 10 && rest.first == "T" && rest.last == "Z")
  }

  /// Whether a text is an id and nothing else, or an id with the number of a quarter behind it.
  private static func isRecordID(_ text: String) -> Bool {
    let id = text.utf8.prefix { $0 != UInt8(ascii: "/") }
    let rest = text.utf8.dropFirst(id.count)
    guard rest.isEmpty || (rest.count == 2 && (48...57).contains(rest.last ?? 0)) else { return false }
    return id.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(\.count) == [8, 4, 4, 4, 12]
      && id.allSatisfy { (48...57).contains($0) || (97...102).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// The columns of a table that hold what people write.
  static func freeColumns(of table: SyncedTable) -> [String] {
    table.columns.filter { column in
      column.type == .text && !repeats(column.name, of: table)
        && (!table.primaryKey.contains(column.name) || column.name == code)
    }.map(\.name)
  }

  /// Of what names a row the code, which a person writes: that of a member of staff is no Social Security number. Other names are
  /// days, words of a form, and codes and ids of other rows.
  private static let code = "code"

  /// - Parameter key: the last of the key's values, in order.
  static func codes(of table: SyncedTable, _ key: [FieldValue]) -> [RecordField] {
    zip(table.primaryKey.suffix(key.count), key).filter { $0.0 == code }.map { RecordField(name: $0.0, value: $0.1) }
  }

  /// Why a text looks like the number of a person; nil where it does not.
  static func rule(
    in text: String, of column: String, _ table: SyncedTable, _ numbers: PrivateNumbers
  ) -> PrivateNumberHit.Rule? {
    if let hit = numbers.hits(in: text).first { return hit.rule }
    let isNineDigits = text.utf8.count == 9 && text.utf8.allSatisfy { (48...57).contains($0) }
    return isNineDigits && namesSomebody(column, of: table) ? .labelledNineDigits : nil
  }

  /// Whether a column names a person: what stands in it is labelled by that, and nine digits alone are no text like any other.
  private static func namesSomebody(_ column: String, of table: SyncedTable) -> Bool {
    column == code && [Schema.staffMember, Schema.trainer, Schema.publishedTrainer].contains(table)
  }

  static func numbers(in db: Database) throws -> PrivateNumbers {
    let published = try String.fetchAll(db, sql: "SELECT pattern FROM case_number_pattern ORDER BY pattern")
    return PrivateNumbers(caseNumbers: published.compactMap { try? CaseNumberPattern($0) })
  }
}
