public import Budgets
public import GRDB
public import Records

/// What was handed in, and what the department has settled, as rules take them.
public enum FiscalStore {
  public static func editions(in db: Database) throws -> FormEditions {
    FormEditions(published: try RecordStore.published(FormLine.self, in: db))
  }

  /// As the department settled them for a year, or as they are if it has not.
  public static func settings(of year: StateFiscalYear, in db: Database) throws -> FiscalSettings {
    var settings = FiscalSettings()
    settings.year = "\(year)"
    return try RecordStore.find(settings, agency: nil, in: db) ?? settings
  }

  /// - Parameter subject: id of a budget, a Budget Display or a claim.
  public static func standing(of subject: String, agency: String, in db: Database) throws -> FiscalStanding {
    FiscalStanding(
      submissions: try RecordStore.records(FiscalSubmission.self, of: agency, where: "subject", is: subject, in: db),
      decisions: try RecordStore.all(FiscalDecision.self, of: agency, in: db).map(\.record))
  }

  /// The submissions of one form, of an agency or of all that this node reads, by subject.
  public static func standings(
    of forms: [FiscalSubmission.Form], agency: String? = nil, in db: Database
  ) throws -> [(agency: String, subject: String, standing: FiscalStanding)] {
    let names = forms.map(\.rawValue)
    let submissions = try RecordStore.all(FiscalSubmission.self, of: agency, in: db)
      .filter { names.contains($0.record.form) }
    let decisions = Dictionary(grouping: try RecordStore.all(FiscalDecision.self, of: agency, in: db), by: \.agency)
    let groups = Dictionary(grouping: submissions) { [$0.agency, $0.record.subject] }
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      (
        key[0], key[1],
        FiscalStanding(
          submissions: (groups[key] ?? []).map(\.record), decisions: (decisions[key[0]] ?? []).map(\.record))
      )
    }
  }
}

extension FrozenRecords {
  /// Under the name of its table.
  public mutating func add<Record: StoredRecord>(_ record: Record) { add(record, as: Record.table.name) }
  public mutating func add<Record: StoredNaturalRecord>(_ record: Record) { add(record, as: Record.table.name) }

  public func records<Record: StoredRecord>(_: Record.Type) -> [Record] {
    records(Record.self, Record.table.name)
  }
  public func records<Record: StoredNaturalRecord>(_: Record.Type) -> [Record] {
    records(Record.self, Record.table.name)
  }
}
