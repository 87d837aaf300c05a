import GRDB
import Plans
import Records
import Store

/// A kind of record with an id, kept with `add`, `list`, `show`, `edit` and `remove`.
protocol RecordNoun: KeptNoun where Entry: StoredRecord {
  /// The verb that begins one: "add", if nothing else is said. "add" is understood everywhere.
  static var beginning: String { get }
  /// Whether its group has `import` and `export` too.
  static var hasTables: Bool { get }
  /// Tables whose rows are nothing without the record, and go with it when it is removed: the lines of a claim.
  static var parts: [SyncedTable] { get }
  static func removeParts(of entry: Entry, agency: String?, in db: Database) throws
  /// Whether `list` shows the record without `--all`.
  static func isOpen(_ entry: Entry) -> Bool
  /// What `show` says below the fields, and its members for `--json`.
  static func details(of entry: Entry, agency: String?, _ occasion: RecordOccasion, in db: Database) throws
    -> RecordDetails
  /// The members of ``details(of:agency:_:in:)``, for the help: "state, late".
  static var detailNames: String { get }
  /// Where the records of a list stand, in words and as members for `--json`; one for each. Empty where there is nothing to
  /// say.
  static func standings(of entries: [(agency: String, record: Entry)], in db: Database) throws -> [RecordDetails]
  /// The members of ``standings(of:in:)``, for the help.
  static var standingNames: String { get }
}

struct RecordDetails {
  var lines: [String] = []
  var members: [JSON.Member] = []
}

extension RecordNoun {
  static var fields: [EntryField<Entry>] { Entry.fields }
  static var beginning: String { "add" }
  static var hasTables: Bool { false }
  static var detailNames: String { "" }
  static var standingNames: String { "" }
  static func standings(of entries: [(agency: String, record: Entry)], in db: Database) throws -> [RecordDetails] { [] }
  static func isOpen(_ entry: Entry) -> Bool { true }
  static func details(
    of entry: Entry, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails { RecordDetails() }

  static func empty(id: String) -> Entry { Entry(id: id) }
  static func id(of entry: Entry) -> String? { entry.id }

  static func members(of entry: Entry, agency: String) -> [JSON.Member] {
    (isStatewide ? [] : [JSON.Member(key: "agency", value: .text(agency))]) + JSON.members(of: entry)
  }

  static var parts: [SyncedTable] { [] }
  static func removeParts(of entry: Entry, agency: String?, in db: Database) throws {}

  /// What an empty list says.
  ///
  /// - Parameter hidden: how many are over, and not listed without `--all`.
  static func none(hidden: Int) -> String {
    hidden == 0 ? "no \(plural)" : "no \(plural) are open; --all lists the \(hidden) that are over"
  }
}
