public import GRDB
internal import Plans
public import Records

/// What a row is called when it is shown to people, in conflicts and in the log.
public enum RowLabel {
  /// A label such as `plan "Plan 2023-24" · goal 3 objective 2 · tactic "Early calls"`, on one line.
  ///
  /// A row that is not there (deleted, or not arrived) is named by its id. Titles are shortened, and control characters in
  /// them are shown escaped: a label is safe to print.
  public static func describe(table: String, key: [FieldValue], in db: Database) throws -> String {
    guard let schema = Schema.table(named: table), schema.primaryKey.count == key.count else { return table }
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM \(table) WHERE \(schema.primaryKey.map { "\($0) = ?" }.joined(separator: " AND "))",
      arguments: StatementArguments(key.map(\.databaseValue)))
    switch table {
    case Schema.planTemplate.name, Schema.measureFigure.name, Schema.cycleDate.name, Schema.agencyRegion.name,
      Schema.caseNumberPattern.name, Schema.planExtension.name, Schema.departmentNode.name:
      return "\(schema.title) \(key.map(Self.shown).joined(separator: " "))"
    case Schema.planUpdate.name:
      let block = try self.block(key[0], key[1], in: db)
      return "\(block) · quarterly update \(shown(key[2]))"
    case Schema.planText.name:
      let place = key[2] == .text("") ? try plan(key[0], key[1], in: db) : try block(key[0], key[2], in: db)
      return "\(place) · text \(shown(key[3]))"
    case Schema.planProgress.name:
      let measurement = try describe(table: Schema.planMeasurement.name, key: [key[0], key[1]], in: db)
      return "\(measurement) · figure of quarter \(shown(key[2]))"
    default: break
    }
    guard let row else { return "\(schema.title) \(key.last.map(Self.shown) ?? "")" }
    switch table {
    case Schema.plan.name: return try plan(key[0], key[1], in: db)
    case Schema.planBlock.name: return try block(key[0], key[1], in: db)
    case Schema.planMeasurement.name, Schema.planTactic.name, Schema.planOutcome.name:
      let id: String = row["block"]
      let place = id.isEmpty ? try plan(key[0], .text(row["plan"]), in: db) : try block(key[0], .text(id), in: db)
      let name: String = table == Schema.planOutcome.name ? row["text"] : row["title"]
      return "\(place) · \(id.isEmpty ? "target" : schema.title) \(quoted(name))"
    case Schema.contact.name:
      return "\(schema.title) of \(shown(.text(row["day"])))"
    case Schema.contactItem.name:
      let contact = try describe(table: Schema.contact.name, key: [key[0], .text(row["contact"])], in: db)
      return "\(contact) · \(shown(.text(row["kind"])))"
    case Schema.confirmedNumber.name, Schema.departmentConfirmedNumber.name: return "\(schema.title) \(shown(key[1]))"
    case Schema.planApproval.name, Schema.planSubmission.name, Schema.planDecision.name, Schema.planComment.name,
      Schema.planAnswer.name:
      let day: String = row[
        ["submitted_at", "approved_at", "decided_at", "written_at", "day"].first { row.hasColumn($0) } ?? "id"]
      return "\(try plan(key[0], .text(row["plan"]), in: db)) · \(schema.title) of \(shown(.text(day)))"
    default: return try record(row, of: schema, key: key, in: db)
    }
  }

  /// A record by the record that it belongs to, its title and what it says of itself: `corrective action "Late orders" ·
  /// root cause "Two vacancies"`.
  private static func record(
    _ row: Row, of table: SyncedTable, key: [FieldValue], in db: Database
  ) throws -> String {
    let reference = Schema.references(of: table).first { !$0.isOptional }
    var place = ""
    if let reference {
      let target: String = row[reference.column]
      place = try describe(table: reference.target.name, key: [key[0], .text(target)], in: db) + " · "
    }
    if table.primaryKey.contains("id") {
      let others = Set(Schema.references(of: table).map(\.column))
      let words = ["title", "text", "kind", "step", "year"].filter { !others.contains($0) }.first { column in
        table.column(named: column)?.type == .text && row.hasColumn(column) && !(row[column] as String).isEmpty
      }
      if let words { return "\(place)\(table.title) \(quoted(row[words]))" }
      if row.hasColumn("day"), !(row["day"] as String).isEmpty {
        return "\(place)\(table.title) of \(shown(.text(row["day"])))"
      }
      return "\(place)\(table.title) \(key.last.map(shown) ?? "")"
    }
    let names = zip(table.primaryKey, key).filter { column, _ in
      column != table.agencyColumn && column != reference?.column
    }.filter { $0.1 != .text("") }
    return "\(place)\(table.title) \(names.map { shown($0.1) }.joined(separator: " "))"
  }

  private static func plan(_ agency: FieldValue, _ id: FieldValue, in db: Database) throws -> String {
    let title = try String.fetchOne(
      db, sql: "SELECT title FROM plan WHERE agency = ? AND id = ?",
      arguments: [agency.databaseValue, id.databaseValue])
    return title.map { "plan \(quoted($0))" } ?? "plan \(shown(id))"
  }

  private static func block(_ agency: FieldValue, _ id: FieldValue, in db: Database) throws -> String {
    let row = try Row.fetchOne(
      db, sql: "SELECT plan, goal, objective FROM plan_block WHERE agency = ? AND id = ?",
      arguments: [agency.databaseValue, id.databaseValue])
    guard let row else { return "goal and objective \(shown(id))" }
    let heading = Block.heading(goal: row["goal"], objective: row["objective"])
    return "\(try plan(agency, .text(row["plan"]), in: db)) · \(heading)"
  }

  private static func shown(_ value: FieldValue) -> String {
    switch value {
    case .integer(let number): "\(number)"
    case .text(let text): RecordText.shown(text, limit: 40)
    }
  }

  private static func quoted(_ text: String) -> String { "\"\(RecordText.shown(text, limit: 40))\"" }
}
