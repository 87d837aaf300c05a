internal import GRDB
internal import Plans
internal import Records
internal import Texts

extension Findings {
  /// `private-number`: a text in which the number of a person seems to stand and that nobody has confirmed: it was written
  /// before the department published a form of case numbers, or by another program.
  static func privateNumbers(in db: Database) throws -> [Finding] {
    let numbers = try NumberGuard.numbers(in: db)
    let confirmed = try NumberConfirmation.fields(in: db)
    return try Schema.tables.flatMap { table -> [Finding] in
      let columns = NumberGuard.freeColumns(of: table)
      guard !columns.isEmpty else { return [] }
      let names = (table.primaryKey + columns).joined(separator: ", ")
      // Most rows have no digit in any text: the database passes them over.
      let filter = columns.map { "\($0) GLOB '*[0-9]*'" }.joined(separator: " OR ")
      let cursor = try Row.fetchCursor(db, sql: "SELECT \(names) FROM \(table.name) WHERE \(filter)")
      var found: [Finding] = []
      while let row = try cursor.next() {
        for (index, column) in columns.enumerated() {
          let text: String = row[table.primaryKey.count + index]
          guard numbers.mayHold(text), NumberGuard.mayHoldNumber(text),
            NumberGuard.rule(in: text, of: column, table, numbers) != nil
          else { continue }
          let key = table.primaryKey.indices.map { FieldValue(row[$0] as DatabaseValue) }
          guard !confirmed.contains([table.name, NumberConfirmation.written(key), column]) else { continue }
          found.append(finding(table, key, column))
        }
      }
      return found
    }
  }

  private static func finding(_ table: SyncedTable, _ key: [FieldValue], _ column: String) -> Finding {
    let agency: String = if case .agency = table.audience, case .text(let code)? = key.first { code } else { "" }
    return Finding(
      rule: "private-number", weight: .attention, agency: agency, row: RowName(table: table.name, key: key),
      message: "the number of a person seems to stand in \(table.column(named: column)?.label ?? column)",
      next: "take it out; if it is no such number, write the text again with --confirm-number REASON")
  }
}

extension FieldValue {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .int64(let number): self = .integer(number)
    case .string(let text): self = .text(text)
    case .null, .double, .blob: self = .text("")
    }
  }
}
