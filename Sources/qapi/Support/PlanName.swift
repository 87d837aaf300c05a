import GRDB
import Plans
import Records
import SQLiteChangeset
import Store

/// Short names for plans, since two plans of an agency may have one title.
enum PlanName {
  /// A UUIDv7 begins with its time in milliseconds: 12 digits and a hyphen.
  private static let length = 13

  static func short(_ id: String) -> String { String(id.prefix(length)) }

  /// The shortest beginnings, all of one length, that tell the ids apart.
  static func unique(_ ids: [String]) -> [String] {
    let longest = ids.map(\.count).max() ?? 0
    let count = Set(ids).count
    let length = (length..<max(length + 1, longest)).first { length in
      Set(ids.map { $0.prefix(length) }).count == count
    }
    return ids.map { String($0.prefix(length ?? longest)) }
  }

  /// The label of a row, with the short id of its plan behind the word "plan".
  static func label(_ label: String, table: String, key: [FieldValue], in db: Database) throws -> String {
    guard label.hasPrefix("plan \""), let schema = Schema.table(named: table) else { return label }
    let id =
      table == Schema.plan.name
      ? key.last?.text
      : try String.fetchOne(
        db,
        sql: "SELECT plan FROM \(table) WHERE \(schema.primaryKey.map { "\($0) = ?" }.joined(separator: " AND "))",
        arguments: StatementArguments(
          key.map { value in
            switch value {
            case .integer(let number): number.databaseValue
            case .text(let text): text.databaseValue
            }
          }))
    return id.map { "plan \(Shown.line(short($0))) \(label.dropFirst(5))" } ?? label
  }
}
