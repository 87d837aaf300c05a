import ArgumentParser
import Changesets
import GRDB
import Plans
import Records
import Reports
import Store
import SyncEngine

/// Takes records of any kind from a CSV table: all of it, or nothing.
struct RecordImport<Noun: KeptNoun>: ReportingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: "Take \(Noun.plural) from a CSV table (\(Noun.owner)).",
      discussion: """
        A header with the names of fields, and a row for each \(Noun.title): \(columns.joined(separator: ", ")). Columns \
        that are left out keep what stands. \(rows)

        FIELD=VALUE stands for a column that has the same value in each row. Says what would change, asks, and then writes \
        all of it or nothing; what is wrong is said all at once, with row and column.

        JSON: new, changed, unchanged (numbers of records), written. An error has problems (where, what, next).
        """)
  }
  private static var columns: [String] {
    (Noun.isDepartments && !Noun.isStatewide ? ["agency"] : []) + (hasID ? ["id"] : []) + Noun.entered.map(\.name)
  }
  private static var hasID: Bool { Noun.id(of: Noun.empty(id: "")) != nil }
  private static var rows: String {
    hasID
      ? "A row with an id changes that record; a row without one is a new record, unless one with the same fields stands, so that "
        + "the same table twice changes nothing."
      : "A row changes the record that it names, or makes it; the same table twice changes nothing."
  }
  @Argument(help: "The CSV file (- for standard input).")
  var file: String
  @Argument(help: "What holds for each row, as FIELD=VALUE.")
  var values: [String] = []
  @OptionGroup var taking: ImportOptions
  @OptionGroup var node: NodeOptions
  @OptionGroup var output: OutputOptions

  func report() throws -> Report {
    let node = try node.open()
    try RecordWork<Noun>.checkWrites(on: node)
    let person = try taking.person(of: node)
    let occasion = RecordOccasion(today: try Day.argument(nil), person: person?.name ?? "")
    let (values, scope) = RecordScope.split(values, of: Noun.self)
    var common = Noun.empty(id: "")
    try RecordWork<Noun>.take(values, into: &common)
    let table = try RecordTable.load(file)
    let newID = node.newID
    return try taking.take(
      from: file, counted: Noun.title, on: node, as: person, otherwise: "\(Noun.plural) imported"
    ) { db in
      try RecordTableWork<Noun>(
        table, common: common, said: values, within: scope, occasion, newID: newID,
        areNumbersConfirmed: taking.areNumbersConfirmed,
        on: node, in: db)
    } write: { work, db in
      try work.write(in: db)
    }
  }
}

/// What a table would do to the records that stand.
struct RecordTableWork<Noun: KeptNoun>: ImportPreview {
  enum Deed { case new, changed, same }

  private struct Item {
    let agency: String?
    let entry: Noun.Entry
    let old: Noun.Entry?
    let deed: Deed
  }

  private var items: [Item] = []
  private(set) var problems: [InputProblem] = []

  var changeCount: Int { count(.new) + count(.changed) }

  func members(written: Bool) -> [JSON.Member] {
    JSON.members([
      "new": JSON(count(.new)), "changed": JSON(count(.changed)), "unchanged": JSON(count(.same)),
      "written": JSON(written),
    ])
  }

  func count(_ deed: Deed) -> Int { items.count { $0.deed == deed } }

  /// The counts, and the first of what is new and of what changes.
  var lines: [String] {
    let shown = items.filter { $0.deed != .same }.prefix(20).map { item in
      let fields = Noun.fields.filter { field in
        item.old.map { field.value($0) != field.value(item.entry) } ?? (field.value(item.entry) != field.content.empty)
      }
      return (item.old == nil ? "new" : "changed") + ": "
        + fields.map { "\($0.name)=\(Shown.line($0.written(item.entry), limit: 40))" }.joined(separator: " ")
    }
    let more = count(.new) + count(.changed) - shown.count
    return shown.flatMap { Layout.wrapped($0, hanging: "  ") } + (more > 0 ? ["and \(more) more"] : [])
      + ["\(count(.new)) new, \(count(.changed)) changed, \(count(.same)) as they stand"]
  }

  /// - Parameters:
  ///   - common: what holds for each row, where `said` names it.
  ///   - said: FIELD=VALUE as it was typed.
  ///   - scope: in what titles of other records are looked for.
  ///   - areNumbersConfirmed: whether it was said why what looks like the number of a person is none.
  /// - Throws: `StoreError` with row and column, where a text holds the number of a person.
  init(
    _ table: CSVTable, common: Noun.Entry, said: [String], within scope: RecordScope, _ occasion: RecordOccasion,
    newID: () -> String,
    areNumbersConfirmed: Bool, on node: OpenNode, in db: Database
  ) throws {
    let hasID = Noun.id(of: Noun.empty(id: "")) != nil
    let others: [String] =
      (hasID && table.columns.contains("id") ? ["id"] : [])
      + (table.columns.contains("agency") && !Noun.isStatewide ? ["agency"] : [])
    let given = Set(
      said.compactMap { $0.split(separator: "=").first.map { $0.lowercased().replacing("-", with: "_") } })
    let named = Noun.entered.filter { table.columns.contains($0.name) || given.contains($0.name) }
    // What names a record is in each row, or holds for all.
    let naming = Set(Noun.Entry.table.primaryKey).intersection(Noun.required).subtracting(given)
    let read = RecordTable.read(
      table, fields: Noun.entered, others: others, optional: Set(Noun.entered.map(\.name)).subtracting(naming)
    ) { common }
    for name in given where table.columns.contains(name) {
      problems.append(
        InputProblem(
          place: "header", problem: "\(name) is a column, and is said for each row besides",
          next: "leave one of them out"))
    }
    guard problems.isEmpty else { return }
    problems = read.problems
    let numbers = try RowNumbers(areConfirmed: areNumbersConfirmed, in: db)
    var places: [String] = []
    var standing = Standing(try RecordStore.all(Noun.Entry.self, in: db))
    for row in read.rows where row.isRead {
      let column = Dictionary(zip(others, row.others)) { first, _ in first }
      func refuse(_ column: String?, _ problem: String, _ next: String) {
        problems.append(
          InputProblem(place: "row \(row.number)\(column.map { ", \($0)" } ?? "")", problem: problem, next: next))
      }
      let agency: String?
      do {
        agency = try Self.agency(column["agency"], on: node)
      } catch let failure as Failure {
        refuse("agency", failure.what, failure.next)
        continue
      }
      do {
        let id = column["id"] ?? ""
        let old: Noun.Entry?
        var entry: Noun.Entry
        if hasID, !id.isEmpty {
          guard let found = standing.record(id: id, agency) else {
            refuse("id", "there is no \(Noun.title) with this id", "leave the id empty for a new one")
            continue
          }
          (old, entry) = (found, found)
        } else if hasID {
          (old, entry) = (nil, Noun.empty(id: newID()))
        } else {
          let named = try RecordWork<Noun>.completed(row.entry, was: nil, of: agency, within: scope, in: db)
          old = standing.record(key: named.keyValues, agency)
          entry = old ?? named
        }
        if old == nil { Noun.begin(&entry, occasion) }
        for field in named { field.assign(&entry, field.value(row.entry)) }
        // A row that changes nothing asks for nothing: what was handed in comes back as it went out.
        if entry != old { entry = try RecordWork<Noun>.checked(entry, was: old, of: agency, within: scope, in: db) }
        guard standing.take(entry, agency) else {
          refuse(nil, "another row of this table is the same \(Noun.title)", "leave one of them out")
          continue
        }
        let same = old == nil && hasID ? standing.sameTaken(entry, agency) : old == entry
        items.append(
          Item(agency: agency, entry: entry, old: old, deed: same ? .same : old == nil ? .new : .changed))
        if !same { places += numbers.columns(of: entry, was: old).map { "row \(row.number), \($0)" } }
      } catch let failure as Failure {
        refuse(nil, failure.what.replacing("; nothing was changed", with: ""), failure.next)
      }
    }
    if problems.isEmpty { try RowNumbers.check(places) }
  }

  func write(in db: Database) throws {
    for item in items {
      switch item.deed {
      case .new: try RecordStore.insert(item.entry, agency: item.agency, in: db)
      case .changed: try RecordStore.put(item.entry, agency: item.agency, in: db)
      case .same: continue
      }
    }
  }

  /// - Throws: `Failure` for an agency whose records this node does not write.
  private static func agency(_ typed: String?, on node: OpenNode) throws -> String? {
    guard !Noun.isStatewide else { return nil }
    guard Noun.isDepartments else {
      guard typed == nil || typed == "" || typed == node.member else {
        throw Failure.usage("this node writes the records of \(node.member)", next: "leave out the others")
      }
      return node.member
    }
    guard let typed, !typed.isEmpty else {
      throw Failure.usage("it is not said for which agency", next: "name it in the column agency")
    }
    guard (try? node.checkAgency(typed)) != nil else {
      throw Failure.usage("no agency has the code '\(Shown.line(typed, limit: 40))'", next: "see `qapi roster show`")
    }
    return typed
  }

  /// The records that stand, by what names them.
  private struct Standing {
    private var byName: [[String]: Noun.Entry] = [:]
    /// Without their ids: how many of each stand, and were not yet met in the table.
    private var alike: [[String]: Int] = [:]
    private var taken: Set<[String]> = []

    init(_ records: [(agency: String, record: Noun.Entry)]) {
      for (agency, record) in records {
        let agency = Noun.isStatewide ? nil : agency
        byName[Self.name(record.keyValues, agency)] = record
        alike[Self.fields(record, agency), default: 0] += 1
      }
    }

    private static func name(_ key: [FieldValue], _ agency: String?) -> [String] {
      [agency ?? ""] + key.map { "\($0)" }
    }

    private static func fields(_ record: Noun.Entry, _ agency: String?) -> [String] {
      [agency ?? ""] + record.written.map { "\($0.value)" }
    }

    func record(id: String, _ agency: String?) -> Noun.Entry? { byName[Self.name([.text(id)], agency)] }
    func record(key: [FieldValue], _ agency: String?) -> Noun.Entry? { byName[Self.name(key, agency)] }

    /// Whether no row before named the same record.
    mutating func take(_ record: Noun.Entry, _ agency: String?) -> Bool {
      taken.insert(Self.name(record.keyValues, agency)).inserted
    }

    /// Whether a record with the same fields stands that no row before was.
    mutating func sameTaken(_ record: Noun.Entry, _ agency: String?) -> Bool {
      let fields = Self.fields(record, agency)
      guard let count = alike[fields], count > 0 else { return false }
      alike[fields] = count - 1
      return true
    }
  }
}
