import Budgets
import GRDB
import Records
import SQLiteChangeset
import Store
import SyncEngine

/// What entry refuses since the change was made, an undo of it does not do either. Asked once all of it is made, so that what goes together
/// holds nothing back.
struct UndoLocks {
  private let undo: Undo
  private let db: Database

  init(_ undo: Undo, in db: Database) { (self.undo, self.db) = (undo, db) }

  /// 1. A claim, a Budget Display, or a part of one, that was handed in and waits or stands.
  /// 2. An entry of a month that is closed.
  /// 3. A record on which others hang.
  ///
  /// - Throws: `Failure.rule` with the words that entry has for it.
  func check() throws {
    var closed: [String: Set<CalendarMonth>] = [:]
    for row in undo.rows {
      guard let table = Schema.table(named: row.table), let agency = row.key.first?.string else { continue }
      switch table {
      case Schema.claim, Schema.claimLine:
        for id in try values(of: table == Schema.claim ? "id" : "claim", in: row, of: table) {
          try ClaimNoun.checkIsOpen(Claim(id: id), agency, in: db)
        }
      case Schema.budgetDisplay, Schema.displayStaffing, Schema.displayCost, Schema.fundingNeed:
        for id in try values(of: table == Schema.budgetDisplay ? "id" : "display", in: row, of: table) {
          try DisplayRules.checkOpen(id, of: agency, in: db)
        }
      case Schema.expenditure:
        if closed[agency] == nil { closed[agency] = try LedgerStore.closedMonths(of: agency, in: db) }
        let months = try values(of: "paid", in: row, of: table).compactMap { Day($0).map { CalendarMonth(of: $0) } }
        if let month = months.first(where: { closed[agency]?.contains($0) == true }) { throw LedgerWork.closed(month) }
      default: break
      }
      if row.deed == .delete { try checkNothingHangs(on: row, of: table, agency) }
    }
  }

  /// What a column says before and after.
  private func values(of column: String, in row: Undo.Row, of table: SyncedTable) throws -> [String] {
    if let place = table.primaryKey.firstIndex(of: column) { return [row.key[place].string].compactMap(\.self) }
    if let field = row.fields.first(where: { $0.column == column }) {
      return [field.before?.string, field.after?.string].compactMap(\.self)
    }
    let names = table.primaryKey.map { "\($0) = ?" }.joined(separator: " AND ")
    return try String.fetchAll(
      db, sql: "SELECT \(column) FROM \(table.name) WHERE \(names)",
      arguments: StatementArguments(row.key.map(\.string)))
  }

  private func checkNothingHangs(on row: Undo.Row, of table: SyncedTable, _ agency: String) throws {
    guard row.key.count == 2, let name = row.key.last?.string else { return }
    let hanging = try Schema.references(to: table).filter { !$0.isOptional }.compactMap { reference -> String? in
      let count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(reference.table.name) WHERE agency = ? AND \(reference.column) = ?",
          arguments: [agency, name]) ?? 0
      return count == 0 ? nil : "\(reference.table.title) (\(count))"
    }
    guard !hanging.isEmpty else { return }
    throw Failure.rule(
      "something-hangs-on-it", "other records hang on this \(table.title): \(hanging.joined(separator: ", "))",
      next: "undo or remove them first")
  }
}
