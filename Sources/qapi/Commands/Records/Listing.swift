import ArgumentParser
import GRDB
import Store

/// A command that lists all records of a table.
protocol TableListing: ParsableCommand {
  static var table: SyncedTable { get }
  /// As a person types it.
  static var typed: String { get }
}

extension RecordList: TableListing {
  static var table: SyncedTable { Noun.Entry.table }
  static var typed: String { "qapi \(Noun.command) list --all" }
}

enum Listing {
  /// Where somebody finds the record that was meant; nil where no command lists them.
  static func command(of table: SyncedTable) -> String? { search(QAPI.self, table) }

  private static func search(_ command: any ParsableCommand.Type, _ table: SyncedTable) -> String? {
    if let listing = command as? any TableListing.Type, listing.table == table { return listing.typed }
    let configuration = command.configuration
    for below in configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands) {
      if let found = search(below, table) { return found }
    }
    return nil
  }
}

/// What the records are called that others name by their ids.
struct RecordTitles {
  /// By column, then agency and id.
  private var titles: [String: [[String]: String]] = [:]

  /// - Parameter table: whose columns name other records.
  init(of table: SyncedTable, in db: Database) throws {
    for reference in Schema.references(of: table) where reference.target.column(named: "title") != nil {
      let (name, target) = (reference.target.nameColumn, reference.target.name)
      let rows = try Row.fetchAll(db, sql: "SELECT agency, \(name) AS id, title FROM \(target) WHERE title != ''")
      titles[reference.column] = Dictionary(uniqueKeysWithValues: rows.map { ([$0["agency"], $0["id"]], $0["title"]) })
    }
  }

  func title(of id: String, in column: String, agency: String) -> String? { titles[column]?[[agency, id]] }
}
