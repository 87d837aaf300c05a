import GRDB
import Plans
import Records
import Store

/// A kind of record that people keep with `add`, `list`, `show`, `edit` and `remove`: what it is called, and the rules that
/// are asked before it is written. Everything else is read from its fields and its table.
protocol RecordNoun: SendableMetatype {
  associatedtype Entry: StoredRecord
  /// What is typed before the verb: "risk", "review finding".
  static var command: String { get }
  /// The verb that begins one: "add", if nothing else is said. "add" is understood everywhere.
  static var beginning: String { get }
  /// What it is called: "risk". Else the title of its table.
  static var title: String { get }
  static var plural: String { get }
  /// The fields that `list` shows, by name; the last runs on.
  static var columns: [String] { get }
  /// The fields that must not be empty.
  static var required: [String] { get }
  /// The fields that another command writes, with that command: "closed": "qapi risk close".
  static var writtenBy: [String: String] { get }
  /// Fills what is known when a record is begun: the day, the person.
  static func begin(_ entry: inout Entry, _ occasion: RecordOccasion)
  /// Asked before a record is written, inside the transaction.
  ///
  /// - Parameter old: the record as it stands; nil for a new one.
  /// - Throws: `Failure.rule` for the rule that is broken.
  static func check(_ entry: Entry, was old: Entry?, of agency: String?, in db: Database) throws
  /// Whether `list` shows the record without `--all`.
  static func isOpen(_ entry: Entry) -> Bool
  /// What else there is to say of a record that was just written.
  static func remarks(on entry: Entry) -> [String]
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

/// When a record is written or read, and by whom.
struct RecordOccasion {
  let today: Day
  /// Name of the person who writes; empty for one who reads.
  let person: String
}

struct RecordDetails {
  var lines: [String] = []
  var members: [JSON.Member] = []
}

extension RecordNoun {
  static var beginning: String { "add" }
  static var detailNames: String { "" }
  static var standingNames: String { "" }
  static func standings(of entries: [(agency: String, record: Entry)], in db: Database) throws -> [RecordDetails] { [] }
  static var title: String { Entry.table.title }
  static var plural: String { title + "s" }
  static var required: [String] { [] }
  static var writtenBy: [String: String] { [:] }
  static func begin(_ entry: inout Entry, _ occasion: RecordOccasion) {}
  static func check(_ entry: Entry, was old: Entry?, of agency: String?, in db: Database) throws {}
  static func isOpen(_ entry: Entry) -> Bool { true }
  static func remarks(on entry: Entry) -> [String] { [] }
  static func details(
    of entry: Entry, agency: String?, _ occasion: RecordOccasion, in db: Database
  ) throws -> RecordDetails { RecordDetails() }
}

extension RecordNoun {
  /// "a risk", "an event".
  static var withArticle: String { (title.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + title }
  static var isDepartments: Bool { Entry.table.owner == .department }
  static var isStatewide: Bool { Entry.table.audience == .statewide }
  static var owner: String { isDepartments ? "the department" : "the agency" }

  /// The fields that are entered by name.
  static var entered: [EntryField<Entry>] { Entry.fields.filter { writtenBy[$0.name] == nil } }

  /// The fields that must be said when one is begun: nothing else fills them.
  private static var unfilled: Set<String> {
    var begun = Entry(id: "")
    if let day = Day("2024-01-31") { begin(&begun, RecordOccasion(today: day, person: "A person")) }
    let empty = Entry.fields.filter { required.contains($0.name) && $0.value(begun) == $0.content.empty }
    return Set(empty.map(\.name) + Schema.references(of: Entry.table).filter { !$0.isOptional }.map(\.column))
  }

  /// For the help of a command: the fields with what to write in them.
  static var fieldHelp: String {
    let unfilled = unfilled
    let fields = entered.map { field in
      "  \(field.name)=  \(field.hint)\(unfilled.contains(field.name) ? " (must be said)" : "")"
    }
    return (["Fields, as FIELD=VALUE (an empty value takes out what stands there):"] + fields).joined(separator: "\n")
  }

  /// What an empty list says.
  ///
  /// - Parameter hidden: how many are over, and not listed without `--all`.
  static func none(hidden: Int) -> String {
    hidden == 0 ? "no \(plural)" : "no \(plural) are open; --all lists the \(hidden) that are over"
  }

  static var jsonNames: String {
    let names = ["id"] + Entry.fields.map(\.name)
    return (isStatewide ? names : ["agency"] + names).joined(separator: ", ")
  }

  static func members(of entry: Entry, agency: String) -> [JSON.Member] {
    (isStatewide ? [] : [JSON.Member(key: "agency", value: .text(agency))]) + JSON.members(of: entry)
  }
}

extension Failure {
  /// A request that breaks a rule; nothing was changed.
  ///
  /// - Parameter rule: its name, stable: "begin-after-due".
  static func rule(_ rule: String, _ what: String, next: String) -> Failure {
    usage("\(what) (rule \(rule)); nothing was changed", next: next)
  }
}
