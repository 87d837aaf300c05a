import Canonical
import Changesets
import Foundation
import SQLiteChangeset
import Store
import SyncEngine

/// What this program tells the engine about itself: its tables, who writes and reads them, and the names it goes by.
enum Deployment {
  /// The state department, which starts the network and merges centrally.
  static let department = "dcss"
  static let departmentName = "Department of Child Support Services"
  static let statewide = "statewide"
  static let agencyPrefix = "agency/"

  static let configuration = configuration(surroundings: surroundings)

  static func configuration(surroundings: Surroundings) -> Configuration {
    Configuration(
      schemaVersion: 1, tables: Schema.tables.map(schemaTable), createStatements: Schema.tables.map(\.ddl),
      guardMessage: "rows of this table are written with qapi only, so that each change is captured and signed; "
        + "see `qapi help`",
      hubPrefix: department, commonAudience: statewide, memberAudiencePrefix: agencyPrefix,
      surroundings: surroundings)
  }

  /// The real clock, and the randomness of the operating system.
  private static let surroundings = Surroundings(
    now: { Int64(Date().timeIntervalSince1970) }, nowMilliseconds: { Int64(Date().timeIntervalSince1970 * 1000) },
    randomBytes: { count in
      var generator = SystemRandomNumberGenerator()
      return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    })

  private static func schemaTable(_ table: SyncedTable) -> SchemaTable {
    SchemaTable(
      name: table.name,
      columns: table.columns.map { column in
        let defaultValue: SQLiteValue =
          switch column.defaultValue {
          case nil: .null
          case .integer(let number): .integer(number)
          case .text(let text): .text(text)
          }
        return SchemaColumn(
          name: column.name, type: column.type == .integer ? .integer : .text, isNotNull: true,
          defaultValue: defaultValue)
      },
      key: table.primaryKey.compactMap { name in table.columns.firstIndex { $0.name == name } },
      audience: table.audience == .statewide ? .fixed(statewide) : .keyed(prefix: agencyPrefix),
      owner: table.owner == .department ? .hub : .member,
      roles: table.owner == .department ? [Role.hub, Role.writer] : [Role.writer])
  }
}
