import GRDB
import Plans
import Records
import Store

/// A kind of record that people keep with commands: what it is called, and the rules that are asked before it is written.
/// Everything else is read from its fields and its table. Records with an id are ``RecordNoun``s, those that their own fields
/// name ``NaturalNoun``s.
protocol KeptNoun: SendableMetatype {
  associatedtype Entry: StoredRow
  /// All of it but an id.
  static var fields: [EntryField<Entry>] { get }
  /// What is typed before the verb: "risk", "review finding".
  static var command: String { get }
  /// What it is called: "risk". Else the title of its table.
  static var title: String { get }
  static var plural: String { get }
  /// "a risk", "an event".
  static var withArticle: String { get }
  /// The fields that `list` shows, by name; the last runs on.
  static var columns: [String] { get }
  /// The fields that must not be empty.
  static var required: [String] { get }
  /// The fields that another command writes, with that command: "closed": "qapi risk close".
  static var writtenBy: [String: String] { get }
  /// Fills what is known when a record is begun: the day, the person.
  static func begin(_ entry: inout Entry, _ occasion: RecordOccasion)
  /// Fills what only the database knows, before ``check(_:was:of:in:)``: the newest edition of a form.
  static func filled(_ entry: Entry, was old: Entry?, of agency: String?, in db: Database) throws -> Entry
  /// Asked before a record is written, inside the transaction.
  ///
  /// - Parameter old: the record as it stands; nil for a new one.
  /// - Throws: `Failure.rule` for the rule that is broken.
  static func check(_ entry: Entry, was old: Entry?, of agency: String?, in db: Database) throws
  /// Asked before a record is removed, inside the transaction.
  ///
  /// - Throws: `Failure.rule` for the rule that keeps it.
  static func checkRemoval(of entry: Entry, agency: String?, in db: Database) throws
  /// What else there is to say of a record that was just written.
  static func remarks(on entry: Entry) -> [String]
  /// What there is to say of a new record beside those that stand, inside the transaction: another budget of its year.
  static func notes(onNew entry: Entry, of agency: String?, in db: Database) throws -> [String]
  /// Its members for `--json`, the agency first.
  static func members(of entry: Entry, agency: String) -> [JSON.Member]
  /// A record with nothing in it.
  ///
  /// - Parameter id: not used where fields name it.
  static func empty(id: String) -> Entry
  /// nil where fields name it.
  static func id(of entry: Entry) -> String?
}

/// When a record is written or read, and by whom.
struct RecordOccasion {
  let today: Day
  /// Name of the person who writes; empty for one who reads.
  let person: String
}

extension KeptNoun {
  static var title: String { Entry.table.title }
  /// "lines of a claim": it is the lines that are several.
  static var plural: String {
    guard let rest = title.firstRange(of: " of ")?.lowerBound else { return title + "s" }
    return title[..<rest] + "s" + title[rest...]
  }
  static var required: [String] { [] }
  static var writtenBy: [String: String] { [:] }
  static func begin(_ entry: inout Entry, _ occasion: RecordOccasion) {}
  static func filled(_ entry: Entry, was old: Entry?, of agency: String?, in db: Database) throws -> Entry { entry }
  static func check(_ entry: Entry, was old: Entry?, of agency: String?, in db: Database) throws {}
  static func checkRemoval(of entry: Entry, agency: String?, in db: Database) throws {}
  static func remarks(on entry: Entry) -> [String] { [] }
  static func notes(onNew entry: Entry, of agency: String?, in db: Database) throws -> [String] { [] }
}

extension KeptNoun {
  static var withArticle: String { (title.first.map { "aeiouE".contains($0) } == true ? "an " : "a ") + title }
  static var isDepartments: Bool { Entry.table.owner == .department }
  static var isStatewide: Bool { Entry.table.audience == .statewide }
  static var owner: String { isDepartments ? "the department" : "the agency" }

  /// The fields that are entered by name.
  static var entered: [EntryField<Entry>] { fields.filter { writtenBy[$0.name] == nil } }

  /// The fields that must be said when one is begun: nothing else fills them.
  private static var unfilled: Set<String> {
    var begun = empty(id: "")
    if let day = Day("2024-01-31") { begin(&begun, RecordOccasion(today: day, person: "A person")) }
    let empty = fields.filter { required.contains($0.name) && $0.value(begun) == $0.content.empty }
    return Set(empty.map(\.name) + Schema.references(of: Entry.table).filter { !$0.isOptional }.map(\.column))
  }

  /// For the help of a command: the fields with what to write in them.
  static var fieldHelp: String {
    let unfilled = unfilled
    let fields = entered.map { field in
      "  \(field.name)=  \(field.hint)\(unfilled.contains(field.name) ? " (must be said)" : "")"
    }
    let scopes = RecordScope.columns(of: Self.self).map { scope in
      "  \(scope.name)=  the \(scope.inner.target.title) in which \(scope.outer.column) is looked for by its title"
    }
    return (["Fields, as FIELD=VALUE (an empty value takes out what stands there):"] + fields + scopes).joined(
      separator: "\n")
  }

  /// Whole numbers stand in JSON as they are kept, with their unit behind the name.
  static var jsonNames: String {
    let units = Dictionary(fields.map { ($0.name, $0.content.unit) }, uniquingKeysWith: { first, _ in first })
    return members(of: empty(id: ""), agency: "").map { member in
      member.key + (units[member.key].flatMap(\.self).map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
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
