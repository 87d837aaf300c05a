import GRDB
import Records
import Store
import SyncEngine

/// FIELD=VALUE as a condition on records. The value is what people enter there: a word, a day, a number; of another record its id, the
/// beginning of it, `latest` or its title. What another record hangs on is a condition too: `budget=latest` on the changes of line items.
struct RecordFilter<Noun: KeptNoun> {
  /// Name of the field.
  let name: String
  /// What was typed; of a record that is meant alone, what names it.
  let text: String
  private let isMet: (Noun.Entry) -> Bool

  /// - Parameter agency: whose records are meant; nil for all that this node reads.
  /// - Throws: `Failure` for a field, a word or a record that is not there.
  init(_ value: String, of agency: String?, in db: Database) throws {
    let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0].lowercased().replacing("-", with: "_")
    let scopes = RecordScope.columns(of: Noun.self)
    let names = Noun.fields.map(\.name) + scopes.map(\.name)
    guard parts.count == 2, names.contains(name) else {
      throw Failure.usage(
        parts.count == 2
          ? "\(Noun.withArticle) has no field '\(Shown.line(parts[0], limit: 40))'"
          : "'\(Shown.line(value, limit: 40))' is not FIELD=VALUE", next: "use one of: \(names.joined(separator: ", "))"
      )
    }
    let text = RecordText.normalised(parts[1])
    self.name = name
    guard let field = Noun.fields.first(where: { $0.name == name }) else {
      let parents = try RecordID.named(text, in: scopes.first { $0.name == name }?.inner.target, of: agency, in: db)
      self.text = parents.count == 1 ? parents[0] : text
      var met: [(column: String, names: Set<String>)] = []
      for (_, outer, inner) in scopes where inner.column == name {
        met.append((outer.column, try RecordScope.names(outer.target, where: inner.column, isIn: parents, in: db)))
      }
      isMet = { entry in
        met.contains { column, names in
          Noun.fields.contains { $0.name == column && names.contains($0.written(entry)) }
        }
      }
      return
    }
    if let reference = Schema.references(of: Noun.Entry.table).first(where: { $0.column == name }), !text.isEmpty {
      let named = try RecordID.named(text, in: reference.target, of: agency, in: db)
      self.text = named.count == 1 ? named[0] : text
      isMet = { named.contains(field.written($0)) }
      return
    }
    self.text = text
    guard !text.isEmpty else {
      isMet = { field.written($0).isEmpty }
      return
    }
    do throws(FieldProblem) {
      let value = try field.content.value(of: text)
      isMet = { field.value($0) == value }
    } catch {
      throw Failure.usage("\(name): \(error.problem)", next: error.next)
    }
  }

  func matches(_ entry: Noun.Entry) -> Bool { isMet(entry) }
}

/// What a record hangs on by way of another one: the budget of the line item of which a change is. Titles tell records apart only in it.
struct RecordScope {
  /// By column, as it was typed.
  private let typed: [String: String]

  static let none = RecordScope(typed: [:])

  typealias Column = (name: String, outer: RowReference, inner: RowReference)

  /// The columns by which the records of a kind hang on others by way of one that they name, and that they do not have themselves.
  static func columns<Noun: KeptNoun>(of _: Noun.Type) -> [Column] {
    Schema.references(of: Noun.Entry.table).flatMap { outer in
      Schema.references(of: outer.target).filter { inner in
        !inner.isOptional && !Noun.fields.contains { $0.name == inner.column }
      }.map { (name: $0.column, outer: outer, inner: $0) }
    }
  }

  /// Takes what is such a column out of FIELD=VALUE.
  static func split<Noun: KeptNoun>(_ values: [String], of noun: Noun.Type) -> (values: [String], scope: RecordScope) {
    let names = Set(columns(of: noun).map(\.name))
    var (rest, typed): ([String], [String: String]) = ([], [:])
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2, names.contains(parts[0].lowercased()) {
        typed[parts[0].lowercased()] = RecordText.normalised(parts[1])
      } else {
        rest.append(value)
      }
    }
    return (rest, RecordScope(typed: typed))
  }

  /// What names the records, by column.
  func names<Noun: KeptNoun>(of noun: Noun.Type, agency: String, in db: Database) throws -> [String: String] {
    var names: [String: String] = [:]
    for (name, _, inner) in Self.columns(of: noun) {
      if let typed = typed[name] {
        names[name] = try RecordID.complete(typed, in: inner.target, of: agency, in: db)
      }
    }
    return names
  }

  /// The records of a table whose column names one of some others.
  static func names(_ table: SyncedTable, where column: String, isIn names: [String], in db: Database) throws -> Set<
    String
  > {
    try Set(
      names.flatMap { name in
        try String.fetchAll(
          db, sql: "SELECT \(table.nameColumn) FROM \(table.name) WHERE \(column) = ?", arguments: [name])
      })
  }
}
